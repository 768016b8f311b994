// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/store_memory.hpp>

namespace hearsay::actions {

namespace {

compare::KnownActor known_in(const compare::KnownActors& known, const std::string& entity) {
  const auto found = known.find(entity);
  return found == known.end() ? compare::KnownActor{} : found->second;
}

}  // namespace

compare::Loaded loaded(store::StoredReport report) {
  auto kept = std::make_shared<store::StoredReport>(std::move(report));
  compare::Report seen{&kept->text, kept->claims, kept->outlet.empty() ? kept->outlet_name : kept->outlet,
                       kept->credited};
  return {std::move(seen), std::move(kept)};
}

compare::KnownActor StoreMemory::known(const std::string& entity) {
  return known_in(m_known, entity);
}

compare::KnownActor StorePast::known(const std::string& entity) {
  return known_in(m_known, entity);
}

}  // namespace hearsay::actions

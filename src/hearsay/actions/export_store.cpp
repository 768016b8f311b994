// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/data_folder.hpp>
#include <hearsay/actions/export_store.hpp>

#include <map>

namespace hearsay::actions {

namespace {

/// Reports by document and text, each read once.
class Shelf {
 public:
  explicit Shelf(const store::Store& store) : m_store(store) {}

  std::shared_ptr<const StoredReport> report(const Claim& claim) {
    auto& kept = m_reports[{claim.doc, claim.text}];
    if (!kept) {
      auto found = m_store.report_edition(claim.doc, claim.text);
      kept = std::make_shared<StoredReport>(found ? std::move(*found) : StoredReport{});
    }
    return kept;
  }

 private:
  const store::Store& m_store;
  std::map<std::pair<std::string, TextId>, std::shared_ptr<const StoredReport>> m_reports;
};

}  // namespace

void export_claims(const AskRequest& request, const std::function<void(const ExportedClaim&)>& sink) {
  const auto store = store::open_store(request.db, {});
  Shelf shelf(*store);
  for (ClaimRow& row : store->claims(request.filter)) {
    const ClaimRef ref{row.claim.doc, row.claim.id};
    auto report = shelf.report(row.claim);
    sink({std::move(row), std::move(report), store->reviews_of(std::span(&ref, 1))});
  }
}

void export_events(const AskRequest& request, const std::function<void(const ExportedEvent&)>& sink) {
  std::vector<EventAnswer> answers = list_events(request);
  const auto store = store::open_store(request.db, {});
  Shelf shelf(*store);
  for (EventAnswer& answer : answers) {
    ExportedEvent event{std::move(answer), {}};
    for (const ClaimRow& row : event.answer.claims) {
      event.claims.push_back({row, shelf.report(row.claim), {}});
    }
    sink(event);
  }
}

Codes load_codes(const std::string& pack) {
  return Codes(packs::load_packs(data_folder() / "packs", pack).pack);
}

}  // namespace hearsay::actions

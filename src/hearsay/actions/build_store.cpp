// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/build_store.hpp>
#include <hearsay/actions/compare_store.hpp>
#include <hearsay/actions/known_actors.hpp>
#include <hearsay/store/store.hpp>

#include <mutex>

namespace hearsay::actions {

namespace {

store::StoredReport to_stored(CodedReport&& coded) {
  store::StoredReport report;
  report.outlet = coded.links.outlet;
  report.outlet_name = coded.links.outlet_name.empty() ? coded.text.outlet : coded.links.outlet_name;
  for (const Candidate& agency : coded.links.credited) {
    report.credited.push_back(agency.entity);
  }
  if (report.credited.empty() && !coded.text.credit.empty()) {
    report.credited.push_back(coded.text.credit);
  }
  report.text = std::move(coded.text);
  report.claims = std::move(coded.coded.claims);
  report.attributions = std::move(coded.attributions);
  return report;
}

}  // namespace

BuildSummary build_store(const BuildRequest& request) {
  const Workshop workshop(request.code.pack, Depth::claims);
  const auto store = store::open_store(
      request.db, {.create = true, .program = request.program_version, .packs = pack_versions(workshop.pack())});
  BuildSummary summary;
  CodeRequest code = request.code;
  std::mutex store_mutex;
  code.wanted = [&](const CleanText& text) {
    const std::lock_guard lock(store_mutex);
    return !store->contains(text);
  };
  summary.code = code_reports(code, workshop, [&](CodedReport&& coded) {
    summary.claims += coded.coded.claims.size();
    store->put_report(to_stored(std::move(coded)));
  });
  if (!summary.code.stopped) {
    compare_store(*store, known_actors_in(workshop.pack()));
  }
  const store::Counts counts = store->counts();
  summary.all_reports = counts.reports;
  summary.events = counts.events;
  summary.republications = counts.republications;
  return summary;
}

}  // namespace hearsay::actions

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/compare_store.hpp>

#include <algorithm>

#include <hearsay/actions/known_actors.hpp>
#include <hearsay/actions/store_memory.hpp>

namespace hearsay::actions {

namespace {

constexpr std::size_t k_portion = 200;  // documents in one transaction

// What an Inquiry about an earlier day finds the document's old texts by.
void mark_superseded(store::Store& store, const std::string& doc, const compare::KnownActors& known) {
  for (const TextId& text : store.traces().superseded(doc)) {
    const compare::Loaded old = loaded(*store.report_edition(doc, text));
    const compare::Marks marks = compare::marks_of(old.report, known);
    store.traces().put_superseded(doc, text, marks.fingerprints, marks.keys);
  }
}

}  // namespace

std::size_t compare_store(store::Store& store, const compare::KnownActors& known, const CompareOptions& options) {
  StoreMemory memory(store, known);
  if (const std::string actors = to_text(known); actors != store.property("actors")) {
    store.put_property("actors", actors);
  }
  const std::vector<std::string> waiting = store.traces().pending();
  std::size_t done = 0;
  while (done < waiting.size() && !(options.stop && options.stop())) {
    const auto portion = std::span(waiting).subspan(done, std::min(k_portion, waiting.size() - done));
    store.in_transaction([&] {
      compare::update(memory, portion, options.limits);
      for (const std::string& doc : portion) {
        mark_superseded(store, doc, known);
        store.traces().settle(doc);
      }
    });
    done += portion.size();
  }
  return done;
}

}  // namespace hearsay::actions

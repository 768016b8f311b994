// SPDX-License-Identifier: Apache-2.0
// Happenings as they stood on an earlier day: what comparing only the documents of then would have given.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <hearsay/compare/workbench.hpp>

namespace hearsay::compare {

/// The documents of a day, each with the text that it had then. Looking up goes as in the Memory of now.
class Past : public Library {
 public:
  /// Whether a document was there and had the text that it has now.
  virtual bool is_unchanged(const std::string& doc) = 0;
  /// Whether a claim of now was there already, in the text that its document has now.
  virtual bool was_there(const ClaimRef& claim) = 0;
  /// Whether a text of then that has been replaced since has the fingerprint, or a claim of such a text the key.
  virtual bool was_in_old_text(std::uint64_t fingerprint) = 0;
  virtual bool was_in_old_claim(std::uint64_t key) = 0;
  /// The event that holds a claim now.
  virtual std::optional<Event> event_of_now(const ClaimRef& claim) = 0;
};

/// Answers for one day. What is remembered of now is taken where nothing that came later, or went, can have touched it;
/// the rest is compared anew, as far as the question reaches. `now` and `past` must outlive it; neither may change.
class Inquiry : private Workbench {
 public:
  Inquiry(Memory& now, Past& past, const Limits& limits = {}) : Workbench(past, limits), m_now(now), m_past(past) {}

  /// The event of then that held a claim of then.
  Event event_with(const ClaimRef& claim);
  /// Of a document of then with others of then; sorted.
  std::vector<Republication> republications_of(const std::string& doc) override;

 private:
  using PairJoins = std::map<std::pair<ClaimRef, bool>, ClaimJoin>;  // by the other claim and ClaimJoin::copied
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) override;
  bool is_as_now(const std::string& doc);
  bool has_moved(std::uint64_t print);
  bool has_thinned(std::uint64_t key);
  void compare(const std::string& doc);
  void keep(const ClaimJoin& join);

  Memory& m_now;
  Past& m_past;
  std::map<std::string, bool> m_as_now;
  std::map<std::uint64_t, bool> m_moved, m_thinned;
  std::set<std::string> m_compared;
  std::map<std::string, std::map<std::string, Republication>> m_republications;  // of both documents
  std::map<ClaimRef, PairJoins> m_joins;                                         // of both claims
  std::map<ClaimRef, Event> m_events;
  bool m_untouched = true;  // all that joins_of() gave is as now
};

}  // namespace hearsay::compare

// SPDX-License-Identifier: Apache-2.0
// Where reports, claims and comparisons are kept: one interface, whole values; SQL only behind it.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <hearsay/base/time/date.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/comparison.hpp>
#include <hearsay/types/posture.hpp>

namespace hearsay::store {

/// One coded report as it is kept.
struct StoredReport {
  CleanText text;                   // to_raw is not kept
  std::string outlet, outlet_name;  // entity and canonical name of who published
  std::vector<std::string> credited;
  std::vector<Claim> claims;
  std::vector<Attribution> attributions;
};

/// What a question is limited to; absent fields limit nothing.
struct Filter {
  struct Circle {
    double lat = 0, lon = 0, km = 0;
  };
  std::string place{};  // entity or name
  std::optional<Circle> circle{};
  std::string actor{};  // entity or name, as actor or recipient
  std::string type{}, mode{};
  std::optional<Day> since{}, until{};  // by time of the claim; an open end counts as the known one
  std::string source{};                 // outlet or a voice of the chain, entity or name
  std::optional<Status> status{};
  std::optional<Day> as_of{};  // only what had surely been published by then (undated: never)
  std::string words{};         // full text of the report: all of these words, "a phrase" in quotation marks
  std::size_t limit = 0;       // 0: all

  /// Whether it asks anything of claims or their reports' words.
  bool narrows() const {
    return !place.empty() || circle || !actor.empty() || !type.empty() || !mode.empty() || since || until ||
           !source.empty() || status || !words.empty();
  }
};

/// How a stored claim stands: the claim and what its report says of itself.
struct ClaimRow {
  Claim claim;
  std::string outlet, outlet_name;
  DateRange published;
};

/// What a person says of a claim. A later one does not undo an earlier one: both are shown.
struct Review {
  ClaimRef claim;
  std::string verdict;             // "right", "wrong", "unsure"
  std::string reviewer, note, at;  // at: ISO 8601, given by the caller
};

/// How much is in a store.
struct Counts {
  std::size_t reports = 0, claims = 0;  // of newest editions
  std::size_t events = 0, republications = 0;
};

/// One text of a document, of which a changed page has several.
struct Edition {
  TextId text;
  DateRange published;
  std::string program, packs;  // versions that coded it
  bool current = false;  // the newest: by publication date (undated: oldest), then by CleanText::stamp, then by text
};

/// What comparing left in the store; lists come sorted by document and claim. The meaning of fingerprints and keys is
/// the comparer's business.
class Traces {
 public:
  virtual ~Traces() = default;
  /// Documents whose newest edition has not been compared yet, or whose neighbours changed.
  virtual std::vector<std::string> pending() const = 0;
  virtual std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) const = 0;
  virtual std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) const = 0;
  /// How many claims have a key, counted up to `limit`.
  virtual std::size_t count_with(std::uint64_t key, std::size_t limit) const = 0;
  /// Fingerprints and keys that are kept of a document, each once.
  virtual std::vector<std::uint64_t> prints_of(const std::string& doc) const = 0;
  virtual std::vector<std::uint64_t> keys_of(const std::string& doc) const = 0;
  virtual std::vector<ClaimJoin> joins_of(const ClaimRef& claim) const = 0;
  virtual std::vector<Republication> republications_of(const std::string& doc) const = 0;
  /// Forgets fingerprints, keys, joins, republications and events of a document, and gives back the claims of others
  /// that were joined to its claims or shared an event with them.
  virtual std::vector<ClaimRef> forget(const std::string& doc) = 0;
  virtual void put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) = 0;
  virtual void put_keys(const std::string& doc, std::span<const ClaimKeys> keys) = 0;
  virtual void put_republication(const Republication& republication) = 0;
  /// Removes what is kept of the pair, with its copied joins.
  virtual void remove_republication(const std::string& one, const std::string& other) = 0;
  virtual void put_join(const ClaimJoin& join) = 0;
  /// Removes the join that is not `copied`.
  virtual void remove_join(const ClaimRef& a, const ClaimRef& b) = 0;
  /// Texts of a document that were the newest one on some day and are so no more.
  virtual std::vector<TextId> superseded(const std::string& doc) const = 0;
  /// Fingerprints and keys of such a text, by which a Past finds it; forget() forgets them.
  virtual void put_superseded(const std::string& doc, const TextId& text, std::span<const std::uint64_t> fingerprints,
                              std::span<const ClaimKeys> keys) = 0;
  /// Takes the place of all events that hold one of its claims.
  virtual void put_event(const Event& event) = 0;
  /// The document is compared.
  virtual void settle(const std::string& doc) = 0;
};

/// The documents that had surely been published by the end of a day, each with the newest text of then. What comparing
/// left of them is of now (Traces); this tells how far it holds, and what to compare anew.
class Past {
 public:
  virtual ~Past() = default;
  /// Sorted.
  virtual std::vector<std::string> docs() const = 0;
  virtual std::optional<StoredReport> report(const std::string& doc) const = 0;
  /// The same without claims and attributions.
  virtual std::optional<StoredReport> report_text(const std::string& doc) const = 0;
  /// Whether the document had the text that it has now, and that has been compared.
  virtual bool is_unchanged(const std::string& doc) const = 0;
  /// Whether the text that the claim is of was a newest one.
  virtual bool was_there(const ClaimRef& claim) const = 0;
  /// As in Traces, among the documents of then.
  virtual std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) const = 0;
  virtual std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) const = 0;
  virtual std::size_t count_with(std::uint64_t key, std::size_t limit) const = 0;
  /// Whether a text of then that has been superseded has the fingerprint or a claim of it the key.
  virtual bool was_in_old_text(std::uint64_t fingerprint) const = 0;
  virtual bool was_in_old_claim(std::uint64_t key) const = 0;
  /// As in Store, among all texts that had been published by then.
  virtual std::optional<ClaimRow> claim(const std::string& id) const = 0;
  /// Claims of the newest texts of then whose id begins so: at least 6 hexadecimal digits, else none.
  virtual std::vector<ClaimRef> claims_beginning(const std::string& prefix) const = 0;
};

/// One thread at a time. Names are compared without regard to case. Every method may throw Fatal (disk full, locked,
/// damaged); what was stored before such a failure stays whole.
class Store {
 public:
  virtual ~Store() = default;
  /// Whether this text of this document is stored already, coded by this program and these packs, and what is said
  /// about it (day, title, outlet...) is not to be preferred to what is stored: of two such sayings a dated one is,
  /// then the earlier day, then the smaller spelling, so that the order of coming does not show.
  virtual bool contains(const CleanText& text) const = 0;
  /// One transaction; what the store contains changes nothing; the same id with another text is a new version.
  virtual void put_report(const StoredReport& report) = 0;
  /// What comparing reads and writes; call it inside in_transaction() to keep its parts together.
  virtual Traces& traces() = 0;
  /// All that `work` writes, or nothing of it when it throws. Not to be nested.
  virtual void in_transaction(const std::function<void()>& work) = 0;
  /// Newest version of every document, sorted by id.
  virtual std::vector<StoredReport> reports(const Filter& filter) const = 0;
  virtual std::optional<StoredReport> report(const std::string& doc) const = 0;
  /// The same without claims and attributions.
  virtual std::optional<StoredReport> report_text(const std::string& doc) const = 0;
  /// Sorted by time, then document and trigger.
  virtual std::vector<ClaimRow> claims(const Filter& filter) const = 0;
  /// The same claims in the same order, until `take` says no.
  virtual void each_claim(const Filter& filter, const std::function<bool(const ClaimRef&)>& take) const = 0;
  /// Those that there are, in the order of `refs`.
  virtual std::vector<ClaimRow> claims_of(std::span<const ClaimRef> refs) const = 0;
  /// By full id or a prefix of at least 6 hexadecimal digits that only one claim has.
  virtual std::optional<ClaimRow> claim(const std::string& id) const = 0;
  /// The claims that pass under their headings of the ledger, those of one place at a time, places in order of name
  /// and entity, until `take` says no. Only `parts`: type with mode, an empty mode for all. The filter's actor is the
  /// one of the heading, its limit does not count.
  virtual void ledger(const Filter& filter, std::span<const LedgerPart> parts,
                      const std::function<bool(std::span<const LedgerLine>)>& take) const = 0;
  /// Events of now that have a claim passing the filter, in the order of the first such claim's time.
  virtual std::vector<Event> events(const Filter& filter) const = 0;
  virtual std::optional<Event> event(const std::string& id) const = 0;
  virtual std::optional<Event> event_with(const ClaimRef& claim) const = 0;
  virtual std::vector<Republication> republications() const = 0;
  /// "schema", "program", "packs" (of the last writer), and what else was put; "" for an unknown name.
  virtual std::string property(const std::string& name) const = 0;
  virtual void put_property(const std::string& name, const std::string& value) = 0;
  virtual Counts counts() const = 0;
  /// Appends; any other verdict is a Fatal.
  virtual void put_review(const Review& review) = 0;
  /// Of one claim, or of all (no claim given) by document and claim; of one claim in the order in which they came.
  virtual std::vector<Review> reviews(const std::optional<ClaimRef>& claim) const = 0;
  /// Of these claims, in their order.
  virtual std::vector<Review> reviews_of(std::span<const ClaimRef> claims) const = 0;
  /// An edition of a document, also one that is no longer the newest.
  virtual std::optional<StoredReport> report_edition(const std::string& doc, const TextId& text) const = 0;
  /// Oldest first.
  virtual std::vector<Edition> editions(const std::string& doc) const = 0;
  /// Must not outlive the store.
  virtual std::unique_ptr<Past> past(Day day) const = 0;
  /// What is not as it should be, one line each; empty: the store is whole.
  virtual std::vector<std::string> check() const = 0;
};

struct OpenOptions {
  bool create = false;
  std::string program{}, packs{};  // versions written into the properties table
};

/// Opens "FILE" or "sqlite:FILE". Throws Fatal: not there (unless create), not a store, a newer schema, no space.
/// Without `program` nothing is said about versions: contains() then asks for document and text alone.
std::unique_ptr<Store> open_store(const std::string& address, const OpenOptions& options);

}  // namespace hearsay::store

// SPDX-License-Identifier: Apache-2.0
// Where reports, claims and comparisons are kept: one interface, whole values; SQL only behind it.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/time/date.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/comparison.hpp>

namespace hearsay::store {

/// One coded report as it is kept.
struct StoredReport {
  CleanText text;                        // to_raw is not kept
  std::string outlet, outlet_name;       // entity and canonical name of who published
  std::vector<std::string> credited;
  std::vector<Claim> claims;
  std::vector<Attribution> attributions;
};

/// What a question is limited to; absent fields limit nothing.
struct Filter {
  struct Circle {
    double lat = 0, lon = 0, km = 0;
  };
  std::string place{};                     // entity or name
  std::optional<Circle> circle{};
  std::string actor{};                     // entity or name, as actor or recipient
  std::string type{}, mode{};
  std::optional<Day> since{}, until{};       // by time of the claim; an open end counts as the known one
  std::string source{};                    // outlet or a voice of the chain, entity or name
  std::optional<Status> status{};
  std::optional<Day> as_of{};              // only what had surely been published by then (undated: never)
  std::string words{};                     // full text of the report: all of these words, "a phrase" in quotation marks
  std::size_t limit = 0;                 // 0: all
};

/// How a stored claim stands: the claim and what its report says of itself.
struct ClaimRow {
  Claim claim;
  std::string outlet, outlet_name;
  DateRange published;
};

/// One text of a document, of which a changed page has several.
struct Edition {
  TextId text;
  DateRange published;
  std::string program, packs;            // versions that coded it
  bool current = false;                  // the newest: by publication date, then by arrival
};

/// One thread at a time. Names are compared without regard to case. Every method may throw Fatal (disk full, locked,
/// damaged); what was stored before such a failure stays whole.
class Store {
 public:
  virtual ~Store() = default;
  /// Whether exactly this text (and program and pack version) of this document is stored already.
  virtual bool contains(const std::string& doc, const TextId& text) const = 0;
  /// One transaction; the same report again changes nothing; the same id with another text is a new version.
  virtual void put_report(const StoredReport& report) = 0;
  /// Replaces the stored comparison, in one transaction.
  virtual void put_comparison(const Comparison& comparison) = 0;
  /// Newest version of every document, sorted by id.
  virtual std::vector<StoredReport> reports(const Filter& filter) const = 0;
  virtual std::optional<StoredReport> report(const std::string& doc) const = 0;
  /// Sorted by time, then document and trigger.
  virtual std::vector<ClaimRow> claims(const Filter& filter) const = 0;
  /// By full id or a prefix of at least 6 hexadecimal digits that only one claim has.
  virtual std::optional<ClaimRow> claim(const std::string& id) const = 0;
  /// Events that have a claim passing the filter, in time order.
  virtual std::vector<Event> events(const Filter& filter) const = 0;
  virtual std::optional<Event> event(const std::string& id) const = 0;
  virtual std::vector<Republication> republications() const = 0;
  /// "schema", "program", "packs" (of the last writer); "comparison": "current", or "stale" when reports came in
  /// after it (also when a run was killed in between); "" for an unknown name.
  virtual std::string property(const std::string& name) const = 0;
  /// Oldest first.
  virtual std::vector<Edition> editions(const std::string& doc) const = 0;
  /// What is not as it should be, one line each; empty: the store is whole.
  virtual std::vector<std::string> check() const = 0;
};

struct OpenOptions {
  bool create = false;
  std::string program{}, packs{};        // versions written into the properties table
};

/// Opens "FILE" or "sqlite:FILE". Throws Fatal: not there (unless create), not a store, a newer schema, no space.
/// Without `program` nothing is said about versions: contains() then asks for document and text alone.
std::unique_ptr<Store> open_store(const std::string& address, const OpenOptions& options);

}  // namespace hearsay::store

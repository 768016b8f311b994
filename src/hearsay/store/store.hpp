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
  std::string place;                     // entity or name
  std::optional<Circle> circle;
  std::string actor;                     // entity or name, as actor or recipient
  std::string type, mode;
  std::optional<Day> since, until;       // by time of the claim
  std::string source;                    // outlet or innermost voice, entity or name
  std::optional<Status> status;
  std::optional<Day> as_of;              // only what had been published by then
  std::size_t limit = 0;                 // 0: all
};

/// How a stored claim stands: the claim and what its report says of itself.
struct ClaimRow {
  Claim claim;
  std::string outlet, outlet_name;
  DateRange published;
};

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
  virtual std::string property(const std::string& name) const = 0;
};

struct OpenOptions {
  bool create = false;
  std::string program, packs;            // versions written into the properties table
};

/// Opens "FILE" or "sqlite:FILE". Throws Fatal: not there (unless create), not a store, a newer schema, no space.
std::unique_ptr<Store> open_store(const std::string& address, const OpenOptions& options);

}  // namespace hearsay::store

// SPDX-License-Identifier: Apache-2.0
// What comparing remembers between runs, so that a new report costs what its own words and claims cost.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/limits.hpp>

namespace hearsay::compare {

/// A report with whatever keeps its pointers alive.
struct Loaded {
  Report report;
  std::shared_ptr<const void> owner;
};

/// What can be looked up of documents. Lists come sorted and without repetition.
class Library {
 public:
  virtual ~Library() = default;
  virtual Loaded report(const std::string& doc) = 0;
  /// The same without its claims: most documents that share a phrase with a new one have nothing more in common.
  virtual Loaded text(const std::string& doc) = 0;
  /// At most `limit` of the documents that have a fingerprint.
  virtual std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) = 0;
  virtual std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) = 0;
  /// How many claims have a key, counted up to `limit`.
  virtual std::size_t count_with(std::uint64_t key, std::size_t limit) = 0;
  /// What is known of an actor; nothing of one that no pack lists.
  virtual KnownActor known(const std::string& entity) = 0;
};

/// Kept in memory for one call, or in the store over it.
class Memory : public Library {
 public:
  /// Fingerprints and keys that are kept of a document; empty for one that was never compared.
  virtual std::vector<std::uint64_t> prints_of(const std::string& doc) = 0;
  virtual std::vector<std::uint64_t> keys_of(const std::string& doc) = 0;
  virtual std::vector<ClaimJoin> joins_of(const ClaimRef& claim) = 0;
  virtual std::vector<Republication> republications_of(const std::string& doc) = 0;

  // ---- keeping
  /// Forgets fingerprints, keys, joins and republications of a document, and gives back the claims of other documents
  /// that were joined to its claims or in an event with them. Events that held its claims are forgotten too.
  virtual std::vector<ClaimRef> forget(const std::string& doc) = 0;
  virtual void put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) = 0;
  virtual void put_keys(const std::string& doc, std::span<const ClaimKeys> keys) = 0;
  virtual void put_republication(const Republication& republication) = 0;
  /// Removes what is kept of the pair, with its copied joins.
  virtual void remove_republication(const std::string& one, const std::string& other) = 0;
  virtual void put_join(const ClaimJoin& join) = 0;
  /// The join for likeness, not one for copying. a < b.
  virtual void remove_join(const ClaimRef& a, const ClaimRef& b) = 0;
  /// Takes the place of all events that hold one of its claims.
  virtual void put_event(const Event& event) = 0;
};

/// By what others find a report: fingerprints of its words and block keys of its claims.
struct Marks {
  std::vector<std::uint64_t> fingerprints;
  std::vector<ClaimKeys> keys;
};
Marks marks_of(const Report& report, const KnownActors& known);

/// Compares documents that came or changed with what is remembered. The result is the same whatever the order and the
/// portions in which documents come. `docs` need not be new: a document's old traces are forgotten first.
void update(Memory& memory, std::span<const std::string> docs, const Limits& limits = {});

}  // namespace hearsay::compare

// SPDX-License-Identifier: Apache-2.0
// What compare/ gives: who repeats whom, and which claims are about one happening and how they stand to each other.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/hash/hash128.hpp>
#include <hearsay/base/span.hpp>
#include <hearsay/base/time/date.hpp>

namespace hearsay {

/// whole: one text is (nearly) all of the other; partial: at least half of the shorter; wire: both draw on one agency
/// text; quotation: a shared quoted passage; furniture: the outlet's own repeated lines (never republication).
enum class Reuse : std::uint8_t { identical, republished, same_wire, quotation, furniture };

struct SharedPassage {
  Span in_from, in_to;  // byte spans in the two texts
};

/// `from` is the earlier one where dates or credits tell (`directed`), else the smaller id.
struct Republication {
  std::string from, to;  // document ids
  Reuse kind = Reuse::republished;
  bool directed = false;
  double coverage = 0;  // share of the shorter text's words that stand in the other, 0..1
  std::uint32_t shared_words = 0, longest_run = 0;
  std::string wire;  // entity or name of the credited agency, ""
  std::vector<SharedPassage> passages;
};

/// A claim by document and id.
struct ClaimRef {
  std::string doc;
  ClaimId id;
  auto operator<=>(const ClaimRef&) const = default;
};

struct ContestedValue {
  std::string value;  // "50-50", "levant:actor/syrian-army", "denied"
  std::vector<ClaimRef> claims;
};

/// Where the sayings differ: "number", "actor", "recipient", "place", "time", "status".
struct Contested {
  std::string field;
  std::string kind;  // "contradiction", "range", "update", "denial", "planned-done", "likelihood"
  std::vector<ContestedValue> values;
};

/// Claims about one happening. Nobody is declared right.
struct Event {
  ClaimId id;  // of its smallest claim id
  std::string type, mode;
  std::vector<ClaimRef> claims;    // sorted
  std::uint32_t sources = 0;       // documents' outlets
  std::uint32_t independent = 0;   // voices left when copies and shared innermost sources count once
  std::uint32_t anonymous = 0;     // unnamed voices, counted apart
  std::vector<std::string> agree;  // fields all claims that fill them agree on
  std::vector<Contested> contested;
  std::vector<std::string> why;  // one line a joining of two claims
};

/// What comparing leaves behind, so that the next report need not be compared with everything: see compare/memory.hpp.
/// A document that has a fingerprint.
struct Sharer {
  std::string doc, outlet;
  TextId text;
  std::optional<Day> published;  // the last day it can have been
};

/// Two claims that were found alike (a < b). `copied`: the same words of a copied passage; two claims may be joined for
/// either reason or for both, and each join is kept.
struct ClaimJoin {
  ClaimRef a, b;
  double score = 0;
  bool copied = false;
  std::string why;
};

/// Block keys of one claim.
struct ClaimKeys {
  ClaimRef claim;
  std::vector<std::uint64_t> keys;
};

struct Comparison {
  std::vector<Republication> republications;
  std::vector<Event> events;
};

std::string_view to_string(Reuse reuse);

}  // namespace hearsay

// SPDX-License-Identifier: Apache-2.0
// Chooses among the readings of each toponym of one report.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/place_words.hpp>

namespace hearsay::link {

/// One toponym with its readings and what the words around it ask for.
struct Toponym {
  std::string key;  // folded name: the same name in one report means the same place
  std::vector<PlaceCandidate> candidates;
  const KindWord* kind = nullptr;  // "Homs governorate", "the city of Homs"
  std::int32_t holder = -1;        // index of the toponym named as what holds it ("Springfield, Ohio")
  bool metonym = false;            // its town or country stands for a government
  std::int32_t chosen = -1;        // index into candidates
  double score = 0;                // 0..1, how sure
};

struct ReportContext {
  std::string country;   // ISO code of the outlet's country, "" when unknown
  bool theatre = false;  // the report is about the pack's theatre
};

/// Sets `chosen` and `score` of every toponym that has candidates, and sorts the candidates, best first.
///
/// Evidence, strongest first: a holder named in the text; a kind word; what else the report names (same division, same
/// country, near by); the theatre of the pack; how big and how known the place is. A name said twice keeps its meaning
/// unless a kind word beside it says otherwise.
void resolve_toponyms(std::vector<Toponym>& toponyms, const Gazetteer& gazetteer, const ReportContext& context);

}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// What each outlet and named source brought, and in which words: what `hearsay sources` asks.
#pragma once
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>

namespace hearsay::actions {

/// An outlet's own loaded word, whom it is used for, and in how many claims.
struct UsedWord {
  std::string word;         // in lower case
  std::string of, of_name;  // entity it was coded as and, where a claim has it, its neutral name; "" where unknown
  std::size_t claims = 0;
};

/// One outlet or named source, and what it brought. Counts of claims unless said otherwise; nobody is declared right.
struct SourceAnswer {
  std::string source;            // entity, or the name where unlinked
  std::string name, kind;        // kind: "outlet" or the VoiceKind
  std::size_t reports = 0;       // reports; outlets only
  std::size_t claims = 0;        // said by it
  std::size_t alone = 0;         // of these: no other independent voice in the event
  std::size_t corroborated = 0;  // of these: at least two independent voices in the event
  std::size_t copied = 0;        // of these: in a passage taken from another outlet's report
  std::size_t contested = 0;     // of these: the event has a contested field
  std::size_t contradicted = 0;  // of these: another voice published something irreconcilable, or a denial, later
  std::size_t republishing = 0, republished = 0;  // reports that repeat another outlet's / are repeated by one
  std::size_t sharing = 0;        // reports that share wording with another outlet's, who had it first being unknown
  std::vector<UsedWord> framing;  // by number of claims, then word
};

/// By number of claims, then source. The filter's limit counts sources; where it asks something of claims, sources
/// without such a claim are left out.
std::vector<SourceAnswer> list_sources(const AskRequest& request);

}  // namespace hearsay::actions

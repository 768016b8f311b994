// SPDX-License-Identifier: Apache-2.0
// Which words name an event, by which rule.
#pragma once
#include <vector>

#include <hearsay/claims/detail/arguments.hpp>

namespace hearsay::claims::detail {

struct Trigger {
  TokenIndex token = -1;
  TokenIndex frame = -1;   // the light verb that carries it, else the token itself
  std::uint32_t rule = 0;  // into RuleBook::rules
};

struct Triggers {
  std::vector<Trigger> found;  // in text order
  std::vector<Silence> silences;
};

/// Every event word of the read sentences (captions included), the most special rule that holds for each.
Triggers find_triggers(const Reading& in);

/// Whether all conditions of the rule hold at the word.
bool holds(const Reading& in, TokenIndex trigger, const TriggerRule& rule);

/// Bytes of the trigger: the word, with its particle.
Span trigger_span(const Reading& in, const Trigger& trigger);

/// "lang-en/triggers/ASSAULT.tsv:41 shell"
std::string rule_name(const TriggerRule& rule);

}  // namespace hearsay::claims::detail

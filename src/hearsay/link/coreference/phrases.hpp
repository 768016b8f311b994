// SPDX-License-Identifier: Apache-2.0
// The phrases of a text that can take up others or be taken up: names, nouns with what belongs to them, pronouns.
#pragma once
#include <cstdint>
#include <vector>

#include <hearsay/link/coreference/nominal_words.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// both: a body may be "it" and "they".
enum class Number : std::uint8_t { singular, plural, both };
enum class Form : std::uint8_t { pronoun, name, definite, possessed, indefinite, bare, coordination };
/// The first conjunct's role goes for all; modifier: "US" in "US officials"; embedded: in a phrase of another noun.
enum class Role : std::uint8_t { subject, object, oblique, embedded, possessor, modifier, other };

struct Phrase {
  std::uint32_t first = 0, end = 0, head = 0;  // tokens; clauses and prepositions behind the head are left out
  std::uint32_t sentence = 0;
  std::int32_t mention = -1;  // into Links::mentions, of a name
  std::int32_t same = -1;     // an earlier phrase that grammar says is the same: "Salem, a commander"; or -1
  Form form = Form::bare;
  Role role = Role::other;
  Sort sort = Sort::unknown;
  Number number = Number::singular;
  Gender gender = Gender::unknown;
  bool modified = false;  // words between article and head: "the Syrian army"
  bool quoted = false;    // inside quotation marks
  bool root_subject = false;
  const NominalWord* noun = nullptr;
};

/// In order of the heads; a coordination comes before its first conjunct. The words must outlive the phrases.
std::vector<Phrase> collect_phrases(const CleanText& text, const Analysis& analysis, const Links& links,
                                    const NominalWords& words);

}  // namespace hearsay::link

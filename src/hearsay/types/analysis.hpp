// SPDX-License-Identifier: Apache-2.0
// What analyse/ gives: sentences, words with tags and heads, and the names among them.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/ud.hpp>

namespace hearsay {

/// One syntactic word of Universal Dependencies. Its form is the text under `span`, also inside multi-word tokens
/// ("don't" = "do" + "n't"; "cannot" = "can" + "not").
struct Token {
  Span span;
  std::string lemma;
  std::string_view xpos;  // Penn tag; points into a static table
  Feats feats;
  Upos upos = Upos::x;
  Deprel deprel = Deprel::dep;
  std::int32_t head = -1;  // index into Analysis::tokens, -1 for a root
  std::uint8_t words = 1;  // on the first word of a multi-word token: how many words it has; 0 on the others
  bool space_after = true;
};

/// One sentence. `mark` says what the text under it is, when `marked`: a title, a caption, a comment...
struct Sentence {
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t paragraph = 0;  // counts from 0; sentences of one line or block share it
  bool marked = false;
  MarkKind mark = MarkKind::title;
};

enum class MentionKind : std::uint8_t {
  person,
  organisation,
  armed_group,
  nationality,
  place,
  facility,
  equipment,
  quantity,
  time,
  outlet
};

/// A name found in the text (kinds person to facility, equipment, outlet). Sorted by begin, then longest first;
/// one may lie inside another ("Deir Ezzor" in "Deir Ezzor Military Council"), none cross.
struct Mention {
  Span span;
  std::uint32_t first_token = 0, end_token = 0, head_token = 0;
  MentionKind kind = MentionKind::place;
  std::int32_t antecedent = -1;  // index of the mention that this one (a pronoun, "the group", a short form) stands for
  float score = 0;               // 0..1
  bool nominal = false;          // "the group", "he": not a name
};

struct Analysis {
  bool is_report = false;  // on a conflict, by its words and names
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;
  std::vector<float> name_chances;  // of each token: that it belongs to a name, in a report to a phrase below; 0..1
  std::vector<Mention>
      phrases;  // reports on a conflict only: whole noun phrases that stand for somebody or some place
                // ("an ISIL tactical unit", "we"); sorted, apart from each other; antecedent: a mention
};

/// "armed_group"
std::string_view to_string(MentionKind kind);

}  // namespace hearsay

// SPDX-License-Identifier: Apache-2.0
// Cues beside what is said, found by the order of words: greedy parses of "X, said a leader" and of reports that lost
// their commas are often wrong, the order is not.
#include <algorithm>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

bool is_punct(const Tree& tree, std::int32_t token) {
  return tree.token(token).upos == Upos::punct;
}

/// Finite verbs and auxiliaries; of participles only those the tagger calls past tense.
bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

bool has_verb(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first; i < range.end; ++i) {
    if (is_finite(tree.token(i)) || tree.token(i).xpos == "VBN" || tree.token(i).xpos == "VB") {
      return true;
    }
  }
  return false;
}

bool has_finite(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first; i < range.end; ++i) {
    if (is_finite(tree.token(i))) {
      return true;
    }
  }
  return false;
}

bool ends_quoted(const Reading& reading, TokenRange range) {
  const std::uint32_t end = reading.tree.token(range.end - 1).span.end;
  const auto q = first_ending_after(reading.quotations, end < 3 ? 0 : end - 3);
  return q != reading.quotations.end() && q->span.end + 1 >= end && q->span.end <= end + 2;
}

/// A statement: words with a verb, or a quotation.
bool is_statement(const Reading& reading, TokenRange range) {
  return range.end - range.first >= 2 && (has_verb(reading.tree, range) || ends_quoted(reading, range));
}

/// Opens a subordinate clause: what stands before such a word is not said by a cue after it ("after he said").
bool is_subordinate(const Tree& tree, const Draft& draft) {
  const std::int32_t first = std::min(draft.source_range.first, draft.cue_range.first);
  if (first == 0) {
    return false;
  }
  const Token& before = tree.token(first - 1);
  return before.upos == Upos::sconj || before.upos == Upos::cconj || before.upos == Upos::adp || before.xpos == "WDT" ||
         before.xpos == "WP" || before.xpos == "WRB";
}

bool opens_content(const Token& token) {
  return token.lemma == "that" || token.lemma == "whether" || token.lemma == "if" || token.xpos == "TO";
}

std::int32_t skip_adverbials(const Tree& tree, std::int32_t from, std::int32_t end, std::int32_t limit) {
  std::int32_t at = from;
  while (at < end && at - from < limit && !is_punct(tree, at) && !is_finite(tree.token(at)) &&
         !opens_content(tree.token(at))) {
    ++at;
  }
  return at;
}

bool closes_sentence(const Tree& tree, std::int32_t at, std::int32_t end) {
  while (at < end && is_punct(tree, at)) {
    ++at;
  }
  return at == end;
}

void add_piece(const Reading& reading, Draft& draft, TokenRange range) {
  const Span span = content_span(reading, range, draft.cue_token);
  if (!span.empty()) {
    draft.content.push_back(span);
  }
}

/// Cue and source together.
TokenRange frame_of(const Draft& draft) {
  return {std::min(draft.source_range.first, draft.cue_range.first),
          std::max(draft.source_range.end, draft.cue_range.end)};
}

bool adjacent(const Tree& tree, const Draft& draft) {
  const std::int32_t gap_first = std::min(draft.source_range.end, draft.cue_range.end);
  const std::int32_t gap_end = std::max(draft.source_range.first, draft.cue_range.first);
  return gap_end - gap_first <= 14 && !has_finite(tree, {gap_first, gap_end});
}

/// A whole clause of its own: no participle, no relative pronoun.
bool can_stand_beside(const Tree& tree, const Draft& draft) {
  const std::string_view verb = tree.token(draft.cue_token).xpos;
  const std::string_view source = tree.token(draft.source_token).xpos;
  return verb != "VBG" && verb != "VB" && source != "WDT" && source != "WP";
}

bool is_dash(std::string_view form) {
  return form == "\u2014" || form == "\u2013" || form == "--";
}

/// "the clip - filmed in May, they say - shows": the dash before, when a dash follows the cue; -1 else.
std::int32_t opening_dash(const Tree& tree, std::int32_t first, std::int32_t after, TokenRange sentence) {
  if (after >= sentence.end || !is_dash(tree.form(after))) {
    return -1;
  }
  for (std::int32_t at = first - 1; at > sentence.first; --at) {
    if (is_dash(tree.form(at))) {
      return at;
    }
  }
  return -1;
}

}  // namespace

bool beside_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (!draft.cue->has(k_quote) || draft.source_token < 0 || draft.source_range.empty() || !adjacent(tree, draft) ||
      is_subordinate(tree, draft) || !can_stand_beside(tree, draft)) {
    return false;
  }
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  const TokenRange frame = frame_of(draft);
  const bool inverted = draft.source_token > draft.cue_token;
  const TokenRange before{sentence.first, frame.first};
  if (draft.inverted) {
    add_piece(reading, draft, before);
    draft.parenthetical = true;
    return true;
  }
  const bool signed_off = draft.cue->voice && tree.token(draft.source_token).xpos == "PRP" &&
                          is_punct(tree, before.end - 1) &&
                          closes_sentence(tree, frame.end, sentence.end);  // "People like Omar, he said."
  if (before.empty() || (!is_statement(reading, before) && !(signed_off && before.end - before.first > 2))) {
    return false;
  }
  const bool mark_before = is_punct(tree, frame.first - 1);
  if (inverted && !mark_before && tree.token(frame.first - 1).upos != Upos::noun) {
    return false;
  }
  const std::int32_t after = skip_adverbials(tree, frame.end, sentence.end, 12);
  const bool about_source = inverted && frame.end < sentence.end &&
                            (tree.token(frame.end).xpos == "WP" || tree.token(frame.end).xpos == "WDT");
  if (closes_sentence(tree, after, sentence.end) || about_source) {
    add_piece(reading, draft, before);
  } else if (const std::int32_t dash = opening_dash(tree, frame.first, after, sentence); dash >= 0) {
    add_piece(reading, draft, {dash + 1, frame.first});
  } else if (mark_before && after < sentence.end && is_punct(tree, after) && tree.form(after) != ":") {
    const bool goes_on = !is_cue_clause(reading, after + 1);
    add_piece(reading, draft, before);
    if (goes_on) {
      add_piece(reading, draft, {after + 1, sentence.end});
    }
  } else {
    return false;
  }
  draft.parenthetical = !draft.content.empty();
  return draft.parenthetical;
}

bool is_cue_clause(const Reading& reading, std::int32_t token) {
  if (token >= reading.tree.size()) {
    return false;
  }
  const Token& first = reading.tree.token(token);
  if (first.xpos != "VBG") {
    return first.upos == Upos::cconj && token + 1 < reading.tree.size() && is_cue_clause(reading, token + 1);
  }
  const auto cue = reading.lexicon.verbs.find(first.lemma);
  return cue != reading.lexicon.verbs.end() && cue->second.voice && cue->second.has(k_that);
}

namespace {

/// ", but she refused to": turns against what was said, in the reporter's own words.
bool is_adversative(const Token& token) {
  return token.lemma == "but" || token.lemma == "although" || token.lemma == "though" || token.lemma == "whereas";
}

bool is_speech(const Cue& cue) {
  switch (cue.stance) {
    case Stance::ask:
    case Stance::order:
    case Stance::promise:
    case Stance::warn:
    case Stance::deny:
    case Stance::accuse:
      return true;
    default:
      return cue.voice && cue.has(k_that);
  }
}

/// Another verb of saying with its own subject begins at this conjunction: ", but she denied", "while the army said",
/// "and he urged".
bool opens_other_saying(const Reading& reading, std::int32_t conjunction, std::int32_t end) {
  const Tree& tree = reading.tree;
  for (std::int32_t at = conjunction + 1; at < std::min(end, conjunction + 10); ++at) {
    const Token& token = tree.token(at);
    if (is_punct(tree, at) || token.upos == Upos::sconj || token.xpos == "TO") {
      return false;
    }
    if (is_finite(token) && token.upos != Upos::aux) {
      const auto cue = reading.lexicon.verbs.find(token.lemma);
      if (cue == reading.lexicon.verbs.end()) {
        return false;
      }
      const bool pronoun = tree.token(conjunction + 1).xpos == "PRP";
      const bool turns = is_adversative(tree.token(conjunction)) && cue->second.has(k_to) && at > conjunction + 1;
      return (cue->second.voice && cue->second.has(k_that)) || ((pronoun || turns) && is_speech(cue->second));
    }
  }
  return false;
}

/// Where a clause beside the cue's own begins: ", and called for", ", although"; not where the content goes on ("and
/// that").
std::int32_t sibling_clause(const Tree& tree, const Draft& draft, TokenRange clause, std::int32_t end) {
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = universal(tree.token(child).deprel);
    const TokenRange range = tree.subtree(child);
    if (range.first < clause.end || (relation != Deprel::conj && relation != Deprel::advcl)) {
      continue;
    }
    const std::int32_t mark = tree.child(child, {Deprel::mark});
    const bool own_subject = tree.has_child(child, {Deprel::nsubj, Deprel::nsubj_pass});
    if (relation == Deprel::conj ? !own_subject : mark >= 0 && tree.token(mark).lemma == "while") {
      end = std::min(end, range.first);
    }
  }
  return end;
}

}  // namespace

std::int32_t content_end(const Reading& reading, const Draft& draft, TokenRange clause) {
  const Tree& tree = reading.tree;
  const std::int32_t sentence_end = tree.sentence_range(tree.sentence(draft.cue_token)).end;
  const std::int32_t end = sibling_clause(tree, draft, clause, sentence_end);
  for (std::int32_t at = clause.first; at < end; ++at) {
    const Token& token = tree.token(at);
    const bool comma = is_punct(tree, at) && tree.form(at) == ",";
    if ((comma && is_cue_clause(reading, at + 1)) || (is_punct(tree, at) && tree.form(at) == ";") ||
        is_phrase_cue(reading, at)) {
      return at;
    }
    const bool joins = token.upos == Upos::cconj || token.upos == Upos::sconj;
    if (at > clause.first && joins && opens_other_saying(reading, at, end)) {
      return at;
    }
  }
  return end;
}

bool that_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (!draft.cue->has(k_that)) {
    return false;
  }
  constexpr std::int32_t k_reach = 16;  // hearer, place and time of saying fit between the cue and "that"
  const std::int32_t end =
      std::min(tree.sentence_range(tree.sentence(draft.cue_token)).end - 1, draft.cue_range.end + k_reach);
  for (std::int32_t at = draft.cue_range.end; at < end; ++at) {
    const Token& token = tree.token(at);
    if (token.lemma == "that" && token.upos != Upos::det) {
      if (draft.cue->has(k_acts) && at > draft.cue_range.end) {
        return false;  // "found a tunnel that militants dug"
      }
      const bool opens =
          (!is_punct(tree, at + 1) || tree.form(at + 1) != ".") && !is_finite(tree.token(at + 1)) && at + 2 < end;
      if (opens) {
        add_piece(reading, draft, {at, content_end(reading, draft, {at, at + 1})});
      }
      return !draft.content.empty();
    }
    const bool stops = is_finite(token) || (is_punct(tree, at) && tree.form(at) != ",") || token.upos == Upos::cconj ||
                       token.upos == Upos::sconj || token.xpos == "WP" || token.xpos == "WDT" || token.xpos == "TO";
    if (stops) {
      return false;
    }
  }
  return false;
}

bool linear_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const bool shows = draft.cue->stance == Stance::show;
  if (!draft.cue->has(k_that) || (!draft.cue->has(k_quote) && !shows) || !draft.cue->voice || draft.source_token < 0) {
    return false;
  }
  constexpr std::int32_t k_reach = 16;  // a subject of more words is rare
  const std::int32_t end =
      std::min(tree.sentence_range(tree.sentence(draft.cue_token)).end, draft.cue_range.end + k_reach);
  for (std::int32_t at = draft.cue_range.end; at < end; ++at) {
    const Token& token = tree.token(at);
    if (is_finite(token)) {
      if (at > draft.cue_range.end) {
        add_piece(reading, draft, {draft.cue_range.end, content_end(reading, draft, {at, at + 1})});
      }
      return !draft.content.empty();
    }
    if (is_punct(tree, at) && is_cue_clause(reading, at + 1)) {
      return false;  // "denied responsibility, saying its strikes hit a depot"
    }
    const bool pair = token.upos == Upos::cconj &&  // "said neither the army nor its allies"
                      (at == draft.cue_range.end || token.lemma == "nor" || token.lemma == "or");
    const bool stops = (is_punct(tree, at) && tree.form(at) != ",") || (token.upos == Upos::cconj && !pair) ||
                       token.upos == Upos::sconj || token.xpos == "WP" || token.xpos == "WDT" || token.xpos == "TO";
    if (stops) {
      return false;
    }
  }
  return false;
}

}  // namespace hearsay::claims::attribution

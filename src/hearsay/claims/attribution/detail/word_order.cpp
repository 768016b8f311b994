// SPDX-License-Identifier: Apache-2.0
// The speaker by the order of words: English puts the subject right before its verb, or right after it behind a
// quotation.
#include <algorithm>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

bool is_noun(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn;
}

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

bool is_nominative(const Token& token) {
  return token.upos == Upos::pron && (token.xpos == "PRP" || token.xpos == "DT" || token.xpos == "NN");
}

bool is_phrase_word(const Token& token) {
  return is_noun(token) || token.upos == Upos::adj || token.upos == Upos::det || token.upos == Upos::num ||
         token.upos == Upos::adp || token.xpos == "POS" || token.xpos == "PRP$";
}

/// "(R-Ga.)" before the verb is stepped over.
std::int32_t before_brackets(const Tree& tree, std::int32_t at, std::int32_t first) {
  if (at < first || tree.form(at) != ")") {
    return at;
  }
  for (std::int32_t i = at; i >= std::max(first, at - 8); --i) {
    if (tree.form(i) == "(") {
      return i - 1;
    }
  }
  return at;
}

/// Whether a name begins at the token that does not hold the token before.
bool begins_mention(const Reading& reading, std::int32_t token) {
  const std::uint32_t at = reading.tree.token(token).span.begin;
  const auto& all = reading.links.mentions;
  const auto m = std::partition_point(all.begin(), all.end(), [&](const Linked& one) { return one.span.begin < at; });
  const bool begins =
      m != all.end() && m->span.begin == at && m->kind != MentionKind::time && m->kind != MentionKind::quantity;
  const bool inside = m != all.begin() && (m - 1)->span.end > at;
  return begins && !inside;
}

/// A hyphen inside a word ("al-Sahel").
bool is_inner_hyphen(const Tree& tree, std::int32_t token, std::int32_t first) {
  return tree.form(token) == "-" && token > first && !tree.token(token).space_after &&
         !tree.token(token - 1).space_after;
}

/// Whether an outlet's name begins at the token behind a noun that is none ("a militant leader AFP", but "news agency
/// SANA").
bool outlet_opens(const Reading& reading, std::int32_t token) {
  const std::uint32_t at = reading.tree.token(token).span.begin;
  const auto& all = reading.links.mentions;
  const auto m = std::partition_point(all.begin(), all.end(), [&](const Linked& one) { return one.span.begin < at; });
  const SourceNoun* before = source_noun(reading, token - 1);
  return m != all.end() && m->span.begin == at && m->kind == MentionKind::outlet && before != nullptr &&
         is_noun(reading.tree.token(token - 1)) && before->kind != VoiceKind::agency &&
         before->kind != VoiceKind::outlet && before->kind != VoiceKind::group;
}

/// First token of the noun phrase that ends at `last`. An article that follows a noun begins a new phrase, also where
/// the comma before it was lost.
std::int32_t phrase_begin(const Reading& reading, std::int32_t last, std::int32_t first) {
  const Tree& tree = reading.tree;
  std::int32_t at = last;
  while (at > first) {
    const Token& token = tree.token(at);
    const Token& before = tree.token(at - 1);
    if (is_inner_hyphen(tree, at - 1, first) || is_inner_hyphen(tree, at, first)) {
      --at;
      continue;
    }
    const bool opens = token.upos == Upos::det || token.xpos == "PRP$";
    // A lost comma before a name; a role stays with its name ("commander Abu Omar").
    const bool name_opens =
        token.upos == Upos::propn && before.upos == Upos::noun && source_noun(reading, at - 1) == nullptr;
    const bool mention_opens =
        is_noun(before) && begins_mention(reading, at) && source_noun(reading, at - 1) == nullptr;
    // So does an adjective that no preposition follows ("of Raqqa local media", but "a source close to").
    const bool adjective_opens =
        token.upos == Upos::adj && is_noun(before) && !(at < last && tree.token(at + 1).upos == Upos::adp);
    if (!is_phrase_word(before) || name_opens || mention_opens || adjective_opens || outlet_opens(reading, at) ||
        (opens && before.upos != Upos::adp && before.upos != Upos::det)) {
      break;
    }
    --at;
  }
  while (at < last && (tree.token(at).upos == Upos::adp || tree.token(at).xpos == "POS")) {
    ++at;
  }
  return at;
}

/// Last noun before the first preposition.
std::int32_t phrase_head(const Tree& tree, TokenRange phrase) {
  std::int32_t head = -1;
  for (std::int32_t i = phrase.first; i < phrase.end; ++i) {
    const Token& token = tree.token(i);
    if ((token.upos == Upos::adp || token.xpos == "POS") && head >= 0) {
      if (token.xpos != "POS") {
        break;
      }
      continue;
    }
    if (is_noun(token) || token.upos == Upos::num || (token.upos == Upos::adj && (head < 0 || head + 1 == i))) {
      head = is_noun(token) || head < 0 || !is_noun(tree.token(head)) ? i : head;
    }
  }
  return head < 0 ? phrase.end - 1 : head;
}

struct Speaker {
  std::int32_t head = -1;
  TokenRange range;
};

Speaker speaker_left(const Reading& reading, const Draft& draft, std::int32_t first) {
  const Tree& tree = reading.tree;
  const std::int32_t last = before_brackets(tree, draft.cue_range.first - 1, first);
  if (last < first) {
    return {};
  }
  if (is_nominative(tree.token(last))) {
    return {last, {last, last + 1}};
  }
  if (!is_noun(tree.token(last))) {
    return {};
  }
  TokenRange phrase{phrase_begin(reading, last, first), last + 1};
  const std::string_view before = phrase.first - 1 > first ? tree.token(phrase.first - 1).xpos : std::string_view{};
  if ((before == "VBN" || before == "VBG") && is_noun(tree.token(phrase.first - 2))) {
    // "a witness named Khaled", "a group tracking the war"
    const TokenRange named{phrase_begin(reading, phrase.first - 2, first), phrase.first - 1};
    return {phrase_head(tree, named), {named.first, draft.cue_range.first}};
  }
  return {phrase_head(tree, phrase), {phrase.first, draft.cue_range.first}};
}

Speaker speaker_right(const Tree& tree, const Draft& draft, std::int32_t end) {
  std::int32_t at = draft.cue_range.end;
  if (at >= end) {
    return {};
  }
  if (is_nominative(tree.token(at)) && at + 1 < end && tree.token(at + 1).upos == Upos::punct) {
    return {at, {at, at + 1}};
  }
  if (!is_phrase_word(tree.token(at)) || tree.token(at).upos == Upos::adp) {
    return {};
  }
  const std::int32_t begin = at;
  while (at < end && is_phrase_word(tree.token(at)) &&
         !(at > begin && tree.token(at).upos == Upos::det && tree.token(at - 1).upos != Upos::adp)) {
    ++at;  // an article after a noun opens an apposition
  }
  const std::int32_t head = phrase_head(tree, {begin, at});
  return is_noun(tree.token(head)) ? Speaker{head, {begin, at}} : Speaker{};
}

}  // namespace

namespace {

bool has_speaker(const Reading& reading, const Speaker& speaker) {
  for (std::int32_t i = speaker.range.first; i < speaker.range.end; ++i) {
    if (may_speak(reading, speaker.range, i)) {
      return true;
    }
  }
  return false;
}

/// Where the order of words is inverted: a comma or closing mark before the cue, a speaker behind it, then the end.
Speaker inverted_speaker(const Reading& reading, const Draft& draft, TokenRange sentence) {
  const Tree& tree = reading.tree;
  const std::int32_t clause = tree.child(draft.cue_token, {Deprel::ccomp});
  if (clause > draft.cue_token || draft.cue->has(k_hearer)) {
    return {};  // behind "told" stands the hearer
  }
  const Speaker found = speaker_right(tree, draft, sentence.end);
  if (found.head < 0 || is_time(reading, found.head) || (draft.source_token >= 0 && !has_speaker(reading, found))) {
    return {};
  }
  const bool closes = found.range.end >= sentence.end || !is_finite(tree.token(found.range.end));
  return closes ? found : Speaker{};
}

/// "... killing two soldiers Interfax news agency reported.": the agency before a final cue is the subject alone.
bool is_agency_at_end(const Reading& reading, const Draft& draft, std::int32_t left, TokenRange sentence) {
  const Tree& tree = reading.tree;
  const SourceNoun* noun = source_noun(reading, left);
  const bool last = draft.cue_range.end + 1 >= sentence.end;
  if (!last || noun == nullptr || (noun->kind != VoiceKind::agency && noun->kind != VoiceKind::outlet)) {
    return false;
  }
  for (std::int32_t i = draft.source_range.first; i < left; ++i) {
    if (tree.token(i).xpos == "VBG" || is_finite(tree.token(i))) {
      return phrase_begin(reading, left, sentence.first) > i;
    }
  }
  return false;
}

/// A subject that swallowed the statement before a final cue: long, with a verb of its own in it; or none, where the
/// parse took the cue for a relative clause.
bool swallows(const Tree& tree, const Draft& draft) {
  if (tree.has_child(draft.cue_token, {Deprel::ccomp, Deprel::obj, Deprel::xcomp})) {
    return false;
  }
  const bool relative =
      tree.token(draft.cue_token).deprel == Deprel::acl_relcl && !tree.has_child(draft.cue_token, {Deprel::nsubj});
  constexpr std::int32_t k_long = 8;
  if (draft.source_range.end - draft.source_range.first < k_long) {
    return relative;
  }
  for (std::int32_t i = draft.source_range.first; i < draft.source_range.end; ++i) {
    if (tree.form(i) == "," || tree.token(i).xpos == "WP") {
      return false;  // an apposition or a relative clause about the speaker
    }
    if (is_finite(tree.token(i)) || tree.token(i).xpos == "VBN") {
      return true;
    }
  }
  return relative;
}

}  // namespace

bool is_final_participle(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  const TokenRange sentence = tree.sentence_range(tree.sentence(verb));
  const bool last = verb + 1 == sentence.end || (verb + 2 == sentence.end && tree.token(verb + 1).upos == Upos::punct);
  const std::string_view tag = tree.token(verb).xpos;
  if (!last || verb <= sentence.first + 2 || (tag != "VBN" && tag != "NNS") ||
      tree.has_child(verb, {Deprel::aux, Deprel::aux_pass})) {
    return false;
  }
  const SourceNoun* noun = source_noun(reading, verb - 1);
  if (tag == "NNS") {  // "... news agency reports."
    return noun != nullptr && (noun->kind == VoiceKind::agency || noun->kind == VoiceKind::outlet);
  }
  return noun != nullptr && noun->kind != VoiceKind::document;
}

bool speaker_by_order(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const Token& verb = tree.token(draft.cue_token);
  const bool past =
      verb.xpos == "VBD" || verb.xpos == "VBZ" || verb.xpos == "VBP" || is_final_participle(reading, draft.cue_token);
  if (!draft.cue->has(k_quote) || (!past && verb.xpos != "VBN")) {
    return false;
  }
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  const std::int32_t left = before_brackets(tree, draft.cue_range.first - 1, sentence.first);
  const bool at_begin = left < sentence.first;
  Speaker found;
  if (!at_begin && tree.token(left).upos != Upos::punct) {
    const bool parsed =
        draft.source_token >= 0 && draft.source_range.contains(left) && !swallows(tree, draft) &&
        !is_agency_at_end(reading, draft, left, sentence) &&
        !(draft.source_range.first > sentence.first && tree.token(draft.source_range.first - 1).xpos == "VBG");
    if (!parsed && past) {
      found = speaker_left(reading, draft, sentence.first);
    }
    const Speaker left_one = found.head >= 0 ? found : Speaker{draft.source_token, draft.source_range};
    const Speaker behind = past && left > sentence.first ? inverted_speaker(reading, draft, sentence) : Speaker{};
    if (behind.head >= 0 && has_speaker(reading, behind) &&
        (left_one.head < 0 || !may_speak(reading, left_one.range, left_one.head))) {
      found = behind;  // "... old police station said the Observatory": the comma was lost
    }
  } else if (draft.source_token < draft.cue_token && (at_begin || tree.form(left) != ".")) {
    found = inverted_speaker(reading, draft, sentence);
  }
  if (found.head < 0) {
    return false;
  }
  draft.source_token = found.head;
  draft.source_range = found.range;
  return true;
}

namespace {

/// The cue may stand before its speaker, and neither an auxiliary nor a subject pronoun stands right before it.
bool may_invert(const Reading& reading, const Draft& draft, std::int32_t first) {
  const Tree& tree = reading.tree;
  const std::int32_t verb = draft.cue_token;
  const std::string_view tag = tree.token(verb).xpos;
  if (!draft.cue->has(k_inverts) || verb < first + 3 || (tag != "VBD" && tag != "VBN" && tag != "VBZ") ||
      tree.has_child(verb, {Deprel::aux, Deprel::aux_pass})) {
    return false;
  }
  const Token& before = tree.token(verb - 1);
  const bool ends_clause = is_noun(before) || before.upos == Upos::verb || before.upos == Upos::num ||
                           before.upos == Upos::adj || is_time(reading, verb - 1);
  const auto finite = [&](std::int32_t i) { return is_finite(tree.token(i)) || tree.token(i).xpos == "VBN"; };
  bool clause = false;
  for (std::int32_t i = first; i < verb; ++i) {
    clause = clause || finite(i);
  }
  return ends_clause && clause;
}

/// A capital inside a sentence is a name, whatever the tag of a rare word says.
bool is_capital(const Tree& tree, std::int32_t token) {
  const char first = tree.form(token).front();
  return first >= 'A' && first <= 'Z' && token > tree.sentence_range(tree.sentence(token)).first;
}

/// The noun phrase right behind the cue, without time and apposition: "the Observatory monitoring group".
TokenRange phrase_behind(const Reading& reading, std::int32_t begin, std::int32_t end) {
  const Tree& tree = reading.tree;
  std::int32_t at = begin;
  while (at < end && !is_time(reading, at)) {
    const Token& token = tree.token(at);
    const bool compound = token.xpos == "VBG" && at > begin && at + 1 < end && is_noun(tree.token(at + 1));
    const bool joins = (tree.form(at) == "-" || is_phrase_word(token) || compound || is_capital(tree, at)) &&
                       !(at == begin && (token.upos == Upos::adp || token.upos == Upos::num));
    const bool apposition = at > begin && token.upos == Upos::det && tree.token(at - 1).upos != Upos::adp;
    if (!joins || apposition) {
      break;
    }
    ++at;
  }
  while (at > begin + 1 && tree.token(at - 1).upos == Upos::adp) {
    --at;
  }
  return {begin, at};
}

/// Nothing but time, an apposition, a relative clause or another participle of saying follows up to the end.
bool closes_behind(const Reading& reading, std::int32_t at, std::int32_t end) {
  const Tree& tree = reading.tree;
  if (at < end && (tree.token(at).xpos == "WP" || tree.token(at).xpos == "WDT")) {
    return true;
  }
  for (; at < end && !is_cue_clause(reading, at); ++at) {
    if ((is_finite(tree.token(at)) && !is_capital(tree, at)) || tree.token(at).upos == Upos::punct) {
      return tree.token(at).upos == Upos::punct;
    }
  }
  return true;
}

}  // namespace

bool speaker_behind(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  if (!may_invert(reading, draft, sentence.first)) {
    return false;
  }
  const TokenRange phrase = phrase_behind(reading, draft.cue_token + 1, sentence.end);
  if (phrase.empty() || !closes_behind(reading, phrase.end, sentence.end)) {
    return false;
  }
  const std::int32_t head = phrase_head(tree, phrase);
  const bool speaks = (is_noun(tree.token(head)) || is_capital(tree, head)) &&
                      (is_capital(tree, head) || has_speaker(reading, {head, phrase}));
  if (!speaks) {
    return false;
  }
  draft.cue_range = {draft.cue_token, draft.cue_token + 1};
  draft.source_token = head;
  draft.source_range = phrase;
  return true;
}

namespace {

bool ends_sentence(const Tree& tree, std::int32_t at, TokenRange sentence) {
  return at >= sentence.end || (at + 1 == sentence.end && tree.token(at).upos == Upos::punct);
}

/// The verb that quotes, near before "as saying"; -1 when there is none.
std::int32_t quoting_before(const Reading& reading, std::int32_t saying, std::int32_t first) {
  constexpr std::int32_t k_reach = 9;  // words of who is quoted
  for (std::int32_t at = saying - 2; at > std::max(first, saying - k_reach); --at) {
    const auto cue = reading.lexicon.verbs.find(reading.tree.token(at).lemma);
    if (reading.tree.token(at).upos == Upos::verb && cue != reading.lexicon.verbs.end() &&
        cue->second.has(k_quotes_as)) {
      return at;
    }
  }
  return -1;
}

Speaker speaker_in(const Tree& tree, TokenRange phrase) {
  return phrase.empty() ? Speaker{} : Speaker{phrase_head(tree, phrase), phrase};
}

/// "[quoted | was quoted] as saying [by X]": who stands between the quoting verb and "as", or behind "by".
Speaker beside_quoting(const Reading& reading, std::int32_t quoting, std::int32_t saying, TokenRange sentence) {
  const Tree& tree = reading.tree;
  if (quoting + 1 < saying - 1) {
    const std::int32_t begin = tree.form(quoting + 1) == "by" ? quoting + 2 : quoting + 1;
    return speaker_in(tree, {begin, saying - 1});
  }
  if (saying + 2 < sentence.end && tree.form(saying + 1) == "by") {
    return speaker_in(tree, phrase_behind(reading, saying + 2, sentence.end));
  }
  return {};
}

}  // namespace

bool quoted_at_end(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t saying = draft.cue_token;
  const TokenRange sentence = tree.sentence_range(tree.sentence(saying));
  if (saying < sentence.first + 5 || tree.form(saying) != "saying" || tree.form(saying - 1) != "as") {
    return false;
  }
  const std::int32_t quoting = quoting_before(reading, saying, sentence.first);
  if (quoting < 0) {
    return false;
  }
  const bool passive = tree.token(quoting - 1).lemma == "be";
  draft.cue_range = {passive ? quoting - 1 : quoting, saying + 1};
  const Speaker before = speaker_left(reading, draft, sentence.first);
  const Speaker beside = beside_quoting(reading, quoting, saying, sentence);
  const Speaker& quoted = passive ? before : beside;
  const Speaker& quotes = passive ? beside : before;
  const std::int32_t end = beside.head >= saying ? beside.range.end : saying + 1;
  if (before.head < 0 || quoted.head < 0 || before.range.first < sentence.first + 2 ||
      !ends_sentence(tree, end, sentence)) {
    return false;
  }
  const Span content = content_span(reading, {sentence.first, before.range.first}, saying);
  if (content.empty()) {
    return false;
  }
  draft.cue_range = {saying, saying + 1};
  draft.source_token = quoted.head;
  draft.source_range = quoted.range;
  draft.outer = quotes.head;
  draft.outer_range = quotes.range;
  draft.handed_on_by = quoting;
  draft.parenthetical = true;
  draft.content.push_back(content);
  return true;
}

namespace {

/// A source that is a whole: nothing but another source noun goes on with it ("state media reports").
bool is_whole_source(const SourceNoun& noun) {
  return noun.kind == VoiceKind::document || noun.kind == VoiceKind::outlet || noun.kind == VoiceKind::agency;
}

/// "According to a staff statement artillery fire ...": where the source ends although nouns go on; -1 when they do not
/// or no verb follows them.
std::int32_t whole_source_end(const Reading& reading, std::int32_t begin, std::int32_t end) {
  const Tree& tree = reading.tree;
  std::int32_t at = begin;
  while (at + 1 < end && tree.token(at).upos != Upos::adp &&
         (is_phrase_word(tree.token(at)) || source_noun(reading, at) != nullptr)) {
    const SourceNoun* noun = is_noun(tree.token(at)) ? source_noun(reading, at) : nullptr;
    const SourceNoun* next = source_noun(reading, at + 1);
    const bool goes_on = next != nullptr && next->kind != VoiceKind::group && next->kind != VoiceKind::unnamed &&
                         is_noun(tree.token(at + 1));
    if (noun != nullptr && is_whole_source(*noun) && !goes_on && tree.token(at + 1).upos != Upos::adp) {
      ++at;
      break;
    }
    ++at;
  }
  const bool stopped = at > begin && at < end && source_noun(reading, at - 1) != nullptr &&
                       is_whole_source(*source_noun(reading, at - 1));
  if (!stopped || !is_phrase_word(tree.token(at)) || tree.token(at).xpos == "POS") {
    return -1;
  }
  for (std::int32_t i = at; i < end && tree.token(i).upos != Upos::punct; ++i) {
    if (is_finite(tree.token(i)) || tree.token(i).xpos == "VBN") {
      return at;
    }
  }
  return -1;
}

}  // namespace

bool phrase_source_by_order(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  const std::int32_t begin = draft.cue_range.end;
  std::int32_t at = begin;
  while (at < sentence.end && is_phrase_word(tree.token(at)) && !is_time(reading, at)) {
    const bool opens = tree.token(at).upos == Upos::det || tree.token(at).upos == Upos::num;
    if (at > begin && opens && is_noun(tree.token(at - 1))) {
      break;  // another noun phrase: the comma between them was lost
    }
    ++at;
  }
  const std::int32_t whole = whole_source_end(reading, begin, sentence.end);
  at = whole >= 0 ? whole : at;
  if (at >= sentence.end || tree.token(at).upos == Upos::punct || at >= draft.source_range.end) {
    return false;
  }
  while (at > begin + 1 && tree.token(at - 1).upos == Upos::adp) {
    --at;
  }
  const TokenRange phrase{begin, at};
  const std::int32_t head = phrase.empty() ? -1 : phrase_head(tree, phrase);
  if (head < 0 || !is_noun(tree.token(head))) {
    return false;
  }
  draft.source_token = head;
  draft.source_range = phrase;
  return true;
}

}  // namespace hearsay::claims::attribution

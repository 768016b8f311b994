// SPDX-License-Identifier: Apache-2.0
// From a source's words to a voice: a linked name, or a short noun phrase that stays anonymous.
#include <algorithm>
#include <unordered_set>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

/// Relative pronouns stand for the noun their clause modifies.
std::int32_t spoken_for(const Tree& tree, std::int32_t head) {
  const Token& token = tree.token(head);
  if (token.upos != Upos::pron || token.head < 0 || token.feats.pron_type != ud::PronType::rel) {
    return head;
  }
  std::int32_t clause = token.head;
  for (int steps = 0; steps < 6 && clause >= 0; ++steps) {
    if (universal(tree.token(clause).deprel) == Deprel::acl) {
      return tree.token(clause).head;
    }
    clause = tree.token(clause).head;
  }
  return head;
}

bool is_actor(const Linked& mention) {
  switch (mention.kind) {
    case MentionKind::person:
    case MentionKind::organisation:
    case MentionKind::armed_group:
    case MentionKind::outlet:
      return true;
    case MentionKind::place:
    case MentionKind::nationality:
    case MentionKind::facility:
      return mention.metonym;
    default:
      return false;
  }
}

const Linked& resolved(const Links& links, const Linked& mention) {
  const Linked* at = &mention;
  for (int steps = 0; steps < 8 && at->antecedent >= 0; ++steps) {
    if (!at->nominal && !at->entity.empty()) {
      break;
    }
    at = &links.mentions[static_cast<std::size_t>(at->antecedent)];
  }
  return *at;
}

/// Mentions that begin inside the bytes, in text order.
auto mentions_in(const Links& links, Span span) {
  const auto& all = links.mentions;
  const auto first =
      std::partition_point(all.begin(), all.end(), [&](const Linked& m) { return m.span.begin < span.begin; });
  const auto last = std::partition_point(first, all.end(), [&](const Linked& m) { return m.span.begin < span.end; });
  return std::pair{first, last};
}

/// Whether every step from `token` up to `head` keeps the referent: "Colonel Ryan Dillon", "a spokesman named Mazaham".
bool same_referent(const Tree& tree, std::int32_t token, std::int32_t head) {
  for (int steps = 0; steps < 6 && token >= 0 && token != head; ++steps) {
    const Token& t = tree.token(token);
    const Deprel relation = universal(t.deprel);
    const bool named = relation == Deprel::acl && (t.lemma == "name" || t.lemma == "identify" || t.lemma == "call");
    if (relation != Deprel::appos && relation != Deprel::flat && relation != Deprel::compound &&
        relation != Deprel::xcomp && relation != Deprel::obj && relation != Deprel::nmod_desc && !named) {
      return false;
    }
    token = t.head;
  }
  return token == head;
}

/// "who identified himself as Abu Omar": the tokens of the name behind the phrase; empty when there is none.
TokenRange self_given_name(const Tree& tree, std::int32_t head, TokenRange extent) {
  const std::int32_t end = tree.sentence_range(tree.sentence(head)).end;
  std::int32_t who = head + 1;
  while (who < std::min(end, extent.end + 1) && tree.token(who).xpos != "WP") {
    ++who;
  }
  if (who >= end || tree.token(who).xpos != "WP") {
    return {};
  }
  constexpr std::int32_t k_reach = 8;
  for (std::int32_t at = who + 1; at + 1 < std::min(end, who + k_reach); ++at) {
    if (tree.token(at).lemma == "as" && tree.token(at + 1).upos == Upos::propn) {
      std::int32_t last = at + 1;
      while (last < end && (tree.token(last).upos == Upos::propn || tree.form(last) == "-")) {
        ++last;
      }
      return {at + 1, last};
    }
  }
  return {};
}

constexpr std::uint32_t k_longest_phrase = 200;  // bytes: no "the ..." before a noun is longer

/// The mention that names the speaker: a person in apposition first, then a mention with the same head.
const Linked* naming_mention(const Reading& reading, std::int32_t head, TokenRange extent) {
  const auto [first, last] = mentions_in(reading.links, reading.tree.span(extent));
  const Linked* best = nullptr;
  for (auto m = first; m != last; ++m) {
    if (!is_actor(*m) || static_cast<std::int32_t>(m->end_token) > extent.end) {
      continue;
    }
    const bool person = m->kind == MentionKind::person && !m->nominal;
    const bool holds_head =
        m->first_token <= static_cast<std::uint32_t>(head) && static_cast<std::uint32_t>(head) < m->end_token;
    const bool same_head = static_cast<std::int32_t>(m->head_token) == head || (holds_head && !m->attributive);
    if (person && (same_head || same_referent(reading.tree, static_cast<std::int32_t>(m->head_token), head))) {
      return &*m;
    }
    if (same_head && best == nullptr) {
      best = &*m;
    }
  }
  return best;
}

/// The role said beside a person's name ("Colonel", "spokesman").
const SourceNoun* role_in(const Reading& reading, TokenRange extent) {
  const SourceNoun* role = nullptr;
  for (std::int32_t i = extent.first; i < extent.end; ++i) {
    const SourceNoun* noun = source_noun(reading, i);
    if (noun != nullptr && (noun->kind == VoiceKind::spokesman || noun->kind == VoiceKind::witness)) {
      return noun;
    }
    role = role != nullptr ? role : noun;
  }
  return role;
}

VoiceKind kind_of(const Reading& reading, const Linked& mention, TokenRange extent) {
  if (mention.kind == MentionKind::outlet) {
    return mention.type.find("agency") != std::string::npos ? VoiceKind::agency : VoiceKind::outlet;
  }
  if (mention.kind != MentionKind::person) {
    return VoiceKind::group;
  }
  const SourceNoun* role = role_in(reading, extent);
  return role != nullptr && (role->kind == VoiceKind::spokesman || role->kind == VoiceKind::witness)
             ? role->kind
             : VoiceKind::official;
}

bool drops_at_begin(const Token& token) {
  return token.upos == Upos::det || (token.upos == Upos::num && token.lemma == "one") || token.upos == Upos::adp ||
         token.upos == Upos::punct;
}

/// A hyphen inside a word ("Abdel-Moneim").
bool joins_name(const Tree& tree, std::int32_t token, std::int32_t end) {
  return tree.form(token) == "-" && token + 1 < end && !tree.token(token).space_after &&
         !tree.token(token - 1).space_after;
}

/// The noun phrase as a coder would write it: no article, nothing after a comma, a verb or a relative pronoun.
TokenRange short_extent(const Tree& tree, std::int32_t head, TokenRange extent) {
  while (extent.first < head && drops_at_begin(tree.token(extent.first))) {
    ++extent.first;
  }
  for (std::int32_t i = head + 1; i < extent.end; ++i) {
    const Token& token = tree.token(i);
    const bool clause =
        token.upos == Upos::verb || (token.upos == Upos::pron && token.feats.pron_type == ud::PronType::rel);
    const bool apposition =
        token.upos == Upos::det && tree.token(i - 1).upos != Upos::adp && tree.token(i - 1).upos != Upos::det;
    if ((token.upos == Upos::punct && !joins_name(tree, i, extent.end)) || apposition || clause ||
        token.upos == Upos::sconj || token.xpos == "POS") {
      extent.end = i;
    }
  }
  return extent;
}

std::string words_of(const Tree& tree, TokenRange range) {
  std::string words(text_of(tree.text(), tree.span(range)));
  for (char& c : words) {
    c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  }
  return words;
}

/// "The anti-X force", "X-backed fighters": who is named so is not the one spoken of.
bool is_in_epithet(std::string_view text, Span name) {
  const std::string_view before = text.substr(0, name.begin), after = text.substr(name.end);
  return before.ends_with("anti-") || before.ends_with("Anti-") || before.ends_with("pro-") ||
         before.ends_with("Pro-") || after.starts_with("-backed") || after.starts_with("-led") ||
         after.starts_with("-held") || after.starts_with("-linked");
}

/// The organisation a role belongs to: "a spokesman for X", "an X spokesman".
const Linked* organisation_in(const Reading& reading, TokenRange extent) {
  const auto [first, last] = mentions_in(reading.links, reading.tree.span(extent));
  for (auto m = first; m != last; ++m) {
    if (m->kind == MentionKind::organisation || m->kind == MentionKind::armed_group || m->kind == MentionKind::outlet) {
      // "a spokesman for the group" says too little: whose spokesman he is would be a guess.
      const char first_letter = text_of(reading.tree.text(), m->span).front();
      const bool common =
          m->nominal || (first_letter >= 'a' && first_letter <= 'z') || is_in_epithet(reading.tree.text(), m->span);
      if (!common && !m->name.empty()) {
        return &*m;
      }
    }
  }
  return nullptr;
}

/// By construction: who is a witness or has no name has no entity.
void hide_unnamed(Voice& voice) {
  if (voice.kind == VoiceKind::witness || voice.kind == VoiceKind::unnamed) {
    voice.entity.clear();
  }
}

Voice voice_of_mention(const Reading& reading, const Linked& mention, TokenRange extent) {
  const Linked& known = resolved(reading.links, mention);
  Voice voice;
  voice.kind = kind_of(reading, known, extent);
  voice.entity = known.entity;
  voice.name = !known.name.empty() ? known.name : std::string(text_of(reading.tree.text(), known.span));
  hide_unnamed(voice);
  return voice;
}

bool is_person_role(const SourceNoun* noun) {
  return noun != nullptr && (noun->kind == VoiceKind::official || noun->kind == VoiceKind::spokesman ||
                             noun->kind == VoiceKind::unnamed || noun->kind == VoiceKind::witness);
}

/// The capitals at the end of a phrase, of which none is a role or part of a name of something else.
TokenRange final_name(const Reading& reading, TokenRange phrase) {
  const Tree& tree = reading.tree;
  std::int32_t first = phrase.end;
  while (first > phrase.first &&
         ((tree.token(first - 1).upos == Upos::propn && source_noun(reading, first - 1) == nullptr) ||
          (first < phrase.end && first - 1 > phrase.first && joins_name(tree, first - 1, phrase.end)))) {
    --first;
  }
  return {first, phrase.end};
}

/// "coalition spokesman Colonel Peter Hallam" where no person is linked: the name behind the role; empty when none is.
TokenRange titled_name(const Reading& reading, TokenRange phrase) {
  const TokenRange name = final_name(reading, phrase);
  constexpr std::int32_t k_longest = 6;
  if (name.empty() || name.first <= phrase.first || name.end - name.first > k_longest ||
      !is_person_role(source_noun(reading, name.first - 1))) {
    return {};
  }
  const auto [first, last] = mentions_in(reading.links, reading.tree.span(name));
  const bool other = std::any_of(first, last, [](const Linked& m) { return m.kind != MentionKind::person; });
  return other ? TokenRange{} : name;
}

/// "a spokesman named Salem": the name behind the participle; empty when there is none.
TokenRange given_name(const Reading& reading, std::int32_t head, TokenRange extent) {
  const Tree& tree = reading.tree;
  for (std::int32_t at = head + 1; at + 1 < extent.end; ++at) {
    const std::string& word = tree.token(at).lemma;
    if ((word == "name" || word == "call" || word == "identify") && tree.token(at).xpos == "VBN") {
      std::int32_t end = at + 1;
      while (end < extent.end && tree.token(end).upos == Upos::propn) {
        ++end;
      }
      return {at + 1, end};
    }
  }
  return {};
}

/// "a commander of the rebel group Maghawir al-Thawra": the name behind the noun of a group; empty when there is none.
TokenRange group_of_role(const Reading& reading, std::int32_t head, TokenRange phrase) {
  const TokenRange name = final_name(reading, phrase);
  const SourceNoun* noun = name.first > head + 1 ? source_noun(reading, name.first - 1) : nullptr;
  const bool of_group = !name.empty() && noun != nullptr && noun->kind == VoiceKind::group &&
                        reading.tree.token(head + 1).upos == Upos::adp;
  return of_group ? name : TokenRange{};
}

bool has_word(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  const bool begins = at == 0 || (at != std::string_view::npos && text[at - 1] == ' ');
  return begins && (at + word.size() == text.size() || text[at + word.size()] == ' ');
}

Voice voice_of_noun(const Reading& reading, std::int32_t head, TokenRange extent) {
  const Tree& tree = reading.tree;
  const SourceNoun* noun = source_noun(reading, head);
  const bool named = tree.token(head).upos == Upos::propn && noun == nullptr;
  Voice voice;
  voice.kind = noun != nullptr ? noun->kind : named ? VoiceKind::official : VoiceKind::unnamed;
  voice.anonymous = noun != nullptr ? noun->anonymous : !named;
  voice.name = words_of(tree, short_extent(tree, head, extent));
  if (voice.kind == VoiceKind::official && voice.anonymous) {
    voice.kind = VoiceKind::unnamed;
  }
  if (voice.kind == VoiceKind::spokesman) {
    if (const Linked* organisation = organisation_in(reading, extent)) {
      voice.entity = organisation->entity;
      const std::string_view said = text_of(tree.text(), organisation->span);
      const bool other_word = said.find(' ') == std::string_view::npos && !has_word(organisation->name, said);
      const bool nickname = other_word && said.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
      voice.name = (nickname ? std::string(said) : organisation->name) + " " + std::string(tree.form(head));
    }
  }
  if (noun != nullptr && noun->anonymous && is_person_role(noun)) {
    if (const TokenRange group = group_of_role(reading, head, short_extent(tree, head, extent)); !group.empty()) {
      voice.name = words_of(tree, group) + " " + std::string(tree.form(head));
    }
  }
  const TokenRange given = given_name(reading, head, extent);
  const TokenRange name = given.empty() ? titled_name(reading, short_extent(tree, head, extent)) : given;
  if (const SourceNoun* role = role_in(reading, extent); !name.empty() && is_person_role(role)) {
    const bool kept = role->kind == VoiceKind::spokesman || role->kind == VoiceKind::witness;
    voice = {};
    voice.kind = kept ? role->kind : VoiceKind::official;
    voice.name = words_of(tree, name);
  }
  hide_unnamed(voice);
  return voice;
}

/// Classes of people ("rebels", "the opposition") keep the report's own words: the same word means others elsewhere.
bool is_class(const Reading& reading, const Linked& mention) {
  const Linked& known = resolved(reading.links, mention);
  return known.type == "class" || known.name.ends_with("(unspecified)");
}

/// "the Observatory" after or before "Syrian Observatory for ...": the organisation whose name holds the one word.
const Linked* longer_name(const Reading& reading, std::int32_t head, TokenRange extent) {
  const Tree& tree = reading.tree;
  const bool alone =
      extent.end - extent.first <= 2 && tree.token(head).upos == Upos::propn && tree.form(head).size() > 3;
  if (!alone) {
    return nullptr;
  }
  const std::string_view word = tree.form(head);
  const auto& all = reading.organisations;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Linked* m) { return has_word(m->name, word); });
  return found == all.end() ? nullptr : *found;
}

/// The mention that names the speaker and may be used: people keep their own words.
const Linked* usable_mention(const Reading& reading, std::int32_t speaker, TokenRange words) {
  const Linked* mention = naming_mention(reading, speaker, words);
  if (mention == nullptr) {
    return longer_name(reading, speaker, short_extent(reading.tree, speaker, words));
  }
  const SourceNoun* noun = source_noun(reading, speaker);
  const bool people = noun != nullptr && noun->anonymous && reading.tree.token(speaker).upos == Upos::noun;
  const bool part = mention->attributive && static_cast<std::int32_t>(mention->head_token) != speaker;
  const bool nothing = resolved(reading.links, *mention).entity.empty() && mention->kind != MentionKind::outlet;
  return nothing || (mention->kind != MentionKind::person && (people || part || is_class(reading, *mention))) ? nullptr
                                                                                                              : mention;
}

}  // namespace

const SourceNoun* source_noun(const Reading& reading, std::int32_t token) {
  const auto& sources = reading.lexicon.sources;
  auto found = sources.find(reading.tree.token(token).lemma);
  if (found == sources.end()) {
    found = sources.find(to_lower(reading.tree.form(token)));
  }
  return found == sources.end() ? nullptr : &found->second;
}

std::vector<const Linked*> named_organisations(const Links& links) {
  std::vector<const Linked*> out;
  std::unordered_set<std::string_view> names;
  for (const Linked& m : links.mentions) {
    const bool organisation =
        m.kind == MentionKind::organisation || m.kind == MentionKind::armed_group || m.kind == MentionKind::outlet;
    if (organisation && !m.entity.empty() && names.insert(m.name).second) {
      out.push_back(&m);
    }
  }
  return out;
}

const Linked* named_later(const Reading& reading, std::int32_t head, TokenRange extent) {
  const Tree& tree = reading.tree;
  bool watches = false;
  for (std::int32_t i = extent.first; i < extent.end; ++i) {
    const SourceNoun* noun = source_noun(reading, i);
    watches = watches || (noun != nullptr && noun->of == "monitor");
  }
  if (!watches || tree.token(head).upos != Upos::noun) {
    return nullptr;
  }
  constexpr std::uint32_t k_reach = 900;  // bytes: the name follows in the next two or three sentences
  const std::uint32_t from = tree.token(head).span.end;
  const auto& all = reading.links.mentions;
  auto at = std::partition_point(all.begin(), all.end(), [&](const Linked& m) { return m.span.begin <= from; });
  for (; at != all.end() && at->span.begin < from + k_reach; ++at) {
    if (at->kind == MentionKind::organisation && at->type == "ngo" && !at->entity.empty()) {
      return &*at;
    }
  }
  return nullptr;
}

bool is_named(const Reading& reading, std::int32_t head, TokenRange extent) {
  const Linked* mention = usable_mention(reading, head, extent);
  return mention != nullptr && !mention->nominal;
}

std::optional<Voice> voice_behind(const Reading& reading, std::int32_t head) {
  const auto& anaphors = reading.links.anaphors;
  const std::uint32_t begin = reading.tree.token(head).span.begin;
  auto at =
      std::partition_point(anaphors.begin(), anaphors.end(), [&](const Anaphor& a) { return a.span.begin <= begin; });
  while (at != anaphors.begin() && (--at)->head_token != static_cast<std::uint32_t>(head)) {
    if (at->span.end + k_longest_phrase < begin) {
      return std::nullopt;
    }
  }
  if (at == anaphors.end() || at->head_token != static_cast<std::uint32_t>(head) || at->antecedent < 0) {
    return std::nullopt;
  }
  const Linked& name = reading.links.mentions[static_cast<std::size_t>(at->antecedent)];
  return is_actor(name) && !is_class(reading, name) ? std::optional(voice_of_mention(reading, name, {head, head + 1}))
                                                    : std::nullopt;
}

Voice make_voice(const Reading& reading, std::int32_t head, TokenRange extent) {
  Voice voice;
  if (head >= 0) {
    const std::int32_t speaker = spoken_for(reading.tree, head);
    const TokenRange words = speaker == head ? extent : source_extent(reading.tree, speaker, -1);
    const Linked* mention = usable_mention(reading, speaker, words);
    if (mention == nullptr) {
      mention = named_later(reading, speaker, words);
    }
    if (const TokenRange name = self_given_name(reading.tree, speaker, words); !name.empty()) {
      const Voice named = make_voice(reading, name.first, name);
      voice.kind = VoiceKind::official;
      voice.name = named.anonymous ? words_of(reading.tree, name) : named.name;
      voice.entity = named.entity;
      voice.source = reading.tree.span(extent);
      return voice;
    }
    voice = mention != nullptr ? voice_of_mention(reading, *mention, words) : voice_of_noun(reading, speaker, words);
    voice.source = reading.tree.span(extent);
  }
  return voice;
}

}  // namespace hearsay::claims::attribution

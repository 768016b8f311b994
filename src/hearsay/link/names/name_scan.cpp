// SPDX-License-Identifier: Apache-2.0
// A text's words on the way to names.
#include <hearsay/link/names/name_scan.hpp>

#include <algorithm>
#include <string_view>

#include <hearsay/link/names/kinds.hpp>

namespace hearsay::link {

bool is_word_class_of_names(Upos upos) {
  return upos == Upos::propn || upos == Upos::noun || upos == Upos::adj || upos == Upos::x;
}

NameScan::NameScan(const NameSources& from)
    : m_text(from.text),
      m_analysis(from.analysis),
      m_words(from.words),
      m_lexicon(from.lexicon),
      m_place_words(from.place_words),
      m_gazetteer(from.gazetteer),
      m_pack(from.pack),
      m_covered(from.words.words.size(), false),
      m_held(from.words.words.size(), false),
      m_short_form(from.words.words.size(), false),
      m_title_case(from.analysis.sentences.size(), false) {
  find_title_case();
  find_given_names();
}

void NameScan::find_title_case() {
  std::vector<std::uint32_t> lower(m_title_case.size(), 0), capital(m_title_case.size(), 0);
  for (const auto& word : m_words.words) {
    if (word.fold_size > 3) {
      ++(word.casing == Casing::lower ? lower : capital)[word.sentence];
    }
  }
  for (std::size_t s = 0; s < m_title_case.size(); ++s) {
    m_title_case[s] = capital[s] > 2 && lower[s] * 4 < capital[s];
  }
}

bool NameScan::begins_sentence(std::uint32_t word) const {
  return word == 0 || m_words.words[word - 1].sentence != m_words.words[word].sentence;
}

bool NameScan::is_named_word(std::uint32_t at) const {
  const auto& word = m_words.words[at];
  return word.casing == Casing::capital && m_analysis.tokens[word.token].upos == Upos::propn;
}

void NameScan::find_given_names() {
  for (std::uint32_t i = 1; i < m_words.words.size(); ++i) {
    if (!begins_sentence(i) && !m_words.words[i - 1].breaks && !begins_sentence(i - 1) && is_named_word(i) &&
        is_named_word(i - 1) && !m_title_case[m_words.words[i].sentence]) {
      m_surnames.insert(m_words.words[i].hash);
    }
  }
}

std::string NameScan::folded(std::uint32_t first, std::uint32_t end) const {
  std::string name;
  for (std::uint32_t i = first; i < end; ++i) {
    if (!name.empty()) {
      name += ' ';
    }
    name += m_words.folded(m_words.words[i]);
  }
  return name;
}

void NameScan::push(const Hit& hit, std::vector<NameRef> refs) {
  Draft draft;
  draft.first_word = hit.first;
  draft.end_word = hit.end;
  draft.refs = std::move(refs);
  draft.by_sound = hit.by_sound;
  set_tokens(draft);
  if (hit.cut_s) {
    --draft.linked.span.end;  // "Syrias": the s is no part of the name
  }
  draft.linked.kind = kind_of_refs(draft.refs, m_pack);
  m_drafts.push_back(std::move(draft));
  push_weapon_of_group();
}

void NameScan::push_weapon_of_group() {
  const Draft& group = m_drafts.back();
  const auto is_weapon = [](const NameRef& ref) { return ref.family == Family::equipment; };
  const auto is_actor = [](const NameRef& ref) { return ref.family == Family::actor; };
  if (group.linked.kind == MentionKind::equipment || std::none_of(group.refs.begin(), group.refs.end(), is_actor)) {
    return;
  }
  for (std::uint32_t first = group.first_word; first < group.end_word; ++first) {
    auto refs = group.refs;
    if (first > group.first_word) {
      const auto found = m_lexicon.find_exact(m_words, first, group.end_word);
      refs.assign(found.begin(), found.end());
    }
    std::erase_if(refs, [&](const NameRef& ref) { return !is_weapon(ref); });
    if (!refs.empty()) {
      Draft weapon = group;
      weapon.first_word = first;
      weapon.refs = std::move(refs);
      set_tokens(weapon);
      weapon.linked.kind = MentionKind::equipment;
      weapon.nested = first > group.first_word;
      m_drafts.push_back(std::move(weapon));
      return;
    }
  }
}

void NameScan::set_tokens(Draft& draft) const {
  auto& linked = draft.linked;
  linked.span = {m_words.words[draft.first_word].span.begin, m_words.words[draft.end_word - 1].span.end};
  linked.first_token = m_words.words[draft.first_word].token;
  linked.end_token = m_words.words[draft.end_word - 1].token + 1;
  linked.head_token = head_of(m_analysis, linked.first_token, linked.end_token);
}

bool NameScan::is_in_place_position(std::uint32_t first, std::uint32_t end) const {
  const auto& words = m_words.words;
  const bool before = first > 0 && words[first - 1].sentence == words[first].sentence && !words[first - 1].breaks &&
                      m_place_words.is_locative(m_words.folded(words[first - 1]));
  const bool beside = end < words.size() && !words[end - 1].breaks && m_place_words.kind_at(m_words, end).words > 0;
  return before || beside;
}

bool NameScan::continues_name(std::uint32_t before) const {
  const auto& word = m_words.words[before];
  return !word.breaks && !word.article && word.casing == Casing::capital &&
         m_analysis.tokens[word.token].upos == Upos::propn;
}

std::uint32_t NameScan::run_end(std::uint32_t first) const {
  std::uint32_t end = first;
  while (end < m_words.words.size() && end < first + 5 && !m_covered[end] &&
         (m_words.words[end].casing == Casing::capital || m_words.words[end].article || m_words.words[end].joined)) {
    ++end;
    if (m_words.words[end - 1].breaks) {
      break;
    }
  }
  return end;
}

}  // namespace hearsay::link

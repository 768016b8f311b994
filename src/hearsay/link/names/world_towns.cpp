// SPDX-License-Identifier: Apache-2.0
// Which capitalised words name a town that only the index of the world's towns knows.
#include <hearsay/link/names/world_towns.hpp>

#include <algorithm>

namespace hearsay::link {

namespace {

constexpr std::int64_t k_least_population = 1000;  // of a town that nothing but a preposition vouches for

}  // namespace

WorldTowns::WorldTowns(const NameSources& from) : NameScan(from), m_place_end(from.words.words.size(), false) {}

bool WorldTowns::is_part_of_town(const Hit& hit, const std::vector<NameRef>& refs) const {
  const bool place = std::all_of(refs.begin(), refs.end(), [](const NameRef& r) {
    return r.family == Family::place || r.family == Family::demonym;
  });
  if (!place || m_title_case[m_words.words[hit.first].sentence]) {
    return false;
  }
  std::uint32_t first = hit.first, end = hit.end;
  while (first > 0 && hit.first - first < 2 && !begins_sentence(first) && !m_words.words[first - 1].breaks &&
         m_words.words[first - 1].casing == Casing::capital) {
    --first;
  }
  while (end < m_words.words.size() && end - hit.end < 2 && !m_words.words[end - 1].breaks &&
         m_words.words[end].casing == Casing::capital) {
    ++end;
  }
  for (std::uint32_t from = first; from <= hit.first; ++from) {
    for (std::uint32_t to = end; to >= hit.end; --to) {
      if (to - from > hit.end - hit.first && !m_gazetteer.towns(folded(from, to)).empty() &&
          m_lexicon.find_exact(m_words, from, to).empty()) {
        return true;
      }
    }
  }
  return false;
}

bool WorldTowns::comma_before(std::uint32_t at) const {
  if (begins_sentence(at)) {
    return false;
  }
  const auto gap = between(at);
  return gap.size() >= 2 && gap.front() == ',' && gap.find_first_not_of(" \n", 1) == std::string_view::npos;
}

std::string_view WorldTowns::between(std::uint32_t at) const {
  const std::uint32_t begin = m_words.words[at - 1].span.end;
  return std::string_view(m_text.text).substr(begin, m_words.words[at].span.begin - begin);
}

void WorldTowns::add_short_forms() {
  for (std::uint32_t i = 1; i < m_words.words.size(); ++i) {
    const auto& word = m_words.words[i];
    if (m_covered[i] || word.casing == Casing::lower || word.span.end - word.span.begin > 6 || !comma_before(i) ||
        m_words.words[i - 1].casing == Casing::lower) {
      continue;
    }
    std::string form = m_text.text.substr(word.span.begin, word.span.end - word.span.begin);
    if (form.back() != '.' && word.span.end < m_text.text.size() && m_text.text[word.span.end] == '.') {
      form += '.';
    }
    const auto* ref = m_lexicon.find_short(form);
    if (ref == nullptr && form.back() == '.') {
      form.pop_back();
      ref = m_lexicon.find_short(form);
    }
    if (ref != nullptr) {
      push({i, i + 1, {}, false, false}, {*ref});
      m_short_form[i] = true;
      m_covered[i] = true;
      m_held[i - 1] = true;
    }
  }
}

bool WorldTowns::may_hold(const Draft& draft) const {
  return std::any_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
    if (ref.family != Family::place) {
      return false;
    }
    const auto& place = m_gazetteer.places()[ref.index];
    const auto kind = class_of(place.feature);
    return kind == PlaceClass::country ||
           (kind == PlaceClass::division &&
            (place.population >= k_great_division || draft.trained >= 0 ||
             m_gazetteer.is_theatre(static_cast<std::int32_t>(ref.index)) || m_lexicon.has_short_form(ref.index)));
  });
}

void WorldTowns::add_towns() {
  for (const auto& draft : m_drafts) {
    if (draft.first_word < draft.end_word && draft.linked.kind == MentionKind::place) {
      m_place_end[draft.end_word - 1] = true;
    }
    if (draft.first_word < draft.end_word && draft.linked.kind == MentionKind::place && may_hold(draft) &&
        comma_before(draft.first_word)) {
      m_held[draft.first_word - 1] = true;
    }
  }
  const auto count = static_cast<std::uint32_t>(m_words.words.size());
  for (std::uint32_t first = 0; first < count; ++first) {
    if (m_covered[first] || m_words.words[first].casing == Casing::lower ||
        m_words.words[first].casing == Casing::other) {
      continue;
    }
    std::uint32_t end = run_end(first);
    const std::uint32_t run = end;
    for (; end > first; --end) {
      if (stands_as_town(first, end, run)) {
        push({first, end, {}, false, false}, {});
        m_drafts.back().linked.kind = MentionKind::place;
        m_place_end[end - 1] = true;
        std::fill(m_covered.begin() + first, m_covered.begin() + end, true);
        break;
      }
    }
    first = std::max(first, end > first ? end - 1 : first);
  }
}

bool WorldTowns::is_called_place(std::uint32_t first, std::uint32_t end) const {
  const auto settled = [](const PlaceWords::Found& kind) {
    return kind.kind != nullptr && !kind.plural && !kind.kind->features.empty() &&
           (kind.kind->features.front().starts_with("PPL") || kind.kind->features.front().starts_with("ADM"));
  };
  const auto& words = m_words.words;
  const bool of = first >= 2 && !begins_sentence(first) && m_words.folded(words[first - 1]) == "of";
  if (of && settled(m_place_words.kind_before(m_words, first - 1)) && words[first - 2].casing == Casing::lower) {
    return true;
  }
  return end < words.size() && !words[end - 1].breaks && words[end].casing == Casing::lower &&
         words[first].casing == Casing::capital && m_analysis.tokens[words[first].token].upos == Upos::propn &&
         settled(m_place_words.kind_at(m_words, end));
}

bool WorldTowns::follows_locative(std::uint32_t first) const {
  return first > 0 && !begins_sentence(first) && !m_words.words[first - 1].breaks &&
         m_place_words.is_locative(m_words.folded(m_words.words[first - 1]));
}

bool WorldTowns::is_listed_with_place(std::uint32_t first) const {
  if (first < 3 || begins_sentence(first) || begins_sentence(first - 1) ||
      m_words.folded(m_words.words[first - 1]) != "and" || !m_place_end[first - 2]) {
    return false;
  }
  std::uint32_t begin = first - 2;
  while (begin > 0 && !begins_sentence(begin) && first - begin < 6 && m_covered[begin - 1]) {
    --begin;
  }
  return follows_locative(begin);
}

bool WorldTowns::stands_as_town(std::uint32_t first, std::uint32_t end, std::uint32_t run) const {
  if (end == run && is_called_place(first, end)) {
    return true;
  }
  const auto towns = m_gazetteer.towns(folded(first, end));
  if (towns.empty() || m_title_case[m_words.words[first].sentence]) {
    return !towns.empty() && m_held[end - 1];
  }
  const auto people = towns.front().population;
  const bool after_name = first > 0 && !begins_sentence(first) && continues_name(first - 1);
  if (m_held[end - 1]) {
    return true;
  }
  if (after_name || (end < run && end - first < 2)) {
    return false;
  }
  if (end - first >= 2) {
    return is_word_class_of_names(m_analysis.tokens[m_words.words[first].token].upos) &&
           is_named_word(end - 1);  // "New" is an adjective
  }
  const bool locative = follows_locative(first) || is_listed_with_place(first);
  const bool surname = m_surnames.contains(m_words.words[first].hash);
  return is_named_word(first) && !surname && (locative ? people >= k_least_population : people >= k_great_population);
}

}  // namespace hearsay::link

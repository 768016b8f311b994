// SPDX-License-Identifier: Apache-2.0
// Finds definite kind words and the place each takes up.
#include <hearsay/link/places/stand_ins.hpp>

#include <algorithm>
#include <unordered_map>

namespace hearsay::link {

namespace {

constexpr std::uint32_t k_sentences_back = 4;  // a place named farther back is no longer spoken of
constexpr double k_score_share = 0.6;          // of the antecedent's score

bool is_place(const Draft& draft) {
  const auto kind = draft.linked.kind;
  return (kind == MentionKind::place || kind == MentionKind::facility) && !draft.linked.nominal &&
         draft.first_word < draft.end_word;
}

class StandIns {
 public:
  StandIns(const Analysis& analysis, const Words& words, std::vector<Draft>& drafts, const PlaceWords& place_words)
      : m_analysis(analysis),
        m_words(words),
        m_drafts(drafts),
        m_place_words(place_words),
        m_covered(words.words.size(), false) {
    for (std::size_t d = 0; d < drafts.size(); ++d) {
      std::fill(m_covered.begin() + drafts[d].first_word, m_covered.begin() + drafts[d].end_word, true);
      if (drafts[d].linked.nominal) {
        m_nominal.emplace(drafts[d].linked.head_token, d);
      }
      if (is_place(drafts[d])) {
        m_places.push_back(d);
      }
    }
    std::stable_sort(m_places.begin(), m_places.end(),
                     [&](std::size_t a, std::size_t b) { return drafts[a].first_word < drafts[b].first_word; });
  }

  void run() {
    std::vector<Draft> added;
    std::size_t named = 0;  // how many places begin before the word
    for (std::uint32_t i = 1; i < m_words.words.size(); ++i) {
      while (named < m_places.size() && m_drafts[m_places[named]].first_word < i) {
        ++named;
      }
      const auto found = m_covered[i] ? PlaceWords::Found{} : m_place_words.stand_in_at(m_words, i);
      if (named == 0 || found.words == 0 || !stands_alone(i, i + found.words)) {
        continue;
      }
      if (const std::int32_t meant = antecedent(*found.kind, i, named); meant >= 0) {
        Draft draft = made(i, i + found.words, static_cast<std::size_t>(meant));
        const auto trained = m_nominal.find(draft.linked.head_token);
        if (trained == m_nominal.end()) {
          added.push_back(std::move(draft));
        } else {
          take_over(m_drafts[trained->second].linked, draft.linked);
        }
      }
    }
    follow_names_inside();
    m_drafts.insert(m_drafts.end(), added.begin(), added.end());
  }

 private:
  /// "the town of Saraqib": a phrase of the model lies where the first place named in it lies.
  void follow_names_inside() {
    for (auto& draft : m_drafts) {
      auto& phrase = draft.linked;
      if (!phrase.nominal || phrase.place ||
          (phrase.kind != MentionKind::place && phrase.kind != MentionKind::facility)) {
        continue;
      }
      const auto inner =
          std::lower_bound(m_places.begin(), m_places.end(), phrase.span.begin,
                           [&](std::size_t d, std::uint32_t at) { return m_drafts[d].linked.span.begin < at; });
      if (inner != m_places.end() && phrase.span.contains(m_drafts[*inner].linked.span) &&
          m_drafts[*inner].linked.place && m_drafts[*inner].linked.place->lat && !m_drafts[*inner].linked.metonym) {
        const double score = m_drafts[*inner].linked.score * k_score_share;
        take_over(phrase, m_drafts[*inner].linked);
        phrase.score = score;
        phrase.antecedent = static_cast<std::int32_t>(*inner);
      }
    }
  }

  std::string_view word(std::uint32_t at) const { return m_words.folded(m_words.words[at]); }

  bool is_definite(std::uint32_t at) const { return word(at) == "the" || word(at) == "this" || word(at) == "that"; }

  /// "the city", "the besieged city"; not "the city of Homs", "the city council", "the town in the north".
  bool stands_alone(std::uint32_t first, std::uint32_t end) const {
    const auto& words = m_words.words;
    const auto joins = [&](std::uint32_t at) {
      return words[at].sentence == words[first].sentence && !words[at].breaks && !m_covered[at];
    };
    const bool lower = words[first].casing == Casing::lower;
    const bool described = first >= 2 && joins(first - 1) && joins(first - 2) && is_definite(first - 2) &&
                           words[first - 1].casing == Casing::lower &&
                           m_analysis.tokens[words[first - 1].token].upos != Upos::noun;
    if (!lower || !joins(first - 1) || !(is_definite(first - 1) || described)) {
      return false;
    }
    const auto& head = m_analysis.tokens[words[end - 1].token];
    const bool modifies =
        universal(head.deprel) == Deprel::compound && head.head > static_cast<std::int32_t>(words[end - 1].token);
    if (modifies || words[end - 1].possessive) {
      return false;
    }
    if (end == words.size() || words[end - 1].breaks || words[end].sentence != words[first].sentence) {
      return true;
    }
    return words[end].casing == Casing::lower && !m_place_words.is_locative(word(end)) && word(end) != "of" &&
           !m_place_words.is_describing(word(end)) && m_place_words.kind_at(m_words, end).words == 0;
  }

  /// The nearest place before that the word can stand for; -1 where the nearest of its kind is in no gazetteer.
  std::int32_t antecedent(const KindWord& kind, std::uint32_t at, std::size_t named) const {
    for (std::size_t i = named; i-- > 0;) {
      const auto& draft = m_drafts[m_places[i]];
      if (m_words.words[draft.first_word].sentence + k_sentences_back < m_words.words[at].sentence) {
        return -1;
      }
      const auto& linked = draft.linked;
      if (linked.type.empty() && linked.place && !linked.place->lat && kind.features.front().starts_with("PPL")) {
        return -1;  // rather this one, of which nothing is known
      }
      if (linked.metonym || draft.end_word > at || !linked.place || (linked.place->relative && linked.entity.empty()) ||
          !fits_feature(linked.type, kind.features)) {
        continue;
      }
      return linked.place->lat ? static_cast<std::int32_t>(m_places[i]) : -1;
    }
    return -1;
  }

  /// The model found the same phrase: its extent stays.
  static void take_over(Linked& phrase, const Linked& meant) {
    phrase.kind = meant.kind;
    phrase.type = meant.type;
    phrase.entity = meant.entity;
    phrase.name = meant.name;
    phrase.place = meant.place;
    phrase.score = meant.score;
    phrase.antecedent = meant.antecedent;
  }

  Draft made(std::uint32_t first, std::uint32_t end, std::size_t meant) const {
    Draft draft;
    draft.first_word = first;
    draft.end_word = end;
    draft.linked = m_drafts[meant].linked;
    auto& linked = draft.linked;
    linked.span = {m_words.words[first].span.begin, m_words.words[end - 1].span.end};
    linked.first_token = m_words.words[first].token;
    linked.end_token = m_words.words[end - 1].token + 1;
    linked.head_token = head_of(m_analysis, linked.first_token, linked.end_token);
    linked.antecedent = static_cast<std::int32_t>(meant);
    linked.nominal = true;
    linked.attributive = false;
    linked.score *= k_score_share;
    linked.ranked.clear();
    return draft;
  }

  const Analysis& m_analysis;
  const Words& m_words;
  std::vector<Draft>& m_drafts;
  const PlaceWords& m_place_words;
  std::vector<bool> m_covered;
  std::unordered_map<std::uint32_t, std::size_t> m_nominal;  // trained nominal drafts by their head token
  std::vector<std::size_t> m_places;                         // indexes of drafts, in order of their first words
};

}  // namespace

void add_stand_ins(const Analysis& analysis, const Words& words, std::vector<Draft>& drafts,
                   const PlaceWords& place_words) {
  StandIns(analysis, words, drafts, place_words).run();
}

}  // namespace hearsay::link

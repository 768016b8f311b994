// SPDX-License-Identifier: Apache-2.0
// Governments under the names of countries and capitals, by what the word they hang on says.
#include <hearsay/link/actors/metonyms.hpp>

#include <hearsay/link/places/gazetteer.hpp>

namespace hearsay::link {

namespace {

constexpr std::uint32_t k_case_reach = 4;  // words between a preposition and its name ("by the government of")

bool is_nominal_head(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::nmod_desc;
}

/// The participle that a hyphen joins to the name ("Ankara-backed", "US-led"); -1 without one.
std::int32_t hyphened_participle(const Linked& linked, const CleanText& text, const Analysis& analysis) {
  const std::size_t end = linked.span.end;
  if (linked.end_token + 1 >= analysis.tokens.size() || end >= text.text.size() || text.text[end] != '-') {
    return -1;
  }
  const auto& next = analysis.tokens[linked.end_token + 1];
  const bool joined = analysis.tokens[linked.end_token].span.begin == end && next.span.begin == end + 1;
  return joined && next.upos == Upos::verb ? static_cast<std::int32_t>(linked.end_token) + 1 : -1;
}

/// How one name hangs on the sentence: the first of a list of names speaks for all ("Damascus and Moscow said").
class Position {
 public:
  Position(const Linked& linked, const Analysis& analysis) : m_analysis(analysis), m_at(linked.head_token) {
    for (int depth = 0; depth < 4 && token().deprel == Deprel::conj && token().head >= 0; ++depth) {
      m_at = static_cast<std::uint32_t>(token().head);
    }
  }

  Deprel relation() const { return token().deprel; }
  const Token* head() const {
    return token().head < 0 ? nullptr : &m_analysis.tokens[static_cast<std::size_t>(token().head)];
  }

  /// "by", "with"; "" without one.
  std::string_view preposition() const {
    const std::uint32_t at = preposition_at();
    return at < m_at ? std::string_view(m_analysis.tokens[at].lemma) : "";
  }

  /// The word right before the preposition, which it goes with whatever the tree says; nullptr without one.
  const Token* before_preposition() const {
    const std::uint32_t at = preposition_at();
    return at > 0 && at < m_at ? &m_analysis.tokens[at - 1] : nullptr;
  }

 private:
  /// m_at without one.
  std::uint32_t preposition_at() const {
    for (std::uint32_t t = m_at; t-- > 0 && m_at - t <= k_case_reach;) {
      const auto& before = m_analysis.tokens[t];
      if (before.deprel == Deprel::case_ && before.head == static_cast<std::int32_t>(m_at)) {
        return t;
      }
    }
    return m_at;
  }
  const Token& token() const { return m_analysis.tokens[m_at]; }

  const Analysis& m_analysis;
  std::uint32_t m_at;
};

/// Subject or agent of a verb that decides or speaks, or of an adjective that only those can be who decide ("ready
/// to").
bool acts(const Position& at, const PlaceWords& words, bool capital) {
  const Token& head = *at.head();
  const bool subject = at.relation() == Deprel::nsubj || at.relation() == Deprel::nsubj_outer;
  const bool agent = at.relation() == Deprel::obl_agent || (at.relation() == Deprel::obl && at.preposition() == "by");
  if (head.upos == Upos::adj) {
    return subject && words.is_stance(head.lemma);
  }
  if ((!subject && !agent) || head.upos != Upos::verb || words.is_stay(head.lemma)) {
    return false;
  }
  return agent || !capital || words.is_act(head.lemma);
}

/// "accused Ankara", "talks with Damascus", "loyal to Damascus": what is said of those that can be spoken to.
bool is_dealt_with(const Position& at, const PlaceWords& words) {
  const Token& head = *at.head();
  if (at.relation() == Deprel::obj || at.relation() == Deprel::iobj || at.relation() == Deprel::nsubj_pass) {
    return head.upos == Upos::verb && words.is_address(head.lemma);
  }
  if (universal(at.relation()) != Deprel::obl && universal(at.relation()) != Deprel::nmod) {
    return false;
  }
  const auto preposition = at.preposition();
  if (preposition == "to") {
    return words.is_stance(head.lemma) ||
           (at.before_preposition() != nullptr && words.is_stance(at.before_preposition()->lemma));
  }
  return (preposition == "with" || preposition == "between" || preposition == "from" || preposition == "by") &&
         words.is_dealing(head.lemma);
}

/// "Moscow's jets", "warplanes of Moscow".
bool owns(const Position& at, const PlaceWords& words) {
  const bool owner =
      at.relation() == Deprel::nmod_poss || (universal(at.relation()) == Deprel::nmod && at.preposition() == "of");
  return owner && words.is_power(at.head()->lemma);
}

bool stands_for_government(const Linked& linked, const CleanText& text, const Analysis& analysis,
                           const PlaceWords& words, bool capital) {
  if (const std::int32_t participle = hyphened_participle(linked, text, analysis); participle >= 0) {
    return capital && !words.is_stay(analysis.tokens[static_cast<std::size_t>(participle)].lemma);
  }
  const Position at(linked, analysis);
  return at.head() != nullptr && (acts(at, words, capital) || is_dealt_with(at, words) || (capital && owns(at, words)));
}

/// A state or government listed under the very name that the text uses goes before the government of the country, and
/// that before another actor of the name.
std::int32_t government_of(const Draft& draft, const ActorTools& tools, const Published& published) {
  std::int32_t other = -1;
  for (const auto& ref : draft.refs) {
    if (ref.family == Family::actor) {
      const auto& kind = tools.pack.actors[ref.index].kind;
      if (kind == "state" || kind == "government") {
        return static_cast<std::int32_t>(ref.index);
      }
      other = other < 0 ? static_cast<std::int32_t>(ref.index) : other;
    }
  }
  const std::int32_t of_country = tools.actors.of_country(draft.linked.place->country, published);
  return of_country >= 0 ? of_country : other;
}

}  // namespace

bool is_attributive(const Linked& linked, const CleanText& text, const Analysis& analysis) {
  const auto& head = analysis.tokens[linked.head_token];
  const Deprel relation = universal(head.deprel) == Deprel::nmod ? head.deprel : universal(head.deprel);
  return (is_nominal_head(relation) && head.head >= static_cast<std::int32_t>(linked.end_token)) ||
         hyphened_participle(linked, text, analysis) >= 0;
}

void mark_metonyms(const CleanText& text, const Analysis& analysis, std::vector<Draft>& drafts,
                   const ActorTools& tools) {
  for (auto& draft : drafts) {
    auto& linked = draft.linked;
    if (linked.nominal) {
      continue;
    }
    linked.attributive = draft.anchors || is_attributive(linked, text, analysis);
    const bool capital = linked.type == "PPLC";
    const bool country = class_of(linked.type) == PlaceClass::country;
    if (linked.kind != MentionKind::place || !linked.place || (!capital && !country) ||
        !stands_for_government(linked, text, analysis, tools.place_words, capital)) {
      continue;
    }
    linked.metonym = true;
    const std::int32_t actor = government_of(draft, tools, text.published);
    if (actor >= 0) {
      linked.entity = tools.pack.actors[static_cast<std::size_t>(actor)].entity;
      linked.name = tools.pack.actors[static_cast<std::size_t>(actor)].name;
    }
  }
}

}  // namespace hearsay::link

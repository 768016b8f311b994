// SPDX-License-Identifier: Apache-2.0
// Tying amounts and equipment to events.
#include <hearsay/claims/detail/things.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <hearsay/claims/detail/arguments.hpp>

namespace hearsay::claims::detail {

/// The draft that governs a word: the nearest event word above it; npos when none is.
std::size_t owner_of(const Reading& in, const Drafts& drafts, const std::vector<std::size_t>& here, TokenIndex t) {
  for (int steps = 0; t >= 0 && steps < 60; ++steps, t = in.head(t)) {
    for (const std::size_t d : here) {
      if (drafts[d].trigger.token == t || drafts[d].trigger.frame == t) {
        return d;
      }
    }
  }
  return drafts.size();
}

// Only the neighbours can overlap, but nested ones reach a little back.
bool lies_in(const std::vector<Span>& spans, Span inner) {
  auto at = std::lower_bound(spans.begin(), spans.end(), inner.end,
                             [](const Span& span, std::uint32_t end) { return span.begin < end; });
  for (int steps = 0; at != spans.begin() && steps < 16; ++steps) {
    --at;
    if (at->overlaps(inner)) {
      return true;
    }
  }
  return false;
}

namespace {

constexpr int k_deepest = 60;  // steps up a tree
constexpr int k_farthest = 6;  // tree steps from which an amount that no event governs is still told of one

bool is_distance(const QuantityRef& amount) {
  static constexpr std::array<std::string_view, 7> k_lengths{"km", "mile", "m", "metre", "meter", "kilometre", "mi"};
  return std::find(k_lengths.begin(), k_lengths.end(), amount.unit) != k_lengths.end();
}

bool is_casualty(const Linked& mention) {
  return mention.quantity && (mention.quantity->what == "killed" || mention.quantity->what == "wounded" ||
                              mention.quantity->what == "casualties");
}

/// "The two sides", "their last two strongholds": a number of what is known already tells nothing new. Not so with
/// bounds and of the dead: "the 13 killed".
bool is_known_number(const Reading& in, const Linked& mention) {
  const auto& amount = *mention.quantity;
  const bool bounded = amount.min && amount.min == amount.max && !amount.approximate;
  if (is_casualty(mention) || !bounded || in.form(static_cast<TokenIndex>(mention.first_token)) == "only") {
    return false;
  }
  const auto head = static_cast<TokenIndex>(mention.head_token);
  for (const TokenIndex c : in.children(head)) {
    const bool before = c < static_cast<TokenIndex>(mention.first_token);
    const bool owned = in.deprel(c) == Deprel::nmod_poss;
    const bool definite = in.deprel(c) == Deprel::det && in.token(c).feats.definite == ud::Definite::def;
    if (before && (owned || definite)) {
      return true;
    }
  }
  return false;
}

/// "Along several front lines", "between two villages": a number of what lies beside the event.
bool counts_surroundings(const Reading& in, const Linked& mention) {
  const WordId preposition = in.preposition(static_cast<TokenIndex>(mention.head_token));
  return !is_casualty(mention) && (preposition == in.book.w_along || preposition == in.book.w_between);
}

/// "Rounds of shelling": a measure of the event, no thing.
bool measures_event(const Reading& in, const Linked& mention) {
  const auto t = static_cast<TokenIndex>(mention.end_token);
  return mention.kind == MentionKind::equipment && t + 1 < in.count() && in.word(t).id == in.book.w_of &&
         in.book.event_noun[in.word(t + 1).id];
}

class Things {
 public:
  Things(const Reading& in, Drafts& drafts, const SentenceDrafts& here) : m_in(in), m_drafts(drafts), m_here(here) {}

  /// The event that an amount or weapon is told of; drafts.size() for none.
  std::size_t owner(const Linked& mention) const {
    const auto head = static_cast<TokenIndex>(mention.head_token);
    const bool casualty = is_casualty(mention);
    if (casualty) {
      if (const std::size_t harmed = outcome_with(head); harmed < m_drafts.size()) {
        return harmed;
      }
    }
    std::size_t found = mention.kind == MentionKind::equipment ? below(head) : m_drafts.size();
    if (found >= m_drafts.size()) {
      found = owner_of(m_in, m_drafts, m_here, head);
    }
    if (found >= m_drafts.size()) {
      found = with_participant(head);
    }
    if (found >= m_drafts.size()) {
      found = below(head);
    }
    const bool distance = mention.quantity && is_distance(*mention.quantity);
    if (!distance && (found >= m_drafts.size() || (casualty && m_drafts[found].claim.type != "ASSAULT"))) {
      const std::size_t near = nearest(head, casualty);
      found = near < m_drafts.size() ? near : found;
    }
    return found;
  }

  /// "Shot down a drone", "hit a tank": a weapon that the event befalls is not what it is done with.
  bool is_struck(const Draft& draft, TokenIndex thing) const {
    if (draft.claim.type != "ASSAULT") {
      return false;
    }
    const auto& sources = draft.rule->recipient;
    const TokenIndex event = draft.trigger.token;
    const bool hits_object =
        m_in.word(event).verb &&
        std::any_of(sources.begin(), sources.end(), [](const RoleSource& source) { return source.slot == Slot::obj; });
    const TokenIndex under = m_in.word(event).noun ? undergoing_verb_of(m_in, event) : -1;
    const TokenIndex struck = under >= 0 ? surface_subject(m_in, under) : hits_object ? patient_of(m_in, event) : -1;
    if (struck < 0) {
      return false;
    }
    const TokenList all = conjuncts(m_in, struck);
    return std::any_of(all.begin(), all.end(), [&](TokenIndex t) { return is_part_of(thing, t); });
  }

 private:
  bool is_trigger(std::size_t draft, TokenIndex t) const {
    return m_drafts[draft].trigger.token == t || m_drafts[draft].trigger.frame == t;
  }

  /// "12 civilians killed", "13 were wounded": the outcome whose victims are counted.
  std::size_t outcome_with(TokenIndex head) const {
    for (const std::size_t d : m_here) {
      const auto& victims = m_drafts[d].recipient_heads;
      if (m_drafts[d].rule->result && std::find(victims.begin(), victims.end(), head) != victims.end()) {
        return d;
      }
    }
    if (const std::size_t toll = toll_beside(head); toll < m_drafts.size()) {
      return toll;
    }
    for (const TokenIndex c : m_in.children(head)) {
      for (const std::size_t d : m_here) {
        if (m_drafts[d].rule->result && is_trigger(d, c) && universal(m_in.deprel(c)) == Deprel::acl) {
          return d;
        }
      }
    }
    return m_drafts.size();
  }

  /// "The death toll exceeded a hundred", "put the toll at 45": the toll whose number it is.
  std::size_t toll_beside(TokenIndex head) const {
    const TokenIndex verb = m_in.head(head);
    for (const std::size_t d : m_here) {
      const TokenIndex toll = m_drafts[d].trigger.token;
      const Deprel deprel = universal(m_in.deprel(toll));
      if (m_drafts[d].rule->counted && verb >= 0 && m_in.word(verb).verb && toll != head && m_in.head(toll) == verb &&
          (deprel == Deprel::nsubj || deprel == Deprel::obj)) {
        return d;
      }
    }
    return m_drafts.size();
  }

  /// "Dozens of trucks coming from Iraq", "a convoy of troops heading north": an event that describes it.
  std::size_t below(TokenIndex head) const {
    for (const TokenIndex c : m_in.children(head)) {
      if (c > head && m_in.preposition(c) == m_in.book.w_of) {
        if (const std::size_t inner = below(c); inner < m_drafts.size()) {
          return inner;
        }
      }
      if (universal(m_in.deprel(c)) != Deprel::acl) {
        continue;
      }
      for (const std::size_t d : m_here) {
        if (is_trigger(d, c)) {
          return d;
        }
      }
    }
    return m_drafts.size();
  }

  /// "Dozens of militants early on Monday attacked": an amount of those who take part.
  std::size_t with_participant(TokenIndex head) const {
    const auto is_it = [&](TokenIndex t) { return t == head || m_in.head(t) == head || m_in.head(head) == t; };
    for (const std::size_t d : m_here) {
      const Draft& draft = m_drafts[d];
      if (std::any_of(draft.actor_heads.begin(), draft.actor_heads.end(), is_it) ||
          std::any_of(draft.recipient_heads.begin(), draft.recipient_heads.end(), is_it)) {
        return d;
      }
    }
    return m_drafts.size();
  }

  /// The event fewest steps away in the same clause.
  std::size_t nearest(TokenIndex head, bool casualty) const {
    std::size_t best = m_drafts.size();
    int least = k_farthest + 1;
    for (const std::size_t d : m_here) {
      const auto type = m_in.book.types.find(m_drafts[d].claim.type);
      const bool verbal = type != m_in.book.types.end() && type->second.verbal;
      if (verbal || (casualty && m_drafts[d].claim.type != "ASSAULT") ||
          (!casualty && is_clause_apart(head, m_drafts[d].trigger.frame))) {
        continue;
      }
      const int distance =
          std::min(m_in.distance(head, m_drafts[d].trigger.token), m_in.distance(head, m_drafts[d].trigger.frame));
      if (distance < least) {
        best = d;
        least = distance;
      }
    }
    return best;
  }

  /// "Ammunition" in "ammunition dumps"; not what is done by them: "fighters laying mines".
  bool is_part_of(TokenIndex thing, TokenIndex whole) const {
    TokenIndex t = thing;
    for (int steps = 0; t >= 0 && steps < k_deepest; ++steps, t = m_in.head(t)) {
      if (t == whole) {
        return true;
      }
      const WordId preposition = m_in.preposition(t);
      if (universal(m_in.deprel(t)) == Deprel::obj || preposition == m_in.book.w_with ||
          preposition == m_in.book.w_by) {
        return false;  // "hit the convoy with rockets" may hang on either
      }
    }
    return false;
  }

  bool is_clause_apart(TokenIndex head, TokenIndex event) const {
    return climbs_out_of_clause(head, event) || climbs_out_of_clause(event, head);
  }

  /// Whether a clause begins on the way up from a word to what holds the other one, too.
  bool climbs_out_of_clause(TokenIndex t, TokenIndex other) const {
    for (int steps = 0; t >= 0 && steps < k_deepest && !m_in.below(other, t); ++steps, t = m_in.head(t)) {
      if (begins_clause(t)) {
        return true;
      }
    }
    return false;
  }

  bool begins_clause(TokenIndex t) const {
    const Deprel deprel = universal(m_in.deprel(t));
    return deprel == Deprel::advcl || deprel == Deprel::ccomp || deprel == Deprel::parataxis ||
           m_in.deprel(t) == Deprel::acl_relcl;
  }

  const Reading& m_in;
  const Drafts& m_drafts;
  const SentenceDrafts& m_here;
};

void give(const Reading& in, const Linked& mention, Claim& claim) {
  if (mention.kind == MentionKind::equipment) {
    std::string name = mention.name.empty() ? std::string(text_of(in.report.text.text, mention.span)) : mention.name;
    claim.equipment.push_back({mention.span, mention.entity, std::move(name), mention.type});
  } else if (!is_distance(*mention.quantity) || claim.type == "STATE") {
    claim.quantities.push_back({mention.span, *mention.quantity});
  }
}

}  // namespace

void hand_out_things(const Reading& in, Drafts& drafts, const std::vector<SentenceDrafts>& by_sentence,
                     const std::vector<Span>& outside) {
  for (const Linked& mention : in.report.links.mentions) {
    const bool amount =
        mention.kind == MentionKind::quantity && mention.quantity && (mention.quantity->min || mention.quantity->max);
    const bool thing = mention.kind == MentionKind::equipment;
    if ((!amount && !thing) || lies_in(outside, mention.span) || measures_event(in, mention) ||
        (amount && (is_known_number(in, mention) || counts_surroundings(in, mention)))) {
      continue;
    }
    const auto& here = by_sentence[in.word(static_cast<TokenIndex>(mention.head_token)).sentence];
    const Things things(in, drafts, here);
    const std::size_t owner = things.owner(mention);
    if (owner < drafts.size() &&
        !(thing && things.is_struck(drafts[owner], static_cast<TokenIndex>(mention.head_token)))) {
      give(in, mention, drafts[owner].claim);
    }
  }
}

}  // namespace hearsay::claims::detail

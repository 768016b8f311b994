// SPDX-License-Identifier: Apache-2.0
// Doubts that point back.
#include <hearsay/claims/detail/doubts.hpp>

#include <algorithm>

#include <hearsay/claims/attribution/attribution.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr std::uint32_t k_reach = 3;  // sentences back in which the act is looked for

/// What is held unlikely: the subject of "is remote", "is considered unlikely", "seems far-fetched".
TokenIndex doubted(const Reading& in, TokenIndex adjective) {
  const auto subject_of = [&](TokenIndex t) {
    const TokenIndex passive = in.child(t, Deprel::nsubj_pass);
    return passive >= 0 ? passive : in.child(t, Deprel::nsubj);
  };
  if (const TokenIndex own = subject_of(adjective); own >= 0) {
    return own;
  }
  const TokenIndex head = in.head(adjective);
  const Deprel deprel = universal(in.deprel(adjective));
  const bool predicate = deprel == Deprel::xcomp || deprel == Deprel::obl || deprel == Deprel::advcl ||
                         deprel == Deprel::obj || deprel == Deprel::ccomp;
  return head >= 0 && in.word(head).verb && predicate ? subject_of(head) : -1;
}

bool is_negated(const Reading& in, TokenIndex adjective) {
  const auto negates = [&](TokenIndex t) {
    const auto children = in.children(t);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenIndex c) { return in.in_class(c, in.book.bit_negation); });
  };
  const TokenIndex head = in.head(adjective);
  return negates(adjective) || (head >= 0 && in.word(head).verb && negates(head));
}

/// The act is told in the doubting sentence itself.
bool mark_in_place(const Reading& in, Drafts& drafts, TokenIndex subject) {
  bool found = false;
  for (Draft& draft : drafts) {
    if (!draft.dropped && draft.trigger.token != subject && in.below(draft.trigger.token, subject) &&
        draft.claim.status == Status::possible) {
      draft.claim.caveat = "unlikely";
      found = true;
    }
  }
  return found;
}

/// The nearest act before that was told as possible or planned.
const Draft* antecedent(const Drafts& drafts, std::uint32_t sentence) {
  for (std::size_t i = drafts.size(); i-- > 0;) {
    const Draft& draft = drafts[i];
    const bool open = draft.claim.status == Status::possible || draft.claim.status == Status::planned;
    if (!draft.dropped && !draft.title && open && draft.claim.caveat.empty() && draft.sentence < sentence &&
        draft.sentence + k_reach >= sentence) {
      return &draft;
    }
  }
  return nullptr;
}

Draft doubt(const Reading& in, const Draft& told, TokenIndex adjective, const Attribution* by) {
  Draft draft = told;
  draft.trigger.token = draft.trigger.frame = adjective;
  draft.sentence = in.word(adjective).sentence;
  draft.anaphor = true;
  Claim& claim = draft.claim;
  claim.trigger = in.token(adjective).span;
  claim.sentence = in.sentence(adjective).span;
  claim.sites.clear();
  claim.why.clear();
  claim.status = Status::possible;
  claim.caveat = "unlikely";
  claim.attribution = by != nullptr ? by->chain : std::vector<Voice>{};
  claim.anonymous = by == nullptr || is_anonymous(by);
  for (auto* people : {&claim.actors, &claim.recipients}) {
    for (Participant& who : *people) {
      who.inferred = true;
    }
  }
  if (claim.place) {
    claim.place->inferred = true;
  }
  explain(claim, "trigger", rule_name(*draft.rule));
  std::string said(in.form(adjective));
  said.append(" is held what was told before by ").append(text_of(in.report.text.text, told.claim.trigger));
  explain(claim, "doubt", std::move(said));
  return draft;
}

}  // namespace

void add_doubts(const Reading& in, Drafts& drafts, const std::vector<Attribution>& attributions) {
  Drafts made;
  for (TokenIndex t = 0; t < in.count(); ++t) {
    if (!in.in_class(t, in.book.bit_unlikely) || is_negated(in, t)) {
      continue;
    }
    const TokenIndex subject = doubted(in, t);
    const bool supposes = subject >= 0 && in.word(subject).noun &&
                          (in.in_class(subject, in.book.bit_supposing) || in.in_class(subject, in.book.bit_telling));
    if (!supposes || mark_in_place(in, drafts, subject)) {
      continue;
    }
    if (const Draft* told = antecedent(drafts, in.word(t).sentence)) {
      made.push_back(doubt(in, *told, t, governing(attributions, in.token(t).span)));
    }
  }
  if (made.empty()) {
    return;
  }
  std::move(made.begin(), made.end(), std::back_inserter(drafts));
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.sentence < b.sentence || (a.sentence == b.sentence && a.trigger.token < b.trigger.token);
  });
}

}  // namespace hearsay::claims::detail

// SPDX-License-Identifier: Apache-2.0
// How far source, cue and content reach (the extents of PolNeAR's guidelines).
#include <algorithm>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

bool is_punct(const Tree& tree, std::int32_t token) {
  return tree.token(token).upos == Upos::punct;
}

bool comma_before(const Tree& tree, std::int32_t token) {
  return token > 0 && is_punct(tree, token - 1);
}

/// What follows a source's head and is no part of its name: other clauses, and relative clauses set off by a comma.
bool ends_source(const Tree& tree, std::int32_t child) {
  switch (universal(tree.token(child).deprel)) {
    case Deprel::parataxis:
    case Deprel::ccomp:
    case Deprel::advcl:
    case Deprel::dep:
    case Deprel::list:
      return true;
    case Deprel::acl:
      return comma_before(tree, tree.subtree(child).first);
    default:
      return false;
  }
}

bool is_premodifier(const Token& token) {
  return token.upos == Upos::adj || token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::num ||
         token.upos == Upos::det || token.xpos == "PRP$";
}

/// The article that opens the noun phrase, where the parse has torn it from its head ("A UN official"); else `first`.
std::int32_t article_before(const Tree& tree, std::int32_t first) {
  for (std::int32_t at = first - 1; at >= 0 && at >= first - 5 && tree.sentence(at) == tree.sentence(first); --at) {
    const Token& token = tree.token(at);
    if (!is_premodifier(token)) {
      break;
    }
    if (token.upos == Upos::det || token.xpos == "PRP$") {
      return at;
    }
  }
  return first;
}

constexpr std::string_view k_trim = ".,;:-";

bool is_trimmed(std::string_view form) {
  return (form.size() == 1 && k_trim.find(form[0]) != std::string_view::npos) || form == "\u2014" || form == "\u2013" ||
         form == "--" || form == "...";
}

}  // namespace

TokenRange source_extent(const Tree& tree, std::int32_t head, std::int32_t cue_token) {
  TokenRange range{head, head + 1};
  for (const std::int32_t child : tree.children(head)) {
    const Deprel relation = universal(tree.token(child).deprel);
    if (child < head) {
      if (relation != Deprel::case_ && relation != Deprel::punct && relation != Deprel::cc &&
          relation != Deprel::mark && relation != Deprel::advmod && !ends_source(tree, child)) {
        range.first = std::min(range.first, tree.subtree(child).first);
      }
      continue;
    }
    if (ends_source(tree, child)) {
      break;
    }
    if (relation != Deprel::punct) {
      range.end = std::max(range.end, tree.subtree(child).end);
    }
  }
  const bool noun =
      tree.token(head).upos == Upos::noun || tree.token(head).upos == Upos::adj || tree.token(head).upos == Upos::propn;
  if (noun && tree.token(range.first).upos != Upos::det && tree.token(range.first).xpos != "PRP$") {
    range.first = article_before(tree, range.first);
  }
  if (cue_token > head) {
    range.end = std::min(range.end, cue_token);
  } else if (cue_token >= 0) {
    range.first = std::max(range.first, cue_token + 1);
  }
  while (range.end > head + 1 && is_punct(tree, range.end - 1) && tree.form(range.end - 1) != ")") {
    --range.end;
  }
  return range;
}

namespace {

/// "went on to say", "could not help noting": nothing but verbs, particles and adverbs lie between the two.
bool is_verb_chain(const Tree& tree, std::int32_t first, std::int32_t verb) {
  for (std::int32_t at = first + 1; at < verb; ++at) {
    const Upos upos = tree.token(at).upos;
    const bool part = upos == Upos::verb || upos == Upos::aux || upos == Upos::part || upos == Upos::adv ||
                      (upos == Upos::adp && at == first + 1) ||
                      (upos == Upos::adj && tree.has_child(at, {Deprel::cop}));
    if (!part) {
      return false;
    }
  }
  return true;
}

}  // namespace

TokenRange cue_extent(const Tree& tree, std::int32_t verb, std::int32_t first) {
  if (first < verb && !is_verb_chain(tree, first, verb)) {
    first = verb;
  }
  TokenRange range{std::min(first, verb), verb + 1};
  while (range.first > 0 && tree.sentence(range.first - 1) == tree.sentence(verb)) {
    const Token& before = tree.token(range.first - 1);
    const bool own = before.head == verb || before.head == first;
    const Deprel relation = universal(before.deprel);
    const bool part = relation == Deprel::aux || relation == Deprel::cop ||
                      (relation == Deprel::mark && before.upos == Upos::part) ||
                      (relation == Deprel::advmod && (before.upos == Upos::adv || before.upos == Upos::part));
    if (!own || !part) {
      break;
    }
    --range.first;
  }
  // An adverb that opens the clause ("However said") is no part of the cue.
  while (range.first < std::min(first, verb) && tree.token(range.first).upos == Upos::adv &&
         (range.first + 1 == std::min(first, verb) ? false : comma_before(tree, range.first + 1))) {
    ++range.first;
  }
  const std::int32_t particle = tree.child(verb, {Deprel::compound_prt});
  if (particle == verb + 1) {
    range.end = particle + 1;
  }
  return range;
}

namespace {

/// "said in a statement", "told it in a phone interview": where the words of a speaker that are named as the means end;
/// `begin` when no such phrase begins there.
std::int32_t end_of_means(const Reading& reading, std::int32_t begin, std::int32_t end) {
  constexpr std::int32_t k_reach = 6;
  const Tree& tree = reading.tree;
  if (begin >= end || tree.form(begin) != "in") {
    return begin;
  }
  for (std::int32_t at = begin + 1; at < std::min(end, begin + k_reach); ++at) {
    const Token& token = tree.token(at);
    const SourceNoun* noun = token.upos == Upos::noun ? source_noun(reading, at) : nullptr;
    if (noun != nullptr && noun->kind == VoiceKind::document && noun->of == "speaker") {
      return at + 1;
    }
    if (!is_premodifier(token) || token.upos == Upos::propn) {
      return begin;
    }
  }
  return begin;
}

}  // namespace

void finish_cue(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  const auto is_free = [&](std::int32_t token) {
    const Span span = tree.token(token).span;
    return token < sentence.end && !draft.source_range.contains(token) &&
           std::none_of(draft.content.begin(), draft.content.end(), [&](Span s) { return s.overlaps(span); });
  };
  while (draft.cue_range.end < sentence.end && tree.token(draft.cue_range.end).xpos == "RB" &&
         tree.token(draft.cue_range.end).head == draft.cue_token && is_free(draft.cue_range.end)) {
    ++draft.cue_range.end;  // "complained bitterly", "said later"
  }
  if (const std::int32_t end = end_of_means(reading, draft.cue_range.end, sentence.end);
      draft.cue->voice && end > draft.cue_range.end && is_free(draft.cue_range.end) && is_free(end - 1)) {
    draft.cue_range.end = end;
  }
  if (draft.cue_range.end < sentence.end && tree.form(draft.cue_range.end) == ":" && is_free(draft.cue_range.end)) {
    ++draft.cue_range.end;  // "said:"
  }
  const bool noun = tree.token(draft.cue_token).upos == Upos::noun && draft.cue_range.first == draft.cue_token;
  while (noun && draft.cue_range.first > sentence.first) {  // "a tacit acknowledgement", "earlier claims"
    const Token& before = tree.token(draft.cue_range.first - 1);
    const bool part = before.upos == Upos::adj || before.upos == Upos::det;
    if (!part || before.head != draft.cue_token || !is_free(draft.cue_range.first - 1)) {
      break;
    }
    --draft.cue_range.first;
  }
}

bool is_time(const Reading& reading, std::int32_t token) {
  const Span span = reading.tree.token(token).span;
  const auto& all = reading.links.mentions;
  auto m =
      std::partition_point(all.begin(), all.end(), [&](const Linked& one) { return one.span.begin <= span.begin; });
  for (int steps = 0; m != all.begin() && steps < 8; ++steps) {
    --m;
    if (m->kind == MentionKind::time && m->span.contains(span)) {
      return true;
    }
  }
  return false;
}

TokenRange without_time(const Reading& reading, std::int32_t head, TokenRange range) {
  std::int32_t end = range.end;
  while (end > head + 1 && is_time(reading, end - 1)) {
    --end;
  }
  if (end == range.end) {
    return range;
  }
  return {range.first, end > head + 1 && reading.tree.token(end - 1).upos == Upos::adp ? end - 1 : end};
}

Span fit_quotations(const Reading& reading, Span span, std::uint32_t cue_at) {
  const auto& all = reading.quotations;
  auto q =
      std::partition_point(all.begin(), all.end(), [&](const Quotation& one) { return one.span.end <= span.begin; });
  for (; q != all.end() && q->span.begin < span.end; ++q) {
    const bool cue_inside = q->span.begin <= cue_at && cue_at < q->span.end;
    if (cue_inside) {  // whoever is quoted cannot speak outside the marks
      span = {std::max(span.begin, q->inner.begin), std::min(span.end, q->inner.end)};
    } else if (!span.contains(q->span)) {
      span = {std::min(span.begin, q->span.begin), std::max(span.end, q->span.end)};
    }
  }
  return span;
}

Span content_span(const Reading& reading, TokenRange range, std::int32_t cue_token) {
  const Tree& tree = reading.tree;
  while (range.first < range.end && is_trimmed(tree.form(range.first))) {
    ++range.first;
  }
  while (range.end > range.first && is_trimmed(tree.form(range.end - 1))) {
    --range.end;
  }
  if (range.empty()) {
    return {};
  }
  const Span span = fit_quotations(reading, tree.span(range), tree.token(cue_token).span.begin);
  return span.empty() ? Span{} : span;
}

}  // namespace hearsay::claims::attribution

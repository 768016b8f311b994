// SPDX-License-Identifier: Apache-2.0
// Indexing one report.
#include <hearsay/claims/detail/reading.hpp>

#include <algorithm>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::claims::detail {

namespace {

bool all_lower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// A listed word that the form may be made of: "raided" -> raid, "shelling" -> shell, "stopped" -> stop.
WordId find_stem(std::string_view form, const Vocabulary& words) {
  for (const std::string_view ending : {"s", "es", "ed", "d", "ing"}) {
    if (form.size() <= ending.size() + 2 || !form.ends_with(ending)) {
      continue;
    }
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    WordId found = words.find(stem);
    if (found == k_unknown && ending == "ing") {
      found = words.find(std::string(stem).append("e"));
    }
    if (found == k_unknown && ending.size() > 1 && stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2]) {
      found = words.find(stem.substr(0, stem.size() - 1));
    }
    if (found != k_unknown) {
      return found;
    }
  }
  return k_unknown;
}

bool is_nominal(Deprel deprel) {
  const Deprel relation = universal(deprel);
  return relation == Deprel::obj || relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::nsubj;
}

/// Word number of a token. Headlines tag verbs and nouns as names, and a guessed lemma may be no word at all: then the
/// form is cut back to a listed word.
WordId find_word(const Token& token, std::string_view form, const Vocabulary& words, bool title) {
  const bool plain = all_lower(token.lemma);
  if (token.xpos == "VBG" && universal(token.deprel) != Deprel::acl && is_nominal(token.deprel)) {
    if (const WordId noun = words.find(form); noun != k_unknown) {  // "seized the crossing", tagged as a verb
      return noun;
    }
  }
  WordId found = plain ? words.find(token.lemma) : words.find(to_lower(token.lemma));
  const bool open_class = token.upos == Upos::verb || token.upos == Upos::noun || token.upos == Upos::propn || title;
  if (found != k_unknown || !open_class) {
    return found;
  }
  return all_lower(form) ? find_stem(form, words) : find_stem(to_lower(form), words);
}

}  // namespace

bool is_actor(const Linked& mention) {
  switch (mention.kind) {
    case MentionKind::person:
    case MentionKind::organisation:
    case MentionKind::armed_group:
    case MentionKind::nationality:
    case MentionKind::outlet:
      return true;
    case MentionKind::place:
      return mention.metonym;
    default:
      return false;
  }
}

Reading::Reading(const Report& made, const RuleBook& rules)
    : report(made), book(rules), m_tokens(&made.analysis.tokens) {
  index_words();
  index_mentions();
  index_children();
  repair();
  correct_word_classes();
}

namespace {

/// Whether the way up from a word never ends: who walks it at double pace meets who walks it (R. W. Floyd, JACM 14
/// (1967)). Steps as many as the words on the way, whatever the length of the text.
bool runs_in_circles(const std::vector<Token>& tokens, TokenIndex from) {
  const auto above = [&](TokenIndex t) { return t < 0 ? t : tokens[static_cast<std::size_t>(t)].head; };
  TokenIndex slow = from, fast = above(above(from));
  while (fast >= 0 && fast != slow) {
    slow = above(slow);
    fast = above(above(fast));
  }
  return fast >= 0;
}

}  // namespace

/// The tree is read once as it came; only when something must change are its words copied. Repairs of one sentence that
/// together are no tree are all left out.
void Reading::repair() {
  m_edits = find_repairs(*this);
  if (m_edits.empty()) {
    return;
  }
  m_repaired = report.analysis.tokens;
  m_tokens = &m_repaired;
  const auto sentence_of = [&](const TreeEdit& edit) { return word(edit.token).sentence; };
  std::stable_sort(m_edits.begin(), m_edits.end(),
                   [&](const TreeEdit& a, const TreeEdit& b) { return sentence_of(a) < sentence_of(b); });
  std::vector<TreeEdit> kept;
  for (auto first = m_edits.begin(); first != m_edits.end();) {
    const auto last = std::find_if(first, m_edits.end(),
                                   [&](const TreeEdit& edit) { return sentence_of(edit) != sentence_of(*first); });
    for (auto edit = first; edit != last; ++edit) {
      m_repaired[static_cast<std::size_t>(edit->token)].head = edit->head;
    }
    if (std::any_of(first, last, [&](const TreeEdit& edit) { return runs_in_circles(m_repaired, edit.token); })) {
      for (auto edit = first; edit != last; ++edit) {
        const auto at = static_cast<std::size_t>(edit->token);
        m_repaired[at].head = report.analysis.tokens[at].head;
      }
    } else {
      kept.insert(kept.end(), first, last);
    }
    first = last;
  }
  m_edits = std::move(kept);
  for (const TreeEdit& edit : m_edits) {
    apply(edit);
  }
  std::erase_if(m_edits, [](const TreeEdit& edit) { return *edit.why == 0; });
  std::sort(m_edits.begin(), m_edits.end(), [](const TreeEdit& a, const TreeEdit& b) { return a.token < b.token; });
  index_children();
}

/// Relation, tag and word class; the head is in place already.
void Reading::apply(const TreeEdit& edit) {
  Token& token = m_repaired[static_cast<std::size_t>(edit.token)];
  token.deprel = edit.deprel;
  token.xpos = *edit.xpos != 0 ? edit.xpos : token.xpos;
  if (token.upos == edit.upos) {
    return;
  }
  token.upos = edit.upos;
  Word& word = m_words[static_cast<std::size_t>(edit.token)];
  const WordId noun = edit.upos == Upos::noun ? book.words.find(to_lower(form(edit.token))) : k_unknown;
  word.id = noun != k_unknown ? noun : word.id;
  word.verb = edit.upos == Upos::verb;
  word.noun = edit.upos == Upos::noun;
  word.adjective = false;
}

std::string_view Reading::repaired(TokenIndex t) const {
  const auto found = std::lower_bound(m_edits.begin(), m_edits.end(), t,
                                      [](const TreeEdit& edit, TokenIndex token) { return edit.token < token; });
  return found != m_edits.end() && found->token == t ? found->why : "";
}

void Reading::index_words() {
  const Analysis& analysis = report.analysis;
  m_words.resize(analysis.tokens.size());
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    const bool title = sentence.marked && sentence.mark == MarkKind::title;
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const Token& token = analysis.tokens[t];
      Word& word = m_words[t];
      word.sentence = static_cast<std::uint32_t>(s);
      word.id = find_word(token, text_of(report.text.text, token.span), book.words, title);
      const ClassSet& classes = book.words.classes(word.id);
      if (token.upos == Upos::propn && (classes.test(book.bit_pronoun) || classes.test(book.bit_first_person))) {
        word.id = k_unknown;  // "US troops" are not ours
      }
      word.verb = token.upos == Upos::verb || token.upos == Upos::aux;
      word.noun = token.upos == Upos::noun || token.upos == Upos::propn;
      word.adjective = token.upos == Upos::adj;
    }
  }
}

void Reading::index_children() {
  const auto& tokens = *m_tokens;
  m_first.assign(tokens.size() + 1, 0);
  for (const Token& token : tokens) {
    if (token.head >= 0) {
      ++m_first[static_cast<std::size_t>(token.head) + 1];
    }
  }
  for (std::size_t i = 1; i < m_first.size(); ++i) {
    m_first[i] += m_first[i - 1];
  }
  m_children.resize(m_first.empty() ? 0 : m_first.back());
  std::vector<std::uint32_t> next(m_first.begin(), m_first.end());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head >= 0) {
      m_children[next[static_cast<std::size_t>(tokens[i].head)]++] = static_cast<TokenIndex>(i);
    }
  }
}

/// A noun or adjective that has a subject but no copula is a verb that the tagger did not know ("shot", "advanced").
/// Whether some rule reads the word as a verb.
bool Reading::may_be_verb(TokenIndex t) const {
  const auto& rules = book.by_word[word(t).id];
  return std::any_of(rules.begin(), rules.end(),
                     [&](std::uint32_t rule) { return (book.rules[rule].pos & k_verb) != 0; });
}

void Reading::correct_word_classes() {
  for (TokenIndex t = 0; t < count(); ++t) {
    Word& word = m_words[static_cast<std::size_t>(t)];
    const bool subject = child(t, Deprel::nsubj) >= 0 || child(t, Deprel::nsubj_pass) >= 0;
    const bool object = word.noun && child(t, Deprel::obj) > t && child(t, Deprel::compound) >= 0 && may_be_verb(t);
    if (word.verb || (!subject && !object) || child(t, Deprel::cop) >= 0) {
      continue;  // "fighters control much of the desert": a noun with an object is a verb
    }
    if (word.id == k_unknown) {
      const std::string lower = to_lower(form(t));
      word.id = find_stem(lower, book.words);
    }
    word.verb = word.id != k_unknown;
    word.noun = word.noun && !word.verb;
    word.adjective = word.adjective && !word.verb;
  }
}

/// Mentions come longest first, so the outermost one stays on a word; a name beats a bare nationality.
void Reading::index_mentions() {
  const auto& anaphors = report.links.anaphors;
  for (std::size_t a = 0; a < anaphors.size(); ++a) {
    m_words[anaphors[a].head_token].anaphor = static_cast<std::int32_t>(a);
  }
  const auto& mentions = report.links.mentions;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Linked& mention = mentions[m];
    const auto put = [&](std::int32_t Word::*field) {
      for (std::uint32_t t = mention.first_token; t < mention.end_token && t < m_words.size(); ++t) {
        if (m_words[t].*field < 0) {
          m_words[t].*field = static_cast<std::int32_t>(m);
        }
      }
    };
    if (is_actor(mention)) {
      put(&Word::actor);
    }
    switch (mention.kind) {
      case MentionKind::place:
      case MentionKind::facility:
        put(&Word::place);
        break;
      case MentionKind::equipment:
        put(&Word::equipment);
        break;
      case MentionKind::time:
        put(&Word::time);
        break;
      case MentionKind::quantity:
        put(&Word::quantity);
        break;
      default:
        break;
    }
  }
}

TokenIndex Reading::child(TokenIndex t, Deprel deprel) const {
  for (const TokenIndex c : children(t)) {
    if (this->deprel(c) == deprel) {
      return c;
    }
  }
  return -1;
}

bool Reading::has_child_word(TokenIndex t, WordId wanted) const {
  const auto all = children(t);
  return std::any_of(all.begin(), all.end(), [&](TokenIndex c) { return word(c).id == wanted; });
}

WordId Reading::preposition(TokenIndex t) const {
  for (const TokenIndex c : children(t)) {
    const WordId id = word(c).id;
    const bool marks =
        deprel(c) == Deprel::mark && (token(c).upos == Upos::adp || id == book.w_from || id == book.w_of ||
                                      id == book.w_by || id == book.w_with || id == book.w_against);
    if (deprel(c) == Deprel::case_ || marks) {
      return id;
    }
  }
  return k_unknown;
}

bool Reading::below(TokenIndex t, TokenIndex top) const {
  for (int steps = 0; t >= 0 && steps < 200; ++steps, t = head(t)) {
    if (t == top) {
      return true;
    }
  }
  return false;
}

int Reading::distance(TokenIndex a, TokenIndex b) const {
  if (word(a).sentence != word(b).sentence) {
    return 99;
  }
  int up = 0;
  for (TokenIndex x = a; x >= 0 && up < 60; x = head(x), ++up) {
    int down = 0;
    for (TokenIndex y = b; y >= 0 && down < 60; y = head(y), ++down) {
      if (x == y) {
        return up + down;
      }
    }
  }
  return 99;
}

std::string Reading::path(TokenIndex from, TokenIndex to) const {
  if (from < 0 || to < 0 || from == to) {
    return "";
  }
  std::string up, down;
  TokenIndex x = from;
  for (int steps = 0; x >= 0 && !below(to, x) && steps < 60; x = head(x), ++steps) {
    up.append("<").append(to_string(deprel(x)));
  }
  if (x < 0) {
    return "other sentence";
  }
  for (TokenIndex y = to; y != x && y >= 0; y = head(y)) {
    down.insert(0, to_string(deprel(y)));
    down.insert(0, 1, '>');
  }
  return up + down;
}

Span Reading::phrase(TokenIndex t) const {
  Span span = token(t).span;
  for (const TokenIndex c : children(t)) {
    switch (universal(deprel(c))) {
      case Deprel::compound:
      case Deprel::amod:
      case Deprel::flat:
      case Deprel::nummod:
      case Deprel::nmod: {
        if (preposition(c) != k_unknown && preposition(c) != book.w_of) {
          break;
        }
        const Span inner = phrase(c);
        span.begin = std::min(span.begin, inner.begin);
        span.end = std::max(span.end, inner.end);
        break;
      }
      default:
        break;
    }
  }
  return span;
}

}  // namespace hearsay::claims::detail

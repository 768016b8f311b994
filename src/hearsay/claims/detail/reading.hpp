// SPDX-License-Identifier: Apache-2.0
// One report made ready for the rules: tree with children, word numbers, and which mention stands on which word.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/claims/claims.hpp>
#include <hearsay/claims/detail/repair.hpp>
#include <hearsay/claims/detail/rule_book.hpp>

namespace hearsay::claims::detail {

using TokenIndex = std::int32_t;  // into Analysis::tokens; -1: none

/// What the rules know of one word.
struct Word {
  WordId id = k_unknown;
  std::uint32_t sentence = 0;
  std::int32_t actor = -1, place = -1, equipment = -1, time = -1, quantity = -1;  // into Links::mentions
  std::int32_t anaphor = -1;  // into Links::anaphors, on its head word
  bool verb = false, noun = false, adjective = false;
};

/// Built once a report; everything else reads it. The report and the book must outlive it.
class Reading {
 public:
  Reading(const Report& report, const RuleBook& book);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const Report& report;
  const RuleBook& book;

  const Token& token(TokenIndex t) const { return (*m_tokens)[static_cast<std::size_t>(t)]; }
  const Word& word(TokenIndex t) const { return m_words[static_cast<std::size_t>(t)]; }
  const Sentence& sentence(TokenIndex t) const { return report.analysis.sentences[word(t).sentence]; }
  TokenIndex count() const { return static_cast<TokenIndex>(m_words.size()); }
  /// Dependents in text order.
  std::span<const TokenIndex> children(TokenIndex t) const {
    const auto begin = m_first[static_cast<std::size_t>(t)], end = m_first[static_cast<std::size_t>(t) + 1];
    return {m_children.data() + begin, m_children.data() + end};
  }
  TokenIndex head(TokenIndex t) const { return token(t).head; }
  Deprel deprel(TokenIndex t) const { return token(t).deprel; }
  bool in_class(TokenIndex t, std::size_t bit) const { return book.words.classes(word(t).id).test(bit); }
  std::string_view form(TokenIndex t) const { return text_of(report.text.text, token(t).span); }
  const Linked& linked(std::int32_t mention) const { return report.links.mentions[static_cast<std::size_t>(mention)]; }

  TokenIndex child(TokenIndex t, Deprel deprel) const;  // first one, or -1
  bool has_child_word(TokenIndex t, WordId word) const;
  /// The preposition of an oblique or nominal modifier ("to"); k_unknown without one or where no table knows it.
  WordId preposition(TokenIndex t) const;
  /// Whether `t` is `top` or below it.
  bool below(TokenIndex t, TokenIndex top) const;
  /// Steps in the tree between two words; 99 across sentences.
  int distance(TokenIndex a, TokenIndex b) const;
  /// How the tree was put right at a word ("read as a verb"), or "".
  std::string_view repaired(TokenIndex t) const;
  /// "shell <- conj <- obj": the relations from `from` to `to`, for `why`.
  std::string path(TokenIndex from, TokenIndex to) const;
  /// First and one past the last word of the phrase below `t`, clauses and further conjuncts left out.
  Span phrase(TokenIndex t) const;

 private:
  void index_words();
  void index_children();
  void repair();
  void apply(const TreeEdit& edit);
  bool may_be_verb(TokenIndex t) const;
  void correct_word_classes();
  void index_mentions();

  const std::vector<Token>* m_tokens;  // the report's, or m_repaired
  std::vector<Token> m_repaired;       // only where a tree was put right
  std::vector<TreeEdit> m_edits;       // sorted by token
  std::vector<Word> m_words;
  std::vector<std::uint32_t> m_first;
  std::vector<TokenIndex> m_children;
};

/// Mentions that can be somebody: persons, organisations, armed groups, nationalities, outlets, places that stand for
/// their government.
bool is_actor(const Linked& mention);

}  // namespace hearsay::claims::detail

// SPDX-License-Identifier: Apache-2.0
// Places phrases in time: tense, the publication date, the date last spoken of.
#pragma once
#include <optional>
#include <vector>

#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/link/times/time_grammar.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link::detail {

/// Goes through the phrases of one text in order. A text whose dates are far from its publication is history:
/// there, months and weekdays lean on the date last said instead of the publication date.
class TimeResolver {
 public:
  /// deictic_words: how often the text names weekdays, "today", "yesterday".
  TimeResolver(const CleanText& text, const Analysis& analysis, const std::vector<Piece>& pieces,
               std::size_t deictic_words);
  bool is_history() const { return m_history; }
  /// Nothing when the phrase turns out to be no time.
  std::optional<TimeRef> resolve(const Phrase& phrase);

 private:
  int tense_at(std::uint32_t token) const;
  bool is_pluperfect(std::int32_t verb) const;
  Expression placed(const Phrase& phrase) const;
  void remember(const Phrase& phrase, const Expression& expression);
  bool is_last_year(const Phrase& phrase) const;
  std::optional<Expression> year_before_quarter(const Phrase& phrase) const;
  TimeRef fixed_value(const Phrase& phrase) const;

  const CleanText& m_text;
  const Analysis& m_analysis;
  const std::vector<Piece>& m_pieces;
  std::optional<Day> m_published;  // when it is known to the day
  bool m_history = false;
  int m_center_year = 0;                // the median of the years named, in a history
  Expression m_said;                    // the date last spoken of
  Expression m_said_day;                // the last one told to the day or month
  std::optional<Expression> m_quarter;  // the business quarter last spoken of
  std::uint32_t m_quarter_sentence = 0;
};

TimeRef resolve_symbolic(TimeRef time, Day publication);

}  // namespace hearsay::link::detail

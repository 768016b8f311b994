// SPDX-License-Identifier: Apache-2.0
// Which pieces of a text are time phrases (extents as in TimeML 1.2.1: no preposition), and what they say.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/link/detail/numbers.hpp>
#include <hearsay/link/times/time_point.hpp>
#include <hearsay/link/times/time_words.hpp>

namespace hearsay::link::detail {

/// What a duration reaches over when it is told from here: "the past three months", "the next two weeks".
enum class Reach : std::uint8_t { none, back, ahead };

/// One phrase as read, not yet placed in time. Pieces [begin, end).
struct Phrase {
  std::size_t begin = 0, end = 0;
  TimexType type = TimexType::date;
  std::string value;  // durations, sets and references; dates have `when`
  Expression when;
  bool floating = false;      // a month, weekday, season without year: publication or the last date said, by tense
  bool same_quarter = false;  // "the 1988 period": the business quarter spoken of, in that year
  int joint = 0;              // 1: goes on to the next phrase ("from 3" to 5 May, "1914"-1918)
  bool weak = false;          // reads as time only where the text speaks of time (bare "1990", "the day")
  Reach reach = Reach::none;
  Unit reach_unit = Unit::day;
  int reach_count = 0;  // 0: "recent weeks", the usual span of the word
};

inline Phrase phrase_at(std::size_t begin, std::size_t end) {
  Phrase phrase;
  phrase.begin = begin;
  phrase.end = end;
  return phrase;
}

/// One step from the anchor: kind, how many, of what unit, which way.
inline Step make_step(Step::Kind kind, int n, Unit unit = Unit::day, int direction = 0, bool strict = false) {
  Step step;
  step.kind = kind;
  step.n = n;
  step.unit = unit;
  step.direction = direction;
  step.strict = strict;
  return step;
}

/// A phrase that names its point itself ("June 2016").
inline void put_absolute(Phrase& phrase, Unit grain, Day first) {
  phrase.when.base = Expression::Base::absolute;
  phrase.when.point.grain = grain;
  phrase.when.point.first = first;
}

/// What TIMEX3 writes behind the T for a part of the day, by its value in time.tsv: "MO" for 0 to "24:00" for 6.
const char* daypart_code(int value);

/// Reads phrases at given pieces. Borrow everything; lives for one text.
class TimeGrammar {
 public:
  TimeGrammar(const Analysis& analysis, const std::vector<Piece>& pieces, const TimeWords& words,
              const NumberWords& numbers);

  /// A history, not a report: "former" and "this time" count as times, seasons also before a noun.
  void read_as_history(bool history) { m_history = history; }
  /// Days of the week, "yesterday", "ago": how often a text counts from its own day.
  std::size_t deictic_words() const;

  /// All phrases, left to right, the longest at each place; none overlap.
  std::vector<Phrase> read_all();

 private:
  using Found = std::optional<Phrase>;
  struct Value {  // a number or name with the piece behind it
    int value = 0;
    std::size_t end = 0;
  };
  using Read = std::optional<Value>;
  struct Relation {  // "last", "that", "next" at `at`, before what stands at `target`
    std::size_t at = 0, target = 0;
    int direction = 0;    // -1, 0, +1
    bool said = false;    // counts from the date last said, not from publication
    bool strict = false;  // the base's own day does not count
  };
  struct Hour {
    int hour = 0, minute = 0;
    std::size_t end = 0;
  };
  struct Count {  // the number of an amount of time, and the piece behind it
    Number number;
    std::size_t start = 0, next = 0;
  };

  // what stands at a piece
  const TimeWord* word(std::size_t at) const { return at < m_limit ? m_time[at] : nullptr; }
  bool is(std::size_t at, WordClass c) const { return word(at) != nullptr && m_time[at]->is(c); }
  int val(std::size_t at, WordClass c) const { return m_time[at]->value(c); }
  bool form(std::size_t at, std::uint64_t hash) const { return at < m_limit && m_pieces[at].hash == hash; }
  bool after_preposition(std::size_t at) const;
  bool is_attributive(std::size_t end) const;
  bool sign(std::size_t at, char c) const;
  bool glued_sign(std::size_t at, char c) const { return sign(at, c) && m_pieces[at].glued; }
  bool glued(std::size_t at) const { return at < m_limit && m_pieces[at].glued; }
  std::size_t past_hyphen(std::size_t at) const;
  std::size_t past_comma(std::size_t at) const { return sign(at, ',') ? at + 1 : at; }
  std::size_t past_article(std::size_t at) const;
  std::optional<Number> number(std::size_t at) const;
  const Token& token(std::size_t at) const { return m_analysis.tokens[m_pieces[at].token]; }

  // calendar dates (time_grammar_calendar.cpp), dates that lean on another (time_grammar_dates.cpp)
  Read month(std::size_t at) const;
  Read weekday(std::size_t at) const;
  Read day_number(std::size_t at) const;
  Read year(std::size_t at) const;
  Read short_year(std::size_t at) const;
  Read second_of_years(std::size_t at) const;
  Read spelled_year(std::size_t at) const;
  Read era(std::size_t at, int year) const;
  Read ordinal(std::size_t at) const;
  Found date(std::size_t at) const;
  Found plain_date(std::size_t at) const;
  Found calendar_date(std::size_t at) const;
  Found month_first(std::size_t at, std::size_t month_end, int month) const;
  Found day_first(std::size_t at) const;
  Found numeric_date(std::size_t at) const;
  void add_year(Phrase& phrase, int month, int day) const;
  Found year_alone(std::size_t at) const;
  bool year_fits(std::size_t at, std::size_t end) const;
  Found decade(std::size_t at) const;
  Found century(std::size_t at) const;
  Found weekday_alone(std::size_t at) const;
  Found season(std::size_t at) const;
  Found quarter(std::size_t at) const;
  Found nth_unit(std::size_t at) const;
  Found first_units(std::size_t at) const;
  Found deictic(std::size_t at) const;
  Found feast(std::size_t at) const;
  Found part_of(std::size_t at) const;
  Found relative(std::size_t at) const;
  Found relative_target(const Relation& relation) const;
  static Phrase relative_phrase(const Relation& relation, std::size_t end);
  Found relative_unit(const Relation& relation) const;
  Found relative_daypart(const Relation& relation) const;
  Found relative_weekday(const Relation& relation, Value day) const;
  Found relative_month(const Relation& relation, Value month_found) const;
  Found relative_season(const Relation& relation) const;
  Found the_unit(std::size_t at) const;
  Found this_time(std::size_t at) const;
  std::optional<Phrase> other_day(const Phrase& date) const;
  Found first_day_of_range(std::size_t at) const;
  Found year_earlier(std::size_t at) const;
  void add_daypart(Phrase& phrase) const;

  // clock times, durations, sets, references (time_grammar_spans.cpp)
  Found clock(std::size_t at) const;
  std::optional<Hour> hour(std::size_t at) const;
  Read meridiem(std::size_t at) const;
  void add_date_of_clock(Phrase& phrase) const;
  Found morning_of(std::size_t at) const;
  Found amount(std::size_t at) const;
  std::optional<Count> count_of_units(std::size_t at) const;
  bool is_age_or_compound(const Phrase& phrase) const;
  Found duration(std::size_t at) const;
  Found bare_units(std::size_t at) const;
  Found ranged_duration(std::size_t at) const;
  std::size_t past_approximation(std::size_t at) const;
  Found shifted(Phrase amount, const Number& number, Unit unit) const;
  Found set(std::size_t at) const;
  bool counts_per(std::size_t at) const;
  Found reference(std::size_t at) const;
  Found fixed(std::size_t at) const;
  // the walk (time_grammar.cpp)
  Found longest_at(std::size_t at) const;
  int openness(const Phrase& phrase) const;
  bool joins(const Phrase& first, const Phrase& second) const;
  static void share_year(Phrase& first, const Phrase& second);
  bool can_begin(std::size_t at) const;

  bool m_history = false;
  const Analysis& m_analysis;
  const std::vector<Piece>& m_pieces;
  const TimeWords& m_words;
  const NumberWords& m_numbers;
  std::vector<const TimeWord*> m_time;
  std::size_t m_limit = 0;  // end of the sentence that is being read
};

/// TIMEX3 value of an amount of time: "P3D", "PT2H", "P2.5Y", "PXW" for an unknown number.
std::string duration_value(std::optional<double> count, Unit unit);

}  // namespace hearsay::link::detail

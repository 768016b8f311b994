// SPDX-License-Identifier: Apache-2.0
// Compiling the time tables of the language packs.
#include <hearsay/link/times/time_words.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace hearsay::link::detail {

namespace {

const std::map<std::string, WordClass, std::less<>>& classes() {
  static const std::map<std::string, WordClass, std::less<>> k_classes = {
      {"month", WordClass::month},
      {"month-short", WordClass::month_short},
      {"weekday", WordClass::weekday},
      {"weekdays", WordClass::weekdays},
      {"weekday-short", WordClass::weekday_short},
      {"unit", WordClass::unit},
      {"units", WordClass::units},
      {"season", WordClass::season},
      {"seasons", WordClass::seasons},
      {"daypart", WordClass::daypart},
      {"dayparts", WordClass::dayparts},
      {"deictic", WordClass::deictic},
      {"reference", WordClass::reference},
      {"reference-adjective", WordClass::reference_adjective},
      {"set", WordClass::set},
      {"relative", WordClass::relative},
      {"anaphor", WordClass::anaphor},
      {"shift", WordClass::shift},
      {"part", WordClass::part},
      {"approximate", WordClass::approximate},
      {"determiner", WordClass::determiner},
      {"each", WordClass::each},
      {"zone", WordClass::zone},
      {"preposition", WordClass::preposition},
      {"decade", WordClass::decade},
      {"future", WordClass::future},
      {"fiscal", WordClass::fiscal},
      {"era", WordClass::era},
      {"meridiem", WordClass::meridiem},
      {"period", WordClass::period}};
  return k_classes;
}

/// Words that stand in the value column instead of a number.
const std::map<std::string, int, std::less<>>& codes() {
  static const std::map<std::string, int, std::less<>> k_codes = {{"second", static_cast<int>(Unit::second)},
                                                                  {"minute", static_cast<int>(Unit::minute)},
                                                                  {"hour", static_cast<int>(Unit::hour)},
                                                                  {"day", static_cast<int>(Unit::day)},
                                                                  {"week", static_cast<int>(Unit::week)},
                                                                  {"weekend", static_cast<int>(Unit::weekend)},
                                                                  {"fortnight", static_cast<int>(Unit::fortnight)},
                                                                  {"month", static_cast<int>(Unit::month)},
                                                                  {"quarter", static_cast<int>(Unit::quarter)},
                                                                  {"year", static_cast<int>(Unit::year)},
                                                                  {"decade", static_cast<int>(Unit::decade)},
                                                                  {"century", static_cast<int>(Unit::century)},
                                                                  {"millennium", static_cast<int>(Unit::millennium)},
                                                                  {"SP", 0},
                                                                  {"SU", 1},
                                                                  {"FA", 2},
                                                                  {"WI", 3},
                                                                  {"MO", 0},
                                                                  {"MI", 1},
                                                                  {"AF", 2},
                                                                  {"EV", 3},
                                                                  {"NI", 4},
                                                                  {"12:00", 5},
                                                                  {"24:00", 6},
                                                                  {"0TNI", 10},
                                                                  {"PRESENT_REF", 0},
                                                                  {"PAST_REF", -1},
                                                                  {"FUTURE_REF", 1},
                                                                  {"START", static_cast<int>(Part::start)},
                                                                  {"MID", static_cast<int>(Part::mid)},
                                                                  {"END", static_cast<int>(Part::end)},
                                                                  {"BC", -1},
                                                                  {"AD", 1},
                                                                  {"am", 0},
                                                                  {"pm", 1},
                                                                  {"Z", 1}};
  return k_codes;
}

int number_or(const std::string& cell, int otherwise) {
  int value = otherwise;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

/// Words, numbers and signs of a phrase as Piece gives them: hashes, and the character itself for a sign.
std::vector<std::uint64_t> phrase_hashes(const std::string& phrase) {
  std::vector<std::uint64_t> hashes;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) {
      hashes.push_back(word_hash(word));
      word.clear();
    }
  };
  for (const char c : phrase) {
    const bool sign = c == '-' || c == '\'' || c == '.' || c == ',';
    if (sign || c == ' ') {
      finish();
    } else {
      word += c;
    }
    if (sign) {
      hashes.push_back(static_cast<unsigned char>(c));
    }
  }
  finish();
  return hashes;
}

Feast read_feast(const packs::Table& table, const packs::Row& row) {
  static const std::map<std::string, Feast::Calendar, std::less<>> k_calendars = {
      {"gregorian", Feast::Calendar::gregorian},
      {"islamic", Feast::Calendar::islamic},
      {"persian", Feast::Calendar::persian},
      {"easter", Feast::Calendar::easter},
      {"weekday", Feast::Calendar::weekday}};
  Feast feast;
  if (const auto found = k_calendars.find(table.cell(row, "calendar")); found != k_calendars.end()) {
    feast.calendar = found->second;
  }
  feast.month = number_or(table.cell(row, "month"), 0);
  feast.day = number_or(table.cell(row, "day"), 0);
  feast.weekday = number_or(table.cell(row, "weekday"), 0);
  feast.length = number_or(table.cell(row, "length"), 1);
  return feast;
}

template <typename T>
void longest_first(std::unordered_map<std::uint64_t, std::vector<T>>& lists) {
  for (auto& [first, list] : lists) {
    std::stable_sort(list.begin(), list.end(), [](const T& a, const T& b) { return a.words.size() > b.words.size(); });
  }
}

TimexType timex_type(const std::string& name) {
  return name == "TIME"       ? TimexType::time
         : name == "DURATION" ? TimexType::duration
         : name == "SET"      ? TimexType::set
                              : TimexType::date;
}

}  // namespace

TimeWords::TimeWords(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (!path.starts_with("lang-")) {
      continue;
    }
    for (const packs::Row& row : table.rows) {
      if (path.ends_with("/time.tsv")) {
        add_word(table, row);
      } else if (path.ends_with("/time-phrases.tsv")) {
        TimePhrase phrase{phrase_hashes(table.cell(row, "phrase")), timex_type(table.cell(row, "type")),
                          table.cell(row, "value")};
        if (!phrase.words.empty()) {
          m_filter.add(phrase.words.front());
          m_phrases[phrase.words.front()].push_back(std::move(phrase));
        }
      } else if (path.ends_with("/feasts.tsv")) {
        NamedFeast feast{phrase_hashes(table.cell(row, "name")), read_feast(table, row)};
        if (!feast.words.empty()) {
          m_filter.add(feast.words.front());
          m_feasts[feast.words.front()].push_back(std::move(feast));
        }
      }
    }
  }
  longest_first(m_phrases);
  longest_first(m_feasts);
}

void TimeWords::add_word(const packs::Table& table, const packs::Row& row) {
  const auto found = classes().find(table.cell(row, "class"));
  if (found == classes().end()) {
    return;
  }
  const std::string& value = table.cell(row, "value");
  int number = number_or(value, 0);
  if (found->second == WordClass::set) {
    number = static_cast<int>(m_sets.size());
    m_sets.push_back(value);
  } else if (const auto code = codes().find(value); code != codes().end()) {
    number = code->second;
  }
  m_filter.add(word_hash(table.cell(row, "word")));
  TimeWord& word = m_words[word_hash(table.cell(row, "word"))];
  word.classes |= std::uint64_t{1} << static_cast<unsigned>(found->second);
  word.values[static_cast<std::size_t>(found->second)] = static_cast<std::int16_t>(number);
}

const TimeWord* TimeWords::find(const Piece& piece) const {
  if (piece.kind != PieceKind::word || !m_filter.perhaps(piece.hash)) {
    return nullptr;
  }
  const auto found = m_words.find(piece.hash);
  return found == m_words.end() ? nullptr : &found->second;
}

const std::vector<TimePhrase>* TimeWords::phrases(const Piece& first) const {
  const auto found = m_filter.perhaps(first.hash) ? m_phrases.find(first.hash) : m_phrases.end();
  return found == m_phrases.end() ? nullptr : &found->second;
}

const std::vector<NamedFeast>* TimeWords::feasts(const Piece& first) const {
  const auto found = m_filter.perhaps(first.hash) ? m_feasts.find(first.hash) : m_feasts.end();
  return found == m_feasts.end() ? nullptr : &found->second;
}

}  // namespace hearsay::link::detail

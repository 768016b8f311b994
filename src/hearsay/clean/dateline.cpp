// SPDX-License-Identifier: Apache-2.0
// Reading datelines.
#include <hearsay/clean/detail/dateline.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

namespace {

constexpr std::uint32_t k_longest = 90;  // bytes
constexpr std::size_t k_most_words = 9;
constexpr std::size_t k_shortest_bare = 4;  // letters of a place name without any sign behind it

/// Capitals only, at least three of them: "AMMAN", "AL-HASAKAH", "DEIR".
bool is_all_caps(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded code = decode_at(word, at);
    if (is_alpha(code.code)) {
      if (!is_upper(code.code)) {
        return false;
      }
      ++letters;
    }
    at += code.length;
  }
  return letters >= 2;
}

bool is_capitalised(std::string_view word) {
  const auto first = word.find_first_not_of("\"'([");
  return first != std::string_view::npos && is_upper(decode_at(word, first).code);
}

struct Border {
  std::uint32_t head_end = 0, end = 0;  // the words end, the dateline ends
};

/// The places where a dateline could end, nearest first.
std::vector<Border> borders(std::string_view text, Span span) {
  constexpr std::array<std::string_view, 9> k_dashes{"--",  "\u2014", "\u2013", "\u2015", "\u2212",
                                                     " - ", ": ",     ")",      "-"};
  std::vector<Border> found;
  for (std::uint32_t at = span.begin + 2; at < span.end && found.size() < 4; ++at) {
    for (const std::string_view dash : k_dashes) {
      if (text.substr(at, dash.size()) == dash && at + dash.size() < span.end) {
        const bool bracket = dash == ")";
        std::uint32_t end = at + static_cast<std::uint32_t>(dash.size());
        while (end < span.end && (text[end] == ' ' || text[end] == ':' || text[end] == '-')) {
          ++end;
        }
        // ") —": the dash belongs to it.
        for (const std::string_view sign : {"\u2014 ", "\u2013 ", "\u2014", "\u2013"}) {
          if (bracket && text.substr(end, sign.size()) == sign) {
            end += static_cast<std::uint32_t>(sign.size());
          }
        }
        found.push_back({bracket ? at + 1 : at, end});
        at = end > at ? end - 1 : at;
        break;
      }
    }
  }
  return found;
}

struct Census {
  std::size_t caps = 0, known = 0, titled = 0, other = 0, words = 0;
  bool has_agency = false, has_date = false, starts_with_place = false, starts_in_caps = false;
};

/// Sorts the words of a would-be dateline.
Census take_census(std::string_view text, Span head, const RulesData& rules, Dateline& dateline) {
  Census census;
  const std::vector<Word> words = fold_words(text, head);
  census.words = words.size();
  for (std::size_t i = 0; i < words.size();) {
    if (const std::size_t length = rules.agencies.match(words, i); length > 0 && i > 0) {
      census.has_agency = true;
      dateline.credit = std::string(text_of(text, {words[i].span.begin, words[i + length - 1].span.end}));
      i += length;
      continue;
    }
    if (const auto date = rules.dates.read_at(text, words[i].span.begin); date && i > 0) {
      census.has_date = true;
      dateline.day = date->day;
      while (i < words.size() && words[i].span.begin < date->span.end) {
        ++i;
      }
      continue;
    }
    const std::string_view word = text_of(text, words[i].span);
    const std::size_t place = rules.places.match(words, i);
    const bool is_place = place > 0 && is_capitalised(word);
    census.starts_with_place = census.starts_with_place || (i == 0 && is_place);
    census.starts_in_caps = census.starts_in_caps || (i == 0 && is_all_caps(word));
    if (is_place) {
      ++census.known;
      i += place;
      continue;
    }
    const bool is_month_day = rules.dates.is_month(words[i].folded) || (word[0] >= '0' && word[0] <= '9');
    census.has_date = census.has_date || rules.dates.is_month(words[i].folded);
    census.caps += is_all_caps(word) ? 1U : 0U;
    census.titled += !is_all_caps(word) && is_capitalised(word) && !is_month_day ? 1U : 0U;
    census.other += !is_capitalised(word) && !is_month_day ? 1U : 0U;
    ++i;
  }
  return census;
}

bool is_dateline(const Census& census, std::string_view separator) {
  if (census.words == 0 || census.words > k_most_words || census.other > 0) {
    return false;
  }
  const bool bracket = separator.starts_with(")");
  const bool hyphen = separator == "-";  // only behind an agency: "SANA-Terrorists"
  if (census.has_agency) {
    return census.starts_with_place || census.starts_in_caps || census.titled <= 3;
  }
  if (bracket || hyphen) {
    return false;
  }
  const bool place_first = census.starts_in_caps || (census.starts_with_place && census.has_date);
  return place_first && census.titled <= 2;
}

/// "QAMISHLI (LPW) - ": a place in capitals, then an agency that no table knows, in brackets, then a dash.
std::string_view unlisted_agency(std::string_view text, Span head, const Border& border, const Census& census) {
  const std::string_view words = text_of(text, head);
  const std::size_t open = words.rfind('(');
  const std::string_view behind = text_of(text, {border.head_end, border.end});
  const bool dashed = behind.find('-') != std::string_view::npos || behind.find("\u2013") != std::string_view::npos ||
                      behind.find("\u2014") != std::string_view::npos;
  if (!dashed || !census.starts_in_caps || census.other > 0 || !words.ends_with(')') ||
      open == std::string_view::npos) {
    return {};
  }
  const std::string_view name = words.substr(open + 1, words.size() - open - 2);
  return !name.empty() && name.find_first_of(" ,;") == std::string_view::npos && is_capitalised(name)
             ? name
             : std::string_view();
}

void strip(std::string& name) {
  constexpr std::string_view k_edge = "()[],.:;-\u2014";
  while (!name.empty() &&
         (name.back() == ')' || name.back() == ']' || name.back() == ',' || name.back() == ':' || name.back() == '.')) {
    name.pop_back();
  }
  const auto first = name.find_first_not_of(k_edge.substr(0, 9));
  name.erase(0, std::min(first, name.size()));
}

/// "BEIRUT A convoy": a known place in capitals, then a word that begins a sentence.
std::optional<Dateline> read_bare(std::string_view text, Span line, const RulesData& rules) {
  const std::vector<Word> words = fold_words(text, {line.begin, std::min(line.end, line.begin + k_longest)});
  const std::size_t length = rules.places.match(words, 0);
  if (length == 0 || length >= words.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < length; ++i) {
    if (!is_all_caps(text_of(text, words[i].span))) {
      return std::nullopt;
    }
  }
  // "US Forces bombed", "UAE Minister says": abbreviations begin sentences too.
  if (words[0].folded.size() < k_shortest_bare) {
    return std::nullopt;
  }
  std::size_t next = length;
  const std::string_view following = text_of(text, words[next].span);
  if (!is_capitalised(following) || (following.size() > 1 && is_all_caps(following))) {
    return std::nullopt;
  }
  // "JISREEN Syria At least": the country may follow.
  if (const std::size_t country = rules.places.match(words, next);
      country > 0 && next + country < words.size() && is_capitalised(text_of(text, words[next + country].span))) {
    next += country;
  }
  return Dateline{{line.begin, words[next].span.begin}, std::nullopt, ""};
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view text, std::uint32_t at, Span line, const RulesData& rules) {
  if (at >= line.end || !is_capitalised(text.substr(at, std::min<std::uint32_t>(line.end - at, 8)))) {
    return std::nullopt;
  }
  std::uint32_t reach = std::min(line.end, at + k_longest);
  while (reach < line.end && (static_cast<unsigned char>(text[reach]) & 0xC0U) == 0x80U) {
    --reach;
  }
  for (const Border& border : borders(text, {at, reach})) {
    Dateline dateline;
    const Span head{at, border.head_end};
    const Census census = take_census(text, head, rules, dateline);
    const std::string_view separator = text.substr(border.head_end - (text[border.head_end - 1] == ')' ? 1U : 0U), 2);
    const std::string_view sign =
        separator.substr(0, separator.starts_with("- ") || separator.starts_with(" -") ? 2 : 1);
    const std::string_view agency = unlisted_agency(text, head, border, census);
    if (dateline.credit.empty()) {
      dateline.credit = agency;
    }
    if (is_dateline(census, sign) || !agency.empty()) {
      dateline.span = trim(text, {at, border.end});
      strip(dateline.credit);
      return dateline;
    }
  }
  auto bare = read_bare(text, {at, line.end}, rules);
  if (bare) {
    bare->span = trim(text, bare->span);
  }
  return bare;
}

}  // namespace hearsay::clean::detail

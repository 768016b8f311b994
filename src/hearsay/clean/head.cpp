// SPDX-License-Identifier: Apache-2.0
// The head of a report: title, byline, dates, dateline, each on its own line or all run together in one.
#include <hearsay/clean/detail/dateline.hpp>
#include <hearsay/clean/detail/steps.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_head_lines = 8;       // unmarked lines looked at
constexpr std::size_t k_longest_title = 32;   // words
constexpr std::size_t k_longest_byline = 14;  // words of a line that is a byline
constexpr std::size_t k_dateline_lines = 4;   // paragraphs that may begin with the dateline

bool is_capitalised(std::string_view word) {
  const auto first = word.find_first_not_of("\"'([");
  return first != std::string_view::npos && is_upper(decode_at(word, first).code);
}

/// A title and, for one with the site's name behind it ("... | Daily Post", "... - Daily Post"), its parts.
std::vector<std::vector<Word>> title_variants(std::string_view title) {
  std::vector<std::vector<Word>> variants;
  const auto add = [&](std::string_view part) {
    std::vector<Word> words = fold_words(part, {0, static_cast<std::uint32_t>(part.size())});
    if (!words.empty() && (variants.empty() || words.size() >= 3)) {
      variants.push_back(std::move(words));
    }
  };
  add(title);
  for (const std::string_view sign : {" | ", " - ", " \u2013 ", " \u2014 ", "- ", ": "}) {
    for (auto at = title.find(sign); at != std::string_view::npos; at = title.find(sign, at + 1)) {
      add(title.substr(0, at));
    }
  }
  return variants;
}

std::size_t common_start(const std::vector<Word>& words, std::size_t first, const std::vector<Word>& start) {
  std::size_t count = 0;
  while (count < start.size() && first + count < words.size() && words[first + count].folded == start[count].folded) {
    ++count;
  }
  return count;
}

class HeadReader {
 public:
  HeadReader(Draft& draft, const RulesData& rules, std::string_view given_title)
      : m_draft(draft), m_rules(rules), m_variants(title_variants(given_title)), m_given(given_title) {}

  void run() {
    std::size_t looked_at = 0;
    std::size_t paragraphs = 0;
    if (m_given.empty()) {
      guess_title();
    }
    for (DraftLine& line : m_draft.lines) {
      if (line.kind) {
        continue;
      }
      if (++looked_at > k_head_lines || paragraphs >= k_dateline_lines) {
        break;
      }
      const std::uint32_t behind = read_line(line);
      if (behind < line.span.end) {
        ++paragraphs;
        find_dateline(line, behind);
      }
    }
  }

 private:
  /// Takes items from the front of the line; returns where its own text begins, the line's end when nothing is left.
  std::uint32_t read_line(DraftLine& line) {
    std::uint32_t at = line.span.begin;
    for (int items = 0; items < 8 && at < line.span.end; ++items) {
      const std::uint32_t next = read_item(line, at);
      if (next == at) {
        break;
      }
      at = skip_spaces(next, line.span.end);
    }
    return at;
  }

  std::uint32_t read_item(DraftLine& line, std::uint32_t at) {
    const std::size_t word = word_from(line, at);
    if (word >= line.words.size()) {
      return line.span.end;
    }
    for (const auto step : {&HeadReader::take_title, &HeadReader::take_date, &HeadReader::take_byline,
                            &HeadReader::take_agency, &HeadReader::take_names}) {
      if (const std::uint32_t end = (this->*step)(line, word, at); end > at) {
        return end;
      }
    }
    return behind_furniture(at);
  }

  /// Index of the first word that begins at or behind the byte.
  static std::size_t word_from(const DraftLine& line, std::uint32_t at) {
    const auto found =
        std::find_if(line.words.begin(), line.words.end(), [&](const Word& word) { return word.span.begin >= at; });
    return static_cast<std::size_t>(found - line.words.begin());
  }

  std::uint32_t skip_spaces(std::uint32_t at, std::uint32_t end) const {
    while (at < end && (m_draft.text[at] == ' ' || m_draft.text[at] == '|' || m_draft.text[at] == '\t')) {
      ++at;
    }
    return at;
  }

  void add(std::uint32_t begin, std::uint32_t end, MarkKind kind) {
    m_draft.parts.push_back({trim(m_draft.text, {begin, end}), kind});
    m_seen_any = true;
  }

  std::uint32_t take_title(DraftLine& line, std::size_t word, std::uint32_t at) {
    if (m_title_found || m_variants.empty()) {
      return at;
    }
    const std::size_t rest = line.words.size() - word;
    for (const auto& variant : m_variants) {
      const std::size_t common = common_start(line.words, word, variant);
      const bool whole_title = common == variant.size() && (common >= 3 || common == rest);
      const bool whole_line = common == rest && common >= 3;
      if (whole_title || whole_line) {
        return mark_title(line, word, word + common);
      }
    }
    // The page says it a little differently from its metadata.
    const std::size_t common = common_start(line.words, word, m_variants.front());
    const bool bare_line =
        rest <= k_longest_title && m_draft.lines.size() > 1 && !ends_like_sentence(text_of(m_draft.text, line.span));
    if (bare_line && common >= 4 && common * 10 >= m_variants.front().size() * 6) {
      return mark_title(line, word, line.words.size());
    }
    return at;
  }

  /// Words [first, last) are the title; the rest of a short line too, up to a byline in it.
  std::uint32_t mark_title(DraftLine& line, std::size_t first, std::size_t last) {
    m_title_found = true;
    const bool bare = m_draft.lines.size() > 1 && line.words.size() - first <= k_longest_title;
    std::uint32_t end = line.words[last - 1].span.end;
    if (bare && last < line.words.size() && !ends_like_sentence(text_of(m_draft.text, line.span))) {
      end = line.span.end;
    }
    if (bare) {
      end = std::min(end, byline_in_title(line, line.words[first].span.begin));
    }
    add(line.words[first].span.begin, end, MarkKind::title);
    if (m_draft.title.empty()) {
      m_draft.title = std::string(text_of(m_draft.text, m_draft.parts.back().span));
    }
    return end;
  }

  /// Where " – By Jane Doe" begins in a title's line; its end when it does not.
  std::uint32_t byline_in_title(const DraftLine& line, std::uint32_t begin) {
    for (std::size_t i = word_from(line, begin) + 2; i < line.words.size(); ++i) {
      const std::size_t opener = match_opener(m_rules.byline_openers, line.words, i);
      const std::uint32_t gap = line.words[i - 1].span.end;
      const std::string_view between = m_draft.text.substr(gap, line.words[i].span.begin - gap);
      const bool dashed = between.find_first_not_of(' ') != std::string_view::npos;
      const bool named =
          i + opener < line.words.size() && is_capitalised(text_of(m_draft.text, line.words[i + opener].span));
      if (opener > 0 && dashed && named) {
        mark_byline({line.words[i].span.begin, line.span.end});
        return gap;
      }
    }
    return line.span.end;
  }

  void mark_byline(Span span) {
    add(span.begin, span.end, MarkKind::byline);
    if (m_draft.byline.empty()) {
      const std::vector<Word> words = fold_words(m_draft.text, span);
      const std::size_t opener = match_opener(m_rules.byline_openers, words, 0);
      const std::uint32_t name = opener < words.size() ? words[opener].span.begin : span.begin;
      m_draft.byline = std::string(text_of(m_draft.text, trim(m_draft.text, {name, span.end})));
    }
    credit_from(span);
  }

  void credit_from(Span span) {
    const std::vector<Word> words = fold_words(m_draft.text, span);
    for (std::size_t i = 0; i < words.size() && m_draft.credit.empty(); ++i) {
      const std::size_t length = std::max(m_rules.agencies.match(words, i), m_rules.outlets.match(words, i));
      if (length > 0) {
        m_draft.credit = plain_name({words[i].span.begin, words[i + length - 1].span.end});
      }
    }
  }

  /// Without the punctuation around it.
  std::string plain_name(Span span) const {
    std::string_view name = text_of(m_draft.text, span);
    const auto first = name.find_first_not_of("()[]-,.;:/");
    const auto last = name.find_last_not_of("()[]-,.;:/");
    return first == std::string_view::npos ? "" : std::string(name.substr(first, last - first + 1));
  }

  std::uint32_t take_date(DraftLine& line, std::size_t word, std::uint32_t at) {
    const std::size_t opener = match_opener(m_rules.date_openers, line.words, word);
    const std::size_t date_word = word + opener;
    if (date_word >= line.words.size()) {
      return at;
    }
    const std::string_view inside = m_draft.text.substr(0, line.span.end);
    const auto date =
        m_rules.dates.read_at(inside, opener == 0 ? skip_spaces(at, line.span.end) : line.words[date_word].span.begin);
    if (!date) {
      return at;
    }
    // "19 April 2016 saw the heaviest..." is a sentence, not a head.
    const std::uint32_t behind = skip_spaces(date->span.end, line.span.end);
    const bool prose =
        opener == 0 && behind < line.span.end && m_draft.text[behind] >= 'a' && m_draft.text[behind] <= 'z';
    if (prose) {
      return at;
    }
    if (!m_draft.head_date) {
      m_draft.head_date = date->day;
      m_draft.head_date_basis = opener > 0 ? DateBasis::byline : DateBasis::dateline;
    }
    add(at, date->span.end, MarkKind::dateline);
    return behind_bracket(date->span.end, line.span.end);
  }

  /// Behind "(updated 20:42 05.10.2017)" and a bracket left over.
  std::uint32_t behind_bracket(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t next = skip_spaces(at, end);
    if (next < end && m_draft.text[next] == ')') {
      return next + 1;
    }
    if (m_draft.text.substr(next, 8) != "(updated") {
      return at;
    }
    const auto close = m_draft.text.find(')', next);
    return close < end && close - next < 60 ? static_cast<std::uint32_t>(close) + 1 : at;
  }

  std::uint32_t take_byline(DraftLine& line, std::size_t word, std::uint32_t at) {
    const std::size_t opener = match_opener(m_rules.byline_openers, line.words, word);
    if (opener == 0 || word + opener >= line.words.size()) {
      return at;
    }
    const std::size_t first = word + opener;
    if (!is_capitalised(text_of(m_draft.text, line.words[first].span))) {
      return at;
    }
    const bool bare =
        line.words.size() - word <= k_longest_byline && !ends_like_sentence(text_of(m_draft.text, line.span));
    std::size_t last = bare ? line.words.size() : end_of_name(line, first);
    for (std::size_t i = first; i < last; ++i) {
      if (m_rules.dates.read_at(m_draft.text.substr(0, line.span.end), line.words[i].span.begin)) {
        last = i;
      }
    }
    if (last == first) {
      return at;
    }
    mark_byline({line.words[word].span.begin, line.words[last - 1].span.end});
    return line.words[last - 1].span.end;
  }

  /// In a run-on head a name goes up to the title, or is two words.
  std::size_t end_of_name(const DraftLine& line, std::size_t first) const {
    for (std::size_t i = first + 1; i <= first + 6 && i < line.words.size() && !m_title_found; ++i) {
      const bool title_here = std::any_of(m_variants.begin(), m_variants.end(), [&](const auto& variant) {
        return variant.size() >= 3 && common_start(line.words, i, variant) == variant.size();
      });
      if (title_here) {
        return i;
      }
    }
    std::size_t last = first;
    while (last < line.words.size() && last < first + 2 &&
           is_capitalised(text_of(m_draft.text, line.words[last].span))) {
      ++last;
    }
    return last;
  }

  /// "AFP Sunday 26 Nov 2017" or "Reuters" alone, behind the title.
  std::uint32_t take_agency(DraftLine& line, std::size_t word, std::uint32_t at) {
    const std::size_t length = m_seen_any ? m_rules.agencies.match(line.words, word) : 0;
    if (length == 0) {
      return at;
    }
    const std::size_t next = word + length;
    const Span name{line.words[word].span.begin, line.words[next - 1].span.end};
    const bool alone = next == line.words.size();
    const bool dated =
        !alone && m_rules.dates.read_at(m_draft.text.substr(0, line.span.end), line.words[next].span.begin).has_value();
    if (!alone && !dated) {
      return at;
    }
    mark_byline(name);
    return name.end;
  }

  /// "Jane Doe John Roe." as a sentence of names only, right behind the title of a run-on text.
  std::uint32_t take_names(DraftLine& line, std::size_t word, std::uint32_t at) {
    if (!m_title_found || m_names_taken || line.words.size() < k_longest_title) {
      return at;
    }
    std::size_t last = word;
    while (last < line.words.size() && last < word + 8 &&
           is_capitalised(text_of(m_draft.text, line.words[last].span))) {
      const std::string_view written = text_of(m_draft.text, line.words[last].span);
      ++last;
      if (written.ends_with('.') && written.size() > 3) {
        break;
      }
    }
    const bool prose =
        std::any_of(line.words.begin() + static_cast<std::ptrdiff_t>(word),
                    line.words.begin() + static_cast<std::ptrdiff_t>(last), [&](const Word& w) {
                      constexpr std::array<std::string_view, 24> k_small{
                          "the",  "a",  "an",   "on", "in",    "at",   "it",  "he",   "she",   "they", "we",  "this",
                          "that", "as", "when", "if", "after", "with", "for", "from", "under", "but",  "and", "to"};
                      return std::find(k_small.begin(), k_small.end(), w.folded) != k_small.end() ||
                             m_rules.dates.is_month(w.folded);
                    });
    const bool names = !prose && last >= word + 2 && text_of(m_draft.text, line.words[last - 1].span).ends_with('.');
    if (!names) {
      return at;
    }
    m_names_taken = true;
    mark_byline({line.words[word].span.begin, line.words[last - 1].span.end});
    return line.words[last - 1].span.end;
  }

  /// Behind a stretch that the table of phrases marked here ("Get short URL"), and the counters that follow it.
  std::uint32_t behind_furniture(std::uint32_t at) const {
    const auto found = std::find_if(m_draft.parts.begin(), m_draft.parts.end(), [&](const Mark& mark) {
      return mark.kind == MarkKind::boilerplate && mark.span.begin == at;
    });
    return found == m_draft.parts.end() ? at : found->span.end;
  }

  void find_dateline(DraftLine& line, std::uint32_t at) {
    if (m_dateline_found) {
      return;
    }
    const auto dateline = read_dateline(m_draft.text, at, line.span, m_rules);
    if (!dateline) {
      return;
    }
    m_dateline_found = true;
    add(dateline->span.begin, dateline->span.end, MarkKind::dateline);
    if (dateline->day && !m_draft.head_date) {
      m_draft.head_date = dateline->day;
      m_draft.head_date_basis = DateBasis::dateline;
    }
    if (m_draft.credit.empty()) {
      m_draft.credit = dateline->credit;
    }
  }

  /// Without a given title: the first line, when it is short, ends without a stop and longer ones follow.
  void guess_title() {
    const auto own = [](const DraftLine& line) { return !line.kind; };
    const auto first = std::find_if(m_draft.lines.begin(), m_draft.lines.end(), own);
    if (first == m_draft.lines.end() || first->words.size() < 3 || first->words.size() > k_longest_title ||
        ends_like_sentence(text_of(m_draft.text, first->span))) {
      return;
    }
    const bool opens_head =
        match_opener(m_rules.date_openers, first->words, 0) > 0 ||
        match_opener(m_rules.byline_openers, first->words, 0) > 0 ||
        m_rules.dates.read_at(m_draft.text.substr(0, first->span.end), first->span.begin).has_value();
    const bool prose_follows = std::any_of(first + 1, m_draft.lines.end(), [&](const DraftLine& line) {
      return !line.kind && line.words.size() > first->words.size() &&
             ends_like_sentence(text_of(m_draft.text, line.span));
    });
    if (!opens_head && prose_follows) {
      m_variants = {first->words};
    }
  }

  Draft& m_draft;
  const RulesData& m_rules;
  std::vector<std::vector<Word>> m_variants;
  std::string_view m_given;
  bool m_title_found = false;
  bool m_dateline_found = false;
  bool m_names_taken = false;
  bool m_seen_any = false;
};

}  // namespace

void mark_head(Draft& draft, const RulesData& rules, std::string_view given_title) {
  draft.title = std::string(given_title);
  HeadReader(draft, rules, given_title).run();
}

}  // namespace hearsay::clean::detail

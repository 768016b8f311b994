// SPDX-License-Identifier: Apache-2.0
// Runs the clean cases. Keys:
//   text, html        the report (one of them); title, url, published, retrieved as handed in
//   mark KIND WORDS   a mark of this kind begins with these words; a last "|" says that it ends with them too
//   read WORDS        these words are in the text and under no boilerplate or duplicate mark
//   lost WORDS        these words are not in the text (HTML)
//   says FIELD VALUE  title, byline, credit, outlet, language; date ("2017-06-16 url", "2017-06-01..2017-06-30 bounds",
//   "none") no-marks          there are no marks at all
#include <gtest/gtest.h>

#include <hearsay/clean/clean.hpp>
#include <hearsay/read/read.hpp>

#include "support/case_file.hpp"
#include "support/clean_pack.hpp"

#include <algorithm>

namespace hearsay {
namespace {

const clean::Rules& rules() {
  static const clean::Rules made(tests::clean_pack());
  return made;
}

CleanText clean_case(const tests::Case& story) {
  const bool is_page = !story.value("html").empty();
  std::string body;
  for (const tests::CaseLine& line : story.lines) {
    body += line.key == "html" ? line.value + "\n" : "";
  }
  read::Reports made = read::parse_reports({is_page ? "case.html" : "case.txt", is_page ? body : story.value("text")});
  RawReport report = made.reports.empty() ? RawReport{} : std::move(made.reports.front());
  report.title = story.value("title");
  report.url = story.value("url");
  report.published = story.value("published");
  report.retrieved = story.value("retrieved");
  return clean::clean_report(report, rules());
}

std::string_view kind_name(MarkKind kind) {
  switch (kind) {
    case MarkKind::title:
      return "title";
    case MarkKind::byline:
      return "byline";
    case MarkKind::dateline:
      return "dateline";
    case MarkKind::caption:
      return "caption";
    case MarkKind::boilerplate:
      return "boilerplate";
    case MarkKind::duplicate:
      return "duplicate";
    case MarkKind::comment:
      break;
  }
  return "comment";
}

std::string list_marks(const CleanText& text) {
  std::string list;
  for (const Mark& mark : text.marks) {
    list += std::string(kind_name(mark.kind)) + " [" + std::string(text_of(text.text, mark.span)) + "]\n";
  }
  return list;
}

bool has_mark(const CleanText& text, const std::string& value) {
  const auto space = value.find(' ');
  const std::string kind = value.substr(0, space);
  std::string words = value.substr(space + 1);
  const bool whole = words.ends_with(" |");
  words = whole ? words.substr(0, words.size() - 2) : words;
  return std::any_of(text.marks.begin(), text.marks.end(), [&](const Mark& mark) {
    const std::string_view marked = text_of(text.text, mark.span);
    return kind_name(mark.kind) == kind && (whole ? marked == words : marked.starts_with(words));
  });
}

/// Whether some occurrence of the words is read by later stages.
bool is_read_text(const CleanText& text, const std::string& words) {
  for (std::size_t at = text.text.find(words); at != std::string::npos; at = text.text.find(words, at + 1)) {
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    const bool hidden = std::any_of(text.marks.begin(), text.marks.end(),
                                    [&](const Mark& mark) { return !is_read(mark.kind) && mark.span.overlaps(span); });
    if (!hidden) {
      return true;
    }
  }
  return false;
}

std::string said(const CleanText& text, const std::string& field) {
  if (field == "date") {
    static const char* const k_basis[] = {"none", "given", "metadata", "url", "byline", "dateline", "bounds"};
    const DateRange& range = text.published.range;
    const std::string basis = k_basis[static_cast<std::size_t>(text.published.basis)];
    if (!range.known()) {
      return basis;
    }
    const std::string from = range.from ? to_iso(*range.from) : "";
    const std::string to = range.to ? to_iso(*range.to) : "";
    return (range.exact() ? from : from + ".." + to) + " " + basis;
  }
  return field == "title"    ? text.title
         : field == "byline" ? text.byline
         : field == "credit" ? text.credit
         : field == "outlet" ? text.outlet
                             : text.language;
}

void check(const CleanText& text, const tests::CaseLine& line) {
  if (line.key == "mark") {
    EXPECT_TRUE(has_mark(text, line.value)) << "line " << line.line << ": no mark " << line.value << "; there are:\n"
                                            << list_marks(text);
  } else if (line.key == "read") {
    EXPECT_TRUE(is_read_text(text, line.value)) << "line " << line.line << ": lost: " << line.value << "; marks:\n"
                                                << list_marks(text) << text.text;
  } else if (line.key == "lost") {
    EXPECT_EQ(text.text.find(line.value), std::string::npos) << "line " << line.line << ": " << text.text;
  } else if (line.key == "no-marks") {
    EXPECT_TRUE(text.marks.empty()) << "line " << line.line << ":\n" << list_marks(text);
  } else if (line.key == "says") {
    const auto space = std::min(line.value.find(' '), line.value.size());
    const std::string wanted = space < line.value.size() ? line.value.substr(space + 1) : "";
    EXPECT_EQ(said(text, line.value.substr(0, space)), wanted) << "line " << line.line;
  } else {
    static constexpr std::string_view k_inputs[] = {"text", "html", "title", "url", "published", "retrieved"};
    EXPECT_NE(std::find(std::begin(k_inputs), std::end(k_inputs), line.key), std::end(k_inputs))
        << "line " << line.line << ": what is " << line.key << "?";
  }
}

TEST(CleanCases, AllHold) {
  const auto cases = tests::read_case_folder(HEARSAY_TEST_DATA);
  ASSERT_FALSE(cases.empty());
  for (const tests::Case& story : cases) {
    SCOPED_TRACE(story.label());
    const CleanText text = clean_case(story);
    for (const tests::CaseLine& line : story.lines) {
      check(text, line);
    }
  }
}

}  // namespace
}  // namespace hearsay

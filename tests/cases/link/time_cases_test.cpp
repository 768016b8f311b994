// SPDX-License-Identifier: Apache-2.0
// Runs times*.case and quantities*.case: what phrases of time and amounts mean.
//   published 2017-08-25        or bounds 2017-08-20..2017-08-28, or neither
//   text      ...
//   time      text="late August" type=DATE value=2017-08 from=2017-08-21 to=2017-08-31 symbolic=...   (any of them)
//   quantity  text="at least 25" min=25 max=open unit=person what=killed approximate=yes
//             parts=yes (they add up), no, or nothing; part_of="22"
//   no-time   May              no phrase may cover this text; likewise no-quantity
//   later     2017-08-25 text="last week" from=2017-08-14   the same time once the publication day is known
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <hearsay/link/quantities/quantities.hpp>
#include <hearsay/link/times/times.hpp>

#include <support/case_file.hpp>
#include "plain_analysis.hpp"

namespace hearsay {
namespace {

using tests::Case;
using tests::CaseLine;

struct Found {
  CleanText text;
  std::vector<Linked> times, quantities;
};

std::string day_or_open(const std::optional<Day>& day) {
  return day ? to_iso(*day) : "open";
}
std::string number_or_open(const std::optional<double>& number) {
  return number ? fmt::format("{}", *number) : "open";
}

/// One field of a mention as the case writes it.
std::string field(const Linked& mention, const CleanText& text, const std::string& name) {
  if (name == "text") {
    return std::string(text_of(text.text, mention.span));
  }
  if (mention.time) {
    const TimeRef& time = *mention.time;
    return name == "type"       ? std::string(to_string(time.type))
           : name == "value"    ? time.value
           : name == "symbolic" ? time.symbolic
           : name == "from"     ? day_or_open(time.range.from)
           : name == "to"       ? day_or_open(time.range.to)
                                : "no such field";
  }
  const QuantityRef& amount = *mention.quantity;
  return name == "min"           ? number_or_open(amount.min)
         : name == "max"         ? number_or_open(amount.max)
         : name == "unit"        ? amount.unit
         : name == "what"        ? amount.what
         : name == "approximate" ? (amount.approximate ? "yes" : "no")
         : name == "part_of"     ? std::string(text_of(text.text, amount.part_of))
         : name == "parts"       ? (!amount.parts_add_up   ? ""
                                    : *amount.parts_add_up ? "yes"
                                                           : "no")
                                 : "no such field";
}

std::string describe(const std::vector<Linked>& mentions, const CleanText& text) {
  std::string all;
  for (const Linked& mention : mentions) {
    all += mention.time ? fmt::format("\n    text=\"{}\" type={} value={} symbolic={} from={} to={}",
                                      field(mention, text, "text"), field(mention, text, "type"), mention.time->value,
                                      mention.time->symbolic, field(mention, text, "from"), field(mention, text, "to"))
                        : fmt::format("\n    text=\"{}\" min={} max={} unit={} what={}", field(mention, text, "text"),
                                      field(mention, text, "min"), field(mention, text, "max"), mention.quantity->unit,
                                      mention.quantity->what);
  }
  return all;
}

bool matches(const Linked& mention, const CleanText& text, const std::string& wanted) {
  for (const auto& [name, value] : tests::read_pairs(wanted)) {
    if (field(mention, text, name) != value) {
      return false;
    }
  }
  return true;
}

void expect_some(const std::vector<Linked>& mentions, const CleanText& text, const Case& story, const CaseLine& line) {
  for (const Linked& mention : mentions) {
    if (matches(mention, text, line.value)) {
      return;
    }
  }
  ADD_FAILURE() << story.label() << ", line " << line.line << "\n  wanted " << line.value << "\n  found"
                << describe(mentions, text);
}

void expect_none(const std::vector<Linked>& mentions, const CleanText& text, const Case& story, const CaseLine& line) {
  const auto at = text.text.find(line.value);
  ASSERT_NE(at, std::string::npos) << story.label() << ", line " << line.line << ": not in the text";
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + line.value.size())};
  for (const Linked& mention : mentions) {
    EXPECT_FALSE(mention.span.overlaps(span)) << story.label() << ", line " << line.line << ": '" << line.value
                                              << "' taken as '" << field(mention, text, "text") << "'";
  }
}

/// "2017-08-25 text=..." of a `later` line.
void expect_later(const Found& found, const Case& story, const CaseLine& line) {
  const auto day = parse_iso_day(line.value.substr(0, 10));
  ASSERT_TRUE(day) << story.label();
  std::vector<Linked> resolved = found.times;
  for (Linked& mention : resolved) {
    mention.time = link::resolve_symbolic(*mention.time, *day);
  }
  CaseLine rest = line;
  rest.value = line.value.substr(11);
  expect_some(resolved, found.text, story, rest);
}

DateRange read_bounds(const std::string& value) {
  const auto dots = value.find("..");
  return {parse_iso_day(value.substr(0, dots)), parse_iso_day(value.substr(dots + 2))};
}

class LinkCases : public testing::Test {
 protected:
  static const Pack& pack() {
    static const Pack k_pack = tests::language_pack(std::string(HEARSAY_SOURCE_DIR) + "/packs");
    return k_pack;
  }

  static Found read(const Case& story) {
    static const link::TimeRules k_times(pack());
    static const link::QuantityRules k_quantities(pack());
    Found found;
    found.text.text = story.value("text");
    if (const auto day = parse_iso_day(story.value("published"))) {
      found.text.published = {{day, day}, DateBasis::given};
    } else if (const std::string bounds = story.value("bounds"); !bounds.empty()) {
      found.text.published = {read_bounds(bounds), DateBasis::bounds};
    }
    const Analysis analysis = tests::plain_analysis(found.text.text);
    found.times = link::find_times(found.text, analysis, k_times);
    found.quantities = link::find_quantities(found.text, analysis, found.times, k_quantities);
    return found;
  }

  static std::size_t run(const std::string& prefix) {
    std::size_t expectations = 0;
    for (const Case& story : tests::read_case_folder(HEARSAY_TEST_DATA)) {
      if (!story.file.filename().string().starts_with(prefix)) {
        continue;
      }
      const Found found = read(story);
      for (const CaseLine& line : story.lines) {
        ++expectations;
        if (line.key == "time") {
          expect_some(found.times, found.text, story, line);
        } else if (line.key == "quantity") {
          expect_some(found.quantities, found.text, story, line);
        } else if (line.key == "no-time") {
          expect_none(found.times, found.text, story, line);
        } else if (line.key == "no-quantity") {
          expect_none(found.quantities, found.text, story, line);
        } else if (line.key == "later") {
          expect_later(found, story, line);
        } else {
          --expectations;
        }
      }
    }
    return expectations;
  }
};

TEST_F(LinkCases, Times) {
  EXPECT_GT(run("times"), 10U);
}
TEST_F(LinkCases, Quantities) {
  EXPECT_GT(run("quantities"), 10U);
}

}  // namespace
}  // namespace hearsay

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/clean/detail/dates.hpp>

#include <gtest/gtest.h>

#include "support/clean_pack.hpp"

namespace hearsay::clean::detail {
namespace {

std::string read(std::string_view text) {
  static const Pack pack = tests::clean_pack();
  const DateReader dates(pack.table("lang-en/calendar.tsv"));
  const auto found = dates.read_at(text, 0);
  return found ? to_iso(found->day) + "|" + std::string(text.substr(found->span.end)) : "";
}

TEST(Dates, WordsInBothOrders) {
  EXPECT_EQ(read("19 April 2017 A bomb"), "2017-04-19| A bomb");
  EXPECT_EQ(read("Wed 19 Apr 2017 A bomb"), "2017-04-19| A bomb");
  EXPECT_EQ(read("April 19, 2017"), "2017-04-19|");
  EXPECT_EQ(read("Tuesday, 3rd of May, 2016"), "2016-05-03|");
  EXPECT_EQ(read("Sept. 7, 2024"), "2024-09-07|");
  EXPECT_EQ(read("Apr 232017 An"), "2017-04-23| An");
}

TEST(Dates, NumbersInTheirOrders) {
  EXPECT_EQ(read("2017-06-16T10:00:00Z"), "2017-06-16|Z");
  EXPECT_EQ(read("16-12-2014 title"), "2014-12-16| title");
  EXPECT_EQ(read("21.08.2013Get"), "2013-08-21|Get");
  EXPECT_EQ(read("20170616"), "2017-06-16|");
  EXPECT_EQ(read("12/31/2016"), "2016-12-31|");
  EXPECT_EQ(read("31/12/2016"), "2016-12-31|");
  EXPECT_EQ(read("03/04/2016"), "") << "either order is possible";
}

TEST(Dates, TimesOfDayBelongToThem) {
  EXPECT_EQ(read("Friday 21 April 2017 18:32 Regime"), "2017-04-21| Regime");
  EXPECT_EQ(read("April 21, 2017 at 7:05 p.m. GMT - The"), "2017-04-21| - The");
}

TEST(Dates, ImpossibleOnesAreNone) {
  for (const std::string_view text : {"31 June 2017", "30-02-2017", "19 April", "April 2017", "1 May 1066",
                                      "19 Aprils 2017", "13.13.2013", "2017", ""}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(Dates, InAddresses) {
  const auto day = [](std::string_view url) {
    const auto range = date_of_url(url);
    return !range           ? std::string()
           : range->exact() ? to_iso(*range->from)
                            : to_iso(*range->from) + ".." + to_iso(*range->to);
  };
  EXPECT_EQ(day("https://a.example/2017/06/16/convoy"), "2017-06-16");
  EXPECT_EQ(day("https://a.example/news/2017-06-16-convoy.html?x=2018/01/01"), "2017-06-16");
  EXPECT_EQ(day("http://a.example/20170616/convoy"), "2017-06-16");
  EXPECT_EQ(day("https://a.example/2016/02/convoy"), "2016-02-01..2016-02-29");
  EXPECT_EQ(day("https://a.example/story/12345678"), "");
  EXPECT_EQ(day("https://2017.example/a"), "");
  EXPECT_EQ(day(""), "");
}

}  // namespace
}  // namespace hearsay::clean::detail

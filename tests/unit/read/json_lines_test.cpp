// SPDX-License-Identifier: Apache-2.0
// JSONL and JSON files of documents.
#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

namespace hearsay::read {
namespace {

Reports read_jsonl(std::string_view bytes) {
  return parse_reports({"batch.jsonl", bytes});
}

TEST(JsonLines, FieldsAreTakenAndUnknownOnesKept) {
  const Reports made = read_jsonl(
      R"({"id":"r1","text":"A convoy left.","title":"Convoy","url":"https://a.example/1","outlet":"A","published":"2017-06-16","retrieved":"2018-01-01","language":"en","desk":{"n":3},"tags":["x"]})");
  ASSERT_EQ(made.reports.size(), 1U);
  const RawReport& report = made.reports[0];
  EXPECT_EQ(report.id, "r1");
  EXPECT_EQ(report.text, "A convoy left.");
  EXPECT_EQ(report.title, "Convoy");
  EXPECT_EQ(report.url, "https://a.example/1");
  EXPECT_EQ(report.outlet, "A");
  EXPECT_EQ(report.published, "2017-06-16");
  EXPECT_EQ(report.retrieved, "2018-01-01");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.source, "batch.jsonl");
  EXPECT_EQ(report.extra, R"({"desk":{"n":3},"tags":["x"]})");
}

TEST(JsonLines, BadLinesAreNamedByNumberAndTheRestIsRead) {
  const Reports made = read_jsonl(
      "{\"id\":\"a\",\"text\":\"One.\"}\n\n{\"id\":\"b\",\"text\":\n[1,2]\n{\"id\":\"c\"}\n{\"id\":\"d\",\"text\":"
      "\"Two.\"}\n");
  ASSERT_EQ(made.reports.size(), 2U);
  EXPECT_EQ(made.reports[0].id, "a");
  EXPECT_EQ(made.reports[1].id, "d");
  ASSERT_EQ(made.problems.size(), 3U);
  EXPECT_EQ(made.problems[0].where, "line 3");
  EXPECT_NE(made.problems[0].message.find("not JSON"), std::string::npos);
  EXPECT_EQ(made.problems[1].where, "line 4");
  EXPECT_EQ(made.problems[1].message, "not a JSON object");
  EXPECT_EQ(made.problems[2].where, "line 5");
}

TEST(JsonLines, HtmlInsteadOfText) {
  const Reports made = read_jsonl(R"({"id":"p","html":"<p>A convoy left.</p>"})");
  ASSERT_EQ(made.reports.size(), 1U);
  EXPECT_EQ(made.reports[0].media_type, "text/html");
  EXPECT_FALSE(made.reports[0].page.nodes.empty());
}

TEST(JsonLines, WithoutAnIdTheContentNamesIt) {
  const Reports made = read_jsonl(
      "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"id\":7,\"text\":\"Three.\"}\n{\"id\":null,\"text\":\"One.\"}");
  ASSERT_EQ(made.reports.size(), 4U);
  EXPECT_EQ(made.reports[0].id.size(), 32U);
  EXPECT_NE(made.reports[0].id, made.reports[1].id);
  EXPECT_EQ(made.reports[2].id, "7");
  EXPECT_EQ(made.reports[3].id, made.reports[0].id);
}

TEST(JsonLines, LoneSurrogatesAndBrokenBytesAreReplacedAndCounted) {
  const Reports made = read_jsonl("{\"id\":\"a\",\"text\":\"cut \\ud83d here, whole \\ud83d\\ude00, \xFF\"}");
  ASSERT_EQ(made.reports.size(), 1U) << made.problems.at(0).message;
  EXPECT_EQ(made.reports[0].text, "cut \uFFFD here, whole \U0001F600, \uFFFD");
  EXPECT_EQ(made.reports[0].replaced, 2U);
}

TEST(JsonLines, DeepNestingIsRefused) {
  const std::string deep =
      "{\"id\":\"a\",\"text\":\"One.\",\"x\":" + std::string(200000, '[') + std::string(200000, ']') + "}";
  const Reports made = read_jsonl(deep + "\n{\"id\":\"b\",\"text\":\"Two.\"}");
  ASSERT_EQ(made.reports.size(), 1U);
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_NE(made.problems[0].message.find("nests"), std::string::npos);
}

TEST(JsonLines, BracketsInStringsDoNotNest) {
  const Reports made = read_jsonl("{\"id\":\"a\",\"text\":\"" + std::string(1000, '[') + " \\\" {{{\"}");
  EXPECT_EQ(made.reports.size(), 1U);
}

TEST(JsonFile, OneDocumentOrAList) {
  EXPECT_EQ(parse_reports({"a.json", R"({"id":"a","text":"One."})"}).reports.size(), 1U);
  const Reports list = parse_reports(
      {"a.json", "[\n {\"id\":\"a\",\"text\":\"One.\"},\n {\"id\":\"b\"},\n {\"id\":\"c\",\"text\":\"Two.\"}\n]"});
  EXPECT_EQ(list.reports.size(), 2U);
  ASSERT_EQ(list.problems.size(), 1U);
  EXPECT_EQ(list.problems[0].where, "document 2");
}

TEST(JsonFile, OneDocumentALineIsReadToo) {
  EXPECT_EQ(
      parse_reports({"a.json", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n"}).reports.size(),
      2U);
}

}  // namespace
}  // namespace hearsay::read

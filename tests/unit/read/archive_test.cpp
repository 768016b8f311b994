// SPDX-License-Identifier: Apache-2.0
// Web archives and feeds.
#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

#include "packing.hpp"

namespace hearsay::read {
namespace {

std::string record(const std::string& type, const std::string& block, const std::string& extra = "") {
  return "WARC/1.0\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2018-02-14T08:00:00Z\r\n" + extra +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

const std::string k_page = "<html><body><p>The convoy left.</p></body></html>";

std::string answer(const std::string& headers, const std::string& body, const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

TEST(Warc, PagesAreReadAndTheRestPassedOver) {
  const std::string bytes = record("warcinfo", "software: x") + record("request", "GET / HTTP/1.1\r\n\r\n") +
                            record("response", answer("Content-Type: text/html; charset=utf-8\r\n", k_page)) +
                            record("response", answer("Content-Type: image/png\r\n", std::string("\x89PNG\0\0\1", 7))) +
                            record("response", answer("Content-Type: text/html\r\n", "gone", "404 Not Found"));
  for (const std::string& input : {bytes, tests::gzip(bytes)}) {
    const Reports made = parse_reports({"crawl.warc.gz", input});
    EXPECT_TRUE(made.problems.empty()) << made.problems.at(0).message;
    ASSERT_EQ(made.reports.size(), 1U);
    EXPECT_EQ(made.reports[0].id, "https://a.example/1");
    EXPECT_EQ(made.reports[0].url, "https://a.example/1");
    EXPECT_EQ(made.reports[0].retrieved, "2018-02-14T08:00:00Z");
    EXPECT_EQ(made.reports[0].text, k_page);
  }
}

TEST(Warc, ChunksPackingAndCharsetAreUndone) {
  const std::string chunked = "1a\r\n" + k_page.substr(0, 26) + "\r\n" + "17\r\n" + k_page.substr(26) + "\r\n0\r\n\r\n";
  ASSERT_EQ(k_page.size(), 26U + 23U);
  const std::string latin = "<p>caf\xE9 burned</p>";
  const Reports made = parse_reports(
      {"a.warc",
       record("response", answer("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked)) +
           record("response", answer("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", tests::gzip(k_page))) +
           record("response", answer("Content-Type: text/html; charset=ISO-8859-1\r\n", latin)) +
           record("conversion", "Plain words.", "Content-Type: text/plain\r\n")});
  ASSERT_EQ(made.reports.size(), 4U) << made.problems.at(0).message;
  EXPECT_EQ(made.reports[0].text, k_page);
  EXPECT_EQ(made.reports[1].text, k_page);
  EXPECT_EQ(made.reports[2].text, "<p>caf\u00E9 burned</p>");
  EXPECT_EQ(made.reports[3].media_type, "text/plain");
}

TEST(Warc, WhatBreaksOffIsNamedAndTheRestKept) {
  const std::string whole = record("response", answer("Content-Type: text/html\r\n", k_page));
  const Reports cut = parse_reports({"a.warc", whole + whole.substr(0, whole.size() - 20)});
  EXPECT_EQ(cut.reports.size(), 1U);
  ASSERT_EQ(cut.problems.size(), 1U);
  EXPECT_EQ(cut.problems[0].where, "record 2");
  EXPECT_EQ(parse_reports({"a.warc", "The convoy left."}).problems.size(), 1U);
}

TEST(Feed, RssItems) {
  const Reports made = parse_reports(
      {"a.xml",
       R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="c"><channel><title>River Post</title>
<item><title>Convoy leaves</title><link>https://a.example/1</link><pubDate>Wed, 14 Feb 2018 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The convoy left &amp; came back.</p>]]></content:encoded></item>
<item><title>Nothing</title><link>https://a.example/2</link></item>
<item><guid>https://a.example/3</guid><description>Plain words.</description></item></channel></rss>)"});
  ASSERT_EQ(made.reports.size(), 2U);
  EXPECT_EQ(made.reports[0].id, "https://a.example/1");
  EXPECT_EQ(made.reports[0].title, "Convoy leaves");
  EXPECT_EQ(made.reports[0].outlet, "River Post");
  EXPECT_EQ(made.reports[0].published, "Wed, 14 Feb 2018 08:00:00 GMT");
  EXPECT_EQ(made.reports[0].media_type, "text/html");
  EXPECT_EQ(made.reports[1].id, "https://a.example/3");
  EXPECT_EQ(made.reports[1].media_type, "text/plain");
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_EQ(made.problems[0].where, "item 2");
}

TEST(Feed, AtomEntries) {
  const Reports made = parse_reports(
      {"a", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>River Post</title><entry><title>Convoy</title>
<link rel="self" href="https://a.example/api/1"/><link href="https://a.example/1"/><published>2018-02-14T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The convoy left.</p></div></content></entry></feed>)"});
  ASSERT_EQ(made.reports.size(), 1U);
  EXPECT_EQ(made.reports[0].url, "https://a.example/1");
  EXPECT_EQ(made.reports[0].published, "2018-02-14T08:00:00Z");
  EXPECT_NE(made.reports[0].text.find("<p>The convoy left.</p>"), std::string::npos);
}

TEST(Feed, OtherXmlAndDeepXmlAreNamed) {
  EXPECT_EQ(parse_reports({"a.xml", "<note><to>x</to></note>"}).problems.size(), 1U);
  EXPECT_EQ(parse_reports({"a.xml", "<rss><channel><item>"}).problems.size(), 1U);
  std::string deep = "<rss>";
  for (int i = 0; i < 100000; ++i) {
    deep += "<a>";
  }
  EXPECT_EQ(parse_reports({"a.xml", deep}).problems.size(), 1U);
  std::string closed = deep;
  for (int i = 0; i < 100000; ++i) {
    closed += "</a>";
  }
  EXPECT_EQ(parse_reports({"a.xml", closed + "</rss>"}).problems.size(), 1U);
}

}  // namespace
}  // namespace hearsay::read

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/read/detail/page.hpp>
#include <hearsay/read/detail/page_source.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay::read::detail {
namespace {

std::size_t deepest(const Page& page) {
  std::vector<std::size_t> depth(page.nodes.size(), 0);
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const std::int32_t parent = page.nodes[i].parent;
    depth[i] = parent < 0 ? 0 : depth[static_cast<std::size_t>(parent)] + 1;
  }
  return depth.empty() ? 0 : *std::max_element(depth.begin(), depth.end());
}

std::string all_text(const Page& page) {
  std::string text;
  for (const PageNode& node : page.nodes) {
    text += node.text;
  }
  return text;
}

const PageNode* find(const Page& page, std::string_view name) {
  const auto found =
      std::find_if(page.nodes.begin(), page.nodes.end(), [&](const PageNode& n) { return n.name == name; });
  return found == page.nodes.end() ? nullptr : &*found;
}

TEST(Page, NodesAreInDocumentOrderWithTheirEnds) {
  const Page page = parse_page("<body><div id=a class='x y'><p>One</p><p>Two</p></div>", 100);
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    EXPECT_GT(node.end, static_cast<std::int32_t>(i));
    EXPECT_LT(node.parent, static_cast<std::int32_t>(i));
    if (node.parent >= 0) {
      EXPECT_LE(node.end, page.nodes[static_cast<std::size_t>(node.parent)].end);
    }
  }
  const PageNode* div = find(page, "div");
  ASSERT_NE(div, nullptr);
  EXPECT_EQ(div->attributes, (std::vector<std::pair<std::string, std::string>>{{"id", "a"}, {"class", "x y"}}));
}

TEST(Page, RawOffsetsCountTheOriginalBytes) {
  const std::string html =
      "<html><!-- \u00E9 --><script>var a = '<p>';</script><style>p{}</style><body><p>One</p><!-- x --><p>Tw\u00F6</p>";
  const Page page = parse_page(html, 100);
  for (const PageNode& node : page.nodes) {
    if (node.kind == PageNode::Kind::text) {
      EXPECT_EQ(html.substr(node.raw, node.text.size()), node.text);
    }
  }
  EXPECT_EQ(all_text(page), "OneTw\u00F6");
}

TEST(Page, JsonLdIsKept) {
  const Page page = parse_page("<script type='application/ld+json'>{\"a\":1}</script><p>One", 100);
  EXPECT_EQ(all_text(page), "{\"a\":1}One");
}

TEST(Page, NestingIsCappedAndNoTextIsLost) {
  std::string html;
  for (int i = 0; i < 2000; ++i) {
    html += "<div>t";
  }
  const Page page = parse_page(html, 100);
  EXPECT_LE(deepest(page), 110U);
  EXPECT_EQ(all_text(page), std::string(2000, 't'));
}

TEST(Page, UnclosedParagraphsAndItemsDoNotNest) {
  std::string html = "<ul>";
  for (int i = 0; i < 3000; ++i) {
    html += "<li>item<p>text";
  }
  const PageSource source = prepare_page(html, 100);
  EXPECT_TRUE(source.text == html);
}

TEST(Page, FormattingLeftOpenEndsWithItsBlock) {
  const PageSource source = prepare_page("<p>one <b>two<p>three <i>four</p>five", 100);
  EXPECT_EQ(source.text, "<p>one <b>two</b><p>three <i>four</i></p>five");
  EXPECT_EQ(source.to_raw(static_cast<std::uint32_t>(source.text.find("three"))),
            std::string("<p>one <b>two<p>").size());
}

TEST(Page, AttributesWithAngleBracketsStayInTheirTag) {
  const Page page = parse_page("<a title=\"1 > 0\" href='x'>go</a>", 100);
  EXPECT_EQ(all_text(page), "go");
}

}  // namespace
}  // namespace hearsay::read::detail

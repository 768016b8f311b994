// SPDX-License-Identifier: Apache-2.0
// What a reader is shown of the lists' and the model's names.
#include <gtest/gtest.h>

#include <hearsay/link/marked.hpp>

namespace hearsay::link {
namespace {

/// A text of one-letter-to-many words without tokens: marked_mentions looks at spans and at tokens' numbers alone.
struct Story {
  CleanText text;
  Analysis analysis;
  Links links;

  Span span_of(const std::string& words) const {
    const auto at = static_cast<std::uint32_t>(text.text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  void trained(std::vector<Mention>& list, const std::string& words, MentionKind kind) const {
    Mention mention;
    mention.span = span_of(words);
    mention.first_token = mention.head_token = mention.span.begin;  // bytes stand in for tokens
    mention.end_token = mention.span.end;
    mention.kind = kind;
    list.push_back(mention);
  }
  void linked(const std::string& words, MentionKind kind, const std::string& entity) {
    Linked one;
    one.span = span_of(words);
    one.first_token = one.head_token = one.span.begin;
    one.end_token = one.span.end;
    one.kind = kind;
    one.entity = entity;
    links.mentions.push_back(one);
  }
  std::vector<std::string> shown() const {
    std::vector<std::string> out;
    for (const Linked& one : marked_mentions(text, analysis, links).mentions) {
      out.push_back(std::string(text_of(text.text, one.span)) + "/" + std::string(to_string(one.kind)));
    }
    return out;
  }
};

Story story(const std::string& text, bool is_report) {
  Story out;
  out.text.text = text;
  out.analysis.is_report = is_report;
  return out;
}

using Shown = std::vector<std::string>;

TEST(Marked, InReportsTheModelSaysKindAndExtentAndTheEntityStays) {
  Story s = story("The UK stands by Jordan.", true);
  s.trained(s.analysis.phrases, "The UK", MentionKind::organisation);
  s.trained(s.analysis.phrases, "Jordan", MentionKind::organisation);
  s.linked("UK", MentionKind::place, "world:place/uk");
  s.linked("Jordan", MentionKind::place, "levant:place/jordan");
  EXPECT_EQ(s.shown(), (Shown{"The UK/organisation", "Jordan/organisation"}));
  const Marked marked = marked_mentions(s.text, s.analysis, s.links);
  EXPECT_EQ(marked.mentions[1].entity, "levant:place/jordan");
  EXPECT_EQ(marked.place_of, (std::vector<std::int32_t>{0, 1}));
}

TEST(Marked, InReportsNestedNamesStayAndUnfoundOnesGo) {
  Story s = story("Forces near Homs joined a military operation.", true);
  s.trained(s.analysis.phrases, "Forces near Homs", MentionKind::organisation);
  s.linked("Homs", MentionKind::place, "levant:place/homs");
  s.linked("military", MentionKind::organisation, "");
  EXPECT_EQ(s.shown(), (Shown{"Forces near Homs/organisation", "Homs/place"}));
}

TEST(Marked, InOtherTextsNamesAreWholeSurfaceWords) {
  Story s = story("Enron's police met in Texas.", false);
  s.trained(s.analysis.mentions, "Enron", MentionKind::organisation);
  s.linked("Enron", MentionKind::organisation, "");
  s.linked("police", MentionKind::organisation, "world:actor/police");
  s.linked("Texas", MentionKind::place, "world:place/texas");
  EXPECT_EQ(s.shown(), (Shown{"Enron's/organisation", "Texas/place"}));
}

TEST(Marked, AntecedentsCountTheList) {
  Story s = story("The group met Ahrar.", true);
  s.trained(s.analysis.phrases, "Ahrar", MentionKind::organisation);
  s.linked("group", MentionKind::organisation, "");
  s.linked("Ahrar", MentionKind::armed_group, "levant:actor/ahrar");
  s.links.mentions[0].antecedent = 1;
  const Marked marked = marked_mentions(s.text, s.analysis, s.links);
  ASSERT_EQ(marked.mentions.size(), 1U);
  EXPECT_EQ(marked.mentions[0].kind, MentionKind::armed_group);
  EXPECT_EQ(marked.place_of, (std::vector<std::int32_t>{-1, 0}));
}

}  // namespace
}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// What a reader is shown of the lists' and the model's names.
#include <gtest/gtest.h>

#include <hearsay/link/marked.hpp>

namespace hearsay::link {
namespace {

/// A text whose bytes stand in for tokens: marked_mentions looks at spans and tokens' numbers alone.
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
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    out.analysis.tokens.emplace_back().span = {at, at + 1};
  }
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

TEST(Marked, AListedNameHoldsAgainstASentenceThatSeesNone) {
  for (const float chance : {0.9F, 0.1F}) {
    Story s = story("A new Lexus IS 300 for sale.", false);
    s.analysis.name_chances.assign(s.text.text.size(), chance);
    s.linked("IS", MentionKind::armed_group, "levant:actor/islamic-state");
    EXPECT_EQ(s.shown(), chance > 0.5F ? Shown{"IS/armed_group"} : Shown{});
  }
}

TEST(Marked, APhraseIsNoNameOutsideReports) {
  Story s = story("They marched against the Israeli occupation.", false);
  s.linked("Israeli occupation", MentionKind::armed_group, "levant:actor/idf");
  s.links.mentions.back().head_token = s.span_of("occupation").begin;
  EXPECT_EQ(s.shown(), Shown{});
}

TEST(Marked, AStateThatActsIsNoPlaceInReports) {
  for (const float chance : {0.95F, 0.2F}) {
    Story s = story("Nations which took part include Jordan and others.", true);
    s.analysis.name_chances.assign(s.text.text.size(), chance);
    s.linked("Jordan", MentionKind::place, "world:place/jordan");
    PlaceRef& place = s.links.mentions.back().place.emplace();
    place.lat = 31;
    place.feature = "PCLI";
    EXPECT_EQ(s.shown(), chance > 0.9F ? Shown{"Jordan/place"} : Shown{});
  }
}

}  // namespace
}  // namespace hearsay::link

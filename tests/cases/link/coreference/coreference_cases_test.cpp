// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder: whom pronouns and noun phrases stand for. Keys of a story:
//   text      lines of the report (a line is a paragraph)
//   anaphor   words="he" is="Bashar al-Assad": the name as the text has it (its last words are enough)
//             words="he" is=entity:levant:person/...: who is meant, in the packs
//             words="the source" of="A source": no name, and these are the words it takes up
//             words="it" is=unknown nth=2: the second such word, counted from 1
//   name      words="SDF" is="Syrian Democratic Forces": the last mention on these words is a short form of that one
#include <gtest/gtest.h>

#include "linked_text.hpp"
#include "support/case_file.hpp"

namespace hearsay::tests {
namespace {

const Anaphor* nth_anaphor(const LinkedText& made, const std::string& words, int nth) {
  for (const Anaphor& anaphor : made.links.anaphors) {
    if (text_of(made.text.text, anaphor.span) == words && --nth == 0) {
      return &anaphor;
    }
  }
  return nullptr;
}

std::string described(const LinkedText& made, const Anaphor& anaphor) {
  std::string out;
  if (anaphor.before >= 0) {
    out += "of \"" +
           std::string(text_of(made.text.text, made.links.anaphors[static_cast<std::size_t>(anaphor.before)].span)) +
           "\" ";
  }
  if (anaphor.antecedent >= 0) {
    const Linked& name = made.links.mentions[static_cast<std::size_t>(anaphor.antecedent)];
    out += "is \"" + std::string(text_of(made.text.text, name.span)) + "\" " + name.entity;
  }
  return out.empty() ? "unknown" : out;
}

bool is_named(const LinkedText& made, const Anaphor& anaphor, const std::string& wanted) {
  if (anaphor.antecedent < 0) {
    return false;
  }
  const Linked& name = made.links.mentions[static_cast<std::size_t>(anaphor.antecedent)];
  return wanted.starts_with("entity:") ? name.entity == wanted.substr(7)
                                       : text_of(made.text.text, name.span).ends_with(wanted);
}

void check_anaphor(const LinkedText& made, const CaseLine& line) {
  std::string words, is, of;
  int nth = 1;
  bool unknown = false;
  for (const auto& [key, value] : read_pairs(line.value)) {
    words = key == "words" ? value : words;
    is = key == "is" ? value : is;
    of = key == "of" ? value : of;
    nth = key == "nth" ? std::stoi(value) : nth;
    unknown = unknown || (key == "is" && value == "unknown");
  }
  const Anaphor* found = nth_anaphor(made, words, nth);
  if (found == nullptr) {
    EXPECT_TRUE(unknown) << words << " is no anaphor";
    return;
  }
  if (unknown) {
    EXPECT_EQ(described(made, *found), "unknown") << words;
  } else if (!of.empty()) {
    EXPECT_LT(found->antecedent, 0) << words << ": " << described(made, *found);
    ASSERT_GE(found->before, 0) << words << ": " << described(made, *found);
    EXPECT_EQ(text_of(made.text.text, made.links.anaphors[static_cast<std::size_t>(found->before)].span), of);
  } else {
    EXPECT_TRUE(is_named(made, *found, is)) << words << ": " << described(made, *found);
  }
}

void check_name(const LinkedText& made, const CaseLine& line) {
  std::string words, is;
  for (const auto& [key, value] : read_pairs(line.value)) {
    words = key == "words" ? value : words;
    is = key == "is" ? value : is;
  }
  std::string meant = "unknown";
  for (const Linked& mention : made.links.mentions) {
    if (text_of(made.text.text, mention.span) == words) {
      meant = mention.antecedent < 0
                  ? "unknown"
                  : std::string(text_of(made.text.text,
                                        made.links.mentions[static_cast<std::size_t>(mention.antecedent)].span));
    }
  }
  EXPECT_TRUE(meant.ends_with(is)) << words << " is " << meant;
}

TEST(CoreferenceCases, All) {
  const auto stories = read_case_folder(HEARSAY_TEST_DATA);
  ASSERT_FALSE(stories.empty());
  for (const Case& story : stories) {
    SCOPED_TRACE(story.label());
    const LinkedText made = link_text(story.value("text"));
    for (const CaseLine& line : story.lines) {
      SCOPED_TRACE("line " + std::to_string(line.line));
      if (line.key == "anaphor") {
        check_anaphor(made, line);
      } else if (line.key == "name") {
        check_name(made, line);
      }
    }
  }
}

}  // namespace
}  // namespace hearsay::tests

// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder: who says what. Keys of a story:
//   text      lines of the report (a line is a paragraph)
//   outlet    who published it, "" if absent
//   quote     source="" cue="" content="" (pieces joined by " | ") chain="outermost > ... > speaker" kind= direct=yes
//             hearsay=yes anonymous=yes: one attribution that must be there, with everything that is given
//   no-quote  the same: no attribution may be like this
//   says      trigger="word": the chain that governs the first such word; chain="" is the report's own voice
#include <gtest/gtest.h>

#include <filesystem>

#include "support/case_file.hpp"
#include "support/stages.hpp"

namespace hearsay::tests {
namespace {

struct Coded {
  CleanText text;
  Links links;
  std::vector<Attribution> attributions;
};

Coded code(const Case& story) {
  Coded coded;
  coded.text.id = "case";
  coded.text.text = story.value("text");
  coded.text.outlet = story.value("outlet");
  const Analysis analysis = analyse::analyse_text(coded.text, stages().models);
  coded.links = link::link_mentions(coded.text, analysis, stages().knowledge);
  coded.attributions = claims::find_attributions(coded.text, analysis, coded.links, stages().cues);
  return coded;
}

std::string words(const Coded& coded, const std::vector<Span>& spans) {
  std::string all;
  for (const Span span : spans) {
    all.append(all.empty() ? "" : " | ").append(text_of(coded.text.text, span));
  }
  return all;
}

std::string chain_of(const std::vector<Voice>& chain) {
  std::string all;
  for (const Voice& voice : chain) {
    all.append(all.empty() ? "" : " > ").append(voice.name);
  }
  return all;
}

std::string field(const Coded& coded, const Attribution& a, const std::string& key) {
  if (key == "source") return words(coded, a.source);
  if (key == "cue") return words(coded, a.cue);
  if (key == "content") return words(coded, a.content);
  if (key == "chain") return chain_of(a.chain);
  if (key == "kind") return std::string(to_string(a.voice.kind));
  if (key == "stance") return std::string(to_string(a.stance));
  if (key == "entity") return a.voice.entity.empty() ? "none" : a.voice.entity;
  const bool value = key == "direct"      ? a.direct
                     : key == "hearsay"   ? a.hearsay
                     : key == "governs"   ? a.governs
                     : key == "anonymous" ? claims::is_anonymous(&a)
                                          : false;
  return value ? "yes" : "no";
}

bool is_like(const Coded& coded, const Attribution& a, const std::string& wanted) {
  for (const auto& [key, value] : read_pairs(wanted)) {
    if (field(coded, a, key) != value) {
      return false;
    }
  }
  return true;
}

std::string all_found(const Coded& coded) {
  std::string all;
  for (const Attribution& a : coded.attributions) {
    for (const char* key : {"source", "cue", "content", "chain", "kind", "direct", "hearsay"}) {
      all.append(std::string(key) + "=\"" + field(coded, a, key) + "\" ");
    }
    all += "\n";
  }
  return all;
}

void check_says(const Coded& coded, const std::string& wanted) {
  const auto pairs = read_pairs(wanted);
  ASSERT_EQ(pairs.size(), 2u) << wanted;
  const std::size_t at = coded.text.text.find(pairs[0].second);
  ASSERT_NE(at, std::string::npos) << wanted;
  const auto begin = static_cast<std::uint32_t>(at);
  const Attribution* a = claims::governing(coded.attributions, {begin, begin + 1});
  EXPECT_EQ(a == nullptr ? "" : chain_of(a->chain), pairs[1].second) << wanted << "\n" << all_found(coded);
}

void check_sound(const Coded& coded) {
  const auto size = static_cast<std::uint32_t>(coded.text.text.size());
  for (const Attribution& a : coded.attributions) {
    for (const auto* spans : {&a.source, &a.cue, &a.content}) {
      for (const Span span : *spans) {
        EXPECT_LT(span.begin, span.end);
        EXPECT_LE(span.end, size);
      }
    }
    for (const Voice& voice : a.chain) {
      const bool hidden = voice.kind == VoiceKind::witness || voice.kind == VoiceKind::unnamed;
      EXPECT_TRUE(!hidden || voice.entity.empty()) << voice.name;
    }
  }
}

void check(const Case& story) {
  const Coded coded = code(story);
  check_sound(coded);
  for (const CaseLine& line : story.lines) {
    const bool there = std::any_of(coded.attributions.begin(), coded.attributions.end(),
                                   [&](const Attribution& a) { return is_like(coded, a, line.value); });
    if (line.key == "quote") {
      EXPECT_TRUE(there) << "line " << line.line << ": " << line.value << "\nfound:\n" << all_found(coded);
    } else if (line.key == "no-quote") {
      EXPECT_FALSE(there) << "line " << line.line << ": " << line.value << "\nfound:\n" << all_found(coded);
    } else if (line.key == "says") {
      check_says(coded, line.value);
    }
  }
}

TEST(QuoteCases, SayWhoSaysWhat) {
  for (const Case& story : read_case_folder(std::filesystem::path(HEARSAY_SOURCE_DIR) / "tests/cases/quotes")) {
    SCOPED_TRACE(story.label());
    check(story);
  }
}

}  // namespace
}  // namespace hearsay::tests

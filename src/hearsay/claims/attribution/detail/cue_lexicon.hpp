// SPDX-License-Identifier: Apache-2.0
// Cue words and source nouns of the packs, compiled into tables that are asked once a token.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/claim.hpp>

namespace hearsay::claims::attribution {

/// How a content may hang on a cue: bits of Cue::frames (see packs/lang-en/cues.tsv).
enum Frame : std::uint32_t {
  k_that = 1,
  k_quote = 2,
  k_to = 4,
  k_ing = 8,
  k_obj = 16,
  k_obj_as = 32,
  k_obj_pred = 64,
  k_hearer = 128,
  k_clause = 256,
  k_noun = 512,
  k_source = 1024,
  k_source_name = 2048,
  k_inner = 4096,
  k_light = 8192,
  k_marks = 16384,
  k_quotes_as = 32768,
  k_inverts = 65536,
  k_acts = 131072,
  k_counts = 262144,
  k_agent = 524288
};

struct Cue {
  std::string word;  // lemma, or the words of a preposition
  std::uint32_t frames = 0;
  std::vector<std::string> prepositions;  // "p:for"
  Stance stance = Stance::say;
  bool voice = false;  // claims in the content are the source's
  std::uint32_t line = 0;
  bool has(Frame frame) const { return (frames & frame) != 0; }
};

struct SourceNoun {
  VoiceKind kind = VoiceKind::unnamed;
  bool anonymous = true;
  std::string of;  // "speaker", "monitor", "nobody", "" (see packs/lang-en/sources.tsv)
};

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using WordMap = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

/// A preposition of several words: found by its first word.
struct PhraseCue {
  std::vector<std::string> words;
  Cue cue;
};

struct CueLexicon {
  WordMap<Cue> verbs, nouns, adjectives, adverbs, counts;
  WordMap<std::vector<PhraseCue>> phrases;
  WordMap<SourceNoun> sources;
  Cue colon{":", 0, {}, Stance::say, true, 0};  // the colon of headlines and transcripts
};

CueLexicon compile_cues(const Pack& pack);

}  // namespace hearsay::claims::attribution

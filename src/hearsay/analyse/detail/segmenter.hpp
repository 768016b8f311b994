// SPDX-License-Identifier: Apache-2.0
// Raw text to sentences and syntactic words, by two linear models over characters and tokens.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/linear_model.hpp>
#include <hearsay/base/span.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::analyse::detail {

/// A sentence is cut after so many words whatever the model says, so that time stays linear.
inline constexpr std::size_t k_longest_sentence = 400;

/// A stretch of text that no sentence crosses the borders of.
struct Region {
  Span span;
  std::uint32_t paragraph = 0;
  bool marked = false;
  MarkKind mark = MarkKind::title;
};

/// Cuts the text at marks, paragraphs and lines that end a paragraph; unread stretches are left out.
std::vector<Region> regions_of(std::string_view text, std::span<const Mark> marks);

/// One orthographic token: white space or a decided border around it.
struct RawToken {
  Span span;
  std::uint64_t lower = 0, shape = 0;
  bool space_after = false;
  bool newline_after = false;
};

/// One code point of a chunk, decoded once.
struct Letter {
  char32_t code = 0;
  std::uint32_t at = 0;
  char cls = 0;  // X upper, x lower, d digit, u other letter, or the ASCII sign itself, s other sign
};

/// Maximal stretches without white space.
struct Chunk {
  Span span;
  bool space_after = false;
  bool newline_after = false;
};
std::vector<Chunk> chunks_of(std::string_view text, Span span);

/// The web or mail address inside a chunk, without brackets and stops around it; empty when there is none.
/// Addresses are one token in the treebanks (279 of 282 in EWT and GUM train).
Span address_in(std::string_view text, Span chunk);

/// The code points of a chunk with their byte offsets.
std::vector<Letter> letters_of(std::string_view text, Span span);

/// Whether a border may lie before letters[at] at all: not inside a run of letters or of digits.
bool may_split(const std::vector<Letter>& letters, std::size_t at);
/// Hashes of lower-case abbreviations with their stop.
using Abbreviations = std::unordered_set<std::uint64_t>;

/// Features of "there is a border before letters[at]".
void split_features(std::string_view text, const std::vector<Letter>& letters, std::size_t at,
                    const Abbreviations& abbreviations, FeatureKeys& keys);

/// Whether a sentence may end after tokens[at].
bool may_end(std::string_view text, std::span<const RawToken> tokens, std::size_t at);
/// Features of "a sentence that began with tokens[first] ends after tokens[at]".
struct EndContext {
  std::size_t first = 0, at = 0;
  bool quote_open = false;   // an odd number of straight quotes since `first`
  std::uint8_t bracket = 0;  // 1: inside brackets that opened the sentence, 2: inside brackets opened later
};
/// Takes tokens[at] into account: quotes and brackets that it opens; what it closes still counts for itself.
void enter_token(std::string_view text, std::span<const RawToken> tokens, std::size_t at, EndContext& context);
/// What tokens[at] closes no longer counts.
void leave_token(std::string_view text, std::span<const RawToken> tokens, std::size_t at, EndContext& context);
void end_features(std::string_view text, std::span<const RawToken> tokens, const EndContext& context,
                  const Abbreviations& abbreviations, FeatureKeys& keys);

/// Lower-case hashes of lang-en/abbreviations.tsv, column "abbreviation".
Abbreviations abbreviation_hashes(const Pack& pack);
/// Lower-case hashes of the packs' names that are one word ("homs").
std::unordered_set<std::uint64_t> name_hashes(const Pack& pack);
RawToken make_raw_token(std::string_view text, Span span);

/// Where the syntactic words of one token end: {3} and the end for "don't". Empty for one word.
/// Clitics are cut by shape ('s, n't, 're ...) and by the table of whole forms ("cannot", "gonna").
std::vector<std::uint32_t> word_borders(std::string_view form);

/// Whether a text has lost its commas and apostrophes: forty words or more without either.
bool is_stripped(std::string_view text);
/// Whether a token may be a word and a clitic whose apostrophe was lost: in a stripped text any that ends in s
/// ("Aleppos Old City"), elsewhere a few that are often misspelt ("its" for "it's").
struct CliticPlace {
  std::size_t at = 0;
  bool stripped = false;
};
bool may_hide_clitic(std::string_view form, bool stripped);
void clitic_features(std::string_view text, std::span<const RawToken> tokens, CliticPlace place, FeatureKeys& keys);

class Segmenter {
 public:
  struct Parts {
    LinearModel split, end, clitic;
  };
  Segmenter(Parts parts, const Pack& pack)
      : m_parts(parts), m_abbreviations(abbreviation_hashes(pack)), m_names(name_hashes(pack)) {}
  /// Appends the sentences and tokens of one region. `stripped` is the whole text's.
  struct Options {
    bool stripped = false;
  };
  void segment(std::string_view text, const Region& region, Options options, Analysis& out) const;

 private:
  std::vector<RawToken> tokens_of(std::string_view text, Span span) const;
  bool is_border(std::string_view text, const std::vector<Letter>& letters, std::size_t at) const;
  void split_chunk(std::string_view text, Span chunk, std::vector<RawToken>& out) const;
  std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const RawToken> tokens) const;

  bool hides_clitic(std::string_view text, std::span<const RawToken> tokens, CliticPlace place) const;
  void append_words(std::string_view text, std::span<const RawToken> tokens, std::size_t at, Options options,
                    std::vector<Token>& out) const;

  Parts m_parts;
  Abbreviations m_abbreviations;
  std::unordered_set<std::uint64_t> m_names;
};

}  // namespace hearsay::analyse::detail

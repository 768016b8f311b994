// SPDX-License-Identifier: Apache-2.0
// Lines that are not the article's own, told by a table of phrases.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/clean/detail/lines.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::clean::detail {

/// How much of a line a phrase has to be, and what is marked then.
enum class Match : std::uint8_t {
  line,    // the whole line and nothing else; the line
  prefix,  // the line begins with it; the line
  suffix,  // the line ends with it; the line
  has,     // the line has it anywhere; the line
  lead,    // the line begins with these characters, in either case; the line
  close,   // the line ends with these characters, in either case; the line
  run,     // these very characters anywhere; only them
  end,     // these very characters at the end of the line, but for other furniture; only them
  tail     // these very characters behind a full stop in the last half of a long line; they and all behind them
};

struct Found {
  Span span;
  MarkKind kind = MarkKind::boilerplate;
};

/// The rows of boilerplate.tsv, compiled. In phrases matched by words, case and punctuation do not matter, `<number>`
/// stands for one and `*` for up to six words, or any rest at the end.
class PhraseTable {
 public:
  PhraseTable() = default;
  explicit PhraseTable(const packs::Table& table);

  /// The first phrase that takes the whole line; of kind comment, the phrase only opens a comment.
  std::optional<MarkKind> match_line(std::string_view line, const std::vector<Word>& words) const;

  /// Whether the line begins with a phrase of kind comment. Comments are long, so lines of any length count.
  bool opens_comment(std::string_view line, const std::vector<Word>& words) const;

  /// All stretches of `run` and `tail` phrases inside the span, and of `end` phrases at its end.
  std::vector<Found> find_runs(std::string_view text, Span span) const;

 private:
  struct Phrase {
    std::vector<std::string> words;
    Match match = Match::line;
    MarkKind kind = MarkKind::boilerplate;
  };
  struct Run {
    std::string characters;
    Match match = Match::run;
    MarkKind kind = MarkKind::boilerplate;
  };
  using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  void add_words(const std::string& phrase, Match match, MarkKind kind);
  std::optional<MarkKind> match_edges(std::string_view line) const;
  std::optional<Found> find_tail(std::string_view text, Span span) const;
  bool matches_at(std::uint32_t index, const std::vector<Word>& words, std::size_t first) const;
  std::optional<MarkKind> first_match(const Index& index, const std::string& key, const std::vector<Word>& words,
                                      std::size_t first) const;

  std::vector<Phrase> m_phrases;
  Index m_by_first;                   // of line and prefix phrases
  Index m_by_last;                    // of suffix phrases
  Index m_anywhere;                   // first word of `has` phrases
  std::vector<std::uint32_t> m_open;  // phrases that begin with <number> or *
  std::vector<std::uint32_t> m_comments;
  std::vector<Run> m_edges;  // lead and close, in lower case
  std::vector<Run> m_runs;
};

}  // namespace hearsay::clean::detail

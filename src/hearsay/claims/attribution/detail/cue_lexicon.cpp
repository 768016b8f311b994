// SPDX-License-Identifier: Apache-2.0
// Reads lang-*/cues.tsv and lang-*/sources.tsv. Rows it cannot use are left out; check_cues names them.
#include <hearsay/claims/attribution/detail/cue_lexicon.hpp>

#include <array>
#include <optional>
#include <utility>

namespace hearsay::claims::attribution {

namespace {

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space != 0) {
      words.emplace_back(text.substr(0, space));
    }
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

constexpr std::array<std::pair<std::string_view, Frame>, 20> k_frames{{{"that", k_that},
                                                                       {"quote", k_quote},
                                                                       {"to", k_to},
                                                                       {"ing", k_ing},
                                                                       {"obj", k_obj},
                                                                       {"obj-as", k_obj_as},
                                                                       {"obj-pred", k_obj_pred},
                                                                       {"hearer", k_hearer},
                                                                       {"clause", k_clause},
                                                                       {"noun", k_noun},
                                                                       {"source", k_source},
                                                                       {"source-name", k_source_name},
                                                                       {"inner", k_inner},
                                                                       {"light", k_light},
                                                                       {"marks", k_marks},
                                                                       {"as-saying", k_quotes_as},
                                                                       {"inverts", k_inverts},
                                                                       {"acts", k_acts},
                                                                       {"counts", k_counts},
                                                                       {"agent", k_agent}}};

void read_frames(std::string_view cell, Cue& cue) {
  for (const std::string& word : split_words(cell)) {
    if (word.starts_with("p:")) {
      cue.prepositions.push_back(word.substr(2));
      continue;
    }
    for (const auto& [name, frame] : k_frames) {
      if (name == word) {
        cue.frames = cue.frames | frame;
      }
    }
  }
}

void add_cue(const packs::Table& table, const packs::Row& row, CueLexicon& lexicon) {
  Cue cue;
  cue.word = table.cell(row, "cue");
  cue.line = row.line;
  cue.voice = table.cell(row, "voice") == "yes";
  cue.stance = parse_stance(table.cell(row, "stance")).value_or(Stance::say);
  read_frames(table.cell(row, "frames"), cue);
  const std::string& pos = table.cell(row, "pos");
  if (cue.word.empty() || (cue.frames == 0 && cue.prepositions.empty())) {
    return;
  }
  if (pos == "prep") {
    auto words = split_words(cue.word);
    lexicon.phrases[words.front()].push_back({words, std::move(cue)});
    return;
  }
  WordMap<Cue>* words = pos == "verb"    ? &lexicon.verbs
                        : pos == "noun"  ? &lexicon.nouns
                        : pos == "adj"   ? &lexicon.adjectives
                        : pos == "adv"   ? &lexicon.adverbs
                        : pos == "count" ? &lexicon.counts
                                         : nullptr;
  if (words != nullptr) {
    words->emplace(cue.word, cue);
  }
}

std::optional<VoiceKind> parse_kind(std::string_view text) {
  constexpr std::array kinds{VoiceKind::outlet, VoiceKind::agency,  VoiceKind::spokesman, VoiceKind::official,
                             VoiceKind::group,  VoiceKind::witness, VoiceKind::document,  VoiceKind::unnamed};
  for (const VoiceKind kind : kinds) {
    if (to_string(kind) == text) {
      return kind;
    }
  }
  return std::nullopt;
}

bool is_language_table(const std::string& path, std::string_view file) {
  return path.starts_with("lang-") && path.ends_with(file);
}

}  // namespace

CueLexicon compile_cues(const Pack& pack) {
  CueLexicon lexicon;
  for (const auto& [path, table] : pack.tables) {
    if (is_language_table(path, "/cues.tsv")) {
      for (const packs::Row& row : table.rows) {
        add_cue(table, row, lexicon);
      }
    } else if (is_language_table(path, "/sources.tsv")) {
      for (const packs::Row& row : table.rows) {
        if (const auto kind = parse_kind(table.cell(row, "kind"))) {
          lexicon.sources[table.cell(row, "noun")] = {*kind, table.cell(row, "anonymous") == "yes",
                                                      table.cell(row, "of")};
        }
      }
    }
  }
  return lexicon;
}

}  // namespace hearsay::claims::attribution

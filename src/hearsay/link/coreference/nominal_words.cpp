// SPDX-License-Identifier: Apache-2.0
#include <hearsay/link/coreference/nominal_words.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <hearsay/base/error.hpp>

namespace hearsay::link {

namespace {

constexpr std::array<std::string_view, 9> k_sorts = {"unknown", "person", "people",   "body", "place",
                                                     "thing",   "event",  "abstract", "time"};
constexpr std::array<std::string_view, 3> k_genders = {"", "male", "female"};

template <class T, std::size_t n>
T parse(const packs::Table& table, const packs::Row& row, std::string_view column,
        const std::array<std::string_view, n>& names) {
  const std::string& cell = table.cell(row, column);
  const auto found = std::find(names.begin(), names.end(), cell);
  if (found == names.end()) {
    throw Fatal(packs::to_text({table.path, row.line, std::string(column) + " '" + cell + "' is not known"}));
  }
  return static_cast<T>(found - names.begin());
}

/// The pieces between bars; none of an empty cell.
std::vector<std::string_view> split_bars(std::string_view cell) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const std::size_t bar = std::min(cell.find('|'), cell.size());
    out.push_back(cell.substr(0, bar));
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
  return out;
}

[[noreturn]] void throw_twice(const packs::Table& table, const packs::Row& row, std::string_view word) {
  throw Fatal(packs::to_text({table.path, row.line, "'" + std::string(word) + "' is listed twice"}));
}

}  // namespace

NominalWords::NominalWords(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (path.starts_with("lang-") && path.ends_with("/nominals.tsv")) {
      add_nominals(table);
    } else if (path.starts_with("lang-") && path.ends_with("/genders.tsv")) {
      add_genders(table);
    } else if (path.starts_with("lang-") && path.ends_with("/cues.tsv")) {
      add_saying(table);
    }
  }
}

void NominalWords::add_nominals(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    NominalWord word;
    word.sort = parse<Sort>(table, row, "sort", k_sorts);
    word.gender = parse<Gender>(table, row, "gender", k_genders);
    word.takes_names = table.cell(row, "names") == "yes";
    for (const std::string_view fit : split_bars(table.cell(row, "fits"))) {
      word.fits.emplace_back(fit);
    }
    m_words.push_back(std::move(word));
    for (const std::string_view noun : split_bars(table.cell(row, "nouns"))) {
      if (!m_nouns.try_emplace(std::string(noun), static_cast<std::uint32_t>(m_words.size() - 1)).second) {
        throw_twice(table, row, noun);
      }
    }
  }
}

void NominalWords::add_genders(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    const auto gender = parse<Gender>(table, row, "gender", k_genders);
    for (const std::string_view name : split_bars(table.cell(row, "names"))) {
      if (!m_genders.try_emplace(std::string(name), gender).second) {
        throw_twice(table, row, name);
      }
    }
  }
}

void NominalWords::add_saying(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    if (table.cell(row, "pos") == "verb" && table.cell(row, "voice") == "yes" &&
        table.cell(row, "frames").starts_with("that")) {
      m_saying.insert(table.cell(row, "cue"));
    }
  }
}

const NominalWord* NominalWords::find(std::string_view lemma) const {
  const auto found = m_nouns.find(lemma);
  return found == m_nouns.end() ? nullptr : &m_words[found->second];
}

Gender NominalWords::gender_of(std::string_view name) const {
  const auto found = m_genders.find(name);
  return found == m_genders.end() ? Gender::unknown : found->second;
}

bool fits_name(const NominalWord& noun, const Linked& name) {
  if (!noun.takes_names || name.type == "class") {
    return false;
  }
  const bool by_kind = name.type.empty() || name.kind == MentionKind::person;  // a person's type is an office
  const std::string_view type = by_kind ? to_string(name.kind) : std::string_view(name.type);
  return noun.fits.empty() || std::any_of(noun.fits.begin(), noun.fits.end(), [&](std::string_view fit) {
           return fit.ends_with('*') ? type.starts_with(fit.substr(0, fit.size() - 1)) : type == fit;
         });
}

}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// Compiles where.tsv and finds its words in a text.
#include <hearsay/link/places/place_words.hpp>

#include <algorithm>
#include <charconv>

#include <hearsay/link/names/spelling.hpp>

namespace hearsay::link {

namespace {

constexpr std::uint32_t k_most_words = 4;

std::uint64_t hash_folded(std::string_view folded) {
  std::uint64_t state = 0;
  while (!folded.empty()) {
    const auto blank = std::min(folded.find(' '), folded.size());
    state = state * 0x9e3779b97f4a7c15ULL + hash_word(folded.substr(0, blank));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
  return state;
}

std::uint64_t hash_words(const Words& words, std::uint32_t first, std::uint32_t end) {
  std::uint64_t state = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    state = state * 0x9e3779b97f4a7c15ULL + words.words[i].hash;
  }
  return state;
}

std::optional<double> number_of(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size() && !cell.empty() ? std::optional(value)
                                                                                   : std::nullopt;
}

std::vector<std::string> split_blank(const std::string& cell) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < cell.size()) {
    const std::size_t blank = std::min(cell.find(' ', at), cell.size());
    if (blank > at) {
      out.push_back(cell.substr(at, blank - at));
    }
    at = blank + 1;
  }
  return out;
}

std::optional<PlaceRelation> relation_of(std::string_view role) {
  if (role == "near") return PlaceRelation::near;
  if (role == "outside") return PlaceRelation::outside;
  if (role == "around") return PlaceRelation::around;
  if (role == "between") return PlaceRelation::between;
  if (role == "along") return PlaceRelation::along;
  return std::nullopt;
}

/// Words [first, first + n) of one phrase: nothing but blanks and hyphens inside.
bool is_run(const Words& words, std::uint32_t first, std::uint32_t n) {
  if (first + n > words.words.size()) {
    return false;
  }
  for (std::uint32_t i = first; i + 1 < first + n; ++i) {
    if (words.words[i].breaks) {
      return false;
    }
  }
  return true;
}

/// The longest run that begins at `at` and is in the table.
template <class T>
const T* longest_at(const std::unordered_map<std::uint64_t, T>& table, const Words& words, std::uint32_t at,
                    std::uint32_t& taken) {
  for (std::uint32_t n = k_most_words; n > 0; --n) {
    if (is_run(words, at, n)) {
      const auto found = table.find(hash_words(words, at, at + n));
      if (found != table.end()) {
        taken = n;
        return &found->second;
      }
    }
  }
  return nullptr;
}

/// The longest run that ends before `end` and is in the table.
template <class T>
const T* longest_before(const std::unordered_map<std::uint64_t, T>& table, const Words& words, std::uint32_t end,
                        std::uint32_t& taken) {
  for (std::uint32_t n = std::min(k_most_words, end); n > 0; --n) {
    if (is_run(words, end - n, n) && !words.words[end - 1].breaks) {
      const auto found = table.find(hash_words(words, end - n, end));
      if (found != table.end()) {
        taken = n;
        return &found->second;
      }
    }
  }
  return nullptr;
}

}  // namespace

PlaceWords::PlaceWords(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (!path.starts_with("lang-") || !path.ends_with("/where.tsv")) {
      continue;
    }
    for (const auto& row : table.rows) {
      const std::string folded = fold_name(table.cell(row, "word"));
      const auto& role = table.cell(row, "role");
      const auto bearing = number_of(table.cell(row, "bearing_deg"));
      const std::uint64_t hash = hash_folded(folded);
      if (role == "kind") {
        const KindWord kind{split_blank(table.cell(row, "features")),
                            number_of(table.cell(row, "radius_km")).value_or(0)};
        m_kinds.emplace(hash, kind);
      } else if (role == "stand-in") {
        m_stand_ins.emplace(hash, KindWord{split_blank(table.cell(row, "features")), 0});
      } else if (role == "bearing" && bearing) {
        m_bearings.emplace(hash, *bearing);
      } else if (role == "part") {
        m_parts.emplace(hash, bearing);
      } else if (role == "act") {
        m_acts.insert(folded);
      } else if (role == "locative") {
        m_locatives.insert(folded);
      } else if (role == "describing") {
        m_describing.insert(folded);
      } else if (role == "line-link") {
        m_line_links.insert(folded);
      } else if (role == "stay") {
        m_stays.insert(folded);
      } else if (role == "address") {
        m_addresses.insert(folded);
      } else if (role == "dealing") {
        m_dealings.insert(folded);
      } else if (role == "stance") {
        m_stances.insert(folded);
      } else if (role == "power") {
        m_powers.insert(folded);
      } else if (const auto relation = relation_of(role)) {
        m_relations.emplace(hash, *relation);
      }
    }
  }
}

PlaceWords::Found PlaceWords::kind_at(const Words& words, std::uint32_t at) const {
  Found found;
  if (at >= words.words.size()) {
    return found;
  }
  found.kind = longest_at(m_kinds, words, at, found.words);
  if (found.kind == nullptr) {
    // "provinces", "countries" are listed in the singular.
    auto folded = words.folded(words.words[at]);
    if (folded.size() > 3 && folded.ends_with('s')) {
      const std::string singular = folded.ends_with("ies") ? std::string(folded.substr(0, folded.size() - 3)) + "y"
                                                           : std::string(folded.substr(0, folded.size() - 1));
      if (const auto plural = m_kinds.find(hash_folded(singular)); plural != m_kinds.end()) {
        found.kind = &plural->second;
        found.words = 1;
        found.plural = true;
      }
    }
  }
  return found;
}

PlaceWords::Found PlaceWords::stand_in_at(const Words& words, std::uint32_t at) const {
  Found found;
  found.kind = longest_at(m_stand_ins, words, at, found.words);
  return found;
}

PlaceWords::Found PlaceWords::kind_before(const Words& words, std::uint32_t end) const {
  Found found;
  found.kind = longest_before(m_kinds, words, end, found.words);
  return found;
}

PlaceWords::Found PlaceWords::relation_before(const Words& words, std::uint32_t end) const {
  Found found;
  if (const auto* relation = longest_before(m_relations, words, end, found.words)) {
    found.relation = *relation;
  }
  return found;
}

PlaceWords::Found PlaceWords::bearing_at(const Words& words, std::uint32_t at) const {
  Found found;
  if (const auto* bearing = longest_at(m_bearings, words, at, found.words)) {
    found.bearing_deg = *bearing;
  }
  return found;
}

PlaceWords::Found PlaceWords::part_before(const Words& words, std::uint32_t end) const {
  Found found;
  if (const auto* bearing = longest_before(m_parts, words, end, found.words)) {
    found.bearing_deg = *bearing;
    found.part = true;
  }
  return found;
}

bool fits_feature(std::string_view feature, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
    return pattern.ends_with('*') ? feature.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1))
                                  : feature == pattern;
  });
}

}  // namespace hearsay::link

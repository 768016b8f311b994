// SPDX-License-Identifier: Apache-2.0
// Compiling the tables around numbers.
#include <hearsay/link/quantities/amount_words.hpp>

#include <algorithm>
#include <map>

namespace hearsay::link::detail {

namespace {

Bound bound_of(const std::string& name) {
  static const std::map<std::string, Bound, std::less<>> k_bounds = {{"least", Bound::least},
                                                                     {"above", Bound::above},
                                                                     {"most", Bound::most},
                                                                     {"below", Bound::below},
                                                                     {"about", Bound::about}};
  const auto found = k_bounds.find(name);
  return found == k_bounds.end() ? Bound::exact : found->second;
}

std::vector<std::uint64_t> hashes_of(const std::string& phrase) {
  std::vector<std::uint64_t> hashes;
  std::size_t at = 0;
  while (at <= phrase.size()) {
    const std::size_t blank = std::min(phrase.find(' ', at), phrase.size());
    if (blank > at) {
      hashes.push_back(word_hash(std::string_view(phrase).substr(at, blank - at)));
    }
    at = blank + 1;
  }
  return hashes;
}

}  // namespace

AmountWords::AmountWords(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (!path.starts_with("lang-")) {
      continue;
    }
    if (path.ends_with("/bounds.tsv")) {
      add_bounds(table);
    } else if (path.ends_with("/counted.tsv")) {
      add_counted(table);
    } else if (path.ends_with("/units.tsv")) {
      for (const packs::Row& row : table.rows) {
        m_filter.add(word_hash(table.cell(row, "word")));
        m_units[word_hash(table.cell(row, "word"))] = table.cell(row, "unit");
      }
    }
  }
  for (Lists* lists : {&m_before, &m_after}) {
    for (auto& [first, list] : *lists) {
      std::stable_sort(list.begin(), list.end(),
                       [](const BoundPhrase& a, const BoundPhrase& b) { return a.words.size() > b.words.size(); });
    }
  }
}

void AmountWords::add_bounds(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    BoundPhrase phrase{hashes_of(table.cell(row, "phrase")), bound_of(table.cell(row, "effect"))};
    if (!phrase.words.empty()) {
      m_filter.add(phrase.words.front());
      Lists& lists = table.cell(row, "place") == "after" ? m_after : m_before;
      lists[phrase.words.front()].push_back(std::move(phrase));
    }
  }
}

void AmountWords::add_counted(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    m_filter.add(word_hash(table.cell(row, "word")));
    CountedWord& word = m_counted[word_hash(table.cell(row, "word"))];
    const bool outcome = table.cell(row, "role") == "outcome";
    word.outcome = word.outcome || outcome;
    word.noun = word.noun || !outcome;
    word.what = outcome ? table.cell(row, "what") : word.what;
    word.unit = table.cell(row, "unit");
  }
}

const std::string* AmountWords::unit(const Piece& piece) const {
  const auto found = is_known(piece) ? m_units.find(piece.hash) : m_units.end();
  return found == m_units.end() ? nullptr : &found->second;
}

const CountedWord* AmountWords::counted(const Piece& piece) const {
  const auto found = is_known(piece) ? m_counted.find(piece.hash) : m_counted.end();
  return found == m_counted.end() ? nullptr : &found->second;
}

const std::vector<BoundPhrase>* AmountWords::list_of(const Lists& lists, const Piece& first) const {
  const auto found = is_known(first) ? lists.find(first.hash) : lists.end();
  return found == lists.end() ? nullptr : &found->second;
}

}  // namespace hearsay::link::detail

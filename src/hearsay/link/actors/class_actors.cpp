// SPDX-License-Identifier: Apache-2.0
// Chooses what a class word or loaded word means by the report's own context.
#include <hearsay/link/actors/class_actors.hpp>

#include <algorithm>

#include <hearsay/link/names/spelling.hpp>

namespace hearsay::link {

namespace {

// Weights by hand on the seeds; a need in the phrase's own sentence or the two before beats any number elsewhere.
constexpr double k_same_sentence = 3, k_near = 2, k_often = 0.3, k_word_of_need = 0.5, k_side = 2.5, k_plain = 0.4,
                 k_loaded = 1, k_own_name = 3;
constexpr std::size_t k_most_counted = 6;
constexpr std::size_t k_common = 3;   // named so often, a need is met anywhere in the report
constexpr std::uint32_t k_reach = 4;  // sentences back in which a need named less often is met

std::vector<std::uint64_t> hashes_of(std::string_view folded) {
  std::vector<std::uint64_t> out;
  while (!folded.empty()) {
    const auto blank = std::min(folded.find(' '), folded.size());
    out.push_back(hash_word(folded.substr(0, blank)));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
  return out;
}

std::int32_t index_of_actor(const Pack& pack, const std::string& entity) {
  const auto found =
      std::find_if(pack.actors.begin(), pack.actors.end(), [&](const packs::Actor& a) { return a.entity == entity; });
  return found == pack.actors.end() ? -1 : static_cast<std::int32_t>(found - pack.actors.begin());
}

packs::Validity validity_of(const packs::Table& table, const packs::Row& row) {
  return {parse_iso_day(table.cell(row, "from")), parse_iso_day(table.cell(row, "until"))};
}

}  // namespace

ClassActors::ClassActors(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (path.ends_with("/class_actors.tsv")) {
      add_table(table, pack, false);
    } else if (path.ends_with("/framing.tsv")) {
      add_table(table, pack, true);
    }
  }
  add_demonyms(pack);
}

/// A row that needs a country is also met by its people and their adjective.
void ClassActors::add_demonyms(const Pack& pack) {
  const auto* table = pack.table("world/demonyms.tsv");
  if (table == nullptr) {
    return;
  }
  for (const auto& line : table->rows) {
    const auto& id = table->cell(line, "id");
    const auto need = m_need_index.find(fold_name(id.substr(id.find('/') + 1)));
    const std::string folded = fold_name(table->cell(line, "spelling"));
    if (need != m_need_index.end() && folded.find(' ') == std::string::npos) {
      m_demonyms.emplace(hash_word(folded), need->second);
    }
  }
}

void ClassActors::add_table(const packs::Table& table, const Pack& pack, bool loaded) {
  const std::string prefix = table.path.substr(0, table.path.find('/')) + ":";
  for (const auto& line : table.rows) {
    const auto& id = table.cell(line, "entity");
    Row row;
    row.actor = index_of_actor(pack, id.find(':') == std::string::npos ? prefix + id : id);
    row.country = row.actor < 0 ? "" : pack.actors[static_cast<std::size_t>(row.actor)].country;
    row.side = table.cell(line, "side");
    row.valid = validity_of(table, line);
    row.loaded = loaded;
    const std::string needs = fold_name(table.cell(line, "needs"));
    const std::string actor_name =
        row.actor < 0 ? "" : fold_name(pack.actors[static_cast<std::size_t>(row.actor)].name);
    row.names_actor = !needs.empty() && actor_name.starts_with(needs);
    if (!needs.empty()) {
      const auto [known, fresh] = m_need_index.emplace(needs, static_cast<std::int32_t>(m_needs.size()));
      if (fresh) {
        m_needs.push_back(hashes_of(needs));
        m_first.emplace(m_needs.back().front(), known->second);
      }
      row.needs = known->second;
    }
    if (row.actor >= 0) {
      m_rows[fold_name(table.cell(line, "phrase"))].push_back(std::move(row));
    }
  }
}

ClassActors::Report ClassActors::read(const Words& words, std::string side) const {
  Report report;
  report.side = std::move(side);
  report.found.resize(m_needs.size());
  for (std::uint32_t i = 0; i < words.words.size(); ++i) {
    const auto [people, last] = m_demonyms.equal_range(words.words[i].hash);
    for (auto need = people; need != last; ++need) {
      report.found[static_cast<std::size_t>(need->second)].push_back(i);
    }
    const auto [from, to] = m_first.equal_range(words.words[i].hash);
    for (auto need = from; need != to; ++need) {
      const auto& hashes = m_needs[static_cast<std::size_t>(need->second)];
      const bool whole = i + hashes.size() <= words.words.size() &&
                         std::equal(hashes.begin(), hashes.end(), words.words.begin() + i,
                                    [](std::uint64_t hash, const NameWord& word) { return hash == word.hash; });
      if (whole) {
        report.found[static_cast<std::size_t>(need->second)].push_back(i);
      }
    }
  }
  return report;
}

std::int32_t ClassActors::choose(const Phrase& phrase, const Words& words, const Report& report,
                                 const Published& published) const {
  const auto rows = m_rows.find(phrase.folded);
  const std::uint32_t at = phrase.at;
  std::int32_t best = -1;
  double best_score = 0;
  if (rows == m_rows.end()) {
    return -1;
  }
  const bool has_plain = std::any_of(rows->second.begin(), rows->second.end(),
                                     [](const Row& row) { return row.needs < 0 && !row.loaded; });
  for (const auto& row : rows->second) {
    if (!is_valid(row.valid, published)) {
      continue;
    }
    if (!phrase.country.empty() && !row.country.empty() && row.country != phrase.country) {
      continue;
    }
    double score = row.loaded ? k_loaded : 0;
    if (row.needs >= 0) {
      const auto& places = report.found[static_cast<std::size_t>(row.needs)];
      // The phrase's own words do not count: "army" in "Syrian army" is no "army" that needs "Syrian army".
      const auto before = std::upper_bound(places.begin(), places.end(), at);
      if (places.empty()) {
        continue;
      }
      score += row.names_actor ? k_own_name : 0;
      score += k_word_of_need * static_cast<double>(m_needs[static_cast<std::size_t>(row.needs)].size());
      score += k_often * static_cast<double>(std::min(places.size(), k_most_counted));
      bool near = before != places.end() && words.words[*before].sentence == words.words[at].sentence;
      if (before != places.begin()) {
        const std::uint32_t gap = words.words[at].sentence - words.words[*(before - 1)].sentence;
        score += gap == 0 ? k_same_sentence : (gap <= 2 ? k_near : 0);
        near = near || gap <= k_reach;
      }
      if (has_plain && !near && places.size() < k_common) {
        continue;  // what the word means by itself is likelier
      }
    } else {
      score += k_plain;
    }
    if (!row.side.empty()) {
      if (row.side != report.side && !row.loaded && row.needs < 0) {
        continue;
      }
      score += row.side == report.side ? k_side : 0;
    }
    if (score > best_score) {
      best = row.actor;
      best_score = score;
    }
  }
  return best;
}

}  // namespace hearsay::link

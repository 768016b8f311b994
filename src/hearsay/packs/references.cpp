// SPDX-License-Identifier: Apache-2.0
// The checks that need all tables of the loaded packs.
#include <hearsay/packs/detail/references.hpp>

#include <utility>

#include <fmt/format.h>

namespace hearsay::packs::detail {

namespace {

bool overlap(const Validity& a, const Validity& b) {
  return intersects(DateRange{a.from, a.until}, DateRange{b.from, b.until});
}

class Checker {
 public:
  Checker(const Pack& pack, const Origins& origins, std::vector<Problem>& problems)
      : m_pack(pack), m_origins(origins), m_problems(problems) {}

  void check() {
    check_named();
    check_chain(m_pack.places, m_origins.places, &Place::container, "container");
    check_chain(m_pack.actors, m_origins.actors, &Actor::parent, "parent");
    check_spellings();
  }

 private:
  void report(const Origin& origin, std::string message) {
    m_problems.push_back({*origin.path, origin.line, std::move(message)});
  }

  void must_exist(const std::string& entity, std::string_view kind, std::string_view column, const Origin& origin) {
    if (entity.empty()) {
      return;
    }
    if (!m_origins.entities.contains(hash_text(entity))) {
      report(origin, fmt::format("unknown {} '{}'", column, entity));
    } else if (!kind.empty() && kind_of(entity) != kind) {
      report(origin, fmt::format("{} '{}' is not of kind '{}'", column, entity, kind));
    }
  }

  void check_named() {
    for (std::size_t i = 0; i < m_pack.places.size(); ++i) {
      must_exist(m_pack.places[i].container, "place", "container", m_origins.places[i]);
    }
    for (std::size_t i = 0; i < m_pack.actors.size(); ++i) {
      must_exist(m_pack.actors[i].parent, "actor", "parent", m_origins.actors[i]);
    }
    for (std::size_t i = 0; i < m_pack.persons.size(); ++i) {
      must_exist(m_pack.persons[i].actor, "actor", "actor", m_origins.persons[i]);
    }
    for (std::size_t i = 0; i < m_pack.aliases.size(); ++i) {
      must_exist(m_pack.aliases[i].entity, "", "id", m_origins.aliases[i]);
    }
  }

  /// Follows `next` from every row; a row that meets itself again is in a cycle, which is told once, at its first row.
  template <class T>
  void check_chain(const std::vector<T>& rows, const std::vector<Origin>& origins, std::string T::*next,
                   std::string_view column) {
    FlatIndex<std::size_t> index;
    index.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      *index.try_emplace(hash_text(rows[i].entity)).first = i;
    }
    std::vector<std::size_t> seen_from(rows.size(), rows.size());  // the walk that came by last
    for (std::size_t start = 0; start < rows.size(); ++start) {
      std::size_t at = start;
      while (seen_from[at] == rows.size()) {
        seen_from[at] = start;
        const std::string& above = rows[at].*next;
        const std::size_t* found = above.empty() ? nullptr : index.find(hash_text(above));
        if (found == nullptr) {
          break;
        }
        at = *found;
        if (seen_from[at] == start) {
          report(origins[at], fmt::format("the {}s of '{}' come back to it", column, rows[at].entity));
          break;
        }
      }
    }
  }

  /// Aliases that are spelt alike and of one kind hang in a chain, newest first, so that the map owns no memory per
  /// spelling.
  void check_spellings() {
    constexpr std::uint32_t k_end = UINT32_MAX;
    FlatIndex<std::uint32_t> newest;
    newest.reserve(m_pack.aliases.size());
    std::vector<std::uint32_t> older(m_pack.aliases.size(), k_end);
    for (std::uint32_t i = 0; i < m_pack.aliases.size(); ++i) {
      const auto& alias = m_pack.aliases[i];
      const auto [found, fresh] = newest.try_emplace(hash_text(alias.spelling));
      if (fresh) {
        *found = i;
        continue;
      }
      older[i] = std::exchange(*found, i);
      for (auto other = older[i]; other != k_end; other = older[other]) {
        if (kind_of(alias.entity) == kind_of(m_pack.aliases[other].entity)) {
          check_pair(i, other);
        }
      }
    }
  }

  void check_pair(std::size_t i, std::size_t other) {
    const auto &alias = m_pack.aliases[i], &before = m_pack.aliases[other];
    const auto &origin = m_origins.aliases[i], &first = m_origins.aliases[other];
    const auto where = fmt::format("{}:{}", *first.path, first.line);
    if (alias.entity == before.entity) {
      if (overlap(alias.valid, before.valid)) {
        report(origin, fmt::format("'{}' is there already ({})", alias.spelling, where));
      }
    } else if (overlap(alias.valid, before.valid) && !origin.noted && !first.noted && *origin.path == *first.path) {
      report(origin, fmt::format("'{}' names both '{}' and '{}' ({}); say in a note how to tell them apart",
                                 alias.spelling, alias.entity, before.entity, where));
    }
  }

  const Pack& m_pack;
  const Origins& m_origins;
  std::vector<Problem>& m_problems;
};

}  // namespace

void check_references(const Pack& pack, const Origins& origins, std::vector<Problem>& problems) {
  Checker(pack, origins, problems).check();
}

void check_entity_column(const Table& table, const std::string& pack_id, const Origins& origins,
                         std::vector<Problem>& problems) {
  for (const auto& row : table.rows) {
    const auto entity = to_entity(pack_id, table.cell(row, "entity"));
    if (!entity.empty() && !origins.entities.contains(hash_text(entity))) {
      problems.push_back({table.path, row.line, fmt::format("unknown entity '{}'", entity)});
    }
  }
}

}  // namespace hearsay::packs::detail

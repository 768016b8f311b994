// SPDX-License-Identifier: Apache-2.0
// The packs: knowledge as tab-separated text, loaded once and immutable from then on.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/error.hpp>
#include <hearsay/base/time/date.hpp>

namespace hearsay::packs {

/// One row of a table with the line it stands in (counted from 1), for messages and for `why`.
struct Row {
  std::vector<std::string> cells;
  std::uint32_t line = 0;
};

/// One tab-separated file: a header row, then one fact a row. Lines that begin with '#' and empty lines are skipped.
struct Table {
  std::string path;                    // inside the packs folder: "lang-en/cues.tsv"
  std::vector<std::string> columns;
  std::vector<Row> rows;
  /// The column's index; empty when the table has no such column.
  std::optional<std::size_t> column(std::string_view name) const;
  /// The cell under `name`; "" when the column is absent.
  const std::string& cell(const Row& row, std::string_view name) const;
};

/// One thing wrong in a pack, with its place.
struct Problem {
  std::string path;
  std::uint32_t line = 0;              // 0: the file as a whole
  std::string message;
};

// ---- typed rows; ids carry their kind ("place/raqqa"), entities add the pack ("levant:place/raqqa") ----------------
struct Validity {
  std::optional<Day> from, until;      // inclusive; absent is open
};
struct Place {
  std::string entity, name, feature, container, country;   // feature: GeoNames code; container: entity
  double lat_deg = 0, lon_deg = 0, radius_km = 0;
  std::int64_t population = 0, geonames_id = 0;
  Validity valid;
};
struct Actor {
  std::string entity, name, kind, parent, country, side;   // parent: entity whose forces or part they are
  Validity valid;
};
struct Outlet {
  std::string entity, name, kind, domain, country, owner;
};
struct Equipment {
  std::string entity, name, cls, unit;
};
struct Person {
  std::string entity, name, role, actor;                   // actor: entity spoken or acted for
  Validity valid;
};
struct Alias {
  std::string entity, spelling, script;                    // script: ISO 15924, "Latn", "Arab"
  Validity valid;
};

/// The packs loaded together: one theatre and what it needs (ontology, languages, world).
struct Pack {
  std::string name, version;                               // of the theatre: "levant", "0.1.0"
  std::vector<std::string> loaded;                         // "levant 0.1.0", "lang-en 0.1.0", ...
  std::vector<Place> places;
  std::vector<Actor> actors;
  std::vector<Outlet> outlets;
  std::vector<Equipment> equipment;
  std::vector<Person> persons;
  std::vector<Alias> aliases;                              // canonical names included
  std::map<std::string, Table> tables;                     // every other table by path

  /// The table at `path` ("lang-en/cues.tsv"); nullptr when no loaded pack has it.
  const Table* table(std::string_view path) const;
  /// All tables whose path begins with `prefix` ("lang-en/triggers/"), in path order.
  std::vector<const Table*> tables_under(std::string_view prefix) const;
};

struct Loaded {
  Pack pack;
  std::vector<Problem> problems;       // all of them at once, in file and line order
};

/// Load theatre `name` and what its pack.toml needs from `folder`. Throws Fatal when the pack is not there at all.
Loaded load_packs(const std::filesystem::path& folder, const std::string& name);

/// Parse one table out of bytes (also what the fuzzer calls); problems are appended.
Table parse_table(std::string_view bytes, const std::string& path, std::vector<Problem>& problems);

}  // namespace hearsay::packs
namespace hearsay {
using packs::Pack;
}

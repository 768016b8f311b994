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
  std::string path;  // inside the packs folder: "lang-en/cues.tsv"
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
  std::uint32_t line = 0;  // 0: the file as a whole
  std::string message;
};

// ---- typed rows; ids carry their kind ("place/raqqa"), entities add the pack ("levant:place/raqqa") ----------------
struct Validity {
  std::optional<Day> from, until;  // inclusive; absent is open
};
struct Place {
  std::string entity, name, feature, container, country;  // feature: GeoNames code; container: entity
  double lat_deg = 0, lon_deg = 0, radius_km = 0;
  std::int64_t population = 0, geonames_id = 0;
  Validity valid;
};
struct Actor {
  std::string entity, name, kind, parent, country, side;  // parent: entity whose forces or part they are
  Validity valid;
};
struct Outlet {
  std::string entity, name, kind, domain, country, owner;
};
struct Equipment {
  std::string entity, name, cls, unit;
};
struct Person {
  std::string entity, name, role, actor;  // actor: entity spoken or acted for
  Validity valid;
};
struct Alias {
  std::string entity, spelling, script;  // script: ISO 15924, "Latn", "Arab"
  Validity valid;
};

/// Degrees WGS84; every place of the pack lies inside, or has a note that says why not.
struct BoundingBox {
  double south_deg = -90, west_deg = -180, north_deg = 90, east_deg = 180;
};

/// What pack.toml says of a pack.
struct Manifest {
  std::string id, version, licence, title, time_zone;  // time_zone: IANA name ("Asia/Damascus"), empty for non-theatres
  std::vector<std::string> needs;                      // other packs, loaded with this one
  std::optional<BoundingBox> bounding_box;
};

/// The packs loaded together: one theatre and what it needs (ontology, languages, world).
struct Pack {
  std::string name, version;        // of the theatre: "levant", "0.1.0"
  std::vector<Manifest> manifests;  // theatre first, then what it needs, in the order of `needs`
  std::vector<std::string> loaded;  // "levant 0.1.0", "lang-en 0.1.0", ...
  std::vector<Place> places;
  std::vector<Actor> actors;
  std::vector<Outlet> outlets;
  std::vector<Equipment> equipment;
  std::vector<Person> persons;
  std::vector<Alias> aliases;           // canonical names included
  std::map<std::string, Table> tables;  // every other table by path

  /// The table at `path` ("lang-en/cues.tsv"); nullptr when no loaded pack has it.
  const Table* table(std::string_view path) const;
  /// All tables whose path begins with `prefix` ("lang-en/triggers/"), in path order.
  std::vector<const Table*> tables_under(std::string_view prefix) const;
};

struct Loaded {
  Pack pack;
  std::vector<Problem> problems;  // all of them at once, in file and line order
};

/// Load theatre `name` and what its pack.toml needs, transitively, from `folder`.
///
/// Whatever can be read is filled in even where rows have problems, so that one run names them all; a row whose id is
/// missing or taken is left out. Every loaded pack may bring places.tsv, actors.tsv, outlets.tsv, equipment.tsv,
/// persons.tsv and aliases.tsv; ids there are relative to their pack unless they say another ("world:place/syria").
/// Throws Fatal when the theatre is not there at all.
Loaded load_packs(const std::filesystem::path& folder, const std::string& name);

/// Parse one table out of bytes (also what the fuzzer calls); problems are appended.
///
/// Reported: ill-formed UTF-8 (then nothing is parsed), a header that names a column twice, rows with too few or too
/// many cells (they are filled up or cut, so every row has as many cells as there are columns). CR LF and a leading
/// byte order mark are taken.
Table parse_table(std::string_view bytes, const std::string& path, std::vector<Problem>& problems);

/// Parse a pack.toml; what is missing or of the wrong type is a problem and stays empty.
Manifest parse_manifest(std::string_view bytes, const std::string& path, std::vector<Problem>& problems);

/// "levant/actors.tsv:41: id 'saa' is defined twice (first in line 12)"; without a line: "levant/pack.toml: is
/// missing".
std::string to_text(const Problem& problem);

}  // namespace hearsay::packs
namespace hearsay {
using packs::Pack;
}

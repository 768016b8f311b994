// SPDX-License-Identifier: Apache-2.0
// Reading a theatre and the packs it needs from their folder.
#include <algorithm>
#include <deque>
#include <fstream>
#include <tuple>

#include <fmt/format.h>

#include <hearsay/packs/detail/references.hpp>
#include <hearsay/packs/detail/schema.hpp>
#include <hearsay/packs/detail/typed_rows.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {

namespace {

namespace fs = std::filesystem;

/// A typed table with the pack it belongs to; a deque of them keeps the paths that origins point to.
struct TypedTable {
  Table table;
  const detail::Schema* schema = nullptr;
  std::size_t manifest = 0;
};

std::optional<std::string> read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  if (!stream) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(stream.tellg()), '\0');
  stream.seekg(0);
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

/// Every *.tsv below a folder, in name order.
std::vector<fs::path> list_tables(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".tsv") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_entity_table(const detail::Schema& schema) {
  return !schema.id_prefix.empty() || schema.file == "aliases.tsv";
}

class Loader {
 public:
  explicit Loader(const fs::path& folder) : m_folder(folder) {}

  Loaded load(const std::string& name) {
    m_loaded.pack.name = name;
    std::vector<std::string> names{name};
    for (std::size_t i = 0; i < names.size(); ++i) {
      load_manifest(names[i]);
      for (const auto& needed : m_loaded.pack.manifests[i].needs) {
        if (std::find(names.begin(), names.end(), needed) != names.end()) {
          continue;
        }
        if (fs::is_directory(m_folder / needed)) {
          names.push_back(needed);
        } else {
          report(names[i] + "/pack.toml", fmt::format("needs '{}', which is not there", needed));
        }
      }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      load_tables(names[i], i);
    }
    check_all();
    m_loaded.pack.version = m_loaded.pack.manifests.front().version;
    return std::move(m_loaded);
  }

 private:
  Pack& pack() { return m_loaded.pack; }
  void report(std::string path, std::string message) {
    m_loaded.problems.push_back({std::move(path), 0, std::move(message)});
  }

  void load_manifest(const std::string& name) {
    const auto path = name + "/pack.toml";
    Manifest manifest;
    if (const auto bytes = read_file(m_folder / name / "pack.toml")) {
      manifest = parse_manifest(*bytes, path, m_loaded.problems);
      if (!manifest.id.empty() && manifest.id != name) {
        report(path, fmt::format("id '{}' is not the name of the folder", manifest.id));
      }
    } else {
      report(path, "is missing");
    }
    manifest.id = name;
    pack().loaded.push_back(fmt::format("{} {}", name, manifest.version));
    pack().manifests.push_back(std::move(manifest));
  }

  void load_tables(const std::string& name, std::size_t manifest) {
    for (const auto& file : list_tables(m_folder / name)) {
      const auto path = file.lexically_relative(m_folder).generic_string();
      const auto bytes = read_file(file);
      if (!bytes) {
        report(path, "cannot be read");
        continue;
      }
      auto table = parse_table(*bytes, path, m_loaded.problems);
      const auto inside = file.lexically_relative(m_folder / name).generic_string();
      if (const auto* schema = detail::find_schema(inside)) {
        m_typed.push_back({std::move(table), schema, manifest});
      } else {
        check_sources(table);
        pack().tables.emplace(path, std::move(table));
      }
    }
  }

  /// A table that has a column for sources fills it.
  void check_sources(const Table& table) {
    const auto index = table.column("source");
    for (const auto& row : table.rows) {
      if (index && row.cells[*index].empty()) {
        m_loaded.problems.push_back({table.path, row.line, "'source' is empty"});
      }
    }
  }

  void add_typed(bool aliases) {
    for (const auto& typed : m_typed) {
      if (is_entity_table(*typed.schema) && (typed.schema->file == "aliases.tsv") == aliases) {
        detail::add_typed_rows(typed.table, pack().manifests[typed.manifest].id, pack(), m_origins, m_loaded.problems);
      }
    }
  }

  void check_all() {
    auto& problems = m_loaded.problems;
    for (const auto& typed : m_typed) {
      const auto& manifest = pack().manifests[typed.manifest];
      detail::check_cells(typed.table, *typed.schema, manifest.bounding_box, problems);
    }
    add_typed(false);
    add_typed(true);  // aliases after canonical names, so that it is the alias that "is there already"
    detail::check_references(pack(), m_origins, problems);
    for (auto& typed : m_typed) {
      if (!is_entity_table(*typed.schema)) {
        detail::check_entity_column(typed.table, pack().manifests[typed.manifest].id, m_origins, problems);
        pack().tables.emplace(typed.table.path, std::move(typed.table));
      }
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
      return std::tie(a.path, a.line, a.message) < std::tie(b.path, b.line, b.message);
    });
  }

  fs::path m_folder;
  Loaded m_loaded;
  std::deque<TypedTable> m_typed;
  detail::Origins m_origins;
};

}  // namespace

Loaded load_packs(const fs::path& folder, const std::string& name) {
  if (!fs::is_directory(folder / name)) {
    throw Fatal(fmt::format("no pack '{}' in {}", name, folder.string()));
  }
  return Loader(folder).load(name);
}

std::string to_text(const Problem& problem) {
  return problem.line == 0 ? fmt::format("{}: {}", problem.path, problem.message)
                           : fmt::format("{}:{}: {}", problem.path, problem.line, problem.message);
}

}  // namespace hearsay::packs

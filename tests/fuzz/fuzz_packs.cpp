// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table and as a pack.toml: no crash, every row as wide as the header, the same problems twice.
#include <cstdint>
#include <string_view>

#include <hearsay/packs/pack.hpp>

#include "must.hpp"

using namespace hearsay::packs;
using hearsay::tests::must;

namespace {

void check_table(std::string_view bytes) {
  std::vector<Problem> first, second;
  const auto table = parse_table(bytes, "any/table.tsv", first);
  for (const auto& row : table.rows) {
    must(row.cells.size() == table.columns.size() && row.line > 0);
  }
  must(parse_table(bytes, "any/table.tsv", second).rows.size() == table.rows.size() && first.size() == second.size());
}

void check_manifest(std::string_view bytes) {
  std::vector<Problem> problems;
  const auto manifest = parse_manifest(bytes, "any/pack.toml", problems);
  must(!manifest.id.empty() || !problems.empty() || bytes.find("id") != std::string_view::npos);
  for (const auto& problem : problems) {
    must(!to_text(problem).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_table(bytes);
  check_manifest(bytes);
  return 0;
}

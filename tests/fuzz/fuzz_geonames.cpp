// SPDX-License-Identifier: Apache-2.0
// Any bytes as GeoNames lines, then as an index: nothing crashes, and what was taken can be found.
#include <cstddef>
#include <cstdint>
#include <sstream>

#include <hearsay/packs/geonames_import.hpp>

#include "must.hpp"

using hearsay::tests::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay::packs;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  GeonamesImporter importer([](std::string_view name) { return std::string(name); });
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    importer.take_line(bytes.substr(at, end - at));
    at = end + 1;
  }
  const auto kept = importer.index().size();
  std::ostringstream out;
  importer.index().write(out);
  const auto index = WorldIndex::from_bytes(out.str());
  must(index && (*index)->size() == kept);
  if (const auto other = WorldIndex::from_bytes(std::string(bytes))) {
    for (std::uint32_t i = 0; i < (*other)->size(); ++i) {
      (*other)->row(i);
    }
  }
  return 0;
}

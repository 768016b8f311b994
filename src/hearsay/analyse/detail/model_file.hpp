// SPDX-License-Identifier: Apache-2.0
// Model files: a checked header, then named sections, memory-mapped.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace hearsay::analyse::detail {

/// One mapped model file. Sections are views into the mapping and live as long as this object; each begins at a
/// multiple of 64 bytes.
class ModelFile {
 public:
  /// `kind` is what the file must hold ("syntax"). Throws Fatal, naming the file, when it is missing, cut short,
  /// damaged (checksum), of another kind or of another format version.
  ModelFile(const std::filesystem::path& path, std::string_view kind);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  /// The bytes of a section. Throws Fatal when there is no such section.
  std::string_view section(std::string_view name) const;
  bool has(std::string_view name) const { return m_sections.contains(name); }

 private:
  void check(std::string_view kind);
  void index_sections();
  std::filesystem::path m_path;
  const char* m_bytes = nullptr;
  std::size_t m_size = 0;
  std::map<std::string, std::string_view, std::less<>> m_sections;
};

/// Writes such a file (for train/). Throws Fatal when it cannot be written.
void write_model_file(const std::filesystem::path& path, std::string_view kind,
                      const std::map<std::string, std::string>& sections);

}  // namespace hearsay::analyse::detail

// SPDX-License-Identifier: Apache-2.0
// Header (64 bytes): magic[8], u32 format version, u32 sections, kind[16], u64 payload bytes, u64 XXH3 of the payload,
// 0... Payload: per section {name[16], u64 offset from the file's begin, u64 size}, then the sections, each at a
// multiple of 64.
#include <hearsay/analyse/detail/model_file.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::string_view k_magic = "HEARSAYM";
constexpr std::uint32_t k_version = 1;

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  char kind[16];
  std::uint64_t payload_bytes;
  std::uint64_t checksum;
  char reserved[16];
};
static_assert(sizeof(Header) == 64);

struct Entry {
  char name[16];
  std::uint64_t offset;
  std::uint64_t size;
};

std::string_view padded(const char (&name)[16]) {
  return {name, ::strnlen(name, sizeof name)};
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& what) {
  throw Fatal("model " + path.string() + ": " + what + "; install the models that came with this program");
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path, std::string_view kind) : m_path(path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    refuse(path, "cannot be opened");
  }
  struct stat info {};
  const bool known = ::fstat(file, &info) == 0 && info.st_size >= static_cast<off_t>(sizeof(Header));
  m_size = known ? static_cast<std::size_t>(info.st_size) : 0;
  void* mapped = known ? ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  ::close(file);
  if (mapped == MAP_FAILED) {
    refuse(path, "is cut short");
  }
  m_bytes = static_cast<const char*>(mapped);
  try {
    check(kind);
    index_sections();
  } catch (...) {
    ::munmap(const_cast<char*>(m_bytes), m_size);
    throw;
  }
}

ModelFile::~ModelFile() {
  ::munmap(const_cast<char*>(m_bytes), m_size);
}

void ModelFile::check(std::string_view kind) {
  Header header{};
  std::memcpy(&header, m_bytes, sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != k_magic) {
    refuse(m_path, "is not a model of hearsay");
  }
  if (header.version != k_version) {
    refuse(m_path, "has format version " + std::to_string(header.version) + ", this program reads " +
                       std::to_string(k_version));
  }
  if (padded(header.kind) != kind) {
    refuse(m_path, "holds '" + std::string(padded(header.kind)) + "', not '" + std::string(kind) + "'");
  }
  if (header.payload_bytes != m_size - sizeof header) {
    refuse(m_path, "is cut short");
  }
  if (XXH3_64bits(m_bytes + sizeof header, m_size - sizeof header) != header.checksum) {
    refuse(m_path, "is damaged (checksum differs)");
  }
}

void ModelFile::index_sections() {
  Header header{};
  std::memcpy(&header, m_bytes, sizeof header);
  if (header.sections > (m_size - sizeof header) / sizeof(Entry)) {
    refuse(m_path, "is damaged (section table)");
  }
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry{};
    std::memcpy(&entry, m_bytes + sizeof header + i * sizeof entry, sizeof entry);
    if (entry.offset > m_size || entry.size > m_size - entry.offset) {
      refuse(m_path, "is damaged (section outside the file)");
    }
    m_sections.emplace(padded(entry.name), std::string_view(m_bytes + entry.offset, entry.size));
  }
}

std::string_view ModelFile::section(std::string_view name) const {
  const auto found = m_sections.find(name);
  if (found == m_sections.end()) {
    refuse(m_path, "lacks the section '" + std::string(name) + "'");
  }
  return found->second;
}

void write_model_file(const std::filesystem::path& path, std::string_view kind,
                      const std::map<std::string, std::string>& sections) {
  std::string table, body;
  const std::size_t begin = sizeof(Header) + sections.size() * sizeof(Entry);
  for (const auto& [name, bytes] : sections) {
    body.append((64 - (begin + body.size()) % 64) % 64, '\0');
    Entry entry{};
    name.copy(entry.name, sizeof entry.name);
    entry.offset = begin + body.size();
    entry.size = bytes.size();
    table.append(reinterpret_cast<const char*>(&entry), sizeof entry);
    body += bytes;
  }
  const std::string payload = table + body;
  Header header{};
  k_magic.copy(header.magic, sizeof header.magic);
  kind.copy(header.kind, sizeof header.kind);
  header.version = k_version;
  header.sections = static_cast<std::uint32_t>(sections.size());
  header.payload_bytes = payload.size();
  header.checksum = XXH3_64bits(payload.data(), payload.size());
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(payload.data(), static_cast<std::streamsize>(payload.size()));
  if (!out.flush()) {
    throw Fatal("cannot write " + path.string());
  }
}

}  // namespace hearsay::analyse::detail

// SPDX-License-Identifier: Apache-2.0
// Reads plain, gzipped and zipped dumps in pieces, line by line.
#include <hearsay/actions/import_geonames.hpp>

#include <zlib.h>

#include <array>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include <hearsay/base/error.hpp>
#include <hearsay/link/names/spelling.hpp>

namespace hearsay::actions {

namespace {

constexpr std::size_t k_piece = std::size_t{1} << 18;
constexpr std::size_t k_longest_line = std::size_t{1} << 20;  // alternate names of a country take 100 000 bytes at most
constexpr std::size_t k_zip_header = 30;                      // of a member, before its name (APPNOTE 4.3.7)

enum class Packing : std::uint8_t { plain, gzip, zip };

std::uint32_t little_endian(const unsigned char* bytes, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = count; i-- > 0;) {
    value = value << 8 | bytes[i];
  }
  return value;
}

/// Gives the lines of one file to a visitor, whatever the file is packed in. Of a zip the first member is read.
class LineReader {
 public:
  LineReader(const std::filesystem::path& file, const std::function<void(std::uint64_t)>& on_bytes)
      : m_file(file), m_in(file, std::ios::binary), m_on_bytes(on_bytes) {
    if (!m_in) {
      throw Fatal(fmt::format("{}: cannot be read", file.string()));
    }
  }

  template <class Visit>
  void each_line(Visit visit) {
    const Packing packing = open();
    if (packing == Packing::plain) {
      std::vector<char> piece(k_piece);
      while (const std::size_t size = fill(piece.data(), piece.size())) {
        take({piece.data(), size}, visit);
      }
    } else {
      inflate_all(packing == Packing::gzip ? 15 + 16 : -15, visit);  // zlib's window bits: gzip header, or none
    }
    if (!m_rest.empty()) {
      visit(std::string_view(m_rest));
    }
  }

 private:
  /// Looks at the first bytes, and passes a zip member's header.
  Packing open() {
    std::array<unsigned char, k_zip_header> head{};
    m_in.read(reinterpret_cast<char*>(head.data()), head.size());
    const auto size = m_in.gcount();
    if (size >= 2 && head[0] == 0x1F && head[1] == 0x8B) {
      rewind();
      return Packing::gzip;
    }
    if (size == static_cast<std::streamsize>(head.size()) && little_endian(head.data(), 4) == 0x04034B50) {
      if (little_endian(head.data() + 8, 2) != 8) {
        throw Fatal(
            fmt::format("{}: this zip is packed in a way that cannot be read; unzip it first", m_file.string()));
      }
      m_in.ignore(little_endian(head.data() + 26, 2) + little_endian(head.data() + 28, 2));
      return Packing::zip;
    }
    rewind();
    return Packing::plain;
  }

  void rewind() {
    m_in.clear();
    m_in.seekg(0);
  }

  std::size_t fill(char* to, std::size_t size) {
    m_in.read(to, static_cast<std::streamsize>(size));
    const auto got = static_cast<std::size_t>(m_in.gcount());
    m_on_bytes(got);
    return got;
  }

  template <class Visit>
  void inflate_all(int window_bits, Visit visit) {
    z_stream stream{};
    if (inflateInit2(&stream, window_bits) != Z_OK) {
      throw Fatal("zlib cannot be started");
    }
    std::vector<char> packed(k_piece), plain(k_piece);
    int state = Z_OK;
    while (state != Z_STREAM_END) {
      stream.avail_in = static_cast<unsigned>(fill(packed.data(), packed.size()));
      stream.next_in = reinterpret_cast<unsigned char*>(packed.data());
      if (stream.avail_in == 0) {
        break;
      }
      do {
        stream.next_out = reinterpret_cast<unsigned char*>(plain.data());
        stream.avail_out = static_cast<unsigned>(plain.size());
        state = inflate(&stream, Z_NO_FLUSH);
        take({plain.data(), plain.size() - stream.avail_out}, visit);
      } while ((state == Z_OK && stream.avail_out == 0) || (state == Z_OK && stream.avail_in > 0));
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) {
        break;
      }
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END) {
      throw Fatal(fmt::format("{}: the packed data are damaged or cut short", m_file.string()));
    }
  }

  template <class Visit>
  void take(std::string_view piece, Visit visit) {
    while (true) {
      const auto end = piece.find('\n');
      if (end == std::string_view::npos) {
        m_rest += m_rest.size() < k_longest_line ? piece : std::string_view();
        return;
      }
      if (m_rest.empty()) {
        visit(piece.substr(0, end));
      } else {
        m_rest += piece.substr(0, end);
        visit(std::string_view(m_rest));
        m_rest.clear();
      }
      piece.remove_prefix(end + 1);
    }
  }

  std::filesystem::path m_file;
  std::ifstream m_in;
  const std::function<void(std::uint64_t)>& m_on_bytes;
  std::string m_rest;
};

void write_index(packs::WorldIndexBuilder& index, const std::filesystem::path& output) {
  std::error_code failed;
  if (output.has_parent_path()) {
    std::filesystem::create_directories(output.parent_path(), failed);
  }
  const std::filesystem::path part = output.string() + ".part";
  std::ofstream out(part, std::ios::binary);
  index.write(out);
  out.close();
  if (out) {
    std::filesystem::rename(part, output, failed);
  }
  if (!out || failed) {
    throw Fatal(fmt::format("{}: cannot be written", output.string()));
  }
}

}  // namespace

packs::GeonamesCounts import_geonames(const ImportRequest& request) {
  std::uint64_t total = 0, done = 0;
  for (const auto& file : request.files) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed) {
      throw Fatal(fmt::format("{}: no such file", file.string()));
    }
    total += size;
  }
  const std::function<void(std::uint64_t)> on_bytes = [&](std::uint64_t bytes) {
    done += bytes;
    if (request.progress) {
      request.progress(done, total);
    }
  };
  packs::GeonamesImporter importer([](std::string_view name) { return link::fold_name(name); });
  for (const auto& file : request.files) {
    LineReader(file, on_bytes).each_line([&](std::string_view line) { importer.take_line(line); });
  }
  if (importer.counts().places == 0) {
    throw Fatal("no place in these files; is the dump (19 columns) among them?");
  }
  write_index(importer.index(), request.output);
  return importer.counts();
}

}  // namespace hearsay::actions

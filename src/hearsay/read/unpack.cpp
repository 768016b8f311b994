// SPDX-License-Identifier: Apache-2.0
// Streams through zlib and libzstd, block by block, so that a bomb is noticed at the limit and not behind it.
#include <hearsay/read/detail/unpack.hpp>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

namespace hearsay::read::detail {

namespace {

constexpr std::size_t k_block = 256U << 10U;

auto too_large(std::string_view format, std::size_t max_bytes) {
  return fail(ErrorKind::unsupported,
              fmt::format("{} data unfolds to more than the limit of {} bytes; split it", format, max_bytes));
}

auto ends_early(std::string_view format, std::size_t made) {
  return fail(ErrorKind::bad_input,
              fmt::format("{} data ends early, after {} unpacked bytes; nothing of it was read", format, made));
}

auto damaged(std::string_view format, std::string_view why) {
  return fail(ErrorKind::bad_input, fmt::format("{} data is damaged ({}); nothing of it was read", format, why));
}

struct InflateEnd {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

bool only_zeros(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

}  // namespace

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b");
}

bool is_zstd(std::string_view bytes) {
  return bytes.starts_with("\x28\xb5\x2f\xfd");
}

Expected<std::string> unpack_gzip(std::string_view bytes, std::size_t max_bytes) {
  std::unique_ptr<z_stream, InflateEnd> stream(new z_stream{});
  if (inflateInit2(stream.get(), 15 + 16) != Z_OK) {
    return damaged("gzip", "zlib does not start");
  }
  std::string out;
  std::string block(k_block, '\0');
  std::string_view left = bytes;
  while (!left.empty()) {
    const auto offered = static_cast<uInt>(std::min<std::size_t>(left.size(), std::numeric_limits<uInt>::max()));
    stream->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(left.data()));
    stream->avail_in = offered;
    stream->next_out = reinterpret_cast<Bytef*>(block.data());
    stream->avail_out = static_cast<uInt>(block.size());
    const int result = inflate(stream.get(), Z_NO_FLUSH);
    left.remove_prefix(offered - stream->avail_in);
    out.append(block, 0, block.size() - stream->avail_out);
    if (out.size() > max_bytes) {
      return too_large("gzip", max_bytes);
    }
    if (result == Z_STREAM_END) {
      if (only_zeros(left)) {
        return out;
      }
      if (!is_gzip(left) || inflateReset(stream.get()) != Z_OK) {
        return damaged("gzip", "other bytes follow the last member");
      }
    } else if (result == Z_BUF_ERROR || (result == Z_OK && left.empty() && stream->avail_out != 0)) {
      return ends_early("gzip", out.size());
    } else if (result != Z_OK) {
      return damaged("gzip", stream->msg != nullptr ? stream->msg : "not deflate data");
    }
  }
  return ends_early("gzip", out.size());
}

Expected<std::string> unpack_zstd(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  std::string out;
  std::string block(k_block, '\0');
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t wanted = 1;  // 0 at the end of a frame
  while (true) {
    ZSTD_outBuffer piece{block.data(), block.size(), 0};
    const std::size_t before = in.pos;
    wanted = ZSTD_decompressStream(stream.get(), &piece, &in);
    if (ZSTD_isError(wanted) != 0) {
      return damaged("zstd", ZSTD_getErrorName(wanted));
    }
    out.append(block, 0, piece.pos);
    if (out.size() > max_bytes) {
      return too_large("zstd", max_bytes);
    }
    if (in.pos == in.size && piece.pos < piece.size) {
      break;
    }
    if (in.pos == before && piece.pos == 0) {
      return damaged("zstd", "no progress");
    }
  }
  if (wanted != 0) {
    return ends_early("zstd", out.size());
  }
  return out;
}

}  // namespace hearsay::read::detail

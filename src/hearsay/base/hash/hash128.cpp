// SPDX-License-Identifier: Apache-2.0
// SHA-256 by nettle, cut to 128 bits.
#include <hearsay/base/hash/hash128.hpp>

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>

namespace hearsay {

Hash128 hash_bytes(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  Hash128 hash;
  for (std::size_t i = 0; i < 8; ++i) {
    hash.hi = hash.hi << 8U | digest[i];
    hash.lo = hash.lo << 8U | digest[i + 8];
  }
  return hash;
}

std::string to_hex(const Hash128& hash) {
  return fmt::format("{:016x}{:016x}", hash.hi, hash.lo);
}

}  // namespace hearsay

// SPDX-License-Identifier: Apache-2.0
// Features as 64-bit keys: a template number mixed with up to three values. No vocabulary is kept.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay::analyse::detail {

/// Spreads every input bit over the result (Stafford's variant 13 of the murmur finaliser, one round).
inline std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32U;
  x *= 0xd6e8feb86659fd93ULL;
  x ^= x >> 32U;
  return x;
}

inline std::uint64_t join(std::uint64_t a, std::uint64_t b) {
  return mix(a * 0x9e3779b97f4a7c15ULL + b);
}

/// FNV-1a over bytes, then mixed. Not for untrusted hash tables that grow.
inline std::uint64_t hash_bytes(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return mix(hash);
}

/// The features of one decision. Adding beyond the capacity is a programming error (asserted by std::array in debug).
class FeatureKeys {
 public:
  void clear() { m_count = 0; }
  void add(std::uint64_t kind, std::uint64_t a) { m_keys[m_count++] = join(kind, a); }
  void add(std::uint64_t kind, std::uint64_t a, std::uint64_t b) { m_keys[m_count++] = join(join(kind, a), b); }
  void add(std::uint64_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    m_keys[m_count++] = join(join(join(kind, a), b), c);
  }
  std::span<const std::uint64_t> keys() const { return {m_keys.data(), m_count}; }

 private:
  std::array<std::uint64_t, 128> m_keys;
  std::size_t m_count = 0;
};

}  // namespace hearsay::analyse::detail

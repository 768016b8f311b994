// SPDX-License-Identifier: Apache-2.0
// Content hashes: the identity of documents, texts and claims.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// The first 128 bits of a SHA-256, so that nobody can make two reports with one id.
struct Hash128 {
  std::uint64_t hi = 0, lo = 0;
  auto operator<=>(const Hash128&) const = default;
};

using DocId = Hash128;   // of source address and raw bytes: the same input has the same id everywhere
using TextId = Hash128;  // of CleanText::text: another extraction is another text, old spans stay valid for the old one
using ClaimId = Hash128;  // of document id, text id, trigger span, type and ordinal there

Hash128 hash_bytes(std::string_view bytes);

/// 32 lower-case hexadecimal digits.
std::string to_hex(const Hash128& hash);

}  // namespace hearsay

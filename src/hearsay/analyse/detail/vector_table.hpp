// SPDX-License-Identifier: Apache-2.0
// Vectors by 64-bit key in a model file: int8 rows, each with a scale of its own, behind an open-addressed table.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::analyse::detail {

/// A view into a model file's section; must not outlive it.
class VectorTable {
 public:
  VectorTable() = default;
  /// Throws Fatal when the section has another size than its head says.
  explicit VectorTable(std::string_view bytes);

  std::size_t width() const { return m_width; }

  /// Adds the key's vector to to[0, width()); false when there is none.
  bool add(std::uint64_t key, float* to) const;

  /// Brings the key's slot near, for a later add().
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&m_slots[key & m_mask]); }

  /// Rounds to 8 bits. The section's bytes: u32 log2(slots), u32 rows, u32 width, u32 0; slots; scales as float; rows.
  static std::string pack(std::size_t width, const std::map<std::uint64_t, std::vector<float>>& vectors);

 private:
  struct Slot {
    std::uint32_t check, row;
  };
  std::size_t m_width = 0;
  std::uint64_t m_mask = 0;
  std::span<const Slot> m_slots;
  std::span<const float> m_scales;
  const std::int8_t* m_rows = nullptr;
};

}  // namespace hearsay::analyse::detail

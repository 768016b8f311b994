// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/vector_table.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

std::uint32_t check_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U) | 1U;
}

/// to += scale * row, for the widest vectors the processor has.
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"))) void add_scaled(const std::int8_t* row,
                                                                                              float scale, float* to,
                                                                                              std::size_t width) {
  for (std::size_t j = 0; j < width; ++j) {
    to[j] += scale * static_cast<float>(row[j]);
  }
}

}  // namespace

VectorTable::VectorTable(std::string_view bytes) {
  std::array<std::uint32_t, 4> head{};
  if (bytes.size() < sizeof head) {
    throw Fatal("table of vectors in the model is cut short");
  }
  std::memcpy(head.data(), bytes.data(), sizeof head);
  const std::size_t slots = std::size_t{1} << std::min<std::uint32_t>(head[0], 31);
  const std::size_t rows = head[1];
  m_width = head[2];
  if (slots <= rows || bytes.size() != sizeof head + slots * sizeof(Slot) + rows * (sizeof(float) + m_width)) {
    throw Fatal("table of vectors in the model has another size than its head says");
  }
  m_mask = slots - 1;
  const char* at = bytes.data() + sizeof head;
  m_slots = {reinterpret_cast<const Slot*>(at), slots};
  m_scales = {reinterpret_cast<const float*>(at + slots * sizeof(Slot)), rows};
  m_rows = reinterpret_cast<const std::int8_t*>(at + slots * sizeof(Slot) + rows * sizeof(float));
}

bool VectorTable::add(std::uint64_t key, float* to) const {
  for (std::uint64_t at = key & m_mask; m_slots[at].check != 0; at = (at + 1) & m_mask) {
    if (m_slots[at].check == check_of(key)) {
      const std::size_t row = m_slots[at].row;
      add_scaled(m_rows + row * m_width, m_scales[row], to, m_width);
      return true;
    }
  }
  return false;
}

std::string VectorTable::pack(std::size_t width, const std::map<std::uint64_t, std::vector<float>>& vectors) {
  const std::size_t slots = std::bit_ceil(vectors.size() * 3 / 2 + 16);
  std::vector<Slot> table(slots, Slot{0, 0});
  std::vector<float> scales;
  std::string rows;
  for (const auto& [key, vector] : vectors) {
    float largest = 1e-6F;
    for (const float value : vector) {
      largest = std::max(largest, std::abs(value));
    }
    std::uint64_t at = key & (slots - 1);
    while (table[at].check != 0) {
      at = (at + 1) & (slots - 1);
    }
    table[at] = {check_of(key), static_cast<std::uint32_t>(scales.size())};
    scales.push_back(largest / 127.0F);
    for (const float value : vector) {
      rows.push_back(static_cast<char>(static_cast<std::int8_t>(std::lround(value / largest * 127.0F))));
    }
  }
  const std::array<std::uint32_t, 4> head = {static_cast<std::uint32_t>(std::countr_zero(slots)),
                                             static_cast<std::uint32_t>(scales.size()),
                                             static_cast<std::uint32_t>(width), 0};
  std::string out(reinterpret_cast<const char*>(head.data()), sizeof head);
  out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Slot));
  out.append(reinterpret_cast<const char*>(scales.data()), scales.size() * sizeof(float));
  return out + rows;
}

}  // namespace hearsay::analyse::detail

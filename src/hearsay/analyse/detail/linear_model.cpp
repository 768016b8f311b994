// SPDX-License-Identifier: Apache-2.0
// Layout: u32 classes, u32 log2(slots), u32 pairs, u32 0; slots {u32 check, u32 begin:24|count:8}; pairs {i16, u16}.
#include <hearsay/analyse/detail/linear_model.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_head_bytes = 16;
constexpr float k_largest = 16000.0F;  // a hundred such weights still fit 32 bits with room
constexpr std::uint32_t k_begin_bits = 24;

std::uint32_t check_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U) | 1U;
}

template <class T>
void append_raw(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

float scale_for(const LinearWeights& weights) {
  float largest = 1e-6F;
  for (const auto& [key, row] : weights) {
    for (const auto& [cls, weight] : row) {
      largest = std::max(largest, std::abs(weight));
    }
  }
  return k_largest / largest;
}

}  // namespace

LinearModel::LinearModel(std::string_view bytes) {
  std::array<std::uint32_t, 4> head{};
  if (bytes.size() < k_head_bytes) {
    throw Fatal("linear model is cut short");
  }
  std::memcpy(head.data(), bytes.data(), k_head_bytes);
  const std::size_t slots = head[1] < 32 ? std::size_t{1} << head[1] : 0;
  if (slots == 0 || bytes.size() != k_head_bytes + slots * sizeof(Slot) + head[2] * sizeof(Pair)) {
    throw Fatal("linear model has another size than its head says");
  }
  m_classes = head[0];
  m_mask = slots - 1;
  m_slots = {reinterpret_cast<const Slot*>(bytes.data() + k_head_bytes), slots};
  m_pairs = {reinterpret_cast<const Pair*>(bytes.data() + k_head_bytes + slots * sizeof(Slot)), head[2]};
}

void LinearModel::add_scores(std::span<const std::uint64_t> keys, std::span<std::int32_t> scores) const {
  for (const std::uint64_t key : keys) {
    __builtin_prefetch(&m_slots[key & m_mask]);
  }
  for (const std::uint64_t key : keys) {
    const std::uint32_t check = check_of(key);
    std::uint64_t at = key & m_mask;
    while (m_slots[at].check != 0 && m_slots[at].check != check) {
      at = (at + 1) & m_mask;
    }
    if (m_slots[at].check == 0) {
      continue;
    }
    const Pair* pair = m_pairs.data() + (m_slots[at].begin & ((1U << k_begin_bits) - 1));
    for (std::uint32_t left = (m_slots[at].begin >> k_begin_bits) + 1; left != 0; --left, ++pair) {
      scores[pair->cls] += pair->weight;
    }
  }
}

std::string LinearModel::pack(const LinearWeights& weights, std::size_t classes) {
  const float scale = scale_for(weights);
  std::vector<std::pair<std::uint64_t, std::vector<Pair>>> rows;
  for (const auto& [key, row] : weights) {
    std::vector<Pair> kept;
    for (const auto& [cls, weight] : row) {
      const auto rounded = static_cast<std::int16_t>(std::lround(weight * scale));
      if (rounded != 0 && kept.size() < 255) {
        kept.push_back({rounded, cls});
      }
    }
    if (!kept.empty()) {
      rows.emplace_back(key, std::move(kept));
    }
  }
  const auto slots = std::bit_ceil(std::max<std::size_t>(16, rows.size() * 5 / 4));
  std::vector<Slot> table(slots, Slot{0, 0});
  std::vector<Pair> pairs;
  for (const auto& [key, row] : rows) {
    std::uint64_t at = key & (slots - 1);
    while (table[at].check != 0 && table[at].check != check_of(key)) {
      at = (at + 1) & (slots - 1);
    }
    if (table[at].check != 0) {
      continue;  // the same slot chain and check: indistinguishable from the earlier key
    }
    table[at] = {check_of(key), static_cast<std::uint32_t>(pairs.size()) |
                                    (static_cast<std::uint32_t>(row.size() - 1) << k_begin_bits)};
    pairs.insert(pairs.end(), row.begin(), row.end());
  }
  if (pairs.size() >= (std::size_t{1} << k_begin_bits)) {
    throw Fatal("linear model has too many weights");
  }
  std::string out;
  append_raw(out, static_cast<std::uint32_t>(classes));
  append_raw(out, static_cast<std::uint32_t>(std::countr_zero(slots)));
  append_raw(out, static_cast<std::uint32_t>(pairs.size()));
  append_raw(out, std::uint32_t{0});
  out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Slot));
  out.append(reinterpret_cast<const char*>(pairs.data()), pairs.size() * sizeof(Pair));
  return out;
}

std::size_t best_of(std::span<const std::int32_t> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace hearsay::analyse::detail

// SPDX-License-Identifier: Apache-2.0
// A table from 64-bit hashes to small values: one piece of memory, no node for each entry.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

/// FNV-1a, 64 bits. Give the hash of what came before as `state` to go on.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = 0xcbf29ce484222325ULL) {
  for (const char c : bytes) {
    state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return state;
}

/// A hash of whole texts, eight bytes at a time; differs between machines of other byte order, so it is for tables
/// only.
inline std::uint64_t hash_text(std::string_view text) {
  std::uint64_t state = 0x9e3779b97f4a7c15ULL ^ text.size();
  const auto mix = [&state](std::uint64_t eight) {
    state = (state ^ eight) * 0xff51afd7ed558ccdULL;
    state ^= state >> 32U;
  };
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), sizeof eight);
    mix(eight);
  }
  std::uint64_t rest = 0;
  if (!text.empty()) {
    std::memcpy(&rest, text.data(), text.size());
  }
  mix(rest);
  return (state ^ (state >> 29U)) * 0xc4ceb9fe1a85ec53ULL;
}

/// Open addressing, at most half full. Keys are taken for what they are hashes of: two texts with one hash are one
/// key. Key 0 is kept for free slots; it is stored as 1.
template <class Value>
class FlatIndex {
 public:
  /// Room for so many keys without growing.
  void reserve(std::size_t keys) {
    if (const std::size_t slots = std::bit_ceil(keys * 2 + 2); slots > m_slots.size()) {
      grow(slots);
    }
  }

  /// The value under `key`, made if it was not there; and whether it was made now.
  std::pair<Value*, bool> try_emplace(std::uint64_t key) {
    reserve(m_size + 1);
    Slot& slot = m_slots[place_of(key)];
    const bool fresh = slot.key == 0;
    if (fresh) {
      slot.key = stored(key);
      ++m_size;
    }
    return {&slot.value, fresh};
  }

  /// nullptr where it is not there.
  const Value* find(std::uint64_t key) const {
    if (m_slots.empty()) {
      return nullptr;
    }
    const Slot& slot = m_slots[place_of(key)];
    return slot.key == 0 ? nullptr : &slot.value;
  }

  bool contains(std::uint64_t key) const { return find(key) != nullptr; }
  std::size_t size() const { return m_size; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Value value{};
  };

  static constexpr std::uint64_t stored(std::uint64_t key) { return key == 0 ? 1 : key; }

  std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = static_cast<std::size_t>((stored(key) * 0x9e3779b97f4a7c15ULL) >> 20U) & mask;
    while (m_slots[at].key != 0 && m_slots[at].key != stored(key)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow(std::size_t slots) {
    std::vector<Slot> old(slots);
    old.swap(m_slots);
    for (Slot& slot : old) {
      if (slot.key != 0) {
        m_slots[place_of(slot.key)] = std::move(slot);
      }
    }
  }

  std::vector<Slot> m_slots;
  std::size_t m_size = 0;
};

}  // namespace hearsay

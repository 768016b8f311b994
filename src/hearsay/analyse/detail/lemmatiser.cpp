// SPDX-License-Identifier: Apache-2.0
// Layout: u32 log2(slots), u32 scripts, slots {u32 check, u32 script}, then the scripts, each ended by '\n'.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <set>

#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/analyse/detail/tag_classes.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_longest_suffix = 5;
constexpr int k_least_forms = 3;  // a suffix of two letters or more needs so many forms that agree

std::uint64_t tag_key(Upos upos, std::uint8_t penn) {
  return static_cast<std::uint64_t>(upos) * 64U + penn;
}
std::uint64_t form_key(std::string_view form, std::uint64_t tag) {
  return join(join(1, hash_bytes(form)), tag);
}
std::uint64_t lower_key(std::string_view lower, std::uint64_t tag) {
  return join(join(2, hash_bytes(lower)), tag);
}
std::uint64_t suffix_key(std::string_view lower, std::size_t length, std::uint64_t tag) {
  return join(join(3 + length, hash_bytes(lower.substr(lower.size() - length))), tag);
}
std::uint32_t check_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U) | 1U;
}

bool splits_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

using Votes = std::map<std::uint64_t, std::map<std::string, int>>;

const std::string& winner(const std::map<std::string, int>& votes) {
  return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// What the shorter suffixes of `lower` already say; kept rows are those that say otherwise.
using Chosen = std::map<std::uint64_t, std::string>;

const std::string* by_suffix(const Chosen& chosen, std::string_view lower, std::uint64_t tag, std::size_t longest) {
  for (std::size_t n = std::min(longest, lower.size()) + 1; n-- > 0;) {
    if (const auto found = chosen.find(suffix_key(lower, n, tag)); found != chosen.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

Chosen choose_scripts(std::span<const LemmaExample> examples) {
  Chosen chosen;
  for (std::size_t n = 0; n <= k_longest_suffix + 2; ++n) {
    Votes votes;
    std::set<std::pair<std::uint64_t, std::uint64_t>>
        seen;  // (key, form): a suffix is told of by forms, not by running words
    std::map<std::uint64_t, const std::string*> shorter;
    for (const LemmaExample& e : examples) {
      const std::string lower = lower_form(e.form);
      const std::uint64_t tag = tag_key(e.upos, e.penn);
      if (n <= k_longest_suffix && n > lower.size()) {
        continue;
      }
      const std::uint64_t key = n <= k_longest_suffix       ? suffix_key(lower, n, tag)
                                : n == k_longest_suffix + 1 ? lower_key(lower, tag)
                                                            : form_key(e.form, tag);
      if (n > k_longest_suffix || seen.emplace(key, hash_bytes(lower)).second) {
        ++votes[key][edit_script(e.form, e.lemma)];
      }
      const std::string* say = by_suffix(chosen, lower, tag, std::min(n, k_longest_suffix));
      if (n == k_longest_suffix + 2) {
        const auto found = chosen.find(lower_key(lower, tag));
        say = found != chosen.end() ? &found->second : say;
      }
      shorter[key] = say;
    }
    for (const auto& [key, row] : votes) {
      const std::string& script = winner(row);
      if (n >= 2 && n <= k_longest_suffix && row.at(script) < k_least_forms) {
        continue;
      }
      if (shorter[key] == nullptr || *shorter[key] != script) {
        chosen.emplace(key, script);
      }
    }
  }
  return chosen;
}

std::uint64_t irregular_key(std::string_view lower, std::uint8_t penn) {
  return join(hash_bytes(lower), penn);
}

std::unordered_map<std::uint64_t, std::string> irregular_forms(const Pack& pack) {
  std::unordered_map<std::uint64_t, std::string> out;
  if (const packs::Table* table = pack.table("lang-en/lemmas.tsv"); table != nullptr) {
    for (const packs::Row& row : table->rows) {
      out.emplace(irregular_key(table->cell(row, "form"), penn_index(table->cell(row, "xpos"))),
                  table->cell(row, "lemma"));
    }
  }
  return out;
}

}  // namespace

std::string edit_script(std::string_view form, std::string_view lemma) {
  std::string best;
  for (const char mode : {'l', 'k'}) {
    const std::string base = mode == 'l' ? lower_form(form) : std::string(form);
    std::size_t common = 0;
    while (common < base.size() && common < lemma.size() && base[common] == lemma[common]) {
      ++common;
    }
    while (common > 0 && (splits_letter(base, common) || splits_letter(lemma, common))) {
      --common;
    }
    std::string script(1, mode);
    script.push_back(static_cast<char>('0' + std::min<std::size_t>(base.size() - common, 70)));
    script.append(lemma.substr(common));
    if (best.empty() || script.size() < best.size() || (script.size() == best.size() && script[1] < best[1])) {
      best = script;
    }
  }
  return best;
}

std::string apply_script(std::string_view script, std::string_view form) {
  std::string out = script[0] == 'l' ? lower_form(form) : std::string(form);
  const auto strip = static_cast<std::size_t>(script[1] - '0');
  std::size_t kept = out.size() - std::min(strip, out.size());
  while (kept > 0 && splits_letter(out, kept)) {
    --kept;
  }
  out.resize(kept);
  out.append(script.substr(2));
  return out.empty() ? std::string(form) : out;
}

std::string pack_lemmas(std::span<const LemmaExample> examples) {
  const Chosen chosen = choose_scripts(examples);
  std::map<std::string, std::uint32_t> scripts;
  for (const auto& [key, script] : chosen) {
    scripts.emplace(script, 0);
  }
  std::string names;
  std::uint32_t count = 0;
  for (auto& [script, index] : scripts) {
    index = count++;
    names.append(script).append("\n");
  }
  const std::size_t slots = std::bit_ceil(chosen.size() * 5 / 4 + 16);
  std::vector<std::array<std::uint32_t, 2>> table(slots);
  for (const auto& [key, script] : chosen) {
    std::uint64_t at = key & (slots - 1);
    while (table[at][0] != 0) {
      at = (at + 1) & (slots - 1);
    }
    table[at] = {check_of(key), scripts[script]};
  }
  const std::array<std::uint32_t, 2> head = {static_cast<std::uint32_t>(std::countr_zero(slots)), count};
  std::string out(reinterpret_cast<const char*>(head.data()), sizeof head);
  out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof table[0]);
  return out + names;
}

Lemmatiser::Lemmatiser(std::string_view bytes, const Pack& pack) : m_irregular(irregular_forms(pack)) {
  std::array<std::uint32_t, 2> head{};
  if (bytes.size() >= sizeof head) {
    std::memcpy(head.data(), bytes.data(), sizeof head);
  }
  const std::size_t slots = std::size_t{1} << std::min<std::uint32_t>(head[0], 31);
  if (bytes.size() < sizeof head + slots * sizeof(Slot)) {
    throw Fatal("lemma table of the model is cut short");
  }
  m_mask = slots - 1;
  m_slots = {reinterpret_cast<const Slot*>(bytes.data() + sizeof head), slots};
  std::string_view names = bytes.substr(sizeof head + slots * sizeof(Slot));
  for (std::uint32_t i = 0; i < head[1]; ++i) {
    const std::string_view name = names.substr(0, names.find('\n'));
    m_scripts.push_back(name);
    names.remove_prefix(std::min(names.size(), name.size() + 1));
  }
}

const Lemmatiser::Slot* Lemmatiser::find(std::uint64_t key) const {
  for (std::uint64_t at = key & m_mask;; at = (at + 1) & m_mask) {
    if (m_slots[at].check == 0) {
      return nullptr;
    }
    if (m_slots[at].check == check_of(key)) {
      return &m_slots[at];
    }
  }
}

std::string Lemmatiser::lemma(std::string_view form, Upos upos, std::uint8_t penn) const {
  const std::uint64_t tag = tag_key(upos, penn);
  const std::string lower = lower_form(form);
  if (const auto irregular = m_irregular.find(irregular_key(lower, penn)); irregular != m_irregular.end()) {
    return irregular->second;
  }
  const Slot* slot = find(form_key(form, tag));
  slot = slot != nullptr ? slot : find(lower_key(lower, tag));
  for (std::size_t n = std::min(k_longest_suffix, lower.size()) + 1; slot == nullptr && n-- > 0;) {
    slot = find(suffix_key(lower, n, tag));
  }
  return slot == nullptr ? lower : apply_script(m_scripts[slot->script], form);
}

}  // namespace hearsay::analyse::detail

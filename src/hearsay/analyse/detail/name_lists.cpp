// SPDX-License-Identifier: Apache-2.0
// A trie over hashed lower-case pieces of words; "al-Tanf" and "al - Tanf" have the same pieces.
#include <hearsay/analyse/detail/name_lists.hpp>

#include <algorithm>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::uint64_t k_start = 0x6e616d6573ULL;
constexpr std::uint32_t k_longest = 10;  // words

bool is_piece_byte(char c) {
  const auto b = static_cast<unsigned char>(c);
  return b >= 0x80 || (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
}

/// The state after the pieces of `word`; unchanged when it has none.
std::uint64_t state_after(std::uint64_t state, std::string_view lower) {
  for (std::size_t i = 0; i < lower.size();) {
    std::size_t end = i;
    while (end < lower.size() && is_piece_byte(lower[end])) {
      ++end;
    }
    if (end > i) {
      state = join(state, hash_bytes(lower.substr(i, end - i)));
    }
    i = end + 1;
  }
  return state;
}

std::uint16_t class_of_actor(std::string_view kind) {
  const bool armed = kind == "armed_group" || kind == "militia" || kind == "military" || kind == "faction";
  return armed ? listed::armed : listed::actor;
}

bool begins_name(std::string_view form) {
  return std::any_of(form.begin(), form.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

NameLists::NameLists(const Pack& pack) {
  FlatIndex<std::uint16_t> classes;  // by hash_text of the entity
  const auto of = [&classes](const std::string& entity) -> std::uint16_t& {
    return *classes.try_emplace(hash_text(entity)).first;
  };
  classes.reserve(pack.places.size() + pack.actors.size() + pack.outlets.size() + pack.equipment.size() +
                  pack.persons.size());
  m_nodes.reserve(pack.aliases.size() * 2);
  for (const auto& place : pack.places) {
    of(place.entity) = place.entity.starts_with("world:") ? listed::world_place : listed::theatre_place;
  }
  for (const auto& actor : pack.actors) {
    of(actor.entity) = class_of_actor(actor.kind);
  }
  for (const auto& outlet : pack.outlets) {
    of(outlet.entity) = listed::outlet;
  }
  for (const auto& equipment : pack.equipment) {
    of(equipment.entity) = listed::equipment;
  }
  for (const auto& person : pack.persons) {
    of(person.entity) = listed::person;
  }
  for (const auto& alias : pack.aliases) {
    if (const std::uint16_t* found = classes.find(hash_text(alias.entity))) {
      add(alias.spelling, *found);
    }
  }
  if (const auto* table = pack.table("world/demonyms.tsv"); table != nullptr) {
    for (const auto& row : table->rows) {
      add(table->cell(row, "spelling"), listed::demonym);
    }
  }
  if (const auto* table = pack.table("lang-en/given_names.tsv"); table != nullptr) {
    for (const auto& row : table->rows) {
      add(table->cell(row, "name"), listed::given_name);
    }
  }
}

void NameLists::add(std::string_view spelling, std::uint16_t classes) {
  if (spelling.starts_with("the ") || spelling.starts_with("The ")) {
    spelling.remove_prefix(4);
  }
  if (!begins_name(spelling)) {
    return;
  }
  const std::string lower = lower_form(spelling);
  std::uint64_t state = k_start;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" -'", at), lower.size());
    state = state_after(state, std::string_view(lower).substr(at, end - at));
    m_nodes.try_emplace(state);
    at = end + 1;
  }
  std::uint16_t& node = *m_nodes.try_emplace(state).first;
  node = static_cast<std::uint16_t>(node | classes);
}

std::vector<ListMark> NameLists::mark(std::string_view text, const Analysis& analysis) const {
  std::vector<ListMark> out(analysis.tokens.size());
  for (const Sentence& sentence : analysis.sentences) {
    for (std::uint32_t first = sentence.first_token; first < sentence.end_token; ++first) {
      std::uint64_t state = k_start;
      std::uint32_t end = first;
      std::uint16_t classes = 0;
      for (std::uint32_t t = first; t < std::min(sentence.end_token, first + k_longest); ++t) {
        const std::uint64_t next = state_after(state, lower_form(text_of(text, analysis.tokens[t].span)));
        const std::uint16_t* node = m_nodes.find(next);
        if (node == nullptr && next != state) {
          break;
        }
        if (next != state && *node != 0) {
          end = t + 1;
          classes = *node;
        }
        state = next;
      }
      if (end > first) {
        out[first].begins = classes;
        out[first].words = static_cast<std::uint8_t>(end - first);
        for (std::uint32_t t = first + 1; t < end; ++t) {
          out[t].inside = static_cast<std::uint16_t>(out[t].inside | classes);
        }
      }
    }
  }
  return out;
}

}  // namespace hearsay::analyse::detail

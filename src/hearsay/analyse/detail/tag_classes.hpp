// SPDX-License-Identifier: Apache-2.0
// Word classes, Penn tags, features and lemmas.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/linear_model.hpp>
#include <hearsay/analyse/detail/word_features.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::analyse::detail {

/// One class of the tagger: UPOS, XPOS and FEATS that go together.
struct TagClass {
  Upos upos = Upos::x;
  std::uint8_t penn = 0;
  Feats feats;
  auto operator<=>(const TagClass&) const = default;
};

/// Reads lines "UPOS<TAB>XPOS<TAB>FEATS".
std::vector<TagClass> read_tag_classes(std::string_view lines);
std::string write_tag_classes(std::span<const TagClass> classes);

/// The class of a token as the trainer sees it: what agreement alone decides (Person and Number of most verbs) is left
/// out.
TagClass tag_class_of(const Token& token);

/// Lemmas by edit scripts: strip so many bytes, append a string. Looked up by form and tag, then by suffix and tag.
class Lemmatiser {
 public:
  Lemmatiser() = default;
  /// Forms of lang-en/lemmas.tsv go before what was learnt (the treebanks once make "fled" a form of "flead").
  Lemmatiser(std::string_view bytes, const Pack& pack);
  std::string lemma(std::string_view form, Upos upos, std::uint8_t penn) const;

 private:
  struct Slot {
    std::uint32_t check;
    std::uint32_t script;
  };
  const Slot* find(std::uint64_t key) const;
  std::unordered_map<std::uint64_t, std::string> m_irregular;  // by lower-case form and Penn tag
  std::uint64_t m_mask = 0;
  std::span<const Slot> m_slots;
  std::vector<std::string_view> m_scripts;
};

/// An edit script from form to lemma: a case sign ('l' lower the form first, 'k' keep it), bytes to strip, what to
/// append.
std::string edit_script(std::string_view form, std::string_view lemma);
std::string apply_script(std::string_view script, std::string_view form);

struct LemmaExample {
  std::string form, lemma;
  Upos upos = Upos::x;
  std::uint8_t penn = 0;
};
/// Bytes for the Lemmatiser's constructor (for train/).
std::string pack_lemmas(std::span<const LemmaExample> examples);

}  // namespace hearsay::analyse::detail

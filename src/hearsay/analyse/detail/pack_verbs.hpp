// SPDX-License-Identifier: Apache-2.0
// The verbs of the language packs with their regular forms: words of war that no treebank has ("shelled").
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <hearsay/packs/pack.hpp>

namespace hearsay::analyse::detail {

/// Knows the -s, -ed and -ing forms of every one-word verb in the tables lang-*/triggers/ (column lemma, pos VERB).
class PackVerbs {
 public:
  explicit PackVerbs(const Pack& pack);
  /// The verb whose form this is; nullptr when it is of none. `form` in any case, ASCII.
  const std::string* lemma_of(std::string_view form) const;

 private:
  std::unordered_map<std::uint64_t, std::string> m_lemma;  // by hash of the lower-case form
};

}  // namespace hearsay::analyse::detail

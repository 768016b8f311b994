// SPDX-License-Identifier: Apache-2.0
// The packs' knowledge about pages, compiled for looking up.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <hearsay/base/hash/flat_index.hpp>
#include <hearsay/clean/detail/dates.hpp>
#include <hearsay/clean/detail/lines.hpp>
#include <hearsay/clean/detail/page_hints.hpp>
#include <hearsay/clean/detail/phrases.hpp>

namespace hearsay::clean::detail {

/// Names as sequences of folded words, found from the first word on.
class NameSet {
 public:
  void add(std::string_view name);
  void reserve(std::size_t names);
  /// How many words from `first` on are a name, the longest such; 0 for none.
  std::size_t match(const std::vector<Word>& words, std::size_t first) const;

 private:
  FlatIndex<std::uint32_t> m_longest;  // by hash of the first word: words of the longest name
  FlatIndex<bool> m_names;             // by hash of all folded words
};

struct RulesData {
  PhraseTable phrases;  // lang-en/boilerplate.tsv
  DateReader dates;     // lang-en/calendar.tsv
  PageHints hints;      // lang-en/page_hints.tsv
  NameSet agencies;     // lang-en/agencies.tsv, and outlets of kind agency with their aliases
  NameSet outlets;      // all outlets of the pack, with their aliases
  NameSet places;       // for datelines
  std::vector<std::vector<std::string>> byline_openers;    // "by", "posted by"
  std::vector<std::vector<std::string>> date_openers;      // "published", "last updated at"
  std::vector<std::vector<std::string>> sign_off_openers;  // "reporting by", "editing by", "source"
  std::unordered_map<std::string, std::string> outlet_of_domain;
};

RulesData compile_rules(const Pack& pack);

/// How many words of one of the openers stand at `first`; 0 for none. The longest wins.
std::size_t match_opener(const std::vector<std::vector<std::string>>& openers, const std::vector<Word>& words,
                         std::size_t first);

/// The first agency named in the text, as written there without the punctuation around it; "" for none.
std::string first_agency(std::string_view text, const RulesData& rules);

}  // namespace hearsay::clean::detail

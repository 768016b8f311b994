// SPDX-License-Identifier: Apache-2.0
// Compiling the packs' tables once.
#include <hearsay/clean/clean.hpp>
#include <hearsay/clean/detail/rules_data.hpp>
#include <hearsay/clean/detail/rules_holder.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>

namespace hearsay::clean {

namespace detail {

namespace {

std::vector<std::string> folded(std::string_view phrase) {
  std::vector<std::string> words;
  for (Word& word : fold_words(phrase, {0, static_cast<std::uint32_t>(phrase.size())})) {
    words.push_back(std::move(word.folded));
  }
  return words;
}

void add_bylines(const packs::Table& table, RulesData& data) {
  for (const packs::Row& row : table.rows) {
    const std::string& role = table.cell(row, "role");
    auto& openers = role == "author" ? data.byline_openers : role == "date" ? data.date_openers : data.sign_off_openers;
    if (auto words = folded(table.cell(row, "opener")); !words.empty()) {
      openers.push_back(std::move(words));
    }
  }
}

void add_outlets(const Pack& pack, RulesData& data) {
  std::unordered_set<std::string> agencies;
  std::unordered_set<std::string> names;
  for (const packs::Outlet& outlet : pack.outlets) {
    if (outlet.kind == "agency" || outlet.kind == "wire" || outlet.kind == "news_agency") {
      agencies.insert(outlet.entity);
      data.agencies.add(outlet.name);
    }
    names.insert(outlet.entity);
    data.outlets.add(outlet.name);
    if (!outlet.domain.empty()) {
      data.outlet_of_domain.emplace(to_lower(outlet.domain), outlet.name);
    }
  }
  for (const packs::Alias& alias : pack.aliases) {
    if (agencies.contains(alias.entity) && alias.script == "Latn") {
      data.agencies.add(alias.spelling);
    }
    if (names.contains(alias.entity) && alias.script == "Latn") {
      data.outlets.add(alias.spelling);
    }
  }
}

/// The pack's aliases hold the canonical names, too.
void add_places(const Pack& pack, RulesData& data) {
  std::unordered_set<std::string_view> places;
  places.reserve(pack.places.size());
  data.places.reserve(pack.aliases.size());
  for (const packs::Place& place : pack.places) {
    places.insert(place.entity);
  }
  for (const packs::Alias& alias : pack.aliases) {
    if (places.contains(alias.entity) && alias.script == "Latn") {
      data.places.add(alias.spelling);
    }
  }
}

}  // namespace

void NameSet::reserve(std::size_t names) {
  m_longest.reserve(names / 2);
  m_names.reserve(names);
}

/// The hash of one more word of a name.
static std::uint64_t with_word(std::uint64_t name, std::string_view folded) {
  return fnv1a(" ", fnv1a(folded, name));
}

void NameSet::add(std::string_view name) {
  const std::vector<Word> words = fold_words(name, {0, static_cast<std::uint32_t>(name.size())});
  if (words.empty()) {
    return;
  }
  std::uint64_t hash = fnv1a("");
  std::uint32_t& longest = *m_longest.try_emplace(with_word(hash, words.front().folded)).first;
  longest = std::max(longest, static_cast<std::uint32_t>(words.size()));
  for (const Word& word : words) {
    hash = with_word(hash, word.folded);
  }
  m_names.try_emplace(hash);
}

std::size_t NameSet::match(const std::vector<Word>& words, std::size_t first) const {
  if (first >= words.size()) {
    return 0;
  }
  std::uint64_t hash = with_word(fnv1a(""), words[first].folded);
  const std::uint32_t* longest = m_longest.find(hash);
  const std::size_t end = longest == nullptr ? first : std::min<std::size_t>(first + *longest, words.size());
  std::size_t length = 0;
  for (std::size_t at = first; at < end; ++at) {
    hash = at == first ? hash : with_word(hash, words[at].folded);
    length = m_names.contains(hash) ? at - first + 1 : length;
  }
  return length;
}

std::size_t match_opener(const std::vector<std::vector<std::string>>& openers, const std::vector<Word>& words,
                         std::size_t first) {
  std::size_t longest = 0;
  for (const auto& opener : openers) {
    const bool fits = first < words.size() && opener.size() <= words.size() - first &&
                      std::equal(opener.begin(), opener.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                                 [](const std::string& a, const Word& b) { return a == b.folded; });
    longest = fits ? std::max(longest, opener.size()) : longest;
  }
  return longest;
}

std::string first_agency(std::string_view text, const RulesData& rules) {
  const std::vector<Word> words = fold_words(text, {0, static_cast<std::uint32_t>(text.size())});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const std::size_t length = rules.agencies.match(words, i); length > 0) {
      const std::string_view name = text_of(text, {words[i].span.begin, words[i + length - 1].span.end});
      const auto first = name.find_first_not_of("()[]-,.;:/");
      const auto last = name.find_last_not_of("()[]-,.;:/");
      return first == std::string_view::npos ? "" : std::string(name.substr(first, last - first + 1));
    }
  }
  return "";
}

RulesData compile_rules(const Pack& pack) {
  RulesData data;
  if (const packs::Table* table = pack.table("lang-en/boilerplate.tsv")) {
    data.phrases = PhraseTable(*table);
  }
  data.dates = DateReader(pack.table("lang-en/calendar.tsv"));
  if (const packs::Table* table = pack.table("lang-en/page_hints.tsv")) {
    data.hints = PageHints(*table);
  }
  if (const packs::Table* table = pack.table("lang-en/bylines.tsv")) {
    add_bylines(*table, data);
  }
  if (const packs::Table* table = pack.table("lang-en/agencies.tsv")) {
    for (const packs::Row& row : table->rows) {
      data.agencies.add(table->cell(row, "name"));
    }
  }
  add_outlets(pack, data);
  add_places(pack, data);
  return data;
}

}  // namespace detail

Rules::Rules(const Pack& pack) : m_data(std::make_shared<Data>(Data{detail::compile_rules(pack)})) {}

}  // namespace hearsay::clean

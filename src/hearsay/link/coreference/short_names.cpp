// SPDX-License-Identifier: Apache-2.0
#include <hearsay/link/coreference/short_names.hpp>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hearsay::link {

namespace {

constexpr std::size_t k_longest = 8;  // letters of an acronym

bool is_body(const Linked& mention) {
  return !mention.nominal && (mention.kind == MentionKind::organisation || mention.kind == MentionKind::armed_group ||
                              mention.kind == MentionKind::outlet);
}

bool is_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= k_longest &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Whether the acronym's letters stand in the name in their order, at least the first at the beginning of a word.
bool spells(std::string_view acronym, std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) {
    name.remove_prefix(4);
  }
  if (name.find(' ') == std::string_view::npos || upper(name.front()) != acronym.front()) {
    return false;
  }
  std::size_t at = 0;
  for (const char c : name) {
    at += at < acronym.size() && upper(c) == acronym[at] ? 1U : 0U;
  }
  return at == acronym.size();
}

void copy_known(const Linked& from, Linked& to) {
  to.entity = from.entity;
  to.name = from.name;
  to.type = from.type;
  to.kind = from.kind;
}

class Joiner {
 public:
  Joiner(std::string_view text, std::vector<Linked>& mentions) : m_text(text), m_mentions(mentions) {}

  void run() {
    for (std::size_t i = 0; i + 1 < m_mentions.size(); ++i) {
      if (is_body(m_mentions[i])) {
        join_next(i);
      }
    }
  }

 private:
  std::string_view form(const Linked& mention) const { return text_of(m_text, mention.span); }

  /// The mention in brackets right behind this one.
  void join_next(std::size_t i) {
    const std::uint32_t end = m_mentions[i].span.end;
    for (std::size_t j = i + 1; j < m_mentions.size() && m_mentions[j].span.begin <= end + 2; ++j) {
      const Linked& other = m_mentions[j];
      const bool bracketed =
          other.span.begin == end + 2 && m_text.substr(end, 2) == " (" && m_text.substr(other.span.end, 1) == ")";
      if (!bracketed || !is_body(other)) {
        continue;
      }
      const std::string_view first = form(m_mentions[i]), second = form(other);
      if ((is_acronym(second) && spells(second, first)) || (is_acronym(first) && spells(first, second))) {
        join(i, j);
        if (is_acronym(second) && m_introduced.insert(second).second) {
          join_later(j);
        }
        return;
      }
    }
  }

  void join(std::size_t first, std::size_t later) {
    Linked &a = m_mentions[first], &b = m_mentions[later];
    b.antecedent = static_cast<std::int32_t>(first);
    if (b.entity.empty()) {
      copy_known(a, b);
    } else if (a.entity.empty()) {
      copy_known(b, a);
    }
  }

  /// The same acronym farther on, where nothing else is known of it.
  void join_later(std::size_t acronym) {
    for (std::size_t i = acronym + 1; i < m_mentions.size(); ++i) {
      Linked& mention = m_mentions[i];
      if (is_body(mention) && mention.entity.empty() && form(mention) == form(m_mentions[acronym])) {
        copy_known(m_mentions[acronym], mention);
        mention.antecedent = static_cast<std::int32_t>(acronym);
      }
    }
  }

  std::string_view m_text;
  std::vector<Linked>& m_mentions;
  std::unordered_set<std::string_view> m_introduced;  // the first introduction counts, so that time stays linear
};

}  // namespace

void join_acronyms(std::string_view text, std::vector<Linked>& mentions) {
  Joiner(text, mentions).run();
}

void join_surnames(std::string_view text, std::vector<Linked>& mentions) {
  std::unordered_map<std::string_view, std::int32_t> full;  // by last word; k_several where it is two persons'
  constexpr std::int32_t k_several = -1;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Linked& mention = mentions[i];
    if (mention.kind != MentionKind::person || mention.nominal || mention.antecedent >= 0) {
      continue;
    }
    const std::string_view words = text_of(text, mention.span);
    const auto blank = words.rfind(' ');
    if (blank != std::string_view::npos) {
      const auto [known, fresh] = full.try_emplace(words.substr(blank + 1), static_cast<std::int32_t>(i));
      const bool same =
          fresh || (known->second >= 0 && mentions[static_cast<std::size_t>(known->second)].name == mention.name);
      known->second = same ? known->second : k_several;
      continue;
    }
    const auto found = full.find(words);
    if (mention.entity.empty() && found != full.end() && found->second >= 0) {
      copy_known(mentions[static_cast<std::size_t>(found->second)], mention);
      mention.antecedent = found->second;
    }
  }
}

}  // namespace hearsay::link

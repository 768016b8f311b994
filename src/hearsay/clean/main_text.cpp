// SPDX-License-Identifier: Apache-2.0
// Main-text extraction.
#include <hearsay/clean/detail/main_text.hpp>

#include <hearsay/clean/detail/page_blocks.hpp>

#include <algorithm>
#include <cmath>

namespace hearsay::clean::detail {

namespace {

constexpr std::uint32_t k_prose_letters = 60;    // a block of so many letters with few links is prose
constexpr std::uint32_t k_little_letters = 700;  // less prose than any report has
constexpr std::uint32_t k_own_letters = 30;      // outside of links: enough for a paragraph that ends like a sentence
constexpr std::size_t k_longest_title = 50;      // words
constexpr std::size_t k_head_nodes = 120;        // of the page, behind the headline
constexpr std::size_t k_longest_byline = 200;    // bytes
constexpr double k_prose_links = 0.35;
constexpr double k_list_links = 0.5;
constexpr double k_link_cost = 0.6;  // per letter of a block that is mostly links
constexpr double k_short_cost = 6;   // of a short block that is neither

bool is_prose(const Block& block) {
  if (block.kind == BlockKind::heading) {
    return false;
  }
  // Names in a lead are often links, and some sites hang whole link lists on them.
  if (block.kind == BlockKind::paragraph && block.letters - block.link_letters >= k_own_letters &&
      ends_like_sentence(block.text)) {
    return true;
  }
  const bool sentence = ends_like_sentence(block.text);
  const std::uint32_t needed = sentence                             ? k_prose_letters / 2
                               : block.kind == BlockKind::paragraph ? k_prose_letters
                                                                    : k_prose_letters * 2;
  return block.letters >= needed && block.link_density() <= k_prose_links;
}

double worth(const Block& block) {
  if (is_prose(block)) {
    return block.letters * (1 - block.link_density());
  }
  return block.link_density() > k_list_links ? -(k_short_cost + k_link_cost * block.letters) : -k_short_cost;
}

/// The element with the highest sum; of equal ones the innermost.
std::size_t find_container(const Page& page, const std::vector<Block>& blocks) {
  std::vector<double> sums(page.nodes.size(), 0);
  for (const Block& block : blocks) {
    sums[block.node] += worth(block);
  }
  for (std::size_t i = page.nodes.size(); i-- > 1;) {
    if (page.nodes[i].parent >= 0) {
      sums[static_cast<std::size_t>(page.nodes[i].parent)] += sums[i];
    }
  }
  std::size_t best = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] > 0 && sums[i] >= sums[best]) {
      best = i;
    }
  }
  return best;
}

bool same_words(std::string_view a, std::string_view b) {
  const auto words_a = fold_words(a, {0, static_cast<std::uint32_t>(a.size())});
  const auto words_b = fold_words(b, {0, static_cast<std::uint32_t>(b.size())});
  return !words_a.empty() && join_folded(words_a) == join_folded(words_b);
}

/// The page's own heading that says one of its titles, or begins it, or goes on from it.
const Block* find_title(const std::vector<Block>& blocks, const PageMetadata& metadata) {
  for (const std::string& title : metadata.titles) {
    const std::string wanted = join_folded(fold_words(title, {0, static_cast<std::uint32_t>(title.size())}));
    for (const Block& block : blocks) {
      if (block.kind != BlockKind::heading) {
        continue;
      }
      const auto words = fold_words(block.text, {0, static_cast<std::uint32_t>(block.text.size())});
      const std::string shown = join_folded(words);
      if (words.size() >= 2 && (wanted.starts_with(shown) || (!wanted.empty() && shown.starts_with(wanted)))) {
        return &block;
      }
    }
  }
  return nullptr;
}

/// Without " | Daily Post" behind it.
std::string without_site(const std::string& title, const std::string& site) {
  for (const std::string_view sign : {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " :: "}) {
    const auto at = title.rfind(sign);
    if (at == std::string::npos || at < 10) {
      continue;
    }
    const std::string_view behind = std::string_view(title).substr(at + sign.size());
    const bool is_site = !site.empty() && (same_words(behind, site) || site.find(behind) != std::string::npos);
    if (is_site || (sign == " | " && behind.size() * 2 < at)) {
      return title.substr(0, at);
    }
  }
  return title;
}

class Selector {
 public:
  Selector(const Page& page, const std::vector<Block>& blocks, const RulesData& rules, std::vector<std::string> titles)
      : m_page(page), m_blocks(blocks), m_rules(rules), m_titles(std::move(titles)) {
    for (std::string& title : m_titles) {
      title = join_folded(fold_words(title, {0, static_cast<std::uint32_t>(title.size())}));
    }
  }

  std::vector<const Block*> run() {
    const std::size_t container = find_container(m_page, m_blocks);
    for (const Block& block : m_blocks) {
      const bool inside = block.node >= container && block.node < static_cast<std::size_t>(m_page.nodes[container].end);
      if (inside && is_kept(block)) {
        m_kept.push_back(&block);
      }
    }
    drop_loose_headings();
    return std::move(m_kept);
  }

 private:
  bool is_kept(const Block& block) const {
    const std::vector<Word> words = fold_words(block.text, {0, static_cast<std::uint32_t>(block.text.size())});
    if (words.size() < k_longest_title &&
        std::find(m_titles.begin(), m_titles.end(), join_folded(words)) != m_titles.end()) {
      return false;
    }
    if (words.empty() || m_rules.phrases.match_line(block.text, words)) {
      return false;
    }
    if (is_prose(block)) {
      return true;
    }
    if (block.kind == BlockKind::heading) {
      return block.link_density() < k_list_links;
    }
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::quote || block.kind == BlockKind::item) {
      return block.link_density() <= k_list_links && (block.letters > 2);
    }
    return block.kind == BlockKind::cell ? block.link_density() <= k_prose_links
                                         : ends_like_sentence(block.text) && block.link_density() <= k_prose_links;
  }

  /// Headings that no text follows before the next heading of any rank, or the end.
  void drop_loose_headings() {
    std::vector<const Block*> kept;
    for (std::size_t i = 0; i < m_kept.size(); ++i) {
      const bool heading = m_kept[i]->kind == BlockKind::heading;
      const bool followed = i + 1 < m_kept.size() && m_kept[i + 1]->kind != BlockKind::heading;
      if (!heading || followed) {
        kept.push_back(m_kept[i]);
      }
    }
    m_kept = std::move(kept);
  }

  const Page& m_page;
  const std::vector<Block>& m_blocks;
  const RulesData& m_rules;
  std::vector<std::string> m_titles;  // folded
  std::vector<const Block*> m_kept;
};

void append(MainText& out, const Block& block, const Page& page, std::string_view source) {
  if (!out.text.empty()) {
    out.text += '\n';
  }
  const auto base = static_cast<std::uint32_t>(out.text.size());
  for (OffsetRun run : runs_of(block, page, source)) {
    run.clean += base;
    out.to_raw.push_back(run);
  }
  out.text += block.text;
}

/// "By Rana Kassab, 16 June 2017" under the headline, in an element that its name or tag tells.
std::optional<Day> find_shown_date(const Page& page, std::size_t from, const RulesData& rules) {
  const std::size_t last = std::min(page.nodes.size(), from + k_head_nodes);
  for (std::size_t i = from; i < last; ++i) {
    const PageNode& node = page.nodes[i];
    if (node.kind != PageNode::Kind::element || (node.name != "time" && (rules.hints.of(node) & Hint::byline) == 0)) {
      continue;
    }
    std::string text;
    for (std::size_t inner = i; inner < static_cast<std::size_t>(node.end) && text.size() <= k_longest_byline;
         ++inner) {
      text += page.nodes[inner].text;
    }
    if (text.size() > k_longest_byline) {
      continue;
    }
    const auto dates = rules.dates.find_all(text, {0, static_cast<std::uint32_t>(text.size())});
    if (!dates.empty()) {
      return dates.front().day;
    }
  }
  return std::nullopt;
}

std::uint32_t letters_of(const std::vector<const Block*>& blocks) {
  std::uint32_t letters = 0;
  for (const Block* block : blocks) {
    letters += is_prose(*block) ? block->letters : 0;
  }
  return letters;
}

struct Selection {
  std::vector<Block> blocks;
  const Block* title = nullptr;
  std::vector<const Block*> kept;  // into blocks
};

Selection select(const Page& page, const PageMetadata& metadata, const RulesData& rules, const BlockOptions& options) {
  Selection made;
  made.blocks = find_blocks(page, rules.hints, options);
  made.title = find_title(made.blocks, metadata);
  made.kept = Selector(page, made.blocks, rules, metadata.titles).run();
  made.kept.erase(std::remove(made.kept.begin(), made.kept.end(), made.title), made.kept.end());
  return made;
}

/// Names lie now and then ("social-body" around the article). Where almost nothing is left by them, but much without
/// them, they are not believed.
bool is_too_little(const Selection& by_names, const Selection& without, const PageMetadata& metadata) {
  const std::uint32_t found = letters_of(by_names.kept);
  const std::uint32_t possible = letters_of(without.kept);
  const bool page_says_more = found * 10 < metadata.body.size() * 4 && possible * 10 >= metadata.body.size() * 6;
  return (found < k_little_letters && possible > 3 * found) || (page_says_more && possible > found);
}

}  // namespace

MainText extract_main_text(const Page& page, std::string_view source, const PageMetadata& metadata,
                           const RulesData& rules) {
  MainText out;
  Selection chosen = select(page, metadata, rules, {});
  const std::uint32_t found = letters_of(chosen.kept);
  if (found < k_little_letters || found * 10 < metadata.body.size() * 4) {
    Selection without = select(page, metadata, rules, {.by_names = false});
    if (is_too_little(chosen, without, metadata)) {
      chosen = std::move(without);
    }
  }
  out.title = chosen.title != nullptr ? chosen.title->text : without_site(metadata.title, metadata.site);
  out.shown_date = chosen.title != nullptr ? find_shown_date(page, chosen.title->node, rules) : std::nullopt;
  if (chosen.title != nullptr) {
    append(out, *chosen.title, page, source);
  } else if (!chosen.kept.empty()) {
    out.text = out.title;
  }
  for (const Block* block : chosen.kept) {
    append(out, *block, page, source);
  }
  return out;
}

}  // namespace hearsay::clean::detail

// SPDX-License-Identifier: Apache-2.0
// From the tree of a page to its blocks.
#include <hearsay/clean/detail/page_blocks.hpp>

#include <hearsay/clean/detail/lines.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

namespace {

constexpr std::array<std::string_view, 36> k_dropped{
    "script",   "style",    "noscript", "head",     "nav",    "footer",     "aside",    "button", "select",
    "option",   "textarea", "iframe",   "svg",      "canvas", "object",     "embed",    "video",  "audio",
    "template", "dialog",   "menu",     "map",      "figure", "figcaption", "header",   "label",  "input",
    "form",     "math",     "applet",   "datalist", "meter",  "progress",   "fieldset", "legend", "frameset"};
constexpr std::array<std::string_view, 42> k_inline{
    "a",   "abbr", "acronym", "b",    "bdi",    "bdo",     "big",     "cite",   "code",       "data", "del",
    "dfn", "em",   "font",    "i",    "ins",    "kbd",     "mark",    "q",      "rp",         "rt",   "ruby",
    "s",   "samp", "small",   "span", "strike", "strong",  "sub",     "sup",    "time",       "tt",   "u",
    "var", "wbr",  "nobr",    "img",  "blink",  "amp-img", "picture", "source", "center-text"};
constexpr double k_spared_share =
    0.45;  // an element with so much of the page's text is not furniture, whatever its name

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_hidden(const PageNode& node) {
  for (const auto& [name, value] : node.attributes) {
    if (name == "hidden" || (name == "aria-hidden" && value == "true")) {
      return true;
    }
    if (name == "style" &&
        (value.find("display:none") != std::string::npos || value.find("display: none") != std::string::npos ||
         value.find("visibility:hidden") != std::string::npos ||
         value.find("visibility: hidden") != std::string::npos)) {
      return true;
    }
  }
  return false;
}

std::uint32_t count_letters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// Letters under each node, but for scripts and styles.
std::vector<std::uint32_t> letters_under(const Page& page) {
  std::vector<std::uint32_t> letters(page.nodes.size(), 0);
  for (std::size_t i = page.nodes.size(); i-- > 0;) {
    const PageNode& node = page.nodes[i];
    if (node.kind == PageNode::Kind::text) {
      letters[i] = count_letters(node.text);
    } else if (node.name == "script" || node.name == "style" || node.name == "noscript" || node.name == "head") {
      letters[i] = 0;
    }
    if (node.parent >= 0) {
      letters[static_cast<std::size_t>(node.parent)] += letters[i];
    }
  }
  return letters;
}

BlockKind kind_of(std::string_view tag) {
  if (tag == "p" || tag == "pre") {
    return BlockKind::paragraph;
  }
  if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
    return BlockKind::heading;
  }
  if (tag == "li" || tag == "dd" || tag == "dt") {
    return BlockKind::item;
  }
  if (tag == "td" || tag == "th") {
    return BlockKind::cell;
  }
  return tag == "blockquote" ? BlockKind::quote : BlockKind::other;
}

class BlockFinder {
 public:
  BlockFinder(const Page& page, const PageHints& hints, const BlockOptions& options)
      : m_page(page), m_hints(hints), m_options(options), m_letters(letters_under(page)) {}

  std::vector<Block> run() {
    m_total = m_page.nodes.empty() ? 0 : m_letters[0];
    for (std::size_t i = 0; i < m_page.nodes.size();) {
      leave_to(static_cast<std::int32_t>(i));
      i = enter(i);
    }
    leave_to(static_cast<std::int32_t>(m_page.nodes.size()));
    flush();
    return std::move(m_blocks);
  }

 private:
  struct Open {
    std::int32_t end = 0;
    bool block = false, link = false;
    std::uint32_t node = 0;
  };

  /// Closes the elements that end before node i.
  void leave_to(std::int32_t i) {
    while (!m_open.empty() && m_open.back().end <= i) {
      if (m_open.back().block) {
        flush();
      }
      m_links -= m_open.back().link ? 1 : 0;
      m_open.pop_back();
    }
  }

  /// Returns the next node to look at.
  std::size_t enter(std::size_t i) {
    const PageNode& node = m_page.nodes[i];
    if (node.kind == PageNode::Kind::text) {
      add_text(static_cast<std::uint32_t>(i));
      return i + 1;
    }
    if (is_dropped(i)) {
      return static_cast<std::size_t>(node.end);
    }
    if (node.name == "br") {
      // Line breaks between sentences stand for paragraphs on older pages.
      if (ends_like_sentence(m_block.text)) {
        flush();
      } else {
        m_gap = true;
      }
      return i + 1;
    }
    const bool block = !is_one_of(node.name, k_inline);
    if (block) {
      flush();
    }
    const bool link = node.name == "a";
    m_links += link ? 1 : 0;
    m_open.push_back({node.end, block, link, static_cast<std::uint32_t>(i)});
    return i + 1;
  }

  bool is_dropped(std::size_t i) const {
    const PageNode& node = m_page.nodes[i];
    if (node.name == "body" || node.name == "html") {
      return false;
    }
    if (node.name == "script" || node.name == "style" || node.name == "head" || node.name == "noscript") {
      return true;
    }
    const bool spared = m_letters[i] > k_spared_share * m_total;
    if (spared) {
      return false;
    }
    if (is_one_of(node.name, k_dropped) || is_hidden(node)) {
      return true;
    }
    const std::uint8_t hints = m_hints.of(node) & (m_options.by_names ? 0xFFU : Hint::caption | Hint::comments);
    const bool says_other = (hints & (Hint::furniture | Hint::comments | Hint::caption | Hint::byline)) != 0;
    return says_other && (hints & Hint::article) == 0 && !is_one_of(node.name, k_named_by_accident);
  }

  void add_text(std::uint32_t index) {
    const std::string& text = m_page.nodes[index].text;
    for (std::uint32_t at = 0; at < text.size();) {
      const std::uint32_t space = is_space_at(text, at);
      if (space > 0) {
        m_gap = true;
        at += space;
        continue;
      }
      const std::uint32_t begin = at;
      while (at < text.size() && is_space_at(text, at) == 0) {
        ++at;
      }
      add_word(index, begin, at - begin);
    }
  }

  static std::uint32_t is_space_at(const std::string& text, std::uint32_t at) {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      return 1;
    }
    if (c == '\xC2' && text.compare(at, 2, "\u00A0") == 0) {
      return 2;
    }
    const bool zero_width = c == '\xE2' && (text.compare(at, 3, "\u200B") == 0 || text.compare(at, 3, "\u2028") == 0);
    return zero_width ? 3 : 0;
  }

  void add_word(std::uint32_t index, std::uint32_t from, std::uint32_t length) {
    const std::string& text = m_page.nodes[index].text;
    const bool spaced = m_gap && !m_block.text.empty();
    if (m_block.text.empty()) {
      start_block();
    }
    const auto at = static_cast<std::uint32_t>(m_block.text.size() + (spaced ? 1 : 0));
    BlockPiece* last = m_block.pieces.empty() ? nullptr : &m_block.pieces.back();
    // One blank in the source stays one piece with the words around it.
    const bool joins = last != nullptr && last->node == index &&
                       last->from + last->length + (spaced ? 1U : 0U) == from && (!spaced || text[from - 1] == ' ');
    m_block.text += spaced ? " " : "";
    m_block.text.append(text, from, length);
    if (joins) {
      last->length += length + (spaced ? 1U : 0U);
    } else {
      m_block.pieces.push_back({at, index, from, length});
    }
    m_block.letters += length;
    m_block.link_letters += m_links > 0 ? length : 0;
    m_gap = false;
  }

  void start_block() {
    const auto holder = std::find_if(m_open.rbegin(), m_open.rend(), [](const Open& open) { return open.block; });
    m_block.node = holder == m_open.rend() ? 0 : holder->node;
    m_block.kind = kind_of(m_page.nodes[m_block.node].name);
  }

  void flush() {
    if (!m_block.text.empty()) {
      m_blocks.push_back(std::move(m_block));
    }
    m_block = Block{};
    m_gap = false;
  }

  /// A paragraph or heading named "author" or "date" may still be one of the text; it is judged by its words.
  static constexpr std::array<std::string_view, 4> k_named_by_accident{"p", "article", "main", "blockquote"};

  const Page& m_page;
  const PageHints& m_hints;
  BlockOptions m_options;
  std::vector<std::uint32_t> m_letters;
  std::uint32_t m_total = 0;
  std::vector<Open> m_open;
  std::vector<Block> m_blocks;
  Block m_block;
  int m_links = 0;
  bool m_gap = false;
};

}  // namespace

std::vector<Block> find_blocks(const Page& page, const PageHints& hints, const BlockOptions& options) {
  return BlockFinder(page, hints, options).run();
}

const std::string& attribute(const PageNode& node, std::string_view name) {
  static const std::string k_none;
  const auto found = std::find_if(node.attributes.begin(), node.attributes.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == node.attributes.end() ? k_none : found->second;
}

}  // namespace hearsay::clean::detail

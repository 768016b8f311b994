// SPDX-License-Identifier: Apache-2.0
// A quick walk over the tags before the real parser sees them: what is cut here costs it nothing.
#include <hearsay/read/detail/page_source.hpp>

#include <algorithm>
#include <array>

namespace hearsay::read::detail {

namespace {

constexpr std::size_t k_max_attributes = 256;
constexpr std::size_t k_max_stray_ends = 48;
constexpr std::size_t k_longest_name = 24;

constexpr std::array<std::string_view, 18> k_void{"area", "base",  "br",     "col",   "embed",  "frame",
                                                  "hr",   "img",   "image",  "input", "keygen", "link",
                                                  "meta", "param", "source", "track", "wbr",    "basefont"};
constexpr std::array<std::string_view, 14> k_formatting{"a",    "b", "big",   "code",   "em",     "font", "i",
                                                        "nobr", "s", "small", "strike", "strong", "tt",   "u"};
/// Elements whose end tag may be left out; a new one of the same row ends the one before.
constexpr std::array<std::array<std::string_view, 4>, 5> k_siblings{
    {{"p"}, {"li"}, {"dt", "dd"}, {"td", "th"}, {"tr"}}};
constexpr std::array<std::string_view, 2> k_cells{"td", "th"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

struct Tag {
  std::string name;                // lower case; cut at k_longest_name
  std::size_t end = 0;             // one past '>'
  std::size_t attributes_end = 0;  // where the attribute beyond the limit begins; end when there is none
  bool closing = false;
  bool self_closing = false;
};

class Walker {
 public:
  Walker(std::string_view html, std::size_t max_depth) : m_html(html), m_max_depth(max_depth) {
    m_out.text.reserve(html.size());
  }

  PageSource run() {
    while (m_at < m_html.size()) {
      const std::size_t open = m_html.find('<', m_at);
      keep(m_at, std::min(open, m_html.size()));
      if (open == std::string_view::npos) {
        break;
      }
      m_at = open;
      step();
    }
    m_out.dropped = m_dropped;
    return std::move(m_out);
  }

 private:
  /// At a '<': a comment, a tag, or just a sign.
  void step() {
    const std::string_view rest = m_html.substr(m_at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = m_html.find("-->", m_at + 4);
      m_at = end == std::string_view::npos ? m_html.size() : end + 3;
      return;
    }
    const bool is_tag =
        rest.size() > 1 && (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])));
    if (!is_tag) {
      keep(m_at, m_at + 1);
      ++m_at;
      return;
    }
    const Tag tag = scan_tag();
    if (admit(tag)) {
      keep(m_at, tag.attributes_end);
      if (tag.attributes_end < tag.end) {
        keep(tag.end - 1, tag.end);
      }
    }
    const std::size_t begin = m_at;
    m_at = tag.end;
    if (!tag.closing && (tag.name == "script" || tag.name == "style")) {
      skip_raw_text(tag, m_html.substr(begin, tag.end - begin));
    }
  }

  Tag scan_tag() const {
    Tag tag;
    std::size_t at = m_at + 1;
    if (m_html[at] == '/') {
      tag.closing = true;
      ++at;
    }
    while (at < m_html.size() && !is_blank(m_html[at]) && m_html[at] != '>' && m_html[at] != '/') {
      if (tag.name.size() < k_longest_name) {
        tag.name += lower(m_html[at]);
      }
      ++at;
    }
    scan_attributes(tag, at);
    return tag;
  }

  /// Sets the ends; quoted values may hold '>'.
  void scan_attributes(Tag& tag, std::size_t at) const {
    std::size_t count = 0;
    std::size_t limit = std::string_view::npos;
    while (at < m_html.size() && m_html[at] != '>') {
      if (is_blank(m_html[at]) || m_html[at] == '/') {
        tag.self_closing = m_html[at] == '/';
        ++at;
        continue;
      }
      if (++count > k_max_attributes && limit == std::string_view::npos) {
        limit = at;
      }
      tag.self_closing = false;
      at = end_of_attribute(at);
    }
    tag.end = std::min(at + 1, m_html.size());
    tag.attributes_end = std::min(limit, tag.end);
  }

  std::size_t end_of_attribute(std::size_t at) const {
    at = std::min(m_html.find_first_of("= \t\r\n\f/>", at + 1), m_html.size());
    std::size_t value = std::min(m_html.find_first_not_of(" \t\r\n\f", at), m_html.size());
    if (value == m_html.size() || m_html[value] != '=') {
      return at;
    }
    value = std::min(m_html.find_first_not_of(" \t\r\n\f", value + 1), m_html.size());
    if (value < m_html.size() && (m_html[value] == '"' || m_html[value] == '\'')) {
      const std::size_t close = m_html.find(m_html[value], value + 1);
      return close == std::string_view::npos ? m_html.size() : close + 1;
    }
    return std::min(m_html.find_first_of(" \t\r\n\f>", value), m_html.size());
  }

  /// Follow the nesting; false when the tag has to go because it lies too deep or leaves too much open.
  bool admit(const Tag& tag) {
    if (tag.closing) {
      return close(tag.name);
    }
    if (is_one_of(tag.name, k_void) || tag.name == "html" || tag.name == "head" || tag.name == "body") {
      return true;
    }
    end_sibling(tag.name);
    if (m_open.size() >= m_max_depth) {
      ++m_dropped;
      return false;
    }
    if (!tag.self_closing || is_one_of(tag.name, k_formatting)) {
      m_open.push_back(tag.name);
    }
    return true;
  }

  bool close(const std::string& name) {
    const auto found = std::find(m_open.rbegin(), m_open.rend(), name);
    if (found == m_open.rend()) {
      // An end without a beginning makes no element, except that </p> makes an empty one; both are dear when many.
      return m_dropped == 0 && m_stray++ < k_max_stray_ends;
    }
    const auto at = static_cast<std::size_t>(found.base() - 1 - m_open.begin());
    pop_to(at + 1);
    m_open.pop_back();
    return true;
  }

  /// Ends what is open above `size`. The parser would open formatting left open again in every later block, ever more
  /// of it; an end tag of our own spares that.
  void pop_to(std::size_t size) {
    while (m_open.size() > size) {
      if (is_one_of(m_open.back(), k_formatting)) {
        m_out.text += "</" + m_open.back() + ">";
        m_kept_to = std::string_view::npos;
      }
      m_open.pop_back();
    }
  }

  /// A new item, cell or paragraph ends the open one before it, and what was left open in that.
  void end_sibling(const std::string& name) {
    for (const auto& row : k_siblings) {
      if (!is_one_of(name, row)) {
        continue;
      }
      for (std::size_t i = m_open.size(); i-- > 0;) {
        if (is_one_of(m_open[i], row)) {
          pop_to(i);
          return;
        }
        const bool passes = is_one_of(m_open[i], k_formatting) || (m_open[i] == "p" && name != "p") ||
                            (name == "tr" && is_one_of(m_open[i], k_cells));
        if (!passes) {
          return;
        }
      }
    }
  }

  /// Behind <script> or <style>: drop the body, except that of JSON-LD.
  void skip_raw_text(const Tag& tag, std::string_view source) {
    const std::string closing = "</" + tag.name;
    std::size_t end = m_at;
    while (true) {
      end = m_html.find("</", end);
      if (end == std::string_view::npos || matches(end, closing)) {
        break;
      }
      end += 2;
    }
    end = std::min(end, m_html.size());
    if (source.find("ld+json") != std::string_view::npos) {
      keep(m_at, end);
    }
    m_at = end;
  }

  bool matches(std::size_t at, std::string_view wanted) const {
    const std::string_view there = m_html.substr(at, wanted.size());
    return there.size() == wanted.size() &&
           std::equal(there.begin(), there.end(), wanted.begin(), [](char a, char b) { return lower(a) == b; });
  }

  void keep(std::size_t begin, std::size_t end) {
    if (begin >= end) {
      return;
    }
    if (begin != m_kept_to || m_out.pieces.empty()) {
      m_out.pieces.push_back({static_cast<std::uint32_t>(m_out.text.size()), static_cast<std::uint32_t>(begin)});
    }
    m_out.text.append(m_html.substr(begin, end - begin));
    m_kept_to = end;
  }

  std::string_view m_html;
  std::size_t m_max_depth;
  std::size_t m_at = 0;
  std::size_t m_kept_to = 0;
  std::vector<std::string> m_open;
  std::size_t m_dropped = 0;
  std::size_t m_stray = 0;
  PageSource m_out;
};

}  // namespace

std::uint32_t PageSource::to_raw(std::uint32_t at) const {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), at,
                                      [](std::uint32_t value, const Piece& piece) { return value < piece.at; });
  if (after == pieces.begin()) {
    return at;
  }
  const Piece& piece = *(after - 1);
  return piece.raw + (at - piece.at);
}

PageSource prepare_page(std::string_view html, std::size_t max_depth) {
  return Walker(html, max_depth).run();
}

}  // namespace hearsay::read::detail

// SPDX-License-Identifier: Apache-2.0
// From decoded text back to the bytes of the source.
#include <hearsay/clean/detail/page_blocks.hpp>

#include <algorithm>

namespace hearsay::clean::detail {

namespace {

struct Step {
  std::uint32_t text = 0, raw = 0, length = 0;  // node text [text, +length) is raw [raw, +length)
};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

std::uint32_t code_point_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Walks a text node and its source side by side. Where they cannot be brought together the rest has no source.
class Aligner {
 public:
  Aligner(std::string_view text, std::string_view source, std::uint32_t raw)
      : m_text(text), m_source(source), m_raw(raw) {}

  std::vector<Step> run() {
    while (m_at < m_text.size() && m_raw < m_source.size()) {
      const char sign = m_source[m_raw];
      const bool ok = sign == '&' ? entity() : sign == '<' ? markup() : plain();
      if (!ok) {
        break;
      }
    }
    return std::move(m_steps);
  }

 private:
  void take(std::uint32_t length) {
    Step* last = m_steps.empty() ? nullptr : &m_steps.back();
    if (last != nullptr && last->text + last->length == m_at && last->raw + last->length == m_raw) {
      last->length += length;
    } else {
      m_steps.push_back({m_at, m_raw, length});
    }
    m_at += length;
    m_raw += length;
  }

  bool plain() {
    if (m_text[m_at] == m_source[m_raw]) {
      take(1);
      return true;
    }
    if (m_source[m_raw] == '\r' && m_text[m_at] == '\n') {
      const bool pair = m_raw + 1 < m_source.size() && m_source[m_raw + 1] == '\n';
      m_raw += pair ? 2 : 1;
      ++m_at;
      return true;
    }
    if (m_source[m_raw] == '\0') {
      m_at += code_point_length(m_text[m_at]);
      ++m_raw;
      return true;
    }
    return false;
  }

  /// "&amp;", "&#8217;", "&nbsp" without its semicolon, or just an ampersand.
  bool entity() {
    std::uint32_t end = m_raw + 1;
    while (end < m_source.size() && end - m_raw < 34 && is_name(m_source[end])) {
      ++end;
    }
    const bool closed = end < m_source.size() && m_source[end] == ';';
    const std::string_view name = m_source.substr(m_raw, end - m_raw);
    const bool stands_for_itself =
        name == "&amp" || name == "&AMP" || name == "&#38" || name == "&#x26" || name == "&#038";
    if (m_text[m_at] == '&' && !(closed && stands_for_itself)) {
      take(1);
      return true;
    }
    m_at += code_point_length(m_text[m_at]);
    if (closed) {
      m_raw = end + 1;
      return true;
    }
    // Without a semicolon only what follows tells where the name ends.
    for (std::uint32_t next = m_raw + 2; next <= end; ++next) {
      if (m_text.substr(m_at, 3) ==
          m_source.substr(next, std::min<std::size_t>(3, m_text.size() - std::min<std::size_t>(m_at, m_text.size())))) {
        m_raw = next;
        return true;
      }
    }
    return false;
  }

  /// Comments and tags that were cut before parsing.
  bool markup() {
    const std::string_view rest = m_source.substr(m_raw);
    const bool comment = rest.starts_with("<!--");
    const bool tag = rest.size() > 1 && (is_name(rest[1]) || rest[1] == '/');
    if (!comment && !tag) {
      return plain();
    }
    const std::size_t end = comment ? rest.find("-->") : rest.find('>');
    if (end == std::string_view::npos) {
      return false;
    }
    m_raw += static_cast<std::uint32_t>(end + (comment ? 3 : 1));
    return true;
  }

  std::string_view m_text, m_source;
  std::uint32_t m_at = 0, m_raw = 0;
  std::vector<Step> m_steps;
};

}  // namespace

std::vector<OffsetRun> runs_of(const Block& block, const Page& page, std::string_view source) {
  std::vector<OffsetRun> runs;
  std::vector<Step> steps;
  std::uint32_t aligned = static_cast<std::uint32_t>(-1);
  for (const BlockPiece& piece : block.pieces) {
    if (piece.node != aligned) {
      const PageNode& node = page.nodes[piece.node];
      steps = Aligner(node.text, source, node.raw).run();
      aligned = piece.node;
    }
    for (const Step& step : steps) {
      const std::uint32_t begin = std::max(step.text, piece.from);
      const std::uint32_t end = std::min(step.text + step.length, piece.from + piece.length);
      if (begin < end) {
        runs.push_back({piece.at + (begin - piece.from), step.raw + (begin - step.text), end - begin});
      }
    }
  }
  return runs;
}

}  // namespace hearsay::clean::detail

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/display.hpp>

#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>

namespace hearsay::present {

namespace {

constexpr char32_t k_joiner = 0x200D;
constexpr char32_t k_emoji_style = 0xFE0F;  // asks for the wide, coloured form of what stands before
constexpr char32_t k_soft_hyphen = 0xAD;
constexpr std::size_t k_least_room = 8;  // columns that an indent must leave; nothing that stays together is wider

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

int break_class(char32_t code) {
  return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_pictographic(char32_t code) {
  return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

std::size_t width_of(char32_t code) {
  const auto point = static_cast<UChar32>(code);
  const int type = u_charType(point);
  const int cluster = break_class(code);
  if (cluster == U_GCB_V || cluster == U_GCB_T) {
    return 0;  // the vowels and finals of a Hangul syllable stand in the columns of its first letter
  }
  if (cluster != U_GCB_PREPEND &&
      (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR)) {
    return 0;
  }
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE ? 2 : 1;
}

/// What must not be torn apart: a character with its marks, a flag, a joined emoji, a Hangul syllable.
struct Cluster {
  std::size_t length = 0;  // bytes
  std::size_t width = 0;   // columns
};

bool stays_with(int before, int next) {
  const bool syllable =
      (before == U_GCB_L && (next == U_GCB_L || next == U_GCB_V || next == U_GCB_LV || next == U_GCB_LVT)) ||
      ((before == U_GCB_LV || before == U_GCB_V) && (next == U_GCB_V || next == U_GCB_T)) ||
      ((before == U_GCB_LVT || before == U_GCB_T) && next == U_GCB_T);
  return syllable || before == U_GCB_PREPEND || next == U_GCB_EXTEND || next == U_GCB_SPACING_MARK || next == U_GCB_ZWJ;
}

/// What a mark adds: emoji have room for their skin colours, and take two columns when shown as pictures.
std::size_t added_width(char32_t mark, std::size_t width, bool on_pictograph) {
  if (on_pictograph && (mark == k_emoji_style || is_pictographic(mark) || width_of(mark) == 2)) {
    return width < 2 ? 2 - width : 0;
  }
  return width_of(mark);
}

Cluster cluster_at(std::string_view text, std::size_t at) {
  const Decoded first = decode_at(text, at);
  Cluster cluster{first.length, width_of(first.code)};
  int before = break_class(first.code);
  bool pictographic = is_pictographic(first.code);
  bool lone_flag_letter = before == U_GCB_REGIONAL_INDICATOR;
  if (before == U_GCB_CONTROL || before == U_GCB_CR || before == U_GCB_LF) {
    return cluster;
  }
  bool joined = false;  // an emoji and U+200D came last
  while (at + cluster.length < text.size() && cluster.width < k_least_room - 1) {
    const Decoded next = decode_at(text, at + cluster.length);
    const int kind = break_class(next.code);
    if (kind == U_GCB_CONTROL || kind == U_GCB_CR || kind == U_GCB_LF) {
      break;
    }
    if (joined && is_pictographic(next.code)) {
      joined = false;  // shown as one picture
    } else if (lone_flag_letter && kind == U_GCB_REGIONAL_INDICATOR) {
      lone_flag_letter = false;
      cluster.width = 2;
    } else if (stays_with(before, kind)) {
      joined = next.code == k_joiner && pictographic;
      cluster.width += added_width(next.code, cluster.width, pictographic);
    } else {
      break;
    }
    lone_flag_letter = lone_flag_letter && kind == U_GCB_REGIONAL_INDICATOR;
    cluster.length += next.length;
    before = kind;
    pictographic = pictographic || is_pictographic(next.code);
  }
  return cluster;
}

/// The longest beginning of at most `width` columns, in bytes.
std::size_t prefix_of(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Cluster next = cluster_at(text, at);
    if (used + next.width > width) {
      break;
    }
    used += next.width;
    at += next.length;
  }
  return at;
}

bool is_override(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

enum class Side { left, right, neither };

Side side_of(char32_t code) {
  switch (u_charDirection(static_cast<UChar32>(code))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return Side::right;
    case U_LEFT_TO_RIGHT:
      return Side::left;
    default:
      return Side::neither;
  }
}

/// Where the run of right-to-left words that begins at `at` ends: after its last such letter and the marks on it.
/// Blanks and what stands inside a word belong to it; words of signs and digits alone, and what closes a word, do not.
std::size_t end_of_run(std::string_view line, std::size_t at) {
  std::size_t end = at;
  bool gap = false;  // something else than a blank or a letter came since `end`
  bool space = false;
  while (at < line.size()) {
    const Decoded next = decode_at(line, at);
    const Side side = side_of(next.code);
    if (side == Side::left || (side == Side::right && gap && space)) {
      break;
    }
    at += next.length;
    const int type = u_charType(static_cast<UChar32>(next.code));
    if (side == Side::right || (!gap && !space && (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK))) {
      end = at;
      gap = false;
      space = false;
    } else {
      (next.code == ' ' ? space : gap) = true;
    }
  }
  return end;
}

/// One line of `wrap` at a time.
class Lines {
 public:
  explicit Lines(const WrapOptions& options) : m_options(options) { open(options.indent); }

  void add(std::string_view word) {
    if (!m_empty && m_used + 1 + display_width(word) > m_options.width) {
      next();
    }
    if (!m_empty) {
      put(" ", 1);
    }
    while (!word.empty()) {
      std::size_t length = prefix_of(word, m_options.width - std::min(m_options.width, m_used));
      if (length == 0 && !m_empty) {
        next();
        continue;
      }
      length = length == 0 ? cluster_at(word, 0).length : length;  // a line of one column holds no wide character
      put(word.substr(0, length), display_width(word.substr(0, length)));
      word.remove_prefix(length);
      m_empty = false;
    }
  }

  std::string take() {
    close();
    return std::move(m_out);
  }

 private:
  void open(std::size_t indent) {
    const std::size_t room = m_options.width > k_least_room ? m_options.width - k_least_room : 0;
    m_used = std::min(indent, room);
    m_line.assign(m_used, ' ');
    m_empty = true;
  }
  void close() { m_out += isolated(m_line); }
  void next() {
    close();
    m_out += "\n";
    open(m_options.indent + m_options.hang);
  }
  void put(std::string_view text, std::size_t width) {
    m_line += text;
    m_used += width;
  }

  WrapOptions m_options;
  std::string m_out, m_line;
  std::size_t m_used = 0;
  bool m_empty = true;
};

}  // namespace

std::string printable(std::string_view text) {
  if (is_plain(text)) {
    return std::string(text);
  }
  const std::string whole = is_utf8(text) ? std::string(text) : repair_utf8(text).text;
  std::string out;
  for (std::size_t at = 0; at < whole.size();) {
    const Decoded next = decode_at(whole, at);
    const auto point = static_cast<UChar32>(next.code);
    if (u_isUWhiteSpace(point)) {
      out += ' ';
    } else if (u_charType(point) != U_CONTROL_CHAR && !is_override(next.code) && next.code != k_soft_hyphen) {
      out.append(whole, at, next.length);
    }
    at += next.length;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  if (is_plain(text)) {
    return text.size();
  }
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster next = cluster_at(text, at);
    width += next.width;
    at += next.length;
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  return width == 0 ? "" : std::string(text.substr(0, prefix_of(text, width - 1))) + "…";
}

std::string wrap(std::string_view text, const WrapOptions& options) {
  const std::string safe = printable(text);
  std::string_view left = safe;
  Lines lines(options);
  while (!left.empty()) {
    const std::size_t space = left.find(' ');
    const std::string_view word = left.substr(0, space);
    left.remove_prefix(space == std::string_view::npos ? left.size() : space + 1);
    if (!word.empty()) {
      lines.add(word);
    }
  }
  return lines.take();
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  return wrap(text, {.width = width, .indent = indent});
}

std::string labelled(std::string_view label, std::string_view text, const WrapOptions& options) {
  const std::size_t column = options.indent + std::max(options.hang, label.size() + 1);
  if (options.width < column + 3 * k_least_room) {
    return wrap(std::string(label) + ": " + std::string(text), {options.width, options.indent, 2});
  }
  return wrap(text, options.width, column).replace(options.indent, label.size(), label);
}

std::string isolated(std::string_view line) {
  if (is_plain(line)) {
    return std::string(line);
  }
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const Decoded next = decode_at(line, at);
    if (side_of(next.code) != Side::right) {
      out.append(line.substr(at, next.length));
      at += next.length;
      continue;
    }
    const std::size_t end = end_of_run(line, at);
    out.append("\u2068").append(line.substr(at, end - at)).append("\u2069");
    at = end;
  }
  return out;
}

}  // namespace hearsay::present

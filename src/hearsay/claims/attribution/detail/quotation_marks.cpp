// SPDX-License-Identifier: Apache-2.0
// One walk over the bytes of each paragraph.
#include <hearsay/claims/attribution/detail/quotation_marks.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace hearsay::claims::attribution {

namespace {

struct MarkPair {
  std::string_view open, close;
  bool single;  // also an apostrophe: must stand at the edge of a word
};

// Order matters: '' before '.
constexpr std::array<MarkPair, 8> k_pairs{{{"\u201C", "\u201D", false},
                                           {"\u201D", "\u201D", false},  // two closing marks, as some sites print them
                                           {"\u00AB", "\u00BB", false},
                                           {"\"", "\"", false},
                                           {"''", "''", false},
                                           {"``", "''", false},
                                           {"\u2018", "\u2019", true},
                                           {"'", "'", true}}};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a mark may open here: not glued to a word before it, and with something after it.
bool may_open(std::string_view line, std::size_t at, std::size_t length) {
  const bool free_before = at == 0 || !is_letter_or_digit(line[at - 1]) || line.substr(0, at).ends_with("\u2014") ||
                           line.substr(0, at).ends_with("\u2013") || line.substr(0, at).ends_with("\u00A0");
  return free_before && at + length < line.size() && !is_blank(line[at + length]);
}

std::optional<std::size_t> find_close(std::string_view line, std::size_t from, const MarkPair& pair) {
  for (std::size_t at = line.find(pair.close, from); at != std::string_view::npos;
       at = line.find(pair.close, at + pair.close.size())) {
    const std::size_t after = at + pair.close.size();
    const bool word_follows = after < line.size() && is_letter_or_digit(line[after]) &&
                              line.substr(after, 3) != "\u2014" && line.substr(after, 3) != "\u2013" &&
                              line.substr(after, 2) != "\u00A0";
    const bool blank_before = at > from && is_blank(line[at - 1]);
    if ((!pair.single || !word_follows) &&
        (!blank_before || pair.open != pair.close || !may_open(line, at, pair.close.size()))) {
      return at;
    }
  }
  return std::nullopt;
}

const MarkPair* pair_at(std::string_view line, std::size_t at) {
  for (const MarkPair& pair : k_pairs) {
    if (line.substr(at).starts_with(pair.open) && may_open(line, at, pair.open.size())) {
      return &pair;
    }
  }
  return nullptr;
}

/// Whether only blanks and punctuation follow.
bool nothing_follows(std::string_view rest) {
  for (const char c : rest) {
    if (is_letter_or_digit(c)) {
      return false;
    }
  }
  return true;
}

void scan_line(std::string_view line, std::uint32_t offset, std::vector<Quotation>& found) {
  const auto make = [&](std::size_t begin, std::size_t end) {
    return Span{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)};
  };
  std::array<bool, k_pairs.size()> never_closes{};  // no closing mark from here to the end of the line
  const std::size_t text_begin = line.find_first_not_of(" \t\r");
  for (std::size_t at = 0; at < line.size(); ++at) {
    const MarkPair* pair = pair_at(line, at);
    if (pair == nullptr) {
      continue;
    }
    const std::size_t inner = at + pair->open.size();
    bool& never = never_closes[static_cast<std::size_t>(pair - k_pairs.data())];
    const auto close = never ? std::nullopt : find_close(line, inner, *pair);
    never = !close;
    if (close) {
      const std::size_t end = *close + pair->close.size();
      found.push_back({make(at, end), make(inner, *close), true, at == text_begin, nothing_follows(line.substr(end))});
      at = end - 1;
    } else if (at == text_begin && !pair->single) {
      found.push_back({make(at, line.size()), make(inner, line.size()), false, true, true});
      return;
    } else {
      at = inner - 1;
    }
  }
}

}  // namespace

std::vector<Quotation>::const_iterator first_ending_after(const std::vector<Quotation>& quotations,
                                                          std::uint32_t byte) {
  return std::partition_point(quotations.begin(), quotations.end(),
                              [&](const Quotation& q) { return q.span.end <= byte; });
}

std::vector<Quotation> find_quotations(std::string_view text) {
  std::vector<Quotation> found;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    end = end == std::string_view::npos ? text.size() : end;
    scan_line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), found);
    begin = end + 1;
  }
  return found;
}

}  // namespace hearsay::claims::attribution

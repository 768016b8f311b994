// SPDX-License-Identifier: Apache-2.0
// Cutting tokens into letter runs, digit runs and signs.
#include <hearsay/link/detail/pieces.hpp>

namespace hearsay::link::detail {

namespace {

constexpr std::uint64_t k_seed = 1469598103934665603ULL;
constexpr std::uint64_t k_prime = 1099511628211ULL;

unsigned char lower(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Signs of several bytes that count as one of ASCII: dashes, quotes, no-break space.
struct WideSign {
  std::string_view bytes;
  char sign;
};
constexpr WideSign k_wide_signs[] = {
    {"\xE2\x80\x93", '-'}, {"\xE2\x80\x94", '-'},  {"\xE2\x80\x92", '-'},  {"\xE2\x80\x90", '-'}, {"\xE2\x80\x91", '-'},
    {"\xE2\x88\x92", '-'}, {"\xE2\x80\x98", '\''}, {"\xE2\x80\x99", '\''}, {"\xE2\x80\x9C", '"'}, {"\xE2\x80\x9D", '"'},
    {"\xC2\xBD", 'h'},     {"\xE2\x82\xAC", '$'},  {"\xC2\xA3", '$'},      {"\xC2\xA0", ' '}};

const WideSign* wide_sign_at(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0xC2) {
    return nullptr;
  }
  for (const WideSign& wide : k_wide_signs) {
    if (text.compare(at, wide.bytes.size(), wide.bytes) == 0) {
      return &wide;
    }
  }
  return nullptr;
}

bool is_letter(std::string_view text, std::size_t at) {
  const char c = text[at];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80 && wide_sign_at(text, at) == nullptr);
}

/// The piece that begins at `at`; its end is at most `end`.
Piece cut_one(std::string_view text, std::uint32_t at, std::uint32_t end) {
  Piece piece;
  std::uint32_t stop = at;
  if (is_digit(text[at])) {
    piece.kind = PieceKind::digits;
    std::int64_t value = 0;
    while (stop < end && is_digit(text[stop])) {
      value = stop - at < 12 ? value * 10 + (text[stop] - '0') : -1;
      ++stop;
    }
    piece.value = stop - at <= 12 ? value : -1;
  } else if (is_letter(text, at)) {
    piece.kind = PieceKind::word;
    piece.capital = text[at] >= 'A' && text[at] <= 'Z';
    std::uint64_t hash = k_seed;
    while (stop < end && is_letter(text, stop)) {
      hash = (hash ^ lower(text[stop])) * k_prime;
      ++stop;
    }
    piece.hash = hash;
  } else {
    const WideSign* wide = wide_sign_at(text, at);
    piece.sign = wide != nullptr ? wide->sign : text[at];
    stop = at + (wide != nullptr ? static_cast<std::uint32_t>(wide->bytes.size()) : 1);
  }
  piece.span = {at, std::min(stop, end)};
  return piece;
}

/// Whether a token holds a dash, a slash or a full stop at its end, so that a phrase may be part of it.
bool is_compound(std::string_view text, Span token) {
  for (std::uint32_t at = token.begin; at < token.end && at < text.size(); ++at) {
    const WideSign* wide = wide_sign_at(text, at);
    const char sign = wide != nullptr ? wide->sign : text[at];
    const bool number_end = sign == '.' && at + 1 == token.end && at > token.begin && is_digit(text[at - 1]);
    if (token.size() > 1 && (sign == '-' || sign == '/' || number_end)) {
      return true;
    }
  }
  return false;
}

/// Whether a sentence can end behind the last piece: not inside a line without a closing sign, nor behind "p.m.".
bool can_end(const std::vector<Piece>& pieces, std::string_view text, std::uint32_t next_begin) {
  static const std::uint64_t k_m = word_hash("m");
  if (pieces.empty()) {
    return true;
  }
  const Piece& last = pieces.back();
  if (next_begin < last.span.end || next_begin - last.span.end != 1 || text[last.span.end] == '\n') {
    return true;
  }
  if (last.kind != PieceKind::mark) {
    return false;
  }
  const std::size_t count = pieces.size();
  const bool meridiem = last.sign == '.' && count > 3 && pieces[count - 2].hash == k_m &&
                        pieces[count - 3].sign == '.' && last.glued && pieces[count - 2].glued;
  return !meridiem;
}

}  // namespace

std::uint64_t word_hash(std::string_view word) {
  std::uint64_t hash = k_seed;
  for (const char c : word) {
    hash = (hash ^ lower(c)) * k_prime;
  }
  return hash;
}

Span span_of(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end, const Analysis& analysis,
             std::string_view text) {
  Span span{pieces[begin].span.begin, pieces[end - 1].span.end};
  const Span first = analysis.tokens[pieces[begin].token].span, last = analysis.tokens[pieces[end - 1].token].span;
  if (!is_compound(text, first)) {
    span.begin = first.begin;
  }
  if (!is_compound(text, last)) {
    span.end = last.end;
  }
  return span;
}

std::vector<Piece> cut_pieces(const CleanText& text, const Analysis& analysis) {
  std::vector<Piece> pieces;
  pieces.reserve(analysis.tokens.size() + analysis.tokens.size() / 4);
  std::uint32_t run = 0;
  for (const Sentence& sentence : analysis.sentences) {
    std::uint32_t last_end = sentence.span.begin;
    bool first = can_end(pieces, text.text, last_end);
    run += first ? 1 : 0;
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token && t < analysis.tokens.size(); ++t) {
      const Span span = analysis.tokens[t].span;
      const auto end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(text.text.size()));
      for (std::uint32_t at = std::max(span.begin, last_end); at < end;) {
        Piece piece = cut_one(text.text, at, end);
        piece.token = t;
        piece.sentence = run;
        piece.sentence_start = first;
        piece.glued = !first && piece.span.begin == last_end;
        first = false;
        at = last_end = piece.span.end;
        if (piece.kind != PieceKind::mark || (piece.sign != ' ' && piece.sign != '\n')) {
          pieces.push_back(piece);
        }
      }
    }
  }
  return pieces;
}

}  // namespace hearsay::link::detail

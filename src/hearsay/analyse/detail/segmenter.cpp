// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/segmenter.hpp>

#include <algorithm>
#include <array>

#include <hearsay/analyse/detail/word_features.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_longest_affix = 10;  // letters of a chunk seen to each side of a possible border

char letter_class(char32_t code) {
  if (code < 0x80) {
    const char c = static_cast<char>(code);
    return c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? 'd' : c;
  }
  if (is_alpha(code)) {
    return is_upper(code) ? 'X' : 'u';
  }
  if (code == 0x2019 || code == 0x2018) {
    return '\'';
  }
  if (code == 0x201C || code == 0x201D) {
    return '"';
  }
  return is_digit(code) ? 'd' : 's';
}

bool is_wordlike(char cls) {
  return cls == 'X' || cls == 'x' || cls == 'u' || cls == 'd';
}

/// Combining marks and joiners stay with what stands before them.
bool is_extender(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x64B && code <= 0x65F) || code == 0x200C || code == 0x200D ||
         (code >= 0xFE00 && code <= 0xFE0F);
}

bool is_blank(std::string_view text, std::uint32_t at, std::uint32_t& length) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    length = 1;
    return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1C && byte <= 0x1F);
  }
  const Decoded decoded = decode_at(text, at);
  length = decoded.length;
  return is_space(decoded.code) || decoded.code == 0x85 || decoded.code == 0x200B || decoded.code == 0xFEFF;
}

std::uint64_t number(std::size_t value) {
  return static_cast<std::uint64_t>(value);
}

}  // namespace

std::vector<Letter> letters_of(std::string_view text, Span span) {
  std::vector<Letter> out;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const Decoded decoded = byte < 0x80 ? Decoded{byte, 1} : decode_at(text, at);
    out.push_back({decoded.code, at, letter_class(decoded.code)});
    at += decoded.length;
  }
  return out;
}

Span address_in(std::string_view text, Span chunk) {
  constexpr std::string_view k_opening = "<>()[]{}\"',;|", k_closing = "<>()[]{}\"'.,;:!?*|";
  const std::string_view form = text_of(text, chunk);
  auto sign = form.find("://");
  sign = sign == std::string_view::npos ? form.find('@') : sign;
  std::size_t begin = 0;
  if (sign == std::string_view::npos) {
    begin = form.find("www.");
    if (begin == std::string_view::npos) {
      return {};
    }
  } else {
    if (sign == 0 || sign + 1 >= form.size()) {
      return {};
    }
    begin = form.find_last_of(k_opening, sign) + 1;  // npos + 1 is 0
    const auto colon = form[sign] == '@' ? form.find_last_of(':', sign) : std::string_view::npos;
    begin = colon == std::string_view::npos ? begin : std::max(begin, colon + 1);
  }
  std::size_t end = std::min(form.size(), form.find_first_of("<>\"", begin));
  while (end > begin && k_closing.find(form[end - 1]) != std::string_view::npos) {
    --end;
  }
  return {chunk.begin + static_cast<std::uint32_t>(begin), chunk.begin + static_cast<std::uint32_t>(end)};
}

bool may_split(const std::vector<Letter>& letters, std::size_t at) {
  const char before = letters[at - 1].cls;
  const char after = letters[at].cls;
  if (is_extender(letters[at].code)) {
    return false;
  }
  const bool letter_before = is_wordlike(before), letter_after = is_wordlike(after);
  return !(letter_before && letter_after) || (before == 'd') != (after == 'd');
}

void split_features(std::string_view text, const std::vector<Letter>& letters, std::size_t at,
                    const Abbreviations& abbreviations, FeatureKeys& keys) {
  const auto code = [&](std::ptrdiff_t offset) -> std::uint64_t {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at) + offset;
    const bool inside = index >= 0 && index < static_cast<std::ptrdiff_t>(letters.size());
    return inside ? letters[static_cast<std::size_t>(index)].code | 32U : 1;
  };
  const auto cls = [&](std::ptrdiff_t offset) -> std::uint64_t {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at) + offset;
    const bool inside = index >= 0 && index < static_cast<std::ptrdiff_t>(letters.size());
    return inside ? static_cast<unsigned char>(letters[static_cast<std::size_t>(index)].cls) : 1;
  };
  const std::size_t from = at - std::min(at, k_longest_affix);
  const std::size_t until = std::min(letters.size(), at + k_longest_affix);
  const std::uint32_t end =
      until < letters.size() ? letters[until].at : letters.back().at + decode_at(text, letters.back().at).length;
  const auto piece = [&](std::uint32_t a, std::uint32_t b) { return hash_bytes(lower_form(text.substr(a, b - a))); };
  const std::uint64_t left = piece(letters[from].at, letters[at].at);
  const std::uint64_t right = piece(letters[at].at, end);
  std::size_t run_left = at, run_right = at;
  while (run_left > from && is_wordlike(letters[run_left - 1].cls)) {
    --run_left;
  }
  while (run_right < until && is_wordlike(letters[run_right].cls)) {
    ++run_right;
  }
  keys.clear();
  keys.add(1, code(-1), code(0));
  keys.add(2, code(-2), code(-1), code(0));
  keys.add(3, code(-1), code(0), code(1));
  keys.add(4, join(code(-2), code(-1)), code(0), code(1));
  keys.add(5, join(code(-3), code(-2)), code(-1), code(0));
  keys.add(6, join(code(-1), code(0)), code(1), code(2));
  keys.add(7, left);
  keys.add(8, right);
  keys.add(9, left, right);
  keys.add(10, join(cls(-3), cls(-2)), cls(-1), join(cls(0), join(cls(1), cls(2))));
  keys.add(11, cls(-2), cls(-1), join(cls(0), cls(1)));
  keys.add(12, number(at - run_left), code(-1), join(code(0), number(std::min<std::size_t>(4, run_right - at))));
  keys.add(13, number(std::min<std::size_t>(at, 5)), code(0), number(std::min<std::size_t>(letters.size() - at, 5)));
  keys.add(14, cls(-1), cls(0), piece(letters[run_left].at, letters[at].at));
  keys.add(15, cls(-1), code(0), right);
  keys.add(16, code(-1), left, code(0));
  keys.add(17, letters[0].code, letters.back().code, code(0));
  if (letters[at].code == '.') {
    const bool known = abbreviations.contains(piece(letters[from].at, letters[at].at + 1));
    keys.add(19, known ? 1 : 0, cls(1), cls(-1));
  }
  keys.add(18, join(cls(-1), cls(0)), letters.size() > 3 && letters[0].code == 'h' && letters[1].code == 't',
           letters.size() > 3 && letters[0].code == 'w' && letters[1].code == 'w');
}

RawToken make_raw_token(std::string_view text, Span span) {
  const std::string_view form = text_of(text, span);
  RawToken out{span, hash_bytes(lower_form(form.substr(0, 40))), 0, false, false};
  const Decoded first = decode_at(text, span.begin);
  out.shape = join(static_cast<unsigned char>(letter_class(first.code)), std::min<std::size_t>(form.size(), 3));
  return out;
}

bool Segmenter::is_border(std::string_view text, const std::vector<Letter>& letters, std::size_t at) const {
  if (!may_split(letters, at)) {
    return false;
  }
  FeatureKeys keys;
  split_features(text, letters, at, m_abbreviations, keys);
  std::array<std::int32_t, 2> scores{};
  m_parts.split.add_scores(keys.keys(), scores);
  return scores[1] > scores[0];
}

void Segmenter::split_chunk(std::string_view text, Span chunk, std::vector<RawToken>& out) const {
  const std::vector<Letter> letters = letters_of(text, chunk);
  const Span address = address_in(text, chunk);
  std::uint32_t begin = chunk.begin;
  for (std::size_t at = 1; at < letters.size(); ++at) {
    const std::uint32_t place = letters[at].at;
    const bool edge = !address.empty() && (place == address.begin || place == address.end);
    if (edge || (!(address.begin < place && place < address.end) && is_border(text, letters, at))) {
      out.push_back(make_raw_token(text, {begin, letters[at].at}));
      begin = letters[at].at;
    }
  }
  out.push_back(make_raw_token(text, {begin, chunk.end}));
}

std::vector<Chunk> chunks_of(std::string_view text, Span span) {
  std::vector<Chunk> out;
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::uint32_t length = 1;
    const std::uint32_t begin = at;
    while (at < span.end && !is_blank(text, at, length)) {
      at += length;
    }
    if (at > begin) {
      out.push_back({{begin, at}, false, false});
    }
    while (at < span.end && is_blank(text, at, length)) {
      if (!out.empty()) {
        out.back().space_after = true;
        out.back().newline_after = out.back().newline_after || text[at] == '\n';
      }
      at += length;
    }
  }
  return out;
}

std::vector<RawToken> Segmenter::tokens_of(std::string_view text, Span span) const {
  std::vector<RawToken> out;
  for (const Chunk& chunk : chunks_of(text, span)) {
    split_chunk(text, chunk.span, out);
    out.back().space_after = chunk.space_after;
    out.back().newline_after = chunk.newline_after;
  }
  return out;
}

bool may_end(std::string_view text, std::span<const RawToken> tokens, std::size_t at) {
  if (at + 1 >= tokens.size()) {
    return true;
  }
  const auto last = static_cast<unsigned char>(text[tokens[at].span.end - 1]);
  const bool wordlike = last >= 0x80 || is_wordlike(letter_class(last));
  const auto next = static_cast<unsigned char>(text[tokens[at + 1].span.begin]);
  return !wordlike || last >= 0x80 || !(next >= 'a' && next <= 'z');
}

void end_features(std::string_view text, std::span<const RawToken> tokens, const EndContext& context,
                  const Abbreviations& abbreviations, FeatureKeys& keys) {
  const auto lower = [&](std::ptrdiff_t offset) -> std::uint64_t {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(context.at) + offset;
    return index >= 0 && index < static_cast<std::ptrdiff_t>(tokens.size())
               ? tokens[static_cast<std::size_t>(index)].lower
               : 3;
  };
  const auto shape = [&](std::ptrdiff_t offset) -> std::uint64_t {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(context.at) + offset;
    return index >= 0 && index < static_cast<std::ptrdiff_t>(tokens.size())
               ? tokens[static_cast<std::size_t>(index)].shape
               : 3;
  };
  const RawToken& token = tokens[context.at];
  const std::string_view form = text_of(text, token.span);
  const std::uint64_t gap = token.newline_after ? 2 : token.space_after ? 1 : 0;
  const std::uint64_t last = static_cast<unsigned char>(form.back());
  const std::uint64_t abbreviation = abbreviations.contains(token.lower) ? 1 : 0;
  const std::size_t length = context.at - context.first + 1;
  const std::uint64_t bucket = number(length < 4    ? length
                                      : length < 8  ? 4
                                      : length < 15 ? 5
                                      : length < 30 ? 6
                                      : length < 60 ? 7
                                                    : 8);
  const std::uint64_t quote = context.quote_open ? 1 : 0;
  keys.clear();
  keys.add(1, lower(0), gap);
  keys.add(2, lower(0), shape(1), gap);
  keys.add(3, lower(0), lower(1));
  keys.add(4, lower(-1), lower(0), shape(1));
  keys.add(5, lower(1), last, gap);
  keys.add(6, shape(-1), last, shape(1));
  keys.add(7, last, bucket, shape(1));
  keys.add(8, last, quote, shape(1));
  keys.add(9, abbreviation, last, shape(1));
  keys.add(10, shape(0), shape(1), gap);
  keys.add(11, lower(1), lower(2), last);
  keys.add(12, shape(0), join(shape(1), shape(2)), last);
  keys.add(13,
           lower(context.first == context.at
                     ? 0
                     : static_cast<std::ptrdiff_t>(context.first) - static_cast<std::ptrdiff_t>(context.at)),
           last, shape(1));
  keys.add(14, join(lower(-1), lower(0)), lower(1));
  keys.add(15, lower(0), quote, join(lower(1), gap));
  keys.add(16, shape(-1), shape(0), join(shape(1), shape(2)));
  keys.add(17, lower(-1), last, bucket);
  keys.add(18, lower(2), shape(1), last);
  if (context.bracket != 0) {
    keys.add(20, context.bracket, last);
  }
  keys.add(19, tokens.size() - context.at < 4 ? tokens.size() - context.at : 4, last, shape(1));
}

void enter_token(std::string_view text, std::span<const RawToken> tokens, std::size_t at, EndContext& context) {
  const std::string_view form = text_of(text, tokens[at].span);
  if (form == "\"") {
    context.quote_open = !context.quote_open;
  }
  if (form == "(" || form == "[") {
    context.bracket = at == context.first ? 1 : 2;
  }
}

void leave_token(std::string_view text, std::span<const RawToken> tokens, std::size_t at, EndContext& context) {
  const std::string_view form = text_of(text, tokens[at].span);
  if (form == ")" || form == "]") {
    context.bracket = 0;
  }
}

std::vector<std::size_t> Segmenter::sentence_ends(std::string_view text, std::span<const RawToken> tokens) const {
  std::vector<std::size_t> ends;
  EndContext context;
  FeatureKeys keys;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    enter_token(text, tokens, at, context);
    bool ends_here = at + 1 == tokens.size() || at - context.first + 1 >= k_longest_sentence;
    if (!ends_here && may_end(text, tokens, at)) {
      context.at = at;
      end_features(text, tokens, context, m_abbreviations, keys);
      std::array<std::int32_t, 2> scores{};
      m_parts.end.add_scores(keys.keys(), scores);
      ends_here = scores[1] > scores[0];
    }
    leave_token(text, tokens, at, context);
    if (ends_here) {
      ends.push_back(at + 1);
      context = {at + 1, at + 1, false, 0};
    }
  }
  return ends;
}

bool is_stripped(std::string_view text) {
  constexpr std::size_t k_least_words = 40;
  if (text.find_first_of(",'") != std::string_view::npos || text.find("\u2019") != std::string_view::npos) {
    return false;
  }
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) >= k_least_words;
}

bool may_hide_clitic(std::string_view form, bool stripped) {
  if (!stripped) {
    const std::string lower = form.size() == 3 || form.size() == 4 ? lower_form(form) : std::string();
    return lower == "its" || lower == "lets";
  }
  return form.size() >= 3 && form.back() == 's' && std::all_of(form.begin(), form.end() - 1, [](char c) {
           return is_wordlike(letter_class(static_cast<unsigned char>(c))) || c == '-';
         });
}

namespace {

/// Whether a word stands among the neighbours of tokens[at]: a name that is told of is named again.
bool is_near(std::span<const RawToken> tokens, std::size_t at, std::uint64_t lower) {
  constexpr std::size_t k_reach = 300;
  const std::size_t begin = at - std::min(at, k_reach), end = std::min(tokens.size(), at + k_reach);
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                     tokens.begin() + static_cast<std::ptrdiff_t>(end),
                     [lower](const RawToken& token) { return token.lower == lower; });
}

}  // namespace

void clitic_features(std::string_view text, std::span<const RawToken> tokens, CliticPlace place, FeatureKeys& keys) {
  const std::size_t at = place.at;
  const auto form_at = [&](std::size_t index) {
    return index < tokens.size() ? text_of(text, tokens[index].span) : std::string_view("|");
  };
  const auto lower_at = [&](std::size_t index) { return index < tokens.size() ? tokens[index].lower : 5; };
  const auto shape_at = [&](std::size_t index) { return index < tokens.size() ? tokens[index].shape : 5; };
  const auto ending = [](std::string_view form, std::size_t n) {
    return hash_bytes(form.substr(form.size() - std::min(n, form.size())));
  };
  const std::string lower = lower_form(form_at(at));
  const std::string_view stem = std::string_view(lower).substr(0, lower.size() - 1);
  const std::string next = lower_form(form_at(at + 1));
  const std::uint64_t first = (at == 0 ? 1U : 0U) + (place.stripped ? 2U : 0U);
  const std::uint64_t shape = join(shape_at(at), first);
  keys.clear();
  keys.add(1, hash_bytes(lower), first);
  keys.add(2, shape, ending(stem, 1));
  keys.add(3, shape, ending(stem, 2));
  keys.add(4, shape, ending(stem, 3));
  keys.add(5, shape, shape_at(at + 1));
  keys.add(6, shape, lower_at(at + 1));
  keys.add(7, shape, ending(next, 2));
  keys.add(8, shape, ending(next, 3), ending(stem, 1));
  keys.add(9, shape, lower_at(at - 1));
  keys.add(10, shape, shape_at(at - 1), shape_at(at + 1));
  keys.add(11, lower_at(at - 1), lower_at(at + 1), shape);
  keys.add(16, shape, lower_at(at + 1), lower_at(at + 2));
  if (place.stripped) {
    const std::uint64_t near = is_near(tokens, at, hash_bytes(stem)) ? 1 : 0;
    keys.add(17, shape, near);
    keys.add(18, shape, near, ending(stem, 1));
    keys.add(19, shape, near, ending(next, 2));
  }
  keys.add(12, shape, ending(lower_form(form_at(at + 2)), 2), ending(next, 2));
  keys.add(13, lower_at(at - 1), ending(next, 2), shape);
  keys.add(14, shape, std::min<std::size_t>(form_at(at).size(), 5));
  keys.add(15, shape, ending(next, 2), shape_at(at + 2));
}

bool Segmenter::hides_clitic(std::string_view text, std::span<const RawToken> tokens, CliticPlace place) const {
  const std::string_view form = text_of(text, tokens[place.at].span);
  if (!may_hide_clitic(form, place.stripped)) {
    return false;
  }
  if (place.stripped) {
    const std::string lower = lower_form(form);
    const std::uint64_t stem = hash_bytes(std::string_view(lower).substr(0, lower.size() - 1));
    if (lower == "its" || m_names.contains(hash_bytes(lower))) {
      return false;  // in news "its" is hardly ever "it's"; Homs and Ras al-Ain end in s by themselves
    }
    if (letter_class(static_cast<unsigned char>(form.front())) == 'X' && m_names.contains(stem)) {
      return true;
    }
  }
  FeatureKeys keys;
  clitic_features(text, tokens, place, keys);
  std::array<std::int32_t, 2> scores{};
  m_parts.clitic.add_scores(keys.keys(), scores);
  return scores[1] > scores[0];
}

void Segmenter::append_words(std::string_view text, std::span<const RawToken> tokens, std::size_t at, Options options,
                             std::vector<Token>& out) const {
  const RawToken& raw = tokens[at];
  const std::string_view form = text_of(text, raw.span);
  std::vector<std::uint32_t> borders = word_borders(form);
  if (borders.empty() && hides_clitic(text, tokens, {at, options.stripped})) {
    borders.push_back(static_cast<std::uint32_t>(form.size()) - 1);
  }
  borders.push_back(raw.span.size());
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < borders.size(); ++i) {
    Token token;
    token.span = {raw.span.begin + begin, raw.span.begin + borders[i]};
    token.words = static_cast<std::uint8_t>(i == 0 ? borders.size() : 0);
    token.space_after = raw.space_after;
    out.push_back(std::move(token));
    begin = borders[i];
  }
}

void Segmenter::segment(std::string_view text, const Region& region, Options options, Analysis& out) const {
  const std::vector<RawToken> tokens = tokens_of(text, region.span);
  std::size_t first = 0;
  for (const std::size_t end : sentence_ends(text, tokens)) {
    Sentence sentence;
    sentence.span = {tokens[first].span.begin, tokens[end - 1].span.end};
    sentence.first_token = static_cast<std::uint32_t>(out.tokens.size());
    for (std::size_t i = first; i < end; ++i) {
      append_words(text, tokens, i, options, out.tokens);
    }
    sentence.end_token = static_cast<std::uint32_t>(out.tokens.size());
    sentence.paragraph = region.paragraph;
    sentence.marked = region.marked;
    sentence.mark = region.mark;
    out.sentences.push_back(sentence);
    first = end;
  }
}

}  // namespace hearsay::analyse::detail

// SPDX-License-Identifier: Apache-2.0
// Encoding detection and conversion (ICU).
#include <hearsay/read/detail/charset.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <unicode/bytestream.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace hearsay::read::detail {

namespace {

constexpr std::size_t k_sample = 64U << 10U;
constexpr std::size_t k_meta_window = 4096;
constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

struct BomEntry {
  std::string_view mark, charset;
};
/// UTF-32 before UTF-16: its little-endian mark begins with the other one's.
constexpr std::array<BomEntry, 5> k_marks{{{"\xEF\xBB\xBF", "UTF-8"},
                                           {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                           {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                           {"\xFF\xFE", "UTF-16LE"},
                                           {"\xFE\xFF", "UTF-16BE"}}};

/// Labels that the WHATWG Encoding Standard reads as a superset, https://encoding.spec.whatwg.org/#names-and-labels
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> k_labels{{{"ascii", "windows-1252"},
                                                                                  {"us-ascii", "windows-1252"},
                                                                                  {"iso-8859-1", "windows-1252"},
                                                                                  {"iso8859-1", "windows-1252"},
                                                                                  {"latin1", "windows-1252"},
                                                                                  {"latin-1", "windows-1252"},
                                                                                  {"iso-8859-9", "windows-1254"},
                                                                                  {"iso-8859-11", "windows-874"},
                                                                                  {"tis-620", "windows-874"},
                                                                                  {"gb2312", "gb18030"},
                                                                                  {"gbk", "gb18030"},
                                                                                  {"euc-kr", "windows-949"},
                                                                                  {"shift_jis", "windows-31j"},
                                                                                  {"x-sjis", "windows-31j"},
                                                                                  {"utf-16", "utf-8"},
                                                                                  {"utf8", "utf-8"}}};

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(k_replacement); at != std::string_view::npos;
       at = text.find(k_replacement, at + k_replacement.size())) {
    ++count;
  }
  return count;
}

DecodedText repaired(std::string_view bytes) {
  Repaired made = repair_utf8(bytes);
  return {std::move(made.text), "UTF-8", made.replaced};
}

/// Empty when ICU has no such converter.
std::optional<DecodedText> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status), ucnv_close);
  if (U_FAILURE(status) != 0 || bytes.size() > (1U << 30U)) {
    return std::nullopt;
  }
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status) != 0) {
    return std::nullopt;
  }
  DecodedText made;
  made.text.reserve(bytes.size() + bytes.size() / 4);
  wide.toUTF8String(made.text);
  made.charset = charset;
  made.replaced = count_replacements(made.text);
  return made;
}

std::optional<DecodedText> decode_by_mark(std::string_view bytes) {
  for (const BomEntry& entry : k_marks) {
    if (bytes.starts_with(entry.mark)) {
      bytes.remove_prefix(entry.mark.size());
      return entry.charset == "UTF-8" ? repaired(bytes) : convert(bytes, std::string(entry.charset));
    }
  }
  return std::nullopt;
}

/// UTF-16 without a mark: Latin text in it has a zero in every other byte.
std::optional<std::string> utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, k_sample);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  }
  const std::size_t pairs = sample.size() / 2;
  if (pairs < 4) {
    return std::nullopt;
  }
  if (zeros[1] * 10 > pairs * 6 && zeros[0] * 20 < pairs) {
    return "UTF-16LE";
  }
  if (zeros[0] * 10 > pairs * 6 && zeros[1] * 20 < pairs) {
    return "UTF-16BE";
  }
  return std::nullopt;
}

struct Utf8Census {
  std::size_t good = 0, bad = 0;  // multi-byte sequences; ill-formed sequences
};

Utf8Census count_utf8(std::string_view bytes) {
  const Repaired made = repair_utf8(bytes);
  Utf8Census census;
  census.bad = made.replaced;
  for (const char c : made.text) {
    census.good += (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U ? 1U : 0U;
  }
  census.good -= std::min(census.good, census.bad);
  return census;
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether the non-ASCII bytes read as windows-1252 look like words and typographic signs: single accented letters
/// beside letters, quotes, dashes and signs alone. Otherwise they are damage, not another encoding.
bool is_plausible_1252(std::string_view bytes) {
  constexpr std::string_view k_signs =
      "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB4\xB7\xBB\xBD";
  std::size_t odd = 0;
  std::size_t runs = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      continue;
    }
    std::size_t end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x80) {
      ++end;
    }
    ++runs;
    const bool beside_letter =
        (at > 0 && is_ascii_letter(bytes[at - 1])) || (end < bytes.size() && is_ascii_letter(bytes[end]));
    const auto first = static_cast<unsigned char>(bytes[at]);
    const bool is_letter = end - at <= 2 && first >= 0xC0 && first < 0xFE && beside_letter;
    const bool is_sign = end - at <= 2 && k_signs.find(bytes[at]) != std::string_view::npos;
    odd += is_letter || is_sign ? 0U : 1U;
    at = end;
  }
  return odd * 4 <= runs;
}

struct Guess {
  std::string charset;
  std::int32_t confidence = 0;  // 0..100
};

Guess detect_charset(std::string_view bytes, bool is_html) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  const std::string_view sample = bytes.substr(0, k_sample);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), is_html ? 1 : 0);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) != 0 || match == nullptr) {
    return {};
  }
  Guess guess{ucsdet_getName(match, &status), ucsdet_getConfidence(match, &status)};
  if (guess.charset == "ISO-8859-1") {
    guess.charset = "windows-1252";
  }
  // EBCDIC, and UTF-16/32 that has neither mark nor zeros, are never what a news page is in.
  const bool absurd =
      guess.charset.starts_with("IBM") || guess.charset.starts_with("UTF-16") || guess.charset.starts_with("UTF-32");
  return absurd || U_FAILURE(status) != 0 ? Guess{} : guess;
}

DecodedText decode_by_guess(std::string_view bytes, bool is_html) {
  const Utf8Census census = count_utf8(bytes);
  if (census.good > 0 && census.bad * 10 <= census.good + 10) {
    return repaired(bytes);
  }
  const bool western = is_plausible_1252(bytes);
  Guess guess = detect_charset(bytes, is_html);
  const bool says_western = guess.charset.starts_with("windows-125") || guess.charset.starts_with("ISO-8859-");
  if (western && (says_western || guess.confidence < 40)) {
    // Short texts are often taken for Czech or Turkish; only scripts that are not Latin are believed then.
    const bool other_script = guess.charset == "windows-1251" || guess.charset == "windows-1253" ||
                              guess.charset == "windows-1255" || guess.charset == "windows-1256" ||
                              (guess.charset >= "ISO-8859-5" && guess.charset <= "ISO-8859-8");
    if (!other_script || guess.confidence < 40) {
      guess = {"windows-1252", 50};
    }
  }
  if (guess.confidence >= 20 && (guess.charset != "windows-1252" || western)) {
    if (auto made = convert(bytes, guess.charset)) {
      return std::move(*made);
    }
  }
  return repaired(bytes);
}

std::string_view trim_label(std::string_view label) {
  constexpr std::string_view k_edge = " \t\r\n\f\"'";
  const auto first = label.find_first_not_of(k_edge);
  if (first == std::string_view::npos) {
    return {};
  }
  label.remove_prefix(first);
  return label.substr(0, label.find_first_of(" \t\r\n\f\"'/>;"));
}

/// As browsers read the label.
std::string standard_label(std::string_view label) {
  const auto* known =
      std::find_if(k_labels.begin(), k_labels.end(), [&](const auto& entry) { return entry.first == label; });
  return std::string(known == k_labels.end() ? label : known->second);
}

/// <?xml version="1.0" encoding="...">
std::string xml_encoding(std::string_view head) {
  const std::size_t key = head.substr(0, head.find("?>")).find("encoding");
  const std::size_t equals = key == std::string_view::npos ? key : head.find_first_not_of(" \t\r\n", key + 8);
  return equals == std::string_view::npos || head[equals] != '='
             ? ""
             : standard_label(trim_label(head.substr(equals + 1, 64)));
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, k_meta_window));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (std::string xml = head.starts_with("<?xml") ? xml_encoding(head) : ""; !xml.empty()) {
    return xml;
  }
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos; meta = head.find("<meta", meta + 5)) {
    const std::size_t end = std::min(head.find('>', meta), head.size());
    const std::size_t key = head.find("charset", meta);
    if (key == std::string::npos || key >= end) {
      continue;
    }
    const std::size_t equals = head.find_first_not_of(" \t\r\n", key + 7);
    if (equals == std::string::npos || head[equals] != '=') {
      continue;
    }
    return standard_label(trim_label(std::string_view(head).substr(equals + 1, end - equals - 1)));
  }
  return "";
}

bool is_binary(std::string_view bytes) {
  const bool marked =
      std::any_of(k_marks.begin(), k_marks.end(), [&](const BomEntry& e) { return bytes.starts_with(e.mark); });
  if (marked || utf16_without_mark(bytes)) {
    return false;
  }
  std::size_t controls = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    controls +=
        byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B') ? 1U : 0U;
  }
  return controls * 50 > bytes.size();
}

DecodedText decode_text(std::string_view bytes, bool is_html, std::string_view label) {
  if (auto made = decode_by_mark(bytes)) {
    return std::move(*made);
  }
  std::string declared = is_html ? declared_charset(bytes) : "";
  declared = declared.empty() ? standard_label(to_lower(label)) : declared;
  // ISO-2022 writes everything in seven bits, so it would pass for UTF-8.
  if (!declared.starts_with("iso-2022") && is_utf8(bytes) && !utf16_without_mark(bytes)) {
    return {std::string(bytes), "UTF-8", 0};
  }
  if (const auto wide = utf16_without_mark(bytes)) {
    if (auto made = convert(bytes, *wide)) {
      return std::move(*made);
    }
  }
  if (declared == "utf-8") {
    return repaired(bytes);
  }
  if (!declared.empty()) {
    if (auto made = convert(bytes, declared)) {
      return std::move(*made);
    }
  }
  return decode_by_guess(bytes, is_html);
}

}  // namespace hearsay::read::detail

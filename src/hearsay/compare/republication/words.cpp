// SPDX-License-Identifier: Apache-2.0
// Words and fingerprints of a report.
#include <hearsay/compare/republication/words.hpp>

#include <algorithm>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::compare {

namespace {

constexpr std::uint64_t k_offset = 14695981039346656037ULL, k_prime = 1099511628211ULL;  // FNV-1a

// Spreads the bits, so that the least of some hashes is as good as a random one (finaliser of MurmurHash3).
std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdULL;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

bool is_left_out(MarkKind kind) {
  return !is_read(kind) || kind == MarkKind::byline || kind == MarkKind::dateline || kind == MarkKind::comment;
}

// The stretches of text that count, in order.
std::vector<Span> read_stretches(const CleanText& text) {
  std::vector<Span> stretches;
  std::uint32_t at = 0;
  for (const Mark& mark : text.marks) {
    if (!is_left_out(mark.kind) || mark.span.end <= at) {
      continue;
    }
    if (mark.span.begin > at) {
      stretches.push_back({at, mark.span.begin});
    }
    at = mark.span.end;
  }
  stretches.push_back({at, static_cast<std::uint32_t>(text.text.size())});
  return stretches;
}

enum class Sign : std::uint8_t { letter, joiner, opening, closing, straight, other };

Sign sign_of(char32_t code) {
  switch (code) {
    case U'\'':
    case U'’':
    case U'‘':
      return Sign::joiner;
    case U'"':
      return Sign::straight;
    case U'“':
    case U'«':
      return Sign::opening;
    case U'”':
    case U'»':
      return Sign::closing;
    default:
      return is_alpha(code) || is_digit(code) ? Sign::letter : Sign::other;
  }
}

char32_t lower(char32_t code, std::string_view letter) {
  if (code < 0x80) {
    return code >= U'A' && code <= U'Z' ? code + 32 : code;
  }
  const std::string low = to_lower(letter);
  return low.empty() ? code : decode_at(low, 0).code;
}

// Reads one stretch; quotation marks left open end with the stretch's line.
class Reader {
 public:
  Reader(std::string_view text, Words& words) : m_text(text), m_words(words) {}

  void read(Span stretch) {
    for (std::uint32_t at = stretch.begin; at < stretch.end;) {
      const Decoded next = decode_at(m_text, at);
      take(next.code, {at, at + next.length});
      at += next.length;
    }
    end_word();
    m_quoted = false;
  }

 private:
  void take(char32_t code, Span where) {
    const Sign sign = sign_of(code);
    if (sign == Sign::letter) {
      m_word.begin = m_open ? m_word.begin : where.begin;
      m_word.end = where.end;
      m_hash = ((m_open ? m_hash : k_offset) ^ lower(code, text_of(m_text, where))) * k_prime;
      m_open = true;
      return;
    }
    if (sign == Sign::joiner) {
      return;
    }
    end_word();
    if (sign == Sign::opening || sign == Sign::closing || sign == Sign::straight) {
      m_quoted = sign == Sign::opening || (sign == Sign::straight && !m_quoted);
    } else if (code == U'\n') {
      m_quoted = false;
    }
  }

  void end_word() {
    if (m_open) {
      m_words.hashes.push_back(mixed(m_hash));
      m_words.spans.push_back(m_word);
      m_words.quoted.push_back(m_quoted);
    }
    m_open = false;
  }

  std::string_view m_text;
  Words& m_words;
  Span m_word;
  std::uint64_t m_hash = 0;
  bool m_open = false, m_quoted = false;
};

}  // namespace

Words words_of(const CleanText& text) {
  Words words;
  Reader reader(text.text, words);
  for (const Span stretch : read_stretches(text)) {
    reader.read(stretch);
  }
  return words;
}

std::vector<std::uint64_t> grams_of(const Words& words) {
  std::vector<std::uint64_t> grams;
  for (std::size_t i = 0; i + k_gram <= words.size(); ++i) {
    std::uint64_t hash = k_offset;
    for (std::size_t j = 0; j < k_gram; ++j) {
      hash = mixed(hash * k_prime + words.hashes[i + j]);
    }
    grams.push_back(hash);
  }
  return grams;
}

std::vector<std::uint64_t> fingerprints_of(std::span<const std::uint64_t> grams) {
  std::vector<std::uint64_t> chosen;
  const std::size_t window = std::min(k_window, grams.size());
  for (std::size_t i = 0; window > 0 && i + window <= grams.size(); ++i) {
    const auto part = grams.subspan(i, window);
    const std::uint64_t least = *std::min_element(part.begin(), part.end());
    if (chosen.empty() || chosen.back() != least) {
      chosen.push_back(least);
    }
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

}  // namespace hearsay::compare

// SPDX-License-Identifier: Apache-2.0
// Shared runs by the grams of one report looked up in the other, and extended as far as the words agree.
#include <hearsay/compare/republication/alignment.hpp>

#include <algorithm>
#include <utility>

namespace hearsay::compare {

namespace {

constexpr std::size_t k_places = 8;  // of one gram in a: a refrain repeated more often adds nothing

std::size_t length_from(const Words& a, std::size_t i, const Words& b, std::size_t j) {
  std::size_t length = 0;
  while (i + length < a.size() && j + length < b.size() && a.hashes[i + length] == b.hashes[j + length]) {
    ++length;
  }
  return length;
}

std::size_t count(const std::vector<bool>& marked) {
  return static_cast<std::size_t>(std::count(marked.begin(), marked.end(), true));
}

// The parts of a run between common grams. Only fingerprints are known to be common, and they lie at most a window
// apart: so what is left of a cut run counts only where it is long enough to hold a fingerprint of its own.
std::vector<Run> without_common(const Run& run, const Fingerprinted& b,
                                const std::function<bool(std::uint64_t)>& is_common) {
  std::vector<Run> parts;
  std::size_t from = 0;
  bool cut = false;
  const std::size_t grams = run.length - k_gram + 1;
  const auto close = [&](std::size_t end) {  // grams [from, end)
    if (end > from && (!cut || end - from >= k_window)) {
      parts.push_back({run.in_a + from, run.in_b + from, end - from + k_gram - 1});
    }
  };
  for (std::size_t i = 0; i < grams; ++i) {
    if (is_common(b.grams[run.in_b + i])) {
      cut = true;
      close(i);
      from = i + 1;
    }
  }
  close(grams);
  return parts;
}

}  // namespace

Fingerprinted fingerprint(const CleanText& text) {
  Fingerprinted made;
  made.words = words_of(text);
  made.grams = grams_of(made.words);
  made.fingerprints = fingerprints_of(made.grams);
  for (std::size_t i = 0; i < made.grams.size(); ++i) {
    made.places.emplace_back(made.grams[i], static_cast<std::uint32_t>(i));
  }
  std::sort(made.places.begin(), made.places.end());
  return made;
}

std::size_t most_shared_words(const Fingerprinted& a, const Fingerprinted& b, std::size_t enough) {
  std::size_t words = 0;
  for (auto i = a.places.begin(), j = b.places.begin(); i != a.places.end() && j != b.places.end() && words < enough;) {
    if (i->first == j->first) {
      words += k_gram;  // a gram that a has may stand more than once in b
      ++j;
    } else {
      i->first < j->first ? ++i : ++j;
    }
  }
  return words;
}

std::vector<Run> shared_runs(const Fingerprinted& a, const Fingerprinted& b) {
  std::vector<Run> runs;
  for (std::size_t j = 0; j < b.grams.size();) {
    Run best;
    auto place = std::lower_bound(a.places.begin(), a.places.end(), std::pair(b.grams[j], std::uint32_t{0}));
    for (std::size_t n = 0; n < k_places && place != a.places.end() && place->first == b.grams[j]; ++n, ++place) {
      const std::size_t length = length_from(a.words, place->second, b.words, j);
      if (length >= k_gram && length > best.length) {
        best = {place->second, j, length};
      }
    }
    if (best.length == 0) {
      ++j;
    } else {
      runs.push_back(best);
      j += best.length;
    }
  }
  return runs;
}

Overlap overlap_of(const Fingerprinted& a, const Fingerprinted& b,
                   const std::function<bool(std::uint64_t)>& is_common) {
  Overlap overlap;
  std::vector<bool> in_a(a.words.size()), in_b(b.words.size());
  for (const Run& whole : shared_runs(a, b)) {
    for (const Run& run : without_common(whole, b, is_common)) {
      overlap.runs.push_back(run);
      overlap.longest = std::max(overlap.longest, run.length);
      for (std::size_t i = 0; i < run.length; ++i) {
        overlap.quoted += !in_b[run.in_b + i] && a.words.quoted[run.in_a + i] && b.words.quoted[run.in_b + i] ? 1 : 0;
        in_a[run.in_a + i] = true;
        in_b[run.in_b + i] = true;
      }
    }
  }
  overlap.words_a = count(in_a);
  overlap.words_b = count(in_b);
  return overlap;
}

std::vector<SharedPassage> passages_of(const Overlap& overlap, const Words& a, const Words& b) {
  std::vector<SharedPassage> passages;
  for (const Run& run : overlap.runs) {
    passages.push_back({{a.spans[run.in_a].begin, a.spans[run.in_a + run.length - 1].end},
                        {b.spans[run.in_b].begin, b.spans[run.in_b + run.length - 1].end}});
  }
  return passages;
}

}  // namespace hearsay::compare

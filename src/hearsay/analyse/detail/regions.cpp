// SPDX-License-Identifier: Apache-2.0
// Which stretches of a cleaned text are segmented on their own.
#include <algorithm>

#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::analyse::detail {

namespace {

struct Cut {
  std::uint32_t at = 0;
  bool paragraph = false;
};

std::string_view trimmed_end(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

/// A line break inside a wrapped paragraph: the next line goes on in lower case and this one does not end a sentence.
bool goes_on(std::string_view line, std::string_view next) {
  const std::string_view end = trimmed_end(line);
  const auto first = next.find_first_not_of(" \t\r");
  if (end.empty() || first == std::string_view::npos) {
    return false;
  }
  const bool lower = next[first] >= 'a' && next[first] <= 'z';
  const bool stop = std::string_view(".!?:").find(end.back()) != std::string_view::npos;
  return (lower && !stop) || (end.back() == ',' && next[first] != '-');
}

std::vector<Cut> line_cuts(std::string_view text) {
  std::vector<Cut> cuts;
  std::size_t begin = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', begin)) {
    const std::string_view line = text.substr(begin, at - begin);
    const std::string_view next = text.substr(at + 1, std::min<std::size_t>(200, text.size() - at - 1));
    if (!goes_on(line, next.substr(0, next.find('\n')))) {
      cuts.push_back({static_cast<std::uint32_t>(at), true});
    }
    begin = at + 1;
  }
  return cuts;
}

/// The mark that rules at a place: an unread one before others, then the shortest.
const Mark* mark_at(std::span<const Mark> marks, Span span) {
  const Mark* best = nullptr;
  for (const Mark& mark : marks) {
    if (mark.span.begin >= span.end) {
      break;
    }
    if (!mark.span.contains(span)) {
      continue;
    }
    const bool better = best == nullptr || (is_read(best->kind) && !is_read(mark.kind)) ||
                        (is_read(best->kind) == is_read(mark.kind) && mark.span.size() < best->span.size());
    best = better ? &mark : best;
  }
  return best;
}

}  // namespace

std::vector<Region> regions_of(std::string_view text, std::span<const Mark> marks) {
  std::vector<Cut> cuts = line_cuts(text);
  for (const Mark& mark : marks) {
    cuts.push_back({std::min<std::uint32_t>(mark.span.begin, static_cast<std::uint32_t>(text.size())), false});
    cuts.push_back({std::min<std::uint32_t>(mark.span.end, static_cast<std::uint32_t>(text.size())), false});
  }
  cuts.push_back({static_cast<std::uint32_t>(text.size()), false});
  std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.at < b.at; });
  std::vector<Region> regions;
  std::uint32_t begin = 0, paragraph = 0;
  for (const Cut& cut : cuts) {
    if (cut.at > begin) {
      const Span span{begin, cut.at};
      const Mark* mark = mark_at(marks, span);
      if (mark == nullptr || is_read(mark->kind)) {
        regions.push_back({span, paragraph, mark != nullptr, mark != nullptr ? mark->kind : MarkKind::title});
      }
      begin = cut.at;
    }
    paragraph += cut.paragraph ? 1 : 0;
  }
  return regions;
}

}  // namespace hearsay::analyse::detail

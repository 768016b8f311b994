// SPDX-License-Identifier: Apache-2.0
#include <hearsay/link/extents.hpp>

#include <algorithm>
#include <numeric>

namespace hearsay::link {

Linked to_linked(const Mention& mention) {
  Linked linked;
  take_extent(linked, mention);
  linked.kind = mention.kind;
  linked.score = static_cast<double>(mention.score);
  linked.nominal = mention.nominal;
  return linked;
}

void take_extent(Linked& linked, const Mention& mention) {
  linked.span = mention.span;
  linked.first_token = mention.first_token;
  linked.end_token = mention.end_token;
  linked.head_token = mention.head_token;
}

bool is_same_but_article(Span a, Span b) {
  constexpr std::uint32_t k_article = 4;  // bytes of "the "
  return a.end == b.end && (a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin) <= k_article;
}

std::vector<std::size_t> nesting_order(const std::vector<Linked>& mentions) {
  std::vector<std::size_t> sorted(mentions.size());
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
    const Span x = mentions[a].span, y = mentions[b].span;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  std::vector<std::size_t> order;
  std::vector<Span> open;  // each holds the next
  for (const std::size_t i : sorted) {
    const Span span = mentions[i].span;
    while (!open.empty() && open.back().end <= span.begin) {
      open.pop_back();
    }
    if (std::none_of(open.begin(), open.end(), [&](Span other) { return other.crosses(span); })) {
      open.push_back(span);
      order.push_back(i);
    }
  }
  return order;
}

}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// Amounts of a text as mentions.
#include <hearsay/link/quantities/quantities.hpp>

#include <algorithm>

#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/link/quantities/amount_reader.hpp>

namespace hearsay::link {

struct QuantityRules::Data {
  detail::NumberWords numbers;
  detail::AmountWords words;
};

QuantityRules::QuantityRules(const Pack& pack)
    : m_data(std::make_shared<Data>(Data{detail::NumberWords(pack), detail::AmountWords(pack)})) {}

namespace {

/// Which pieces stand in time phrases.
std::vector<bool> pieces_of_times(const std::vector<detail::Piece>& pieces, const std::vector<Linked>& times) {
  std::vector<bool> taken(pieces.size(), false);
  std::size_t at = 0;
  for (const Linked& time : times) {
    while (at < pieces.size() && pieces[at].span.begin < time.span.begin) {
      ++at;
    }
    for (; at < pieces.size() && pieces[at].span.begin < time.span.end; ++at) {
      taken[at] = true;
    }
  }
  return taken;
}

bool overlaps_any(Span span, const std::vector<Linked>& times) {
  const auto first = std::lower_bound(times.begin(), times.end(), span.begin,
                                      [](const Linked& time, std::uint32_t begin) { return time.span.end <= begin; });
  return first != times.end() && first->span.overlaps(span);
}

Linked to_linked(const detail::Amount& amount, const Analysis& analysis, const std::vector<detail::Piece>& pieces,
                 std::string_view text) {
  const std::uint32_t first = pieces[amount.begin].token, last = pieces[amount.end - 1].token;
  Linked linked;
  linked.span = detail::span_of(pieces, amount.begin, amount.end, analysis, text);
  linked.first_token = first;
  linked.end_token = last + 1;
  linked.head_token = amount.counted ? pieces[*amount.counted].token : last;
  linked.kind = MentionKind::quantity;
  linked.type = amount.quantity.unit;
  linked.score = 1;
  linked.quantity = amount.quantity;
  return linked;
}

}  // namespace

std::vector<Linked> find_quantities(const CleanText& text, const Analysis& analysis, const std::vector<Linked>& times,
                                    const QuantityRules& rules) {
  const std::vector<detail::Piece> pieces = detail::cut_pieces(text, analysis);
  const std::vector<bool> taken = pieces_of_times(pieces, times);
  detail::AmountReader reader(text.text, analysis, pieces, taken, rules.data().numbers, rules.data().words);
  std::vector<Linked> found;
  const std::vector<detail::Amount> amounts = reader.read_all();
  for (const detail::Amount& amount : amounts) {
    Linked linked = to_linked(amount, analysis, pieces, text.text);
    if (found.empty() || found.back().span.end <= linked.span.begin) {
      if (overlaps_any(linked.span, times)) {
        continue;
      }
      if (amount.total) {
        const detail::Amount& total = amounts[*amount.total];
        linked.quantity->part_of = detail::span_of(pieces, total.begin, total.end, analysis, text.text);
      }
      found.push_back(std::move(linked));
    }
  }
  return found;
}

}  // namespace hearsay::link

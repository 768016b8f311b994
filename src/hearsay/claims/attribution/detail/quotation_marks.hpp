// SPDX-License-Identifier: Apache-2.0
// Stretches between quotation marks, also those that run on over paragraphs.
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/base/span.hpp>

namespace hearsay::claims::attribution {

/// One quotation inside one paragraph (line). `span` holds the marks, `inner` does not.
struct Quotation {
  Span span, inner;
  bool closed = true;     // false: the paragraph ended first, as when the next one goes on with the quotation
  bool at_begin = false;  // the paragraph begins with it
  bool at_end = false;    // nothing but punctuation follows in the paragraph
};

/// All outermost quotations, in text order. Curly, straight, doubled single ('' '') and angle marks; single marks
/// count only where they open after a blank and close before one. A mark that never closes counts only when it
/// begins its paragraph; otherwise it is a mark of inches or a slip, and is passed over.
std::vector<Quotation> find_quotations(std::string_view text);

/// The first quotation that ends behind the byte; quotations do not overlap, so all before it end before.
std::vector<Quotation>::const_iterator first_ending_after(const std::vector<Quotation>& quotations, std::uint32_t byte);

}  // namespace hearsay::claims::attribution

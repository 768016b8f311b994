// SPDX-License-Identifier: Apache-2.0
// Any text, with a mark somewhere: spans in order on code points, trees, and nothing read where it says not to.
#include <cstdint>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/analyse/conllu.hpp>
#include <hearsay/base/text/utf8.hpp>

#include "must.hpp"
#include "support/code_point_borders.hpp"

using hearsay::tests::is_border;
using hearsay::tests::must;

namespace {

void check(const hearsay::CleanText& text, const hearsay::Analysis& analysis) {
  std::uint32_t end = 0;
  for (const hearsay::Sentence& s : analysis.sentences) {
    int roots = 0;
    for (std::uint32_t i = s.first_token; i < s.end_token; ++i) {
      const hearsay::Token& token = analysis.tokens[i];
      must(end <= token.span.begin && token.span.begin < token.span.end && token.span.end <= text.text.size());
      must(is_border(text.text, token.span.begin) && is_border(text.text, token.span.end));
      must(token.head < static_cast<std::int32_t>(s.end_token));
      must(token.head < 0 || token.head >= static_cast<std::int32_t>(s.first_token));
      roots += token.head < 0 ? 1 : 0;
      end = token.span.end;
      for (const hearsay::Mark& mark : text.marks) {
        must(!mark.span.overlaps(token.span));
      }
    }
    must(roots == 1);
  }
}

}  // namespace

/// The first two bytes say where an unread stretch lies, the rest is the text; it is also tried as CoNLL-U.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const hearsay::analyse::Models models(HEARSAY_SOURCE_DIR "/models", hearsay::Pack{});
  if (size < 2) {
    return 0;
  }
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  hearsay::CleanText text;
  text.text = hearsay::repair_utf8(bytes).text;
  std::uint32_t begin = data[0], end = begin + data[1];
  if (end <= text.text.size() && begin < end && is_border(text.text, begin) && is_border(text.text, end)) {
    text.marks.push_back({{begin, end}, hearsay::MarkKind::boilerplate});
  }
  check(text, hearsay::analyse::analyse_text(text, models));
  if (auto given = hearsay::analyse::read_conllu(text.text)) {
    hearsay::analyse::tag_and_parse(given->text, given->analysis, models);
  }
  return 0;
}

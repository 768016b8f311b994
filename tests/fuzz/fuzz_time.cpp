// SPDX-License-Identifier: Apache-2.0
// Any bytes as a report and as a symbolic offset: no crash, spans inside the text, ordered days, the same answer twice.
#include <cstdint>
#include <string_view>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/link/quantities/quantities.hpp>
#include <hearsay/link/times/times.hpp>

#include "must.hpp"

using namespace hearsay;
using hearsay::tests::must;

namespace {

/// A table as packs/lang-en has it, small: classes and words enough to reach every rule.
Pack small_pack() {
  Pack pack;
  std::vector<packs::Problem> problems;
  pack.tables["lang-en/time.tsv"] = packs::parse_table(
      "word\tclass\tvalue\nmay\tmonth\t5\naug\tmonth-short\t8\nmonday\tweekday\t1\nday\tunit\tday\ndays\tunits\tday\n"
      "week\tunit\tweek\nyear\tunit\tyear\nyears\tunits\tyear\nmonth\tunit\tmonth\nhour\tunit\thour\nsummer\tseason\tSU"
      "\n"
      "night\tdaypart\tNI\nnoon\tdaypart\t12:00\ntoday\tdeictic\t0\nnow\treference\tPRESENT_REF\nlast\trelative\t-1\n"
      "next\trelative\t1\nthat\trelative\t0\nthat\tanaphor\t0\nago\tshift\t-1\nlater\tshift\t1\nlate\tpart\tEND\n"
      "end\tpart\tEND\nthe\tdeterminer\tthe\nin\tpreposition\tin\neach\teach\teach\nz\tzone\tZ\nbc\tera\tBC\npm\tmeridi"
      "em\tpm\n"
      "daily\tset\tP1D\n",
      "lang-en/time.tsv", problems);
  pack.tables["lang-en/feasts.tsv"] = packs::parse_table(
      "name\tcalendar\tmonth\tday\tweekday\tlength\nramadan\tislamic\t9\t1\t\t30\neaster\teaster\t\t0\t\t1\n",
      "lang-en/feasts.tsv", problems);
  pack.tables["lang-en/numbers.tsv"] = packs::parse_table(
      "word\tkind\tvalue\tmin\tmax\na\tarticle\t1\t\t\ntwo\tone\t2\t\t\nsixty\tten\t60\t\t\nthird\tordinal\t3\t\t\n"
      "million\tscale\t1000000\t\t\ndozen\tgroup\t12\t\t\nhalf\thalf\t0.5\t\t\nscores\tvague\t\t40\t\n",
      "lang-en/numbers.tsv", problems);
  pack.tables["lang-en/bounds.tsv"] =
      packs::parse_table("phrase\tplace\teffect\nat least\tbefore\tleast\nover\tbefore\tabove\nor more\tafter\tleast\n",
                         "lang-en/bounds.tsv", problems);
  return pack;
}

/// Tokens at blanks, sentences at line ends.
Analysis cut(const std::string& text) {
  Analysis analysis;
  Sentence sentence;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at <= size; ++at) {
    std::uint32_t end = at;
    while (end < size && text[end] != ' ' && text[end] != '\n') {
      ++end;
    }
    if (end > at) {
      Token token;
      token.span = {at, end};
      token.head = static_cast<std::int32_t>(analysis.tokens.size() * 7 % (analysis.tokens.size() + 1));
      token.upos = static_cast<Upos>(end % k_upos_count);
      analysis.tokens.push_back(token);
    }
    if ((end >= size || text[end] == '\n') && analysis.tokens.size() > sentence.first_token) {
      sentence.end_token = static_cast<std::uint32_t>(analysis.tokens.size());
      sentence.span = {analysis.tokens[sentence.first_token].span.begin, end};
      analysis.sentences.push_back(sentence);
      sentence.first_token = sentence.end_token;
    }
    at = end;
  }
  return analysis;
}

void check(const std::vector<Linked>& mentions, const std::string& text) {
  std::uint32_t last = 0;
  for (const Linked& mention : mentions) {
    must(mention.span.begin >= last && mention.span.begin < mention.span.end && mention.span.end <= text.size());
    last = mention.span.end;
    if (mention.time && mention.time->range.from && mention.time->range.to) {
      must(*mention.time->range.from <= *mention.time->range.to);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Pack k_pack = small_pack();
  static const link::TimeRules k_times(k_pack);
  static const link::QuantityRules k_quantities(k_pack);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  TimeRef time;
  time.symbolic = "DCT" + bytes;
  const TimeRef resolved = link::resolve_symbolic(time, Day{std::chrono::days(17403)});
  must(!resolved.range.from || !resolved.range.to || *resolved.range.from <= *resolved.range.to);
  CleanText text;
  text.text = bytes;
  const Analysis analysis = cut(text.text);
  const auto times = link::find_times(text, analysis, k_times);
  check(times, text.text);
  const auto amounts = link::find_quantities(text, analysis, times, k_quantities);
  check(amounts, text.text);
  must(link::find_times(text, analysis, k_times).size() == times.size());
  return 0;
}

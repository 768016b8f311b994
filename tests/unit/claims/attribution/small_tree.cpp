// SPDX-License-Identifier: Apache-2.0
#include "small_tree.hpp"

#include <sstream>

namespace hearsay::tests {

namespace {

void add_word(const std::string& line, std::int32_t base, SmallReport& report) {
  std::istringstream in(line);
  std::string form, upos, relation;
  Token token;
  int head = 0;
  in >> form >> upos >> token.lemma >> head >> relation;
  token.upos = parse_upos(upos).value();
  token.deprel = parse_deprel(relation).value();
  token.head = head == 0 ? -1 : base + head - 1;
  if (token.upos == Upos::pron) {
    token.feats.pron_type = form == "who" || form == "which" ? ud::PronType::rel : ud::PronType::prs;
  }
  std::string& text = report.text.text;
  const bool glued = token.upos == Upos::punct && form != "\"" && form != "(";
  const bool after_mark = text.ends_with("\"") && report.analysis.tokens.back().lemma == "<";
  if (!text.empty() && !text.ends_with('\n') && !glued && !after_mark && token.lemma != ">") {
    text += ' ';
  }
  token.span = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + form.size())};
  text += form;
  report.analysis.tokens.push_back(token);
}

}  // namespace

SmallReport small_report(const std::vector<std::string>& sentences) {
  SmallReport report;
  std::uint32_t paragraph = 0;
  for (const std::string& sentence : sentences) {
    if (sentence.starts_with('\n') && !report.text.text.empty()) {
      report.text.text += "\n";
      ++paragraph;
    }
    Sentence made;
    made.paragraph = paragraph;
    made.first_token = static_cast<std::uint32_t>(report.analysis.tokens.size());
    std::istringstream in(sentence);
    for (std::string line; std::getline(in, line);) {
      if (line.find_first_not_of(' ') != std::string::npos) {
        add_word(line, static_cast<std::int32_t>(made.first_token), report);
      }
    }
    made.end_token = static_cast<std::uint32_t>(report.analysis.tokens.size());
    made.span = {report.analysis.tokens[made.first_token].span.begin, report.analysis.tokens.back().span.end};
    report.analysis.sentences.push_back(made);
  }
  return report;
}

}  // namespace hearsay::tests

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/tag_classes.hpp>

#include <array>

#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

std::vector<TagClass> read_tag_classes(std::string_view lines) {
  std::vector<TagClass> out;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      throw Fatal("tag classes of the model are not readable");
    }
    const auto upos = parse_upos(line.substr(0, first));
    out.push_back({upos.value_or(Upos::x), penn_index(line.substr(first + 1, second - first - 1)),
                   parse_feats(line.substr(second + 1))});
  }
  return out;
}

std::string write_tag_classes(std::span<const TagClass> classes) {
  std::string out;
  for (const TagClass& cls : classes) {
    out.append(to_string(cls.upos))
        .append("\t")
        .append(k_penn[cls.penn])
        .append("\t")
        .append(to_string(cls.feats))
        .append("\n");
  }
  return out;
}

TagClass tag_class_of(const Token& token) {
  TagClass out{token.upos, penn_index(token.xpos), token.feats};
  const std::string_view xpos = token.xpos;
  if ((token.upos == Upos::verb || token.upos == Upos::aux) && (xpos == "VBD" || xpos == "VBP" || xpos == "MD")) {
    out.feats.number = ud::Number::none;
    out.feats.person = ud::Person::none;
  }
  if (out.feats.mood == ud::Mood::imp) {
    out.feats.number = ud::Number::none;
    out.feats.person = ud::Person::none;
  }
  out.feats.gender = token.upos == Upos::pron || token.upos == Upos::det ? out.feats.gender : ud::Gender::none;
  return out;
}

}  // namespace hearsay::analyse::detail

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/tagger.hpp>

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
    out.append(to_string(cls.upos)).append("\t").append(k_penn[cls.penn]).append("\t").append(to_string(cls.feats)).append("\n");
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

void tag_features(std::span<const WordFeatures> words, std::size_t at, std::span<const std::uint16_t> tags,
                  FeatureKeys& keys) {
  static const WordFeatures k_outside{};
  const auto word = [&](std::ptrdiff_t offset) -> const WordFeatures& {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at) + offset;
    return index >= 0 && index < static_cast<std::ptrdiff_t>(words.size()) ? words[static_cast<std::size_t>(index)] : k_outside;
  };
  const WordFeatures& w = word(0);
  const WordFeatures &p = word(-1), &n = word(1);
  const std::uint64_t t1 = at > 0 ? tags[at - 1] : 999U;
  const std::uint64_t t2 = at > 1 ? tags[at - 2] : 999U;
  keys.clear();
  keys.add(1, w.form);
  keys.add(2, w.lower);
  keys.add(3, w.suffix1, w.shape);
  keys.add(4, w.suffix2);
  keys.add(5, w.suffix3);
  keys.add(6, w.suffix4);
  keys.add(7, w.prefix1);
  keys.add(8, w.prefix2);
  keys.add(9, w.prefix3);
  keys.add(10, w.shape, at == 0 ? 1 : 0);
  keys.add(11, t1);
  keys.add(12, t1, t2);
  keys.add(13, t1, w.lower);
  keys.add(14, t1, w.suffix3);
  keys.add(15, p.lower);
  keys.add(16, p.lower, w.lower);
  keys.add(17, n.lower);
  keys.add(18, n.lower, w.lower);
  keys.add(19, n.suffix3, w.suffix3);
  keys.add(20, n.shape, w.shape, p.shape);
  keys.add(21, word(2).lower);
  keys.add(22, word(-2).lower);
  keys.add(23, t1, n.lower);
  keys.add(24, t1, w.lower, n.lower);
  keys.add(25, p.suffix3, w.suffix2);
  keys.add(26, n.suffix2, word(2).suffix2, t1);
  keys.add(27, n.lower, word(2).lower);
  keys.add(28, t1, t2, w.lower);
  keys.add(29, w.shape, n.lower);
  keys.add(30, words.size() < 4 ? words.size() : 4, w.shape, at == 0 ? 1 : 0);
  keys.add(31, t1, w.shape, n.suffix2);
}

std::vector<std::uint16_t> Tagger::tag(std::span<const WordFeatures> words) const {
  std::vector<std::uint16_t> tags(words.size());
  std::vector<std::int32_t> scores(m_model.classes());
  FeatureKeys keys;
  for (std::size_t i = 0; i < words.size(); ++i) {
    tag_features(words, i, tags, keys);
    std::fill(scores.begin(), scores.end(), 0);
    m_model.add_scores(keys.keys(), scores);
    tags[i] = static_cast<std::uint16_t>(best_of(scores));
  }
  return tags;
}

}  // namespace hearsay::analyse::detail

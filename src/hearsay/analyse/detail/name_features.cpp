// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/name_features.hpp>

#include <algorithm>
#include <unordered_map>

namespace hearsay::analyse::detail {

namespace {

WordCase case_of(std::string_view form) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (lower(form.front())) {
    return WordCase::lower;
  }
  if (!upper(form.front())) {
    return static_cast<unsigned char>(form.front()) >= 0xC3 ? WordCase::capital : WordCase::none;
  }
  return form.size() > 1 && std::none_of(form.begin(), form.end(), lower) ? WordCase::upper : WordCase::capital;
}

SentenceCase sentence_case(const NameText& text, const Sentence& sentence) {
  std::uint32_t lower = 0, capital = 0, upper = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    if (text.analysis->tokens[t].span.size() > 3) {
      const WordCase letters = text.words[t].letters;
      lower += letters == WordCase::lower ? 1U : 0U;
      capital += letters == WordCase::capital ? 1U : 0U;
      upper += letters == WordCase::upper ? 1U : 0U;
    }
  }
  if (upper > 2 && upper > lower + capital) {
    return SentenceCase::upper;
  }
  if (capital > 2 && lower * 4 < capital) {
    return SentenceCase::title;
  }
  return lower > 2 && capital + upper == 0 ? SentenceCase::lower : SentenceCase::usual;
}

/// Whether a word belongs to the same short phrase as its head.
bool is_core(Deprel deprel) {
  switch (universal(deprel)) {
    case Deprel::det:
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nummod:
    case Deprel::flat:
    case Deprel::goeswith:
    case Deprel::fixed:
      return true;
    default:
      return deprel == Deprel::nmod_poss || deprel == Deprel::nmod_desc;
  }
}

bool is_outer(Deprel deprel) {
  const Deprel plain = universal(deprel);
  return is_core(deprel) || plain == Deprel::nmod || plain == Deprel::acl || plain == Deprel::case_ ||
         plain == Deprel::appos || plain == Deprel::conj || plain == Deprel::cc || plain == Deprel::punct ||
         plain == Deprel::advmod;
}

/// Up the tree while `joins` holds, at most a few steps.
template <class Joins>
std::uint32_t climb(const Analysis& analysis, std::uint32_t word, Joins joins) {
  std::uint32_t at = word;
  for (int steps = 0; steps < 8; ++steps) {
    const Token& token = analysis.tokens[at];
    if (token.head < 0 || !joins(token.deprel)) {
      break;
    }
    at = static_cast<std::uint32_t>(token.head);
  }
  return at;
}

void find_phrases(NameText& text, const Sentence& sentence) {
  auto& words = text.words;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    words[t].core_head = climb(*text.analysis, t, [](Deprel d) { return is_core(d) || d == Deprel::case_; });
    words[t].outer_head = climb(*text.analysis, t, is_outer);
    words[t].core_first = words[t].outer_first = sentence.end_token;
  }
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    NameWord& core = words[words[t].core_head];
    NameWord& outer = words[words[t].outer_head];
    const bool preposition = text.analysis->tokens[t].deprel == Deprel::case_ && t < words[t].core_head;
    if (!preposition) {
      core.core_first = std::min(core.core_first, t);
      outer.outer_first = std::min(outer.outer_first, t);
    }
    core.core_end = t + 1;
    outer.outer_end = t + 1;
  }
}

std::uint64_t lists_value(const ListMark& mark) {
  return std::uint64_t{mark.begins} << 16U | mark.inside | (mark.words > 1 ? std::uint64_t{1} << 33U : 0U);
}

std::uint64_t flags_of(const NameWord& word) {
  return static_cast<std::uint64_t>(word.letters) | static_cast<std::uint64_t>(word.sentence) << 2U |
         (word.seen_lower ? 16U : 0U) | (word.seen_capital ? 32U : 0U) | (word.first ? 64U : 0U);
}

void add_list_keys(std::uint64_t kind, std::uint16_t classes, std::uint64_t letters, FeatureKeys& keys) {
  for (std::uint64_t bit = 0; classes >> bit != 0; ++bit) {
    if ((classes >> bit & 1U) != 0) {
      keys.add(kind, bit, letters);
    }
  }
}

void add_word_keys(const NameText& text, std::uint32_t word, FeatureKeys& keys) {
  const WordFeatures& f = text.encoded->words[word];
  const std::uint64_t flags = flags_of(text.words[word]), letters = flags & 15U;
  const auto upos = static_cast<std::uint64_t>(text.analysis->tokens[word].upos);
  const ListMark& mark = text.lists[word];
  keys.add(500, f.lower);
  keys.add(501, f.form);
  keys.add(502, f.suffix2);
  keys.add(503, f.suffix3);
  keys.add(504, f.suffix4);
  keys.add(505, f.prefix2);
  keys.add(506, f.prefix3);
  keys.add(507, f.shape);
  keys.add(508, flags);
  keys.add(509, flags, upos);
  keys.add(510, lists_value(mark), letters);
  add_list_keys(511, mark.begins, mark.words > 1 ? 16U + letters : letters, keys);
  add_list_keys(512, mark.inside, letters, keys);
}

/// Where a word stands in a phrase: its first, head, last; behind the head; before all of it (a preposition).
std::uint64_t place_in(std::uint32_t word, std::uint32_t first, std::uint32_t head, std::uint32_t end) {
  return (word == first ? 1U : 0U) + (word == head ? 2U : 0U) + (word + 1 == end ? 4U : 0U) + (word > head ? 8U : 0U) +
         (word < first ? 16U : 0U);
}

void add_tree_keys(const NameText& text, std::uint32_t word, FeatureKeys& keys) {
  const auto& tokens = text.analysis->tokens;
  const auto& forms = text.encoded->words;
  const NameWord& at = text.words[word];
  const NameWord &core = text.words[at.core_head], &outer = text.words[at.outer_head];
  const auto relation = [&](std::uint32_t t) { return static_cast<std::uint64_t>(tokens[t].deprel); };
  const std::uint64_t in_core = place_in(word, core.core_first, at.core_head, core.core_end);
  const std::uint64_t in_outer = place_in(word, outer.outer_first, at.outer_head, outer.outer_end);
  const std::int32_t governor = tokens[at.core_head].head;
  keys.add(520, relation(word), static_cast<std::uint64_t>(tokens[word].upos));
  keys.add(521, in_core, relation(at.core_head), static_cast<std::uint64_t>(tokens[at.core_head].upos));
  keys.add(522, forms[at.core_head].lower);
  keys.add(523, forms[at.core_head].suffix3);
  keys.add(524, lists_value(text.lists[at.core_head]), in_core);
  keys.add(525, in_core, in_outer, relation(at.outer_head));
  keys.add(526, forms[at.outer_head].lower);
  keys.add(527, governor < 0 ? 5U : forms[static_cast<std::size_t>(governor)].lower, relation(at.core_head));
}

}  // namespace

NameText prepare_names(std::string_view text, const Analysis& analysis, const Encoded& encoded,
                       const NameLists& lists) {
  NameText out{text, &analysis, &encoded, lists.mark(text, analysis), std::vector<NameWord>(analysis.tokens.size())};
  for (std::size_t t = 0; t < analysis.tokens.size(); ++t) {
    out.words[t].letters = case_of(text_of(text, analysis.tokens[t].span));
  }
  std::unordered_map<std::uint64_t, std::uint8_t> seen;
  seen.reserve(analysis.tokens.size());
  for (const Sentence& sentence : analysis.sentences) {
    const SentenceCase kind = sentence_case(out, sentence);
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      NameWord& word = out.words[t];
      word.sentence = kind;
      word.first = t == sentence.first_token;
      const bool capital = word.letters == WordCase::capital && !word.first && kind == SentenceCase::usual;
      const bool lower = word.letters == WordCase::lower && kind != SentenceCase::lower;
      if (capital || lower) {
        seen[encoded.words[t].lower] |= lower ? std::uint8_t{1} : std::uint8_t{2};
      }
    }
    find_phrases(out, sentence);
  }
  for (std::size_t t = 0; t < out.words.size(); ++t) {
    if (const auto found = seen.find(encoded.words[t].lower); found != seen.end()) {
      out.words[t].seen_lower = (found->second & 1U) != 0;
      out.words[t].seen_capital = (found->second & 2U) != 0;
    }
  }
  return out;
}

void add_name_keys(const NameText& text, std::uint32_t word, FeatureKeys& keys) {
  add_word_keys(text, word, keys);
  add_tree_keys(text, word, keys);
}

float layout_of(const NameText& text) {
  const auto& sentences = text.analysis->sentences;
  const bool paragraphs = !sentences.empty() && sentences.back().paragraph > 0;
  return paragraphs ? 1.0F : std::max(0.0F, 1.0F - static_cast<float>(sentences.size()) / 10.0F);
}

std::array<float, k_style_values> style_values(const NameText& text, float layout) {
  const float words = static_cast<float>(std::max<std::size_t>(text.words.size(), 30));
  float theatre = 0, armed = 0, person = 0, weapons = 0, personal = 0, informal = 0;
  std::vector<std::uint64_t> distinct;
  for (std::size_t t = 0; t < text.words.size(); ++t) {
    const std::uint16_t classes = text.words[t].letters == WordCase::lower ? 0 : text.lists[t].begins;
    theatre += (classes & listed::theatre_place) != 0 ? 1.0F : 0.0F;
    armed += (classes & (listed::armed | listed::actor)) != 0 ? 1.0F : 0.0F;
    person += (classes & listed::person) != 0 ? 1.0F : 0.0F;
    weapons += (text.lists[t].begins & listed::equipment) != 0 ? 1.0F : 0.0F;
    const Token& token = text.analysis->tokens[t];
    const std::string_view form = text_of(text.text, token.span);
    const bool first = token.feats.person == ud::Person::first && token.feats.number == ud::Number::sing;
    personal += token.upos == Upos::pron && (first || token.feats.person == ud::Person::second) ? 1.0F : 0.0F;
    informal +=
        token.upos == Upos::intj || token.upos == Upos::sym || form == "!" || form == "?" || form == "i" ? 1.0F : 0.0F;
    if ((classes & (listed::theatre_place | listed::armed | listed::actor)) != 0) {
      distinct.push_back(text.encoded->words[t].lower);
    }
  }
  std::sort(distinct.begin(), distinct.end());
  const auto names = static_cast<float>(std::unique(distinct.begin(), distinct.end()) - distinct.begin());
  const auto share = [words](float count, float usual) { return std::min(2.0F, count / words / usual); };
  return {layout,
          layout < 1 ? 1.0F : 0.0F,
          layout * std::min(1.0F, share(theatre + armed, 0.02F)),
          layout * std::min(1.0F, names / 4.0F),
          layout * share(theatre, 0.03F),
          layout * share(armed, 0.03F),
          layout * share(person, 0.01F),
          layout * share(weapons, 0.01F),
          layout < 1 ? share(personal, 0.03F) : 0.0F,
          layout < 1 ? share(informal, 0.02F) : 0.0F};
}

}  // namespace hearsay::analyse::detail

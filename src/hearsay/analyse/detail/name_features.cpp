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

/// Words around one, and stand-ins beyond the sentence.
struct Window {
  const NameText& text;
  const Sentence& sentence;
  std::uint32_t word;
  bool has(int offset) const {
    const std::int64_t at = std::int64_t{word} + offset;
    return at >= sentence.first_token && at < sentence.end_token;
  }
  std::size_t at(int offset) const { return static_cast<std::size_t>(std::int64_t{word} + offset); }
  std::uint64_t edge(int offset) const { return offset < 0 ? 11U : 13U; }
  std::uint64_t lower(int offset) const { return has(offset) ? text.encoded->words[at(offset)].lower : edge(offset); }
  std::uint64_t shape(int offset) const { return has(offset) ? text.encoded->words[at(offset)].shape : edge(offset); }
  std::uint64_t suffix(int offset) const {
    return has(offset) ? text.encoded->words[at(offset)].suffix3 : edge(offset);
  }
  std::uint64_t upos(int offset) const {
    return has(offset) ? static_cast<std::uint64_t>(text.analysis->tokens[at(offset)].upos) : 20U + edge(offset);
  }
  std::uint64_t lists(int offset) const { return has(offset) ? lists_value(text.lists[at(offset)]) : 0U; }
  std::uint64_t letters(int offset) const {
    return has(offset) ? static_cast<std::uint64_t>(text.words[at(offset)].letters) : edge(offset);
  }
};

std::uint64_t flags_of(const NameWord& word) {
  return static_cast<std::uint64_t>(word.letters) | static_cast<std::uint64_t>(word.sentence) << 2U |
         (word.seen_lower ? 16U : 0U) | (word.seen_capital ? 32U : 0U) | (word.first ? 64U : 0U);
}

void add_word_keys(const Window& w, FeatureKeys& keys) {
  const WordFeatures& f = w.text.encoded->words[w.word];
  const std::uint64_t flags = flags_of(w.text.words[w.word]);
  keys.add(200, f.lower);
  keys.add(201, f.form);
  keys.add(202, f.suffix2);
  keys.add(203, f.suffix3);
  keys.add(204, f.suffix4);
  keys.add(205, f.prefix2);
  keys.add(206, f.prefix3);
  keys.add(207, f.shape);
  keys.add(208, flags);
  keys.add(209, flags, w.upos(0));
  keys.add(210, f.lower, flags & 15U);
  keys.add(211, w.lists(0), flags & 15U);
  keys.add(212, w.lists(0), w.upos(0));
  keys.add(213, w.lists(0));
}

void add_context_keys(const Window& w, FeatureKeys& keys) {
  for (const int offset : {-2, -1, 1, 2}) {
    const auto kind = static_cast<std::uint64_t>(220 + 10 * (offset + 2));
    keys.add(kind, w.lower(offset));
    keys.add(kind + 1, w.shape(offset));
    keys.add(kind + 2, w.upos(offset));
    keys.add(kind + 3, w.lists(offset));
    keys.add(kind + 4, w.suffix(offset));
    keys.add(kind + 5, w.letters(offset), w.letters(0), w.lower(offset));
  }
  keys.add(270, w.lower(-1), w.lower(0));
  keys.add(271, w.lower(0), w.lower(1));
  keys.add(272, w.shape(-1), w.shape(0), w.shape(1));
  keys.add(273, w.upos(-1), w.upos(0), w.upos(1));
  keys.add(274, w.letters(-2) * 25 + w.letters(-1), w.letters(0), w.letters(1) * 25 + w.letters(2));
  keys.add(275, w.lower(-2), w.lower(-1), w.letters(0));
  keys.add(276, w.lower(1), w.lower(2), w.letters(0));
  keys.add(277, w.lists(-1), w.lists(0), w.lists(1));
}

void add_tree_keys(const Window& w, FeatureKeys& keys) {
  const Token& token = w.text.analysis->tokens[w.word];
  const auto deprel = static_cast<std::uint64_t>(token.deprel);
  const std::uint64_t head = token.head < 0 ? 3U : w.text.encoded->words[static_cast<std::size_t>(token.head)].lower;
  keys.add(280, deprel, w.upos(0));
  keys.add(281, head, deprel);
  keys.add(
      282, deprel, w.letters(0),
      token.head < 0 ? 9U : static_cast<std::uint64_t>(w.text.words[static_cast<std::size_t>(token.head)].letters));
  keys.add(283, static_cast<std::uint64_t>(token.feats.number), w.upos(0), w.letters(0));
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

void add_name_keys(const NameText& text, const Sentence& sentence, std::uint32_t word, FeatureKeys& keys) {
  const Window window{text, sentence, word};
  add_word_keys(window, keys);
  add_context_keys(window, keys);
  add_tree_keys(window, keys);
}

void add_phrase_keys(const NameText& text, const Sentence& sentence, std::uint32_t word,
                     std::span<const std::uint8_t> names, FeatureKeys& keys) {
  const Window w{text, sentence, word};
  const auto label = [&](int offset) { return w.has(offset) ? std::uint64_t{names[w.at(offset)]} : 40U; };
  const NameWord& at = text.words[word];
  const auto& tokens = text.analysis->tokens;
  const auto relation = [&](std::uint32_t t) { return static_cast<std::uint64_t>(tokens[t].deprel); };
  const auto place = [word](std::uint32_t first, std::uint32_t head, std::uint32_t end) -> std::uint64_t {
    return (word == first ? 1U : 0U) + (word == head ? 2U : 0U) + (word + 1 == end ? 4U : 0U) +
           (word > head ? 8U : 0U) + (word < first ? 16U : 0U);
  };
  const NameWord& core = text.words[at.core_head];
  const NameWord& outer = text.words[at.outer_head];
  const std::uint64_t in_core = place(core.core_first, at.core_head, core.core_end);
  const std::uint64_t in_outer = place(outer.outer_first, at.outer_head, outer.outer_end);
  const auto& heads = text.encoded->words;
  keys.add(300, label(0));
  keys.add(301, label(-1), label(0), label(1));
  keys.add(302, label(0), w.lower(0));
  keys.add(303, label(1), w.lower(0));
  keys.add(304, label(-1), w.lower(0));
  keys.add(305, label(0), w.upos(-1), w.upos(0));
  keys.add(310, heads[at.core_head].lower);
  keys.add(311, heads[at.core_head].suffix3);
  keys.add(312, in_core, relation(at.core_head));
  keys.add(313, in_core, heads[at.core_head].lower);
  keys.add(314, in_core, names[at.core_head]);
  keys.add(315, in_core, static_cast<std::uint64_t>(tokens[at.core_head].upos), relation(word));
  keys.add(316, in_core, lists_value(text.lists[at.core_head]));
  keys.add(320, heads[at.outer_head].lower, in_outer);
  keys.add(321, in_outer, in_core, relation(at.outer_head));
  keys.add(322, names[at.outer_head], names[at.core_head], in_outer);
  keys.add(323, static_cast<std::uint64_t>(tokens[at.outer_head].upos), in_outer, relation(word));
  keys.add(324, heads[at.outer_head].suffix3, relation(word));
  const std::uint64_t governor =
      tokens[at.core_head].head < 0 ? 5U : heads[static_cast<std::size_t>(tokens[at.core_head].head)].lower;
  keys.add(325, governor, relation(at.core_head));
  keys.add(326, governor, relation(at.core_head), names[at.core_head]);
}

std::vector<std::uint64_t> style_keys(const NameText& text) {
  std::vector<std::uint64_t> out;
  for (std::size_t t = 0; t < text.words.size(); ++t) {
    if (text.words[t].letters == WordCase::lower) {
      out.push_back(join(400, text.encoded->words[t].lower));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<float> style_values(const NameText& text) {
  const float words = static_cast<float>(std::max<std::size_t>(text.words.size(), 30));
  float theatre = 0, armed = 0, person = 0, first = 0, second = 0, informal = 0, capitals = 0, weapons = 0;
  for (std::size_t t = 0; t < text.words.size(); ++t) {
    const Token& token = text.analysis->tokens[t];
    theatre += (text.lists[t].begins & listed::theatre_place) != 0 ? 1.0F : 0.0F;
    armed += (text.lists[t].begins & (listed::armed | listed::actor)) != 0 ? 1.0F : 0.0F;
    person += (text.lists[t].begins & listed::person) != 0 ? 1.0F : 0.0F;
    weapons += (text.lists[t].begins & listed::equipment) != 0 ? 1.0F : 0.0F;
    first +=
        token.feats.person == ud::Person::first && token.upos == Upos::pron && token.feats.number == ud::Number::sing
            ? 1.0F
            : 0.0F;
    second += token.feats.person == ud::Person::second ? 1.0F : 0.0F;
    const std::string_view form = text_of(text.text, token.span);
    informal +=
        token.upos == Upos::intj || token.upos == Upos::sym || form == "!" || form == "?" || form == "i" ? 1.0F : 0.0F;
    capitals += text.words[t].letters == WordCase::capital ? 1.0F : 0.0F;
  }
  const auto share = [words](float count, float usual) { return std::min(2.0F, count / words / usual); };
  return {share(theatre, 0.03F), share(armed, 0.03F),    share(person, 0.01F),  share(first, 0.03F),
          share(second, 0.02F),  share(informal, 0.02F), share(capitals, 0.2F), share(weapons, 0.01F)};
}

}  // namespace hearsay::analyse::detail

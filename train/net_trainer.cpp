// SPDX-License-Identifier: Apache-2.0
#include "net_trainer.hpp"

#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include <hearsay/analyse/detail/feature_keys.hpp>

#include "teachers.hpp"

namespace hearsay::train {

namespace {

namespace detail = analyse::detail;

constexpr int k_least_form = 2;   // a form or an affix needs so many occurrences for a vector of its own
constexpr int k_least_class = 6;  // rarer tag classes are replaced by a like one

struct Sentences {
  std::vector<std::vector<detail::WordFeatures>> words;
  std::vector<std::span<const Token>> tokens;
  std::vector<std::size_t> first;
  std::vector<std::string_view> texts;
};

Sentences sentences_of(const std::vector<const analyse::GivenTokens*>& corpora) {
  Sentences out;
  for (const analyse::GivenTokens* corpus : corpora) {
    for (const Sentence& s : corpus->analysis.sentences) {
      const std::span<const Token> tokens(corpus->analysis.tokens.data() + s.first_token, s.end_token - s.first_token);
      out.words.push_back(detail::sentence_features(corpus->text, tokens));
      out.tokens.push_back(tokens);
      out.first.push_back(s.first_token);
      out.texts.push_back(corpus->text);
    }
  }
  return out;
}

/// Tag classes frequent enough to learn, and for every class the one that stands for it.
struct Classes {
  std::vector<detail::TagClass> kept;
  std::map<detail::TagClass, std::uint16_t> index;
};

Classes choose_classes(const Sentences& sentences) {
  std::map<detail::TagClass, int> counts;
  for (const auto tokens : sentences.tokens) {
    for (const Token& token : tokens) {
      ++counts[detail::tag_class_of(token)];
    }
  }
  Classes out;
  for (const auto& [cls, count] : counts) {
    if (count >= k_least_class) {
      out.index[cls] = static_cast<std::uint16_t>(out.kept.size());
      out.kept.push_back(cls);
    }
  }
  for (const auto& [cls, count] : counts) {
    if (count >= k_least_class) {
      continue;
    }
    const auto likeness = [&, &rare = cls](const detail::TagClass& other) {
      return (other.upos == rare.upos ? 2'000'000 : 0) + (other.penn == rare.penn ? 1'000'000 : 0) + counts[other];
    };
    const auto best = std::max_element(out.kept.begin(), out.kept.end(),
                                       [&](const auto& a, const auto& b) { return likeness(a) < likeness(b); });
    out.index[cls] = static_cast<std::uint16_t>(best - out.kept.begin());
  }
  return out;
}

/// Rows of the vectors by key; row 0 is the unknown form's.
struct Vocabulary {
  std::unordered_map<std::uint64_t, std::int32_t> row;
  std::unordered_map<std::uint64_t, int> count;
  std::vector<std::uint64_t> keys = {detail::unknown_key()};
};

Vocabulary choose_vocabulary(const Sentences& sentences) {
  Vocabulary out;
  for (const auto& words : sentences.words) {
    for (const detail::WordFeatures& word : words) {
      for (const std::uint64_t key : detail::net_keys(word)) {
        if (++out.count[key] == k_least_form) {
          out.row[key] = static_cast<std::int32_t>(out.keys.size());
          out.keys.push_back(key);
        }
      }
    }
  }
  return out;
}

/// One word of an example on its way to rows: the form may differ from the treebank's.
struct Worded {
  std::string form;
  const Token* token = nullptr;
  std::int32_t head = -1;  // within the sentence
};
using Wording = std::vector<Worded>;

NetExample example_of(const Wording& words, const Classes& classes, const Vocabulary& vocabulary) {
  NetExample e;
  for (const Worded& word : words) {
    const auto keys = detail::net_keys(detail::word_features(word.form));
    for (std::size_t slot = 0; slot < keys.size(); ++slot) {
      const auto found = vocabulary.row.find(keys[slot]);
      e.rows.push_back(found != vocabulary.row.end() ? found->second : slot == 0 ? 0 : -1);
    }
    const auto count = vocabulary.count.find(keys[0]);
    e.unknown.push_back(0.25F / (0.25F + (count == vocabulary.count.end() ? 0.0F : static_cast<float>(count->second))));
    e.tags.push_back(classes.index.at(detail::tag_class_of(*word.token)));
    e.heads.push_back(word.head);
    e.deprels.push_back(static_cast<std::uint8_t>(word.token->deprel));
  }
  return e;
}

bool is_apostrophe_clitic(std::string_view form) {
  return form.find('\'') != std::string_view::npos || form.find("\u2019") != std::string_view::npos;
}

/// The sentence as some collections leave it: commas and apostrophes lost, often the final stop too.
Wording stripped(const Wording& words) {
  std::vector<bool> heads(words.size(), false);
  for (const Worded& word : words) {
    if (word.head >= 0) {
      heads[static_cast<std::size_t>(word.head)] = true;
    }
  }
  std::vector<std::int32_t> place(words.size(), -1);
  Wording out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string form;
    for (std::size_t at = 0; at < words[i].form.size();) {
      const bool curly = words[i].form.compare(at, 3, "\u2019") == 0 || words[i].form.compare(at, 3, "\u2018") == 0;
      const bool lost = curly || words[i].form[at] == '\'' || words[i].form[at] == ',';
      form.append(lost ? "" : words[i].form.substr(at, 1));
      at += curly ? 3 : 1;
    }
    if (form.empty() && !heads[i] && words[i].head >= 0) {
      continue;
    }
    place[i] = static_cast<std::int32_t>(out.size());
    out.push_back({form.empty() ? words[i].form : form, words[i].token, words[i].head});
  }
  for (Worded& word : out) {
    word.head = word.head < 0 ? -1 : place[static_cast<std::size_t>(word.head)];
  }
  return out;
}

/// The sentence as a headline: "title" case, all small or all capitals by `style` 0, 1, 2.
Wording recased(Wording words, unsigned style) {
  for (Worded& word : words) {
    const std::string lower = detail::lower_form(word.form);
    const bool ascii = lower.size() == word.form.size();
    if (style == 1 || !ascii) {
      word.form = lower;
      continue;
    }
    const std::size_t until = style == 2 ? lower.size() : std::min<std::size_t>(1, lower.size());
    const bool small = style == 0 && lower.size() < 4;
    for (std::size_t i = 0; i < until && !small && !is_apostrophe_clitic(lower); ++i) {
      word.form[i] = static_cast<char>(lower[i] >= 'a' && lower[i] <= 'z' ? lower[i] - 32 : lower[i]);
    }
  }
  return words;
}

/// A sentence and what may stand for it in a round.
struct Variants {
  NetExample plain, stripped, recased;
};

std::vector<Variants> examples_of(const Sentences& sentences, const Classes& classes, const Vocabulary& vocabulary) {
  std::vector<Variants> out;
  std::mt19937 random(17);
  for (std::size_t s = 0; s < sentences.tokens.size(); ++s) {
    Wording words;
    for (const Token& token : sentences.tokens[s]) {
      const std::int32_t head = token.head < 0 ? -1 : token.head - static_cast<std::int32_t>(sentences.first[s]);
      words.push_back({std::string(text_of(sentences.texts[s], token.span)), &token, head});
    }
    out.push_back({example_of(words, classes, vocabulary), example_of(stripped(words), classes, vocabulary),
                   example_of(recased(words, static_cast<unsigned>(random() % 3U)), classes, vocabulary)});
  }
  return out;
}

const NetExample* pick(const Variants& variants, const NetTraining& training, std::mt19937& random) {
  const float chance = static_cast<float>(random() % 10000U) / 10000.0F;
  return chance < training.stripped                      ? &variants.stripped
         : chance < training.stripped + training.recased ? &variants.recased
                                                         : &variants.plain;
}

void measure(const Network& network, const Vocabulary& vocabulary, const Classes& classes,
             const analyse::GivenTokens& gold) {
  const std::string dense = network.pack_dense(), vectors = network.pack_vectors(vocabulary.keys);
  const detail::SyntaxNet net(dense, vectors);
  std::size_t all = 0, upos = 0, heads = 0, labelled = 0;
  for (const Sentence& s : gold.analysis.sentences) {
    const std::span<const Token> tokens(gold.analysis.tokens.data() + s.first_token, s.end_token - s.first_token);
    const std::uint32_t end = s.end_token - s.first_token;
    const detail::Parsed parsed = net.run(detail::sentence_features(gold.text, tokens), {&end, 1});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      ++all;
      upos += classes.kept[parsed.tags[i]].upos == tokens[i].upos ? 1 : 0;
      const std::int32_t head = tokens[i].head < 0 ? -1 : tokens[i].head - static_cast<std::int32_t>(s.first_token);
      const bool right = head == parsed.heads[i];
      heads += right ? 1 : 0;
      labelled += right && universal(tokens[i].deprel) == universal(parsed.deprels[i]) ? 1 : 0;
    }
  }
  const auto percent = [&](std::size_t count) { return 100.0 * static_cast<double>(count) / static_cast<double>(all); };
  std::fprintf(stderr, "  UPOS %.2f UAS %.2f LAS %.2f\n", percent(upos), percent(heads), percent(labelled));
}

std::vector<std::vector<const NetExample*>> batches_of(std::vector<const Variants*>& order, const NetTraining& training,
                                                       std::mt19937& random) {
  std::shuffle(order.begin(), order.end(), random);
  std::vector<std::vector<const NetExample*>> out(1);
  std::size_t filled = 0;
  for (const Variants* variants : order) {
    if (filled >= training.batch_words) {
      out.emplace_back();
      filled = 0;
    }
    out.back().push_back(pick(*variants, training, random));
    filled += out.back().back()->words();
  }
  return out;
}

}  // namespace

std::string train_lemmas(const std::vector<analyse::GivenTokens>& corpora) {
  std::vector<detail::LemmaExample> lemmas;
  for (const analyse::GivenTokens& corpus : corpora) {
    for (const Token& token : corpus.analysis.tokens) {
      const detail::TagClass cls = detail::tag_class_of(token);
      lemmas.push_back({std::string(text_of(corpus.text, token.span)), token.lemma, cls.upos, cls.penn});
    }
  }
  return detail::pack_lemmas(lemmas);
}

std::map<std::string, std::string> train_network(const std::vector<analyse::GivenTokens>& corpora,
                                                 const analyse::GivenTokens* measured, NetTraining training) {
  std::vector<const analyse::GivenTokens*> parts;
  for (const analyse::GivenTokens& corpus : corpora) {
    parts.push_back(&corpus);
  }
  const Sentences sentences = sentences_of(parts);
  const Classes classes = choose_classes(sentences);
  const Vocabulary vocabulary = choose_vocabulary(sentences);
  std::vector<Variants> examples = examples_of(sentences, classes, vocabulary);
  if (const Teachers teachers(training.teachers, detail::write_tag_classes(classes.kept)); !teachers.empty()) {
    for (std::size_t i = 0; i < examples.size(); ++i) {
      teachers.teach(sentences.words[i], training.taught, examples[i].plain);
    }
  }
  training.shape.classes = static_cast<std::uint32_t>(classes.kept.size());
  Network network(training.shape, vocabulary.keys.size(), training.options);
  std::fprintf(stderr, "%zu sentences, %zu classes, %zu vectors\n", examples.size(), classes.kept.size(),
               vocabulary.keys.size());
  std::vector<const Variants*> order;
  for (const Variants& variants : examples) {
    order.push_back(&variants);
  }
  std::mt19937 random(training.options.seed + 100);
  for (int round = 0; round < training.rounds; ++round) {
    const auto batches = batches_of(order, training, random);
    double loss = 0;
    for (std::size_t b = 0; b < batches.size(); ++b) {
      const float done = (static_cast<float>(round) + static_cast<float>(b) / static_cast<float>(batches.size())) /
                         static_cast<float>(training.rounds);
      const float rate = training.options.peak_rate * std::min(1.0F, done * 30.0F) * (1.0F - done);
      loss += network.step(batches[b], rate);
    }
    std::fprintf(stderr, "round %d: loss %.4f\n", round, loss / static_cast<double>(batches.size()));
    if (measured != nullptr && (round % 5 == 4 || round + 1 == training.rounds)) {
      measure(network, vocabulary, classes, *measured);
    }
  }
  return {{"tag-classes", detail::write_tag_classes(classes.kept)},
          {"net", network.pack_dense()},
          {"vectors", network.pack_vectors(vocabulary.keys)}};
}

}  // namespace hearsay::train

// SPDX-License-Identifier: Apache-2.0
// The front door of analyse/: regions, sentences and words, tags and lemmas, heads, names.
#include <hearsay/analyse/analyse.hpp>

#include <hearsay/analyse/detail/models_data.hpp>
#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/analyse/names.hpp>

namespace hearsay::analyse {

Models::Models(const std::filesystem::path& folder, const Pack& pack) : m_data(std::make_shared<Data>(folder, pack)) {}

namespace {

constexpr std::size_t k_batch_words = 256;  // sentences go through the network together, up to so many words

/// Sentences [first, end) of an analysis, analysed together.
struct Batch {
  std::size_t first = 0, end = 0;
};

/// The next sentences from `first` on, up to k_batch_words words but at least one sentence.
Batch next_batch(const Analysis& analysis, std::size_t first) {
  const std::uint32_t begin = analysis.sentences[first].first_token;
  std::size_t end = first + 1;
  while (end < analysis.sentences.size() && analysis.sentences[end].end_token - begin <= k_batch_words) {
    ++end;
  }
  return {first, end};
}

void fill_token(std::string_view text, const detail::TagClass& cls, const detail::SyntaxModels& models, Token& token) {
  token.upos = cls.upos;
  token.xpos = detail::k_penn[cls.penn];
  token.feats = cls.feats;
  const std::string_view form = text_of(text, token.span);
  const std::string* verb = cls.upos == Upos::verb ? models.verbs.lemma_of(form) : nullptr;
  token.lemma = verb != nullptr ? *verb : models.lemmatiser.lemma(form, cls.upos, cls.penn);
}

void analyse_batch(std::string_view text, Batch batch, const detail::SyntaxModels& models, Analysis& analysis,
                   detail::Encoded* encoded) {
  const std::uint32_t first = analysis.sentences[batch.first].first_token;
  const std::uint32_t last = analysis.sentences[batch.end - 1].end_token;
  const std::span<Token> tokens(analysis.tokens.data() + first, last - first);
  std::vector<std::uint32_t> ends;
  for (std::size_t i = batch.first; i < batch.end; ++i) {
    ends.push_back(analysis.sentences[i].end_token - first);
  }
  std::vector<detail::WordFeatures> words = detail::sentence_features(text, tokens);
  models.read_as.apply(text, tokens, words);
  const detail::Parsed parsed = detail::SyntaxNet::run_together(models.nets, words, ends);
  if (encoded != nullptr) {
    encoded->words.insert(encoded->words.end(), words.begin(), words.end());
    encoded->states.insert(encoded->states.end(), parsed.states.begin(), parsed.states.end());
  }
  for (std::size_t i = batch.first; i < batch.end; ++i) {
    const auto sentence_first = static_cast<std::int32_t>(analysis.sentences[i].first_token);
    for (std::uint32_t t = analysis.sentences[i].first_token; t < analysis.sentences[i].end_token; ++t) {
      const std::size_t at = t - first;
      fill_token(text, models.classes[parsed.tags[at]], models, analysis.tokens[t]);
      analysis.tokens[t].head = parsed.heads[at] < 0 ? -1 : parsed.heads[at] + sentence_first;
      analysis.tokens[t].deprel = parsed.deprels[at];
    }
  }
}

void parse_all(std::string_view text, Analysis& analysis, const detail::SyntaxModels& models,
               detail::Encoded* encoded) {
  for (std::size_t first = 0; first < analysis.sentences.size();) {
    const Batch batch = next_batch(analysis, first);
    analyse_batch(text, batch, models, analysis, encoded);
    first = batch.end;
  }
}

}  // namespace

namespace detail {

Analysis analyse_syntax(const CleanText& text, const SyntaxModels& models, Encoded* encoded) {
  Analysis out;
  const Segmenter::Options options{.stripped = is_stripped(text.text)};
  for (const Region& region : regions_of(text.text, text.marks)) {
    models.segmenter.segment(text.text, region, options, out);
  }
  if (encoded != nullptr) {
    encoded->width = models.nets.front().width();
    encoded->words.reserve(out.tokens.size());
    encoded->states.reserve(out.tokens.size() * encoded->width);
  }
  parse_all(text.text, out, models, encoded);
  return out;
}

}  // namespace detail

void tag_and_parse(std::string_view text, Analysis& analysis, const Models& models) {
  parse_all(text, analysis, models.data().syntax, nullptr);
}

Analysis analyse_text(const CleanText& text, const Models& models) {
  detail::Encoded encoded;
  Analysis out = detail::analyse_syntax(text, models.data().syntax, &encoded);
  find_names(text, models, encoded, out);
  return out;
}

}  // namespace hearsay::analyse

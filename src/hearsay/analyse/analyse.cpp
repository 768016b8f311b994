// SPDX-License-Identifier: Apache-2.0
// The front door of analyse/: regions, sentences and words, tags and lemmas, heads, names.
#include <hearsay/analyse/analyse.hpp>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/pack_verbs.hpp>
#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/syntax_net.hpp>
#include <hearsay/analyse/detail/tag_classes.hpp>
#include <hearsay/analyse/names.hpp>

namespace hearsay::analyse {

struct Models::Data {
  Data(const std::filesystem::path& folder, const Pack& pack)
      : file(folder / "en-syntax.model", "syntax"),
        segmenter({detail::LinearModel(file.section("split")), detail::LinearModel(file.section("end")),
                   detail::LinearModel(file.section("clitic"))},
                  pack),
        classes(detail::read_tag_classes(file.section("tag-classes"))),
        lemmatiser(file.section("lemma"), pack),
        verbs(pack),
        nets{{file.section("net"), file.section("vectors")}} {
    for (int i = 2; file.has("net" + std::to_string(i)); ++i) {
      nets.emplace_back(file.section("net" + std::to_string(i)), file.section("vectors" + std::to_string(i)));
    }
  }
  detail::ModelFile file;
  detail::Segmenter segmenter;
  std::vector<detail::TagClass> classes;
  detail::Lemmatiser lemmatiser;
  detail::PackVerbs verbs;
  std::vector<detail::SyntaxNet> nets;  // they vote
};

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

void fill_token(std::string_view text, const detail::TagClass& cls, const Models::Data& models, Token& token) {
  token.upos = cls.upos;
  token.xpos = detail::k_penn[cls.penn];
  token.feats = cls.feats;
  const std::string_view form = text_of(text, token.span);
  const std::string* verb = cls.upos == Upos::verb ? models.verbs.lemma_of(form) : nullptr;
  token.lemma = verb != nullptr ? *verb : models.lemmatiser.lemma(form, cls.upos, cls.penn);
}

void analyse_batch(std::string_view text, Batch batch, const Models::Data& models, Analysis& analysis) {
  const std::uint32_t first = analysis.sentences[batch.first].first_token;
  const std::uint32_t last = analysis.sentences[batch.end - 1].end_token;
  const std::span<Token> tokens(analysis.tokens.data() + first, last - first);
  std::vector<std::uint32_t> ends;
  for (std::size_t i = batch.first; i < batch.end; ++i) {
    ends.push_back(analysis.sentences[i].end_token - first);
  }
  const detail::Parsed parsed =
      detail::SyntaxNet::run_together(models.nets, detail::sentence_features(text, tokens), ends);
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

}  // namespace

void tag_and_parse(std::string_view text, Analysis& analysis, const Models& models) {
  for (std::size_t first = 0; first < analysis.sentences.size();) {
    const Batch batch = next_batch(analysis, first);
    analyse_batch(text, batch, models.data(), analysis);
    first = batch.end;
  }
}

Analysis analyse_text(const CleanText& text, const Models& models) {
  Analysis out;
  const detail::Segmenter::Options options{.stripped = detail::is_stripped(text.text)};
  for (const detail::Region& region : detail::regions_of(text.text, text.marks)) {
    models.data().segmenter.segment(text.text, region, options, out);
  }
  tag_and_parse(text.text, out, models);
  find_names(text, models, out);
  return out;
}

}  // namespace hearsay::analyse

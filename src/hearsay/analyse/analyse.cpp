// SPDX-License-Identifier: Apache-2.0
// The front door of analyse/: regions, sentences and words, tags and lemmas, heads, names.
#include <hearsay/analyse/analyse.hpp>

#include <hearsay/analyse/detail/greedy_parser.hpp>
#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/tagger.hpp>
#include <hearsay/analyse/names.hpp>

namespace hearsay::analyse {

struct Models::Data {
  Data(const std::filesystem::path& folder, const Pack& pack)
      : file(folder / "en-syntax.model", "syntax"),
        segmenter(detail::LinearModel(file.section("split")), detail::LinearModel(file.section("end")),
                  detail::abbreviation_hashes(pack)),
        tagger(detail::LinearModel(file.section("tag")), detail::read_tag_classes(file.section("tag-classes"))),
        lemmatiser(file.section("lemma")),
        parser(detail::LinearModel(file.section("parse"))) {}
  detail::ModelFile file;
  detail::Segmenter segmenter;
  detail::Tagger tagger;
  detail::Lemmatiser lemmatiser;
  detail::GreedyParser parser;
};

Models::Models(const std::filesystem::path& folder, const Pack& pack)
    : m_data(std::make_shared<Data>(folder, pack)) {}

namespace {

void fill_tags(std::string_view text, std::span<Token> tokens, std::span<const std::uint16_t> tags,
               const Models::Data& models) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const detail::TagClass& cls = models.tagger.tag_class(tags[i]);
    tokens[i].upos = cls.upos;
    tokens[i].xpos = detail::k_penn[cls.penn];
    tokens[i].feats = cls.feats;
    tokens[i].lemma = models.lemmatiser.lemma(text_of(text, tokens[i].span), cls.upos, cls.penn);
  }
}

void fill_heads(std::span<Token> tokens, std::span<const detail::ParserState::Node> nodes, std::size_t first) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].head = nodes[i].head < 0 ? -1 : nodes[i].head + static_cast<std::int32_t>(first);
    tokens[i].deprel = nodes[i].head < 0 ? Deprel::root : nodes[i].deprel;
  }
}

void analyse_sentence(std::string_view text, std::span<Token> tokens, std::size_t first, const Models::Data& models) {
  const std::vector<detail::WordFeatures> words = detail::sentence_features(text, tokens);
  const std::vector<std::uint16_t> tags = models.tagger.tag(words);
  fill_tags(text, tokens, tags, models);
  std::vector<std::uint8_t> upos;
  for (const Token& token : tokens) {
    upos.push_back(static_cast<std::uint8_t>(token.upos));
  }
  fill_heads(tokens, models.parser.parse({words, tags, upos}), first);
}

}  // namespace

void tag_and_parse(std::string_view text, Analysis& analysis, const Models& models) {
  for (const Sentence& sentence : analysis.sentences) {
    const std::span<Token> tokens(analysis.tokens.data() + sentence.first_token, sentence.end_token - sentence.first_token);
    analyse_sentence(text, tokens, sentence.first_token, models.data());
  }
}

Analysis analyse_text(const CleanText& text, const Models& models) {
  Analysis out;
  for (const detail::Region& region : detail::regions_of(text.text, text.marks)) {
    models.data().segmenter.segment(text.text, region, out);
  }
  tag_and_parse(text.text, out, models);
  find_names(text, models, out);
  return out;
}

}  // namespace hearsay::analyse

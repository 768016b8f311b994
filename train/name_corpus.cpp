// SPDX-License-Identifier: Apache-2.0
#include "name_corpus.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "corpus.hpp"

namespace hearsay::train {

namespace {

using Json = nlohmann::json;

/// Byte offset of every code point, and of the end.
std::vector<std::uint32_t> byte_offsets(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      out.push_back(i);
    }
  }
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::vector<MarkedSpan> spans_of(const Json& row, const char* field, const std::vector<std::uint32_t>& bytes) {
  std::vector<MarkedSpan> out;
  if (row.contains(field)) {
    for (const Json& entity : row.at(field)) {
      out.push_back({{bytes.at(entity.at("begin").get<std::size_t>()), bytes.at(entity.at("end").get<std::size_t>())},
                     entity.value("type", "")});
    }
  }
  return out;
}

int index_of(std::span<const std::string_view> types, std::string_view type) {
  const auto found = std::find(types.begin(), types.end(), type);
  return found == types.end() ? -1 : static_cast<int>(found - types.begin());
}

/// The proper nouns of a mention, empty when it is more than a name.
Span proper_part(const MarkedText& text, Span span) {
  const auto& tokens = text.analysis.tokens;
  auto at =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= span.begin; });
  while (at != tokens.end() && at->upos == Upos::det) {
    ++at;
  }
  Span out;
  for (; at != tokens.end() && at->span.end <= span.end && text_of(text.text.text, at->span) != ","; ++at) {
    const bool inner =
        at->upos == Upos::adp || at->upos == Upos::det || at->upos == Upos::num || at->upos == Upos::punct;
    if (at->upos == Upos::propn) {
      out = {out.empty() ? at->span.begin : out.begin, at->span.end};
    } else if (out.empty() || !(inner || at->upos == Upos::part)) {
      return {};
    }
  }
  return out;
}

}  // namespace

void keep_gum_names(std::vector<std::unique_ptr<MarkedText>>& texts) {
  std::erase_if(texts, [](const auto& text) {
    return std::any_of(std::begin(k_left_out), std::end(k_left_out), [&](std::string_view genre) {
      return text->id.find("GUM_" + std::string(genre) + "_") != std::string::npos;
    });
  });
  for (auto& text : texts) {
    std::vector<MarkedSpan> names;
    for (const MarkedSpan& entity : text->entities) {
      const Span part = proper_part(*text, entity.span);
      const std::string_view type = entity.type == "person"         ? "PER"
                                    : entity.type == "organization" ? "ORG"
                                    : entity.type == "place"        ? "LOC"
                                                                    : "";
      if (!part.empty() && !type.empty()) {
        names.push_back({part, std::string(type)});
      }
    }
    text->entities = std::move(names);
  }
}

int name_kind(std::string_view type) {
  static constexpr std::array<std::string_view, 3> k_types = {"PER", "ORG", "LOC"};
  return index_of(k_types, type);
}

int phrase_kind(std::string_view type) {
  static constexpr std::array<std::string_view, 4> k_types = {"Person", "Organisation", "Location", "Nationality"};
  return index_of(k_types, type);
}

std::vector<std::unique_ptr<MarkedText>> read_marked(const std::filesystem::path& path,
                                                     const analyse::detail::SyntaxModels& models,
                                                     const analyse::detail::NameLists& lists) {
  std::vector<std::unique_ptr<MarkedText>> out;
  const std::string all = read_bytes(path);
  std::string_view rest = all;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty()) {
      continue;
    }
    const Json row = Json::parse(line);
    auto text = std::make_unique<MarkedText>();
    text->id = row.at("id").get<std::string>();
    text->source = row.value("source", "");
    text->text.text = row.at("text").get<std::string>();
    const auto bytes = byte_offsets(text->text.text);
    text->entities = spans_of(row, "entities", bytes);
    text->rejected = spans_of(row, "rejected", bytes);
    text->analysis = analyse::detail::analyse_syntax(text->text, models, &text->encoded);
    text->prepared = analyse::detail::prepare_names(text->text.text, text->analysis, text->encoded, lists);
    out.push_back(std::move(text));
  }
  return out;
}

std::vector<MarkedSpan> outermost(const MarkedText& text, int (*kind)(std::string_view)) {
  std::vector<MarkedSpan> known, out;
  std::copy_if(text.entities.begin(), text.entities.end(), std::back_inserter(known),
               [&](const MarkedSpan& e) { return kind(e.type) >= 0; });
  std::copy_if(known.begin(), known.end(), std::back_inserter(out), [&](const MarkedSpan& e) {
    return std::none_of(known.begin(), known.end(),
                        [&](const MarkedSpan& o) { return o.span != e.span && o.span.contains(e.span); });
  });
  std::stable_sort(out.begin(), out.end(), [](const MarkedSpan& a, const MarkedSpan& b) { return a.span < b.span; });
  return out;
}

std::vector<std::uint8_t> gold_labels(const MarkedText& text, int (*kind)(std::string_view)) {
  const auto& tokens = text.analysis.tokens;
  std::vector<std::uint8_t> labels(tokens.size(), 0);
  std::vector<bool> sentence_begins(tokens.size() + 1, false);
  for (const Sentence& sentence : text.analysis.sentences) {
    sentence_begins[sentence.first_token] = true;
  }
  for (const MarkedSpan& entity : outermost(text, kind)) {
    auto at = std::partition_point(tokens.begin(), tokens.end(),
                                   [&](const Token& t) { return t.span.end <= entity.span.begin; });
    bool first = true;
    for (; at != tokens.end() && at->span.begin < entity.span.end; ++at) {
      const auto t = static_cast<std::size_t>(at - tokens.begin());
      const auto base = static_cast<std::uint8_t>(1 + 2 * kind(entity.type));
      labels[t] = static_cast<std::uint8_t>(first || sentence_begins[t] ? base : base + 1);
      first = false;
    }
  }
  return labels;
}

}  // namespace hearsay::train

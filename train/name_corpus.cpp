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

/// UNER marks surface words; a name ends before the clitic.
void cut_clitic(std::string_view text, std::vector<MarkedSpan>& spans) {
  for (MarkedSpan& marked : spans) {
    const std::string_view name = text_of(text, marked.span);
    for (const std::string_view clitic : {"'s", "\u2019s"}) {
      marked.span.end -=
          name.size() > clitic.size() && name.ends_with(clitic) ? static_cast<std::uint32_t>(clitic.size()) : 0U;
    }
  }
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

/// A text's letters and signs in another writing, and where each of its bytes went.
std::string rewrite(std::string_view text, Writing writing, std::vector<std::uint32_t>& to) {
  std::string out;
  bool inside = false;  // a word
  for (const char c : text) {
    to.push_back(static_cast<std::uint32_t>(out.size()));
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
    if (writing == Writing::stripped && (c == ',' || c == '\'')) {
      continue;
    }
    const bool raise = writing == Writing::upper || (writing == Writing::title && !inside);
    if (writing == Writing::lower && upper) {
      out += static_cast<char>(c + 32);
    } else if (raise && lower) {
      out += static_cast<char>(c - 32);
    } else {
      out += c;
    }
    inside = upper || lower || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  }
  to.push_back(static_cast<std::uint32_t>(out.size()));
  return out;
}

std::vector<MarkedSpan> moved(std::vector<MarkedSpan> spans, const std::vector<std::uint32_t>& to) {
  for (MarkedSpan& marked : spans) {
    marked.span = {to[marked.span.begin], to[marked.span.end]};
  }
  std::erase_if(spans, [](const MarkedSpan& marked) { return marked.span.empty(); });
  return spans;
}

void analyse_marked(MarkedText& text, const analyse::detail::SyntaxModels& models,
                    const analyse::detail::NameLists& lists) {
  text.analysis = analyse::detail::analyse_syntax(text.text, models, &text.encoded);
  text.prepared = analyse::detail::prepare_names(text.text.text, text.analysis, text.encoded, lists);
}

}  // namespace

std::vector<std::unique_ptr<MarkedText>> rewritten(const std::vector<std::unique_ptr<MarkedText>>& texts,
                                                   std::size_t every, const analyse::detail::SyntaxModels& models,
                                                   const analyse::detail::NameLists& lists) {
  std::vector<std::unique_ptr<MarkedText>> out;
  for (std::size_t i = 0; i < texts.size(); i += every) {
    const MarkedText& from = *texts[i];
    std::vector<std::uint32_t> to;
    auto text = std::make_unique<MarkedText>();
    text->id = from.id;
    text->source = from.source;
    text->text.text = rewrite(from.text.text, static_cast<Writing>(i / every % 4), to);
    text->entities = moved(from.entities, to);
    text->mentions = moved(from.mentions, to);
    analyse_marked(*text, models, lists);
    out.push_back(std::move(text));
  }
  return out;
}

std::uint32_t surface_end(const MarkedText& text, std::uint32_t end) {
  const std::string_view rest = std::string_view(text.text.text).substr(end);
  return end + (rest.starts_with("'s") ? 2U : rest.starts_with("\u2019s") ? 4U : 0U);
}

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
    text->mentions = std::move(text->entities);
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

int mention_kind(std::string_view type) {
  static constexpr std::array<std::string_view, 3> k_types = {"person", "organization", "place"};
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
    cut_clitic(text->text.text, text->entities);
    text->rejected = spans_of(row, "rejected", bytes);
    analyse_marked(*text, models, lists);
    out.push_back(std::move(text));
  }
  return out;
}

namespace {

/// Spans of known kinds for which `hidden(span, other)` holds with no other one; in order.
template <class Hidden>
std::vector<MarkedSpan> visible(const std::vector<MarkedSpan>& spans, KindOf kind, Hidden hidden) {
  std::vector<MarkedSpan> known, out;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(known),
               [&](const MarkedSpan& e) { return kind(e.type) >= 0; });
  std::copy_if(known.begin(), known.end(), std::back_inserter(out), [&](const MarkedSpan& e) {
    return std::none_of(known.begin(), known.end(),
                        [&](const MarkedSpan& o) { return o.span != e.span && hidden(e.span, o.span); });
  });
  std::stable_sort(out.begin(), out.end(), [](const MarkedSpan& a, const MarkedSpan& b) { return a.span < b.span; });
  return out;
}

/// The end of the sentence that holds each word.
std::vector<std::uint32_t> sentence_ends(const Analysis& analysis) {
  std::vector<std::uint32_t> out(analysis.tokens.size());
  for (const Sentence& sentence : analysis.sentences) {
    std::fill(out.begin() + sentence.first_token, out.begin() + sentence.end_token, sentence.end_token);
  }
  return out;
}

}  // namespace

std::vector<MarkedSpan> outermost(const std::vector<MarkedSpan>& spans, KindOf kind) {
  return visible(spans, kind, [](Span a, Span b) { return b.contains(a); });
}

std::vector<MarkedSpan> innermost(const std::vector<MarkedSpan>& spans, KindOf kind) {
  return visible(spans, kind, [](Span a, Span b) { return a.contains(b); });
}

std::vector<std::uint8_t> gold_labels(const MarkedText& text, const std::vector<MarkedSpan>& spans, KindOf kind) {
  using analyse::detail::label_of;
  using analyse::detail::LabelPart;
  const auto& tokens = text.analysis.tokens;
  const std::vector<std::uint32_t> ends = sentence_ends(text.analysis);
  std::vector<std::uint8_t> labels(tokens.size(), 0);
  std::size_t free = 0;
  for (const MarkedSpan& entity : spans) {
    const auto which = static_cast<std::size_t>(kind(entity.type));
    const auto at = [&](std::uint32_t byte) {
      return static_cast<std::size_t>(
          std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= byte; }) -
          tokens.begin());
    };
    const std::size_t begin = std::max(at(entity.span.begin), free), end = at(entity.span.end - 1) + 1;
    for (std::size_t t = begin; t < std::min(end, tokens.size()); ++t) {
      const bool first = t == begin || ends[t] != ends[t - 1], last = t + 1 == end || t + 1 == ends[t];
      labels[t] = label_of(which, first && last ? LabelPart::only
                                  : first       ? LabelPart::first
                                  : last        ? LabelPart::last
                                                : LabelPart::inner);
    }
    free = std::max(free, end);
  }
  return labels;
}

}  // namespace hearsay::train

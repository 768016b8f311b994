// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/names.hpp>

#include <algorithm>

#include <hearsay/analyse/detail/models_data.hpp>
#include <hearsay/analyse/detail/name_agreement.hpp>

namespace hearsay::analyse {

namespace {

/// The last word of a stretch whose head lies outside; function words do not count.
std::uint32_t head_of(const Analysis& analysis, const Mention& mention) {
  for (std::uint32_t t = mention.end_token; t-- > mention.first_token;) {
    const Token& token = analysis.tokens[t];
    const bool inside = token.head >= static_cast<std::int32_t>(mention.first_token) &&
                        token.head < static_cast<std::int32_t>(mention.end_token);
    if (!inside && token.upos != Upos::punct && token.upos != Upos::part && token.upos != Upos::adp &&
        token.upos != Upos::det) {
      return t;
    }
  }
  return mention.end_token - 1;
}

/// What the lists call a whole name: groups under arms, outlets, weapons among the organisations.
void refine_kind(const detail::NameText& text, Mention& mention) {
  const detail::ListMark& mark = text.lists[mention.first_token];
  if (mention.kind != MentionKind::organisation || mark.words != mention.end_token - mention.first_token) {
    return;
  }
  if ((mark.begins & detail::listed::armed) != 0) {
    mention.kind = MentionKind::armed_group;
  } else if ((mark.begins & detail::listed::outlet) != 0) {
    mention.kind = MentionKind::outlet;
  }
}

/// "Moscow's": the name ends before the clitic.
void cut_possessive(const detail::NameText& text, Mention& mention) {
  const auto& tokens = text.analysis->tokens;
  if (mention.end_token - mention.first_token > 1 && tokens[mention.end_token - 1].upos == Upos::part) {
    --mention.end_token;
    mention.span.end = tokens[mention.end_token - 1].span.end;
  }
}

/// "Jordan said" after "Mary Jordan": a single word that ends a person's full name in the text means that person.
void follow_surnames(const detail::NameText& text, std::vector<Mention>& names) {
  const auto& words = text.encoded->words;
  std::vector<std::uint64_t> surnames;
  for (const Mention& name : names) {
    if (name.kind == MentionKind::person && name.end_token - name.first_token > 1) {
      surnames.push_back(words[name.end_token - 1].form);
    }
  }
  std::sort(surnames.begin(), surnames.end());
  for (Mention& name : names) {
    if (name.end_token - name.first_token == 1 &&
        std::binary_search(surnames.begin(), surnames.end(), words[name.first_token].form)) {
      name.kind = MentionKind::person;
    }
  }
}

std::uint64_t key_of(const detail::NameText& text, std::uint32_t first, std::uint32_t end) {
  std::uint64_t key = 0;
  for (std::uint32_t t = first; t < end; ++t) {
    key = detail::join(key, text.encoded->words[t].form);
  }
  return key;
}

/// Where the second name begins in a person's name that holds two, as in text that lost its lines ("Jane Roe Tom,
/// please call"): after a full name that the text has alone elsewhere, before a name that stands alone elsewhere or is
/// a listed first name; its end when there is one name.
std::uint32_t second_name(const detail::NameText& text, const Mention& name, std::span<const std::uint64_t> known) {
  const auto is_known = [&](std::uint32_t first, std::uint32_t end) {
    return std::binary_search(known.begin(), known.end(), key_of(text, first, end));
  };
  for (std::uint32_t t = name.end_token - 1; t >= name.first_token + 2; --t) {
    const bool first_name = (text.lists[t].begins & detail::listed::given_name) != 0;
    if (is_known(name.first_token, t) && (first_name || is_known(t, name.end_token))) {
      return t;
    }
  }
  return name.end_token;
}

void part_run_together(const detail::NameText& text, std::vector<Mention>& names) {
  std::vector<std::uint64_t> known;
  for (const Mention& name : names) {
    if (name.kind == MentionKind::person) {
      known.push_back(key_of(text, name.first_token, name.end_token));
    }
  }
  std::sort(known.begin(), known.end());
  const auto& tokens = text.analysis->tokens;
  std::vector<Mention> out;
  for (Mention name : names) {
    while (name.kind == MentionKind::person && name.end_token - name.first_token > 2) {
      const std::uint32_t next = second_name(text, name, known);
      if (next == name.end_token) {
        break;
      }
      Mention first = name;
      first.end_token = next;
      first.span.end = tokens[next - 1].span.end;
      out.push_back(first);
      name.first_token = next;
      name.span.begin = tokens[next].span.begin;
    }
    out.push_back(name);
  }
  names = std::move(out);
}

/// "at dawn": where a sentence begins with a capital, a small word is nobody's name.
bool is_small_word(const detail::NameText& text, const Mention& mention) {
  std::uint32_t first = mention.first_token;
  while (first > 0 && !text.words[first].first) {
    --first;
  }
  const auto is_small = [](const detail::NameWord& word) { return word.letters == detail::WordCase::lower; };
  const auto begin = text.words.begin();
  const bool capital = std::any_of(begin + first, begin + mention.first_token, [](const detail::NameWord& word) {
    return word.letters == detail::WordCase::capital;
  });
  return mention.kind == MentionKind::person && capital &&
         std::all_of(begin + mention.first_token, begin + mention.end_token, is_small);
}

std::vector<Mention> plain_names(const detail::NameText& text, std::span<const std::uint8_t> labels, bool report) {
  std::vector<Mention> out = detail::mentions_of(text, labels, detail::k_name_kinds);
  std::erase_if(out, [&](const Mention& mention) { return is_small_word(text, mention); });
  for (Mention& mention : out) {
    cut_possessive(text, mention);
  }
  if (!report) {  // "Mohammed Ali Hassan" beside "Mohammed Ali" is one name
    part_run_together(text, out);
  }
  for (Mention& mention : out) {
    mention.head_token = head_of(*text.analysis, mention);
    refine_kind(text, mention);
  }
  follow_surnames(text, out);
  return out;
}

/// Index of the name that holds the phrase's head; -1: none.
std::int32_t name_at(const std::vector<Mention>& names, std::uint32_t token) {
  auto after = std::upper_bound(names.begin(), names.end(), token,
                                [](std::uint32_t t, const Mention& m) { return t < m.first_token; });
  const bool held = after != names.begin() && (after - 1)->end_token > token;
  return held ? static_cast<std::int32_t>(after - names.begin()) - 1 : -1;
}

std::vector<Mention> noun_phrases(const detail::NameText& text, std::span<const std::uint8_t> labels,
                                  const std::vector<Mention>& names) {
  std::vector<Mention> out = detail::mentions_of(text, labels, detail::k_phrase_kinds);
  for (Mention& phrase : out) {
    phrase.head_token = head_of(*text.analysis, phrase);
    phrase.nominal = true;
    phrase.antecedent = name_at(names, phrase.head_token);
  }
  return out;
}

}  // namespace

void find_names(const CleanText& text, const Models& models, const detail::Encoded& encoded, Analysis& analysis) {
  const Models::Data& data = models.data();
  const detail::NameText prepared = detail::prepare_names(text.text, analysis, encoded, data.lists);
  const detail::NameTransitions transitions = data.names.net().transitions();
  std::vector<float> scores = data.names.net().score(prepared);
  detail::agree_over_text(prepared, transitions, scores);
  const detail::NameLabels labels = detail::label_sentences(analysis, scores, transitions);
  analysis.is_report = data.names.style_of(prepared) > 0;
  analysis.mentions = plain_names(prepared, labels.names, analysis.is_report);
  if (analysis.is_report) {
    analysis.phrases = noun_phrases(prepared, labels.phrases, analysis.mentions);
  }
  analysis.name_chances = detail::name_chances(scores, transitions, analysis.is_report);
}

}  // namespace hearsay::analyse

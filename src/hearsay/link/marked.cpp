// SPDX-License-Identifier: Apache-2.0
#include <hearsay/link/marked.hpp>

#include <algorithm>
#include <string_view>

#include <hearsay/link/extents.hpp>
#include <hearsay/link/names/kinds.hpp>

namespace hearsay::link {

namespace {

bool is_name_kind(MentionKind kind) {
  return kind != MentionKind::time && kind != MentionKind::quantity && kind != MentionKind::equipment;
}

/// The spans of mentions that have a point of their own. "Near the base" cuts "2 km south of the base", "the border
/// dividing Homs" cuts a border that is listed: such phrases are not shown.
class LocatedSpans {
 public:
  explicit LocatedSpans(const std::vector<Linked>& mentions) {
    for (const Linked& mention : mentions) {
      if (mention.place && mention.place->lat) {
        m_spans.push_back(mention.span);
      }
    }
    std::sort(m_spans.begin(), m_spans.end());
    std::uint32_t reach = 0;
    for (const Span span : m_spans) {
      reach = std::max(reach, span.end);
      m_reach.push_back(reach);
    }
  }

  bool any_crosses(Span phrase) const {
    const auto after =
        std::partition_point(m_spans.begin(), m_spans.end(), [&](Span span) { return span.begin < phrase.end; });
    for (auto i = static_cast<std::size_t>(after - m_spans.begin()); i-- > 0 && m_reach[i] > phrase.begin;) {
      if (m_spans[i].crosses(phrase)) {
        return true;
      }
    }
    return false;
  }

 private:
  std::vector<Span> m_spans;           // sorted
  std::vector<std::uint32_t> m_reach;  // the farthest end of each and all before it
};

// The chance that a listed name is one where the trained names or phrases have none.
constexpr float k_least_chance = 0.65F, k_least_chance_of_state = 0.5F;

class Marker {
 public:
  Marker(const CleanText& text, const Analysis& analysis, const Links& links)
      : m_text(text.text),
        m_analysis(analysis),
        m_links(links),
        m_trained(analysis.is_report ? analysis.phrases : analysis.mentions),
        m_taken(m_trained.size(), false),
        m_moved(links.mentions.size(), -1) {}

  Marked run() {
    for (std::size_t i = 0; i < m_links.mentions.size(); ++i) {
      take(i);
    }
    if (m_analysis.is_report) {
      const LocatedSpans located(m_out);
      for (std::size_t t = 0; t < m_trained.size(); ++t) {
        if (!m_taken[t] && !located.any_crosses(m_trained[t].span)) {
          add_phrase(m_trained[t]);
        }
      }
    }
    return in_order();
  }

 private:
  /// The trained spans that touch a span.
  std::pair<std::size_t, std::size_t> touching(Span span) const {
    const auto first = std::partition_point(m_trained.begin(), m_trained.end(),
                                            [&](const Mention& m) { return m.span.end <= span.begin; });
    const auto last =
        std::partition_point(first, m_trained.end(), [&](const Mention& m) { return m.span.begin < span.end; });
    return {static_cast<std::size_t>(first - m_trained.begin()), static_cast<std::size_t>(last - m_trained.begin())};
  }

  void take(std::size_t index) {
    Linked linked = m_links.mentions[index];
    if (is_name_kind(linked.kind)) {
      const auto [first, last] = touching(linked.span);
      const bool fits = m_analysis.is_report ? fit_to_phrase(linked, first, last) : fit_to_name(linked, first, last);
      if (!fits) {
        return;
      }
    }
    m_moved[index] = static_cast<std::int32_t>(m_out.size());
    m_out.push_back(std::move(linked));
  }

  void put_on(Linked& linked, std::size_t trained) {
    const Mention& mention = m_trained[trained];
    m_taken[trained] = true;
    take_extent(linked, mention);
    linked.kind = is_same_group(linked.kind, mention.kind) ? linked.kind : mention.kind;
  }

  /// Whether a linked name is shown in a report, and how.
  bool fit_to_phrase(Linked& linked, std::size_t first, std::size_t last) {
    if (is_told_by(linked)) {
      return true;
    }
    for (std::size_t t = first; t < last; ++t) {
      const Span phrase = m_trained[t].span;
      if (phrase == linked.span || is_same_but_article(phrase, linked.span)) {
        if (m_taken[t]) {
          return false;
        }
        put_on(linked, t);
        return true;
      }
      if (phrase.contains(linked.span)) {
        return true;
      }
    }
    // A state that acts ("Jordan and others took part") is no place where whole phrases are marked.
    const bool state = linked.kind == MentionKind::place && linked.place && linked.place->feature.starts_with("PCL");
    return is_located(linked) && (!state || chance_of(linked) >= k_least_chance_of_state);
  }

  /// The greatest chance of its words to belong to a name; 1 where the analysis tells none.
  float chance_of(const Linked& linked) const {
    if (m_analysis.name_chances.empty()) {
      return 1;
    }
    const auto words =
        std::span(m_analysis.name_chances).subspan(linked.first_token, linked.end_token - linked.first_token);
    return *std::max_element(words.begin(), words.end());
  }

  /// A place that the gazetteer has: shown whether or not the model saw a name ("al-Tanf crossing", Arabic letters).
  static bool is_located(const Linked& linked) {
    return (is_place(linked.kind) || linked.kind == MentionKind::nationality) && linked.place && linked.place->lat &&
           !linked.nominal;
  }

  /// The same in another text.
  bool fit_to_name(Linked& linked, std::size_t first, std::size_t last) {
    if (last == first + 1 && !m_taken[first] && !is_told_by(linked) && linked.head_token < m_trained[first].end_token &&
        linked.head_token >= m_trained[first].first_token) {
      const MentionKind listed = linked.kind;
      put_on(linked, first);
      // UNER calls a state that acts a place.
      linked.kind = is_place(listed) && linked.kind != MentionKind::person ? listed : linked.kind;
    } else if (first == last && !is_located(linked) && !is_told_by(linked) && !is_name(linked)) {
      return false;
    }
    linked.span.end = surface_end(linked.span.end);
    return true;
  }

  static bool is_place(MentionKind kind) { return kind == MentionKind::place || kind == MentionKind::facility; }

  /// Of what the lists alone know. "police", "the Israeli occupation": listed for claims, no names; "LEXUS IS 300",
  /// "a Vice President": the sentence says otherwise.
  bool is_name(const Linked& linked) const {
    const Span head = m_analysis.tokens[linked.head_token].span;
    const auto is_large = [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; };
    return std::any_of(m_text.begin() + head.begin, m_text.begin() + head.end, is_large) &&
           chance_of(linked) >= k_least_chance;
  }

  /// "100 km north of al-Tanf": a place of its own.
  static bool is_told_by(const Linked& linked) { return linked.place && linked.place->relative; }

  std::uint32_t surface_end(std::uint32_t end) const {
    const std::string_view rest = m_text.substr(end);
    return end + (rest.starts_with("'s") ? 2U : rest.starts_with("\u2019s") ? 4U : 0U);
  }

  void add_phrase(const Mention& phrase) {
    Linked linked = to_linked(phrase);
    linked.nominal = true;
    linked.antecedent = antecedent_of(phrase);
    m_out.push_back(std::move(linked));
  }

  /// The linked mention that the phrase's own name became; counts Links::mentions.
  std::int32_t antecedent_of(const Mention& phrase) const {
    const auto& all = m_links.phrases;
    const auto same =
        std::partition_point(all.begin(), all.end(), [&](const Linked& l) { return l.span < phrase.span; });
    return same == all.end() || same->span != phrase.span ? -1 : same->antecedent;
  }

  /// Sorted; of two that cross, the one that begins first stays. Antecedents follow.
  Marked in_order() {
    std::vector<std::int32_t> place(m_out.size(), -1);
    std::vector<Linked> out;
    for (const std::size_t i : nesting_order(m_out)) {
      place[i] = static_cast<std::int32_t>(out.size());
      out.push_back(std::move(m_out[i]));
    }
    for (std::int32_t& moved : m_moved) {
      moved = moved < 0 ? -1 : place[static_cast<std::size_t>(moved)];
    }
    for (Linked& linked : out) {
      linked.antecedent = linked.antecedent < 0 ? -1 : m_moved[static_cast<std::size_t>(linked.antecedent)];
    }
    return {std::move(out), std::move(m_moved)};
  }

  std::string_view m_text;
  const Analysis& m_analysis;
  const Links& m_links;
  const std::vector<Mention>& m_trained;
  std::vector<bool> m_taken;
  std::vector<std::int32_t> m_moved;  // of Links::mentions into m_out; -1: not shown
  std::vector<Linked> m_out;
};

}  // namespace

Marked marked_mentions(const CleanText& text, const Analysis& analysis, const Links& links) {
  return Marker(text, analysis, links).run();
}

}  // namespace hearsay::link

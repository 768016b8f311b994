// SPDX-License-Identifier: Apache-2.0
// Names from lists, from the trained model and by sound, merged.
#include <hearsay/link/names/recognise.hpp>

#include <algorithm>
#include <string_view>

#include <hearsay/link/extents.hpp>
#include <hearsay/link/names/kinds.hpp>
#include <hearsay/link/names/world_towns.hpp>

namespace hearsay::link {

namespace {

class Recogniser : WorldTowns {
 public:
  explicit Recogniser(const NameSources& from) : WorldTowns(from) {}

  std::vector<Draft> run() {
    add_listed();
    find_theatre();
    add_sounding_readings();
    add_by_sound();
    add_short_forms();
    add_towns();
    sort_drafts();
    add_trained();
    drop_unfounded();
    sort_drafts();
    return std::move(m_drafts);
  }

 private:
  /// A single capitalised word is a name unless it may owe its capital to its position and is tagged as another class.
  bool is_plausible(const Hit& hit) const {
    if (hit.end - hit.first > 1) {
      return true;
    }
    const auto& word = m_words.words[hit.first];
    if (word.casing == Casing::lower) {
      return true;  // listed in lower case: "regime"
    }
    if (word.casing == Casing::upper && word.span.end - word.span.begin >= 2 && !m_title_case[word.sentence]) {
      return true;  // "IS killed": a tagger takes it for a verb
    }
    const bool by_position = begins_sentence(hit.first) || m_title_case[word.sentence];
    return !by_position || is_word_class_of_names(m_analysis.tokens[word.token].upos);
  }

  std::vector<NameRef> fitting_refs(const Hit& hit) const {
    std::vector<NameRef> out;
    for (const auto& ref : hit.refs) {
      if (is_valid(ref.valid, m_text.published) && m_lexicon.fits(ref, m_words, hit.first, hit.end)) {
        out.push_back(ref);
      }
    }
    return out;
  }

  /// Whether the report is about the pack's theatre: two of its places, or one and its country.
  void find_theatre() {
    std::vector<std::uint32_t> seen;
    bool country = false;
    for (const auto& draft : m_drafts) {
      for (const auto& ref : draft.refs) {
        if (ref.family != Family::place && ref.family != Family::demonym) {
          continue;
        }
        const auto index = m_gazetteer.canonical(static_cast<std::int32_t>(ref.index));
        country = country || m_gazetteer.is_theatre_country(index);
        const auto kind = class_of(m_gazetteer.places()[static_cast<std::size_t>(index)].feature);
        if (m_gazetteer.is_theatre(index) && kind != PlaceClass::country && ref.capitals != 0 &&
            std::find(seen.begin(), seen.end(), ref.index) == seen.end()) {
          seen.push_back(ref.index);
        }
      }
    }
    m_theatre = seen.size() >= 2 || (country && !seen.empty());
  }

  /// "Zahraa" is spelled as a village's name and may be the quarter listed as "Zahra": spelling is weak evidence
  /// between places of the theatre that sound alike, so all of them are asked.
  void add_sounding_readings() {
    for (auto& draft : m_drafts) {
      const bool abroad = std::any_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
        return ref.family == Family::place && !m_gazetteer.is_theatre(static_cast<std::int32_t>(ref.index));
      });
      if (!m_theatre || abroad || draft.nested || draft.linked.kind != MentionKind::place) {
        continue;
      }
      const auto is_listed = [&](const NameRef& found) {
        return std::any_of(draft.refs.begin(), draft.refs.end(),
                           [&](const NameRef& ref) { return ref.family == Family::place && ref.index == found.index; });
      };
      for (NameRef found : m_lexicon.find_by_sound(m_words, draft.first_word, draft.end_word)) {
        if (found.family == Family::place && m_gazetteer.is_theatre(static_cast<std::int32_t>(found.index)) &&
            is_valid(found.valid, m_text.published) && !is_listed(found)) {
          found.by_sound = true;
          draft.refs.push_back(found);
        }
      }
    }
  }

  /// Small places of the world, and all but the great ones of a theatre that the report is not about: the name alone is
  /// too little, it must stand as places do.
  bool is_weak(const Draft& draft) const {
    return std::all_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
      if (ref.family != Family::place) {
        return false;
      }
      const auto& place = m_gazetteer.places()[ref.index];
      const auto kind = class_of(place.feature);
      const bool theatre = m_gazetteer.is_theatre(static_cast<std::int32_t>(ref.index));
      const bool division = kind == PlaceClass::division && !theatre;
      const bool great = kind == PlaceClass::country || place.feature == "PPLC" ||
                         m_lexicon.has_short_form(ref.index) ||
                         place.population >= (division ? k_great_division : k_great_population) ||
                         (!theatre && !division && kind != PlaceClass::town);
      return theatre ? !m_theatre && (ref.capitals == 0 || !great) : !great;
    });
  }

  void drop_unfounded() {
    std::erase_if(m_drafts, [&](const Draft& draft) {
      if (draft.trained >= 0 || draft.nested || draft.refs.empty() || !is_weak(draft)) {
        return false;
      }
      const bool lower = std::all_of(draft.refs.begin(), draft.refs.end(),
                                     [](const NameRef& r) { return r.capitals == 0 && !r.upper; });
      const bool held = m_held[draft.end_word - 1] || is_short_form(draft);
      return lower ||
             (!held && !(is_in_place_position(draft.first_word, draft.end_word) && !stands_in_longer_name(draft)));
    });
  }

  bool is_short_form(const Draft& draft) const { return m_short_form[draft.first_word]; }

  bool stands_in_longer_name(const Draft& draft) const {
    const bool before =
        draft.first_word > 0 && !begins_sentence(draft.first_word) && continues_name(draft.first_word - 1);
    const bool after = draft.end_word < m_words.words.size() && !m_words.words[draft.end_word - 1].breaks &&
                       is_named_word(draft.end_word);
    return before || after;
  }

  void add_listed() {
    std::uint32_t covered_to = 0;
    std::uint32_t outer = 0;  // 1 + index of the draft that covers
    for (const auto& hit : m_lexicon.find(m_words)) {
      auto refs = fitting_refs(hit);
      if (refs.empty() || !is_plausible(hit) || is_part_of_town(hit, refs)) {
        continue;
      }
      if (hit.first < covered_to) {
        if (outer > 0 && hit.end <= m_drafts[outer - 1].end_word) {
          add_nested(hit, std::move(refs), m_drafts[outer - 1].refs);
        }
        continue;
      }
      covered_to = hit.end;
      outer = static_cast<std::uint32_t>(m_drafts.size()) + 1;  // a weapon in its name may follow
      push(hit, std::move(refs));
      std::fill(m_covered.begin() + hit.first, m_covered.begin() + hit.end, true);
    }
  }

  /// "Syrian" in "Syrian Arab Army", "Deir Ezzor" in "Deir Ezzor Military Council"; but not "York" in "New York", and
  /// nothing inside a person's name.
  void add_nested(const Hit& hit, std::vector<NameRef> refs, const std::vector<NameRef>& outer) {
    const bool in_group = std::any_of(outer.begin(), outer.end(), [](const NameRef& ref) {
      return ref.family == Family::actor || ref.family == Family::outlet;
    });
    // The state of a place's name stays beside the place: it may be meant ("Ankara-backed rebels").
    const bool named_place =
        std::any_of(refs.begin(), refs.end(), [](const NameRef& ref) { return ref.family == Family::place; });
    std::erase_if(refs, [&](const NameRef& ref) {
      return ref.family != Family::place && ref.family != Family::demonym &&
             !(named_place && ref.family == Family::actor);
    });
    const bool crosses = !m_drafts.empty() && m_drafts.back().nested && m_drafts.back().end_word > hit.first &&
                         m_drafts.back().linked.kind != MentionKind::equipment;
    const bool place =
        std::any_of(outer.begin(), outer.end(), [](const NameRef& ref) { return ref.family == Family::place; });
    if (in_group && !place && !refs.empty() && !crosses) {
      push(hit, std::move(refs));
      m_drafts.back().nested = true;
    }
  }

  // ---- trained mentions ---------------------------------------------------------------------------------------------
  /// A plural kind word is said of several names ("Homs and Hama provinces"), so it is part of none.
  Mention without_plural(Mention mention) const {
    const Token& last = m_analysis.tokens[mention.end_token - 1];
    const bool lower = (m_text.text[last.span.begin] & 0x20) != 0;
    if (mention.kind == MentionKind::place && mention.end_token - mention.first_token > 1 && lower &&
        last.upos == Upos::noun && last.feats.number == ud::Number::plur) {
      --mention.end_token;
      mention.span.end = m_analysis.tokens[mention.end_token - 1].span.end;
      mention.head_token = head_of(m_analysis, mention.first_token, mention.end_token);
    }
    return mention;
  }

  void add_trained() {
    m_listed = m_drafts.size();
    m_dropped.assign(m_listed, false);
    for (std::size_t i = 0; i < m_analysis.mentions.size(); ++i) {
      const Mention mention = without_plural(m_analysis.mentions[i]);
      if (mention.kind == MentionKind::time || mention.kind == MentionKind::quantity) {
        continue;
      }
      if (mention.nominal) {
        add_nominal(mention, static_cast<std::int32_t>(i));
      } else {
        merge_trained(mention, static_cast<std::int32_t>(i));
      }
    }
    std::size_t at = 0;
    std::erase_if(m_drafts, [&](const Draft&) {
      const std::size_t index = at++;
      return index < m_listed && m_dropped[index];
    });
  }

  /// "The coalition", "the regime" may be listed; then the list speaks.
  void add_nominal(const Mention& mention, std::int32_t index) {
    for (std::size_t d = m_next; d < m_listed && m_drafts[d].linked.span.begin < mention.span.end; ++d) {
      if (!m_dropped[d] && m_drafts[d].linked.span.end > mention.span.begin) {
        return;
      }
    }
    push_trained(mention, index);
  }

  void push_trained(const Mention& mention, std::int32_t index) {
    Draft draft;
    draft.trained = index;
    draft.linked = to_linked(mention);
    if (!mention.nominal) {
      set_words(draft);
      if (draft.first_word < draft.end_word) {
        for (const auto& ref : m_lexicon.find_exact(m_words, draft.first_word, draft.end_word)) {
          if (fits_kind(ref, mention.kind, m_pack) && is_valid(ref.valid, m_text.published)) {
            draft.refs.push_back(ref);
          }
        }
        if (draft.refs.empty() && mention.kind == MentionKind::place && m_theatre) {
          add_sounding_places(draft);
        }
      }
    }
    m_drafts.push_back(std::move(draft));
  }

  /// A place that the model vouches for may be one of the theatre's in another spelling ("Almarj").
  void add_sounding_places(Draft& draft) const {
    const auto refs = m_lexicon.find_by_sound(m_words, draft.first_word, draft.end_word);
    if (refs.size() <= 3) {
      std::copy_if(refs.begin(), refs.end(), std::back_inserter(draft.refs), [&](const NameRef& ref) {
        return ref.family == Family::place && is_valid(ref.valid, m_text.published);
      });
      draft.by_sound = !draft.refs.empty();
    }
  }

  void set_words(Draft& draft) {
    const auto& words = m_words.words;
    const auto first = std::lower_bound(words.begin(), words.end(), draft.linked.span.begin,
                                        [](const NameWord& word, std::uint32_t at) { return word.span.begin < at; });
    auto end = first;
    while (end != words.end() && end->span.end <= draft.linked.span.end) {
      m_covered[static_cast<std::size_t>(end - words.begin())] = true;
      ++end;
    }
    draft.first_word = static_cast<std::uint32_t>(first - words.begin());
    draft.end_word = static_cast<std::uint32_t>(end - words.begin());
  }

  /// Both lists are in order of begin, so the listed names that a mention touches lie ahead of where the last search
  /// began.
  void merge_trained(const Mention& mention, std::int32_t index) {
    while (m_next < m_listed && m_drafts[m_next].linked.span.end <= mention.span.begin) {
      ++m_next;
    }
    if (is_heap(mention)) {
      return;
    }
    bool same = false;
    for (std::size_t d = m_next; d < m_listed && m_drafts[d].linked.span.begin < mention.span.end; ++d) {
      if (m_dropped[d] || m_drafts[d].trained >= 0 || m_drafts[d].linked.span.end <= mention.span.begin) {
        continue;
      }
      const Meeting met = meet(m_drafts[d], mention, index);
      m_dropped[d] = met == Meeting::dropped;
      same = same || met == Meeting::same;
    }
    if (!same) {
      push_trained(mention, index);
    }
  }

  /// Several listed names that a text without commas ran together, or a listed group with a stray word: the lists hold.
  bool is_heap(const Mention& mention) const {
    std::size_t inside = 0;
    for (std::size_t d = m_next; d < m_listed && m_drafts[d].linked.span.begin < mention.span.end; ++d) {
      const auto& listed = m_drafts[d];
      if (m_dropped[d] || listed.nested || !mention.span.contains(listed.linked.span) ||
          listed.linked.kind == MentionKind::nationality) {
        continue;
      }
      const bool group = listed.linked.kind == MentionKind::armed_group || listed.linked.kind == MentionKind::outlet;
      const bool whole = listed.linked.span == mention.span || is_same_but_article(listed.linked.span, mention.span);
      inside += whole ? 0U : (group ? 2U : 1U);
    }
    return inside > 1;
  }

  enum class Meeting { same, beside, dropped };

  /// How a listed name and a trained one that overlap come together.
  Meeting meet(Draft& draft, const Mention& mention, std::int32_t index) const {
    const auto& listed = draft.linked.span;
    const bool inside = mention.span.begin <= listed.begin && listed.end <= mention.span.end;
    const bool around = listed.begin <= mention.span.begin && mention.span.end <= listed.end;
    if (inside && around) {
      return agree(draft, mention, index);
    }
    if (around || is_same_but_article(listed, mention.span) || is_lost_possessive(listed, mention.span)) {
      // The list knows the longer name ("Tanf base" where the model saw "Tanf"), or the article.
      draft.trained = index;
      return Meeting::same;
    }
    if (inside) {
      const bool place = draft.linked.kind == MentionKind::place || draft.linked.kind == MentionKind::nationality ||
                         draft.linked.kind == MentionKind::facility;
      const bool group = mention.kind != MentionKind::person;
      if (mention.kind == MentionKind::place && !draft.nested && only_place_words_around(draft, mention)) {
        if (draft.refs.empty()) {
          draft.trained = index;  // "Bazooq village", found by its kind word: the name is "Bazooq"
          return Meeting::same;
        }
        return extend_place(draft, mention, index);
      }
      draft.nested = draft.nested || (place && group);
      return place && group ? Meeting::beside : Meeting::dropped;
    }
    return Meeting::dropped;  // they cross: the trained one holds
  }

  /// "Aleppos" in a text that lost its apostrophes.
  bool is_lost_possessive(Span listed, Span trained) const {
    return listed.begin == trained.begin && listed.end + 1 == trained.end && m_text.text[listed.end] == 's';
  }

  /// Same extent: the trained kind chooses among the list's families, and is overruled where the list has none such and
  /// the list's name has several words.
  Meeting agree(Draft& draft, const Mention& mention, std::int32_t index) const {
    auto refs = draft.refs;
    std::erase_if(refs, [&](const NameRef& ref) { return !fits_kind(ref, mention.kind, m_pack); });
    if (!refs.empty()) {
      const bool place = mention.kind == MentionKind::place;  // the state of that name may be meant by it
      std::copy_if(draft.refs.begin(), draft.refs.end(), std::back_inserter(refs),
                   [&](const NameRef& ref) { return place && ref.family == Family::actor; });
      draft.refs = std::move(refs);
      draft.linked.kind = kind_of_refs(draft.refs, m_pack);
    } else if (mention.kind == MentionKind::person && draft.end_word - draft.first_word == 1 && !is_country(draft) &&
               !is_acronym(draft) &&
               (m_surnames.contains(m_words.words[draft.first_word].hash) ||
                (!draft.refs.empty() && is_weak(draft) && !is_town_of_theatre(draft)))) {
      return Meeting::dropped;
    }
    draft.trained = index;
    draft.linked.score = static_cast<double>(mention.score);
    return Meeting::same;
  }

  static bool is_acronym(const Draft& draft) {
    return std::any_of(draft.refs.begin(), draft.refs.end(), [](const NameRef& ref) { return ref.upper; });
  }

  /// "Palmyra": in a short report the trained names take it for a person; the theatre knows better.
  bool is_town_of_theatre(const Draft& draft) const {
    return std::any_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
      return ref.family == Family::place && m_gazetteer.is_theatre(static_cast<std::int32_t>(ref.index)) &&
             m_pack.places[ref.index].feature.starts_with("PPL");
    });
  }

  bool is_country(const Draft& draft) const {
    return std::any_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
      return ref.family == Family::place && class_of(m_pack.places[ref.index].feature) == PlaceClass::country;
    });
  }

  /// Whether what a mention adds to a listed name is no name itself: "Governorate", "northern", an article.
  bool only_place_words_around(const Draft& draft, const Mention& mention) const {
    const auto& words = m_words.words;
    for (std::uint32_t i = draft.first_word; i-- > 0 && words[i].span.begin >= mention.span.begin;) {
      if (!words[i].article && !m_place_words.part_before(m_words, i + 1).part &&
          m_place_words.kind_at(m_words, i).words == 0) {
        return false;
      }
    }
    for (std::uint32_t i = draft.end_word; i < words.size() && words[i].span.end <= mention.span.end; ++i) {
      if (m_place_words.kind_at(m_words, i).words == 0) {
        return false;
      }
    }
    return true;
  }

  /// "Homs Governorate" where the list has "Homs": the longer extent, the list's readings. A plural kind word is said
  /// of several names ("Homs and Hama provinces"), so it is part of none.
  Meeting extend_place(Draft& draft, const Mention& mention, std::int32_t index) const {
    draft.trained = index;
    take_extent(draft.linked, mention);
    return Meeting::same;
  }

  // ---- by sound
  // -------------------------------------------------------------------------------------------------------
  void add_by_sound() {
    const auto count = static_cast<std::uint32_t>(m_words.words.size());
    for (std::uint32_t first = 0; first < count; ++first) {
      if (!may_begin_by_sound(first)) {
        continue;
      }
      std::uint32_t end = run_end(first);
      for (; end > first; --end) {
        Hit hit{first, end, m_lexicon.find_by_sound(m_words, first, end), false, true};
        auto refs = fitting_refs_by_sound(hit);
        if (!refs.empty()) {
          push(hit, std::move(refs));
          std::fill(m_covered.begin() + first, m_covered.begin() + end, true);
          break;
        }
      }
      first = std::max(first, end > first ? end - 1 : first);
    }
  }

  bool may_begin_by_sound(std::uint32_t at) const {
    const auto& word = m_words.words[at];
    if (m_covered[at] || word.casing == Casing::upper || !m_theatre) {
      return false;
    }
    if (word.article) {
      return at + 1 < m_words.words.size() && may_begin_by_sound(at + 1);
    }
    return word.casing == Casing::capital && m_analysis.tokens[word.token].upos == Upos::propn &&
           !m_title_case[word.sentence] && (at == 0 || !continues_name(at - 1));
  }

  /// One entity, or none: a key that several share decides nothing. The name must end where the run of capitals ends.
  std::vector<NameRef> fitting_refs_by_sound(const Hit& hit) const {
    std::vector<NameRef> out;
    if (hit.end < run_end(hit.first)) {
      return out;
    }
    for (const auto& ref : hit.refs) {
      if (is_valid(ref.valid, m_text.published)) {
        out.push_back(ref);
      }
    }
    if (!is_in_place_position(hit.first, hit.end)) {
      std::erase_if(out, [](const NameRef& ref) { return ref.family == Family::place; });
    }
    if (hit.end - hit.first < 2) {
      std::erase_if(out, [](const NameRef& ref) { return ref.family == Family::actor; });
    }
    const bool one_family =
        std::all_of(out.begin(), out.end(), [&](const NameRef& r) { return r.family == out.front().family; });
    if (!one_family || out.size() > 3) {
      out.clear();
    }
    return out;
  }

  void sort_drafts() {
    std::stable_sort(m_drafts.begin(), m_drafts.end(), [](const Draft& a, const Draft& b) {
      return a.linked.span.begin != b.linked.span.begin ? a.linked.span.begin < b.linked.span.begin
                                                        : a.linked.span.end > b.linked.span.end;
    });
  }

  std::size_t m_listed = 0,
              m_next = 0;  // how many drafts come from lists, and the first that may touch the next mention
  std::vector<bool> m_dropped;
  bool m_theatre = false;
};

}  // namespace

std::uint32_t head_of(const Analysis& analysis, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t t = end; t-- > first;) {
    const auto& token = analysis.tokens[t];
    const bool inside = token.head >= static_cast<std::int32_t>(first) && token.head < static_cast<std::int32_t>(end);
    if (!inside && token.upos != Upos::punct && token.upos != Upos::part && token.upos != Upos::adp) {
      return t;
    }
  }
  return end - 1;
}

bool is_valid(const packs::Validity& valid, const Published& published) {
  const auto& range = published.range;
  const bool before = valid.from && range.to && *range.to < *valid.from;
  const bool after = valid.until && range.from && *range.from > *valid.until;
  return !before && !after;
}

std::vector<Draft> recognise(const CleanText& text, const Analysis& analysis, const Words& words,
                             const Lexicon& lexicon, const PlaceWords& place_words, const Gazetteer& gazetteer,
                             const Pack& pack) {
  return Recogniser({text, analysis, words, lexicon, place_words, gazetteer, pack}).run();
}

}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// Names from lists, from the trained model and by sound, merged.
#include <hearsay/link/names/recognise.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include <hearsay/link/names/kinds.hpp>
#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/place_words.hpp>

namespace hearsay::link {

namespace {

constexpr std::int64_t k_great_population = 300000;  // a place that its bare name may mean
constexpr std::int64_t k_great_division = 1500000;   // the same of a division of a far country
constexpr std::int64_t k_least_population = 1000;    // of a town that nothing but a preposition vouches for

bool is_word_class_of_names(Upos upos) {
  return upos == Upos::propn || upos == Upos::noun || upos == Upos::adj || upos == Upos::x;
}

class Recogniser {
 public:
  Recogniser(const CleanText& text, const Analysis& analysis, const Words& words, const Lexicon& lexicon,
             const PlaceWords& place_words, const Gazetteer& gazetteer, const Pack& pack)
      : m_text(text),
        m_analysis(analysis),
        m_words(words),
        m_lexicon(lexicon),
        m_place_words(place_words),
        m_gazetteer(gazetteer),
        m_pack(pack),
        m_covered(words.words.size(), false),
        m_title_case(analysis.sentences.size(), false),
        m_held(words.words.size(), false),
        m_short_form(words.words.size(), false),
        m_place_end(words.words.size(), false) {
    find_title_case();
  }

  std::vector<Draft> run() {
    find_given_names();
    add_listed();
    find_theatre();
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
  /// Headlines In Title Case say nothing by their capitals.
  void find_title_case() {
    std::vector<std::uint32_t> lower(m_title_case.size(), 0), capital(m_title_case.size(), 0);
    for (const auto& word : m_words.words) {
      if (word.fold_size > 3) {
        ++(word.casing == Casing::lower ? lower : capital)[word.sentence];
      }
    }
    for (std::size_t s = 0; s < m_title_case.size(); ++s) {
      m_title_case[s] = capital[s] > 2 && lower[s] * 4 < capital[s];
    }
  }

  bool begins_sentence(std::uint32_t word) const {
    return word == 0 || m_words.words[word - 1].sentence != m_words.words[word].sentence;
  }

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

  bool is_named_word(std::uint32_t at) const {
    const auto& word = m_words.words[at];
    return word.casing == Casing::capital && m_analysis.tokens[word.token].upos == Upos::propn;
  }

  /// Words that follow a capitalised word somewhere in the text: rather surnames ("Jackson" after "Jesse Jackson").
  void find_given_names() {
    for (std::uint32_t i = 1; i < m_words.words.size(); ++i) {
      if (!begins_sentence(i) && !m_words.words[i - 1].breaks && !begins_sentence(i - 1) && is_named_word(i) &&
          is_named_word(i - 1) && !m_title_case[m_words.words[i].sentence]) {
        m_surnames.insert(m_words.words[i].hash);
      }
    }
  }

  /// "Kansas" in "Kansas City", "West" in "West Columbia": capitals around a place make the name of a listed town.
  bool is_part_of_town(const Hit& hit, const std::vector<NameRef>& refs) const {
    const bool place = std::all_of(refs.begin(), refs.end(), [](const NameRef& r) {
      return r.family == Family::place || r.family == Family::demonym;
    });
    if (!place || m_title_case[m_words.words[hit.first].sentence]) {
      return false;
    }
    std::uint32_t first = hit.first, end = hit.end;
    while (first > 0 && hit.first - first < 2 && !begins_sentence(first) && !m_words.words[first - 1].breaks &&
           m_words.words[first - 1].casing == Casing::capital) {
      --first;
    }
    while (end < m_words.words.size() && end - hit.end < 2 && !m_words.words[end - 1].breaks &&
           m_words.words[end].casing == Casing::capital) {
      ++end;
    }
    for (std::uint32_t from = first; from <= hit.first; ++from) {
      for (std::uint32_t to = end; to >= hit.end; --to) {
        if (to - from > hit.end - hit.first && !m_gazetteer.towns(folded(from, to)).empty() &&
            m_lexicon.find_exact(m_words, from, to).empty()) {
          return true;
        }
      }
    }
    return false;
  }

  std::string folded(std::uint32_t first, std::uint32_t end) const {
    std::string name;
    for (std::uint32_t i = first; i < end; ++i) {
      if (!name.empty()) {
        name += ' ';
      }
      name += m_words.folded(m_words.words[i]);
    }
    return name;
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
      push(hit, std::move(refs));
      outer = static_cast<std::uint32_t>(m_drafts.size());
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
    const bool crosses = !m_drafts.empty() && m_drafts.back().nested && m_drafts.back().end_word > hit.first;
    const bool place =
        std::any_of(outer.begin(), outer.end(), [](const NameRef& ref) { return ref.family == Family::place; });
    if (in_group && !place && !refs.empty() && !crosses) {
      push(hit, std::move(refs));
      m_drafts.back().nested = true;
    }
  }

  void push(const Hit& hit, std::vector<NameRef> refs) {
    Draft draft;
    draft.first_word = hit.first;
    draft.end_word = hit.end;
    draft.refs = std::move(refs);
    draft.by_sound = hit.by_sound;
    set_tokens(draft);
    if (hit.cut_s) {
      --draft.linked.span.end;  // "Syrias": the s is no part of the name
    }
    draft.linked.kind = kind_of_refs(draft.refs, m_pack);
    m_drafts.push_back(std::move(draft));
    push_weapon_of_group();
  }

  /// "Jets struck": the words name a force and what it uses; both are mentions.
  void push_weapon_of_group() {
    const auto has = [&](Family family) {
      return std::any_of(m_drafts.back().refs.begin(), m_drafts.back().refs.end(),
                         [&](const NameRef& ref) { return ref.family == family; });
    };
    if (has(Family::equipment) && has(Family::actor) && m_drafts.back().linked.kind != MentionKind::equipment) {
      Draft weapon = m_drafts.back();
      std::erase_if(weapon.refs, [](const NameRef& ref) { return ref.family != Family::equipment; });
      weapon.linked.kind = MentionKind::equipment;
      m_drafts.push_back(std::move(weapon));
    }
  }

  void set_tokens(Draft& draft) const {
    auto& linked = draft.linked;
    linked.span = {m_words.words[draft.first_word].span.begin, m_words.words[draft.end_word - 1].span.end};
    linked.first_token = m_words.words[draft.first_word].token;
    linked.end_token = m_words.words[draft.end_word - 1].token + 1;
    linked.head_token = head_of(m_analysis, linked.first_token, linked.end_token);
  }

  // ---- trained mentions ---------------------------------------------------------------------------------------------
  void add_trained() {
    m_listed = m_drafts.size();
    m_dropped.assign(m_listed, false);
    for (std::size_t i = 0; i < m_analysis.mentions.size(); ++i) {
      const auto& mention = m_analysis.mentions[i];
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
    draft.linked.span = mention.span;
    draft.linked.first_token = mention.first_token;
    draft.linked.end_token = mention.end_token;
    draft.linked.head_token = mention.head_token;
    draft.linked.kind = mention.kind;
    draft.linked.nominal = mention.nominal;
    draft.linked.score = static_cast<double>(mention.score);
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
      const bool whole = listed.linked.span == mention.span || same_but_article(listed.linked.span, mention.span);
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
    if (around || same_but_article(listed, mention.span)) {
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

  static bool same_but_article(Span a, Span b) {
    return a.end == b.end && (a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin) <= 4;
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

  /// "Homs Governorate" where the list has "Homs": the longer extent, the list's readings.
  Meeting extend_place(Draft& draft, const Mention& mention, std::int32_t index) const {
    draft.trained = index;
    draft.linked.span = mention.span;
    draft.linked.first_token = mention.first_token;
    draft.linked.end_token = mention.end_token;
    draft.linked.head_token = mention.head_token;
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

  /// Sound alone names no place: a preposition of place before it, or a kind word beside it, must say that one is
  /// meant.
  bool is_in_place_position(std::uint32_t first, std::uint32_t end) const {
    const auto& words = m_words.words;
    const bool before = first > 0 && words[first - 1].sentence == words[first].sentence && !words[first - 1].breaks &&
                        m_place_words.is_locative(m_words.folded(words[first - 1]));
    const bool beside = end < words.size() && !words[end - 1].breaks && m_place_words.kind_at(m_words, end).words > 0;
    return before || beside;
  }

  /// Whether an uncovered capitalised word stands right before: then this is the rest of another name.
  bool continues_name(std::uint32_t before) const {
    const auto& word = m_words.words[before];
    return !word.breaks && !word.article && word.casing == Casing::capital &&
           m_analysis.tokens[word.token].upos == Upos::propn;
  }

  std::uint32_t run_end(std::uint32_t first) const {
    std::uint32_t end = first;
    while (end < m_words.words.size() && end < first + 5 && !m_covered[end] &&
           (m_words.words[end].casing == Casing::capital || m_words.words[end].article || m_words.words[end].joined)) {
      ++end;
      if (m_words.words[end - 1].breaks) {
        break;
      }
    }
    return end;
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

  // ---- towns of the world
  // ---------------------------------------------------------------------------------------------
  bool comma_before(std::uint32_t at) const {
    if (begins_sentence(at)) {
      return false;
    }
    const auto gap = between(at);
    return gap.size() >= 2 && gap.front() == ',' && gap.find_first_not_of(" \n", 1) == std::string_view::npos;
  }

  std::string_view between(std::uint32_t at) const {
    const std::uint32_t begin = m_words.words[at - 1].span.end;
    return std::string_view(m_text.text).substr(begin, m_words.words[at].span.begin - begin);
  }

  /// "Lebanon, Pa.": a short form of a division, right after a capitalised word and a comma.
  void add_short_forms() {
    for (std::uint32_t i = 1; i < m_words.words.size(); ++i) {
      const auto& word = m_words.words[i];
      if (m_covered[i] || word.casing == Casing::lower || word.span.end - word.span.begin > 6 || !comma_before(i) ||
          m_words.words[i - 1].casing == Casing::lower) {
        continue;
      }
      std::string form = m_text.text.substr(word.span.begin, word.span.end - word.span.begin);
      if (form.back() != '.' && word.span.end < m_text.text.size() && m_text.text[word.span.end] == '.') {
        form += '.';
      }
      const auto* ref = m_lexicon.find_short(form);
      if (ref == nullptr && form.back() == '.') {
        form.pop_back();
        ref = m_lexicon.find_short(form);
      }
      if (ref != nullptr) {
        push({i, i + 1, {}, false, false}, {*ref});
        m_short_form[i] = true;
        m_covered[i] = true;
        m_held[i - 1] = true;
      }
    }
  }

  /// A country, a division that is known for one, or any division in a report that trained names vouch for.
  bool may_hold(const Draft& draft) const {
    return std::any_of(draft.refs.begin(), draft.refs.end(), [&](const NameRef& ref) {
      if (ref.family != Family::place) {
        return false;
      }
      const auto& place = m_gazetteer.places()[ref.index];
      const auto kind = class_of(place.feature);
      return kind == PlaceClass::country ||
             (kind == PlaceClass::division &&
              (place.population >= k_great_division || draft.trained >= 0 ||
               m_gazetteer.is_theatre(static_cast<std::int32_t>(ref.index)) || m_lexicon.has_short_form(ref.index)));
    });
  }

  /// Capitalised runs that no list has and the index of the world's towns knows. Such a name must stand as places do:
  /// after a preposition of place, or before a comma and a place that may hold it.
  void add_towns() {
    for (const auto& draft : m_drafts) {
      if (draft.first_word < draft.end_word && draft.linked.kind == MentionKind::place) {
        m_place_end[draft.end_word - 1] = true;
      }
      if (draft.first_word < draft.end_word && draft.linked.kind == MentionKind::place && may_hold(draft) &&
          comma_before(draft.first_word)) {
        m_held[draft.first_word - 1] = true;
      }
    }
    const auto count = static_cast<std::uint32_t>(m_words.words.size());
    for (std::uint32_t first = 0; first < count; ++first) {
      if (m_covered[first] || m_words.words[first].casing == Casing::lower ||
          m_words.words[first].casing == Casing::other) {
        continue;
      }
      std::uint32_t end = run_end(first);
      const std::uint32_t run = end;
      for (; end > first; --end) {
        if (stands_as_town(first, end, run)) {
          push({first, end, {}, false, false}, {});
          m_drafts.back().linked.kind = MentionKind::place;
          m_place_end[end - 1] = true;
          std::fill(m_covered.begin() + first, m_covered.begin() + end, true);
          break;
        }
      }
      first = std::max(first, end > first ? end - 1 : first);
    }
  }

  /// "the village of Kafr Foo", "Kafr Foo district": a place whether or not any gazetteer has it.
  bool is_called_place(std::uint32_t first, std::uint32_t end) const {
    const auto settled = [](const PlaceWords::Found& kind) {
      return kind.kind != nullptr && !kind.plural && !kind.kind->features.empty() &&
             (kind.kind->features.front().starts_with("PPL") || kind.kind->features.front().starts_with("ADM"));
    };
    const auto& words = m_words.words;
    const bool of = first >= 2 && !begins_sentence(first) && m_words.folded(words[first - 1]) == "of";
    if (of && settled(m_place_words.kind_before(m_words, first - 1)) && words[first - 2].casing == Casing::lower) {
      return true;
    }
    return end < words.size() && !words[end - 1].breaks && words[end].casing == Casing::lower &&
           words[first].casing == Casing::capital && m_analysis.tokens[words[first].token].upos == Upos::propn &&
           settled(m_place_words.kind_at(m_words, end));
  }

  bool follows_locative(std::uint32_t first) const {
    return first > 0 && !begins_sentence(first) && !m_words.words[first - 1].breaks &&
           m_place_words.is_locative(m_words.folded(m_words.words[first - 1]));
  }

  /// "into Darfur and Malakal": after "and" and a place that itself stands after a preposition of place.
  bool is_listed_with_place(std::uint32_t first) const {
    if (first < 3 || begins_sentence(first) || begins_sentence(first - 1) ||
        m_words.folded(m_words.words[first - 1]) != "and" || !m_place_end[first - 2]) {
      return false;
    }
    std::uint32_t begin = first - 2;
    while (begin > 0 && !begins_sentence(begin) && first - begin < 6 && m_covered[begin - 1]) {
      --begin;
    }
    return follows_locative(begin);
  }

  /// A preposition of place or a holder vouches for a town; names of several words and great towns need neither. `run`:
  /// where the run of capitals ends, of which [first, end) is the beginning.
  bool stands_as_town(std::uint32_t first, std::uint32_t end, std::uint32_t run) const {
    if (end == run && is_called_place(first, end)) {
      return true;
    }
    const auto towns = m_gazetteer.towns(folded(first, end));
    if (towns.empty() || m_title_case[m_words.words[first].sentence]) {
      return !towns.empty() && m_held[end - 1];
    }
    const auto people = towns.front().population;
    const bool after_name = first > 0 && !begins_sentence(first) && continues_name(first - 1);
    if (m_held[end - 1]) {
      return true;
    }
    if (after_name || (end < run && end - first < 2)) {
      return false;
    }
    if (end - first >= 2) {
      return is_word_class_of_names(m_analysis.tokens[m_words.words[first].token].upos) &&
             is_named_word(end - 1);  // "New" is an adjective
    }
    const bool locative = follows_locative(first) || is_listed_with_place(first);
    const bool surname = m_surnames.contains(m_words.words[first].hash);
    return is_named_word(first) && !surname && (locative ? people >= k_least_population : people >= k_great_population);
  }

  void sort_drafts() {
    std::stable_sort(m_drafts.begin(), m_drafts.end(), [](const Draft& a, const Draft& b) {
      return a.linked.span.begin != b.linked.span.begin ? a.linked.span.begin < b.linked.span.begin
                                                        : a.linked.span.end > b.linked.span.end;
    });
  }

  const CleanText& m_text;
  const Analysis& m_analysis;
  const Words& m_words;
  const Lexicon& m_lexicon;
  const PlaceWords& m_place_words;
  const Gazetteer& m_gazetteer;
  const Pack& m_pack;
  std::vector<bool> m_covered, m_title_case, m_held, m_short_form,
      m_place_end;  // held: a comma and a holder follow the word
  std::vector<Draft> m_drafts;
  std::size_t m_listed = 0,
              m_next = 0;  // how many drafts come from lists, and the first that may touch the next mention
  std::vector<bool> m_dropped;
  std::unordered_set<std::uint64_t> m_surnames;
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
  return Recogniser(text, analysis, words, lexicon, place_words, gazetteer, pack).run();
}

}  // namespace hearsay::link

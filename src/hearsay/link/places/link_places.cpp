// SPDX-License-Identifier: Apache-2.0
// Gathers toponyms out of drafts, lets resolve.cpp choose, and writes the choice down.
#include <hearsay/link/places/link_places.hpp>

#include <algorithm>

#include <hearsay/link/names/spelling.hpp>

namespace hearsay::link {

namespace {

constexpr double k_same_town_km = 20;  // a town of the index this near to a listed place of the same name is that place

bool is_place_kind(MentionKind kind) {
  return kind == MentionKind::place || kind == MentionKind::facility;
}

class PlaceLinker {
 public:
  PlaceLinker(const Words& words, std::vector<Draft>& drafts, const PlaceTools& tools, const ReportContext& context)
      : m_words(words), m_drafts(drafts), m_tools(tools), m_context(context) {}

  void run() {
    gather();
    find_holders();
    resolve_toponyms(m_toponyms, m_tools.gazetteer, m_context);
    for (std::size_t i = 0; i < m_toponyms.size(); ++i) {
      write(i);
    }
    write_nationalities();
  }

 private:
  const Words& m_words;
  std::vector<Draft>& m_drafts;
  const PlaceTools& m_tools;
  const ReportContext& m_context;
  std::vector<Toponym> m_toponyms;
  std::vector<std::size_t> m_draft_of;          // of each toponym
  std::vector<PlaceWords::Found> m_kind_after;  // of each toponym

  std::string folded(std::uint32_t first, std::uint32_t end) const {
    std::string out;
    for (std::uint32_t i = first; i < end; ++i) {
      if (!out.empty()) {
        out += ' ';
      }
      out += m_words.folded(m_words.words[i]);
    }
    return out;
  }

  void gather() {
    for (std::size_t d = 0; d < m_drafts.size(); ++d) {
      const auto& draft = m_drafts[d];
      if (is_place_kind(draft.linked.kind) && !draft.linked.nominal && draft.first_word < draft.end_word) {
        m_toponyms.push_back(toponym_of(draft));
        m_draft_of.push_back(d);
      }
    }
    share_plural_kinds();
  }

  Toponym toponym_of(const Draft& draft) {
    Toponym t;
    std::uint32_t first = draft.first_word, end = draft.end_word;
    // What the model counts to the name and the list does not: "Homs Governorate".
    auto kind = PlaceWords::Found{};
    if (draft.refs.empty() || draft.trained >= 0) {
      const auto last = m_tools.place_words.kind_before(m_words, end);
      if (last.words > 0 && last.words < end - first && !is_listed_whole(draft) &&
          m_tools.gazetteer.towns(folded(first, end)).empty()) {
        kind = last;
        end -= last.words;
      }
    }
    t.key = without_articles(folded(first, end));
    add_listed(t, draft);
    add_towns(t, folded(first, end));
    if (kind.words == 0) {
      kind = kind_beside(draft);
    }
    t.kind = kind.kind;
    if (t.kind != nullptr) {
      add_divisions(t);
    }
    m_kind_after.push_back(kind);
    return t;
  }

  /// "the province of Aleppo" where the list has the town alone under that name: what holds the town and is named after
  /// it.
  void add_divisions(Toponym& t) const {
    const auto fits = [&](const PlaceCandidate& c) { return fits_feature(c.feature, t.kind->features); };
    if (std::any_of(t.candidates.begin(), t.candidates.end(), fits)) {
      return;
    }
    const std::size_t count = t.candidates.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (t.candidates[i].container < 0) {
        continue;
      }
      const auto outer = m_tools.gazetteer.candidate(t.candidates[i].container);
      const std::string town = without_articles(fold_name(t.candidates[i].name));
      const std::string name = without_articles(fold_name(outer.name));
      if (fits(outer) && name.starts_with(town + " ") &&
          std::none_of(t.candidates.begin(), t.candidates.end(),
                       [&](const PlaceCandidate& c) { return c.place == outer.place; })) {
        t.candidates.push_back(outer);
      }
    }
  }

  /// Whether the list has the name as it stands, kind word and all ("Tanf base").
  static bool is_listed_whole(const Draft& draft) { return !draft.refs.empty() && draft.trained < 0; }

  PlaceWords::Found kind_beside(const Draft& draft) const {
    if (!m_words.words[draft.end_word - 1].breaks) {
      if (const auto after = m_tools.place_words.kind_at(m_words, draft.end_word); after.words > 0) {
        return after;
      }
    }
    // "the city of Homs", "the village of Tal Dahab"
    if (draft.first_word >= 2 && m_words.folded(m_words.words[draft.first_word - 1]) == "of") {
      return m_tools.place_words.kind_before(m_words, draft.first_word - 1);
    }
    return {};
  }

  void add_listed(Toponym& t, const Draft& draft) const {
    for (const auto& ref : draft.refs) {
      if (ref.family == Family::place) {
        const auto place = m_tools.gazetteer.canonical(static_cast<std::int32_t>(ref.index));
        if (std::none_of(t.candidates.begin(), t.candidates.end(),
                         [&](const PlaceCandidate& c) { return c.place == place; })) {
          t.candidates.push_back(m_tools.gazetteer.candidate(place));
          t.candidates.back().by_sound = ref.by_sound;
        }
      }
    }
  }

  void add_towns(Toponym& t, const std::string& name) const {
    const std::size_t listed = t.candidates.size();
    for (auto& town : m_tools.gazetteer.towns(name)) {
      const bool known = std::any_of(
          t.candidates.begin(), t.candidates.begin() + static_cast<std::ptrdiff_t>(listed),
          [&](const PlaceCandidate& c) {
            return (c.geonames_id != 0 && c.geonames_id == town.geonames_id) ||
                   (class_of(c.feature) == PlaceClass::town && distance_m(c.point, town.point) < k_same_town_km * 1000);
          });
      if (!known) {
        t.candidates.push_back(town);
      }
    }
  }

  /// "Homs and Deir e-Zor provinces": the plural is said of both.
  void share_plural_kinds() {
    for (std::size_t i = m_toponyms.size(); i-- > 1;) {
      const auto& here = m_drafts[m_draft_of[i]];
      const auto& before = m_drafts[m_draft_of[i - 1]];
      const bool beside =
          here.first_word > before.end_word
              ? here.first_word - before.end_word == 1 && m_words.folded(m_words.words[before.end_word]) == "and"
              : here.first_word == before.end_word;
      if (m_kind_after[i].plural && beside && m_toponyms[i - 1].kind == nullptr) {
        m_toponyms[i - 1].kind = m_toponyms[i].kind;
        add_divisions(m_toponyms[i - 1]);
        m_kind_after[i - 1] = m_kind_after[i];
      }
    }
  }

  /// "Springfield, Ohio", "Tal Abyad in Raqqa province", "Kafranbel, in the south of Idlib".
  void find_holders() {
    for (std::size_t i = 0; i + 1 < m_toponyms.size(); ++i) {
      const auto& here = m_drafts[m_draft_of[i]];
      for (std::size_t j = i + 1; j < m_toponyms.size() && j < i + 3; ++j) {
        const auto& next = m_drafts[m_draft_of[j]];
        if (next.first_word < here.end_word ||
            m_words.words[next.first_word].sentence != m_words.words[here.first_word].sentence) {
          continue;
        }
        if (links_to_holder(here, next)) {
          m_toponyms[i].holder = static_cast<std::int32_t>(j);
        }
        break;
      }
    }
  }

  bool links_to_holder(const Draft& here, const Draft& next) const {
    std::uint32_t at = here.end_word;
    if (at == next.first_word) {
      return m_words.words[at - 1].breaks;  // a comma or bracket between them
    }
    if (next.first_word - at > 5) {
      return false;
    }
    const auto kind = m_tools.place_words.kind_at(m_words, at);
    at += kind.words;
    bool in = false;
    for (; at < next.first_word; ++at) {
      const auto word = m_words.folded(m_words.words[at]);
      if (word == "in" || word == "of") {
        in = true;
      } else if (word != "the" && !m_tools.place_words.part_before(m_words, at + 1).part &&
                 m_tools.place_words.kind_at(m_words, at).words == 0) {
        return false;
      }
    }
    return in;
  }

  void write(std::size_t index) {
    const auto& t = m_toponyms[index];
    auto& draft = m_drafts[m_draft_of[index]];
    auto& linked = draft.linked;
    if (t.chosen < 0 || is_another_kind(t)) {
      write_unresolved(t, linked);
      return;
    }
    const auto& chosen = t.candidates[0];
    linked.entity = m_tools.gazetteer.entity_of(chosen);
    linked.name = chosen.name;
    linked.type = chosen.feature;
    linked.kind = is_facility(chosen.feature) ? MentionKind::facility : MentionKind::place;
    linked.score = t.score;
    for (const auto& candidate : t.candidates) {
      linked.ranked.push_back({m_tools.gazetteer.entity_of(candidate), candidate.score});
    }
    linked.place = place_ref(chosen);
    narrow_to_holder(t, chosen, *linked.place);
    if (t.kind != nullptr && !fits_feature(chosen.feature, t.kind->features) && t.kind->radius_km > 0) {
      write_unlisted_part(index, chosen);
    }
  }

  /// "the Salahuddin quarter" is no governorate: a quarter or village that only a province or country is listed for.
  static bool is_another_kind(const Toponym& t) {
    const auto kind = class_of(t.candidates[0].feature);
    return t.kind != nullptr && !t.kind->features.empty() && t.kind->features.front().starts_with("PPL") &&
           t.kind->features.front() != "PPL*" && !fits_feature(t.candidates[0].feature, t.kind->features) &&
           (kind == PlaceClass::division || kind == PlaceClass::country);
  }

  PlaceRef place_ref(const PlaceCandidate& chosen) const {
    PlaceRef ref;
    ref.lat = chosen.point.lat_deg;
    ref.lon = chosen.point.lon_deg;
    ref.radius_km = chosen.radius_km;
    ref.feature = chosen.feature;
    ref.country = chosen.country;
    ref.geonames_id = chosen.geonames_id;
    if (chosen.container >= 0) {
      ref.container = m_tools.gazetteer.places()[static_cast<std::size_t>(chosen.container)].entity;
    }
    return ref;
  }

  /// "the Euphrates in the Deir Ezzor countryside": of a river, the stretch in what holds it.
  void narrow_to_holder(const Toponym& t, const PlaceCandidate& chosen, PlaceRef& ref) const {
    const auto kind = class_of(chosen.feature);
    if (t.holder < 0 || (kind != PlaceClass::water && kind != PlaceClass::line && kind != PlaceClass::area)) {
      return;
    }
    const auto& holder = m_toponyms[static_cast<std::size_t>(t.holder)];
    const auto& place = holder.candidates.empty() ? chosen : holder.candidates[0];
    const bool narrower = place.radius_km < chosen.radius_km && class_of(place.feature) != PlaceClass::country;
    if (holder.chosen >= 0 && narrower &&
        distance_m(place.point, chosen.point) < (place.radius_km + chosen.radius_km) * 1000) {
      ref.lat = place.point.lat_deg;
      ref.lon = place.point.lon_deg;
      ref.radius_km = place.radius_km;
      ref.relative = RelativePlace{m_tools.gazetteer.entity_of(place), "side", std::nullopt, std::nullopt};
    }
  }

  /// "Aleppo airport" where the gazetteer has the town and no airport: near the town, unlisted.
  void write_unlisted_part(std::size_t index, const PlaceCandidate& town) {
    const auto& found = m_kind_after[index];
    auto& draft = m_drafts[m_draft_of[index]];
    auto& linked = draft.linked;
    const bool follows = draft.end_word < m_words.words.size() && !m_words.words[draft.end_word - 1].breaks &&
                         m_tools.place_words.kind_at(m_words, draft.end_word).words > 0;
    const auto kind = class_of(town.feature);
    if (!follows || found.plural ||
        (kind != PlaceClass::town && kind != PlaceClass::facility && kind != PlaceClass::district)) {
      return;
    }
    linked.place->container = linked.entity;
    linked.place->radius_km = town.radius_km + found.kind->radius_km;
    linked.place->feature = found.kind->features.front();
    linked.place->geonames_id = 0;
    linked.type = linked.place->feature;
    linked.kind = is_facility(linked.type) ? MentionKind::facility : MentionKind::place;
    linked.name = std::string(town.name) + " " + folded(draft.end_word, draft.end_word + found.words);
    linked.entity.clear();
    linked.ranked.clear();
    draft.end_word += found.words;
    linked.span.end = m_words.words[draft.end_word - 1].span.end;
    linked.end_token = m_words.words[draft.end_word - 1].token + 1;
    linked.head_token = linked.end_token - 1;
  }

  /// In no gazetteer: its holder, when the text names one, says where about it is.
  void write_unresolved(const Toponym& t, Linked& linked) const {
    PlaceRef ref;
    if (t.kind != nullptr && !t.kind->features.empty() && !t.kind->features.front().ends_with('*')) {
      ref.feature = t.kind->features.front();
    }
    if (t.holder >= 0) {
      const auto& holder = m_toponyms[static_cast<std::size_t>(t.holder)];
      if (holder.chosen >= 0) {
        const auto& place = holder.candidates[0];
        ref.lat = place.point.lat_deg;
        ref.lon = place.point.lon_deg;
        ref.radius_km = place.radius_km;
        ref.country = place.country;
        ref.container = m_tools.gazetteer.entity_of(place);
      }
    }
    linked.type = ref.feature;
    linked.place = ref;
  }

  void write_nationalities() {
    for (auto& draft : m_drafts) {
      if (draft.linked.kind != MentionKind::nationality) {
        continue;
      }
      const auto demonym = std::find_if(draft.refs.begin(), draft.refs.end(),
                                        [](const NameRef& r) { return r.family == Family::demonym; });
      if (demonym != draft.refs.end()) {
        const auto index = m_tools.gazetteer.canonical(static_cast<std::int32_t>(demonym->index));
        const auto& place = m_tools.gazetteer.places()[static_cast<std::size_t>(index)];
        draft.linked.entity = place.entity;
        draft.linked.name = place.name;
        draft.linked.type = "demonym";
        draft.linked.score = 1;
        draft.linked.place = place_ref(m_tools.gazetteer.candidate(index));
      }
    }
  }
};

}  // namespace

void link_places(const Words& words, std::vector<Draft>& drafts, const PlaceTools& tools,
                 const ReportContext& context) {
  PlaceLinker(words, drafts, tools, context).run();
}

}  // namespace hearsay::link

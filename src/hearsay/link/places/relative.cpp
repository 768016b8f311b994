// SPDX-License-Identifier: Apache-2.0
// Reads the words around linked places: distance, bearing, relation, and what follows for point and radius.
#include <hearsay/link/places/relative.hpp>

#include <algorithm>
#include <cmath>

namespace hearsay::link {

namespace {

// Coding rules of the gold standard, point 9: near a desert post 55 km.
constexpr double k_near_post_km = 55, k_near_least_km = 15, k_sector_km = 22, k_sector_radius_km = 50;
// Radius of a stated point, as a share of its distance: a turn of 67 degrees. Reports err in bearings: "north" was 56
// and 69 degrees off where the gold knows better.
constexpr double k_turn = 1.1;
constexpr double k_part_off = 0.5, k_part_radius = 0.55;  // middle and reach of "northern X", as shares of X's radius
constexpr double k_along_road_km = 60;
constexpr double k_bearing_slack_deg = 60, k_distance_slack = 0.5, k_least_conflict_km = 20;

double to_km(double amount, std::string_view unit) {
  if (unit == "mi") {
    return amount * 1.609344;
  }
  return unit == "m" ? amount / 1000 : amount;
}

std::optional<double> distance_of(const Linked& amount) {
  if (!amount.quantity ||
      (amount.quantity->unit != "km" && amount.quantity->unit != "mi" && amount.quantity->unit != "m")) {
    return std::nullopt;
  }
  const auto& q = *amount.quantity;
  if (!q.min && !q.max) {
    return std::nullopt;
  }
  const double middle = q.min && q.max ? (*q.min + *q.max) / 2 : q.min.value_or(q.max.value_or(0));
  const double km = to_km(middle, q.unit);
  return km > 0 && km < 5000 ? std::optional(km) : std::nullopt;
}

bool is_post(std::string_view feature) {
  return feature == "INSM" || feature == "BDRC" || feature == "PSTB" || feature == "PSTP" || feature == "RDJCT";
}

bool is_wide(const Linked& place) {
  const auto kind = class_of(place.type);
  return kind == PlaceClass::country || kind == PlaceClass::division || kind == PlaceClass::area ||
         kind == PlaceClass::district;
}

GeoPoint point_of(const Linked& place) {
  return {*place.place->lat, *place.place->lon};
}

bool is_resolved_place(const Draft& draft) {
  const bool kind = draft.linked.kind == MentionKind::place || draft.linked.kind == MentionKind::facility;
  return kind && draft.linked.place && draft.linked.place->lat && draft.first_word < draft.end_word;
}

GeoPoint middle_of(GeoPoint a, GeoPoint b) {
  return destination(a, bearing_deg(a, b), distance_m(a, b) / 2);
}

double turn_between(double a, double b) {
  const double turn = std::fmod(std::abs(a - b), 360.0);
  return turn > 180 ? 360 - turn : turn;
}

/// The words in front of an anchor as far as they tell where something lies from it.
struct Phrase {
  std::uint32_t first = 0;  // word where the phrase begins
  std::optional<double> distance_km, bearing_deg;
  bool with_article = false;  // "the north of", rather a part than a direction
  Span distance_span;
};

class RelativeLinker {
 public:
  RelativeLinker(const CleanText& text, const Analysis& analysis, const Words& words, std::vector<Draft>& drafts,
                 const std::vector<Linked>& amounts, const PlaceWords& place_words, const std::string& theatre)
      : m_text(text),
        m_analysis(analysis),
        m_words(words),
        m_drafts(drafts),
        m_amounts(amounts),
        m_place_words(place_words),
        m_theatre(theatre) {}

  void run() {
    const std::size_t count = m_drafts.size();
    for (std::size_t d = 0; d < count; ++d) {
      if (is_resolved_place(m_drafts[d]) && !m_drafts[d].nested && !m_drafts[d].linked.place->relative) {
        relate(d);
      }
    }
    std::stable_sort(m_added.begin(), m_added.end(),
                     [](const Draft& a, const Draft& b) { return a.first_word < b.first_word; });
    m_drafts.insert(m_drafts.end(), m_added.begin(), m_added.end());
  }

 private:
  void relate(std::size_t d) {
    if (link_line(d) || link_between(d)) {
      return;
    }
    const std::uint32_t at = before_name(m_drafts[d].first_word);
    if (const auto phrase = offset_before(at)) {
      link_offset(d, *phrase);
    } else if (at > 0 && link_part(d)) {
      return;
    } else if (const auto relation = relation_before(at); relation.relation != PlaceRelation::none) {
      widen(m_drafts[d].linked, relation.relation);
    }
  }

  std::string_view word(std::uint32_t at) const { return m_words.folded(m_words.words[at]); }
  bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return m_words.words[a].sentence == m_words.words[b].sentence;
  }

  /// Where the phrase around a name begins: before "the", "the city of", "nearby".
  std::uint32_t before_name(std::uint32_t first) const {
    std::uint32_t at = first;
    if (at >= 2 && word(at - 1) == "of") {
      if (const auto kind = m_place_words.kind_before(m_words, at - 1); kind.words > 0 && !is_line(*kind.kind)) {
        at -= 1 + kind.words;
      }
    }
    while (at > 0 && same_sentence(at - 1, first) && (word(at - 1) == "the" || word(at - 1) == "nearby")) {
      --at;
    }
    return at;
  }

  // ---- distance and bearing
  // ---------------------------------------------------------------------------------------------
  /// "[100 km] [to the] north of", "20 km from", "100km outside": what ends before word `at`.
  std::optional<Phrase> offset_before(std::uint32_t at) const {
    if (at == 0 ||
        !same_sentence(at - 1, std::min<std::uint32_t>(at, static_cast<std::uint32_t>(m_words.words.size()) - 1))) {
      return std::nullopt;
    }
    Phrase phrase;
    phrase.first = at;
    const bool of = word(at - 1) == "of" || word(at - 1) == "from";
    if (of) {
      phrase.first = at - 1;
      read_bearing(phrase);
    } else if (const auto outside = m_place_words.relation_before(m_words, at);
               outside.relation == PlaceRelation::outside) {
      phrase.first = at - outside.words;
    }
    if (phrase.first == at) {
      return std::nullopt;
    }
    read_distance(phrase);
    const bool after_of = word(at - 1) == "of";  // "230km of desert" is no distance from anything
    const bool told = after_of ? phrase.bearing_deg.has_value() : phrase.distance_km.has_value();
    return told ? std::optional(phrase) : std::nullopt;
  }

  void read_bearing(Phrase& phrase) const {
    for (const std::uint32_t n : {3U, 2U, 1U}) {
      if (phrase.first >= n) {
        const auto found = m_place_words.bearing_at(m_words, phrase.first - n);
        if (found.words == n) {
          phrase.bearing_deg = found.bearing_deg;
          phrase.first -= n;
          break;
        }
      }
    }
    if (phrase.bearing_deg && phrase.first > 0 && word(phrase.first - 1) == "the") {
      phrase.with_article = true;
      --phrase.first;
      if (phrase.first > 0 && (word(phrase.first - 1) == "to" || word(phrase.first - 1) == "in")) {
        phrase.with_article = word(phrase.first - 1) == "in";
        --phrase.first;
      }
    }
  }

  /// The amount of length that ends right before the phrase; "away" and "or so" may stand between, and a second amount
  /// in brackets ("20 km (12 miles) north of").
  void read_distance(Phrase& phrase) const {
    const std::uint32_t begin = m_words.words[phrase.first].span.begin;
    auto after = std::upper_bound(m_amounts.begin(), m_amounts.end(), begin,
                                  [](std::uint32_t at, const Linked& amount) { return at < amount.span.end; });
    std::uint32_t end = begin;
    for (int n = 0; n < 2 && after != m_amounts.begin(); ++n) {
      --after;
      const auto km = distance_of(*after);
      if (!km || !is_only_filler(after->span.end, end)) {
        return;
      }
      phrase.distance_km = km;
      phrase.distance_span = after->span;
      end = after->span.begin;
      while (phrase.first > 0 && m_words.words[phrase.first - 1].span.begin >= after->span.begin) {
        --phrase.first;
      }
    }
  }

  bool is_only_filler(std::uint32_t from, std::uint32_t to) const {
    if (to < from) {
      return false;
    }
    std::string_view gap = std::string_view(m_text.text).substr(from, to - from);
    while (!gap.empty()) {
      bool cut = false;
      for (const std::string_view filler : {" ", "(", ")", "away", "or so", "to the", "off"}) {
        if (gap.starts_with(filler)) {
          gap.remove_prefix(filler.size());
          cut = true;
        }
      }
      if (!cut) {
        return false;
      }
    }
    return true;
  }

  void link_offset(std::size_t d, const Phrase& phrase) {
    const Linked anchor = m_drafts[d].linked;
    if (!phrase.distance_km && is_wide(anchor)) {
      link_direction_part(d, phrase);
      return;
    }
    RelativePlace relative{anchor.entity, "offset", phrase.distance_km, phrase.bearing_deg};
    const auto offset = offset_from(point_of(anchor), anchor.place->radius_km, phrase.distance_km, phrase.bearing_deg);
    if (const auto named = named_before(phrase.first, d)) {
      attach(m_drafts[*named], anchor, relative, offset);
      m_drafts[d].anchors = true;
      return;
    }
    add_mention(d, phrase.first, relative, offset.centre, offset.radius_km);
  }

  /// "in the north of Syria", "east of Homs province": a part of the area.
  void link_direction_part(std::size_t d, const Phrase& phrase) {
    const Linked anchor = m_drafts[d].linked;
    if (!anchor.entity.starts_with(m_theatre)) {
      return;
    }
    const double radius = anchor.place->radius_km;
    const GeoPoint centre = destination(point_of(anchor), *phrase.bearing_deg, radius * k_part_off * 1000);
    add_mention(d, phrase.first, {anchor.entity, "side", std::nullopt, phrase.bearing_deg}, centre,
                radius * k_part_radius);
  }

  /// A named place that the phrase describes: "the Zaza checkpoint, just 100km north of al-Tanf".
  std::optional<std::size_t> named_before(std::uint32_t first, std::size_t anchor) const {
    for (std::size_t i = anchor; i-- > 0;) {
      const auto& draft = m_drafts[i];
      if (draft.end_word > first || draft.nested) {
        continue;
      }
      const bool place =
          (draft.linked.kind == MentionKind::place || draft.linked.kind == MentionKind::facility) && draft.linked.place;
      if (!place || first - draft.end_word > 4 || !same_sentence(draft.first_word, first) || is_wide(draft.linked)) {
        return std::nullopt;
      }
      return is_description(draft.end_word, first) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  /// A comma or bracket after the name, or words such as "located", "which lies", "some", and a kind word.
  bool is_description(std::uint32_t from, std::uint32_t to) const {
    bool comma = m_words.words[from - 1].breaks;
    for (std::uint32_t i = from; i < to; ++i) {
      const auto kind = m_place_words.kind_at(m_words, i);
      if (kind.words == 0 && !m_place_words.is_describing(word(i))) {
        return false;
      }
      comma = comma || m_words.words[i].breaks || m_place_words.is_describing(word(i));
    }
    return comma;
  }

  void attach(Draft& draft, const Linked& anchor, const RelativePlace& relative, const Offset& offset) const {
    auto& place = *draft.linked.place;
    place.relative = relative;
    if (!place.lat || draft.linked.entity.empty()) {
      place.lat = offset.centre.lat_deg;
      place.lon = offset.centre.lon_deg;
      place.radius_km = offset.radius_km;
      place.container = anchor.entity;
      place.country = anchor.place->country;
      return;
    }
    place.conflict =
        conflict_of(point_of(anchor), {*place.lat, *place.lon}, place.radius_km + anchor.place->radius_km, relative);
  }

  static std::optional<PlaceConflict> conflict_of(GeoPoint anchor, GeoPoint known, double slack_km,
                                                  const RelativePlace& said) {
    const double distance = distance_m(anchor, known) / 1000;
    if (said.distance_km && std::abs(distance - *said.distance_km) >
                                std::max(k_least_conflict_km, *said.distance_km * k_distance_slack) + slack_km) {
      return PlaceConflict{"distance", *said.distance_km, distance};
    }
    const double bearing = bearing_deg(anchor, known);
    if (said.bearing_deg && distance > slack_km && turn_between(bearing, *said.bearing_deg) > k_bearing_slack_deg) {
      return PlaceConflict{"bearing", *said.bearing_deg, bearing};
    }
    return std::nullopt;
  }

  // ---- near, outside, around ----------------------------------------------------------------------------------------
  PlaceWords::Found relation_before(std::uint32_t at) const {
    return at > 0 ? m_place_words.relation_before(m_words, at) : PlaceWords::Found{};
  }

  static void widen(Linked& place, PlaceRelation relation) {
    auto& ref = *place.place;
    const char* name =
        relation == PlaceRelation::near ? "near" : (relation == PlaceRelation::outside ? "outside" : "around");
    if (relation == PlaceRelation::between || relation == PlaceRelation::along || is_wide(place)) {
      return;
    }
    ref.relative = RelativePlace{place.entity, name, std::nullopt, std::nullopt};
    ref.radius_km =
        is_post(ref.feature) ? std::max(k_near_post_km, ref.radius_km) : std::max(k_near_least_km, 2 * ref.radius_km);
  }

  // ---- parts: "northern Syria", "the southern Aleppo countryside"
  // -----------------------------------------------------
  bool link_part(std::size_t d) {
    auto& draft = m_drafts[d];
    std::uint32_t at = draft.first_word;
    if (at >= 2 && word(at - 1) == "of" && m_place_words.kind_before(m_words, at - 1).words > 0) {
      at -= 1 + m_place_words.kind_before(m_words, at - 1).words;  // "the southern countryside of Aleppo"
    }
    const auto part = m_place_words.part_before(m_words, at);
    if (part.words == 0 || !is_wide(draft.linked)) {
      return false;
    }
    auto& ref = *draft.linked.place;
    const double radius = ref.radius_km;
    if (!draft.linked.entity.starts_with(m_theatre)) {
      // Of countries far from the theatre a report means the country, and nothing later looks closer.
      ref.relative = RelativePlace{draft.linked.entity, "side", std::nullopt, part.bearing_deg};
      return true;
    }
    if (part.bearing_deg) {
      const GeoPoint centre = destination(point_of(draft.linked), *part.bearing_deg, radius * k_part_off * 1000);
      ref.lat = centre.lat_deg;
      ref.lon = centre.lon_deg;
    }
    ref.radius_km = radius * k_part_radius;
    ref.relative = RelativePlace{draft.linked.entity, "side", std::nullopt, part.bearing_deg};
    ref.container = draft.linked.entity;
    ref.geonames_id = 0;
    draft.linked.entity.clear();
    draft.linked.ranked.clear();
    draft.first_word = at - part.words;
    draft.linked.span.begin = m_words.words[draft.first_word].span.begin;
    draft.linked.first_token = m_words.words[draft.first_word].token;
    draft.linked.head_token = head_of(m_analysis, draft.linked.first_token, draft.linked.end_token);
    draft.linked.name = m_text.text.substr(draft.linked.span.begin, draft.linked.span.end - draft.linked.span.begin);
    draft.linked.type = ref.feature = "RGN";
    return true;
  }

  // ---- between two
  // -----------------------------------------------------------------------------------------------------
  /// The next linked place after draft d with nothing but "and", "with", "to" and place words between.
  std::optional<std::size_t> partner_of(std::size_t d) const {
    const auto& here = m_drafts[d];
    for (std::size_t i = d + 1; i < m_drafts.size(); ++i) {
      const auto& next = m_drafts[i];
      if (next.first_word < here.end_word || next.first_word == next.end_word) {
        continue;
      }
      if (!is_resolved_place(next) || next.first_word - here.end_word > 5 ||
          !same_sentence(here.first_word, next.first_word)) {
        return std::nullopt;
      }
      bool joined = here.end_word == next.first_word && is_dash(here.end_word);
      for (std::uint32_t w = here.end_word; w < next.first_word; ++w) {
        const bool joins = word(w) == "and" || word(w) == "with" || word(w) == "to";
        if (!joins && word(w) != "the" && m_place_words.kind_at(m_words, w).words == 0) {
          return std::nullopt;
        }
        joined = joined || joins;
      }
      return joined ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
  }

  /// "Baghdad-Damascus", "Raqqa – Deir ez-Zor": nothing but a dash before word `at`.
  bool is_dash(std::uint32_t at) const {
    const std::uint32_t begin = m_words.words[at - 1].span.end;
    std::string_view gap = std::string_view(m_text.text).substr(begin, m_words.words[at].span.begin - begin);
    while (!gap.empty() && gap.front() == ' ') {
      gap.remove_prefix(1);
    }
    while (!gap.empty() && gap.back() == ' ') {
      gap.remove_suffix(1);
    }
    return gap == "-" || gap == "\u2013" || gap == "\u2010";
  }

  bool link_between(std::size_t d) {
    const std::uint32_t at = before_name(m_drafts[d].first_word);
    const auto relation = relation_before(at);
    const bool country = class_of(m_drafts[d].linked.type) == PlaceClass::country;
    const auto partner = relation.relation == PlaceRelation::between && !country ? partner_of(d) : std::nullopt;
    if (!partner || (m_drafts[d].linked.type == "PPLC" && m_drafts[*partner].linked.type == "PPLC")) {
      return false;  // what is between two capitals is a matter of governments, no spot half-way
    }
    join(d, *partner, at - relation.words, "between");
    return true;
  }

  /// "the highway linking Raqqa with Deir e-Zor", "the border dividing Homs and Deir e-Zor provinces",
  /// "the Baghdad-Damascus highway", "the road to al-Bukamel".
  bool link_line(std::size_t d) {
    std::uint32_t at = before_name(m_drafts[d].first_word);
    const std::uint32_t name = at;
    while (at > 0 && name - at < 2 && m_place_words.is_line_link(word(at - 1))) {
      --at;
    }
    const auto line = at < name ? m_place_words.kind_before(m_words, at) : PlaceWords::Found{};
    const auto partner = partner_of(d);
    if (line.kind != nullptr && is_line(*line.kind)) {
      if (partner) {
        join(d, *partner, at - line.words, "along");
        return true;
      }
      if (word(at) == "to" && is_road(*line.kind)) {
        add_mention(d, at - line.words, {m_drafts[d].linked.entity, "along", std::nullopt, std::nullopt},
                    point_of(m_drafts[d].linked), k_along_road_km);
        return true;
      }
      return false;
    }
    return partner && m_drafts[d].end_word == m_drafts[*partner].first_word && link_dashed_line(d, *partner);
  }

  /// "the Baghdad-Damascus highway", "the Ithriya-Khanasir-Tabqa axis": from the first to the last.
  bool link_dashed_line(std::size_t d, std::size_t last) {
    for (auto next = partner_of(last); next && m_drafts[last].end_word == m_drafts[*next].first_word;
         next = partner_of(last)) {
      last = *next;
    }
    const auto after = m_place_words.kind_at(m_words, m_drafts[last].end_word);
    if (after.kind == nullptr || !is_line(*after.kind)) {
      return false;
    }
    join(d, last, m_drafts[d].first_word, "along", after.words);
    return true;
  }

  static bool is_line(const KindWord& kind) {
    return std::any_of(kind.features.begin(), kind.features.end(),
                       [](const std::string& f) { return class_of(f) == PlaceClass::line; });
  }
  static bool is_road(const KindWord& kind) {
    return kind.features.front().starts_with("RD") || kind.features.front() == "HWY";
  }

  void join(std::size_t d, std::size_t partner, std::uint32_t first, const char* relation, std::uint32_t after = 0) {
    const Linked a = m_drafts[d].linked, b = m_drafts[partner].linked;
    const double apart = distance_m(point_of(a), point_of(b)) / 1000;
    Draft draft = made(first, m_drafts[partner].end_word + after, d);
    draft.linked.place->relative = RelativePlace{a.entity, relation, std::nullopt, std::nullopt};
    set_point(draft.linked, middle_of(point_of(a), point_of(b)), std::max(5.0, apart / 2));
    m_added.push_back(std::move(draft));
    m_drafts[d].anchors = m_drafts[partner].anchors = true;
  }

  // ---- what is added
  // -----------------------------------------------------------------------------------------------------
  Draft made(std::uint32_t first, std::uint32_t end, std::size_t anchor) const {
    Draft draft;
    draft.first_word = first;
    draft.end_word = end;
    auto& linked = draft.linked;
    linked.kind = MentionKind::place;
    linked.span = {m_words.words[first].span.begin,
                   std::max(m_words.words[end - 1].span.end, m_drafts[anchor].linked.span.end)};
    linked.first_token = m_words.words[first].token;
    linked.end_token = std::max(m_words.words[end - 1].token + 1, m_drafts[anchor].linked.end_token);
    linked.head_token = head_of(m_analysis, linked.first_token, linked.end_token);
    linked.name = m_text.text.substr(linked.span.begin, linked.span.end - linked.span.begin);
    linked.type = "RGN";
    linked.score = m_drafts[anchor].linked.score;
    linked.place = PlaceRef{};
    linked.place->feature = "RGN";
    linked.place->country = m_drafts[anchor].linked.place->country;
    linked.place->container = m_drafts[anchor].linked.place->container;
    return draft;
  }

  static void set_point(Linked& linked, GeoPoint centre, double radius_km) {
    linked.place->lat = centre.lat_deg;
    linked.place->lon = centre.lon_deg;
    linked.place->radius_km = radius_km;
  }

  void add_mention(std::size_t anchor, std::uint32_t first, const RelativePlace& relative, GeoPoint centre,
                   double radius_km) {
    Draft draft = made(first, m_drafts[anchor].end_word, anchor);
    draft.linked.place->relative = relative;
    set_point(draft.linked, centre, radius_km);
    m_added.push_back(std::move(draft));
    m_drafts[anchor].anchors = true;
  }

  const CleanText& m_text;
  const Analysis& m_analysis;
  const Words& m_words;
  std::vector<Draft>& m_drafts;
  const std::vector<Linked>& m_amounts;
  const PlaceWords& m_place_words;
  const std::string m_theatre;  // "levant:"
  std::vector<Draft> m_added;
};

}  // namespace

Offset offset_from(GeoPoint anchor, double anchor_radius_km, std::optional<double> distance_km,
                   std::optional<double> bearing_deg) {
  if (!bearing_deg) {
    return {anchor, std::max(distance_km.value_or(0), anchor_radius_km)};
  }
  if (!distance_km) {
    return {destination(anchor, *bearing_deg, k_sector_km * 1000), k_sector_radius_km};
  }
  return {destination(anchor, *bearing_deg, *distance_km * 1000), std::max(anchor_radius_km, *distance_km * k_turn)};
}

void link_relative_places(const CleanText& text, const Analysis& analysis, const Words& words,
                          std::vector<Draft>& drafts, const std::vector<Linked>& amounts, const PlaceWords& place_words,
                          const std::string& theatre) {
  RelativeLinker(text, analysis, words, drafts, amounts, place_words, theatre + ":").run();
}

}  // namespace hearsay::link

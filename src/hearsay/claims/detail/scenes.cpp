// SPDX-License-Identifier: Apache-2.0
// Scenes: places shared by the events of a report.
#include <hearsay/claims/detail/scenes.hpp>

#include <algorithm>
#include <map>
#include <string>

#include <hearsay/base/geo/point.hpp>
#include <hearsay/base/geo/point_bands.hpp>
#include <hearsay/claims/detail/likeness.hpp>
#include <hearsay/claims/detail/things.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr double k_across_border_m = 100e3;
constexpr std::uint32_t k_soon = 6;         // sentences on in which a headline's place is told
constexpr std::uint32_t k_same_scene = 12;  // sentences back in which the place is looked for

bool is_country(const PlaceRef& place) {
  return place.feature.starts_with("PCL");
}

bool is_named_place(const Linked& mention) {
  return (mention.kind == MentionKind::place || mention.kind == MentionKind::facility) && !mention.nominal &&
         !mention.metonym && mention.place && mention.place->lat;
}

bool is_verbal(const Reading& in, const Claim& claim) {
  const auto type = in.book.types.find(claim.type);
  return type != in.book.types.end() && type->second.verbal;
}

/// The country whose towns and regions the report names most; "" when it names none.
std::string home_country(const Reading& in) {
  std::map<std::string, int> named;
  for (const Linked& mention : in.report.links.mentions) {
    if (is_named_place(mention) && !is_country(*mention.place) && mention.place->feature != "PPLC" &&
        !mention.place->country.empty()) {
      ++named[mention.place->country];
    }
  }
  const auto most =
      std::max_element(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == named.end() ? "" : most->first;
}

class Scenes {
 public:
  Scenes(const Reading& in, Drafts& drafts, const std::vector<Span>& words_of_saying)
      : m_in(in), m_drafts(drafts), m_saying(words_of_saying), m_home(home_country(in)) {
    m_country = country_of_report();
    std::map<std::string_view, GeoPoint> by_entity;
    for (const Linked& mention : in.report.links.mentions) {
      if (is_named_place(mention) && mention.place->country == m_home && !is_country(*mention.place)) {
        by_entity.try_emplace(mention.entity, GeoPoint{*mention.place->lat, *mention.place->lon});
      }
    }
    for (const auto& [entity, point] : by_entity) {
      m_home_points.push_back(point);
    }
    m_home_bands = PointBands(m_home_points);
  }

  void share() {
    for (std::size_t i = 0; i < m_drafts.size(); ++i) {
      Draft& mine = m_drafts[i];
      if (!mine.dropped && !mine.claim.place && !is_verbal(m_in, mine.claim)) {
        find_place(i);
      }
    }
  }

 private:
  void find_place(std::size_t at) {
    Draft& mine = m_drafts[at];
    if (const Linked* country = speaks_of_country(mine)) {
      take(mine, *country, "the whole country");
    } else if (const Linked* there = where_it_is_said(mine)) {
      take(mine, *there, "where it is said");
    } else if (const Draft* before = scene_before(at)) {
      take(mine, *before, "from the claim before");
    } else if (const Draft* after = scene_after(at)) {
      take(mine, *after, "from the claim after");
    }
  }

  static void take(Draft& to, const Draft& from, const char* why) {
    to.claim.place = from.claim.place;
    to.claim.place->inferred = true;
    explain(to.claim, "place", why);
  }

  static void take(Draft& to, const Linked& from, const char* why) {
    to.claim.place = ClaimPlace{from.span, from.entity, from.name, *from.place, true};
    explain(to.claim, "place", why);
  }

  bool has_scene(const Draft& draft) const {
    return !draft.dropped && draft.own_place && draft.claim.place && !is_verbal(m_in, draft.claim);
  }

  /// Across a border, and not close to it.
  bool is_abroad(const PlaceRef& place) const {
    if (place.country.empty() || place.country == m_home || !place.lat || !place.lon) {
      return false;
    }
    const GeoPoint point{*place.lat, *place.lon};
    return !m_home_bands.any_near(point, k_across_border_m / 1000, [&](std::uint32_t home) {
      return distance_m(m_home_points[home], point) < k_across_border_m;
    });
  }

  /// The scene told before: the nearest in the country that the report is about, but not the country itself; else the
  /// nearest.
  const Draft* scene_before(std::size_t at) const {
    const Draft* second = nullptr;
    for (std::size_t back = at; back-- > 0;) {
      const Draft& earlier = m_drafts[back];
      if (m_drafts[at].sentence - earlier.sentence > k_same_scene) {
        break;
      }
      if (earlier.title != m_drafts[at].title || !has_scene(earlier)) {
        continue;
      }
      if (!is_country(earlier.claim.place->at) && !is_abroad(earlier.claim.place->at)) {
        return &earlier;
      }
      second = second == nullptr ? &earlier : second;
    }
    return second;
  }

  /// What a headline or first sentence leaves open is told soon after, of the same kind of event.
  const Draft* scene_after(std::size_t at) const {
    const Draft& mine = m_drafts[at];
    for (std::size_t on = at + 1; on < m_drafts.size() && m_drafts[on].sentence - mine.sentence <= k_soon; ++on) {
      const Draft& later = m_drafts[on];
      if (has_scene(later) && !is_country(later.claim.place->at) && later.claim.type == mine.claim.type &&
          compatible_modes(later.claim, mine.claim) && may_be_same(later.claim.actors, mine.claim.actors)) {
        return &later;
      }
    }
    return nullptr;
  }

  /// "During the civil war", "against the Syrian people", "entered the conflict": no one spot.
  const Linked* speaks_of_country(const Draft& draft) const {
    const Sentence& sentence = m_in.sentence(draft.trigger.token);
    for (auto t = static_cast<TokenIndex>(sentence.first_token); t < static_cast<TokenIndex>(sentence.end_token); ++t) {
      if (m_in.in_class(t, m_in.book.bit_whole) && m_in.distance(t, draft.trigger.frame) <= k_near_words &&
          is_the_one(t)) {
        return m_country;
      }
    }
    return nullptr;
  }

  /// "The war", "the Syrian people"; not "a war", "the conflict between two tribes", "the country's north".
  bool is_the_one(TokenIndex t) const {
    const auto children = m_in.children(t);
    const bool of_some = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      return m_in.preposition(c) == m_in.book.w_between || m_in.preposition(c) == m_in.book.w_with;
    });
    const Deprel deprel = m_in.deprel(t);
    if (of_some || deprel == Deprel::nmod_poss || universal(deprel) == Deprel::compound) {
      return false;
    }
    return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      return m_in.deprel(c) == Deprel::det && m_in.token(c).feats.definite == ud::Definite::def;
    });
  }

  const Linked* country_of_report() const {
    for (const Linked& mention : m_in.report.links.mentions) {
      if (mention.place && is_country(*mention.place) && mention.place->country == m_home && !mention.nominal &&
          !mention.metonym) {
        return &mention;
      }
    }
    return nullptr;
  }

  /// "Activists in Douma said": a town or region among the words of saying of the same sentence.
  const Linked* where_it_is_said(const Draft& draft) const {
    const Sentence& sentence = m_in.sentence(draft.trigger.token);
    const auto& mentions = m_in.report.links.mentions;
    const auto first = std::partition_point(mentions.begin(), mentions.end(), [&](const Linked& mention) {
      return mention.span.begin < sentence.span.begin;
    });
    for (auto at = first; at != mentions.end() && at->span.begin < sentence.span.end; ++at) {
      const Linked& mention = *at;
      const bool there = is_named_place(mention) && sentence.span.contains(mention.span) &&
                         !is_country(*mention.place) && mention.place->feature != "PPLC" && !mention.attributive;
      if (there && lies_in(m_saying, mention.span) && !is_abroad(*mention.place)) {
        return &mention;
      }
    }
    return nullptr;
  }

  static constexpr int k_near_words = 4;  // tree steps between an event and what it is told of

  const Reading& m_in;
  Drafts& m_drafts;
  const std::vector<Span>& m_saying;
  std::string m_home;
  std::vector<GeoPoint> m_home_points;  // of its places that the report names
  PointBands m_home_bands{{}};
  const Linked* m_country = nullptr;  // a mention of the home country
};

}  // namespace

void share_scenes(const Reading& in, Drafts& drafts, const std::vector<Span>& words_of_saying) {
  Scenes(in, drafts, words_of_saying).share();
}

}  // namespace hearsay::claims::detail

// SPDX-License-Identifier: Apache-2.0
// Ranks the readings of toponyms: prior, words beside them, and the company they keep.
#include <hearsay/link/places/resolve.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <hearsay/base/geo/point_bands.hpp>

namespace hearsay::link {

namespace {

// Weights are in units of one order of magnitude of population; tuned by hand on development halves of geoparsing
// corpora.
constexpr double k_country = 7.0, k_division = 5.2, k_capital = 1.2, k_area = 5.0, k_district = 3.0, k_facility = 3.5;
constexpr double k_division_size = 0.35, k_least_capital = 5.5;
constexpr double k_theatre = 4.0, k_kind_fits = 6.0, k_kind_fails = -4.0, k_holder = 9.0;
constexpr double k_same_country = 2.5, k_same_division = 2.5, k_near = 1.5, k_outlet = 1.0;
constexpr double k_other_spelling = 2.0;
constexpr double k_near_km = 150;

double prior(const PlaceCandidate& c, const ReportContext& context) {
  const double size = std::log10(static_cast<double>(std::max<std::int64_t>(c.population, 1)) + 1);
  double score = 0;
  switch (class_of(c.feature)) {
    case PlaceClass::country:
      score = k_country;
      break;
    case PlaceClass::division:
      score = k_division + (c.population > 0 ? k_division_size * (size - 6) : 0);
      break;
    case PlaceClass::district:
      score = k_district;
      break;
    case PlaceClass::facility:
      score = k_facility;
      break;
    case PlaceClass::area:
    case PlaceClass::water:
    case PlaceClass::line:
      score = k_area;
      break;
    case PlaceClass::town:
      score = c.feature == "PPLC" ? std::max(size, k_least_capital) + k_capital : std::max(size, c.theatre ? 3.0 : 0.0);
      break;
    case PlaceClass::other:
      score = k_facility;
      break;
  }
  if (c.theatre && context.theatre) {
    score += k_theatre;
  }
  if (c.by_sound) {
    score -= k_other_spelling;
  }
  if (!context.country.empty() && c.country == context.country) {
    score += k_outlet;
  }
  return score;
}

double kind_score(const PlaceCandidate& c, const KindWord* kind) {
  if (kind == nullptr || kind->features.empty()) {
    // A bare name is rather a town than the governorate of that name, and rather a town than a base.
    return class_of(c.feature) == PlaceClass::facility ? -0.5 : 0;
  }
  return fits_feature(c.feature, kind->features) ? k_kind_fits : k_kind_fails;
}

/// What the report's toponyms, as read so far, say about where it plays.
struct Company {
  std::map<std::string_view, double> countries;  // share of distinct names
  std::map<std::int32_t, double> containers;
  std::vector<GeoPoint> points;  // of what is narrower than a country
  std::vector<std::string_view> names;
  PointBands bands{{}};  // of the points
  double total = 0;
};

Company company_of(const std::vector<Toponym>& toponyms) {
  Company out;
  std::set<std::string_view> seen;
  for (const auto& t : toponyms) {
    if (t.chosen < 0 || !seen.insert(t.key).second) {
      continue;
    }
    const auto& c = t.candidates[static_cast<std::size_t>(t.chosen)];
    if (c.country.empty()) {
      continue;
    }
    out.total += 1;
    out.countries[c.country] += 1;
    const auto kind = class_of(c.feature);
    if (kind == PlaceClass::division) {
      out.containers[c.place] += 1;
    } else if (c.container >= 0) {
      out.containers[c.container] += 1;
    }
    if (kind != PlaceClass::country && kind != PlaceClass::division) {
      out.points.push_back(c.point);
      out.names.push_back(t.key);
    }
  }
  out.bands = PointBands(out.points);
  return out;
}

/// Great-circle distance on a sphere: good to 0.5 %, and cheap; only asks who is near.
double rough_km(GeoPoint a, GeoPoint b) {
  constexpr double k_rad = 3.14159265358979 / 180;
  const double x = (b.lon_deg - a.lon_deg) * k_rad * std::cos((a.lat_deg + b.lat_deg) / 2 * k_rad);
  const double y = (b.lat_deg - a.lat_deg) * k_rad;
  return 6371.0 * std::sqrt(x * x + y * y);
}

double company_score(const Toponym& t, const PlaceCandidate& c, const Company& company, bool self_counted) {
  const double others = company.total - (self_counted ? 1 : 0);
  if (others <= 0) {
    return 0;
  }
  const auto share = [&](const auto& map, const auto& key, bool own) {
    const auto found = map.find(key);
    return found == map.end() ? 0.0 : std::max(0.0, found->second - (own ? 1 : 0)) / others;
  };
  const auto& chosen = t.chosen >= 0 ? t.candidates[static_cast<std::size_t>(t.chosen)] : c;
  double score = k_same_country * share(company.countries, c.country, self_counted && chosen.country == c.country);
  const std::int32_t container = class_of(c.feature) == PlaceClass::division ? c.place : c.container;
  const std::int32_t own = class_of(chosen.feature) == PlaceClass::division ? chosen.place : chosen.container;
  if (container >= 0) {
    const double in = share(company.containers, container, self_counted && own == container);
    score += in > 0 ? k_same_division * std::min(1.0, 0.4 + in) : 0;
  }
  const auto kind = class_of(c.feature);
  const bool narrow = kind != PlaceClass::country && kind != PlaceClass::division && kind != PlaceClass::area;
  const bool near = narrow && company.bands.any_near(c.point, k_near_km, [&](std::uint32_t other) {
    return company.names[other] != t.key && rough_km(company.points[other], c.point) < k_near_km;
  });
  return score + (near ? k_near : 0);
}

void choose(Toponym& t) {
  t.chosen = -1;
  for (std::size_t i = 0; i < t.candidates.size(); ++i) {
    if (t.chosen < 0 || t.candidates[i].score > t.candidates[static_cast<std::size_t>(t.chosen)].score) {
      t.chosen = static_cast<std::int32_t>(i);
    }
  }
}

double holder_score(const Toponym& t, const PlaceCandidate& c, const std::vector<Toponym>& all,
                    const Gazetteer& gazetteer) {
  if (t.holder < 0) {
    return 0;
  }
  const auto& holder = all[static_cast<std::size_t>(t.holder)];
  const bool held = std::any_of(holder.candidates.begin(), holder.candidates.end(),
                                [&](const PlaceCandidate& h) { return h.place >= 0 && gazetteer.holds(h.place, c); });
  return held ? k_holder : 0;
}

/// The holder is read as that which holds the name before it ("Lebanon, Pa." and "Tripoli, Lebanon").
double held_score(const std::vector<std::uint32_t>& held, const PlaceCandidate& c, const std::vector<Toponym>& all,
                  const Gazetteer& gazetteer) {
  const bool holds = c.place >= 0 && std::any_of(held.begin(), held.end(), [&](std::uint32_t index) {
                       const auto& inside = all[index].candidates;
                       return std::any_of(inside.begin(), inside.end(),
                                          [&](const PlaceCandidate& i) { return gazetteer.holds(c.place, i); });
                     });
  return holds ? k_holder / 2 : 0;
}

/// For every toponym those that it is named as the holder of.
std::vector<std::vector<std::uint32_t>> held_by_each(const std::vector<Toponym>& all) {
  std::vector<std::vector<std::uint32_t>> held(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].holder >= 0) {
      held[static_cast<std::size_t>(all[i].holder)].push_back(i);
    }
  }
  return held;
}

void score_alone(std::vector<Toponym>& all, const Gazetteer& gazetteer, const ReportContext& context) {
  const auto held = held_by_each(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (auto& c : all[i].candidates) {
      c.score = prior(c, context) + kind_score(c, all[i].kind) + holder_score(all[i], c, all, gazetteer) +
                held_score(held[i], c, all, gazetteer);
    }
    choose(all[i]);
  }
}

/// The same name in one report means the same place, unless a kind word asks for another.
void keep_meaning(std::vector<Toponym>& all) {
  std::map<std::string_view, std::map<std::pair<std::int32_t, std::uint32_t>, double>> votes;
  for (const auto& t : all) {
    if (t.chosen >= 0 && t.kind == nullptr) {
      const auto& c = t.candidates[static_cast<std::size_t>(t.chosen)];
      auto& vote = votes[t.key][{c.place, c.place >= 0 ? 0 : c.town}];
      vote = std::max(vote, c.score);
    }
  }
  for (auto& t : all) {
    const auto found = votes.find(t.key);
    if (t.chosen < 0 || t.kind != nullptr || found == votes.end() || t.holder >= 0) {
      continue;
    }
    const auto best = std::max_element(found->second.begin(), found->second.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    for (std::size_t i = 0; i < t.candidates.size(); ++i) {
      const auto& c = t.candidates[i];
      if (std::pair(c.place, c.place >= 0 ? 0U : c.town) == best->first) {
        t.chosen = static_cast<std::int32_t>(i);
        t.candidates[i].score = std::max(c.score, best->second);
      }
    }
  }
}

/// Best first, the chosen one ahead; the score becomes the share of exp(score) in the best five.
void order_candidates(Toponym& t) {
  if (t.chosen < 0) {
    return;
  }
  std::swap(t.candidates[0], t.candidates[static_cast<std::size_t>(t.chosen)]);
  t.chosen = 0;
  std::stable_sort(t.candidates.begin() + 1, t.candidates.end(),
                   [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.score > b.score; });
  const std::size_t kept = std::min<std::size_t>(5, t.candidates.size());
  t.candidates.resize(kept);
  double total = 0;
  const double top = t.candidates[0].score;
  for (const auto& c : t.candidates) {
    total += std::exp(c.score - top);
  }
  for (auto& c : t.candidates) {
    c.score = std::exp(c.score - top) / total;
  }
  t.score = t.candidates[0].score;
}

}  // namespace

void resolve_toponyms(std::vector<Toponym>& toponyms, const Gazetteer& gazetteer, const ReportContext& context) {
  score_alone(toponyms, gazetteer, context);
  std::vector<std::vector<double>> alone;
  for (const auto& t : toponyms) {
    auto& scores = alone.emplace_back();
    for (const auto& c : t.candidates) {
      scores.push_back(c.score);
    }
  }
  for (int round = 0; round < 2; ++round) {  // the company changes with the readings; a third round changed nothing
    const Company company = company_of(toponyms);
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
      auto& t = toponyms[i];
      const bool counted = t.chosen >= 0 && !t.candidates[static_cast<std::size_t>(t.chosen)].country.empty();
      std::vector<double> scores = alone[i];
      for (std::size_t k = 0; k < scores.size(); ++k) {
        scores[k] += company_score(t, t.candidates[k], company, counted);
      }
      for (std::size_t k = 0; k < scores.size(); ++k) {
        t.candidates[k].score = scores[k];
      }
      choose(t);
    }
  }
  keep_meaning(toponyms);
  for (auto& t : toponyms) {
    order_candidates(t);
  }
}

}  // namespace hearsay::link

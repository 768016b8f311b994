// SPDX-License-Identifier: Apache-2.0
// A Filter as SQL with bound values.
#include <hearsay/store/sqlite/query.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

#include <hearsay/base/geo/point.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::store::sqlite {

std::int64_t days(Day day) {
  return day.time_since_epoch().count();
}
Day day_of(std::int64_t days) {
  return Day(std::chrono::days(days));
}

std::string folded(std::string_view name) {
  return to_lower(name);
}

std::string fts_query(std::string_view words) {
  std::string query, term;
  bool quoted = false;
  const auto flush = [&] {
    if (!term.empty()) {
      query += '"' + term + "\" ";
      term.clear();
    }
  };
  for (const char c : words) {
    if (c == '"') {
      flush();
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      flush();
    } else if (c != '\0') {
      term += c;
    }
  }
  flush();
  return query;
}

void Conditions::add(std::string sql, std::vector<Value> values) {
  m_sql += (m_sql.empty() ? "(" : " AND (") + sql + ")";
  m_values.insert(m_values.end(), values.begin(), values.end());
}

void Conditions::on_edition(const Filter& filter) {
  if (filter.as_of) {
    add(k_newest_then, {days(*filter.as_of), days(*filter.as_of)});
  } else {
    add("e.current = 1");
  }
  if (!filter.words.empty()) {
    // The plus keeps the index of editions out: the claims are walked in order of time then.
    add(std::string(m_walk ? "+c.edition" : "e.key") +
            " IN (SELECT rowid FROM edition_words WHERE edition_words MATCH ?)",
        {fts_query(filter.words)});
  }
}

// A join can begin with one table only; the first that asks for it gets it.
void Conditions::drive(std::string table, std::string condition, std::vector<Value> values) {
  m_driver = std::move(table);
  add(std::move(condition), std::move(values));
}

void Conditions::on_claim(const Filter& filter) {
  const auto by_name = [&](const char* role, const std::string& name) {
    if (name.empty()) {
      return;
    }
    if (m_driver.empty()) {
      drive("claim_name n CROSS JOIN claim c ON c.key = n.claim", "n.role = ? AND n.name = ?",
            {std::string(role), folded(name)});
      m_order = "n.day";
      if (filter.until) {
        add("n.day <= ?", {days(*filter.until)});
      }
      if (filter.since) {
        add("n.day_to >= ?", {days(*filter.since)});
      }
    } else {
      add("c.key IN (SELECT claim FROM claim_name WHERE role = ? AND name = ?)", {std::string(role), folded(name)});
    }
  };
  by_name("place", filter.place);
  by_name("actor", filter.actor);
  by_name("source", filter.source);
  if (filter.circle) {
    on_circle(filter);
  }
  if (!filter.type.empty()) {
    add("c.type = ?", {filter.type});
  }
  if (!filter.mode.empty()) {
    add("c.mode = ?", {filter.mode});
  }
  if (filter.status) {
    add("c.status = ?", {std::string(to_string(*filter.status))});
  }
  if (filter.since) {
    add("c.day_to >= ? AND c.day_from < ?", {days(*filter.since), k_no_day});
  }
  if (filter.until) {
    add("c.day_from <= ?", {days(*filter.until)});
  }
}

void Conditions::on_report(const Filter& filter) {
  if (!filter.source.empty()) {
    add("lower(e.outlet) = ? OR lower(e.outlet_name) = ?", {folded(filter.source), folded(filter.source)});
  }
  if (filter.since) {
    add("e.published_to >= ?", {days(*filter.since)});
  }
  if (filter.until) {
    add("e.published_from <= ?", {days(*filter.until)});
  }
}

void Conditions::on_circle(const Filter& filter) {
  const Filter::Circle& circle = *filter.circle;
  // Boxes of claims that touch the circle's box; within() then measures. Near the poles every longitude is taken.
  const double lat_reach = circle.km / 110.5;
  const double nearest_pole = std::min(89.9, std::abs(circle.lat) + lat_reach);
  const double lon_reach = std::min(180.0, lat_reach / std::cos(nearest_pole * std::numbers::pi / 180));
  std::string lons = "(lon_max >= ? AND lon_min <= ?)";
  std::vector<Value> values = {circle.lat - lat_reach, circle.lat + lat_reach, circle.lon - lon_reach,
                               circle.lon + lon_reach};
  // The same circle seen across the antimeridian.
  const double turn = circle.lon + lon_reach > 180 ? -360 : circle.lon - lon_reach < -180 ? 360 : 0;
  if (turn != 0) {
    lons += " OR (lon_max >= ? AND lon_min <= ?)";
    values.insert(values.end(), {circle.lon + turn - lon_reach, circle.lon + turn + lon_reach});
  }
  std::string box = "lat_max >= ? AND lat_min <= ? AND (" + lons + ")";
  if (filter.since) {
    box += " AND day_max >= ?";
    values.emplace_back(days(*filter.since));
  }
  if (filter.until) {
    box += " AND day_min <= ?";
    values.emplace_back(days(*filter.until));
  }
  if (m_driver.empty()) {
    drive("claim_area a CROSS JOIN claim c ON c.key = a.key", box, std::move(values));
  } else {
    add("c.key IN (SELECT key FROM claim_area WHERE " + box + ")", std::move(values));
  }
}

std::string Conditions::where() const {
  return m_sql.empty() ? "" : " WHERE " + m_sql;
}

std::string Conditions::claims() const {
  const std::string first = !m_driver.empty() ? m_driver : m_walk ? "claim c INDEXED BY claim_order" : "claim c";
  return " FROM " + first + (m_walk ? " CROSS" : "") + " JOIN edition e ON e.key = c.edition";
}

std::string Conditions::claims_in_order() const {
  return claims() + where() + " ORDER BY " + m_order + ", c.day_to, e.doc, c.trigger_at, c.id";
}

void Conditions::bind(Statement& statement) const {
  for (const Value& value : m_values) {
    std::visit([&](const auto& v) { statement.bind(v); }, value);
  }
}

bool within(const Claim& claim, const Filter::Circle& circle) {
  if (!claim.place || !claim.place->at.lat || !claim.place->at.lon) {
    return false;
  }
  const double metres = distance_m({circle.lat, circle.lon}, {*claim.place->at.lat, *claim.place->at.lon});
  return metres <= 1000 * (circle.km + claim.place->at.radius_km);
}

}  // namespace hearsay::store::sqlite

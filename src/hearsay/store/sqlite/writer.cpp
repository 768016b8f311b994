// SPDX-License-Identifier: Apache-2.0
// Writing reports.
#include <hearsay/store/sqlite/writer.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/query.hpp>
#include <hearsay/types/posture.hpp>

namespace hearsay::store::sqlite {

namespace {

using Key = std::int64_t;

std::optional<std::int64_t> days(const std::optional<Day>& day) {
  return day ? std::optional(sqlite::days(*day)) : std::nullopt;
}

// Documents whose claims were joined to claims of an edition have to be compared anew when these go.
void wake_neighbours(const Database& database, Key key) {
  for (const char* sides : {"j.a = c.key AND o.key = j.b", "j.b = c.key AND o.key = j.a"}) {
    Statement wake(
        database,
        fmt::format("UPDATE edition SET compared = 0 WHERE key IN (SELECT o.edition FROM claim c, claim_join j,"
                    " claim o WHERE c.edition = ? AND {})",
                    sides));
    wake.bind(key).run();
  }
}

void forget_edition(const Database& database, Key key) {
  wake_neighbours(database, key);
  Statement words(database,
                  "INSERT INTO edition_words (edition_words, rowid, title, body)"
                  " SELECT 'delete', key, title, body FROM edition WHERE key = ?");
  words.bind(key).run();
  Statement area(database, "DELETE FROM claim_area WHERE key IN (SELECT key FROM claim WHERE edition = ?)");
  area.bind(key).run();
  Statement claims(database, "DELETE FROM claim WHERE edition = ?");
  claims.bind(key).run();
}

// The row of the text, made or found, with its columns as this report has them.
Key write_edition(const Database& database, const StoredReport& report, const OpenOptions& versions) {
  const CleanText& text = report.text;
  const std::string text_id = to_hex(text.text_id);
  Statement find(database, "SELECT key FROM edition WHERE doc = ? AND text_id = ?");
  find.bind(text.id).bind(text_id);
  std::optional<Key> key;
  if (find.step()) {
    key = find.integer(0);
    find.reset();
    forget_edition(database, *key);
  }
  Statement put(
      database,
      "INSERT INTO edition (key, doc, text_id, number, current, program, packs, outlet, outlet_name,"
      " published_from, published_to, title, body, about, attributions, stamp)"
      " VALUES (?1, ?2, ?3, (SELECT 1 + coalesce(max(number), 0) FROM edition WHERE doc = ?2), 0,"
      " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
      " ON CONFLICT (doc, text_id) DO UPDATE SET program = excluded.program, packs = excluded.packs,"
      " outlet = excluded.outlet, outlet_name = excluded.outlet_name, published_from = excluded.published_from,"
      " published_to = excluded.published_to, title = excluded.title, about = excluded.about,"
      " attributions = excluded.attributions, stamp = excluded.stamp, compared = 0");
  put.bind(key).bind(text.id).bind(text_id).bind(versions.program).bind(versions.packs);
  put.bind(report.outlet).bind(report.outlet_name);
  put.bind(days(text.published.range.from)).bind(days(text.published.range.to));
  put.bind(text.title).bind(text.text).bind(detail::encode_about(report)).bind(detail::encode(report.attributions));
  put.bind(text.stamp).run();
  if (!key) {
    key = database.last_key();
  }
  Statement words(database, "INSERT INTO edition_words (rowid, title, body) VALUES (?, ?, ?)");
  words.bind(*key).bind(text.title).bind(text.text).run();
  return *key;
}

// See 0005_editions_of_a_day.sql.
void choose_current(const Database& database, const std::string& doc) {
  Statement choose(database,
                   "UPDATE edition SET compared = 0, current = (key = (SELECT key FROM edition WHERE doc = ?1 ORDER BY"
                   " published_to IS NOT NULL DESC, published_to DESC, stamp DESC, text_id DESC LIMIT 1)),"
                   " until = coalesce((SELECT min(x.published_to) FROM edition x WHERE x.doc = ?1 AND"
                   " (x.published_to, x.stamp, x.text_id) > (edition.published_to, edition.stamp, edition.text_id)),"
                   " ?2) WHERE doc = ?1");
  choose.bind(doc).bind(k_no_day).run();
}

// By role, each name once.
using Names = std::set<std::pair<std::string_view, std::string>>;

void add_name(Names& names, std::string_view role, const std::string& name) {
  if (!name.empty()) {
    names.emplace(role, folded(name));
  }
}

Names names_of(const Claim& claim, const StoredReport& report) {
  Names names;
  for (const auto* list : {&claim.actors, &claim.recipients}) {
    for (const Participant& one : *list) {
      add_name(names, "actor", one.entity);
      add_name(names, "actor", one.name);
    }
  }
  if (claim.place) {
    add_name(names, "place", claim.place->entity);
    add_name(names, "place", claim.place->name);
    add_name(names, "place", claim.place->at.container);
  }
  add_name(names, "source", report.outlet);
  add_name(names, "source", report.outlet_name);
  for (const Voice& voice : claim.attribution) {
    add_name(names, "source", voice.entity);
    add_name(names, "source", voice.name);
  }
  return names;
}

/// Puts claims under their cells of the ledger, and makes cells that are not there yet.
class CellWriter {
 public:
  explicit CellWriter(const Database& database)
      : m_database(database),
        m_find(database,
               "SELECT key FROM cell WHERE place_name = ? AND place = ? AND actor = ? AND type = ? AND mode = ?"),
        m_make(database, "INSERT INTO cell (place_name, place, actor, type, mode) VALUES (?, ?, ?, ?, ?)"),
        m_name(database, "INSERT OR IGNORE INTO cell_name VALUES (?, ?, ?)"),
        m_put(database, "INSERT INTO cell_claim VALUES (?, ?, ?)") {}

  void write(Key claim_key, std::int64_t day, const Claim& claim) {
    for (const LedgerLine& line : ledger_lines(claim)) {
      m_put.bind(cell_of(line, claim)).bind(day).bind(claim_key).run();
    }
  }

 private:
  static Statement& bind(Statement& statement, const LedgerLine& line) {
    return statement.bind(line.place_name).bind(line.place).bind(line.actor).bind(line.type).bind(line.mode);
  }

  Key cell_of(const LedgerLine& line, const Claim& claim) {
    const bool found = bind(m_find, line).step();
    Key key = found ? m_find.integer(0) : 0;
    m_find.reset();
    if (!found) {
      bind(m_make, line).run();
      key = m_database.last_key();
    }
    name(key, line, claim, found);
    return key;
  }

  // A cell keeps its place's names; its actor may be called otherwise by another claim, and a place lie in another one.
  void name(Key key, const LedgerLine& line, const Claim& claim, bool known) {
    Names names;
    if (claim.place) {
      add_name(names, "place", claim.place->at.container);
      if (!known) {
        add_name(names, "place", claim.place->entity);
        add_name(names, "place", claim.place->name);
      }
    }
    for (const Participant& one : claim.actors) {
      if (one.entity == line.actor || (one.entity.empty() && folded(one.name) == line.actor)) {
        add_name(names, "actor", one.name);
      }
    }
    if (!known) {
      add_name(names, "actor", line.actor);
    }
    for (const auto& [role, one] : names) {
      m_name.bind(role).bind(one).bind(key).run();
    }
  }

  const Database& m_database;
  Statement m_find, m_make, m_name, m_put;
};

class ClaimWriter {
 public:
  explicit ClaimWriter(const Database& database)
      : m_database(database),
        m_claim(database,
                "INSERT INTO claim (edition, id, type, mode, status, day_from, day_to, lat, lon, radius_km, "
                "trigger_at, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        m_name(database, "INSERT INTO claim_name (role, name, day, day_to, claim) VALUES (?, ?, ?, ?, ?)"),
        m_area(database, "INSERT INTO claim_area VALUES (?, ?, ?, ?, ?, ?, ?)"),
        m_cells(database) {}

  void write(Key edition, const Claim& claim, const StoredReport& report) {
    const DateRange range = claim.time ? claim.time->at.range : DateRange{};
    const PlaceRef place = claim.place ? claim.place->at : PlaceRef{};
    m_claim.bind(edition).bind(to_hex(claim.id)).bind(claim.type).bind(claim.mode).bind(to_string(claim.status));
    const std::int64_t day = days(range.from ? range.from : range.to).value_or(k_no_day);
    const std::int64_t last_day = days(range.to ? range.to : range.from).value_or(k_no_day);
    m_claim.bind(day).bind(last_day);
    m_claim.bind(place.lat).bind(place.lon).bind(place.radius_km);
    m_claim.bind(std::int64_t{claim.trigger.begin}).bind(detail::encode(claim)).run();
    const Key key = m_database.last_key();
    if (place.lat && place.lon) {
      write_area(key, place, {day, last_day});
    }
    for (const auto& [role, name] : names_of(claim, report)) {
      m_name.bind(role).bind(name).bind(day).bind(last_day).bind(key).run();
    }
    m_cells.write(key, day, claim);
  }

 private:
  void write_area(Key key, const PlaceRef& place, std::pair<std::int64_t, std::int64_t> claim_days) {
    const double lat_reach = std::max(0.0, place.radius_km) / 110.5;
    const double pole = std::min(89.9, std::abs(*place.lat) + lat_reach);
    const double lon_reach = std::min(180.0, lat_reach / std::cos(pole * std::numbers::pi / 180));
    m_area.bind(key).bind(*place.lat - lat_reach).bind(*place.lat + lat_reach);
    m_area.bind(*place.lon - lon_reach).bind(*place.lon + lon_reach);
    m_area.bind(std::min(claim_days.first, claim_days.second))
        .bind(std::max(claim_days.first, claim_days.second))
        .run();
  }

  const Database& m_database;
  Statement m_claim, m_name, m_area;
  CellWriter m_cells;
};

}  // namespace

void write_cells(const Database& database) {
  CellWriter writer(database);
  Statement claims(database, "SELECT key, day_from, body FROM claim ORDER BY key");
  while (claims.step()) {
    writer.write(claims.integer(0), claims.integer(1), detail::decode_claim(claims.text(2)));
  }
}

void write_property(const Database& database, std::string_view name, std::string_view value) {
  Statement put(database, "INSERT OR REPLACE INTO properties VALUES (?, ?)");
  put.bind(name).bind(value).run();
}

void write_report(const Database& database, const StoredReport& report, const OpenOptions& versions) {
  const Key edition = write_edition(database, report, versions);
  choose_current(database, report.text.id);
  ClaimWriter writer(database);
  for (const Claim& claim : report.claims) {
    writer.write(edition, claim, report);
  }
}

}  // namespace hearsay::store::sqlite

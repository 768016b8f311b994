// SPDX-License-Identifier: Apache-2.0
// The store in one SQLite file.
#include <hearsay/store/sqlite/sqlite_store.hpp>

#include <fmt/format.h>

#include <hearsay/base/error.hpp>
#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/check.hpp>
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/sqlite/query.hpp>
#include <hearsay/store/sqlite/schema.hpp>
#include <hearsay/store/sqlite/sqlite_traces.hpp>
#include <hearsay/store/sqlite/writer.hpp>

namespace hearsay::store::sqlite {

namespace {

constexpr std::size_t k_least_prefix = 6;   // hexadecimal digits of an id

std::optional<Day> day_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(day_of(row.integer(column)));
}

// Columns of k_claim_columns, in that order.
constexpr const char* k_claim_columns = "c.body, e.outlet, e.outlet_name, e.published_from, e.published_to";

ClaimRow claim_row(const Statement& row) {
  return {detail::decode_claim(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
          {day_at(row, 3), day_at(row, 4)}};
}

bool limits_claims(const Filter& f) {
  return !f.place.empty() || f.circle || !f.actor.empty() || !f.type.empty() || !f.mode.empty() || f.since || f.until ||
         !f.source.empty() || f.status || f.as_of || !f.words.empty();
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::string& file, OpenOptions options)
      : m_database(file, {.create = options.create}), m_options(std::move(options)) {
    refuse_strangers(m_database, m_options.create);
    m_database.execute("PRAGMA foreign_keys = ON");
    if (m_database.read_only()) {
      return;
    }
    m_database.execute("PRAGMA journal_mode = WAL");
    m_database.execute("PRAGMA synchronous = NORMAL");   // with WAL: whole after a crash, also of the machine
    migrate(m_database);
  }

  bool contains(const std::string& doc, const TextId& text) const override {
    Statement find(m_database, "SELECT program, packs FROM edition WHERE doc = ? AND text_id = ?");
    find.bind(doc).bind(to_hex(text));
    return find.step() &&
           (m_options.program.empty() || (find.text(0) == m_options.program && find.text(1) == m_options.packs));
  }

  void put_report(const StoredReport& report) override {
    Transaction transaction(m_database);
    if (contains(report.text.id, report.text.text_id)) {
      return;
    }
    write_report(m_database, report, m_options);
    write_property(m_database, "program", m_options.program);
    write_property(m_database, "packs", m_options.packs);
    transaction.commit();
  }

  Traces& traces() override { return m_traces; }

  void in_transaction(const std::function<void()>& work) override {
    Transaction transaction(m_database);
    work();
    transaction.commit();
  }

  std::vector<StoredReport> reports(const Filter& filter) const override {
    Conditions conditions;
    conditions.on_edition(filter);
    conditions.on_report(filter);
    return read_reports(conditions, filter.limit);
  }

  std::optional<StoredReport> report(const std::string& doc) const override {
    Statement find(m_database, std::string(k_report_select) + " WHERE e.doc = ? AND e.current = 1");
    find.bind(doc);
    return find.step() ? std::optional(read_report(find)) : std::nullopt;
  }

  std::vector<ClaimRow> claims(const Filter& filter) const override {
    Conditions conditions;
    conditions.on_edition(filter);
    conditions.on_claim(filter);
    Statement find(m_database, fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition{}"
                                           " ORDER BY c.day_from IS NULL, c.day_from, c.day_to, e.doc, c.trigger_at, c.id",
                                           k_claim_columns, conditions.where()));
    conditions.bind(find);
    std::vector<ClaimRow> rows;
    while (find.step()) {
      ClaimRow row = claim_row(find);
      if (!filter.circle || within(row.claim, *filter.circle)) {
        rows.push_back(std::move(row));
        if (rows.size() == filter.limit) {
          break;
        }
      }
    }
    return rows;
  }

  std::vector<ClaimRow> claims_of(std::span<const ClaimRef> refs) const override {
    Statement find(m_database, fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ? AND e.doc = ?",
                                           k_claim_columns));
    std::vector<ClaimRow> rows;
    for (const ClaimRef& ref : refs) {
      find.bind(to_hex(ref.id)).bind(ref.doc);
      if (find.step()) {
        rows.push_back(claim_row(find));
      }
      find.reset();
    }
    return rows;
  }

  std::optional<ClaimRow> claim(const std::string& id) const override {
    const std::optional<std::string> whole = complete("claim", id);
    if (!whole) {
      return std::nullopt;
    }
    Statement find(m_database, fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ?"
                                           " ORDER BY e.current DESC, e.doc LIMIT 1", k_claim_columns));
    find.bind(*whole);
    return find.step() ? std::optional(claim_row(find)) : std::nullopt;
  }

  std::vector<Event> events(const Filter& filter) const override {
    std::vector<Event> found;
    Statement find = event_query(filter);
    std::string last;
    while (find.step()) {
      if (find.text(0) == last) {
        continue;   // another claim of the event before
      }
      if (filter.circle && !within(detail::decode_claim(find.text(2)), *filter.circle)) {
        continue;
      }
      last = find.text(0);
      found.push_back(detail::decode_event(find.text(1)));
      if (found.size() == filter.limit) {
        break;
      }
    }
    return found;
  }

  std::optional<Event> event(const std::string& id) const override {
    const std::optional<std::string> whole = complete("event", id);
    if (!whole) {
      return std::nullopt;
    }
    Statement find(m_database, "SELECT body FROM event WHERE id = ?");
    find.bind(*whole);
    return find.step() ? std::optional(detail::decode_event(find.text(0))) : std::nullopt;
  }

  std::vector<Republication> republications() const override {
    Statement find(m_database, "SELECT body FROM republication ORDER BY source, target");
    std::vector<Republication> found;
    while (find.step()) {
      found.push_back(detail::decode_republication(find.text(0)));
    }
    return found;
  }

  std::string property(const std::string& name) const override {
    Statement find(m_database, "SELECT value FROM properties WHERE name = ?");
    find.bind(name);
    return find.step() ? std::string(find.text(0)) : "";
  }

  Counts counts() const override {
    const auto count = [&](const char* from) {
      return static_cast<std::size_t>(m_database.integer(std::string("SELECT count(*) FROM ") + from));
    };
    return {count("edition WHERE current = 1"), count("claim c JOIN edition e ON e.key = c.edition WHERE e.current = 1"),
            count("event"), count("republication")};
  }

  std::vector<Edition> editions(const std::string& doc) const override {
    Statement find(m_database,
                   "SELECT text_id, published_from, published_to, program, packs, current FROM edition WHERE doc = ?"
                   " ORDER BY published_to IS NOT NULL, published_to, number");
    find.bind(doc);
    std::vector<Edition> found;
    while (find.step()) {
      found.push_back({detail::hash_from_hex(find.text(0)), {day_at(find, 1), day_at(find, 2)},
                       std::string(find.text(3)), std::string(find.text(4)), find.integer(5) == 1});
    }
    return found;
  }

  std::vector<std::string> check() const override { return find_faults(m_database); }

 private:
  static constexpr const char* k_report_select =
      "SELECT e.key, e.doc, e.text_id, e.outlet, e.outlet_name, e.title, e.body, e.about, e.attributions FROM edition e";

  std::vector<StoredReport> read_reports(const Conditions& conditions, std::size_t limit) const {
    Statement find(m_database, k_report_select + conditions.where() + " ORDER BY e.doc");
    conditions.bind(find);
    std::vector<StoredReport> found;
    while (find.step()) {
      found.push_back(read_report(find));
      if (found.size() == limit) {
        break;
      }
    }
    return found;
  }

  StoredReport read_report(const Statement& row) const {
    StoredReport report;
    detail::decode_about(row.text(7), report);
    report.text.id = row.text(1);
    report.text.text_id = detail::hash_from_hex(row.text(2));
    report.outlet = row.text(3);
    report.outlet_name = row.text(4);
    report.text.title = row.text(5);
    report.text.text = row.text(6);
    report.attributions = detail::decode_attributions(row.text(8));
    Statement claims(m_database, "SELECT body FROM claim WHERE edition = ? ORDER BY trigger_at, id");
    claims.bind(row.integer(0));
    while (claims.step()) {
      report.claims.push_back(detail::decode_claim(claims.text(0)));
    }
    return report;
  }

  // Columns: id, body, and for a circle the body of a claim that passes; rows of one event lie together.
  Statement event_query(const Filter& filter) const {
    constexpr const char* order = " ORDER BY v.day_from IS NULL, v.day_from, v.day_to, v.id";
    if (!limits_claims(filter)) {
      return Statement(m_database, std::string("SELECT v.id, v.body FROM event v") + order);
    }
    Conditions conditions;
    conditions.on_edition(filter);
    conditions.on_claim(filter);
    const std::string joined =
        " FROM claim c JOIN edition e ON e.key = c.edition JOIN event_claim m ON m.claim = c.id AND m.doc = e.doc"
        " JOIN event v ON v.key = m.event" + conditions.where();
    Statement find(m_database, (filter.circle ? "SELECT v.id, v.body, c.body" : "SELECT DISTINCT v.id, v.body") + joined + order);
    conditions.bind(find);
    return find;
  }

  // The whole id that an id or a prefix of one stands for, if only one does. `table` is a name of ours.
  std::optional<std::string> complete(const std::string& table, const std::string& id) const {
    if (id.size() < k_least_prefix || id.find_first_not_of("0123456789abcdef") != std::string::npos) {
      return std::nullopt;
    }
    Statement find(m_database, fmt::format("SELECT DISTINCT id FROM {} WHERE id >= ? AND id < ? LIMIT 2", table));
    find.bind(id).bind(id + "g");
    if (!find.step()) {
      return std::nullopt;
    }
    std::string whole(find.text(0));
    return find.step() ? std::nullopt : std::optional(std::move(whole));
  }

  Database m_database;
  SqliteTraces m_traces{m_database};
  OpenOptions m_options;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::string& file, const OpenOptions& options) {
  return std::make_unique<SqliteStore>(file, options);
}

}  // namespace hearsay::store::sqlite

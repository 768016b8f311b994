// SPDX-License-Identifier: Apache-2.0
// The store in one SQLite file.
#include <hearsay/store/sqlite/sqlite_store.hpp>

#include <fmt/format.h>
#include <unordered_set>

#include <hearsay/base/error.hpp>
#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/check.hpp>
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/sqlite/ledger.hpp>
#include <hearsay/store/sqlite/query.hpp>
#include <hearsay/store/sqlite/schema.hpp>
#include <hearsay/store/sqlite/sqlite_traces.hpp>
#include <hearsay/store/sqlite/writer.hpp>

namespace hearsay::store::sqlite {

namespace {

constexpr std::size_t k_least_prefix = 6;         // hexadecimal digits of an id
constexpr std::int64_t k_many_reports = 100'000;  // counting matches of words ends here
constexpr double k_claims_a_report = 10;          // about; decides between two plans only

std::optional<Day> day_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(day_of(row.integer(column)));
}

// Columns of k_claim_columns, in that order.
constexpr const char* k_claim_columns = "c.body, e.outlet, e.outlet_name, e.published_from, e.published_to";

Review read_review(const Statement& row) {
  return {{std::string(row.text(0)), detail::hash_from_hex(row.text(1))},
          std::string(row.text(2)),
          std::string(row.text(3)),
          std::string(row.text(4)),
          std::string(row.text(5))};
}

ClaimRow claim_row(const Statement& row) {
  return {detail::decode_claim(row.text(0)),
          std::string(row.text(1)),
          std::string(row.text(2)),
          {day_at(row, 3), day_at(row, 4)}};
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::string& file, OpenOptions options)
      : m_database(file, {.create = options.create}), m_options(std::move(options)) {
    refuse_strangers(m_database, m_options.create);
    m_database.execute("PRAGMA foreign_keys = ON");
    m_database.execute("PRAGMA cache_size = -262144");  // 256 MB at most: what is looked up lies all over its tables
    if (m_database.read_only()) {
      return;
    }
    m_database.execute("PRAGMA journal_mode = WAL");
    m_database.execute("PRAGMA synchronous = NORMAL");  // with WAL: whole after a crash, also of the machine
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

  std::optional<StoredReport> report(const std::string& doc) const override { return newest(doc, true); }
  std::optional<StoredReport> report_text(const std::string& doc) const override { return newest(doc, false); }

  std::vector<ClaimRow> claims(const Filter& filter) const override {
    Statement fetch(
        m_database,
        fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition WHERE c.key = ?", k_claim_columns));
    std::vector<ClaimRow> rows;
    for_each_claim(filter, [&](std::int64_t key, std::string_view, std::string_view) {
      fetch.bind(key).step();
      ClaimRow row = claim_row(fetch);
      fetch.reset();
      if (!filter.circle || within(row.claim, *filter.circle)) {
        rows.push_back(std::move(row));
      }
      return rows.size() != filter.limit || filter.limit == 0;
    });
    return rows;
  }

  std::vector<ClaimRow> claims_of(std::span<const ClaimRef> refs) const override {
    Statement find(
        m_database,
        fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ? AND e.doc = ?",
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
                                           " ORDER BY e.current DESC, e.doc LIMIT 1",
                                           k_claim_columns));
    find.bind(*whole);
    return find.step() ? std::optional(claim_row(find)) : std::nullopt;
  }

  void ledger(const Filter& filter, std::span<const LedgerPart> parts,
              const std::function<bool(std::span<const LedgerLine>)>& take) const override {
    read_ledger(m_database, filter, parts, take);
  }

  std::vector<Event> events(const Filter& filter) const override {
    Statement find(
        m_database,
        "SELECT v.key, v.body FROM event_claim m JOIN event v ON v.key = m.event WHERE m.claim = ? AND m.doc = ?");
    Statement body(m_database, "SELECT body FROM claim WHERE key = ?");
    std::vector<Event> found;
    std::unordered_set<std::int64_t> seen;
    for_each_claim(filter, [&](std::int64_t key, std::string_view id, std::string_view doc) {
      if (filter.circle) {
        body.bind(key).step();
        const bool inside = within(detail::decode_claim(body.text(0)), *filter.circle);
        body.reset();
        if (!inside) {
          return true;
        }
      }
      find.bind(id).bind(doc);
      if (find.step() && seen.insert(find.integer(0)).second) {
        found.push_back(detail::decode_event(find.text(1)));
      }
      find.reset();
      return found.size() != filter.limit || filter.limit == 0;
    });
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
    return {count("edition WHERE current = 1"),
            count("claim c JOIN edition e ON e.key = c.edition WHERE e.current = 1"), count("event"),
            count("republication")};
  }

  void put_review(const Review& review) override {
    Statement put(m_database, "INSERT INTO review (doc, claim, verdict, reviewer, note, at) VALUES (?, ?, ?, ?, ?, ?)");
    put.bind(review.claim.doc).bind(to_hex(review.claim.id)).bind(review.verdict);
    put.bind(review.reviewer).bind(review.note).bind(review.at).run();
  }

  std::vector<Review> reviews(const std::optional<ClaimRef>& claim) const override {
    Statement find(m_database, std::string("SELECT doc, claim, verdict, reviewer, note, at FROM review") +
                                   (claim ? " WHERE claim = ? AND doc = ?" : "") + " ORDER BY doc, claim, key");
    if (claim) {
      find.bind(to_hex(claim->id)).bind(claim->doc);
    }
    std::vector<Review> found;
    while (find.step()) {
      found.push_back(read_review(find));
    }
    return found;
  }

  std::vector<Review> reviews_of(std::span<const ClaimRef> claims) const override {
    Statement find(m_database,
                   "SELECT doc, claim, verdict, reviewer, note, at FROM review WHERE claim = ? AND doc = ?"
                   " ORDER BY key");
    std::vector<Review> found;
    for (const ClaimRef& claim : claims) {
      find.bind(to_hex(claim.id)).bind(claim.doc);
      while (find.step()) {
        found.push_back(read_review(find));
      }
      find.reset();
    }
    return found;
  }

  std::optional<StoredReport> report_edition(const std::string& doc, const TextId& text) const override {
    Statement find(m_database, std::string(k_report_select) + " WHERE e.doc = ? AND e.text_id = ?");
    find.bind(doc).bind(to_hex(text));
    return find.step() ? std::optional(read_report(find)) : std::nullopt;
  }

  std::vector<Edition> editions(const std::string& doc) const override {
    Statement find(m_database,
                   "SELECT text_id, published_from, published_to, program, packs, current FROM edition WHERE doc = ?"
                   " ORDER BY published_to IS NOT NULL, published_to, number");
    find.bind(doc);
    std::vector<Edition> found;
    while (find.step()) {
      found.push_back({detail::hash_from_hex(find.text(0)),
                       {day_at(find, 1), day_at(find, 2)},
                       std::string(find.text(3)),
                       std::string(find.text(4)),
                       find.integer(5) == 1});
    }
    return found;
  }

  std::vector<std::string> check() const override { return find_faults(m_database); }

 private:
  static constexpr const char* k_report_select =
      "SELECT e.key, e.doc, e.text_id, e.outlet, e.outlet_name, e.title, e.body, e.about, e.attributions FROM edition "
      "e";

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

  // Comparing asks for thousands, so the statements are kept.
  std::optional<StoredReport> newest(const std::string& doc, bool with_claims) const {
    if (!m_newest) {
      m_newest.emplace(m_database, std::string(k_report_select) + " WHERE e.doc = ? AND e.current = 1");
      m_claims_of_edition.emplace(m_database, "SELECT body FROM claim WHERE edition = ? ORDER BY trigger_at, id");
    }
    std::optional<StoredReport> found;
    if (m_newest->bind(doc).step()) {
      found = read_text(*m_newest);
      if (with_claims) {
        found->attributions = detail::decode_attributions(m_newest->text(8));
        m_claims_of_edition->bind(m_newest->integer(0));
        while (m_claims_of_edition->step()) {
          found->claims.push_back(detail::decode_claim(m_claims_of_edition->text(0)));
        }
        m_claims_of_edition->reset();
      }
    }
    m_newest->reset();
    return found;
  }

  static StoredReport read_text(const Statement& row) {
    StoredReport report;
    detail::decode_about(row.text(7), report);
    report.text.id = row.text(1);
    report.text.text_id = detail::hash_from_hex(row.text(2));
    report.outlet = row.text(3);
    report.outlet_name = row.text(4);
    report.text.title = row.text(5);
    report.text.text = row.text(6);
    return report;
  }

  StoredReport read_report(const Statement& row) const {
    StoredReport report = read_text(row);
    report.attributions = detail::decode_attributions(row.text(8));
    Statement claims(m_database, "SELECT body FROM claim WHERE edition = ? ORDER BY trigger_at, id");
    claims.bind(row.integer(0));
    while (claims.step()) {
      report.claims.push_back(detail::decode_claim(claims.text(0)));
    }
    return report;
  }

  // Key, id and document of all claims that pass, in order of time, until `take` says no. Circles are boxes here.
  void for_each_claim(const Filter& filter,
                      const std::function<bool(std::int64_t, std::string_view, std::string_view)>& take) const {
    Conditions conditions;
    if (words_are_common(filter)) {
      conditions.walk_in_time();
    }
    conditions.on_claim(filter);
    conditions.on_edition(filter);
    Statement find(m_database, "SELECT c.key, c.id, e.doc" + conditions.claims_in_order());
    conditions.bind(find);
    while (find.step() && take(find.integer(0), find.text(1), find.text(2))) {
    }
  }

  // Whether the first claims in time whose report has the words come sooner by walking through time than by sorting
  // all claims of those reports.
  bool words_are_common(const Filter& filter) const {
    if (filter.words.empty() || filter.limit == 0 || !filter.place.empty() || !filter.actor.empty() ||
        !filter.source.empty() || filter.circle) {
      return false;
    }
    Statement count(m_database,
                    "SELECT count(*) FROM (SELECT 1 FROM edition_words WHERE edition_words MATCH ? LIMIT ?)");
    count.bind(fts_query(filter.words)).bind(k_many_reports).step();
    const auto matching = static_cast<double>(count.integer(0));
    const auto reports = static_cast<double>(m_database.integer("SELECT max(key) FROM edition"));
    return matching > 0 && static_cast<double>(filter.limit) * reports / matching < k_claims_a_report * matching;
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
  mutable std::optional<Statement> m_newest, m_claims_of_edition;
  OpenOptions m_options;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::string& file, const OpenOptions& options) {
  return std::make_unique<SqliteStore>(file, options);
}

}  // namespace hearsay::store::sqlite

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
#include <hearsay/store/sqlite/rows.hpp>
#include <hearsay/store/sqlite/schema.hpp>
#include <hearsay/store/sqlite/sqlite_past.hpp>
#include <hearsay/store/sqlite/sqlite_traces.hpp>
#include <hearsay/store/sqlite/writer.hpp>

namespace hearsay::store::sqlite {

namespace {

constexpr std::int64_t k_many_reports = 100'000;  // counting matches of words ends here
constexpr double k_claims_a_report = 10;          // about; decides between two plans only

Review read_review(const Statement& row) {
  return {{std::string(row.text(0)), detail::hash_from_hex(row.text(1))},
          std::string(row.text(2)),
          std::string(row.text(3)),
          std::string(row.text(4)),
          std::string(row.text(5))};
}

/// What is said about a text besides its words: dated before undated, then in order of time and spelling.
auto rank_of(const CleanText& text) {
  StoredReport about;
  about.text = text;
  about.text.to_raw.clear();
  const DateRange& range = text.published.range;
  return std::tuple(!range.to, range.to, range.from, detail::encode_about(about), text.title);
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::string& file, OpenOptions options)
      : m_database(file, {.create = options.create}), m_options(std::move(options)) {
    refuse_strangers(m_database, m_options.create);
    m_database.execute("PRAGMA foreign_keys = ON");
    m_database.execute("PRAGMA cache_size = -262144");  // 256 MB at most: what is looked up lies all over its tables
    if (m_database.read_only()) {
      refuse_older(m_database);
      return;
    }
    m_database.execute("PRAGMA journal_mode = WAL");
    m_database.execute("PRAGMA synchronous = NORMAL");  // with WAL: whole after a crash, also of the machine
    migrate(m_database);
  }

  bool contains(const CleanText& text) const override {
    Statement find(m_database, "SELECT about, title, program, packs FROM edition WHERE doc = ? AND text_id = ?");
    find.bind(text.id).bind(to_hex(text.text_id));
    const bool coded = find.step() && (m_options.program.empty() ||
                                       (find.text(2) == m_options.program && find.text(3) == m_options.packs));
    if (!coded) {
      return false;
    }
    StoredReport stored;
    detail::decode_about(find.text(0), stored);
    stored.text.title = find.text(1);
    return rank_of(stored.text) <= rank_of(text);
  }

  void put_report(const StoredReport& report) override {
    Transaction transaction(m_database);
    if (contains(report.text)) {
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
      rows.push_back(claim_row(fetch));
      fetch.reset();
      return rows.size() != filter.limit || filter.limit == 0;
    });
    return rows;
  }

  void each_claim(const Filter& filter, const std::function<bool(const ClaimRef&)>& take) const override {
    for_each_claim(filter, [&](std::int64_t, std::string_view id, std::string_view doc) {
      return take({std::string(doc), detail::hash_from_hex(id)});
    });
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
    const std::optional<std::string> whole = complete_id(m_database, "claim", id);
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
    std::vector<Event> found;
    std::unordered_set<std::int64_t> seen;
    for_each_claim(filter, [&](std::int64_t, std::string_view id, std::string_view doc) {
      find.bind(id).bind(doc);
      if (find.step() && seen.insert(find.integer(0)).second) {
        found.push_back(detail::decode_event(find.text(1)));
      }
      find.reset();
      return found.size() != filter.limit || filter.limit == 0;
    });
    return found;
  }

  std::optional<Event> event_with(const ClaimRef& claim) const override {
    Statement find(m_database,
                   "SELECT v.body FROM event_claim m JOIN event v ON v.key = m.event WHERE m.claim = ? AND m.doc = ?");
    find.bind(to_hex(claim.id)).bind(claim.doc);
    return find.step() ? std::optional(detail::decode_event(find.text(0))) : std::nullopt;
  }

  std::unique_ptr<Past> past(Day day) const override { return std::make_unique<SqlitePast>(m_database, day); }

  std::optional<Event> event(const std::string& id) const override {
    const std::optional<std::string> whole = complete_id(m_database, "event", id);
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

  void put_property(const std::string& name, const std::string& value) override {
    write_property(m_database, name, value);
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
    Statement find(m_database, std::string(k_select_report) + " WHERE e.doc = ? AND e.text_id = ?");
    find.bind(doc).bind(to_hex(text));
    return find.step() ? std::optional(read_report(find, m_statements)) : std::nullopt;
  }

  std::vector<Edition> editions(const std::string& doc) const override {
    Statement find(m_database,
                   "SELECT text_id, published_from, published_to, program, packs, current FROM edition WHERE doc = ?"
                   " ORDER BY published_to IS NOT NULL, published_to, stamp, text_id");
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
  std::vector<StoredReport> read_reports(const Conditions& conditions, std::size_t limit) const {
    Statement find(m_database, std::string(k_select_report) + conditions.where() + " ORDER BY e.doc");
    conditions.bind(find);
    std::vector<StoredReport> found;
    while (find.step()) {
      found.push_back(read_report(find, m_statements));
      if (found.size() == limit) {
        break;
      }
    }
    return found;
  }

  // Comparing asks for thousands, so the statement is kept.
  std::optional<StoredReport> newest(const std::string& doc, bool with_claims) const {
    Statement& find = m_statements.get(
        "SELECT e.key, e.doc, e.text_id, e.outlet, e.outlet_name, e.title, e.body,"
        " e.about, e.attributions FROM edition e WHERE e.doc = ? AND e.current = 1");
    find.bind(doc);
    std::optional<StoredReport> found;
    if (find.step()) {
      found = read_text(find);
      if (with_claims) {
        add_claims(find, m_statements, *found);
      }
    }
    find.reset();
    return found;
  }

  // Key, id and document of all claims that pass, in order of time, until `take` says no.
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
    std::optional<Statement> body;
    if (filter.circle) {  // the question asks for boxes
      body.emplace(m_database, "SELECT body FROM claim WHERE key = ?");
    }
    const auto is_inside = [&](std::int64_t key) {
      body->bind(key).step();
      const bool inside = within(detail::decode_claim(body->text(0)), *filter.circle);
      body->reset();
      return inside;
    };
    while (find.step()) {
      if ((!body || is_inside(find.integer(0))) && !take(find.integer(0), find.text(1), find.text(2))) {
        return;
      }
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

  Database m_database;
  SqliteTraces m_traces{m_database};
  mutable Statements m_statements{m_database};
  OpenOptions m_options;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::string& file, const OpenOptions& options) {
  return std::make_unique<SqliteStore>(file, options);
}

}  // namespace hearsay::store::sqlite

// SPDX-License-Identifier: Apache-2.0
// A Filter as SQL with bound values.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

std::int64_t days(Day day);
Day day_of(std::int64_t days);

/// claim.day_from and day_to of a claim without time; after all others.
inline constexpr std::int64_t k_no_day = 9'999'999;

/// Of `edition e`: was the newest of its document on a day; bind the day twice. `until` lies behind the text, so that
/// it is only asked where it matters.
inline constexpr const char* k_newest_then = "e.published_to <= ? AND (e.current = 1 OR e.until > ?)";

/// Lower case, as names are kept in claim_name.
std::string folded(std::string_view name);

/// An FTS5 query that asks for all words (and phrases in quotation marks) of what a person typed; never a syntax error.
std::string fts_query(std::string_view words);

/// Conditions on `edition e` and `claim c`, joined with AND; values are bound in order. Ask on_claim before on_edition.
class Conditions {
 public:
  /// The newest edition, or with `as_of` the newest of then; words; source as outlet when `reports`.
  void on_edition(const Filter& filter);
  void on_claim(const Filter& filter);
  /// Conditions of a question for whole reports: source is the outlet, since and until the publication.
  void on_report(const Filter& filter);
  std::string where() const;
  /// Read the claims one after the other in order of time instead of beginning with the reports that have the words.
  /// Before all conditions.
  void walk_in_time() { m_walk = true; }
  /// "FROM ..." over claims `c` and editions `e`, beginning with whatever narrows the question most.
  std::string claims() const;
  /// "FROM ... WHERE ... ORDER BY ..." over claims in order of time.
  std::string claims_in_order() const;
  void bind(Statement& statement) const;

 private:
  using Value = std::variant<std::string, std::int64_t, double>;
  void add(std::string sql, std::vector<Value> values = {});
  void on_circle(const Filter& filter);
  void drive(std::string table, std::string condition, std::vector<Value> values);
  std::string m_sql;
  std::vector<Value> m_values;
  std::string m_driver;  // table that comes first in the join, "" for the claims themselves
  std::string m_order = "c.day_from";
  bool m_walk = false;
};

/// Whether the place of a claim lies within the circle, its own radius counted in its favour.
bool within(const Claim& claim, const Filter::Circle& circle);

}  // namespace hearsay::store::sqlite

// SPDX-License-Identifier: Apache-2.0
// A store holds the same whatever the order and the batches in which texts come.
// HEARSAY_ORDERS=200 tries as many orders of each press (default 4).
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>

#include "../store/made_reports.hpp"
#include "answers.hpp"
#include "press.hpp"

namespace hearsay::tests {
namespace {

using store::StoredReport;

// Every answer, every edition and all that comparing left.
std::string content(const std::string& db, const std::vector<StoredReport>& press) {
  std::string out = listings(db, {});
  const auto store = store::open_store(db, {});
  for (const std::string& fault : store->check()) {
    out += fmt::format("fault: {}\n", fault);
  }
  for (const StoredReport& report : press) {
    const std::string& doc = report.text.id;
    out += fmt::format("{}\n", showing(db, doc, {}));
    for (const auto& edition : store->editions(doc)) {
      out += fmt::format("{} {} ", to_hex(edition.text), edition.current);
    }
    out += fmt::format("{} {}\n", fmt::join(store->traces().prints_of(doc), ","),
                       fmt::join(store->traces().keys_of(doc), ","));
    for (const Claim& claim : report.claims) {
      for (const ClaimJoin& join : store->traces().joins_of({doc, claim.id})) {
        out +=
            fmt::format("{} {} {} {:.3f} {}\n", to_hex(join.a.id), join.b.doc, to_hex(join.b.id), join.score, join.why);
      }
    }
  }
  store::Filter early;
  early.as_of = *parse_iso_day("2017-04-14");
  return out + listings(db, early);
}

TEST(AnyOrder, gives_the_same_store) {
  const char* wish = std::getenv("HEARSAY_ORDERS");
  const int orders = wish != nullptr ? std::atoi(wish) : 4;
  const TemporaryFolder folder;
  const std::string db = folder.file("war.db");
  std::mt19937 random(3);
  for (unsigned seed = 300; seed < 304; ++seed) {
    auto press = made_press(seed, 30);
    const auto sorted = press;
    build(db, press, 1000);
    const std::string wanted = content(db, sorted);
    for (int order = 0; order < orders; ++order) {
      std::shuffle(press.begin(), press.end(), random);
      build(db, press, 1 + random() % 12);
      ASSERT_EQ(content(db, sorted), wanted) << "seed " << seed << ", order " << order;
    }
  }
}

}  // namespace
}  // namespace hearsay::tests

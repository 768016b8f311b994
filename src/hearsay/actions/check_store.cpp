// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/check_store.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::actions {

StoreCheck check_store(const std::string& db) {
  const auto store = store::open_store(db, {});
  StoreCheck answer;
  try {
    answer.problems = store->check();
    answer.counts = store->counts();
  } catch (const Fatal& error) {  // pages so damaged that the questions themselves fail
    answer.problems.emplace_back(error.what());
  }
  return answer;
}

}  // namespace hearsay::actions

// SPDX-License-Identifier: Apache-2.0
// Choosing a backend by address.
#include <hearsay/store/store.hpp>

#include <hearsay/base/error.hpp>
#include <hearsay/store/sqlite/sqlite_store.hpp>

namespace hearsay::store {

std::unique_ptr<Store> open_store(const std::string& address, const OpenOptions& options) {
  constexpr std::string_view prefix = "sqlite:";
  if (address.starts_with(prefix)) {
    return sqlite::open_sqlite(address.substr(prefix.size()), options);
  }
  if (address.find("://") != std::string::npos) {
    throw Fatal(address + ": this program keeps stores in SQLite files only; give a file name or sqlite:FILE");
  }
  if (address.empty()) {
    throw Fatal("no store named; give a file with --db FILE");
  }
  return sqlite::open_sqlite(address, options);
}

}  // namespace hearsay::store

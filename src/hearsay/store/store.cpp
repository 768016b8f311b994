// SPDX-License-Identifier: Apache-2.0
// Choosing a backend by address.
#include <hearsay/base/error.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store {

std::unique_ptr<Store> open_store(const std::string& address, const OpenOptions&) {
  throw Fatal("no store backend for " + address);
}

}  // namespace hearsay::store

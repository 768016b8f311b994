// SPDX-License-Identifier: Apache-2.0
// The store in one SQLite file.
#pragma once
#include <memory>
#include <string>

#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

std::unique_ptr<Store> open_sqlite(const std::string& file, const OpenOptions& options);

}  // namespace hearsay::store::sqlite

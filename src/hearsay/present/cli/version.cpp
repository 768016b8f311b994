// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/version.hpp>

#include <fmt/format.h>

namespace hearsay::present {

std::string_view program_version() {
  return HEARSAY_VERSION;
}

std::string version_json() {
  return fmt::format(R"({{"program":"hearsay","version":"{}","contract":1}})", HEARSAY_VERSION);
}

}  // namespace hearsay::present

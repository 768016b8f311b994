// SPDX-License-Identifier: Apache-2.0
// Which program this is, and which promises it keeps.
#pragma once
#include <string>
#include <string_view>

namespace hearsay::present {

std::string_view program_version();
/// {"version", "contract", "schema"...}: the contract number changes when a promise of docs/formats does.
std::string version_json();

}  // namespace hearsay::present

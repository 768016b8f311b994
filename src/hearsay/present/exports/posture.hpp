// SPDX-License-Identifier: Apache-2.0
// The ledger of forces as JSON and CSV (docs/formats/json.md).
#pragma once
#include <string>
#include <vector>

#include <hearsay/actions/list_posture.hpp>
#include <hearsay/present/exports/json.hpp>

namespace hearsay::present {

Json posture_json(const actions::PostureAnswer& answer);
/// The values without their claims.
std::vector<std::string> values_of(const std::vector<ContestedValue>& values);
std::string posture_csv_header();
std::string posture_csv_row(const actions::PostureAnswer& answer);

}  // namespace hearsay::present

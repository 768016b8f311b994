// SPDX-License-Identifier: Apache-2.0
// What a record may lack: the value, or null in JSON and nothing in CSV.
#pragma once
#include <fmt/format.h>
#include <optional>
#include <string>

#include <hearsay/base/time/date.hpp>
#include <hearsay/present/exports/json.hpp>

namespace hearsay::present {

inline Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

/// "2017-06-14"
inline Json day_or_null(const std::optional<Day>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}

inline Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

inline std::string day_or_nothing(const std::optional<Day>& day) {
  return day ? to_iso(*day) : "";
}

/// At most six digits: "12.5"
inline std::string number_or_nothing(const std::optional<double>& number) {
  return number ? fmt::format("{:g}", *number) : "";
}

}  // namespace hearsay::present

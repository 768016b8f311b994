// SPDX-License-Identifier: Apache-2.0
// What hides behind Rules in the front door.
#pragma once
#include <hearsay/clean/clean.hpp>
#include <hearsay/clean/detail/rules_data.hpp>

namespace hearsay::clean {

struct Rules::Data {
  detail::RulesData rules;
};

}  // namespace hearsay::clean

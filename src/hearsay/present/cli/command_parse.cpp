// SPDX-License-Identifier: Apache-2.0
// hearsay parse: sentences, words, tags and heads as CoNLL-U.
#include <hearsay/present/cli/commands.hpp>

namespace hearsay::present {

Command declare_parse(CLI::App& app) {
  return {app.add_subcommand("parse", "Syntax as CoNLL-U"), [] { return 3; }};
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay check: is a store whole?
#include <hearsay/actions/check_store.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::string db;
  FormatOption format;
};

std::string text_of(const actions::StoreCheck& check, const std::string& db) {
  std::string out;
  for (const std::string& problem : check.problems) {
    out += problem + "\n";
  }
  if (!check.problems.empty()) {
    return out +
           coloured(fmt::format("{}: {} problem(s); a copy or a new build of the same reports helps", db,
                                check.problems.size()),
                    Colour::red) +
           "\n";
  }
  const auto& counts = check.counts;
  return coloured(fmt::format("{}: whole", db), Colour::green) +
         fmt::format("; {} report(s), {} claim(s), {} event(s), {} republication(s)\n", counts.reports, counts.claims,
                     counts.events, counts.republications);
}

Json json_of(const actions::StoreCheck& check) {
  return {{"whole", check.problems.empty()}, {"problems", check.problems},
          {"reports", check.counts.reports}, {"claims", check.counts.claims},
          {"events", check.counts.events},   {"republications", check.counts.republications}};
}

int run(const Options& options) {
  const actions::StoreCheck check = actions::check_store(options.db);
  const bool json = chosen_format(options.format, "table", "table") == "json";
  Output output;
  output.write(json ? to_line(json_of(check)) + "\n" : text_of(check, options.db));
  output.finish();
  return check.problems.empty() ? 0 : 1;
}

}  // namespace

Command declare_check(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Prove a store whole, or list what is wrong with it");
  add_db_option(*command, options->db);
  add_format_option(*command, options->format, {"table", "json"});
  add_examples(*command,
               "  hearsay check --db war.db && cp war.db backup/\n"
               "Exit status: 0 whole, 1 problems listed, 3 not a store.");
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

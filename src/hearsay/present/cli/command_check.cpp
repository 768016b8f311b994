// SPDX-License-Identifier: Apache-2.0
// hearsay check: is a store whole?
#include <hearsay/actions/check_store.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/display.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::string db;
  ViewOptions view;
};

std::string text_of(const actions::StoreCheck& check, const std::string& db, const Screen& screen) {
  std::string out;
  for (const std::string& problem : check.problems) {
    out += wrap(problem, {.width = screen.width, .hang = 2}) + "\n";
  }
  if (!check.problems.empty()) {
    const std::string foot = fmt::format("{}: {}; a copy or a new build of the same reports helps", db,
                                         counted(check.problems.size(), "problem"));
    return out + screen.coloured(wrap(foot, screen.width, 0), Colour::red) + "\n";
  }
  const auto& counts = check.counts;
  const std::string whole =
      fmt::format("{}: whole; {}, {}, {}, {}", db, counted(counts.reports, "report"), counted(counts.claims, "claim"),
                  counted(counts.events, "event"), counted(counts.republications, "republication"));
  return screen.coloured(wrap(whole, screen.width, 0), Colour::green) + "\n";
}

Json json_of(const actions::StoreCheck& check) {
  return {{"whole", check.problems.empty()}, {"problems", check.problems},
          {"reports", check.counts.reports}, {"claims", check.counts.claims},
          {"events", check.counts.events},   {"republications", check.counts.republications}};
}

int run(const Options& options) {
  const actions::StoreCheck check = actions::check_store(options.db);
  const bool json = chosen_format(options.view, "table", "table") == "json";
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  output.write(json ? to_line(json_of(check)) + "\n" : text_of(check, options.db, screen));
  output.finish();
  return check.problems.empty() ? 0 : 1;
}

}  // namespace

Command declare_check(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("check", "Prove a store whole, or list what is wrong with it");
  add_db_option(*command, options->db);
  add_view_options(*command, options->view, {"table", "json"});
  add_foot(*command, "  hearsay check --db war.db && cp war.db backup/",
           {"the store is whole", "it is not; what is wrong is listed", "not a store, or none there"});
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

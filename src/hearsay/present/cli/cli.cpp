// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/error.hpp>
#include <hearsay/present/cli/cli.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/help_format.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/version.hpp>

#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <vector>

namespace hearsay::present {

namespace {

constexpr int k_usage = 2;
constexpr int k_nothing_done = 3;

std::vector<Command> declare_commands(CLI::App& app) {
  return {declare_clean(app),   declare_parse(app),       declare_mentions(app), declare_quotes(app),
          declare_claims(app),  declare_build(app),       declare_timeline(app), declare_events(app),
          declare_sources(app), declare_republished(app), declare_compare(app),  declare_posture(app),
          declare_show(app),    declare_why(app),         declare_review(app),   declare_export(app),
          declare_check(app),   declare_doctor(app),      declare_pack(app)};
}

int parse_and_run(int argc, char** argv) {
  CLI::App app(
      "hearsay reads open news reports about an armed conflict and says who says what: attributed claims, "
      "and how the sources stand to each other. It never says what is true.",
      "hearsay");
  app.formatter(std::make_shared<HelpFormat>());
  bool version = false;
  bool json = false;
  app.add_flag("--version", version, "Print the version and stop");
  app.add_flag("--json", json, "With --version: as JSON, with the contract's version");
  const std::vector<Command> commands = declare_commands(app);
  app.footer(
      "Examples:\n  hearsay build reports/ --db war.db && hearsay timeline --db war.db\n  hearsay COMMAND --help");
  try {
    app.parse(argc, argv);
    if (version) {
      fmt::print("{}\n", json ? version_json() : "hearsay " + std::string(program_version()));
      return 0;
    }
    for (const Command& command : commands) {
      if (command.app->parsed()) {
        return command.run();
      }
    }
    fmt::print("{}", app.help());
    return argc == 1 ? 0 : k_usage;
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "hearsay: {}\n", error.what());
    fmt::print(stderr, "Run 'hearsay --help' or 'hearsay COMMAND --help' for how to call it.\n");
    return k_usage;
  }
}

}  // namespace

int run_command_line(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is told by write(), not by dying
  try {
    return parse_and_run(argc, argv);
  } catch (const ReaderLeft&) {
    return 0;  // "hearsay timeline | head"
  } catch (const Fatal& error) {
    fmt::print(stderr, "hearsay: {}\n", error.what());
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "hearsay: out of memory; fewer --jobs or smaller inputs need less\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "hearsay: internal error: {}; please report it with the input that caused it\n", error.what());
  }
  return k_nothing_done;
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay doctor: is the installation sound, and are the packs?
#include <hearsay/actions/doctor.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::string pack = "levant";
  ViewOptions view;
  CLI::App* pack_command = nullptr;
};

int run_pack(const std::string& name, const Screen& screen) {
  const auto problems = actions::check_pack(name);
  Output output(screen);
  for (const auto& problem : problems) {
    const std::string line = problem.line == 0 ? "" : fmt::format(":{}", problem.line);
    output.line(wrap(fmt::format("{}{}: {}", problem.path, line, problem.message), {.width = screen.width, .hang = 2}));
  }
  const std::string found = problems.empty() ? "sound" : counted(problems.size(), "problem");
  output.line(wrap(fmt::format("pack {}: {}", name, found), screen.width, 0));
  output.finish();
  return problems.empty() ? 0 : 1;
}

int run_installation(const std::string& pack, const Screen& screen) {
  Output output(screen);
  bool good = true;
  std::vector<std::vector<Cell>> rows;
  for (const actions::Check& check : actions::check_installation(pack)) {
    rows.push_back({{check.good ? "ok" : "BAD", check.good ? Colour::green : Colour::red}, check.what, check.found});
    good = good && check.good;
  }
  output.write(render_table({{"state"}, {"what"}, {"found", false, true}}, rows, screen));
  output.finish();
  return good ? 0 : 1;
}

}  // namespace

Command declare_doctor(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("doctor", "Check the installation, or every row of a pack");
  options->pack_command = command->add_subcommand("pack", "Check a pack: every problem with file and line");
  options->pack_command->add_option("name", options->pack, "Pack to check")->capture_default_str()->type_name("NAME");
  add_view_options(*command, options->view, {});
  const ExitWords exits{"all is sound", "something is not; it is named", "nothing could be done: no packs found"};
  add_foot(*options->pack_command, "  hearsay doctor pack levant", exits);
  add_foot(*command, "  hearsay doctor\n  hearsay doctor pack levant", exits);
  return {command, [options] {
            const Screen screen = screen_of(options->view.wishes);
            return options->pack_command->parsed() ? run_pack(options->pack, screen)
                                                   : run_installation(options->pack, screen);
          }};
}

}  // namespace hearsay::present

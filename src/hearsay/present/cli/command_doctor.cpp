// SPDX-License-Identifier: Apache-2.0
// hearsay doctor: is the installation sound, and are the packs?
#include <hearsay/actions/doctor.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::string pack = "levant";
  CLI::App* pack_command = nullptr;
};

int run_pack(const std::string& name) {
  const auto problems = actions::check_pack(name);
  Output output;
  for (const auto& problem : problems) {
    output.line(problem.line == 0 ? fmt::format("{}: {}", problem.path, problem.message)
                                  : fmt::format("{}:{}: {}", problem.path, problem.line, problem.message));
  }
  output.line(problems.empty() ? fmt::format("pack {}: sound", name)
                               : fmt::format("pack {}: {} problem(s)", name, problems.size()));
  output.finish();
  return problems.empty() ? 0 : 1;
}

int run_installation(const std::string& pack) {
  Output output;
  bool good = true;
  for (const actions::Check& check : actions::check_installation(pack)) {
    output.line(fmt::format("{} {:<14} {}", check.good ? coloured("ok ", Colour::green) : coloured("BAD", Colour::red),
                            check.what, check.found));
    good = good && check.good;
  }
  output.finish();
  return good ? 0 : 1;
}

}  // namespace

Command declare_doctor(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("doctor", "Check the installation, or every row of a pack");
  options->pack_command = command->add_subcommand("pack", "Check a pack: every problem with file and line");
  options->pack_command->add_option("name", options->pack, "Pack to check")->capture_default_str()->type_name("NAME");
  command->footer("Examples:\n  hearsay doctor\n  hearsay doctor pack levant");
  return {command, [options] {
            return options->pack_command->parsed() ? run_pack(options->pack) : run_installation(options->pack);
          }};
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// All commands, in the order in which --help lists them. Declaring does no work; running parses no options.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

namespace hearsay::present {

struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;
};

Command declare_clean(CLI::App& app);
Command declare_parse(CLI::App& app);
Command declare_mentions(CLI::App& app);
Command declare_quotes(CLI::App& app);
Command declare_claims(CLI::App& app);
Command declare_build(CLI::App& app);
Command declare_timeline(CLI::App& app);
Command declare_events(CLI::App& app);
Command declare_sources(CLI::App& app);
Command declare_republished(CLI::App& app);
Command declare_compare(CLI::App& app);
Command declare_posture(CLI::App& app);
Command declare_show(CLI::App& app);
Command declare_why(CLI::App& app);
Command declare_review(CLI::App& app);
Command declare_check(CLI::App& app);
Command declare_export(CLI::App& app);
Command declare_doctor(CLI::App& app);
Command declare_pack(CLI::App& app);

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// Options that several commands share, declared once.
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/code_reports.hpp>

namespace hearsay::present {

/// What a command that reads reports is told.
struct InputOptions {
  std::vector<std::string> inputs;
  std::string pack = "levant";
  std::string published;
  unsigned jobs = 0;
  bool quiet = false;
  bool verbose = false;
};
void add_input_options(CLI::App& command, InputOptions& options);
actions::CodeRequest to_request(const InputOptions& options, actions::Depth depth);

/// Which rendering; "" until the user or the terminal decides.
struct FormatOption {
  std::string format;
};
/// `formats`: the first is used on a terminal, the second elsewhere.
void add_format_option(CLI::App& command, FormatOption& option, const std::vector<std::string>& formats);
std::string chosen_format(const FormatOption& option, const std::string& on_terminal, const std::string& elsewhere);

/// What a command that asks a store is told.
struct AskOptions {
  std::string db;
  std::string place, actor, type, since, until, source, status, as_of;
  std::size_t limit = 0;
};
void add_db_option(CLI::App& command, std::string& db);
void add_ask_options(CLI::App& command, AskOptions& options);
/// Throws CLI::ValidationError naming the option that makes no sense.
actions::AskRequest to_request(const AskOptions& options);

/// "Examples:" at the foot of --help.
void add_examples(CLI::App& command, const std::string& examples);

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// Options that several commands share, declared once.
#pragma once
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/code_reports.hpp>
#include <hearsay/present/cli/screen.hpp>

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

/// How results are shown.
struct ViewOptions {
  std::string format;  // "" until the user or the terminal decides
  ScreenWishes wishes;
};
/// --format, --color and --no-pager. No formats: the command has one rendering only.
void add_view_options(CLI::App& command, ViewOptions& options, const std::vector<std::string>& formats);
std::string chosen_format(const ViewOptions& options, const std::string& on_terminal, const std::string& elsewhere);

/// What a command that asks a store is told.
struct AskOptions {
  std::string db;
  std::string place, actor, type, since, until, source, status, as_of;
  std::optional<std::size_t> limit;  // 0: all; none: k_table_rows in tables, else all
};

/// What a table shows of a long listing unless --limit says otherwise; other renderings are whole.
inline constexpr std::size_t k_table_rows = 100;

/// Says on standard error that a table is empty, so that a mistyped name is not taken for silence.
void tell_if_empty(bool empty, const std::string& format);
void add_db_option(CLI::App& command, std::string& db);
void add_as_of_option(CLI::App& command, std::string& as_of);
/// Throws CLI::ValidationError where it is no day.
std::optional<Day> as_of_day(const std::string& as_of);
void add_ask_options(CLI::App& command, AskOptions& options);
/// Throws CLI::ValidationError naming the option that makes no sense.
actions::AskRequest to_request(const AskOptions& options);
/// For a listing in that rendering.
actions::AskRequest to_request(const AskOptions& options, const std::string& format);
/// The line below a table that shows so many rows: "" unless it was cut without being asked to.
std::string cut_note(const AskOptions& options, std::size_t rows);

/// What the exit status of a command says; 0, 2 and 3 are the same for all.
struct ExitWords {
  std::string done = "done";
  std::string lost;  // status 1, "" where there is none
  std::string nothing = "nothing could be done: the store is missing or damaged";
};
/// Of commands that read reports.
ExitWords exits_of_reading();
/// Of commands that name a report, claim or event.
ExitWords exits_of_naming();

/// "Exit status:" and "Examples:" at the foot of --help.
void add_foot(CLI::App& command, const std::string& examples, const ExitWords& exits);

}  // namespace hearsay::present

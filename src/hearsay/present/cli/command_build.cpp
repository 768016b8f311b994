// SPDX-License-Identifier: Apache-2.0
// hearsay build: reads, codes, compares and keeps.
#include <hearsay/actions/build_store.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/cli/version.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  std::string db;
};

int run(const Options& options) {
  actions::BuildRequest request;
  request.code = to_request(options.input, actions::Depth::claims);
  request.db = options.db;
  request.program_version = std::string(program_version());
  ProgressBar bar(errors_are_terminal() && !options.input.quiet);
  request.code.progress = &bar;
  request.code.should_stop = was_interrupted;
  watch_for_interruption();
  const actions::BuildSummary summary = actions::build_store(request);
  bar.clear();
  if (!options.input.quiet) {
    fmt::print(stderr, "{}: {} coded now, {} stored before; {} coded\n", options.db,
               counted(summary.code.reports, "report"), summary.code.unwanted, counted(summary.claims, "claim"));
    fmt::print(stderr, "now holds {}, {}, {} of one report by another\n", counted(summary.all_reports, "report"),
               counted(summary.events, "event"), counted(summary.republications, "repetition"));
  }
  return conclude(summary.code, options.input);
}

}  // namespace

Command declare_build(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("build", "Read, code and compare reports, and keep them in a store");
  add_input_options(*command, options->input);
  command->add_option("--db", options->db, "The store, an SQLite file; made if it is not there, else added to")
      ->required()
      ->type_name("FILE");
  add_foot(*command,
           "  hearsay build reports/ --db war.db\n"
           "  zcat archive.jsonl.gz | hearsay build - --db war.db",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

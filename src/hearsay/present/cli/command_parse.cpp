// SPDX-License-Identifier: Apache-2.0
// hearsay parse: sentences, words, tags and heads as CoNLL-U.
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/exports/conllu.hpp>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  ViewOptions view;
  std::string input_kind = "text";
};

int run(const Options& options) {
  Output output(screen_of(options.view.wishes));
  const Print print = [&](actions::CodedReport&& report) {
    std::string lines;
    append_conllu(lines, report.text.text, report.analysis, {.doc_id = report.text.id});
    output.write(lines);
  };
  actions::CodeRequest request = to_request(options.input, actions::Depth::parse);
  request.whole_text = true;
  const int status =
      run_request(options.input, std::move(request),
                  options.input_kind == "conllu" ? actions::parse_given_tokens : actions::code_reports, print);
  output.finish();
  return status;
}

}  // namespace

Command declare_parse(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("parse", "Sentences, words, tags and heads as CoNLL-U");
  add_input_options(*command, options->input);
  add_view_options(*command, options->view, {"conllu"});
  command->add_option("--input", options->input_kind, "text: raw text; conllu: sentences and tokens are given")
      ->check(CLI::IsMember({"text", "conllu"}))
      ->capture_default_str()
      ->type_name("KIND");
  add_foot(*command, "  hearsay parse report.txt > report.conllu\n  hearsay parse --input conllu tokens.conllu",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

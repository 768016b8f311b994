// SPDX-License-Identifier: Apache-2.0
// hearsay quotes: who says what: source, cue and content of every attribution.
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  FormatOption format;
};

std::string table_of(const actions::CodedReport& report) {
  std::vector<std::vector<Cell>> rows;
  const auto words = [&](const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) {
      out.append(out.empty() ? "" : " ... ").append(text_of(report.text.text, span));
    }
    return out;
  };
  for (const Attribution& attribution : report.attributions) {
    rows.push_back({words(attribution.source), words(attribution.cue), words(attribution.content)});
  }
  return coloured(report.text.id, Colour::bold) + "\n" +
         render_table({{"source", false, true}, {"cue", false, true}, {"content", false, true}}, rows, output_width()) +
         "\n";
}

int run(const Options& options) {
  const std::string format = chosen_format(options.format, "table", "jsonl");
  Output output;
  const int status = run_inputs(options.input, actions::Depth::quotes, [&](actions::CodedReport&& report) {
    output.write(format == "table" ? table_of(report) : to_line(quotes_json(report.text, report.attributions)) + "\n");
  });
  output.finish();
  return status;
}

}  // namespace

Command declare_quotes(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("quotes", "Who says what: source, cue and content of every attribution");
  add_input_options(*command, options->input);
  add_format_option(*command, options->format, {"table", "jsonl"});
  add_examples(*command, "  hearsay quotes report.txt\n  hearsay quotes reports/ --format jsonl > quotes.jsonl");
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

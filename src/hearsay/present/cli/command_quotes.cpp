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
  ViewOptions view;
};

std::string table_of(const actions::CodedReport& report, const Screen& screen) {
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
  return heading(report.text.id, screen) +
         render_table({{"source", false, true}, {"cue", false, true}, {"content", false, true}}, rows, screen) + "\n";
}

int run(const Options& options) {
  const std::string format = chosen_format(options.view, "table", "jsonl");
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  const int status = run_inputs(options.input, actions::Depth::quotes, [&](actions::CodedReport&& report) {
    output.write(format == "table" ? table_of(report, screen)
                                   : to_line(quotes_json(report.text, report.attributions)) + "\n");
  });
  output.finish();
  return status;
}

}  // namespace

Command declare_quotes(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("quotes", "Who says what: source, cue and content of every attribution");
  add_input_options(*command, options->input);
  add_view_options(*command, options->view, {"table", "jsonl"});
  add_foot(*command, "  hearsay quotes report.txt\n  hearsay quotes reports/ --format jsonl > quotes.jsonl",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

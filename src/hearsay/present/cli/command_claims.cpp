// SPDX-License-Identifier: Apache-2.0
// hearsay claims: who is said to have done what, says who.
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/claim_csv.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  ViewOptions view;
  bool explain = false;
};

std::string json_lines(const actions::CodedReport& report) {
  const CodePoints points(report.text.text);
  std::string out;
  for (const Claim& claim : report.coded.claims) {
    out += to_line(claim_json(claim, report.text.text, points)) + "\n";
  }
  return out;
}

std::string table_of(const actions::CodedReport& report, const Screen& screen) {
  std::vector<std::vector<Cell>> rows;
  for (const Claim& claim : report.coded.claims) {
    rows.push_back({type_of(claim),
                    {std::string(to_string(claim.status)), colour_of(claim.status)},
                    sides_of(claim),
                    claim.place ? claim.place->name : "",
                    voice_of(claim, "")});
  }
  return heading(report.text.id, screen) +
         render_table({{"what", false, true, 16},
                       {"status"},
                       {"who -> to whom", false, true, 12},
                       {"where", false, true},
                       {"says", false, true}},
                      rows, screen) +
         "\n";
}

std::string silences_of(const actions::CodedReport& report) {
  std::string out;
  for (const auto& silence : report.coded.silences) {
    out += fmt::format("no claim  {}  \"{}\"  {}  ({})\n", report.text.id, text_of(report.text.text, silence.trigger),
                       silence.reason, silence.rule);
  }
  return out;
}

int run(const Options& options) {
  const std::string format = chosen_format(options.view, "table", "jsonl");
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  if (format == "csv") {
    output.write(claim_csv_header());
  }
  const int status = run_inputs(options.input, actions::Depth::claims, [&](actions::CodedReport&& report) {
    if (format == "csv") {
      for (const Claim& claim : report.coded.claims) {
        output.write(claim_csv_row(claim, report.text.text, CodePoints(report.text.text)));
      }
    } else {
      output.write(format == "table" ? table_of(report, screen) : json_lines(report));
    }
    if (options.explain) {
      fmt::print(stderr, "{}", silences_of(report));
    }
  });
  output.finish();
  return status;
}

}  // namespace

Command declare_claims(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("claims", "Attributed claims: who is said to have done what, says who");
  add_input_options(*command, options->input);
  add_view_options(*command, options->view, {"table", "jsonl", "csv"});
  command->add_flag("--explain", options->explain, "Also say, on standard error, why a trigger word gave no claim");
  add_foot(*command,
           "  hearsay claims report.txt --published 2017-06-16\n"
           "  hearsay claims reports.jsonl --format jsonl > claims.jsonl\n"
           "  hearsay claims page.html --explain",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

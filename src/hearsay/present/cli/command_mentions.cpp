// SPDX-License-Identifier: Apache-2.0
// hearsay mentions: names, places, times and amounts in reports, resolved.
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  ViewOptions view;
};

std::string meaning_of(const Linked& linked) {
  if (linked.time) {
    const DateRange& range = linked.time->range;
    return linked.time->value + (range.from ? "  " + to_iso(*range.from) : "") +
           (range.to && range.to != range.from ? ".." + to_iso(*range.to) : "");
  }
  if (linked.quantity) {
    const QuantityRef& amount = *linked.quantity;
    const auto number = [](const std::optional<double>& value) { return value ? fmt::format("{:g}", *value) : "?"; };
    return number(amount.min) + ".." + number(amount.max) + " " + amount.what;
  }
  std::string meaning = linked.name;
  if (linked.place && linked.place->lat) {
    meaning +=
        fmt::format("  {:.3f},{:.3f} within {:g} km", *linked.place->lat, *linked.place->lon, linked.place->radius_km);
  }
  return meaning;
}

std::string table_of(const actions::CodedReport& report, const Screen& screen) {
  std::vector<std::vector<Cell>> rows;
  for (const Linked& linked : report.links.mentions) {
    rows.push_back(
        {std::string(text_of(report.text.text, linked.span)), std::string(to_string(linked.kind)), meaning_of(linked)});
  }
  return heading(report.text.id, screen) +
         render_table({{"text", false, true}, {"kind"}, {"means", false, true}}, rows, screen) + "\n";
}

int run(const Options& options) {
  const std::string format = chosen_format(options.view, "table", "jsonl");
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  const int status = run_inputs(options.input, actions::Depth::mentions, [&](actions::CodedReport&& report) {
    output.write(format == "table" ? table_of(report, screen)
                                   : to_line(mentions_json(report.text, report.links, report.marked)) + "\n");
  });
  output.finish();
  return status;
}

}  // namespace

Command declare_mentions(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("mentions", "Names, places, times and amounts in reports, resolved");
  add_input_options(*command, options->input);
  add_view_options(*command, options->view, {"table", "jsonl"});
  add_foot(*command, "  hearsay mentions report.txt\n  hearsay mentions reports/ --format jsonl > mentions.jsonl",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

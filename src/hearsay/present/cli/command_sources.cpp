// SPDX-License-Identifier: Apache-2.0
// hearsay sources and hearsay republished: who brought what, and who repeats whom.
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  ViewOptions view;
};

using Rows = std::vector<std::vector<Cell>>;

/// The listing in every rendering: `to_json` and `to_row` say what one item is.
template <class Item, class ToJson, class ToRow>
int print_list(const std::vector<Item>& items, const ViewOptions& view, const std::vector<Column>& columns,
               const ToJson& to_json, const ToRow& to_row) {
  const std::string format = chosen_format(view, "table", "jsonl");
  const Screen screen = screen_of(view.wishes);
  Output output(screen);
  Rows rows;
  Json all = Json::array();
  for (const Item& item : items) {
    if (format == "jsonl") {
      output.line(to_line(to_json(item)));
    } else if (format == "json") {
      all.push_back(to_json(item));
    } else {
      rows.push_back(to_row(item));
    }
  }
  if (format == "json") {
    output.line(to_line(all));
  } else if (format == "table") {
    output.write(render_table(columns, rows, screen));
  } else if (format == "csv") {
    std::vector<std::string> cells;
    for (const Column& column : columns) {
      cells.push_back(column.title);
    }
    output.write(csv_line(cells));
    for (const auto& row : rows) {
      cells.clear();
      for (const Cell& cell : row) {
        cells.push_back(cell.text);
      }
      output.write(csv_line(cells));
    }
  }
  output.finish();
  return 0;
}

int run_sources(const Options& options) {
  // Where reports is 0 the source is a voice inside others' reports; JSON has its kind.
  const std::vector<Column> columns = {{"source", false, true}, {"reports", true}, {"claims", true},
                                       {"alone", true},         {"corrob.", true}, {"contested", true},
                                       {"copies", true},        {"copied", true}};
  return print_list(actions::list_sources(to_request(options.ask)), options.view, columns, source_json,
                    [](const actions::SourceAnswer& source) {
                      std::vector<Cell> row = {source.name};
                      for (const std::size_t count : {source.reports, source.claims, source.alone, source.corroborated,
                                                      source.contested, source.republishing, source.republished}) {
                        row.emplace_back(std::to_string(count));
                      }
                      return row;
                    });
}

int run_republished(const Options& options) {
  const std::vector<Column> columns = {{"from", false, true}, {"to", false, true}, {"kind"},
                                       {"words", true},       {"share", true},     {"direction"},
                                       {"wire", false, true}};
  return print_list(actions::list_republications(to_request(options.ask)), options.view, columns, republication_json,
                    [](const Republication& copy) {
                      return std::vector<Cell>{copy.from,
                                               copy.to,
                                               std::string(to_string(copy.kind)),
                                               std::to_string(copy.shared_words),
                                               fmt::format("{:.0f}%", 100 * copy.coverage),
                                               copy.directed ? "from -> to" : "open",
                                               copy.wire};
                    });
}

}  // namespace

Command declare_sources(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("sources", "Outlets and named sources, and what each brought");
  add_ask_options(*command, options->ask);
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command, "  hearsay sources --db war.db\n  hearsay sources --db war.db --place Idlib --format csv", {});
  return {command, [options] { return run_sources(*options); }};
}

Command declare_republished(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("republished", "Which report repeats which");
  add_db_option(*command, options->ask.db);
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command, "  hearsay republished --db war.db", {});
  return {command, [options] { return run_republished(*options); }};
}

}  // namespace hearsay::present

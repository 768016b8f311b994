// SPDX-License-Identifier: Apache-2.0
// hearsay sources and hearsay republished: who brought what, and who repeats whom.
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

#include <functional>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  ViewOptions view;
  bool framing = false;
};

/// A listing in every rendering: `to_json` gives all of an item, `to_row` what people see of it; CSV has the JSON's
/// fields that hold one value.
template <class Item>
struct Listing {
  std::vector<std::string> fields;  // of CSV
  std::vector<Column> columns;
  std::function<Json(const Item&)> to_json;
  std::function<std::vector<Cell>(const Item&)> to_row;
};

std::string csv_of(const Json& json, const std::vector<std::string>& fields) {
  std::vector<std::string> cells;
  for (const std::string& field : fields) {
    const Json& value = json.at(field);
    cells.push_back(value.is_null() ? "" : value.is_string() ? value.get<std::string>() : value.dump());
  }
  return csv_line(cells);
}

std::string format_of(const Options& options) {
  return chosen_format(options.view, "table", "jsonl");
}

/// `counted`: what --limit counts of.
template <class Item>
int print_list(const std::vector<Item>& items, const Options& options, const Listing<Item>& listing,
               std::size_t counted) {
  const std::string format = format_of(options);
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  std::vector<std::vector<Cell>> rows;
  Json all = Json::array();
  output.write(format == "csv" ? csv_line(listing.fields) : "");
  for (const Item& item : items) {
    if (format == "table") {
      rows.push_back(listing.to_row(item));
    } else if (format == "json") {
      all.push_back(listing.to_json(item));
    } else {
      const Json json = listing.to_json(item);
      output.write(format == "csv" ? csv_of(json, listing.fields) : to_line(json) + "\n");
    }
  }
  if (format == "json") {
    output.line(to_line(all));
  } else if (format == "table") {
    output.write(render_table(listing.columns, rows, screen));
    output.write(cut_note(options.ask, counted));
  }
  output.finish();
  tell_if_empty(items.empty(), format);
  return 0;
}

/// Where reports is 0 the source is a voice inside others' reports; JSON and CSV have its kind.
Listing<actions::SourceAnswer> sources_listing() {
  return {{"source", "name", "kind", "reports", "claims", "alone", "corroborated", "copied", "contested",
           "contradicted", "republishing", "republished", "sharing"},
          {{"source", false, true},
           {"reports", true},
           {"claims", true},
           {"alone", true},
           {"others", true},
           {"copied", true},
           {"countered", true},
           {"repeated", true}},
          source_json,
          [](const actions::SourceAnswer& source) {
            std::vector<Cell> row = {source.name};
            for (const std::size_t count : {source.reports, source.claims, source.alone, source.corroborated,
                                            source.copied, source.contradicted, source.republished}) {
              row.emplace_back(std::to_string(count));
            }
            return row;
          }};
}

/// One line of the framing table.
struct Wording {
  std::string source, name;
  actions::UsedWord used;
};

std::vector<Wording> wordings_of(const std::vector<actions::SourceAnswer>& sources) {
  std::vector<Wording> wordings;
  for (const actions::SourceAnswer& source : sources) {
    for (const actions::UsedWord& used : source.framing) {
      wordings.push_back({source.source, source.name, used});
    }
  }
  return wordings;
}

std::string whom(const actions::UsedWord& used) {
  return used.of_name.empty() ? words_of_entity(used.of) : used.of_name;
}

Listing<Wording> framing_listing() {
  return {{"source", "name", "word", "of", "of_name", "claims"},
          {{"source", false, true}, {"its word", false, true}, {"for whom", false, true}, {"claims", true}},
          [](const Wording& one) -> Json {
            return {{"source", one.source}, {"name", one.name},          {"word", one.used.word},
                    {"of", one.used.of},    {"of_name", whom(one.used)}, {"claims", one.used.claims}};
          },
          [](const Wording& one) -> std::vector<Cell> {
            return {one.name, "\"" + one.used.word + "\"", whom(one.used), std::to_string(one.used.claims)};
          }};
}

int run_sources(const Options& options) {
  const std::vector<actions::SourceAnswer> sources = actions::list_sources(to_request(options.ask, format_of(options)));
  return options.framing ? print_list(wordings_of(sources), options, framing_listing(), sources.size())
                         : print_list(sources, options, sources_listing(), sources.size());
}

Listing<Republication> republished_listing() {
  return {{"from", "to", "kind", "directed", "shared", "longest", "coverage", "wire"},
          {{"from", false, true},
           {"to", false, true},
           {"kind", false, true, 10},
           {"words", true},
           {"share", true},
           {"who first", false, true, 9},
           {"wire", false, true}},
          republication_json,
          [](const Republication& copy) -> std::vector<Cell> {
            return {copy.from,
                    copy.to,
                    readable(copy.kind),
                    std::to_string(copy.shared_words),
                    fmt::format("{:.0f}%", 100 * copy.coverage),
                    copy.directed ? "from" : "not known",
                    words_of_entity(copy.wire)};
          }};
}

int run_republished(const Options& options) {
  const auto copies = actions::list_republications(to_request(options.ask, format_of(options)));
  return print_list(copies, options, republished_listing(), copies.size());
}

}  // namespace

Command declare_sources(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("sources", "Outlets and named sources, what each brought, in which words");
  add_ask_options(*command, options->ask);
  command->add_flag("--framing", options->framing, "Which words each outlet uses for whom, instead of the counts");
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command,
           "  hearsay sources --db war.db\n"
           "  hearsay sources --db war.db --place Idlib --format csv\n"
           "  hearsay sources --db war.db --framing\n\n"
           "alone, others: claims of events that no other, or another, independent voice\n"
           "tells; copied: in words taken from another outlet; countered: another voice\n"
           "published something irreconcilable, or a denial, later; repeated: reports that\n"
           "another outlet repeats. None of these says who is right.",
           {});
  return {command, [options] { return run_sources(*options); }};
}

Command declare_republished(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("republished", "Which report repeats which");
  add_ask_options(*command, options->ask);
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command,
           "  hearsay republished --db war.db\n  hearsay republished --db war.db --source Reuters --format csv", {});
  return {command, [options] { return run_republished(*options); }};
}

}  // namespace hearsay::present

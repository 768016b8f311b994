// SPDX-License-Identifier: Apache-2.0
// hearsay export: what a store holds, for other programs.
#include <hearsay/actions/export_store.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/result_file.hpp>
#include <hearsay/present/exports/claim_csv.hpp>
#include <hearsay/present/exports/interchange.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  std::string to, file = "-", pack = "levant";
};

/// What went out, and what the format has no words for.
struct Tally {
  std::size_t out = 0, left = 0;
};

void put(ResultFile& file, Tally& tally, const std::string& record) {
  ++(record.empty() ? tally.left : tally.out);
  file.write(record);
}

std::string line_or_nothing(const Json& json) {
  return json.is_null() ? "" : to_line(json) + "\n";
}

Tally export_lines(const Options& options, ResultFile& file) {
  Tally tally;
  const auto codes = options.to == "plover" ? std::optional(actions::load_codes(options.pack)) : std::nullopt;
  file.write(options.to == "csv" ? claim_csv_header() : "");
  actions::export_claims(to_request(options.ask), [&](const actions::ExportedClaim& claim) {
    const std::string& text = claim.report->text.text;
    if (options.to == "plover") {
      put(file, tally, line_or_nothing(plover_json(claim, *codes)));
    } else if (options.to == "gold") {
      put(file, tally, line_or_nothing(gold_json(claim)));
    } else if (options.to == "csv") {
      put(file, tally, claim_csv_row(claim.row.claim, text, CodePoints(text)));
    } else {
      put(file, tally, to_line(reviewed_claim_json(claim, CodePoints(text))) + "\n");
    }
  });
  return tally;
}

/// One Feature a line inside one FeatureCollection.
Tally export_geojson(const Options& options, ResultFile& file) {
  Tally tally;
  file.write("{\"type\":\"FeatureCollection\",\"features\":[");
  actions::export_claims(to_request(options.ask), [&](const actions::ExportedClaim& claim) {
    put(file, tally, (tally.out == 0 ? "\n" : ",\n") + to_line(geojson_feature(claim)));
  });
  file.write("\n]}\n");
  return tally;
}

Tally export_events(const Options& options, ResultFile& file) {
  Tally tally;
  const actions::Codes codes = actions::load_codes(options.pack);
  file.write(options.to == "acled" ? acled_header() : "");
  actions::export_events(to_request(options.ask), [&](const actions::ExportedEvent& event) {
    put(file, tally,
        options.to == "gdelt"            ? gdelt_event(event, codes)
        : options.to == "gdelt-mentions" ? gdelt_mentions(event, codes)
                                         : acled_row(event, codes));
  });
  return tally;
}

int run(const Options& options) {
  ResultFile file(options.file);
  const bool events = options.to.starts_with("gdelt") || options.to == "acled";
  const Tally tally = events                    ? export_events(options, file)
                      : options.to == "geojson" ? export_geojson(options, file)
                                                : export_lines(options, file);
  file.finish();
  if (tally.left > 0) {
    fmt::print(stderr, "hearsay: {} {} went out, {} left out ({})\n", tally.out, events ? "event(s)" : "claim(s)",
               tally.left,
               options.to == "gold" ? "not reviewed as right"
                                    : options.to + " has no word for them; docs/formats/exports.md says which");
  }
  return 0;
}

}  // namespace

Command declare_export(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "What a store holds, in the formats of other programs");
  command->add_option("--to", options->to, "Format of the file")
      ->required()
      ->check(CLI::IsMember({"plover", "geojson", "csv", "jsonl", "gdelt", "gdelt-mentions", "acled", "gold"}))
      ->type_name("F");
  command->add_option("-o,--output", options->file, "File, replaced whole when done; -: standard output")
      ->capture_default_str()
      ->type_name("FILE");
  command->add_option("--pack", options->pack, "Theatre pack, for codes of actors")
      ->capture_default_str()
      ->type_name("NAME");
  add_ask_options(*command, options->ask);
  add_foot(*command,
           "  hearsay export --db war.db --to geojson -o war.geojson\n"
           "  hearsay export --db war.db --to acled --since 2017-06-01 -o june.csv\n"
           "  hearsay export --db war.db --to gdelt -o war.export.CSV\n"
           "  hearsay export --db war.db --to gold > reviewed.jsonl",
           {"done", "", "nothing could be done: the store is missing or damaged, the file cannot be written"});
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay timeline and hearsay events: happenings in the order of time, for people and for programs.
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  FormatOption format;
};

std::string csv_of(const actions::EventAnswer& answer) {
  const Event& event = answer.event;
  std::string contested;
  for (const Contested& one : event.contested) {
    contested += (contested.empty() ? "" : "; ") + one.field;
  }
  const auto day = [](const std::optional<Day>& value) { return value ? to_iso(*value) : ""; };
  return csv_line({to_hex(event.id), event.type, event.mode, answer.place, day(answer.time.from), day(answer.time.to),
                   std::to_string(event.claims.size()), std::to_string(event.sources),
                   std::to_string(event.independent), contested});
}

/// "!" marks events with something contested.
std::string events_table(const std::vector<actions::EventAnswer>& answers) {
  std::vector<std::vector<Cell>> rows;
  for (const actions::EventAnswer& answer : answers) {
    const Event& event = answer.event;
    rows.push_back({to_hex(event.id).substr(0, 8),
                    days_of(answer.time),
                    event.mode.empty() ? event.type : event.type + "/" + event.mode,
                    answer.place,
                    std::to_string(event.claims.size()),
                    std::to_string(event.independent),
                    {event.contested.empty() ? "" : "!", Colour::yellow}});
  }
  return render_table(
      {{"event"}, {"when"}, {"what"}, {"where", false, true}, {"claims", true}, {"voices", true}, {"!"}}, rows,
      output_width());
}

std::string rendered(const std::vector<actions::EventAnswer>& answers, const std::string& format, bool timeline) {
  std::string out;
  if (format == "csv") {
    out = csv_line({"event", "type", "mode", "place", "from", "to", "claims", "sources", "independent", "contested"});
  }
  if (format == "table" && !timeline) {
    return events_table(answers);
  }
  Json all = Json::array();
  for (const actions::EventAnswer& answer : answers) {
    if (format == "table") {
      out += event_text(answer, output_width()) + "\n";
    } else if (format == "csv") {
      out += csv_of(answer);
    } else if (format == "json") {
      all.push_back(event_json(answer));
    } else {
      out += to_line(event_json(answer)) + "\n";
    }
  }
  return format == "json" ? to_line(all) + "\n" : out;
}

int run(const Options& options, bool timeline) {
  const std::string format = chosen_format(options.format, "table", timeline ? "table" : "jsonl");
  Output output;
  output.write(rendered(actions::list_events(to_request(options.ask)), format, timeline));
  output.finish();
  return 0;
}

Command declare(CLI::App& app, const char* name, const char* summary, bool timeline) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(name, summary);
  add_ask_options(*command, options->ask);
  add_format_option(*command, options->format, {"table", "jsonl", "json", "csv"});
  add_examples(*command, fmt::format("  hearsay {0} --db war.db\n"
                                     "  hearsay {0} --db war.db --place Raqqa --since 2017-06-01 --type ASSAULT\n"
                                     "  hearsay {0} --db war.db --as-of 2017-06-16 --format jsonl",
                                     name));
  return {command, [options, timeline] { return run(*options, timeline); }};
}

}  // namespace

Command declare_timeline(CLI::App& app) {
  return declare(app, "timeline", "Happenings in the order of time, who says so, and what is contested", true);
}

Command declare_events(CLI::App& app) {
  return declare(app, "events", "Clusters of claims about one happening", false);
}

}  // namespace hearsay::present

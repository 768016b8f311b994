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

#include <set>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  ViewOptions view;
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

/// One sign for how an event stands: something contested, or what all its claims say of it; "" where it is asserted.
Cell standing_of(const actions::EventAnswer& answer) {
  if (!answer.event.contested.empty()) {
    return {"!", Colour::yellow};
  }
  std::set<Status> all;
  for (const actions::ClaimRow& row : answer.claims) {
    all.insert(row.claim.status);
  }
  const Status only = all.size() == 1 ? *all.begin() : Status::asserted;
  const char* sign = only == Status::denied ? "x" : only == Status::planned ? "+" : only == Status::possible ? "?" : "";
  return {sign, colour_of(only)};
}

std::string events_table(const std::vector<actions::EventAnswer>& answers, const Screen& screen) {
  std::vector<std::vector<Cell>> rows;
  for (const actions::EventAnswer& answer : answers) {
    const Event& event = answer.event;
    rows.push_back({to_hex(event.id).substr(0, 8), days_of(answer.time),
                    event.mode.empty() ? event.type : event.type + "/" + event.mode, answer.place,
                    std::to_string(event.claims.size()), std::to_string(event.independent), standing_of(answer)});
  }
  return render_table({{"event"},
                       {"when"},
                       {"what", false, true, 16},
                       {"where", false, true},
                       {"claims", true},
                       {"voices", true},
                       {"!"}},
                      rows, screen);
}

struct Rendering {
  std::string format;
  bool timeline = false;
  Screen screen;
};

std::string rendered(const std::vector<actions::EventAnswer>& answers, const Rendering& as) {
  const std::string& format = as.format;
  std::string out;
  if (format == "csv") {
    out = csv_line({"event", "type", "mode", "place", "from", "to", "claims", "sources", "independent", "contested"});
  }
  if (format == "table" && !as.timeline) {
    return events_table(answers, as.screen);
  }
  Json all = Json::array();
  for (const actions::EventAnswer& answer : answers) {
    if (format == "table") {
      out += event_text(answer, as.screen) + "\n";
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
  const Rendering rendering{chosen_format(options.view, "table", timeline ? "table" : "jsonl"), timeline,
                            screen_of(options.view.wishes)};
  Output output(rendering.screen);
  const auto answers = actions::list_events(to_request(options.ask, rendering.format));
  output.write(rendered(answers, rendering));
  output.write(rendering.format == "table" ? cut_note(options.ask, answers.size()) : "");
  output.finish();
  tell_if_empty(answers.empty(), rendering.format);
  return 0;
}

struct Names {
  const char *name, *summary, *note;
};

Command declare(CLI::App& app, const Names& names, bool timeline) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(names.name, names.summary);
  add_ask_options(*command, options->ask);
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command,
           fmt::format("  hearsay {0} --db war.db\n"
                       "  hearsay {0} --db war.db --place Raqqa --since 2017-06-01 --type ASSAULT\n"
                       "  hearsay {0} --db war.db --as-of 2017-06-16 --format jsonl{1}",
                       names.name, names.note),
           {});
  return {command, [options, timeline] { return run(*options, timeline); }};
}

}  // namespace

Command declare_timeline(CLI::App& app) {
  return declare(app, {"timeline", "Happenings in the order of time, who says so, and what is contested", ""}, true);
}

Command declare_events(CLI::App& app) {
  return declare(
      app,
      {"events", "Clusters of claims about one happening, a line each",
       "\n\nIn the last column of the table ! is contested, x only denied, + only\nplanned, ? only possible."},
      false);
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay posture: who is reported to be at, to hold, or to bring what to which place.
#include <hearsay/actions/list_posture.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>
#include <hearsay/present/exports/posture.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay::present {

namespace {

struct Options {
  AskOptions ask;
  ViewOptions view;
};

std::string place_of(const PostureEntry& entry) {
  return entry.place_name.empty() ? "(place not told)" : entry.place_name;
}

std::string listed(const std::vector<ContestedValue>& values, const char* between) {
  return fmt::format("{}", fmt::join(values_of(values), between));
}

std::string what_of(const PostureEntry& entry) {
  const std::string numbers = listed(entry.numbers, " | ");
  const std::string equipment = fmt::format("{}", fmt::join(entry.equipment, ", "));
  return numbers + (numbers.empty() || equipment.empty() ? "" : "; ") + equipment;
}

std::string counts_of(const PostureEntry& entry) {
  std::string out;
  for (const auto& [count, what] : {std::pair{entry.planned, "planned"}, std::pair{entry.possible, "possible"},
                                    std::pair{entry.anonymous, "of unnamed voices"}}) {
    out += count == 0 ? "" : fmt::format(", {} {}", count, what);
  }
  return out;
}

std::string claims_of(const PostureEntry& entry) {
  std::string out = fmt::format("{}{}:", counted(entry.claims.size(), "claim"), counts_of(entry));
  for (const ClaimRef& ref : entry.claims) {
    out += " " + to_hex(ref.id).substr(0, 8);
  }
  return out;
}

std::string entry_text(const actions::PostureAnswer& answer, const Screen& screen) {
  const PostureEntry& entry = answer.entry;
  const std::string what = what_of(entry);
  const std::string head =
      fmt::format("{} {}: {}{}", days_of(entry.time), entry.actor_name.empty() ? "(nobody named)" : entry.actor_name,
                  entry.kind, what.empty() ? "" : "; " + what);
  std::string out = wrap(head, {.width = screen.width, .indent = 2, .hang = 4}) + "\n";
  const auto line = [&](const char* label, const std::string& values, Colour colour) {
    const WrapOptions hanging{.width = screen.width, .indent = 6, .hang = 2};
    out += values.empty() ? "" : screen.coloured(wrap(fmt::format("{} {}", label, values), hanging), colour) + "\n";
  };
  line("from", listed(entry.origins, " | "), Colour::plain);
  line("way", listed(entry.ways, " | "), Colour::plain);
  line("says", listed(answer.said_by, "; "), Colour::dim);
  line("disputed by", listed(answer.disputed_by, "; "), Colour::yellow);
  return out + screen.coloured(wrap(claims_of(entry), {.width = screen.width, .indent = 6, .hang = 2}), Colour::dim) +
         "\n";
}

std::string text_of(const std::vector<actions::PostureAnswer>& answers, const Screen& screen) {
  std::string out;
  const PostureEntry* before = nullptr;
  for (const actions::PostureAnswer& answer : answers) {
    const PostureEntry& entry = answer.entry;
    if (before == nullptr || before->place != entry.place || before->place_name != entry.place_name) {
      out += before == nullptr ? "" : "\n";
      out += heading(place_of(entry), screen);
    }
    out += entry_text(answer, screen);
    before = &entry;
  }
  return out;
}

std::string rendered(const std::vector<actions::PostureAnswer>& answers, const std::string& format,
                     const Screen& screen) {
  if (format == "table") {
    return text_of(answers, screen);
  }
  std::string out = format == "csv" ? posture_csv_header() : "";
  Json all = Json::array();
  for (const actions::PostureAnswer& answer : answers) {
    if (format == "csv") {
      out += posture_csv_row(answer);
    } else if (format == "json") {
      all.push_back(posture_json(answer));
    } else {
      out += to_line(posture_json(answer)) + "\n";
    }
  }
  return format == "json" ? to_line(all) + "\n" : out;
}

int run(const Options& options) {
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  const std::string format = chosen_format(options.view, "table", "table");
  const auto answers = actions::list_posture(to_request(options.ask, format));
  output.write(rendered(answers, format, screen));
  output.write(format == "table" ? cut_note(options.ask, answers.size()) : "");
  output.finish();
  tell_if_empty(answers.empty(), format);
  return 0;
}

}  // namespace

Command declare_posture(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("posture", "Who is said to be, hold or bring what where");
  add_ask_options(*command, options->ask);
  add_view_options(*command, options->view, {"table", "jsonl", "json", "csv"});
  add_foot(*command,
           "  hearsay posture --db war.db --place Raqqa --since 2017-06-01\n"
           "  hearsay posture --db war.db --actor \"United States\" --as-of 2017-06-14\n"
           "  hearsay posture --db war.db --type STATE/control --format csv",
           {});
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

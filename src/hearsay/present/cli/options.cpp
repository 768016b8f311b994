// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/display.hpp>
#include <hearsay/present/cli/options.hpp>

#include <fmt/format.h>

#include <charconv>

namespace hearsay::present {

namespace {

std::optional<Day> to_day(const std::string& text, const std::string& option) {
  if (text.empty()) {
    return std::nullopt;
  }
  const std::optional<Day> day = parse_iso_day(text);
  if (!day) {
    throw CLI::ValidationError(option, fmt::format("'{}' is not a day like 2017-06-16", text));
  }
  return day;
}

std::optional<double> to_number(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc{} && result.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "33.5,38.6,50": a circle. Anything else is a name.
std::optional<store::Filter::Circle> to_circle(const std::string& place) {
  const auto first = place.find(',');
  const auto second = place.find(',', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos) {
    return std::nullopt;
  }
  const std::string_view view = place;
  const auto lat = to_number(view.substr(0, first));
  const auto lon = to_number(view.substr(first + 1, second - first - 1));
  const auto km = to_number(view.substr(second + 1));
  return lat && lon && km ? std::optional(store::Filter::Circle{*lat, *lon, *km}) : std::nullopt;
}

}  // namespace

void add_input_options(CLI::App& command, InputOptions& options) {
  command.add_option("input", options.inputs, "Files, folders (walked in name order), or - for standard input")
      ->required()
      ->type_name("INPUT");
  command.add_option("--pack", options.pack, "Theatre pack")->capture_default_str()->type_name("NAME");
  command.add_option("--published", options.published, "Publication day of reports that bring none (YYYY-MM-DD)")
      ->type_name("DAY");
  command.add_option("--jobs", options.jobs, "Threads; 0: all cores")->capture_default_str()->type_name("N");
  command.add_flag("--quiet,-q", options.quiet, "No progress, no warnings but for what was skipped");
  command.add_flag("--verbose,-v", options.verbose, "Say more about each input");
}

actions::CodeRequest to_request(const InputOptions& options, actions::Depth depth) {
  actions::CodeRequest request;
  request.inputs = options.inputs;
  request.pack = options.pack;
  request.depth = depth;
  request.published = to_day(options.published, "--published");
  request.jobs = options.jobs;
  return request;
}

void add_view_options(CLI::App& command, ViewOptions& options, const std::vector<std::string>& formats) {
  if (!formats.empty()) {
    command.add_option("--format", options.format, "Rendering of the results")
        ->check(CLI::IsMember(formats))
        ->type_name("F");
  }
  command.add_option("--color", options.wishes.color, "Colours: auto means on a terminal, unless NO_COLOR is set")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str()
      ->type_name("WHEN");
  command.add_flag("--no-pager", options.wishes.no_pager, "Long output straight onto the terminal, not through $PAGER");
}

std::string chosen_format(const ViewOptions& options, const std::string& on_terminal, const std::string& elsewhere) {
  if (!options.format.empty()) {
    return options.format;
  }
  return output_is_terminal() ? on_terminal : elsewhere;
}

void tell_if_empty(bool empty, const std::string& format) {
  if (empty && format == "table") {
    fmt::print(stderr, "hearsay: the store has nothing that passes the filters\n");
  }
}

void add_db_option(CLI::App& command, std::string& db) {
  command.add_option("--db", db, "The store, a file made by 'hearsay build'")->required()->type_name("FILE");
}

void add_as_of_option(CLI::App& command, std::string& as_of) {
  command.add_option("--as-of", as_of, "Only what had been published by this day")->type_name("DAY");
}

std::optional<Day> as_of_day(const std::string& as_of) {
  return to_day(as_of, "--as-of");
}

void add_ask_options(CLI::App& command, AskOptions& options) {
  add_db_option(command, options.db);
  command.add_option("--place", options.place, "A place by name or entity, or LAT,LON,KM")->type_name("PLACE");
  command.add_option("--actor", options.actor, "Who did it or whom it befell, by name or entity")->type_name("NAME");
  command.add_option("--type", options.type, "Event type, ASSAULT or ASSAULT/shelling")->type_name("T[/MODE]");
  command.add_option("--since", options.since, "Not before this day")->type_name("DAY");
  command.add_option("--until", options.until, "Not after this day")->type_name("DAY");
  command.add_option("--source", options.source, "Outlet or innermost source, by name or entity")->type_name("NAME");
  command.add_option("--status", options.status, "asserted, denied, planned or possible")
      ->check(CLI::IsMember({"asserted", "denied", "planned", "possible"}))
      ->type_name("S");
  add_as_of_option(command, options.as_of);
  command
      .add_option("--limit", options.limit,
                  fmt::format("At most this many, 0: all (default: {} in tables, else all)", k_table_rows))
      ->type_name("N");
}

actions::AskRequest to_request(const AskOptions& options) {
  actions::AskRequest request;
  request.db = options.db;
  actions::Filter& filter = request.filter;
  filter.circle = to_circle(options.place);
  filter.place = filter.circle ? "" : options.place;
  filter.actor = options.actor;
  const auto slash = options.type.find('/');
  filter.type = options.type.substr(0, slash);
  filter.mode = slash == std::string::npos ? "" : options.type.substr(slash + 1);
  filter.since = to_day(options.since, "--since");
  filter.until = to_day(options.until, "--until");
  filter.source = options.source;
  filter.status = parse_status(options.status);
  filter.as_of = as_of_day(options.as_of);
  filter.limit = options.limit.value_or(0);
  return request;
}

actions::AskRequest to_request(const AskOptions& options, const std::string& format) {
  actions::AskRequest request = to_request(options);
  request.filter.limit = options.limit.value_or(format == "table" ? k_table_rows : 0);
  return request;
}

std::string cut_note(const AskOptions& options, std::size_t rows) {
  return options.limit || rows < k_table_rows
             ? ""
             : fmt::format("... the first {}; there may be more, --limit 0 shows all\n", k_table_rows);
}

ExitWords exits_of_reading() {
  return {"done", "done, but an input was skipped or bytes of one were lost; each is named on standard error",
          "nothing could be done: pack or models missing, disk full"};
}

ExitWords exits_of_naming() {
  ExitWords exits;
  exits.lost = "the store has nothing by that id";
  return exits;
}

void add_foot(CLI::App& command, const std::string& examples, const ExitWords& exits) {
  std::string foot = "Exit status:\n";
  for (const auto& [status, words] :
       {std::pair{"0", exits.done}, std::pair{"1", exits.lost}, std::pair{"2", std::string("wrong command line")},
        std::pair{"3", exits.nothing}}) {
    foot += words.empty() ? "" : wrap(words, 80, 5).replace(2, 1, status) + "\n";
  }
  command.footer(foot + "\nExamples:\n" + examples);
}

}  // namespace hearsay::present

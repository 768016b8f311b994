// SPDX-License-Identifier: Apache-2.0
// hearsay show and hearsay why: one document, claim or event with its sentences; how a claim was coded.
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/claim_text.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/review_lines.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>
#include <hearsay/present/exports/or_null.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay::present {

namespace {

struct Options {
  std::string db, as_of;
  std::vector<std::string> id;  // an id, or its kind and an id
  ViewOptions view;
};

std::string reviews_text(const Claim& claim, const std::vector<actions::Review>& reviews, const Screen& screen) {
  std::string out;
  for (const actions::Review& review : reviews) {
    if (review.claim == ClaimRef{claim.doc, claim.id}) {
      out += screen.coloured(wrap(review_line(review), screen.width, 2), colour_of_verdict(review.verdict)) + "\n";
    }
  }
  return out;
}

std::string event_pointer(const std::optional<Event>& event, const Screen& screen) {
  if (!event || event->claims.size() < 2) {
    return "";
  }
  const std::string id = to_hex(event->id).substr(0, 8);
  return screen.coloured(wrap(fmt::format("in event {} with {}; 'why event {}' says why", id,
                                          counted(event->claims.size() - 1, "other claim"), id),
                              {.width = screen.width, .indent = 2, .hang = 2}),
                         Colour::dim) +
         "\n";
}

/// What a changed page said before, edition by edition.
std::string editions_text(const std::vector<actions::EditionChange>& editions, const Screen& screen) {
  std::string out;
  for (const actions::EditionChange& edition : editions) {
    const std::string day = edition.published.known() ? days_of(edition.published) : "day not known";
    out += wrap(fmt::format("edition of {}: {}{}", day, counted(edition.claims, "claim"),
                            &edition == editions.data() ? "" : ", changed:"),
                {.width = screen.width, .indent = 2, .hang = 4}) +
           "\n";
    for (const auto& [sign, lines] : {std::pair("- ", &edition.gone), std::pair("+ ", &edition.added)}) {
      for (const std::string& line : *lines) {
        out += wrap(sign + line, {.width = screen.width, .indent = 4, .hang = 6}) + "\n";
      }
    }
  }
  return out;
}

std::string report_text(const actions::ReportAnswer& answer, const Screen& screen) {
  const actions::StoredReport& report = answer.report;
  std::string out = heading(report.text.id, screen);
  for (const std::string& line :
       {report.text.title, report.text.url,
        fmt::format("{}, {}", report.outlet_name.empty() ? "(unknown outlet)" : report.outlet_name,
                    report.text.published.range.known() ? "published " + days_of(report.text.published.range)
                                                        : "day of publication not known"),
        counted(report.claims.size(), "claim")}) {
    out += line.empty() ? "" : wrap(line, {.width = screen.width, .indent = 2, .hang = 2}) + "\n";
  }
  out += editions_text(answer.editions, screen);
  for (const Claim& claim : report.claims) {
    out += "\n" + claim_text({claim, report}, screen) + reviews_text(claim, answer.reviews, screen);
  }
  return out;
}

std::string event_with_claims(const actions::EventAnswer& answer, const Screen& screen) {
  std::string out = event_text(answer, screen);
  out += "\n" + heading("brought together because", screen);
  if (answer.event.why.empty()) {
    out += wrap("(one claim alone)", screen.width, 2) + "\n";
  }
  for (const std::string& reason : answer.event.why) {
    out += wrap(reason, {.width = screen.width, .indent = 2, .hang = 4}) + "\n";
  }
  std::vector<std::vector<Cell>> rows;
  for (const actions::ClaimRow& row : answer.claims) {
    rows.push_back({to_hex(row.claim.id).substr(0, 8),
                    row.claim.doc,
                    {std::string(to_string(row.claim.status)), colour_of(row.claim.status)},
                    sides_of(row.claim),
                    voice_of(row.claim, row.outlet_name)});
  }
  return out + "\n" +
         render_table({{"claim"}, {"report", false, true}, {"status"}, {"who", false, true}, {"says", false, true}},
                      rows, screen);
}

Json reviewed_json(const Claim& claim, std::string_view text, const CodePoints& points,
                   const std::vector<actions::Review>& reviews) {
  Json json = claim_json(claim, text, points);
  for (const actions::Review& review : reviews) {
    if (review.claim == ClaimRef{claim.doc, claim.id}) {
      json["reviews"].push_back(review_json(review));
    }
  }
  return json;
}

std::string report_json(const actions::ReportAnswer& answer) {
  const actions::StoredReport& report = answer.report;
  Json json = clean_json(report.text);
  json["claims"] = Json::array();
  const CodePoints points(report.text.text);
  for (const Claim& claim : report.claims) {
    json["claims"].push_back(reviewed_json(claim, report.text.text, points, answer.reviews));
  }
  for (const actions::EditionChange& edition : answer.editions) {
    json["editions"].push_back(
        {{"published", edition.published.exact() ? day_or_null(edition.published.from) : Json(nullptr)},
         {"claims", edition.claims},
         {"gone", edition.gone},
         {"added", edition.added}});
  }
  return to_line(json);
}

std::string event_json_of(const actions::EventAnswer& answer) {
  Json json = event_json(answer);
  json["why"] = answer.event.why;
  return to_line(json);
}

std::string json_of(const actions::ShowAnswer& answer) {
  if (const auto* report = std::get_if<actions::ReportAnswer>(&answer)) {
    return report_json(*report);
  }
  if (const auto* claim = std::get_if<actions::ClaimAnswer>(&answer)) {
    const std::string& text = claim->report.text.text;
    return to_line(reviewed_json(claim->row.claim, text, CodePoints(text), claim->reviews));
  }
  return event_json_of(std::get<actions::EventAnswer>(answer));
}

std::string text_of(const actions::ShowAnswer& answer, const Screen& screen) {
  if (const auto* report = std::get_if<actions::ReportAnswer>(&answer)) {
    return report_text(*report, screen);
  }
  if (const auto* claim = std::get_if<actions::ClaimAnswer>(&answer)) {
    return heading(claim->row.claim.doc, screen) + claim_text({claim->row.claim, claim->report}, screen) +
           reviews_text(claim->row.claim, claim->reviews, screen) + event_pointer(claim->event, screen);
  }
  return event_with_claims(std::get<actions::EventAnswer>(answer), screen);
}

std::string why_text(const actions::ShowAnswer& answer, const Screen& screen) {
  const auto* claim = std::get_if<actions::ClaimAnswer>(&answer);
  return claim == nullptr ? text_of(answer, screen)
                          : text_of(answer, screen) + "\n" + heading("coded so because", screen) +
                                steps_text(claim->row.claim, screen);
}

actions::ShowRequest to_request(const Options& options) {
  constexpr std::array<std::string_view, 3> k_kinds = {"report", "claim", "event"};
  const std::string& kind = options.id.front();
  if (options.id.size() == 1) {
    return {options.db, kind, "", as_of_day(options.as_of)};
  }
  if (std::find(k_kinds.begin(), k_kinds.end(), kind) == k_kinds.end()) {
    throw CLI::ValidationError("ID", "give one id, or 'report', 'claim' or 'event' and an id");
  }
  return {options.db, options.id.back(), kind, as_of_day(options.as_of)};
}

/// An event has the id of its first claim: who asks for that one is told of both.
int run(const Options& options, std::string (*render)(const actions::ShowAnswer&, const Screen&)) {
  const auto answers = actions::show(to_request(options));
  if (!answers) {
    fmt::print(stderr, "hearsay: {}; 'hearsay events --db {}' lists events\n", answers.error().message, options.db);
    return 1;
  }
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  if (chosen_format(options.view, "table", "table") == "jsonl") {
    output.line(json_of(answers->front()));
  } else {
    for (const actions::ShowAnswer& answer : *answers) {
      output.write((&answer == answers->data() ? "" : "\n") + render(answer, screen));
    }
  }
  output.finish();
  return 0;
}

void add_id_options(CLI::App& command, Options& options) {
  command
      .add_option(
          "id", options.id,
          "A report's, claim's or event's id; six digits of the latter two are enough. 'event ID' and 'claim ID' "
          "ask for one of the two that share an id")
      ->required()
      ->expected(1, 2)
      ->type_name("[KIND] ID");
  add_db_option(command, options.db);
  add_as_of_option(command, options.as_of);
  add_view_options(command, options.view, {"table", "jsonl"});
}

}  // namespace

Command declare_show(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("show", "One document, claim or event with its sentences");
  add_id_options(*command, *options);
  add_foot(*command,
           "  hearsay show report-12 --db war.db\n"
           "  hearsay show 3fa9c2 --db war.db\n"
           "  hearsay show event 3fa9c2 --db war.db --format jsonl",
           exits_of_naming());
  return {command, [options] { return run(*options, text_of); }};
}

Command declare_why(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("why", "How a claim was coded, or why claims were brought together");
  add_id_options(*command, *options);
  add_foot(*command, "  hearsay why 3fa9c2 --db war.db\n  hearsay why event 3fa9c2 --db war.db", exits_of_naming());
  return {command, [options] { return run(*options, why_text); }};
}

}  // namespace hearsay::present

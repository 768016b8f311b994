// SPDX-License-Identifier: Apache-2.0
// hearsay show and hearsay why: one document, claim or event with its sentences; how a claim was coded.
#include <hearsay/base/error.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/review_lines.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::string db, id;
  FormatOption format;
};

/// The sentence with its trigger set off: in colour on a terminal, in ⟦brackets⟧ elsewhere.
std::string highlighted(std::string_view text, Span sentence, Span trigger) {
  const std::string word(text_of(text, trigger));
  const std::string marked = output_is_terminal() ? coloured(word, Colour::red) : "[" + word + "]";
  return std::string(text_of(text, {sentence.begin, trigger.begin})) + marked +
         std::string(text_of(text, {trigger.end, sentence.end}));
}

std::string reviews_text(const Claim& claim, const std::vector<actions::Review>& reviews) {
  std::string out;
  for (const actions::Review& review : reviews) {
    if (review.claim == ClaimRef{claim.doc, claim.id}) {
      out += coloured(wrap(review_line(review), output_width(), 2), colour_of_verdict(review.verdict)) + "\n";
    }
  }
  return out;
}

std::string claim_text(const Claim& claim, std::string_view text, const std::string& outlet) {
  const auto row = [](std::string_view name, const std::string& value) {
    return value.empty() ? std::string() : fmt::format("  {:<11} {}\n", name, value);
  };
  std::string out =
      coloured(fmt::format("claim {}  {}  {}", to_hex(claim.id).substr(0, 12), type_of(claim), to_string(claim.status)),
               Colour::bold) +
      "\n";
  out += row("who", names_of(claim.actors)) + row("to whom", names_of(claim.recipients));
  if (claim.place) {
    const PlaceRef& at = claim.place->at;
    out += row("where", at.lat ? fmt::format("{} ({:.3f}, {:.3f} within {:g} km)", claim.place->name, *at.lat, *at.lon,
                                             at.radius_km)
                               : claim.place->name + " (in no gazetteer)");
  }
  if (claim.time) {
    out += row("when", days_of(claim.time->at.range) +
                           (claim.time->at.symbolic.empty() ? "" : " (" + claim.time->at.symbolic + ")"));
  }
  out += row("how many", amounts_of(claim)) + row("says", voice_of(claim, outlet));
  for (const Framing& framing : claim.framing) {
    out += row("its words", "\"" + framing.word + "\"" + (framing.of.empty() ? "" : " for " + framing.of));
  }
  return out + wrap(highlighted(text, claim.sentence, claim.trigger), output_width(), 4) + "\n";
}

std::string report_text(const actions::ReportAnswer& answer) {
  const actions::StoredReport& report = answer.report;
  std::string out = coloured(report.text.id, Colour::bold) + "\n";
  out +=
      fmt::format("  {}  {}\n  {} claim(s)\n\n", report.outlet_name.empty() ? "(unknown outlet)" : report.outlet_name,
                  days_of(report.text.published.range), report.claims.size());
  for (const Claim& claim : report.claims) {
    out += claim_text(claim, report.text.text, report.outlet_name) + reviews_text(claim, answer.reviews) + "\n";
  }
  return out;
}

std::string event_with_claims(const actions::EventAnswer& answer) {
  std::string out = event_text(answer, output_width()) + "\n";
  for (const std::string& reason : answer.event.why) {
    out += wrap("joined: " + reason, output_width(), 2) + "\n";
  }
  for (const actions::ClaimRow& row : answer.claims) {
    out += fmt::format("  {}  {}  {}\n", row.claim.doc, to_hex(row.claim.id).substr(0, 12),
                       voice_of(row.claim, row.outlet_name));
  }
  return out;
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
  return to_line(json);
}

std::string rendered(const actions::ShowAnswer& answer, bool json) {
  if (const auto* report = std::get_if<actions::ReportAnswer>(&answer)) {
    return json ? report_json(*report) : report_text(*report);
  }
  if (const auto* claim = std::get_if<actions::ClaimAnswer>(&answer)) {
    const std::string& text = claim->report.text.text;
    return json ? to_line(reviewed_json(claim->row.claim, text, CodePoints(text), claim->reviews))
                : claim->row.claim.doc + "\n" + claim_text(claim->row.claim, text, claim->row.outlet_name) +
                      reviews_text(claim->row.claim, claim->reviews);
  }
  const auto& event = std::get<actions::EventAnswer>(answer);
  return json ? to_line(event_json(event)) : event_with_claims(event);
}

/// The answer, or a message on standard error and nothing.
std::optional<actions::ShowAnswer> find(const Options& options) {
  Expected<actions::ShowAnswer> answer = actions::show(options.db, options.id);
  if (!answer) {
    fmt::print(stderr, "hearsay: {}; 'hearsay events --db {}' lists events\n", answer.error().message, options.db);
    return std::nullopt;
  }
  return std::move(*answer);
}

int run_show(const Options& options) {
  const auto answer = find(options);
  if (!answer) {
    return 1;
  }
  Output output;
  output.line(rendered(*answer, chosen_format(options.format, "table", "table") == "jsonl"));
  output.finish();
  return 0;
}

std::string why_text(const actions::ClaimAnswer& answer) {
  const Claim& claim = answer.row.claim;
  std::string out =
      claim_text(claim, answer.report.text.text, answer.row.outlet_name) + reviews_text(claim, answer.reviews) + "\n";
  for (const Step& step : claim.why) {
    out += fmt::format("  {:<12} {}\n", step.stage, step.detail);
  }
  return out;
}

int run_why(const Options& options) {
  const auto answer = find(options);
  if (!answer) {
    return 1;
  }
  Output output;
  if (const auto* claim = std::get_if<actions::ClaimAnswer>(&*answer)) {
    output.write(why_text(*claim));
  } else {
    output.line(rendered(*answer, false));
  }
  output.finish();
  return 0;
}

void add_id_options(CLI::App& command, Options& options) {
  command.add_option("id", options.id, "A document, claim or event id (six digits of the latter two are enough)")
      ->required()
      ->type_name("ID");
  add_db_option(command, options.db);
}

}  // namespace

Command declare_show(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("show", "One document, claim or event with its sentences");
  add_id_options(*command, *options);
  add_format_option(*command, options->format, {"table", "jsonl"});
  add_examples(*command, "  hearsay show report-12 --db war.db\n  hearsay show 3fa9c2 --db war.db");
  return {command, [options] { return run_show(*options); }};
}

Command declare_why(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("why", "How a claim was coded, or why claims were brought together");
  add_id_options(*command, *options);
  add_examples(*command, "  hearsay why 3fa9c2 --db war.db");
  return {command, [options] { return run_why(*options); }};
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay compare: two reports side by side - shared wording, shared events, what they tell differently.
#include <hearsay/actions/compare_pair.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace hearsay::present {

namespace {

struct Options {
  std::string db, a, b, as_of;
  ViewOptions view;
};

/// The passage in A's text.
Span span_in_a(const actions::PairAnswer& pair, const SharedPassage& passage) {
  return pair.republication->from == pair.a.text.id ? passage.in_from : passage.in_to;
}
Span span_in_b(const actions::PairAnswer& pair, const SharedPassage& passage) {
  return pair.republication->from == pair.a.text.id ? passage.in_to : passage.in_from;
}

std::string report_lines(const char* letter, const char* other, const actions::StoredReport& report, std::size_t only,
                         const Screen& screen) {
  const std::string told = report.claims.empty() ? "no claims"
                                                 : fmt::format("{}, {} of them on events that {} does not tell",
                                                               counted(report.claims.size(), "claim"), only, other);
  const std::string what =
      fmt::format("{}, {}; {}", report.outlet_name.empty() ? "(unknown outlet)" : report.outlet_name,
                  report.text.published.range.known() ? days_of(report.text.published.range) : "undated", told);
  return heading(fmt::format("{}  {}", letter, report.text.id), screen) +
         wrap(what, {.width = screen.width, .indent = 3, .hang = 2}) + "\n";
}

std::string wording_text(const actions::PairAnswer& pair, const Screen& screen) {
  if (!pair.republication) {
    return "no shared wording\n";
  }
  const Republication& copy = *pair.republication;
  const std::string from = copy.from == pair.a.text.id ? "A to B" : "B to A";
  const std::string head = fmt::format("shared wording: {}, {}, {:.0f}% of the shorter; {}{}", readable(copy.kind),
                                       counted(copy.shared_words, "word"), 100 * copy.coverage,
                                       copy.directed ? "from " + from : "who copied is not known",
                                       copy.wire.empty() ? "" : "; credited agency: " + words_of_entity(copy.wire));
  std::string out = wrap(head, {.width = screen.width, .hang = 2}) + "\n";
  for (const SharedPassage& passage : copy.passages) {
    const std::string words(text_of(pair.a.text.text, span_in_a(pair, passage)));
    out += wrap("\"" + words + "\"", {.width = screen.width, .indent = 2, .hang = 1}) + "\n";
  }
  return out;
}

std::string claim_line(const char* letter, const Claim& claim, const std::string& outlet, const Screen& screen) {
  const std::string amounts = amounts_of(claim);
  const std::string status = claim.status == Status::asserted ? "" : fmt::format("[{}] ", to_string(claim.status));
  const std::string text = fmt::format("{} {} {}{}{}; says {}", letter, to_hex(claim.id).substr(0, 8), status,
                                       sides_of(claim), amounts.empty() ? "" : "; " + amounts, voice_of(claim, outlet));
  return screen.coloured(wrap(text, {.width = screen.width, .indent = 4, .hang = 2}), colour_of(claim.status)) + "\n";
}

std::string differing_text(const Contested& contested, const actions::EventAnswer& answer,
                           const actions::PairAnswer& pair, const Screen& screen) {
  std::string out = "differ in " + contested_title(contested) + ":";
  const char* between = " ";
  for (const ContestedValue& value : in_order(contested)) {
    std::string who;
    for (const auto& [letter, id] : {std::pair{"A", pair.a.text.id}, std::pair{"B", pair.b.text.id}}) {
      const auto is_its = [&doc = id](const ClaimRef& ref) { return ref.doc == doc; };
      who += std::any_of(value.claims.begin(), value.claims.end(), is_its) ? letter : "";
    }
    out += fmt::format("{}{} [{}]", between, readable_value(answer, value.value), who);
    between = " | ";
  }
  return screen.coloured(wrap(out, {.width = screen.width, .indent = 4, .hang = 2}), Colour::yellow) + "\n";
}

std::string shared_event_text(const actions::SharedEvent& event, const actions::PairAnswer& pair,
                              const Screen& screen) {
  const Event& it = event.answer.event;
  std::string out =
      heading(fmt::format("  {}  {}  {}  event {}", days_of(event.answer.time),
                          event.answer.place.empty() ? "(place not told)" : event.answer.place,
                          it.mode.empty() ? it.type : it.type + "/" + it.mode, to_hex(it.id).substr(0, 8)),
              screen);
  for (const Claim& claim : event.in_a) {
    out += claim_line("A", claim, pair.a.outlet_name, screen);
  }
  for (const Claim& claim : event.in_b) {
    out += claim_line("B", claim, pair.b.outlet_name, screen);
  }
  for (const Contested& contested : event.differing) {
    out += differing_text(contested, event.answer, pair, screen);
  }
  return out;
}

std::string pair_text(const actions::PairAnswer& pair, const Screen& screen) {
  std::string out = report_lines("A", "B", pair.a, pair.only_a, screen) +
                    report_lines("B", "A", pair.b, pair.only_b, screen) + "\n" + wording_text(pair, screen) + "\n";
  out += pair.events.empty() ? "no shared events\n" : counted(pair.events.size(), "shared event") + "\n";
  for (const actions::SharedEvent& event : pair.events) {
    out += shared_event_text(event, pair, screen);
  }
  return out;
}

Json passages_json(const actions::PairAnswer& pair) {
  const CodePoints in_a(pair.a.text.text), in_b(pair.b.text.text);
  const auto span = [](Span it, const CodePoints& points) {
    return Json{{"begin", points.at_byte(it.begin)}, {"end", points.at_byte(it.end)}};
  };
  Json list = Json::array();
  for (const SharedPassage& passage : pair.republication->passages) {
    const Span a = span_in_a(pair, passage);
    list.push_back({{"text", text_of(pair.a.text.text, a)},
                    {"in_a", span(a, in_a)},
                    {"in_b", span(span_in_b(pair, passage), in_b)}});
  }
  return list;
}

Json claims_json(const std::vector<Claim>& claims, const std::string& text) {
  const CodePoints points(text);
  Json list = Json::array();
  for (const Claim& claim : claims) {
    list.push_back(claim_json(claim, text, points));
  }
  return list;
}

Json pair_json(const actions::PairAnswer& pair) {
  Json json = {{"a", pair.a.text.id}, {"b", pair.b.text.id}, {"only_a", pair.only_a}, {"only_b", pair.only_b}};
  json["wording"] = pair.republication ? republication_json(*pair.republication) : Json(nullptr);
  if (pair.republication) {
    json["wording"]["passages"] = passages_json(pair);
  }
  json["events"] = Json::array();
  for (const actions::SharedEvent& event : pair.events) {
    Json one = {{"event", to_hex(event.answer.event.id)}};
    one["in_a"] = claims_json(event.in_a, pair.a.text.text);
    one["in_b"] = claims_json(event.in_b, pair.b.text.text);
    one["differing"] = Json::array();
    for (const Contested& contested : event.differing) {
      one["differing"].push_back(contested_json(contested));
    }
    json["events"].push_back(std::move(one));
  }
  return json;
}

int run(const Options& options) {
  const auto pair = actions::compare_pair({options.db, options.a, options.b, as_of_day(options.as_of)});
  if (!pair) {
    fmt::print(stderr, "hearsay: {}\n", pair.error().message);
    return 1;
  }
  const Screen screen = screen_of(options.view.wishes);
  Output output(screen);
  output.write(chosen_format(options.view, "table", "table") == "json" ? to_line(pair_json(*pair)) + "\n"
                                                                       : pair_text(*pair, screen));
  output.finish();
  return 0;
}

}  // namespace

Command declare_compare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("compare", "Two reports side by side: wording, events, differences");
  command->add_option("a", options->a, "A document id")->required()->type_name("A");
  command->add_option("b", options->b, "Another one")->required()->type_name("B");
  add_db_option(*command, options->db);
  add_as_of_option(*command, options->as_of);
  add_view_options(*command, options->view, {"table", "json"});
  add_foot(*command,
           "  hearsay compare report-12 report-17 --db war.db\n"
           "  hearsay compare report-12 report-17 --db war.db --format json | jq .wording",
           exits_of_naming());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

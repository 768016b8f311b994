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
  std::string db, a, b;
  FormatOption format;
};

/// The passage in A's text.
Span span_in_a(const actions::PairAnswer& pair, const SharedPassage& passage) {
  return pair.republication->from == pair.a.text.id ? passage.in_from : passage.in_to;
}
Span span_in_b(const actions::PairAnswer& pair, const SharedPassage& passage) {
  return pair.republication->from == pair.a.text.id ? passage.in_to : passage.in_from;
}

std::string report_line(const char* letter, const actions::StoredReport& report, std::size_t only) {
  return wrap(fmt::format("{}  {}  {}  {}  {} claim(s), {} alone", letter, report.text.id,
                          report.outlet_name.empty() ? "(unknown outlet)" : report.outlet_name,
                          days_of(report.text.published.range), report.claims.size(), only),
              output_width(), 0) +
         "\n";
}

std::string wording_text(const actions::PairAnswer& pair) {
  if (!pair.republication) {
    return "no shared wording\n";
  }
  const Republication& copy = *pair.republication;
  std::string out =
      fmt::format("shared wording: {}, {} words, {:.0f}% of the shorter{}{}", to_string(copy.kind), copy.shared_words,
                  100 * copy.coverage, copy.directed ? ", from " + copy.from : ", direction open",
                  copy.wire.empty() ? "" : ", wire " + copy.wire);
  out = wrap(out, output_width(), 0) + "\n";
  for (const SharedPassage& passage : copy.passages) {
    out +=
        wrap("\"" + std::string(text_of(pair.a.text.text, span_in_a(pair, passage))) + "\"", output_width(), 2) + "\n";
  }
  return out;
}

std::string claim_line(const char* letter, const Claim& claim, const std::string& outlet) {
  const std::string amounts = amounts_of(claim);
  const std::string text = fmt::format(
      "{}  {}  {} -> {}{}{}; says {}", letter, to_hex(claim.id).substr(0, 8), names_of(claim.actors),
      names_of(claim.recipients), amounts.empty() ? "" : "; " + amounts,
      claim.status == Status::asserted ? "" : fmt::format(" [{}]", to_string(claim.status)), voice_of(claim, outlet));
  return coloured(wrap(text, output_width(), 4), colour_of(claim.status)) + "\n";
}

std::string differing_text(const Contested& contested, const actions::EventAnswer& answer,
                           const actions::PairAnswer& pair) {
  std::string out = fmt::format("differ in {} ({}):", contested.field, contested.kind);
  for (const ContestedValue& value : contested.values) {
    std::string who;
    for (const auto& [letter, id] : {std::pair{"A", pair.a.text.id}, std::pair{"B", pair.b.text.id}}) {
      const auto is_its = [&doc = id](const ClaimRef& ref) { return ref.doc == doc; };
      who += std::any_of(value.claims.begin(), value.claims.end(), is_its) ? letter : "";
    }
    out += fmt::format("{} {} [{}]", &value == contested.values.data() ? "" : " |", readable_value(answer, value.value),
                       who);
  }
  return coloured(wrap(out, output_width(), 4), Colour::yellow) + "\n";
}

std::string event_text(const actions::SharedEvent& event, const actions::PairAnswer& pair) {
  const Event& it = event.answer.event;
  std::string out =
      coloured(fit(fmt::format("  {}  {}  {}  event {}", days_of(event.answer.time),
                               event.answer.place.empty() ? "(place not told)" : event.answer.place,
                               it.mode.empty() ? it.type : it.type + "/" + it.mode, to_hex(it.id).substr(0, 8)),
                   output_width()),
               Colour::bold) +
      "\n";
  for (const Claim& claim : event.in_a) {
    out += claim_line("A", claim, pair.a.outlet_name);
  }
  for (const Claim& claim : event.in_b) {
    out += claim_line("B", claim, pair.b.outlet_name);
  }
  for (const Contested& contested : event.differing) {
    out += differing_text(contested, event.answer, pair);
  }
  return out;
}

std::string pair_text(const actions::PairAnswer& pair) {
  std::string out =
      report_line("A", pair.a, pair.only_a) + report_line("B", pair.b, pair.only_b) + "\n" + wording_text(pair) + "\n";
  out += fmt::format("{} shared event(s)\n", pair.events.size());
  for (const actions::SharedEvent& event : pair.events) {
    out += event_text(event, pair);
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
  const auto pair = actions::compare_pair(options.db, options.a, options.b);
  if (!pair) {
    fmt::print(stderr, "hearsay: {}\n", pair.error().message);
    return 1;
  }
  Output output;
  output.write(chosen_format(options.format, "table", "table") == "json" ? to_line(pair_json(*pair)) + "\n"
                                                                         : pair_text(*pair));
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
  add_format_option(*command, options->format, {"table", "json"});
  add_examples(*command,
               "  hearsay compare report-12 report-17 --db war.db\n"
               "  hearsay compare report-12 report-17 --db war.db --format json | jq .wording");
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

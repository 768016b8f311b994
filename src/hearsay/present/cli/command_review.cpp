// SPDX-License-Identifier: Apache-2.0
// hearsay review: a person's verdict on a claim, kept for good; without a claim, the list of all verdicts.
#include <hearsay/actions/review_claim.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/review_lines.hpp>
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/json.hpp>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>

namespace hearsay::present {

namespace {

struct Options {
  actions::ReviewRequest review;
  ViewOptions view;
};

std::string now() {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)));
}

int add(actions::ReviewRequest request) {
  if (request.verdict.empty()) {
    throw CLI::RequiredError("--verdict right|wrong|unsure");
  }
  request.at = now();
  const auto review = actions::review_claim(request);
  if (!review) {
    fmt::print(stderr, "hearsay: {}; 'hearsay show DOCUMENT --db {}' lists a document's claims\n",
               review.error().message, request.db);
    return 1;
  }
  Output output;
  output.line(
      fmt::format("{}  {}  {}", review->claim.doc, to_hex(review->claim.id).substr(0, 12), review_line(*review)));
  output.finish();
  return 0;
}

std::string table_of(const std::vector<actions::Review>& reviews, const Screen& screen) {
  std::vector<std::vector<Cell>> rows;
  for (const actions::Review& review : reviews) {
    rows.push_back({{review.claim.doc},
                    {to_hex(review.claim.id).substr(0, 12)},
                    {review.verdict, colour_of_verdict(review.verdict)},
                    {review.reviewer},
                    {review.at.substr(0, 10)},
                    {review.note}});
  }
  return render_table(
      {{"document", false, true}, {"claim"}, {"verdict"}, {"by", false, true}, {"on"}, {"note", false, true}}, rows,
      screen);
}

std::string csv_of(const std::vector<actions::Review>& reviews) {
  std::string out = csv_line({"doc", "claim", "verdict", "reviewer", "note", "at"});
  for (const actions::Review& review : reviews) {
    out +=
        csv_line({review.claim.doc, to_hex(review.claim.id), review.verdict, review.reviewer, review.note, review.at});
  }
  return out;
}

int list(const std::string& db, const std::string& format, const Screen& screen) {
  const auto reviews = actions::list_reviews(db);
  Output output(screen);
  if (format == "table") {
    output.write(table_of(reviews, screen));
  } else if (format == "csv") {
    output.write(csv_of(reviews));
  } else {
    for (const actions::Review& review : reviews) {
      output.line(to_line(review_json(review)));
    }
  }
  output.finish();
  return 0;
}

int run(const Options& options) {
  if (!options.review.claim.empty()) {
    return add(options.review);
  }
  if (!options.review.verdict.empty()) {
    throw CLI::RequiredError("CLAIM");
  }
  return list(options.review.db, chosen_format(options.view, "table", "jsonl"), screen_of(options.view.wishes));
}

}  // namespace

Command declare_review(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "review", "Say whether a claim is coded right, or list what was said; no review is ever changed");
  command->add_option("claim", options->review.claim, "A claim id (six digits are enough)")->type_name("CLAIM");
  add_db_option(*command, options->review.db);
  command->add_option("--verdict", options->review.verdict, "What you found")
      ->check(CLI::IsMember({"right", "wrong", "unsure"}))
      ->type_name("V");
  command->add_option("--note", options->review.note, "Why, in your words")->type_name("TEXT");
  command->add_option("--reviewer", options->review.reviewer, "Who says so")->type_name("NAME");
  add_view_options(*command, options->view, {"table", "jsonl", "csv"});
  add_foot(*command,
           "  hearsay review 3fa9c2 --db war.db --verdict wrong --note \"another strike\"\n"
           "  hearsay review --db war.db --format csv",
           exits_of_naming());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// hearsay clean: the main text, and what of it is not article.
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>
#include <hearsay/present/exports/json.hpp>

namespace hearsay::present {

namespace {

struct Options {
  InputOptions input;
  ViewOptions view;
};

/// The text without boilerplate and repeated paragraphs; blank lines are run together.
std::string main_text(const CleanText& text) {
  std::string out;
  std::uint32_t at = 0;
  for (const Mark& mark : text.marks) {
    if (is_read(mark.kind)) {
      continue;
    }
    if (mark.span.begin > at) {
      out += text_of(text.text, {at, mark.span.begin});
    }
    at = std::max(at, mark.span.end);
  }
  out += text_of(text.text, {at, static_cast<std::uint32_t>(text.text.size())});
  std::string tidy;
  for (const char c : out) {
    if (c != '\n' || !tidy.ends_with("\n\n")) {
      tidy += c;
    }
  }
  return tidy;
}

int run(const Options& options) {
  const std::string format = chosen_format(options.view, "text", "jsonl");
  Output output(screen_of(options.view.wishes));
  const int status = run_inputs(options.input, actions::Depth::clean, [&](actions::CodedReport&& report) {
    output.line(format == "text" ? main_text(report.text) : to_line(clean_json(report.text)));
  });
  output.finish();
  return status;
}

}  // namespace

Command declare_clean(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("clean", "Main text of reports, and marks on what is not article");
  add_input_options(*command, options->input);
  add_view_options(*command, options->view, {"text", "jsonl"});
  add_foot(*command, "  hearsay clean page.html --format text\n  hearsay clean reports/ --format jsonl > clean.jsonl",
           exits_of_reading());
  return {command, [options] { return run(*options); }};
}

}  // namespace hearsay::present

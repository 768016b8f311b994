// SPDX-License-Identifier: Apache-2.0
// What one text costs in every stage as it grows. A stage whose cost a kilobyte rises with the size has a step that
// compares everything with everything.
// Usage: hearsay_text_growth [MEGABYTES]   (the largest text, default 2; the others are a half, a quarter, an eighth)
#include <fmt/format.h>
#include <array>
#include <ctime>
#include <functional>
#include <string>

#include <hearsay/link/marked.hpp>
#include <hearsay/read/read.hpp>

#include "../support/desk.hpp"

namespace {

using namespace hearsay;

constexpr std::array k_stages = {"read", "clean", "analyse", "link", "marked", "attributions", "claims"};
using Seconds = std::array<double, k_stages.size()>;

// Processor time, so that a busy machine measures the same as an idle one.
double seconds(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

Seconds run(const bench::MadeReport& made) {
  const auto& shop = bench::workshop();
  const std::string file = bench::to_plain_text(made);
  std::vector<RawReport> raw;
  CleanText text;
  Analysis analysis;
  Links links;
  std::vector<Attribution> attributions;
  Seconds spent{};
  spent[0] = seconds([&] { raw = read::parse_reports({"made.txt", file}).reports; });
  spent[1] = seconds([&] { text = clean::clean_report(raw.at(0), shop.clean()); });
  spent[2] = seconds([&] { analysis = analyse::analyse_text(text, shop.models()); });
  spent[3] = seconds([&] { links = link::link_mentions(text, analysis, shop.knowledge()); });
  spent[4] = seconds([&] { link::marked_mentions(text, analysis, links); });
  spent[5] = seconds([&] { attributions = claims::find_attributions(text, analysis, links, shop.cues()); });
  spent[6] = seconds([&] { claims::find_claims({text, analysis, links}, attributions, shop.rules()); });
  return spent;
}

}  // namespace

int main(int argc, char** argv) {
  const double megabytes = argc > 1 ? std::stod(argv[1]) : 2;
  fmt::print("{:<14}", "ms a kilobyte");
  std::array<Seconds, 4> spent;
  std::array<double, 4> kilobytes{};
  for (std::size_t i = 0; i < spent.size(); ++i) {
    kilobytes[i] = 1000 * megabytes / static_cast<double>(8U >> i);
    spent[i] = run(bench::make_long_report(bench::workshop().pack(), static_cast<std::size_t>(1000 * kilobytes[i])));
    fmt::print("{:>9.0f} kB", kilobytes[i]);
  }
  fmt::print("\n");
  for (std::size_t stage = 0; stage < k_stages.size(); ++stage) {
    fmt::print("{:<14}", k_stages[stage]);
    for (std::size_t i = 0; i < spent.size(); ++i) {
      fmt::print("{:>12.4f}", 1000 * spent[i][stage] / kilobytes[i]);
    }
    fmt::print("\n");
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>

#include <fmt/format.h>

#include <csignal>
#include <cstdio>

namespace hearsay::present {

namespace {

volatile std::sig_atomic_t g_interrupted = 0;  // written by the signal handler only

extern "C" void on_signal(int signal_number) {
  g_interrupted = 1;
  std::signal(signal_number, SIG_DFL);
}

constexpr std::size_t k_bar_width = 30;

}  // namespace

void ProgressBar::update(std::size_t done, std::size_t total) {
  if (!m_wanted || total < 2) {
    return;
  }
  const std::size_t filled = k_bar_width * done / total;
  fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}/{} inputs", "", filled, "", k_bar_width - filled, done, total);
  std::fflush(stderr);
  m_drawn = true;
}

void ProgressBar::clear() {
  if (m_drawn) {
    fmt::print(stderr, "\r\x1b[K");
    m_drawn = false;
  }
}

void watch_for_interruption() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

bool was_interrupted() {
  return g_interrupted != 0;
}

int conclude(const actions::CodeSummary& summary, const InputOptions& options) {
  for (const actions::Skip& skip : summary.skips) {
    fmt::print(stderr, "hearsay: skipped {}: {}\n", skip.input, skip.reason);
  }
  for (const actions::Skip& repair : summary.repaired) {
    fmt::print(stderr, "hearsay: {}: {}\n", repair.input, repair.reason);
  }
  if (summary.other_files > 0 && options.verbose) {
    fmt::print(stderr, "hearsay: left alone {} file(s) with endings no reader knows\n", summary.other_files);
  }
  if (summary.stopped) {
    fmt::print(stderr, "hearsay: interrupted; run the same command again to complete it\n");
  }
  return summary.skips.empty() && summary.repaired.empty() && !summary.stopped ? 0 : 1;
}

int run_inputs(const InputOptions& options, actions::Depth depth, const Print& print) {
  return run_request(options, to_request(options, depth), actions::code_reports, print);
}

int run_request(const InputOptions& options, actions::CodeRequest request, Run action, const Print& print) {
  ProgressBar bar(errors_are_terminal() && !output_is_terminal() && !options.quiet);
  request.progress = &bar;
  request.should_stop = was_interrupted;
  watch_for_interruption();
  const actions::Workshop workshop(request.pack, request.depth);
  const actions::CodeSummary summary = action(request, workshop, print);
  bar.clear();
  return conclude(summary, options);
}

}  // namespace hearsay::present

// SPDX-License-Identifier: Apache-2.0
// What all commands that read reports do around the stages: progress, interruption, what was skipped, exit status.
#pragma once
#include <functional>
#include <string>

#include <hearsay/actions/code_reports.hpp>
#include <hearsay/present/cli/options.hpp>

namespace hearsay::present {

/// A bar on standard error, when that is a terminal and nobody asked for quiet.
class ProgressBar : public actions::Progress {
 public:
  explicit ProgressBar(bool wanted) : m_wanted(wanted) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() override { clear(); }
  void update(std::size_t done, std::size_t total) override;
  void clear();

 private:
  bool m_wanted;
  bool m_drawn = false;
};

/// Ctrl-C and SIGTERM ask the run to stop after the report at hand; a second Ctrl-C ends the program at once.
void watch_for_interruption();
bool was_interrupted();

/// Says on standard error what was skipped and repaired; gives the exit status: 0, or 1 when an input
/// was skipped or bytes of one were lost.
int conclude(const actions::CodeSummary& summary, const InputOptions& options);

using Print = std::function<void(actions::CodedReport&&)>;
using Run = actions::CodeSummary (*)(const actions::CodeRequest&, const actions::Workshop&, const Print&);

/// Runs reports through the stages, hands each to `print`, concludes.
int run_inputs(const InputOptions& options, actions::Depth depth, const Print& print);
/// The same for a request that is made already, by another action than code_reports.
int run_request(const InputOptions& options, actions::CodeRequest request, Run action, const Print& print);

}  // namespace hearsay::present

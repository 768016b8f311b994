// SPDX-License-Identifier: Apache-2.0
// Inputs through the stages, one report at a time, on several threads, in a fixed order.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include <hearsay/actions/inputs.hpp>
#include <hearsay/actions/workshop.hpp>
#include <hearsay/base/time/date.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::actions {

/// What the stages made of one report; stages beyond the asked depth are empty.
struct CodedReport {
  CleanText text;
  Analysis analysis;
  Links links;
  Marked marked;  // at Depth::mentions only: what a reader is shown
  std::vector<Attribution> attributions;
  claims::Coded coded;
};

/// How long work tells how far it is. `total` may grow while inputs are opened.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void update(std::size_t done, std::size_t total) = 0;
};

struct CodeRequest {
  std::vector<std::string> inputs;
  std::string pack = "levant";
  Depth depth = Depth::claims;
  std::optional<Day> published;  // for reports that bring no date of their own
  unsigned jobs = 0;             // 0: all cores
  bool given_tokens = false;     // inputs are CoNLL-U: their sentences and tokens stand (depth parse)
  Progress* progress = nullptr;
  bool whole_text = false;                       // also what cleaning marks as boilerplate or duplicate
  std::function<bool()> should_stop;             // asked between reports
  std::function<bool(const CleanText&)> wanted;  // false: stop after cleaning, and do not hand it on
};

struct CodeSummary {
  std::size_t reports = 0;      // handed to the sink
  std::size_t unwanted = 0;     // by `wanted`
  std::vector<Skip> repaired;   // reports with ill-formed bytes or elements nested too deep, and how many
  std::size_t other_files = 0;  // see InputList
  std::vector<Skip> skips;
  bool stopped = false;
};

/// Calls `sink` on this thread for every report, inputs in name order and reports in the order they stand in them,
/// whatever `jobs`. One bad report never stops the others: it is a Skip.
CodeSummary code_reports(const CodeRequest& request, const Workshop& workshop,
                         const std::function<void(CodedReport&&)>& sink);

/// Inputs that are CoNLL-U: their sentences and tokens stand, they are only tagged and parsed. One sink call an input.
CodeSummary parse_given_tokens(const CodeRequest& request, const Workshop& workshop,
                               const std::function<void(CodedReport&&)>& sink);

/// All stages up to the workshop's depth for one report.
CodedReport code_report(CleanText text, const Workshop& workshop);

}  // namespace hearsay::actions

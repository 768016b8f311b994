// SPDX-License-Identifier: Apache-2.0
// What every benchmark works on: the loaded workshop, 300 made-up reports, and what the stages before its own made of
// them.
#pragma once
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include <hearsay/actions/code_reports.hpp>
#include <hearsay/actions/workshop.hpp>

#include "made_reports.hpp"

namespace hearsay::bench {

inline constexpr std::size_t k_reports = 300;

/// Loaded at its first use, for one theatre and all stages.
const actions::Workshop& workshop();

/// The 300 reports as they are before reading.
const std::vector<MadeReport>& made_reports();

/// All of them after reading and cleaning, and after every later stage too.
const std::vector<actions::CodedReport>& coded_reports();

/// A benchmark's unit of work: all reports once. Sets words/s and sentences/s of CPU time, counted in the texts.
/// Words are Universal Dependencies' words, as analyse counts them.
void count_all_reports(benchmark::State& state);

}  // namespace hearsay::bench

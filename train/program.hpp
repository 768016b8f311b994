// SPDX-License-Identifier: Apache-2.0
// The frame of every trainer: options, then work, then an exit code.
#pragma once
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

namespace hearsay::train {

/// Declares, parses and runs; 0, or what CLI11 asks for, or 1 with a message when the work fails.
template <class Options>
int run_program(const char* name, const char* purpose, void (*declare)(CLI::App&, Options&),
                void (*work)(const Options&), int count, char** arguments) {
  CLI::App app(purpose);
  Options options;
  declare(app, options);
  CLI11_PARSE(app, count, arguments);
  try {
    work(options);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.what());
    return 1;
  }
}

}  // namespace hearsay::train

// SPDX-License-Identifier: Apache-2.0
// Where the program begins.
#include <hearsay/present/cli/cli.hpp>

int main(int argc, char** argv) {
  return hearsay::present::run_command_line(argc, argv);
}

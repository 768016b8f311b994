// SPDX-License-Identifier: Apache-2.0
// The command line: from arguments to an exit status.
#pragma once

namespace hearsay::present {

/// Exit status: 0 done; 1 done, but some inputs were skipped or a check found something; 2 wrong command line;
/// 3 nothing could be done. Throws nothing.
int run_command_line(int argc, char** argv);

}  // namespace hearsay::present

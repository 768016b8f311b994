// SPDX-License-Identifier: Apache-2.0
// How --help looks: at most 80 columns, one option a paragraph, exit status and examples at the foot. The man pages and
// the completions of shells are made from it (tools/make_man_pages.py), so its shape is tested.
#pragma once
#include <CLI/CLI.hpp>

namespace hearsay::present {

class HelpFormat : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

}  // namespace hearsay::present

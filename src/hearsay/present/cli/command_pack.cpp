// SPDX-License-Identifier: Apache-2.0
// hearsay pack: what a user can add to the knowledge that is shipped.
#include <hearsay/actions/data_folder.hpp>
#include <hearsay/actions/import_geonames.hpp>
#include <hearsay/present/cli/commands.hpp>
#include <hearsay/present/cli/options.hpp>
#include <hearsay/present/cli/output.hpp>
#include <hearsay/present/cli/run_inputs.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string output;
  bool quiet = false;
};

int run_import(const Options& options) {
  actions::ImportRequest request;
  request.files.assign(options.files.begin(), options.files.end());
  request.output = options.output.empty() ? actions::user_world_index() : std::filesystem::path(options.output);
  ProgressBar bar(!options.quiet && errors_are_terminal());
  request.progress = [&bar](std::uint64_t done, std::uint64_t total) {
    bar.update(static_cast<std::size_t>(done >> 20), static_cast<std::size_t>(total >> 20) + 1);  // MiB
  };
  const auto counts = actions::import_geonames(request);
  bar.clear();
  Output output;
  output.line(fmt::format("{}: {} places, {} spellings; {} lines left out, {} broken", request.output.string(),
                          counts.places, counts.spellings, counts.left_out, counts.broken));
  output.finish();
  return counts.broken == 0 ? 0 : 1;
}

}  // namespace

Command declare_pack(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("pack", "Add knowledge of your own");
  command->require_subcommand(1);
  CLI::App* import =
      command->add_subcommand("import-geonames", "Make the index of the world's places out of GeoNames dumps");
  import->add_option("FILE", options->files, "Dumps of 19 columns, then alternateNamesV2; .txt, .gz or .zip")
      ->required()
      ->type_name("FILE...");
  import
      ->add_option("--output", options->output,
                   "Index to write; without it your own, which is read before the shipped one")
      ->type_name("FILE");
  import->add_flag("--quiet", options->quiet, "No progress bar");
  const ExitWords exits{"done", "done, but lines of a dump were broken and left out",
                        "nothing could be done: a dump is missing, the index cannot be written"};
  const std::string example = "  hearsay pack import-geonames allCountries.zip alternateNamesV2.zip";
  add_foot(*import, example + "\n\nGeoNames is CC BY 4.0: name geonames.org where you publish results.", exits);
  add_foot(*command, example, exits);
  return {command, [options] { return run_import(*options); }};
}

}  // namespace hearsay::present

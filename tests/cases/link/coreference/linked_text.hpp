// SPDX-License-Identifier: Apache-2.0
// A text through the real models and packs, for the tests of this folder.
#pragma once
#include <filesystem>
#include <string>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/link/link.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::tests {

struct LinkedText {
  CleanText text;
  Analysis analysis;
  Links links;
};

inline LinkedText link_text(const std::string& words) {
  static const std::filesystem::path source = HEARSAY_SOURCE_DIR;
  static const Pack pack = packs::load_packs(source / "packs", "levant").pack;
  static const analyse::Models models(source / "models", pack);
  static const link::Knowledge knowledge(pack);
  LinkedText out;
  out.text.text = words;
  out.analysis = analyse::analyse_text(out.text, models);
  out.links = link::link_mentions(out.text, out.analysis, knowledge);
  return out;
}

}  // namespace hearsay::tests

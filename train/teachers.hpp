// SPDX-License-Identifier: Apache-2.0
// Learning from several trained networks at once.
// Source: G. Hinton, O. Vinyals, J. Dean, 2015; for parsers A. Kuncoro et al., EMNLP 2016.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

#include "network.hpp"

namespace hearsay::train {

class Teachers {
 public:
  /// Throws Fatal when a file has other tag classes than `tag_classes` (the section's text).
  Teachers(const std::vector<std::string>& files, const std::string& tag_classes);
  /// Mixes the teachers' mean distributions into the targets: `share` of it, the rest the gold.
  void teach(const std::vector<analyse::detail::WordFeatures>& words, float share, NetExample& example) const;
  bool empty() const { return m_nets.empty(); }

 private:
  std::vector<std::unique_ptr<analyse::detail::ModelFile>> m_files;
  std::vector<analyse::detail::SyntaxNet> m_nets;
};

}  // namespace hearsay::train

// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace hearsay::train {

std::string read_bytes(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) {
    throw Fatal("cannot open " + path.string());
  }
  std::string out;
  std::array<char, 1U << 16U> buffer;
  for (int got = gzread(file, buffer.data(), buffer.size()); got > 0;
       got = gzread(file, buffer.data(), buffer.size())) {
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
  gzclose(file);
  return out;
}

namespace {

bool is_left_out(std::string_view newdoc) {
  return std::any_of(std::begin(k_left_out), std::end(k_left_out), [&](std::string_view genre) {
    return newdoc.find("GUM_" + std::string(genre) + "_") != std::string_view::npos;
  });
}

std::string without_left_out(std::string_view text) {
  std::string out;
  bool keep = true;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with("# newdoc")) {
      keep = !is_left_out(line);
    }
    if (keep) {
      out.append(line).append("\n");
    }
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return out;
}

}  // namespace

analyse::GivenTokens read_corpus(const std::filesystem::path& path, const CorpusOptions& options) {
  std::string bytes = read_bytes(path);
  if (!options.all) {
    bytes = without_left_out(bytes);
  }
  auto given = analyse::read_conllu(bytes);
  if (!given) {
    throw Fatal(path.string() + ": " + given.error().message);
  }
  return std::move(*given);
}

}  // namespace hearsay::train

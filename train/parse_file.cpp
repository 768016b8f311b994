// SPDX-License-Identifier: Apache-2.0
// parse_file MODELS PACKS text|conllu FILE [REPEATS]: CoNLL-U on standard output and the speed (words a CPU second) on
// standard error.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/analyse/conllu.hpp>
#include <hearsay/present/exports/conllu.hpp>

#include "corpus.hpp"

namespace {

/// Of this process, so that others on the same core do not count.
double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

hearsay::Analysis analyse(bool given, hearsay::CleanText& text, const std::string& bytes,
                          const hearsay::analyse::Models& models) {
  if (!given) {
    text.text = bytes;
    return hearsay::analyse::analyse_text(text, models);
  }
  auto read = hearsay::analyse::read_conllu(bytes);
  if (!read) {
    throw hearsay::Fatal(read.error().message);
  }
  text.text = read->text;
  hearsay::analyse::tag_and_parse(text.text, read->analysis, models);
  return read->analysis;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const auto loading = std::clock();
    const hearsay::analyse::Models models(arguments[1], hearsay::packs::load_packs(arguments[2], "levant").pack);
    std::fprintf(stderr, "loaded in %.1f ms\n", 1000 * seconds_since(loading));
    const std::string bytes = hearsay::train::read_bytes(arguments[4]);
    const int repeats = count > 5 ? std::atoi(arguments[5]) : 1;
    std::string out;
    std::size_t words = 0;
    const auto begin = std::clock();
    for (int i = 0; i < repeats; ++i) {
      out.clear();
      hearsay::CleanText text;
      const auto analysis = analyse(std::strcmp(arguments[3], "conllu") == 0, text, bytes, models);
      words += analysis.tokens.size();
      hearsay::present::append_conllu(out, text.text, analysis, {});
    }
    std::fprintf(stderr, "%zu words, %.0f words/s\n", words, static_cast<double>(words) / seconds_since(begin));
    std::fwrite(out.data(), 1, out.size(), stdout);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "parse_file: %s\n", error.what());
    return 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <hearsay/link/coreference/choice.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include <hearsay/base/error.hpp>

namespace hearsay::link {

namespace {

constexpr std::array<std::string_view, k_traits> k_names = {"same_sentence",
                                                            "sentence_before",
                                                            "two_before",
                                                            "three_before",
                                                            "far",
                                                            "farther",
                                                            "nearest",
                                                            "second_nearest",
                                                            "third_nearest",
                                                            "less_near",
                                                            "subject",
                                                            "object",
                                                            "oblique",
                                                            "embedded",
                                                            "possessor",
                                                            "modifier",
                                                            "other_role",
                                                            "root_subject",
                                                            "subject_before",
                                                            "same_role",
                                                            "said_pronoun",
                                                            "said_name",
                                                            "said_definite",
                                                            "said_possessed",
                                                            "said_indefinite",
                                                            "said_bare",
                                                            "said_coordination",
                                                            "person",
                                                            "people",
                                                            "body",
                                                            "place",
                                                            "thing",
                                                            "event",
                                                            "abstract",
                                                            "time",
                                                            "unknown",
                                                            "told_once",
                                                            "told_twice",
                                                            "told_often",
                                                            "told_most",
                                                            "gender_known",
                                                            "named",
                                                            "subject_above",
                                                            "speaker_above",
                                                            "own_subject",
                                                            "body_subject",
                                                            "body_speaks",
                                                            "body_owns",
                                                            "place_subject",
                                                            "place_owns",
                                                            "thing_subject",
                                                            "same_pronoun",
                                                            "into_quotation",
                                                            "out_of_quotation",
                                                            "body_speaker_above",
                                                            "only_one",
                                                            "same_noun",
                                                            "same_words",
                                                            "fits_person",
                                                            "fits_body",
                                                            "fits_place",
                                                            "noun_in_name",
                                                            "new_words",
                                                            "none",
                                                            "none_subject",
                                                            "none_object",
                                                            "none_possessor",
                                                            "none_quoted",
                                                            "none_this",
                                                            "none_modified",
                                                            "none_restricted",
                                                            "none_first",
                                                            "none_nobody_here",
                                                            "none_clause"};
static_assert(!k_names.back().empty(), "every trait has a name");

constexpr std::array<std::string_view, k_takings> k_columns = {"he", "it", "they", "nominal"};
/// Rows of the table beside the traits: the probability from which a candidate without a name, with one, is taken.
constexpr std::array<std::string_view, 2> k_least = {"least_nameless", "least_named"};

double number_in(const packs::Table& table, const packs::Row& row, std::string_view column) {
  const std::string& cell = table.cell(row, column);
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) {
    throw Fatal(packs::to_text({table.path, row.line, std::string(column) + " '" + cell + "' is not a number"}));
  }
  return value;
}

}  // namespace

std::string_view to_string(Trait trait) {
  return k_names[static_cast<std::size_t>(trait)];
}

ChoiceWeights::ChoiceWeights(const Pack& pack) {
  for (const auto& [path, table] : pack.tables) {
    if (!path.starts_with("lang-") || !path.ends_with("/coreference.tsv")) {
      continue;
    }
    for (const packs::Row& row : table.rows) {
      const std::string& name = table.cell(row, "trait");
      const auto found = std::find(k_names.begin(), k_names.end(), name);
      const auto limit = std::find(k_least.begin(), k_least.end(), name);
      if (found == k_names.end() && limit == k_least.end()) {
        throw Fatal(packs::to_text({path, row.line, "trait '" + name + "' is not known"}));
      }
      for (std::size_t taking = 0; taking < k_takings; ++taking) {
        const double value = number_in(table, row, k_columns[taking]);
        if (limit != k_least.end()) {
          least[taking][static_cast<std::size_t>(limit - k_least.begin())] = value;
        } else {
          weights[taking][static_cast<std::size_t>(found - k_names.begin())] = value;
        }
      }
    }
  }
}

double ChoiceWeights::sum(const Traits& traits, Taking taking) const {
  const Column& column = weights[static_cast<std::size_t>(taking)];
  double sum = 0;
  for (std::uint32_t i = 0; i < traits.size; ++i) {
    sum += column[static_cast<std::size_t>(traits.list[i])];
  }
  return sum;
}

std::vector<double> ChoiceWeights::probabilities(const Choice& choice) const {
  std::vector<double> out;
  const double none = sum(choice.none, choice.taking);
  double largest = none;
  for (const Option& option : choice.options) {
    out.push_back(sum(option.traits, choice.taking));
    largest = std::max(largest, out.back());
  }
  double total = std::exp(none - largest);
  for (double& value : out) {
    value = std::exp(value - largest);
    total += value;
  }
  for (double& value : out) {
    value /= total;
  }
  return out;
}

std::int32_t ChoiceWeights::choose(const Choice& choice) const {
  const std::vector<double> all = probabilities(choice);
  const auto best = std::max_element(all.begin(), all.end());
  if (best == all.end()) {
    return -1;
  }
  const bool named = choice.options[static_cast<std::size_t>(best - all.begin())].traits.has(Trait::named);
  const bool sure = *best >= least[static_cast<std::size_t>(choice.taking)][named ? 1 : 0];
  return sure ? static_cast<std::int32_t>(best - all.begin()) : -1;
}

}  // namespace hearsay::link

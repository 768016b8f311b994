// SPDX-License-Identifier: Apache-2.0
// Spellings of the enums that leave the program.
#include <array>

#include <hearsay/types/analysis.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/comparison.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay {

namespace {

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 10> k_mention_kinds = {"person", "organisation", "armed_group", "nationality",
                                                              "place",  "facility",     "equipment",   "quantity",
                                                              "time",   "outlet"};
constexpr std::array<std::string_view, 4> k_timex_types = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 4> k_statuses = {"asserted", "denied", "planned", "possible"};
constexpr std::array<std::string_view, 8> k_voices = {"outlet", "agency",  "spokesman", "official",
                                                      "group",  "witness", "document",  "unnamed"};
constexpr std::array<std::string_view, 18> k_stances = {
    "say",   "claim",   "warn", "deny",   "doubt",  "accuse", "ask",      "order", "promise",
    "judge", "believe", "fear", "expect", "intend", "show",   "perceive", "seem",  "hearsay"};
constexpr std::array<std::string_view, 5> k_reuses = {"identical", "republished", "same_wire", "quotation",
                                                      "furniture"};

}  // namespace

std::string_view to_string(MentionKind kind) {
  return name_of(k_mention_kinds, kind);
}
std::string_view to_string(TimexType type) {
  return name_of(k_timex_types, type);
}
std::string_view to_string(Status status) {
  return name_of(k_statuses, status);
}
std::string_view to_string(VoiceKind kind) {
  return name_of(k_voices, kind);
}
std::string_view to_string(Stance stance) {
  return name_of(k_stances, stance);
}
std::string_view to_string(Reuse reuse) {
  return name_of(k_reuses, reuse);
}

std::optional<Stance> parse_stance(std::string_view text) {
  for (std::size_t i = 0; i < k_stances.size(); ++i) {
    if (k_stances[i] == text) {
      return static_cast<Stance>(i);
    }
  }
  return std::nullopt;
}

std::optional<Status> parse_status(std::string_view text) {
  for (std::size_t i = 0; i < k_statuses.size(); ++i) {
    if (k_statuses[i] == text) {
      return static_cast<Status>(i);
    }
  }
  return std::nullopt;
}

}  // namespace hearsay

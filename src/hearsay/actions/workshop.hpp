// SPDX-License-Identifier: Apache-2.0
// Everything the stages need, loaded once and shared by all threads.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/claims/attribution/attribution.hpp>
#include <hearsay/claims/claims.hpp>
#include <hearsay/clean/clean.hpp>
#include <hearsay/link/link.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::actions {

/// How far a report travels.
enum class Depth : std::uint8_t { clean, parse, mentions, quotes, claims };

/// The packs and what each stage made of them. Stages beyond `depth` are left out.
class Workshop {
 public:
  /// Throws Fatal when the pack or a model is missing or a pack does not load without errors.
  Workshop(const std::string& pack_name, Depth depth);

  const Pack& pack() const { return m_pack; }
  Depth depth() const { return m_depth; }
  const clean::Rules& clean() const { return *m_clean; }
  const analyse::Models& models() const { return *m_models; }
  const link::Knowledge& knowledge() const { return *m_knowledge; }
  const claims::CueRules& cues() const { return *m_cues; }
  const claims::Rules& rules() const { return *m_rules; }

 private:
  Pack m_pack;
  Depth m_depth;
  std::optional<clean::Rules> m_clean;
  std::optional<analyse::Models> m_models;
  std::optional<link::Knowledge> m_knowledge;
  std::optional<claims::CueRules> m_cues;
  std::optional<claims::Rules> m_rules;
};

/// "levant 0.1.0, lang-en 0.1.0": written into every store.
std::string pack_versions(const Pack& pack);

}  // namespace hearsay::actions

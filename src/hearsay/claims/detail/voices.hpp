// SPDX-License-Identifier: Apache-2.0
// Whose claim it is: the attribution in whose content the event stands.
#pragma once
#include <cstdint>
#include <vector>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// The attributions of one report by word and by sentence. Report, attributions and reading must outlive it.
class Voices {
 public:
  Voices(const Reading& in, const std::vector<Attribution>& attributions);

  /// The narrowest attribution that governs the word, or nullptr: the outlet's own voice.
  const Attribution* of(TokenIndex token) const;

  /// Sources and cues: words of saying, in which no event has its place or time. Sorted.
  const std::vector<Span>& words_of_saying() const { return m_saying; }

 private:
  const Attribution* by_tree(TokenIndex token) const;
  const Attribution* at_the_end(TokenIndex token) const;
  void paint(std::int32_t attribution, Span content);

  const Reading& m_in;
  const std::vector<Attribution>& m_attributions;
  std::vector<std::int32_t> m_by_token;                  // narrowest content, -1 none
  std::vector<std::vector<std::int32_t>> m_by_sentence;  // where the cue stands
  std::vector<Span> m_saying;
};

/// Puts chain and anonymity into the draft; a denying speaker's claim is denied.
void attribute(const Reading& in, Draft& draft, const Voices& voices);

}  // namespace hearsay::claims::detail

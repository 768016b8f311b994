// SPDX-License-Identifier: Apache-2.0
// A document is as now when its text is, and when every line and every block of it says as much or as little as now.
#include <hearsay/compare/inquiry.hpp>

#include <algorithm>
#include <tuple>

namespace hearsay::compare {

Event Inquiry::event_with(const ClaimRef& claim) {
  if (const auto known = m_events.find(claim); known != m_events.end()) {
    return known->second;
  }
  Joins joins;
  m_untouched = true;
  const std::set<ClaimRef> component = component_of(claim, joins);
  if (auto now = m_untouched ? m_past.event_of_now(claim) : std::nullopt) {
    return std::move(*now);
  }
  for (const Event& event : events_in(component, joins)) {
    for (const ClaimRef& ref : event.claims) {
      m_events.emplace(ref, event);
    }
  }
  return m_events.at(claim);
}

std::vector<Republication> Inquiry::republications_of(const std::string& doc) {
  std::vector<Republication> found;
  if (is_as_now(doc)) {
    found = m_now.republications_of(doc);
    std::erase_if(found,
                  [&](const Republication& one) { return !m_past.is_unchanged(one.from == doc ? one.to : one.from); });
    return found;
  }
  compare(doc);
  for (const auto& [other, one] : m_republications[doc]) {
    found.push_back(one);
  }
  std::sort(found.begin(), found.end(), [](const Republication& a, const Republication& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  return found;
}

std::vector<ClaimJoin> Inquiry::joins_of(const ClaimRef& claim) {
  std::vector<ClaimJoin> found;
  if (is_as_now(claim.doc)) {
    found = m_now.joins_of(claim);
    const auto gone = std::erase_if(
        found, [&](const ClaimJoin& join) { return !m_past.was_there(join.a == claim ? join.b : join.a); });
    m_untouched = m_untouched && gone == 0;
    return found;
  }
  m_untouched = false;
  compare(claim.doc);
  for (const auto& [other, join] : m_joins[claim]) {
    found.push_back(join);
  }
  return found;
}

bool Inquiry::is_as_now(const std::string& doc) {
  const auto [found, fresh] = m_as_now.try_emplace(doc, false);
  if (fresh && m_past.is_unchanged(doc)) {
    const auto prints = m_now.prints_of(doc);
    const auto keys = m_now.keys_of(doc);
    found->second = std::none_of(prints.begin(), prints.end(), [&](std::uint64_t print) { return has_moved(print); }) &&
                    std::none_of(keys.begin(), keys.end(), [&](std::uint64_t key) { return has_thinned(key); });
  }
  return found->second;
}

// Whether a line said more or less then than it says now. Fewer sharers than make any line common are always telling.
bool Inquiry::has_moved(std::uint64_t print) {
  const auto [found, fresh] = m_moved.try_emplace(print, false);
  if (fresh) {
    const auto now = m_now.sharers(print, m_limits.common + 1);
    found->second = m_past.was_in_old_text(print) || (is_common(now, m_limits) && !sharing(print).common);
  }
  return found->second;
}

// Whether a block that is too large now was not so then. Of the keys that undated claims have alone nothing need be
// asked: their claims have the key of all as well.
bool Inquiry::has_thinned(std::uint64_t key) {
  const auto [found, fresh] = m_thinned.try_emplace(key, false);
  if (fresh) {
    found->second =
        m_past.was_in_old_claim(key) || (m_now.count_with(key, largest(key) + 1) > largest(key) &&
                                         kind_of_block(key) != BlockKind::lasting_undated && !is_crowded(key));
  }
  return found->second;
}

// A document with all others of then; once.
void Inquiry::compare(const std::string& doc) {
  if (!m_compared.insert(doc).second) {
    return;
  }
  std::set<std::string> others;
  for (const std::uint64_t print : seen(doc).worded.made.fingerprints) {
    if (!sharing(print).common) {
      for (const Sharer& sharer : sharing(print).sharers) {
        others.insert(sharer.doc);
      }
    }
  }
  others.erase(doc);
  for (const std::string& other : others) {
    if (m_compared.contains(other)) {
      continue;  // was found then, or there is nothing to be found
    }
    // The smaller first, as always: of two equal ways to align two texts one has to be taken.
    if (const auto found = wording_of(std::min(doc, other), std::max(doc, other))) {
      m_republications[doc].emplace(other, *found);
      m_republications[other].emplace(doc, *found);
      for (const ClaimJoin& join : copied_joins(*found)) {
        keep(join);
      }
    }
  }
  const Seen& one = coded(doc);
  for (std::size_t i = 0; i < one.facts.size(); ++i) {
    const ClaimRef self{doc, one.facts[i].claim->id};
    for (const ClaimRef& ref : candidates(one.blocks[i])) {
      const bool asked = (ref.doc == doc && !(self < ref)) || (ref.doc != doc && m_compared.contains(ref.doc));
      if (asked) {
        continue;
      }
      if (const auto join = likeness_join(one.facts[i], *find_facts(ref))) {
        keep(*join);
      }
    }
  }
}

void Inquiry::keep(const ClaimJoin& join) {
  m_joins[join.a].insert_or_assign({join.b, join.copied}, join);
  m_joins[join.b].insert_or_assign({join.a, join.copied}, join);
}

}  // namespace hearsay::compare

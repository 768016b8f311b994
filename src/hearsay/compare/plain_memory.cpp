// SPDX-License-Identifier: Apache-2.0
// The memory of one call, in maps.
#include <hearsay/compare/plain_memory.hpp>

#include <algorithm>
#include <tuple>

namespace hearsay::compare {

PlainMemory::PlainMemory(std::span<const Report> reports, const KnownActors& known) : m_known(known) {
  for (const Report& report : reports) {
    m_reports[report.text->id] = &report;
  }
}

Comparison PlainMemory::comparison() const {
  Comparison all;
  for (const auto& [pair, one] : m_republications) {
    all.republications.push_back(one);
  }
  std::sort(all.republications.begin(), all.republications.end(), [](const Republication& a, const Republication& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  for (const auto& [id, event] : m_events) {
    all.events.push_back(event);
  }
  return all;
}

PlainMemory::JoinKey PlainMemory::join_key(const ClaimRef& one, const ClaimRef& other, bool copied) {
  return one < other ? JoinKey(one, other, copied) : JoinKey(other, one, copied);
}

Loaded PlainMemory::report(const std::string& doc) {
  return {*m_reports.at(doc), nullptr};
}

std::vector<Sharer> PlainMemory::sharers(std::uint64_t fingerprint, std::size_t limit) {
  std::vector<Sharer> found;
  for (const std::string& doc : m_prints[fingerprint]) {
    if (found.size() == limit) {
      break;
    }
    found.push_back(m_sharer_of.at(doc));
  }
  return found;
}

std::vector<ClaimRef> PlainMemory::claims_with(std::uint64_t key, std::size_t limit) {
  const std::set<ClaimRef>& all = m_keys[key];
  std::vector<ClaimRef> found;
  for (auto i = all.begin(); i != all.end() && found.size() < limit; ++i) {
    found.push_back(*i);
  }
  return found;
}

std::size_t PlainMemory::count_with(std::uint64_t key, std::size_t limit) {
  return std::min(limit, m_keys[key].size());
}

std::vector<std::uint64_t> PlainMemory::prints_of(const std::string& doc) {
  return m_prints_of[doc];
}

std::vector<std::uint64_t> PlainMemory::keys_of(const std::string& doc) {
  std::set<std::uint64_t> keys;
  for (const ClaimKeys& one : m_keys_of[doc]) {
    keys.insert(one.keys.begin(), one.keys.end());
  }
  return {keys.begin(), keys.end()};
}

std::vector<ClaimJoin> PlainMemory::joins_of(const ClaimRef& claim) {
  std::vector<ClaimJoin> found;
  for (const auto& [other, copied] : m_joined[claim]) {
    found.push_back(m_joins.at(join_key(claim, other, copied)));
  }
  return found;
}

std::vector<Republication> PlainMemory::republications_of(const std::string& doc) {
  std::vector<Republication> found;
  for (const std::string& other : m_linked[doc]) {
    found.push_back(m_republications.at(std::minmax(doc, other)));
  }
  return found;
}

KnownActor PlainMemory::known(const std::string& entity) {
  const auto found = m_known.find(entity);
  return found == m_known.end() ? KnownActor{} : found->second;
}

std::vector<ClaimRef> PlainMemory::forget(const std::string& doc) {
  std::set<ClaimRef> touched;
  for (const std::uint64_t print : m_prints_of[doc]) {
    m_prints[print].erase(doc);
  }
  m_prints_of.erase(doc);
  for (const std::string& other : std::set(m_linked[doc])) {
    remove_republication(doc, other);
  }
  for (const ClaimKeys& one : m_keys_of[doc]) {
    for (const std::uint64_t key : one.keys) {
      m_keys[key].erase(one.claim);
    }
    for (const auto& [other, copied] : m_joined[one.claim]) {
      m_joins.erase(join_key(one.claim, other, copied));
      m_joined[other].erase({one.claim, copied});
      touched.insert(other);
    }
    m_joined.erase(one.claim);
    if (const auto event = m_event_of.find(one.claim); event != m_event_of.end()) {
      const auto& members = m_events.at(event->second).claims;
      touched.insert(members.begin(), members.end());
      drop_event(one.claim);
    }
  }
  m_keys_of.erase(doc);
  std::erase_if(touched, [&](const ClaimRef& claim) { return claim.doc == doc; });
  return {touched.begin(), touched.end()};
}

void PlainMemory::put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) {
  for (const std::uint64_t print : fingerprints) {
    m_prints[print].insert(doc);
  }
  m_prints_of[doc].assign(fingerprints.begin(), fingerprints.end());
  const Report& report = *m_reports.at(doc);
  m_sharer_of[doc] = {doc, report.outlet, report.text->text_id, report.text->published.range.to};
}

void PlainMemory::put_keys(const std::string& doc, std::span<const ClaimKeys> keys) {
  for (const ClaimKeys& one : keys) {
    for (const std::uint64_t key : one.keys) {
      m_keys[key].insert(one.claim);
    }
  }
  m_keys_of[doc].assign(keys.begin(), keys.end());
}

void PlainMemory::put_republication(const Republication& republication) {
  m_republications.insert_or_assign(std::minmax(republication.from, republication.to), republication);
  m_linked[republication.from].insert(republication.to);
  m_linked[republication.to].insert(republication.from);
}

void PlainMemory::remove_republication(const std::string& one, const std::string& other) {
  m_republications.erase(std::minmax(one, other));
  m_linked[one].erase(other);
  m_linked[other].erase(one);
  for (const ClaimKeys& claim : m_keys_of[one]) {
    std::erase_if(m_joined[claim.claim], [&](const auto& joined) {
      const auto& [to, copied] = joined;
      if (to.doc != other || !copied) {
        return false;
      }
      m_joins.erase(join_key(claim.claim, to, true));
      m_joined[to].erase({claim.claim, true});
      return true;
    });
  }
}

void PlainMemory::put_join(const ClaimJoin& join) {
  m_joins.insert_or_assign(join_key(join.a, join.b, join.copied), join);
  m_joined[join.a].insert({join.b, join.copied});
  m_joined[join.b].insert({join.a, join.copied});
}

void PlainMemory::remove_join(const ClaimRef& a, const ClaimRef& b) {
  m_joins.erase(join_key(a, b, false));
  m_joined[a].erase({b, false});
  m_joined[b].erase({a, false});
}

void PlainMemory::drop_event(const ClaimRef& claim) {
  const auto id = m_event_of.find(claim);
  if (id == m_event_of.end()) {
    return;
  }
  const auto event = m_events.extract(id->second);
  for (const ClaimRef& member : event.mapped().claims) {
    m_event_of.erase(member);
  }
}

void PlainMemory::put_event(const Event& event) {
  for (const ClaimRef& claim : event.claims) {
    drop_event(claim);
  }
  for (const ClaimRef& claim : event.claims) {
    m_event_of[claim] = event.id;
  }
  m_events[event.id] = event;
}

}  // namespace hearsay::compare

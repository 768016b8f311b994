// SPDX-License-Identifier: Apache-2.0
// Who stands behind a phrase: "units of the Syrian army" -> Syrian army; "Russian jets" -> Russia; "citizens" ->
// civilians.
#pragma once
#include <string>
#include <vector>

#include <hearsay/claims/detail/triggers.hpp>

namespace hearsay::claims::detail {

/// addressee: a recipient that may be a country or a capital ("accused Damascus").
enum class Side : std::uint8_t { actor, recipient, addressee };

struct Somebody {
  Participant who;
  TokenIndex head = -1;
};

/// Who the phrase headed by `t` means; nothing when it is no person, group or state, and belongs to none.
std::vector<Somebody> resolve_phrase(const Reading& in, TokenIndex t, Side side);

struct Cast {
  std::vector<Somebody> actors, recipients;
};

/// Actors and recipients of a trigger by its rule's role places. `said` (may be null): whose "we" it is.
Cast find_cast(const Reading& in, const Trigger& trigger, const Attribution* said);

/// The outlet's loaded words inside a span, with what they were used for.
void add_framing(const Reading& in, TokenIndex head, const Participant& who, std::vector<Framing>& framing);

}  // namespace hearsay::claims::detail

// SPDX-License-Identifier: Apache-2.0
// Actors, persons, outlets and equipment of one report, and place names that stand for governments.
#pragma once
#include <string>
#include <vector>

#include <hearsay/link/actors/class_actors.hpp>
#include <hearsay/link/coreference/nominal_words.hpp>
#include <hearsay/link/names/recognise.hpp>
#include <hearsay/link/places/place_words.hpp>

namespace hearsay::link {

/// What linking actors needs of the packs, made once.
class ActorTable {
 public:
  explicit ActorTable(const Pack& pack);

  /// The actor that stands for a country: its government where one is listed, else its state; -1 when neither is.
  /// The side of a state's own media: that of its government; "" for outlets that no state owns.
  std::string side_of(const packs::Outlet& outlet, const Pack& pack, const Published& published) const;

  std::int32_t of_country(const std::string& code, const Published& published) const;

 private:
  struct OfCountry {
    std::int32_t actor = -1;
    int rank = 0;
    packs::Validity valid;
  };
  std::unordered_map<std::string, std::vector<OfCountry>> m_by_country;
};

struct ActorTools {
  const ActorTable& actors;
  const ClassActors& classes;
  const PlaceWords& place_words;
  const Pack& pack;
};

/// Fills entity, name and type of every draft that is no place, time or amount; the theatre's rows go before the
/// world's. `side`: whose side the outlet is on, as the packs' tables call it, "" when unknown.
void link_actors(const CleanText& text, const Words& words, std::vector<Draft>& drafts, const ActorTools& tools,
                 const std::string& side);

/// A surname alone refers to the full name before it; not where another name stands around it ("his brother Maher
/// Assad", "Assad Babil"), and not a title ("Mr. President").
void add_surnames(const CleanText& text, const Analysis& analysis, const Words& words, std::vector<Draft>& drafts,
                  const NominalWords& nouns);

}  // namespace hearsay::link

// SPDX-License-Identifier: Apache-2.0
// What claims/ gives: who says what (Attribution) and who is said to have done what (Claim).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/hash/hash128.hpp>
#include <hearsay/base/span.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay {

/// unnamed: "a source close to the operation". Of kinds witness and unnamed the entity is empty, always.
enum class VoiceKind : std::uint8_t { outlet, agency, spokesman, official, group, witness, document, unnamed };

/// One link of the chain of saying.
struct Voice {
  VoiceKind kind = VoiceKind::unnamed;
  std::string entity, name;  // name: canonical where linked, else the words of the text
  Span source, cue;          // cue may be empty
  bool anonymous = false;    // a person or group without a name ("rebel commanders", "a spokesman")
};

/// What a source does with a content. seem: nobody is named who thinks so; hearsay: "reportedly".
enum class Stance : std::uint8_t {
  say,
  claim,
  warn,
  deny,
  doubt,
  accuse,
  ask,
  order,
  promise,
  judge,
  believe,
  fear,
  expect,
  intend,
  show,
  perceive,
  seem,
  hearsay
};

/// PolNeAR: source, cue and content of one attribution; each may be in several pieces. Offsets in bytes.
struct Attribution {
  std::vector<Span> source, cue, content;
  Voice voice;                                     // the immediate speaker
  std::vector<Voice> chain;                        // outermost first, innermost (voice) last; the outlet is implicit
  std::int32_t cue_token = -1, source_token = -1;  // heads, into Analysis::tokens; -1 none
  bool direct = false;                             // quotation marks
  bool hearsay = false;                            // "reportedly": no source named
  Stance stance = Stance::say;
  bool governs = false;      // a claim in the content is this voice's claim ("said that", not "wants to")
  bool carried = false;      // source taken from before by an explicit sign: running quotation
  std::int32_t parent = -1;  // index of the governing attribution in whose content this one stands, -1 none
  bool nested = false;       // stands in the content of another one, governing or not
};

/// FactBank's question for the event itself: does the voice say that it is so?
enum class Status : std::uint8_t { asserted, denied, planned, possible };

/// Who takes part. `inferred`: named in a neighbouring sentence, not in this one.
struct Participant {
  std::string entity, name;
  Span span;
  bool inferred = false;
};

struct ClaimPlace {
  Span span;
  std::string entity, name;
  PlaceRef at;
  bool inferred = false;
};

/// By which way something is said to come or go: through a place, or by a means alone ("by air").
struct ClaimWay {
  Span span;          // of the place, or of the word for the means
  std::string means;  // "air", "land", "sea", "rail", "river", "road"; "" where a place is told
  std::optional<ClaimPlace> place;
};

struct ClaimTime {
  Span span;  // empty when it comes from the publication date alone
  TimeRef at;
  bool from_publication = false;
};

struct ClaimQuantity {
  Span span;
  QuantityRef amount;
};

struct ClaimEquipment {
  Span span;
  std::string entity, name, cls;
};

/// The outlet's own loaded word and the neutral name it was coded as ("terrorists" -> armed opposition).
struct Framing {
  Span span;
  std::string word, of;  // of: entity it was used for, ""
};

/// Why we coded it: one line a step, readable by an analyst.
struct Step {
  std::string stage, detail;  // "trigger", "ASSAULT.tsv:41 shell + obj"; "actor", "nsubj"; "place", "obl:in"
};

struct Claim {
  ClaimId id;
  std::string doc;         // CleanText::id
  TextId text;             // all spans below point into this text
  std::string type, mode;  // "ASSAULT", "airstrike"
  std::string plover;      // type it is exported as ("ASSAULT", "AGREE"), "" for STATE
  Span trigger, sentence;
  std::vector<Span> sites;  // other sentences of the report that say the same (headline, repetition)
  std::vector<Participant> actors, recipients;
  std::optional<ClaimPlace> place;
  std::optional<ClaimPlace> origin;  // of movements: from where
  std::vector<ClaimWay> way;         // of movements, in text order
  std::optional<ClaimTime> time;
  std::vector<ClaimQuantity> quantities;
  std::vector<ClaimEquipment> equipment;
  std::vector<Voice> attribution;  // outermost first; empty: the outlet's own voice
  Status status = Status::asserted;
  bool anonymous = false;  // the innermost speaker is unnamed
  bool comment = false;    // said in a reposter's comment, not in the report
  std::string caveat;  // "only": said to be the only one there; "unlikely": held to be so; "averted": denied as what
                       // was kept from happening; "": none of these
  std::vector<Framing> framing;
  std::vector<Step> why;
  double confidence = 0;  // 0..1
};

std::string_view to_string(Status status);   // "asserted"
std::string_view to_string(VoiceKind kind);  // "spokesman"
std::string_view to_string(Stance stance);   // "deny"
std::optional<Status> parse_status(std::string_view text);
std::optional<Stance> parse_stance(std::string_view text);

}  // namespace hearsay

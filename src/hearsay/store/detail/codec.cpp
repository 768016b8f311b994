// SPDX-License-Identifier: Apache-2.0
// One list of fields for each struct, walked once to write and once to read.
#include <hearsay/store/detail/codec.hpp>

#include <array>
#include <concepts>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace hearsay::store::detail {

namespace {

using Json = nlohmann::json;

template <class T, class U>
concept Is = std::same_as<std::remove_cv_t<T>, U>;

void fields(auto& a, Is<RelativePlace> auto& v) {
  a("anchor", v.anchor), a("relation", v.relation), a("distance_km", v.distance_km), a("bearing_deg", v.bearing_deg);
}
void fields(auto& a, Is<PlaceConflict> auto& v) {
  a("what", v.what), a("said", v.said), a("known", v.known);
}
void fields(auto& a, Is<PlaceRef> auto& v) {
  a("lat", v.lat), a("lon", v.lon), a("radius_km", v.radius_km), a("feature", v.feature), a("country", v.country);
  a("geonames_id", v.geonames_id), a("container", v.container), a("relative", v.relative), a("conflict", v.conflict);
}
void fields(auto& a, Is<TimeRef> auto& v) {
  a("type", v.type), a("value", v.value), a("symbolic", v.symbolic), a("range", v.range);
}
void fields(auto& a, Is<QuantityRef> auto& v) {
  a("min", v.min), a("max", v.max), a("unit", v.unit), a("what", v.what), a("approximate", v.approximate);
  a("part_of", v.part_of), a("parts_add_up", v.parts_add_up);
}
void fields(auto& a, Is<Voice> auto& v) {
  a("kind", v.kind), a("entity", v.entity), a("name", v.name), a("source", v.source), a("cue", v.cue);
  a("anonymous", v.anonymous);
}
void fields(auto& a, Is<Attribution> auto& v) {
  a("source", v.source), a("cue", v.cue), a("content", v.content), a("voice", v.voice), a("chain", v.chain);
  a("cue_token", v.cue_token), a("source_token", v.source_token), a("direct", v.direct), a("hearsay", v.hearsay);
  a("stance", v.stance), a("governs", v.governs), a("carried", v.carried), a("parent", v.parent), a("nested", v.nested);
}
void fields(auto& a, Is<Participant> auto& v) {
  a("entity", v.entity), a("name", v.name), a("span", v.span), a("inferred", v.inferred);
}
void fields(auto& a, Is<ClaimPlace> auto& v) {
  a("span", v.span), a("entity", v.entity), a("name", v.name), a("at", v.at), a("inferred", v.inferred);
}
void fields(auto& a, Is<ClaimTime> auto& v) {
  a("span", v.span), a("at", v.at), a("from_publication", v.from_publication);
}
void fields(auto& a, Is<ClaimQuantity> auto& v) {
  a("span", v.span), a("amount", v.amount);
}
void fields(auto& a, Is<ClaimEquipment> auto& v) {
  a("span", v.span), a("entity", v.entity), a("name", v.name), a("cls", v.cls);
}
void fields(auto& a, Is<Framing> auto& v) {
  a("span", v.span), a("word", v.word), a("of", v.of);
}
void fields(auto& a, Is<Step> auto& v) {
  a("stage", v.stage), a("detail", v.detail);
}
void fields(auto& a, Is<Claim> auto& v) {
  a("id", v.id), a("doc", v.doc), a("text", v.text), a("type", v.type), a("mode", v.mode), a("plover", v.plover);
  a("trigger", v.trigger), a("sentence", v.sentence), a("sites", v.sites), a("actors", v.actors);
  a("recipients", v.recipients), a("place", v.place), a("time", v.time), a("quantities", v.quantities);
  a("equipment", v.equipment), a("attribution", v.attribution), a("status", v.status), a("anonymous", v.anonymous);
  a("comment", v.comment), a("framing", v.framing), a("why", v.why), a("confidence", v.confidence);
}
void fields(auto& a, Is<SharedPassage> auto& v) {
  a("in_from", v.in_from), a("in_to", v.in_to);
}
void fields(auto& a, Is<Republication> auto& v) {
  a("from", v.from), a("to", v.to), a("kind", v.kind), a("directed", v.directed), a("coverage", v.coverage);
  a("shared_words", v.shared_words), a("longest_run", v.longest_run), a("wire", v.wire), a("passages", v.passages);
}
void fields(auto& a, Is<ClaimRef> auto& v) {
  a("doc", v.doc), a("id", v.id);
}
void fields(auto& a, Is<ContestedValue> auto& v) {
  a("value", v.value), a("claims", v.claims);
}
void fields(auto& a, Is<Contested> auto& v) {
  a("field", v.field), a("kind", v.kind), a("values", v.values);
}
void fields(auto& a, Is<Event> auto& v) {
  a("id", v.id), a("type", v.type), a("mode", v.mode), a("claims", v.claims), a("sources", v.sources);
  a("independent", v.independent), a("anonymous", v.anonymous), a("agree", v.agree), a("contested", v.contested);
  a("why", v.why);
}
void fields(auto& a, Is<Mark> auto& v) {
  a("span", v.span), a("kind", v.kind);
}
void fields(auto& a, Is<Published> auto& v) {
  a("range", v.range), a("basis", v.basis);
}
void fields(auto& a, Is<CleanText> auto& v) {  // text, text_id and title have columns, to_raw is not kept
  a("doc", v.doc), a("id", v.id), a("source", v.source), a("url", v.url), a("byline", v.byline);
  a("outlet", v.outlet), a("language", v.language), a("credit", v.credit), a("marks", v.marks);
  a("published", v.published), a("extra", v.extra), a("replaced", v.replaced);
}
void fields(auto& a, Is<StoredReport> auto& v) {
  a("text", v.text), a("credited", v.credited);
}

// Names, not numbers, so that an enum may grow in the middle.
template <class Enum>
constexpr auto names_of() {
  if constexpr (std::same_as<Enum, Stance>) {
    return std::array{"say",   "claim",   "warn", "deny",   "doubt",  "accuse", "ask",      "order", "promise",
                      "judge", "believe", "fear", "expect", "intend", "show",   "perceive", "seem",  "hearsay"};
  } else if constexpr (std::same_as<Enum, Status>) {
    return std::array{"asserted", "denied", "planned", "possible"};
  } else if constexpr (std::same_as<Enum, VoiceKind>) {
    return std::array{"outlet", "agency", "spokesman", "official", "group", "witness", "document", "unnamed"};
  } else if constexpr (std::same_as<Enum, Reuse>) {
    return std::array{"identical", "republished", "same_wire", "quotation", "furniture"};
  } else if constexpr (std::same_as<Enum, TimexType>) {
    return std::array{"DATE", "TIME", "DURATION", "SET"};
  } else if constexpr (std::same_as<Enum, MarkKind>) {
    return std::array{"title", "byline", "dateline", "caption", "boilerplate", "duplicate", "comment"};
  } else {
    static_assert(std::same_as<Enum, DateBasis>);
    return std::array{"none", "given", "metadata", "url", "byline", "dateline", "bounds"};
  }
}

Json day_json(const std::optional<Day>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}
std::optional<Day> day_of(const Json& json) {
  return json.is_string() ? parse_iso_day(json.get_ref<const std::string&>()) : std::nullopt;
}

class Writer {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (requires { value.has_value(); }) {
      if (value) {
        m_object[name] = json_of(*value);
      }
    } else if constexpr (requires { value.begin(); }) {
      if (!value.empty()) {
        m_object[name] = json_of(value);
      }
    } else {
      m_object[name] = json_of(value);
    }
  }

  template <class T>
  static Json json_of(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return names_of<T>()[static_cast<std::size_t>(value)];
    } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
      return value;
    } else if constexpr (std::same_as<T, Span>) {
      return Json::array({value.begin, value.end});
    } else if constexpr (std::same_as<T, Hash128>) {
      return to_hex(value);
    } else if constexpr (std::same_as<T, DateRange>) {
      return Json::array({day_json(value.from), day_json(value.to)});
    } else if constexpr (requires { value.size(); }) {
      Json list = Json::array();
      for (const auto& item : value) {
        list.push_back(json_of(item));
      }
      return list;
    } else {
      Writer writer;
      fields(writer, value);
      return std::move(writer.m_object);
    }
  }

 private:
  Json m_object = Json::object();
};

class Reader {
 public:
  explicit Reader(const Json& object) : m_object(object) {}

  template <class T>
  void operator()(const char* name, T& value) {
    const auto found = m_object.find(name);
    if (found == m_object.end()) {
      return;
    }
    if constexpr (requires {
                    value.emplace();
                    value.has_value();
                  }) {
      read(*found, value.emplace());
    } else {
      read(*found, value);
    }
  }

  template <class T>
  static void read(const Json& json, T& value) {
    if constexpr (std::is_enum_v<T>) {
      read_enum(json.get_ref<const std::string&>(), value);
    } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>) {
      json.get_to(value);
    } else if constexpr (std::same_as<T, Span>) {
      value = {json.at(0).get<std::uint32_t>(), json.at(1).get<std::uint32_t>()};
    } else if constexpr (std::same_as<T, Hash128>) {
      value = hash_from_hex(json.get_ref<const std::string&>());
    } else if constexpr (std::same_as<T, DateRange>) {
      value = {day_of(json.at(0)), day_of(json.at(1))};
    } else if constexpr (requires { value.emplace_back(); }) {
      value.reserve(json.size());
      for (const Json& item : json) {
        read(item, value.emplace_back());
      }
    } else {
      Reader reader(json);
      fields(reader, value);
    }
  }

 private:
  template <class Enum>
  static void read_enum(const std::string& name, Enum& value) {
    constexpr auto names = names_of<Enum>();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (name == names[i]) {
        value = static_cast<Enum>(i);
      }
    }
  }

  const Json& m_object;
};

template <class T>
std::string dump(const T& value) {
  return Writer::json_of(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
T load(std::string_view json) {
  T value;
  Reader::read(Json::parse(json), value);
  return value;
}

}  // namespace

std::string encode(const Claim& claim) {
  return dump(claim);
}
Claim decode_claim(std::string_view json) {
  return load<Claim>(json);
}
std::string encode(const Event& event) {
  return dump(event);
}
Event decode_event(std::string_view json) {
  return load<Event>(json);
}
std::string encode(const Republication& republication) {
  return dump(republication);
}
Republication decode_republication(std::string_view json) {
  return load<Republication>(json);
}
std::string encode(const std::vector<Attribution>& attributions) {
  return dump(attributions);
}
std::vector<Attribution> decode_attributions(std::string_view json) {
  return load<std::vector<Attribution>>(json);
}
std::string encode_about(const StoredReport& report) {
  return dump(report);
}
void decode_about(std::string_view json, StoredReport& report) {
  Reader::read(Json::parse(json), report);
}

Hash128 hash_from_hex(std::string_view hex) {
  Hash128 hash;
  if (hex.size() != 32) {
    return hash;
  }
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const char c = hex[i];
    const auto digit = static_cast<std::uint64_t>(c >= 'a' ? c - 'a' + 10 : c - '0');
    std::uint64_t& half = i < 16 ? hash.hi : hash.lo;
    half = (half << 4) | (digit & 15);
  }
  return hash;
}

}  // namespace hearsay::store::detail

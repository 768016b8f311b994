// SPDX-License-Identifier: Apache-2.0
// One list of fields for each struct, walked once to write and once to read.
#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/detail/json_text.hpp>

#include <array>
#include <concepts>
#include <type_traits>

namespace hearsay::store::detail {

namespace {

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
void fields(auto& a, Is<ClaimWay> auto& v) {
  a("span", v.span), a("means", v.means), a("place", v.place);
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
  a("recipients", v.recipients), a("place", v.place), a("origin", v.origin), a("way", v.way);
  a("time", v.time), a("quantities", v.quantities), a("equipment", v.equipment), a("attribution", v.attribution),
      a("status", v.status), a("anonymous", v.anonymous);
  a("comment", v.comment), a("caveat", v.caveat), a("framing", v.framing), a("why", v.why),
      a("confidence", v.confidence);
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
  a("published", v.published), a("stamp", v.stamp), a("extra", v.extra), a("replaced", v.replaced);
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

void write_day(std::string& to, const std::optional<Day>& day) {
  if (day) {
    write_string(to, to_iso(*day));
  } else {
    to += "null";
  }
}
std::optional<Day> read_day(JsonText& from) {
  return from.null() ? std::nullopt : parse_iso_day(from.string());
}

// Empty optionals, strings and lists are left out.
class Writer {
 public:
  explicit Writer(std::string& to) : m_to(to) {}

  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (requires { value.has_value(); }) {
      if (value) {
        member(name, *value);
      }
    } else if constexpr (requires { value.begin(); }) {
      if (!value.empty()) {
        member(name, value);
      }
    } else {
      member(name, value);
    }
  }

  template <class T>
  static void write(std::string& to, const T& value) {
    if constexpr (std::is_enum_v<T>) {
      write_string(to, names_of<T>()[static_cast<std::size_t>(value)]);
    } else if constexpr (std::same_as<T, bool>) {
      to += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
      to += std::to_string(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
      write_number(to, value);
    } else if constexpr (std::same_as<T, std::string>) {
      write_string(to, value);
    } else if constexpr (std::same_as<T, Span>) {
      to += '[' + std::to_string(value.begin) + ',' + std::to_string(value.end) + ']';
    } else if constexpr (std::same_as<T, Hash128>) {
      write_string(to, to_hex(value));
    } else if constexpr (std::same_as<T, DateRange>) {
      to += '[';
      write_day(to, value.from);
      to += ',';
      write_day(to, value.to);
      to += ']';
    } else if constexpr (requires { value.size(); }) {
      to += '[';
      for (const auto& item : value) {
        to += &item == &value.front() ? "" : ",";
        write(to, item);
      }
      to += ']';
    } else {
      to += '{';
      Writer writer(to);
      fields(writer, value);
      to += '}';
    }
  }

 private:
  template <class T>
  void member(const char* name, const T& value) {
    m_to += m_first ? "" : ",";
    m_first = false;
    write_string(m_to, name);
    m_to += ':';
    write(m_to, value);
  }

  std::string& m_to;
  bool m_first = true;
};

// Gives one member of an object to the field of its name; a name that no field has is a newer writer's.
class Reader {
 public:
  Reader(JsonText& from, std::string_view name) : m_from(from), m_name(name) {}

  template <class T>
  void operator()(const char* name, T& value) {
    if (m_done || m_name != name) {
      return;
    }
    m_done = true;
    if constexpr (requires {
                    value.emplace();
                    value.has_value();
                  }) {
      read(m_from, value.emplace());
    } else {
      read(m_from, value);
    }
  }

  template <class T>
  static void read(JsonText& from, T& value) {
    if constexpr (std::is_enum_v<T>) {
      read_enum(from, value);
    } else if constexpr (std::same_as<T, bool>) {
      value = from.boolean();
    } else if constexpr (std::integral<T>) {
      value = static_cast<T>(from.integer());
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = from.null() ? T{} : static_cast<T>(from.number());
    } else if constexpr (std::same_as<T, std::string>) {
      value = from.string();
    } else if constexpr (std::same_as<T, Span>) {
      read_pair(
          from, [&] { value.begin = static_cast<std::uint32_t>(from.integer()); },
          [&] { value.end = static_cast<std::uint32_t>(from.integer()); });
    } else if constexpr (std::same_as<T, Hash128>) {
      std::string buffer;
      value = hash_from_hex(from.string(buffer));
    } else if constexpr (std::same_as<T, DateRange>) {
      read_pair(
          from, [&] { value.from = read_day(from); }, [&] { value.to = read_day(from); });
    } else if constexpr (requires { value.emplace_back(); }) {
      from.enter('[');
      for (bool first = true; from.next(']', first); first = false) {
        read(from, value.emplace_back());
      }
    } else {
      read_object(from, value);
    }
  }

 private:
  static void read_pair(JsonText& from, auto first, auto second) {
    from.enter('[');
    if (from.next(']', true)) {
      first();
    }
    if (from.next(']', false)) {
      second();
      from.next(']', true);
    }
  }

  template <class T>
  static void read_object(JsonText& from, T& value) {
    from.enter('{');
    std::string buffer;
    for (bool first = true; from.next('}', first); first = false) {
      Reader reader(from, from.string(buffer));
      from.colon();
      fields(reader, value);
      if (!reader.m_done) {
        from.skip();
      }
    }
  }

  template <class Enum>
  static void read_enum(JsonText& from, Enum& value) {
    constexpr auto names = names_of<Enum>();
    std::string buffer;
    const std::string_view name = from.string(buffer);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (name == names[i]) {
        value = static_cast<Enum>(i);
      }
    }
  }

  JsonText& m_from;
  std::string_view m_name;
  bool m_done = false;
};

template <class T>
std::string dump(const T& value) {
  std::string text;
  Writer::write(text, value);
  return text;
}

template <class T>
void load_into(std::string_view json, T& value) {
  JsonText from(json);
  Reader::read(from, value);
  from.end();
}

template <class T>
T load(std::string_view json) {
  T value;
  load_into(json, value);
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
  load_into(json, report);
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

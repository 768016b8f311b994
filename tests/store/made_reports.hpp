// SPDX-License-Identifier: Apache-2.0
// Small reports with claims, and a fresh store address, for the tests of the store.
#pragma once
#include <unistd.h>
#include <filesystem>
#include <string>

#include <hearsay/store/store.hpp>

namespace hearsay::tests {

/// A folder that is gone when the test is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-store-XXXXXX").string();
    m_path = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string file(const std::string& name) const { return (m_path / name).string(); }

 private:
  std::filesystem::path m_path;
};

struct MadeClaim {
  std::string type = "ASSAULT", mode = "airstrike", actor = "levant:actor/syrian-air-force",
              place = "levant:place/darayya";
  double lat = 33.458, lon = 36.232, radius_km = 2;
  std::string day = "2016-03-01";
  Status status = Status::asserted;
  std::string voice{};
};

inline Claim make_claim(const store::StoredReport& report, const MadeClaim& made) {
  Claim claim;
  claim.id =
      hash_bytes(report.text.id + to_hex(report.text.text_id) + made.type + std::to_string(report.claims.size()));
  claim.doc = report.text.id;
  claim.text = report.text.text_id;
  claim.type = made.type;
  claim.mode = made.mode;
  claim.trigger = {static_cast<std::uint32_t>(report.claims.size()),
                   static_cast<std::uint32_t>(report.claims.size() + 1)};
  claim.actors = {{made.actor, "Actor " + made.actor, {0, 1}, false}};
  ClaimPlace place;
  place.entity = made.place;
  place.name = "Darayya";
  place.at.lat = made.lat;
  place.at.lon = made.lon;
  place.at.radius_km = made.radius_km;
  claim.place = place;
  if (const auto day = parse_iso_day(made.day)) {
    claim.time = ClaimTime{{}, {TimexType::date, made.day, "", {day, day}}, false};
  }
  claim.status = made.status;
  if (!made.voice.empty()) {
    Voice& voice = claim.attribution.emplace_back();
    voice.kind = VoiceKind::spokesman;
    voice.entity = made.voice;
  }
  return claim;
}

inline store::StoredReport make_report(const std::string& id, const std::string& text, const std::string& published) {
  store::StoredReport report;
  report.text.id = id;
  report.text.doc = hash_bytes(id);
  report.text.text = text;
  report.text.text_id = hash_bytes(text);
  report.text.title = "Title of " + id;
  report.text.published.basis = DateBasis::given;
  const auto day = parse_iso_day(published);
  report.text.published.range = {day, day};
  report.outlet = "levant:outlet/" + id.substr(0, 1);
  report.outlet_name = "Outlet " + id.substr(0, 1);
  return report;
}

inline store::StoredReport make_report(const std::string& id, const std::string& published,
                                       std::initializer_list<MadeClaim> claims) {
  store::StoredReport report = make_report(id, "Warplanes struck Darayya, " + id + " reported.", published);
  for (const MadeClaim& made : claims) {
    report.claims.push_back(make_claim(report, made));
  }
  return report;
}

}  // namespace hearsay::tests

// SPDX-License-Identifier: Apache-2.0
// The front door of analyse/.
#include <hearsay/analyse/analyse.hpp>

namespace hearsay::analyse {

struct Models::Data {};

Models::Models(const std::filesystem::path&, const Pack&) : m_data(std::make_shared<Data>()) {}

Analysis analyse_text(const CleanText&, const Models&) { return {}; }

void tag_and_parse(std::string_view, Analysis&, const Models&) {}

}  // namespace hearsay::analyse

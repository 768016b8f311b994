// SPDX-License-Identifier: Apache-2.0
// Feeds, parsed by pugixml (which resolves no external or own entities, so there are no bombs).
#include <hearsay/read/detail/feed.hpp>

#include <hearsay/read/detail/charset.hpp>
#include <hearsay/read/detail/report_maker.hpp>

#include <fmt/format.h>
#include <pugixml.hpp>

#include <cstring>
#include <sstream>

namespace hearsay::read::detail {

namespace {

/// The first child with one of the names, in their order of preference.
pugi::xml_node first_child(pugi::xml_node node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const pugi::xml_node child = node.child(name)) {
      return child;
    }
  }
  return {};
}

std::string text_of_child(pugi::xml_node node, std::initializer_list<const char*> names) {
  return first_child(node, names).text().as_string();
}

/// Atom's xhtml content is markup of its own, other content is text that holds it.
std::string content_of(pugi::xml_node item) {
  const pugi::xml_node content =
      first_child(item, {"content:encoded", "content", "description", "summary", "media:description"});
  if (std::strcmp(content.attribute("type").as_string(), "xhtml") != 0) {
    return content.text().as_string();
  }
  std::ostringstream markup;
  for (const pugi::xml_node child : content.children()) {
    child.print(markup, "", pugi::format_raw);
  }
  return markup.str();
}

/// RSS writes the address as text, Atom as an attribute, and has several kinds of link.
std::string link_of(pugi::xml_node item) {
  for (const pugi::xml_node link : item.children("link")) {
    const std::string_view rel = link.attribute("rel").as_string("alternate");
    if (link.attribute("href") && rel == "alternate") {
      return link.attribute("href").as_string();
    }
    if (const std::string_view text = link.text().as_string(); !text.empty()) {
      return std::string(text);
    }
  }
  return text_of_child(item, {"guid", "id"});
}

bool has_markup(const std::string& content) {
  const auto open = content.find('<');
  return open != std::string::npos && content.find('>', open) != std::string::npos;
}

Expected<RawReport> make_report(pugi::xml_node item, const std::string& outlet, const DecodedText& decoded,
                                std::string_view source, const Limits& limits) {
  RawReport report;
  report.text = content_of(item);
  report.media_type = has_markup(report.text) ? "text/html" : "text/plain";
  report.title = text_of_child(item, {"title"});
  report.url = link_of(item);
  report.id = report.url;
  report.published = text_of_child(item, {"pubDate", "published", "dc:date", "updated"});
  report.outlet = outlet;
  report.source = source;
  report.charset = decoded.charset;
  return finish_report(std::move(report), limits);
}

}  // namespace

void read_feed(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out) {
  if (bytes.size() > limits.max_page_bytes * 4) {
    out.problems.push_back(
        {"", fmt::format("{} bytes, more than the limit of {} for a feed", bytes.size(), limits.max_page_bytes * 4)});
    return;
  }
  const DecodedText decoded = decode_text(bytes, true);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(decoded.text.data(), decoded.text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    out.problems.push_back(
        {"", fmt::format("not well-formed XML at byte {}: {}", parsed.offset, parsed.description())});
    return;
  }
  const pugi::xml_node root = document.document_element();
  const pugi::xml_node channel = root.child("channel") ? root.child("channel") : root;
  const std::string outlet = text_of_child(channel, {"title"});
  const char* const name = root.child("entry") ? "entry" : "item";
  const pugi::xml_node holder = channel.child(name) ? channel : root;  // RSS 1.0 lists the items beside the channel
  if (!holder.child(name)) {
    out.problems.push_back({"", "XML, but neither an RSS nor an Atom feed with items"});
    return;
  }
  std::size_t number = 0;
  for (const pugi::xml_node item : holder.children(name)) {
    ++number;
    auto report = make_report(item, outlet, decoded, source, limits);
    if (report) {
      report->replaced = number == 1 ? decoded.replaced : 0;
      out.reports.push_back(std::move(*report));
    } else {
      out.problems.push_back({fmt::format("item {}", number), report.error().message});
    }
  }
}

}  // namespace hearsay::read::detail

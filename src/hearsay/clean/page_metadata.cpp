// SPDX-License-Identifier: Apache-2.0
// Reading a page's metadata.
#include <hearsay/clean/detail/page_metadata.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/clean/detail/page_blocks.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hearsay::clean::detail {

namespace {

using Json = nlohmann::json;

constexpr std::size_t k_longest_json = 2U << 20U;
constexpr int k_deepest_json = 24;

/// meta name/property/itemprop -> which field; earlier rows win. From Open Graph, schema.org, Dublin Core, and the
/// tools of newsrooms (parse.ly, Sailthru, CXense).
enum class Field { title, byline, published, site, url };
constexpr std::array<std::pair<std::string_view, Field>, 30> k_meta{{{"og:title", Field::title},
                                                                     {"twitter:title", Field::title},
                                                                     {"parsely-title", Field::title},
                                                                     {"dc.title", Field::title},
                                                                     {"headline", Field::title},
                                                                     {"article:published_time", Field::published},
                                                                     {"og:published_time", Field::published},
                                                                     {"datepublished", Field::published},
                                                                     {"parsely-pub-date", Field::published},
                                                                     {"sailthru.date", Field::published},
                                                                     {"dc.date.issued", Field::published},
                                                                     {"dc.date", Field::published},
                                                                     {"dcterms.created", Field::published},
                                                                     {"dcterms.date", Field::published},
                                                                     {"article.published", Field::published},
                                                                     {"publishdate", Field::published},
                                                                     {"publish-date", Field::published},
                                                                     {"pubdate", Field::published},
                                                                     {"date", Field::published},
                                                                     {"cxenseparse:recs:publishtime", Field::published},
                                                                     {"rnews:datepublished", Field::published},
                                                                     {"author", Field::byline},
                                                                     {"byl", Field::byline},
                                                                     {"article:author_name", Field::byline},
                                                                     {"parsely-author", Field::byline},
                                                                     {"sailthru.author", Field::byline},
                                                                     {"dc.creator", Field::byline},
                                                                     {"og:site_name", Field::site},
                                                                     {"application-name", Field::site},
                                                                     {"og:url", Field::url}}};

std::string& field_of(PageMetadata& data, Field field) {
  switch (field) {
    case Field::title:
      return data.title;
    case Field::byline:
      return data.byline;
    case Field::published:
      return data.published;
    case Field::site:
      return data.site;
    case Field::url:
      break;
  }
  return data.url;
}

std::string collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

std::string text_under(const Page& page, std::size_t index) {
  std::string text;
  for (std::size_t i = index; i < static_cast<std::size_t>(page.nodes[index].end); ++i) {
    if (page.nodes[i].kind == PageNode::Kind::text) {
      text += page.nodes[i].text;
    }
  }
  return text;
}

/// Many sites put HTML's entities into JSON; the ones of typography are undone.
std::string without_entities(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> k_named{{{"quot", "\""},
                                                                                   {"apos", "'"},
                                                                                   {"lt", "<"},
                                                                                   {"gt", ">"},
                                                                                   {"nbsp", " "},
                                                                                   {"lsquo", "\u2018"},
                                                                                   {"rsquo", "\u2019"},
                                                                                   {"ldquo", "\u201C"},
                                                                                   {"rdquo", "\u201D"},
                                                                                   {"ndash", "\u2013"},
                                                                                   {"mdash", "\u2014"},
                                                                                   {"hellip", "\u2026"},
                                                                                   {"amp", "&"}}};
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.find(';', at);
    if (end == std::string::npos || end - at > 9) {
      continue;
    }
    const std::string_view name = std::string_view(text).substr(at + 1, end - at - 1);
    std::string sign;
    unsigned code = 0;
    const char* first = name.data() + (name.starts_with("#x") ? 2 : 1);
    if (name.starts_with('#') &&
        std::from_chars(first, name.data() + name.size(), code, name.starts_with("#x") ? 16 : 10).ec == std::errc{}) {
      if (code >= 0x20 && code < 0xD800) {
        append_utf8(sign, static_cast<char32_t>(code));
      }
    } else if (const auto* known =
                   std::find_if(k_named.begin(), k_named.end(), [&](const auto& e) { return e.first == name; });
               known != k_named.end()) {
      sign = known->second;
    }
    if (!sign.empty()) {
      text.replace(at, end - at + 1, sign);
    }
  }
  return text;
}

std::string string_of(const Json& value) {
  return value.is_string() ? collapse(without_entities(value.get_ref<const std::string&>())) : "";
}

/// "Jane Doe", {"name": "Jane Doe"}, or a list of these.
std::string names_of(const Json& value) {
  if (value.is_string()) {
    return string_of(value);
  }
  if (value.is_object()) {
    return value.contains("name") ? names_of(value["name"]) : "";
  }
  std::string names;
  if (value.is_array()) {
    for (const Json& item : value) {
      const std::string name = item.is_array() ? "" : names_of(item);
      names += names.empty() || name.empty() ? name : ", " + name;
    }
  }
  return names;
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) {
    return false;
  }
  const auto fits = [](const Json& value) {
    const std::string name = string_of(value);
    return name.ends_with("Article") || name == "BlogPosting" || name == "Report" || name == "LiveBlogPosting" ||
           name == "Reportage";
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
}

void set(std::string& field, std::string value) {
  if (field.empty()) {
    field = std::move(value);
  }
}

void read_json(const Json& value, PageMetadata& data, int depth) {
  if (depth > k_deepest_json) {
    return;
  }
  if (value.is_array()) {
    for (const Json& item : value) {
      read_json(item, data, depth + 1);
    }
    return;
  }
  if (!value.is_object()) {
    return;
  }
  if (value.contains("@graph")) {
    read_json(value["@graph"], data, depth + 1);
  }
  if (!is_article(value)) {
    return;
  }
  set(data.title, string_of(value.value("headline", Json())));
  set(data.published, string_of(value.value("datePublished", Json())));
  set(data.byline, names_of(value.value("author", Json())));
  set(data.publisher, names_of(value.value("publisher", Json())));
  set(data.body, string_of(value.value("articleBody", Json())));
}

void read_json_ld(const std::string& text, PageMetadata& data) {
  const auto deep = std::count(text.begin(), text.end(), '[') + std::count(text.begin(), text.end(), '{');
  if (text.size() > k_longest_json || deep > 20000) {
    return;
  }
  const Json value = Json::parse(text, nullptr, false, true);
  if (!value.is_discarded()) {
    read_json(value, data, 0);
  }
}

class MetadataReader {
 public:
  explicit MetadataReader(const Page& page) : m_page(page), m_found(k_meta.size()) {}

  PageMetadata run() {
    for (std::size_t i = 0; i < m_page.nodes.size(); ++i) {
      if (m_page.nodes[i].kind == PageNode::Kind::element) {
        read_element(i);
      }
    }
    add_title(m_data.title);
    for (std::size_t i = 0; i < k_meta.size(); ++i) {
      if (k_meta[i].second == Field::title) {
        add_title(m_found[i]);
      }
      set(field_of(m_data, k_meta[i].second), m_found[i]);
    }
    set(m_data.published, m_time);
    add_title(m_title);
    add_title(m_h1_count == 1 ? m_h1 : "");
    set(m_data.site, m_data.publisher);
    m_data.title = m_data.titles.empty() ? "" : m_data.titles.front();
    if (m_data.byline.starts_with("http")) {
      m_data.byline.clear();
    }
    return std::move(m_data);
  }

 private:
  void add_title(const std::string& title) {
    if (!title.empty() && std::find(m_data.titles.begin(), m_data.titles.end(), title) == m_data.titles.end()) {
      m_data.titles.push_back(title);
    }
  }

  void read_element(std::size_t i) {
    const PageNode& node = m_page.nodes[i];
    if (node.name == "meta") {
      read_meta(node);
    } else if (node.name == "script") {
      read_json_ld(text_under(m_page, i), m_data);
    } else if (node.name == "title" && m_title.empty()) {
      m_title = collapse(text_under(m_page, i));
    } else if (node.name == "h1") {
      m_h1 = collapse(text_under(m_page, i));
      m_h1_count += m_h1.empty() ? 0 : 1;
    } else if (node.name == "html") {
      m_data.language = attribute(node, "lang");
    } else if (node.name == "link" && attribute(node, "rel") == "canonical") {
      set(m_data.url, attribute(node, "href"));
    } else if (node.name == "time") {
      read_time(node);
    } else if (attribute(node, "itemprop") == "datePublished") {
      set(m_time, attribute(node, "content"));
    }
  }

  /// A publication time beats the first of any times.
  void read_time(const PageNode& node) {
    const std::string& value = attribute(node, "datetime");
    const bool publication =
        attribute(node, "itemprop") == "datePublished" ||
        std::any_of(node.attributes.begin(), node.attributes.end(), [](const auto& a) { return a.first == "pubdate"; });
    if (!value.empty() && (m_time.empty() || (publication && !m_time_is_publication))) {
      m_time = value;
      m_time_is_publication = publication;
    }
  }

  void read_meta(const PageNode& node) {
    std::string key = attribute(node, "property");
    key = key.empty() ? attribute(node, "name") : key;
    key = to_lower(key.empty() ? attribute(node, "itemprop") : key);
    const auto* known =
        std::find_if(k_meta.begin(), k_meta.end(), [&](const auto& entry) { return entry.first == key; });
    if (known != k_meta.end()) {
      set(m_found[static_cast<std::size_t>(known - k_meta.begin())], collapse(attribute(node, "content")));
    }
  }

  const Page& m_page;
  PageMetadata m_data;
  std::vector<std::string> m_found;
  std::string m_time, m_title, m_h1;
  bool m_time_is_publication = false;
  int m_h1_count = 0;
};

}  // namespace

PageMetadata read_metadata(const Page& page) {
  return MetadataReader(page).run();
}

}  // namespace hearsay::clean::detail

// SPDX-License-Identifier: Apache-2.0
// libgumbo's tree, flattened. Nothing outside this file knows the library.
#include <hearsay/read/detail/page.hpp>

#include <hearsay/read/detail/page_source.hpp>

#include <gumbo.h>

#include <memory>
#include <utility>

namespace hearsay::read::detail {

namespace {

struct DestroyOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr || piece.length < 2) {
    return "";
  }
  gumbo_tag_from_original_text(&piece);
  return lower_ascii({piece.data, piece.length});
}

class Flattener {
 public:
  explicit Flattener(const PageSource& source) : m_source(source) {}

  /// Recursion is no deeper than the source was let nest.
  void add(const GumboNode& node, std::int32_t parent) {
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        add_element(node.v.element, parent);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node.v.text, parent);
        break;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
        break;
    }
  }

  Page take() { return std::move(m_page); }

 private:
  void add_element(const GumboElement& element, std::int32_t parent) {
    const auto index = static_cast<std::int32_t>(m_page.nodes.size());
    PageNode node;
    node.parent = parent;
    node.name = tag_name(element);
    node.raw = m_source.to_raw(element.start_pos.offset);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      node.attributes.emplace_back(lower_ascii(attribute.name), attribute.value);
    }
    m_page.nodes.push_back(std::move(node));
    for (unsigned i = 0; i < element.children.length; ++i) {
      add(*static_cast<const GumboNode*>(element.children.data[i]), index);
    }
    m_page.nodes[static_cast<std::size_t>(index)].end = static_cast<std::int32_t>(m_page.nodes.size());
  }

  void add_text(const GumboText& text, std::int32_t parent) {
    PageNode node;
    node.kind = PageNode::Kind::text;
    node.parent = parent;
    node.end = static_cast<std::int32_t>(m_page.nodes.size()) + 1;
    node.text = text.text;
    node.raw = m_source.to_raw(text.start_pos.offset);
    m_page.nodes.push_back(std::move(node));
  }

  const PageSource& m_source;
  Page m_page;
};

}  // namespace

Page parse_page(std::string_view html, std::size_t max_depth) {
  const PageSource source = prepare_page(html, max_depth);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&options, source.text.data(), source.text.size()));
  Flattener flattener(source);
  flattener.add(*output->root, -1);
  Page page = flattener.take();
  page.flattened = source.dropped;
  return page;
}

}  // namespace hearsay::read::detail

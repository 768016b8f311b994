// SPDX-License-Identifier: Apache-2.0
// A page as a sequence of text blocks: paragraphs, headings, list items, cells.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <hearsay/clean/detail/page_hints.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::clean::detail {

/// Text [at, at + length) of a block is node text [from, from + length).
struct BlockPiece {
  std::uint32_t at = 0, node = 0, from = 0, length = 0;
};

enum class BlockKind : std::uint8_t { paragraph, heading, item, cell, quote, other };

struct Block {
  std::string text;  // white space collapsed, trimmed
  std::vector<BlockPiece> pieces;
  std::uint32_t node = 0;          // the block element that holds it
  std::uint32_t letters = 0;       // bytes that are not white space
  std::uint32_t link_letters = 0;  // of these inside links
  BlockKind kind = BlockKind::other;

  double link_density() const { return letters == 0 ? 0 : static_cast<double>(link_letters) / letters; }
};

/// Which elements find_blocks() passes over.
struct BlockOptions {
  bool by_names = true;  // those whose names tell furniture; else only those that the standard or a style hides
};

/// The blocks of a page, in order, without those under elements that never hold an article's text: navigation,
/// forms, hidden elements, captions, and elements whose names say so (PageHints).
std::vector<Block> find_blocks(const Page& page, const PageHints& hints, const BlockOptions& options = {});

/// Which bytes of the source the block's text comes from; white space that was collapsed and characters that were
/// entities have none.
std::vector<OffsetRun> runs_of(const Block& block, const Page& page, std::string_view source);

/// The first attribute with this name, or "".
const std::string& attribute(const PageNode& node, std::string_view name);

}  // namespace hearsay::clean::detail

// SPDX-License-Identifier: MIT
// Law: what is skimmed from a note without a parser is what cmark says, block by block.
#include <doctest/doctest.h>

#include "laws/documents.hpp"
#include "text/blocks.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t documents = 20000;
#else
constexpr std::size_t documents = 2000000;
#endif

std::string shown(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    text += std::to_string(block.first_line) + "-" + std::to_string(block.last_line);
    if (block.is_heading()) {
      text += " h" + std::to_string(block.level) + " " + block.title;
    } else {
      text += " @" + std::to_string(block.marker) + " text " + std::to_string(block.text) + " to " +
              std::to_string(block.paragraph_end) +
              (block.parent ? " in " + std::to_string(*block.parent) : "") +
              (block.outer ? " outer" : "");
    }
    text += "\n";
  }
  return text;
}

struct Counts {
  std::size_t skimmed = 0, blocks = 0, wrong = 0;
};

void hold(const std::string& text, Counts& counts) {
  const Note note(text);
  const auto skimmed = skim_blocks(text, body_start(text));
  if (!skimmed) return;
  ++counts.skimmed;
  counts.blocks += skimmed->size();
  const std::vector<Block> parsed = parse_blocks(note);
  if (*skimmed == parsed || ++counts.wrong > 5) return;
  INFO("document:\n", text);
  CHECK(shown(*skimmed) == shown(parsed));
}

}  // namespace

TEST_CASE("what is skimmed from everyday documents is what a parser says") {
  Random random(testing::setting("ONEONONE_SEED", 20261127));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", documents);
  Counts counts;
  for (std::size_t n = 0; n < count; ++n) hold(testing::everyday_document(random), counts);
  MESSAGE(count, " documents, ", counts.skimmed, " skimmed with ", counts.blocks, " blocks");
  CHECK(counts.skimmed > count / 5);
  CHECK(counts.wrong == 0);
}

TEST_CASE("what is skimmed from hostile documents is what a parser says") {
  Random random(testing::setting("ONEONONE_SEED", 20261128));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", documents) / 4;
  Counts counts;
  for (std::size_t n = 0; n < count; ++n) hold(testing::hostile_document(random), counts);
  MESSAGE(count, " documents, ", counts.skimmed, " skimmed with ", counts.blocks, " blocks");
  CHECK(counts.wrong == 0);
}

namespace {

/// The blocks that begin on a line or before it, and of each whether it holds the line.
std::string known_at(std::vector<Block> blocks, std::size_t line) {
  std::erase_if(blocks, [line](const Block& block) { return block.first_line > line; });
  for (Block& block : blocks) block.last_line = block.last_line >= line ? 1 : 0;
  return shown(blocks);
}

void hold_up_to_lines(const std::string& text) {
  const Note note(text);
  const std::vector<Block> all = blocks_of(note);
  for (std::size_t line = note.body_line(); line <= note.lines(); ++line) {
    if (note.line(line).find_first_not_of(" \t>") == std::string_view::npos) continue;
    const std::string some = known_at(blocks_up_to(note, line), line);
    if (some == known_at(all, line)) continue;
    INFO("line ", line, " of the document:\n", text);
    CHECK(some == known_at(all, line));
  }
}

}  // namespace

TEST_CASE("what is known of a line does not hang on what stands behind its paragraph") {
  Random random(testing::setting("ONEONONE_SEED", 20261130));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", documents) / 40;
  for (std::size_t n = 0; n < count; ++n) {
    hold_up_to_lines(testing::everyday_document(random));
    hold_up_to_lines(testing::list_document(random));
    hold_up_to_lines(testing::hostile_document(random));
  }
}

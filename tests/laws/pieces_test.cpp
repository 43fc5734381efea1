// SPDX-License-Identifier: MIT
// Law: a body that is parsed in pieces has the blocks that it has as a whole.
#include <doctest/doctest.h>

#include "laws/documents.hpp"
#include "text/blocks.hpp"

namespace {

using namespace oneonone;
using oneonone::testing::Random;

#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t documents = 10000;
#else
constexpr std::size_t documents = 500000;
#endif

/// Several documents, one right behind the other: what one opens the next may close.
std::string long_document(Random& random) {
  std::string text;
  for (std::size_t n = 1 + random.below(6); n > 0; --n) {
    text +=
        random.chance(50) ? testing::hostile_document(random) : testing::everyday_document(random);
    if (random.chance(5)) text += "\xEF\xBB\xBF";
  }
  return text;
}

/// True when both are the same but for headings with a link that is defined in another piece.
bool are_same(const std::vector<Block>& whole, std::vector<Block> pieces) {
  if (whole.size() != pieces.size()) return false;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (pieces[i].title.find('[') != std::string::npos) pieces[i].title = whole[i].title;
  }
  return whole == pieces;
}

}  // namespace

TEST_CASE("a body parsed in pieces has the blocks of the whole") {
  Random random(testing::setting("ONEONONE_SEED", 20261126));
  const std::size_t count = testing::setting("ONEONONE_DOCUMENTS", documents);
  std::size_t blocks = 0;
  std::size_t wrong = 0;
  for (std::size_t n = 0; n < count; ++n) {
    const Note note(long_document(random));
    const std::vector<Block> whole = parse_blocks(note);
    blocks += whole.size();
    if (are_same(whole, parse_blocks(note, {0, 1 + random.below(60)})) || ++wrong > 5) continue;
    INFO("document:\n", note.bytes());
    CHECK(false);
  }
  MESSAGE(count, " documents with ", blocks, " blocks");
  CHECK(wrong == 0);
}

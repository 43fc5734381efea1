// SPDX-License-Identifier: MIT
// The kind that an item's words begin with.
#include "model/item.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace oneonone;

TEST_CASE("an item's kind is the word before its first colon") {
  struct Row {
    std::string_view words, kind;
  };
  for (const auto& [words, kind] : {Row{"Ask: conference budget", "ask"},
                                    {"WIN: builds are faster", "win"},
                                    {"idea:one", "idea"},
                                    {"Praise: calm write-up", "praise"},
                                    {"Feedback: late", "feedback"},
                                    {"Concern: load", "concern"},
                                    {"Blocker: access", "blocker"},
                                    {"Decision: hire", "decision"},
                                    {"Question: why", "question"},
                                    {"Fact: half marathon", "fact"},
                                    {"Ask for budget", ""},
                                    {"Asks: budget", ""},
                                    {"Ask : budget", ""},
                                    {"Note: Ask: budget", ""},
                                    {"task: budget", ""},
                                    {": budget", ""},
                                    {"", ""}}) {
    Item item;
    item.words = words;
    CHECK(item.kind() == kind);
  }
}

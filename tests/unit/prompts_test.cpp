// SPDX-License-Identifier: MIT
// What `close` takes out of a note.
#include "text/prompts.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

const Reading reading{Headings({"Topics"}, {}), ""};

const char* const asked =
    "---\ndate: 2026-11-24\n---\n# Alice and Dana\n\n## Wins\n\n## Topics\n\n"
    "## Feedback\n<!-- Each to the other:\none thing. -->\n\n## Action items\n<!-- Who does what? "
    "-->\n\n## Recap (alice)\n<!-- Alice writes -->\n";

std::string swept(const std::string& text) {
  return without_prompts(Note(text), Note(asked), reading);
}

}  // namespace

TEST_CASE("an agenda in which nobody wrote leaves the title") {
  CHECK(swept(asked) == "---\ndate: 2026-11-24\n---\n# Alice and Dana\n");
}

TEST_CASE("what was written stays, and one blank line between sections") {
  CHECK(
      swept("# Alice and Dana\n\n## Wins\n- Shipped\n\n## Topics\n\n## Feedback\n<!-- Each to the "
            "other:\none thing. -->\n- Praise: calm\n\n## Action items\n<!-- Who does what? -->\n"
            "\n## Recap (alice)\n<!-- Alice writes -->\nGood.\n") ==
      "# Alice and Dana\n\n## Wins\n- Shipped\n\n## Feedback\n- Praise: calm\n\n"
      "## Recap (alice)\nGood.\n");
}

TEST_CASE("a comment that was changed, and a heading of one's own, stay") {
  const std::string text =
      "# Alice and Dana\n\n## Feedback\n<!-- Each to the other:\ntwo things. -->\n\n## Mine\n";
  CHECK(swept(text) == text);
}

TEST_CASE("a line that holds more than the comment stays") {
  const std::string text = "## Action items\n<!-- Who does what? --> we both\n";
  CHECK(swept(text) == text);
}

TEST_CASE("a heading over empty headings is empty, one over a full one is not") {
  const Note template_text("## A\n### B\n### C\n## D\n");
  auto sweep = [&](const std::string& text) {
    return without_prompts(Note(text), template_text, reading);
  };
  CHECK(sweep("## A\n### B\n### C\n## D\ntext\n") == "## D\ntext\n");
  CHECK(sweep("## A\n### B\n### C\ntext\n## D\n") == "## A\n### C\ntext\n");
}

TEST_CASE("blank lines elsewhere, line endings and a BOM stay as they are") {
  CHECK(
      swept("\xEF\xBB\xBF# T\r\n\r\n\r\ntext\r\n\r\n## Wins\r\n\r\n## Topics\r\n- [ ] x\r\n\r\n") ==
      "\xEF\xBB\xBF# T\r\n\r\n\r\ntext\r\n\r\n## Topics\r\n- [ ] x\r\n\r\n");
  CHECK(swept("") == "");
  CHECK(swept("text") == "text");
}

TEST_CASE("sweeping twice changes nothing more") {
  const std::string once = swept(std::string(asked) + "Done.\n");
  CHECK(swept(once) == once);
}

TEST_CASE("a reading that nobody gave goes, one that was given loses its hint") {
  const Note template_text(
      "## Growth\n- customer calls: ?  <!-- last: 3, 2, 4; aim: 3 a week -->\n- slow pages: ?\n");
  auto sweep = [&](const std::string& text) {
    return without_prompts(Note(text), template_text, reading);
  };
  CHECK(sweep(std::string(template_text.bytes())) == "");
  CHECK(sweep("## Growth\n- customer calls: 4  <!-- last: 3, 2, 4; aim: 3 a week --> \n"
              "- slow pages: ?\n") == "## Growth\n- customer calls: 4\n");
  CHECK(sweep("## Growth\r\n- customer calls: 4 <!-- last: 3, 2, 4; aim: 3 a week -->\r\n") ==
        "## Growth\r\n- customer calls: 4\r\n");
  CHECK(sweep("## Growth\n- customer calls: ?  <!-- last: 3, 2, 4; aim: 3 a week -->\n"
              "  - away all week\n- slow pages: ?\n  - ask Bob\n") ==
        "## Growth\n- customer calls: ?\n  - away all week\n- slow pages: ?\n  - ask Bob\n");
}

TEST_CASE(
    "a reading that the template did not ask for stays, and so does a hint that was changed") {
  const Note template_text("- customer calls: ?  <!-- aim: 3 a week -->\n");
  const std::string text = "- visits: ?\n- customer calls: 4  <!-- fewer next week -->\n";
  CHECK(without_prompts(Note(text), template_text, reading) == text);
}

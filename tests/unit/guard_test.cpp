// SPDX-License-Identifier: MIT
// What the guard keeps out of repositories that others read.
#include "core/guard.hpp"

#include <doctest/doctest.h>

using namespace oneonone;

namespace {

Guard guard() {
  Guard guard;
  guard.learn("private/alice/topics.md",
              "# Alice and Dana, for the next meeting\n"
              "- [ ] Fact: she is looking for another job (dana) since:2026-11-24 ^wq638\n"
              "- a short one\n");
  guard.learn("private/alice/about.md", "---\nnames: [Alice Ng, Dana Lee of Accounting]\n---\n");
  return guard;
}

std::vector<Finding> refused(const std::string& text, const std::string& before = "") {
  return guard().refused("people/alice/2026-11-24.md", text, before);
}

}  // namespace

TEST_CASE("a private line is refused in whatever form it is pasted") {
  for (const char* text : {"- [ ] Fact: she is looking for another job\n",
                           "> fact: She is looking for another job  due:2026-12-01\n",
                           "- [ ] @bob Fact: she is looking for another job\n",
                           "She never said.\n\n* FACT: she is  looking for another JOB ^abc23\n"}) {
    CAPTURE(text);
    REQUIRE(refused(text).size() == 1);
    CHECK(refused(text)[0].message == "this line stands in private/alice/topics.md:2");
  }
}

TEST_CASE("an id of a private line is refused, whatever the line says") {
  REQUIRE(refused("- [ ] Talk about it ^wq638\n").size() == 1);
  CHECK(refused("- [ ] Talk about it ^wq638\n")[0].message ==
        "^wq638 is the id of a line in private/alice/topics.md:2");
}

TEST_CASE("what is short, a title or shared already is let through") {
  CHECK(refused("- a short one\n").empty());
  CHECK(refused("# Alice and Dana, for the next meeting\n").empty());
  CHECK(refused("---\nnames: [Alice Ng, Dana Lee of Accounting]\n---\n").empty());
  const std::string line = "- Fact: she is looking for another job\n";
  CHECK(refused(line, line).empty());
}

TEST_CASE("a heading named Private is refused at any level") {
  CHECK(refused("## Private\n").size() == 1);
  CHECK(refused("# private:\n").size() == 1);
  CHECK(refused("#### PRIVATE ####\n").size() == 1);
  CHECK(refused("## Private equity\n").empty());
  CHECK(refused("Private\n").empty());
}

TEST_CASE("nothing of private/ goes into another repository") {
  const auto found = guard().refused("private/alice/2026-11-24.md", "x\n", "");
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "private/ must not be in another repository");
}

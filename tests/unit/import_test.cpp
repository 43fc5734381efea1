// SPDX-License-Identifier: MIT
// `import` over a whole notebook in memory: whose notes they become, and what a second one adds.
#include <doctest/doctest.h>

#include <string>

#include "support/world.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

/// Dana's notebook with Bob in it, and sources beside it.
struct Imports {
  explicit Imports(const FileMap& sources)
      : world({{"oneonone.yaml", "format: 1\nme: dana\nname: Dana Lee\n"},
               {"people/bob/about.md",
                "---\npeople: [bob, dana]\nnames: [Bob Ito, Dana Lee]\n---\n"}}) {
    for (const auto& [path, bytes] : sources) world.put("/old/" + path, bytes);
  }

  Said import(Words words) {
    words.insert(words.begin(), "import");
    words.insert(words.end(), {"--today", "2026-11-24"});
    return world.run(words);
  }
  bool has(const std::string& path) const { return world.files().contains(path); }

  MemoryWorld world;
};

const std::string promise = "- [ ] @dana a\n";

}  // namespace

TEST_CASE("a folder, a file's name or the front matter says whose a meeting was") {
  Imports imports({{"Bob Ito/2026-11-03.md", promise},
                   {"2026-11-10 1-1 bob.md", promise},
                   {"2026-11-17.md", "---\nwith: '[[Bob]]'\n---\n" + promise},
                   {"bob/2026/Kickoff 2026-11-24.md", promise},
                   {"alice-ng/2026-11-03.md", promise},
                   {"2026-11-10 Alice Ng.md", promise},
                   {"2026-11-20.md", promise},
                   {"Bob and Alice/2026-11-21.md", promise}});
  const Said said = imports.import({"/old"});
  CHECK(said.status == 0);
  for (const char* path :
       {"people/bob/2026-11-03.md", "people/bob/2026-11-10.md", "people/bob/2026-11-17.md",
        "people/bob/2026-11-24.md", "people/alice/2026-11-03.md", "people/alice/2026-11-10.md"}) {
    CAPTURE(path);
    CHECK(imports.has(path));
  }
  CHECK(said.err.find("/old/2026-11-20.md:1: whose meeting was it?") != std::string::npos);
  CHECK(imports.world.files().at("people/alice/about.md").find("[Alice Ng, Dana Lee]") !=
        std::string::npos);
}

TEST_CASE("a note that was moved, or whose person was renamed, is not imported again") {
  Imports imports({{"bob/2026-11-03.md", promise}, {"bob.md", "# 2026-11-10\n" + promise}});
  imports.import({"/old"});
  CHECK(imports.world.run({"move", "bob", "2026-11-04", "--from", "2026-11-03", "--by", "me"})
            .status == 0);
  CHECK(imports.world.run({"people", "rename", "bob", "robert"}).status == 0);
  CHECK(imports.world
            .run({"done",
                  "robert:" + imports.world.run({"actions", "--format", "{id}"}).out.substr(0, 5)})
            .status == 0);
  const FileMap before = imports.world.files();
  CHECK(imports.import({"/old"}).err.find("0 notes made, 2 there already") != std::string::npos);
  CHECK(imports.import({"/old/bob"}).err.find("0 notes made, 1 there already") !=
        std::string::npos);
  CHECK(imports.import({"/old/bob/2026-11-03.md", "--person", "robert"})
            .err.find("1 there already") != std::string::npos);
  CHECK(imports.world.files() == before);
}

TEST_CASE("a document that grows every week may be imported every week") {
  const std::string draft = "- [ ] Bob: draft it\n";
  Imports imports({{"bob.md", "# 2026-11-10\n" + draft}});
  imports.import({"/old/bob.md"});
  const std::string first = imports.world.files().at("people/bob/2026-11-10.md");
  imports.world.put("/old/bob.md", "# 2026-11-17\n" + draft + "\n# 2026-11-10\n" + draft);
  imports.import({"/old/bob.md"});
  CHECK(imports.world.files().at("people/bob/2026-11-10.md") == first);
  CHECK(imports.world.run({"actions", "--format", "{since} {path}"}).out ==
        "2026-11-10 people/bob/2026-11-17.md\n");
  CHECK(imports.world.run({"check", "--fix"}).status == 0);
  CHECK(imports.world.run({"actions", "--format", "{since}"}).out == "2026-11-10\n");
}

TEST_CASE("two sources of one day and person become two notes, each once") {
  Imports imports({{"bob/a/2026-11-03.md", promise}, {"bob/b/2026-11-03.md", "- [ ] @dana b\n"}});
  imports.import({"/old"});
  CHECK(imports.has("people/bob/2026-11-03.md"));
  CHECK(imports.has("people/bob/2026-11-03-2.md"));
  const FileMap before = imports.world.files();
  imports.import({"/old"});
  CHECK(imports.world.files() == before);
}

TEST_CASE("a note that was copied here by hand, byte for byte, is there already") {
  Imports imports({{"bob/2026-11-03.md", promise}});
  imports.world.put("people/bob/2026-11-03.md", promise);
  CHECK(imports.import({"/old"}).err.find("1 there already") != std::string::npos);
  CHECK_FALSE(imports.has("people/bob/2026-11-03-2.md"));
}

TEST_CASE("a source that imported nothing yet may be imported to another tree once") {
  Imports imports({{"bob/2026-11-03.md", promise}});
  imports.import({"/old", "--private"});
  CHECK(imports.has("private/bob/2026-11-03.md"));
  CHECK(imports.import({"/old"}).err.find("1 there already") != std::string::npos);
  CHECK_FALSE(imports.has("people/bob/2026-11-03.md"));
}

TEST_CASE("a write that fails costs nothing: the next import makes the rest") {
  Imports imports({{"alice/2026-11-03.md", promise}, {"alice/2026-11-10.md", "- [ ] b\n"}});
  for (int nth = 1; nth <= 3; ++nth) {
    auto broken = imports.world.copy_that_fails(nth);
    CHECK(broken->run({"import", "/old", "--today", "2026-11-24"}).status == 1);
    CHECK(broken->run({"import", "/old", "--today", "2026-11-24"}).status == 0);
    CHECK(broken->files().contains("people/alice/2026-11-03.md"));
    CHECK(broken->files().contains("people/alice/2026-11-10.md"));
  }
}

// SPDX-License-Identifier: MIT
// What follows for `sync` from what git says.
#include "core/sync.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace oneonone;

namespace {

/// git's status ends each record with NUL.
Standing status(std::string text) {
  std::ranges::replace(text, '\n', '\0');
  return read_standing(text);
}

StoppedPath stopped(const std::string& path, const std::string& modes) {
  return status("u UU N... " + modes + " 100644 1 2 3 " + path + "\n").stopped.at(0);
}

}  // namespace

TEST_CASE("what git says of a repository is read") {
  const Standing standing = status(
      "# branch.oid 1f2e3d\n# branch.head main\n# branch.upstream origin/main\n"
      "1 .M N... 100644 100644 100644 aa aa people/alice/a note.md\n"
      "1 .M S.M. 160000 160000 160000 aa aa people/a-repository\n"
      "1 D. N... 100644 000000 000000 aa aa people/alice/gone.md\n"
      "? people/bob/2026-11-24.md\n? people/chen/\n");
  CHECK(standing.branch == "main");
  CHECK_FALSE(standing.unborn);
  REQUIRE(standing.changed.size() == 3);
  CHECK(standing.changed[0].path == "people/alice/a note.md");
  CHECK(standing.changed[0].known);
  CHECK(standing.changed[1].path == "people/alice/gone.md");
  CHECK(standing.changed[2].path == "people/bob/2026-11-24.md");
  CHECK_FALSE(standing.changed[2].known);
}

TEST_CASE("a repository without a commit, and a HEAD at no branch, are told") {
  CHECK(status("# branch.oid (initial)\n# branch.head main\n").unborn);
  const Standing detached = status("# branch.oid 1f\n# branch.head (detached)\n");
  CHECK(detached.branch.empty());
  CHECK(obstacle(detached, UnderWay::nothing).has_value());
}

TEST_CASE("sync goes on with what it can end, and with nothing else") {
  Standing on_branch;
  on_branch.branch = "main";
  Standing conflict;
  conflict.stopped = {{"people/alice/2026-11-24.md", true, true, true}};
  CHECK_FALSE(obstacle(on_branch, UnderWay::nothing).has_value());
  CHECK_FALSE(obstacle(conflict, UnderWay::rebase).has_value());
  CHECK_FALSE(obstacle({}, UnderWay::rebase).has_value());
  CHECK_FALSE(obstacle(conflict, UnderWay::merge).has_value());
  CHECK(obstacle({}, UnderWay::merge)->hint == "end it with 'git commit', then sync again");
  CHECK(obstacle({}, UnderWay::edit).has_value());
  CHECK(obstacle(conflict, UnderWay::other).has_value());
  CHECK(obstacle(conflict, UnderWay::nothing).has_value());
}

TEST_CASE("of a notebook its own files are committed, of a person's repository all") {
  for (const char* path : {"oneonone.yaml", ".gitignore", ".gitattributes",
                           "people/alice/2026-11-24.md", "templates/weekly.md"}) {
    CAPTURE(path);
    CHECK(is_synced(path, false, Realm::notebook));
    CHECK(is_synced(path, true, Realm::notebook));
  }
  for (const char* path : {"README.md", "private/alice/topics.md", "src/oneonone.yaml"}) {
    CAPTURE(path);
    CHECK_FALSE(is_synced(path, true, Realm::notebook));
  }
  CHECK(is_synced("2026-11-24.md", false, Realm::whole));
  CHECK(is_synced("sub/.gitignore", false, Realm::whole));
}

TEST_CASE("what git does not know is committed when it is a note") {
  for (const char* path : {"people/alice/offer.pdf", "people/alice/.#2026-11-24.md",
                           "people/alice/.trash/2026-11-24.md", "people/alice/#topics.md"}) {
    CAPTURE(path);
    CHECK_FALSE(is_synced(path, false, Realm::notebook));
    CHECK(is_synced(path, true, Realm::notebook));
  }
}

TEST_CASE("each way in which a merge stops has its repair") {
  const std::string file = "100644 ", link = "120000 ", none = "000000 ";
  const auto repair = [&](const std::string& path, const std::string& modes) {
    return repair_of(stopped(path, modes.substr(0, modes.size() - 1)));
  };
  CHECK(repair("a.md", file + file + file) == Repair::merge);
  CHECK(repair("a.md", none + file + file) == Repair::merge);
  CHECK(repair("a.md", file + none + file) == Repair::keep);
  CHECK(repair("a.pdf", file + file + none) == Repair::keep);
  CHECK(repair("a.md", file + none + none) == Repair::remove);
  CHECK(repair("a.pdf", file + file + file) == Repair::ask);
  CHECK(repair("a.md", file + file + link) == Repair::ask);
}

TEST_CASE("what lies where a merge stopped tells whether somebody was at work") {
  const Three<std::string> versions{"a\nb\n", "a\nours\n", "a\ntheirs\n"};
  CHECK(left_in("a\nours\n", versions) == Left::untouched);
  CHECK(left_in("a\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> 1f\n", versions) ==
        Left::untouched);
  CHECK(left_in("a\n<<<<<<< HEAD\nours, said better\n=======\ntheirs\n>>>>>>> 1f\n", versions) ==
        Left::contested);
  CHECK(left_in("a\nboth\n", versions) == Left::settled);
}

TEST_CASE("the reason is the line in which git gives it") {
  CHECK(reason_in("").empty());
  CHECK(reason_in("a hook's last word\n") == "a hook's last word");
  CHECK(reason_in("ssh: no way\nfatal: Could not read.\n\nPlease make sure\n") ==
        "Could not read.");
  CHECK(reason_in("To /x\n ! [rejected] main -> main (fetch first)\nerror: failed\nhint: try\n") ==
        "[rejected] main -> main (fetch first)");
  CHECK(reason_in("error: would be overwritten by merge:\n\tREADME.md\nPlease commit\n") ==
        "would be overwritten by merge: README.md");
  CHECK(reason_in("a/b.md:1: error: private\nhint: go on\nerror: failed to push some refs\n") ==
        "a/b.md:1: error: private");
  CHECK(reason_in("Rebasing (1/2)\rerror: no\n") == "no");
}

TEST_CASE("many paths are several command lines, and none is none") {
  CHECK(in_handfuls({}).empty());
  const auto groups = in_handfuls(std::vector<std::string>(50'000, "people/alice/2026-11-24.md"));
  CHECK(groups.size() > 1);
  std::size_t paths = 0;
  for (const auto& group : groups) paths += group.size();
  CHECK(paths == 50'000);
}

// SPDX-License-Identifier: MIT
// Other programs: their statuses, their output, and what they do not inherit.
#include <doctest/doctest.h>

#include <cstdlib>

#include "support/temporary_folder.hpp"
#include "system/posix.hpp"

using namespace oneonone;
using oneonone::testing::TemporaryFolder;

TEST_CASE("a program's status is told: its own, not there, or a signal") {
  PosixProcesses processes;
  CHECK(processes.run({"true"}, "").status == 0);
  CHECK(processes.run({"sh", "-c", "exit 7"}, "").status == 7);
  CHECK(processes.run({"oneonone-no-such-program"}, "").status == 127);
  CHECK(processes.capture({"oneonone-no-such-program"}, "").status == 127);
  CHECK(processes.feed({"oneonone-no-such-program"}, "text").status == 127);
  CHECK(processes.run({"sh", "-c", "kill -9 $$"}, "").status == 128 + 9);
}

TEST_CASE("arguments arrive as they are, and the program starts in its folder") {
  const TemporaryFolder folder;
  PosixProcesses processes;
  CHECK(processes.capture({"printf", "%s|", "a b", "$HOME", "'", ""}, "").output ==
        "a b|$HOME|'||");
  CHECK(processes.capture({"pwd", "-P"}, folder.path()).output == folder.path() + "\n");
}

TEST_CASE("a captured program has nothing to read, and its talk is not kept") {
  PosixProcesses processes;
  const Ran ran = processes.capture({"sh", "-c", "cat; echo talk >&2; echo data; exit 3"}, "");
  CHECK(ran.output == "data\n");
  CHECK(ran.status == 3);
  CHECK(processes.capture({"head", "-c", "1000000", "/dev/zero"}, "").output.size() == 1000000);
}

TEST_CASE("a program is not turned to another repository and asks for no password") {
  PosixProcesses processes;
  ::setenv("GIT_DIR", "/elsewhere/.git", 1);
  ::setenv("GIT_INDEX_FILE", "/elsewhere/index", 1);
  ::setenv("GIT_AUTHOR_NAME", "Dana", 1);
  const char* print = "echo \"$GIT_DIR,$GIT_INDEX_FILE,$GIT_AUTHOR_NAME,$GIT_TERMINAL_PROMPT\"";
  CHECK(processes.capture({"sh", "-c", print}, "").output == ",,Dana,0\n");
  for (const char* name : {"GIT_DIR", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME"}) ::unsetenv(name);
}

TEST_CASE("a program gets the signals back that we ignore") {
  prepare_process();
  PosixProcesses processes;
  CHECK(processes.run({"sh", "-c", "kill -PIPE $$"}, "").status == 128 + 13);
  CHECK(processes.run({"sh", "-c", "kill -XFSZ $$"}, "").status == 128 + 25);
  CHECK(processes.run({"sh", "-c", "kill -INT $$"}, "").status == 128 + 2);
}

TEST_CASE("a pager reads what it wants and may be left before the end") {
  const TemporaryFolder folder;
  prepare_process();
  PosixProcesses processes;
  const std::string copy = folder / "copy";
  const std::string text(300000, 'x');
  CHECK(processes.feed({"sh", "-c", "cat > \"$0\"", copy}, text).status == 0);
  CHECK(PosixFiles().read(copy) == text);
  CHECK(processes.feed({"true"}, text).status == 0);
}

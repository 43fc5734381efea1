// SPDX-License-Identifier: MIT
// A full disk, no more files, a limit on their size, files of somebody else: told, and nothing
// torn.
#include "faults/disk.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>

#include "faults/hardship.hpp"
#include "faults/table.hpp"

namespace oneonone::faults {
namespace {

/// Tries every nth command in a short run, and all of them in a whole one.
template <typename Try>
void try_some(Table& table, std::size_t nth, Try attempt) {
  for (const Case& one : some_of(writing_cases(), nth)) {
    CAPTURE(one.name);
    const Tally tally = attempt(one);
    for (const std::string& complaint : tally.complaints) FAIL_CHECK(complaint);
    table.add({one.name, count(tally.points), count(tally.silent), count(tally.lost),
               count(tally.torn), count(tally.left)});
  }
  table.show();
}

const Table::Row disk_head{"command", "points", "silent", "lost", "torn", "left behind"};

TEST_CASE("a disk that is full, in bytes or in files, costs nothing") {
  const int most = is_whole_run() ? 6 : 1;
  Table table("full disk", disk_head);
  bool is_skipped = false;
  try_some(table, 6, [&](const Case& one) {
    if (is_skipped) return Tally{};
    const Tree start = Home(one.before).tree();
    const Home home(Tree{});
    const auto disk = Disk::small(home.path());
    is_skipped = !disk;
    return disk ? fill_disk(home, *disk, start, released(), one, most) : Tally{};
  });
}

TEST_CASE("a limit on the size of files is an error, not a signal") {
  Table table("size limit", disk_head);
  try_some(table, 6, [](const Case& one) {
    return limit_files(Home(one.before), released(), one,
                       is_whole_run() ? std::vector<int>{1, 100, 400} : std::vector<int>{1});
  });
}

TEST_CASE("files that are somebody else's stay as they are") {
  if (::getuid() != 0) {
    MESSAGE("SKIPPED: only root can be somebody else");
    return;
  }
  Table table("foreign files", disk_head);
  try_some(table, 6, [](const Case& one) { return be_foreign(Home(one.before), released(), one); });
}

TEST_CASE("output that cannot be written is an error; a reader that has gone is none to tell") {
  const Home home;
  for (const Words& command : reading_commands()) {
    CAPTURE(command[0]);
    if (home.run(released(), command).out.empty()) continue;
    for (const std::string& complaint : lose_output(home, released(), command))
      FAIL_CHECK(complaint);
  }
}

}  // namespace
}  // namespace oneonone::faults

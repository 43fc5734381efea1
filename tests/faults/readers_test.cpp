// SPDX-License-Identifier: MIT
// A command that reads writes nothing, shows nothing private unasked, and works on any disk.
#include "faults/readers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/disk.hpp"

namespace oneonone::faults {
namespace {

const std::string example = "rm -r * && cp -r " ONEONONE_SOURCE
                            "/examples/manager/. . && oneonone init -q && oneonone sync -q && "
                            "oneonone add -q alice 'The rota'";

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

TEST_CASE("a reading command makes no call that writes, and -n makes any command one") {
  std::vector<Words> commands = reading_commands();
  for (Case one : writing_cases()) {
    if (!one.before.empty()) continue;
    one.command.emplace_back("-n");
    commands.push_back(one.command);
  }
  const Home home(example);
  for (const Words& command : commands) {
    CAPTURE(joined(command));
    CHECK(writes_of(home, released(), command).empty());
  }
}

TEST_CASE("nothing private is printed unasked") {
  const Home home;
  for (const Words& command : reading_commands()) {
    const bool asked = command[0] == "prep" || command[0] == "forget" || command[0] == "search" ||
                       std::ranges::count(command, "-p") > 0;
    CAPTURE(joined(command));
    if (!asked) CHECK(private_words_in(home, released(), command).empty());
  }
}

TEST_CASE("a reading command works on a disk that cannot be written") {
  const Home home(example);
  std::vector<Ended> wanted;
  for (const Words& command : reading_commands()) wanted.push_back(home.run(released(), command));
  const auto frozen = Disk::freeze(home.path());
  if (!frozen) return;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    CAPTURE(joined(reading_commands()[i]));
    const Ended ended = home.run(released(), reading_commands()[i]);
    CHECK(ended.status == wanted[i].status);
    CHECK(ended.out == wanted[i].out);
  }
}

}  // namespace
}  // namespace oneonone::faults

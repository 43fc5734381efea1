// SPDX-License-Identifier: MIT
// Many who write the same file at once, and some who read it.
#include "faults/writers.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>

namespace oneonone::faults {
namespace {

/// $1 is the program; 5 is the status of who was overtaken.
constexpr const char* script = R"(
write() {
  for line in $(seq "$2"); do
    until "$0" -q add alice "writer $1 line $line" >/dev/null 2>said-$1; do
      [ $? = 5 ] || { cat said-$1 >>failed; break; }
    done
  done
}
read_on() {
  while [ ! -e finished ]; do
    "$0" actions --json >/dev/null 2>seen-$1 || cat seen-$1 >>failed
  done
}
for reader in $(seq "$3"); do read_on "$reader" & readers="$readers $!"; done
for writer in $(seq "$1"); do write "$writer" "$2" & writers="$writers $!"; done
wait $writers
touch finished
wait $readers
)";

}  // namespace

std::vector<std::string> write_at_once(const Program& program, const Crowd& crowd) {
  const Home home;
  Start start = home.start({"/bin/sh", program.seed},
                           {"-c", script, program.path, std::to_string(crowd.writers),
                            std::to_string(crowd.lines), std::to_string(crowd.readers)});
  std::vector<std::string> complaints;
  if (run(start).status != 0) complaints.push_back("the script failed");
  const Tree tree = home.tree();
  if (const auto failed = tree.find("1on1/failed"); failed != tree.end())
    complaints.push_back(failed->second);
  std::map<std::string, int> lines;
  std::istringstream in(tree.at("1on1/people/alice/topics.md"));
  for (std::string line; std::getline(in, line);)
    if (line.find("writer ") != std::string::npos)
      ++lines[line.substr(line.find("writer "), line.find(" (dana)") - line.find("writer "))];
  for (int writer = 1; writer <= crowd.writers; ++writer) {
    for (int line = 1; line <= crowd.lines; ++line) {
      const std::string wanted = fmt::format("writer {} line {}", writer, line);
      if (lines[wanted] != 1)
        complaints.push_back(fmt::format("{} times there: {}", lines[wanted], wanted));
    }
  }
  return complaints;
}

}  // namespace oneonone::faults

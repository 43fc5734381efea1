// SPDX-License-Identifier: MIT
// Commands that only read.
#include "faults/readers.hpp"

#include <sys/syscall.h>

#include <sstream>

namespace oneonone::faults {
namespace {

/// True for what goes to a stream or a device, not into a file.
bool is_talk(const Call& call) {
  if (call.number == SYS_write || call.number == SYS_writev) {
    const std::string path = path_of(call, call.arguments[0]);
    return !path.starts_with('/') || path.starts_with("/memfd:") || path.starts_with("/dev/");
  }
  return call.number == SYS_openat && file_of(call, 0, 1) == "/dev/null";
}

}  // namespace

std::vector<std::string> writes_of(const Home& home, const Program& program, const Words& command) {
  std::vector<std::string> writes;
  Start start = home.start(program, command);
  start.with_children = true;
  trace(start, [&](const Call& call) {
    if (may_write(call) && !is_talk(call)) writes.push_back(name_of(call.number));
    return Fate{};
  });
  return writes;
}

std::vector<std::string> private_words_in(const Home& home, const Program& program,
                                          const Words& command) {
  const Ended ended = home.run(program, command);
  std::vector<std::string> found;
  // Each line of a private note in the notebook of the tests holds one word that begins so.
  for (const std::string& text : {ended.out, ended.err}) {
    std::istringstream in(text);
    for (std::string word; in >> word;)
      if (word.find("secret") != std::string::npos) found.push_back(word);
  }
  return found;
}

}  // namespace oneonone::faults

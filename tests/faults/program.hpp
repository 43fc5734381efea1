// SPDX-License-Identifier: MIT
// Runs a program, and stops it before each of its system calls to decide what becomes of the call.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone::faults {

using Words = std::vector<std::string>;

struct Start {
  Words words;  ///< the program's path first
  std::string folder;
  Words environment;
  bool with_children = false;     ///< stop the programs that it starts, too
  std::function<void()> prepare;  ///< called in the new process before the program is loaded
};

struct Ended {
  int status = 0;  ///< the exit status; 128+N after signal N
  std::string out, err;
};

/// A system call that a process is about to make.
struct Call {
  pid_t process = 0;
  long number = 0;
  std::array<std::uint64_t, 6> arguments{};
};

/// The name of a call, as its manual page has it.
std::string name_of(long number);

/// True for calls that may change a file or a folder: of open only when it may.
bool may_write(const Call& call);

/// True for calls that start another program, or wait for one.
bool may_start(const Call& call);
/// True for the last call of a process.
bool is_end(const Call& call);

/// The path of a process's open file; empty when the number is not open.
std::string path_of(const Call& call, std::uint64_t descriptor);

/// The file that a call names: by a folder's descriptor in one argument and a path in the next;
/// with `folder` -1 by a path alone.
std::string file_of(const Call& call, int folder, int path);

struct Fate {
  enum Kind { go_on, kill, fail, shorten } kind = go_on;
  int value = 0;  ///< the errno of `fail`; for `shorten` how many bytes a write may take
};
using Decide = std::function<Fate(const Call&)>;

/// Runs it to its end, and whatever it left running.
Ended run(const Start& start);
/// The same under ptrace: `decide` is asked before each call. `kill` ends all that is traced before
/// the call is made.
Ended trace(const Start& start, const Decide& decide);

}  // namespace oneonone::faults

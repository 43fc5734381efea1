// SPDX-License-Identifier: MIT
// A world that does not give what a command needs: room, rights, somebody who listens.
#pragma once

#include "faults/disk.hpp"
#include "faults/judge.hpp"

namespace oneonone::faults {

/// Runs the command on a disk with room for 0 … `most` pages, then for as many files.
Tally fill_disk(const Home& home, const Disk& disk, const Tree& start, const Program& program,
                const Case& one, int most);
/// Runs it with each of the limits on the size of a file, in bytes.
Tally limit_files(const Home& home, const Program& program, const Case& one,
                  const std::vector<int>& limits);
/// Runs it as a user who may read everything and write nothing.
Tally be_foreign(const Home& home, const Program& program, const Case& one);
/// Complaints when output into /dev/full, or to a reader that has gone, ends with status 0.
std::vector<std::string> lose_output(const Home& home, const Program& program,
                                     const Words& command);

}  // namespace oneonone::faults

// SPDX-License-Identifier: MIT
// The commands that faults are put into, and the folder in which they run.
#pragma once

#include <string>
#include <vector>

#include "faults/program.hpp"
#include "faults/tree.hpp"
#include "support/temporary_folder.hpp"

namespace oneonone::faults {

struct Case {
  std::string name;  ///< as the tables have it
  Words command;
  std::string before;      ///< for /bin/sh: makes what the command finds out of the notebook
  std::string after = {};  ///< for /bin/sh: succeeds when the command has done all its work
};

/// Every command that writes; each runs in a copy of tests/faults/notebook/.
const std::vector<Case>& writing_cases();
/// Those in which git writes, too.
const std::vector<Case>& git_cases();
/// Every command that only reads.
const std::vector<Words>& reading_commands();
/// Those that write in the notebook alone, and those that read.
std::vector<Case> all_cases();

/// The released program, or the one of the tests with a fault that was put in.
struct Program {
  std::string path;
  std::string seed = {};
};
Program released();
Program seeded(const std::string& seed);

/// A folder that is somebody's home: the notebook is in `1on1`, where every command runs.
class Home {
 public:
  explicit Home(const std::string& before = {});
  explicit Home(const Tree& tree);

  const std::string& path() const { return folder_.path(); }
  Start start(const Program& program, const Words& command) const;
  Ended run(const Program& program, const Words& command) const;
  /// Runs a script; throws when it fails.
  void shell(const std::string& script) const;
  bool succeeds(const std::string& script) const;

  Tree tree() const { return read_tree(path()); }
  void put_back(const Tree& tree) const { restore(path(), tree); }

 private:
  testing::TemporaryFolder folder_;
};

/// All of them in a whole run, else every nth.
std::vector<Case> some_of(const std::vector<Case>& cases, std::size_t nth);
/// True when every point is to be tried (ONEONONE_ALL is set), not only some of each kind.
bool is_whole_run();

}  // namespace oneonone::faults

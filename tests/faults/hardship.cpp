// SPDX-License-Identifier: MIT
// A world that does not give what a command needs: room, rights, somebody who listens.
#include "faults/hardship.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace oneonone::faults {
namespace {

namespace fs = std::filesystem;

/// The command as it goes in that world.
void suffer(Trial& trial, const std::string& where, const std::function<void()>& prepare) {
  const Ended ended = trial.endure(where, prepare);
  trial.look();
  trial.require_told(ended);
  trial.look_for_leftovers();
}

void open_to_all(const std::string& folder) {
  const auto open = [](const fs::path& path) {
    const auto folder_too = fs::is_directory(path) ? fs::perms::others_exec : fs::perms::none;
    fs::permissions(path, fs::perms::others_read | folder_too, fs::perm_options::add);
  };
  open(folder);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) open(entry.path());
}

}  // namespace

Tally fill_disk(const Home& home, const Disk& disk, const Tree& start, const Program& program,
                const Case& one, int most) {
  home.put_back(start);
  Trial trial(home, program, one);
  constexpr int plenty = 100;
  for (int room = 0; room <= most; ++room) {
    disk.leave(room, plenty);
    suffer(trial, fmt::format("with room for {} pages", room), {});
    disk.empty();
    trial.heal();
    trial.put_back();
    disk.leave(plenty, room);
    suffer(trial, fmt::format("with room for {} files", room), {});
    disk.empty();
    trial.heal();
    trial.put_back();
  }
  return trial.tally();
}

Tally limit_files(const Home& home, const Program& program, const Case& one,
                  const std::vector<int>& limits) {
  Trial trial(home, program, one);
  for (const int limit : limits) {
    suffer(trial, fmt::format("with files of at most {} bytes", limit), [limit] {
      const auto size = static_cast<rlim_t>(limit);
      const rlimit both{size, size};
      ::setrlimit(RLIMIT_FSIZE, &both);
    });
    trial.heal();
    trial.put_back();
  }
  return trial.tally();
}

Tally be_foreign(const Home& home, const Program& program, const Case& one) {
  Trial trial(home, program, one);
  open_to_all(home.path());
  suffer(trial, "as somebody else", [] {
    constexpr unsigned nobody = 65534;
    if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0)
      std::_Exit(126);
  });
  trial.heal();
  return trial.tally();
}

std::vector<std::string> lose_output(const Home& home, const Program& program,
                                     const Words& command) {
  std::vector<std::string> complaints;
  Start start = home.start(program, command);
  start.prepare = [] { ::dup2(::open("/dev/full", O_WRONLY), STDOUT_FILENO); };
  const Ended full = run(start);
  if (full.status != 1 || full.err.find("cannot write standard output") == std::string::npos)
    complaints.push_back(fmt::format("into /dev/full: status {}, {}", full.status, full.err));
  start.prepare = [] {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) std::_Exit(126);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
  };
  const Ended closed = run(start);
  if (closed.status != 1 || closed.err.find("standard output") != std::string::npos)
    complaints.push_back(fmt::format("without a reader: status {}, {}", closed.status, closed.err));
  return complaints;
}

}  // namespace oneonone::faults

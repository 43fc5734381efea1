// SPDX-License-Identifier: MIT
// Runs a program, and stops it before each of its system calls to decide what becomes of the call.
#include "faults/program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/reg.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>

namespace oneonone::faults {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// A file in memory that a program writes into.
class Kept {
 public:
  Kept() : number_(::memfd_create("kept", MFD_CLOEXEC)) {
    if (number_ < 0) fail("memfd_create");
  }
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  ~Kept() { ::close(number_); }

  int number() const { return number_; }
  std::string bytes() const {
    std::string bytes(static_cast<std::size_t>(::lseek(number_, 0, SEEK_END)), '\0');
    if (::pread(number_, bytes.data(), bytes.size(), 0) < 0) fail("pread");
    return bytes;
  }

 private:
  int number_;
};

std::vector<char*> pointers(const Words& words) {
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// In the new process: becomes the program, or ends with 126.
[[noreturn]] void become(const Start& start, int out, int err, bool traced) {
  const std::vector<char*> words = pointers(start.words), variables = pointers(start.environment);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (::chdir(start.folder.c_str()) != 0) std::_Exit(126);
  if (start.prepare) start.prepare();
  if (traced) {
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP);
  }
  ::execve(words[0], words.data(), variables.data());
  std::_Exit(126);
}

pid_t start_process(const Start& start, int out, int err, bool traced) {
  // What a killed program leaves running becomes our child, and can be waited for.
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  const pid_t process = ::fork();
  if (process < 0) fail("fork");
  if (process == 0) become(start, out, err, traced);
  return process;
}

int status_in(int word) {
  return WIFSIGNALED(word) ? 128 + WTERMSIG(word) : WEXITSTATUS(word);
}

/// Waits until nothing that was started runs any more; the status of the first.
int wait_for_all(pid_t first) {
  int status = 0, word = 0;
  for (pid_t process = 0; (process = ::waitpid(-1, &word, __WALL)) > 0;) {
    if (process == first) status = status_in(word);
  }
  return status;
}

/// One traced run.
class Tracing {
 public:
  Tracing(const Decide& decide, pid_t first, bool with_children) : decide_(decide), first_(first) {
    processes_.insert(first);
    int word = 0;
    if (::waitpid(first, &word, 0) != first || !WIFSTOPPED(word)) fail("waitpid");
    long options =
        PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC | PTRACE_O_TRACECLONE;
    if (with_children) options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
    if (::ptrace(PTRACE_SETOPTIONS, first, nullptr, options) != 0) fail("ptrace");
    resume(first, 0);
  }

  int run_to_end() {
    int word = 0;
    for (pid_t process = 0; (process = ::waitpid(-1, &word, __WALL)) > 0;) {
      if (WIFSTOPPED(word)) {
        processes_.insert(process);
        stopped(process, word);
      } else {
        processes_.erase(process);
        if (process == first_) status_ = status_in(word);
      }
    }
    return status_;
  }

 private:
  void stopped(pid_t process, int word) {
    const int signal = WSTOPSIG(word);
    if (signal == (SIGTRAP | 0x80)) return at_call(process);
    const int event = word >> 16;
    if (event == PTRACE_EVENT_EXEC) begun_ = true;
    // The first stop of a new process is no signal of its own.
    const bool is_ours = event != 0 || signal == SIGSTOP || signal == SIGTRAP;
    resume(process, is_ours ? 0 : signal);
  }

  void at_call(pid_t process) {
    __ptrace_syscall_info info{};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info) > 0 && begun_) {
      if (info.op == PTRACE_SYSCALL_INFO_ENTRY && !entering(process, info)) return;
      if (info.op == PTRACE_SYSCALL_INFO_EXIT) leaving(process);
    }
    resume(process, 0);
  }

  /// False when nobody is left to go on.
  bool entering(pid_t process, const __ptrace_syscall_info& info) {
    Call call{process, static_cast<long>(info.entry.nr), {}};
    std::copy_n(info.entry.args, 6, call.arguments.begin());
    const Fate fate = decide_(call);
    if (fate.kind == Fate::kill) {
      for (const pid_t one : processes_) ::kill(one, SIGKILL);
      return false;
    }
    if (fate.kind == Fate::fail) {
      // A close that fails has closed: Linux frees the number whatever it says.
      if (call.number != SYS_close) set(process, ORIG_RAX, -1);
      failing_[process] = fate.value;
    } else if (fate.kind == Fate::shorten) {
      set(process, RDX, fate.value);
    }
    return true;
  }

  void leaving(pid_t process) {
    const auto failing = failing_.find(process);
    if (failing == failing_.end()) return;
    set(process, RAX, -failing->second);
    failing_.erase(failing);
  }

  static void set(pid_t process, int number, long value) {
    ::ptrace(PTRACE_POKEUSER, process, static_cast<long>(sizeof(long)) * number, value);
  }
  static void resume(pid_t process, long signal) {
    ::ptrace(PTRACE_SYSCALL, process, nullptr, signal);
  }

  const Decide& decide_;
  pid_t first_;
  bool begun_ = false;  ///< the program itself runs
  int status_ = 0;
  std::set<pid_t> processes_;
  std::map<pid_t, int> failing_;  ///< the errno that a call shall end with
};

const std::map<long, std::string_view> names = {{SYS_openat, "openat"},
                                                {SYS_read, "read"},
                                                {SYS_pread64, "pread64"},
                                                {SYS_write, "write"},
                                                {SYS_close, "close"},
                                                {SYS_fsync, "fsync"},
                                                {SYS_newfstatat, "fstatat"},
                                                {SYS_getdents64, "getdents"},
                                                {SYS_flock, "flock"},
                                                {SYS_rename, "rename"},
                                                {SYS_renameat, "renameat"},
                                                {SYS_renameat2, "renameat2"},
                                                {SYS_mkdir, "mkdir"},
                                                {SYS_unlink, "unlink"},
                                                {SYS_unlinkat, "unlinkat"},
                                                {SYS_rmdir, "rmdir"},
                                                {SYS_linkat, "linkat"},
                                                {SYS_link, "link"},
                                                {SYS_symlink, "symlink"},
                                                {SYS_fchmod, "fchmod"},
                                                {SYS_chmod, "chmod"},
                                                {SYS_fchown, "fchown"},
                                                {SYS_faccessat2, "faccessat"},
                                                {SYS_readlink, "readlink"},
                                                {SYS_getcwd, "getcwd"},
                                                {SYS_brk, "brk"},
                                                {SYS_mmap, "mmap"},
                                                {SYS_pipe2, "pipe2"},
                                                {SYS_clone, "clone"},
                                                {SYS_clone3, "clone3"},
                                                {SYS_wait4, "wait4"},
                                                {SYS_ftruncate, "ftruncate"},
                                                {SYS_pwrite64, "pwrite64"},
                                                {SYS_exit_group, "exit"}};

const std::set<long> writing = {
    SYS_write,     SYS_pwrite64, SYS_writev,    SYS_rename,   SYS_renameat,  SYS_renameat2,
    SYS_mkdir,     SYS_mkdirat,  SYS_unlink,    SYS_unlinkat, SYS_rmdir,     SYS_link,
    SYS_linkat,    SYS_symlink,  SYS_symlinkat, SYS_truncate, SYS_ftruncate, SYS_fallocate,
    SYS_chmod,     SYS_fchmod,   SYS_fchmodat,  SYS_chown,    SYS_fchown,    SYS_fchownat,
    SYS_utimensat, SYS_mknod,    SYS_mknodat,   SYS_setxattr, SYS_creat,     SYS_copy_file_range,
    SYS_sendfile};

}  // namespace

std::string name_of(long number) {
  const auto name = names.find(number);
  return name == names.end() ? fmt::format("call {}", number) : std::string(name->second);
}

bool may_write(const Call& call) {
  constexpr std::uint64_t flags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
  if (call.number == SYS_openat) return (call.arguments[2] & flags) != 0;
  if (call.number == SYS_open) return (call.arguments[1] & flags) != 0;
  return writing.contains(call.number);
}

bool may_start(const Call& call) {
  constexpr std::array numbers{SYS_clone, SYS_clone3, SYS_vfork, SYS_fork, SYS_wait4};
  return std::ranges::find(numbers, call.number) != numbers.end();
}

bool is_end(const Call& call) {
  return call.number == SYS_exit_group;
}

std::string path_of(const Call& call, std::uint64_t descriptor) {
  std::error_code error;
  const int number = static_cast<int>(descriptor);
  return std::filesystem::read_symlink(fmt::format("/proc/{}/fd/{}", call.process, number), error)
      .string();
}

std::string file_of(const Call& call, int folder, int path) {
  std::string name(4096, '\0');
  iovec here{name.data(), name.size()};
  iovec there{reinterpret_cast<void*>(call.arguments.at(static_cast<std::size_t>(path))),
              name.size()};
  // A page that is not there ends the reading, not the name.
  const ssize_t count = ::process_vm_readv(call.process, &here, 1, &there, 1, 0);
  if (count < 0) fail("process_vm_readv");
  name.resize(std::min(name.find('\0'), static_cast<std::size_t>(count)));
  if (name.starts_with('/')) return name;
  const bool is_here =
      folder < 0 ||
      static_cast<int>(call.arguments.at(static_cast<std::size_t>(folder))) == AT_FDCWD;
  std::error_code error;
  const std::string base =
      is_here
          ? std::filesystem::read_symlink(fmt::format("/proc/{}/cwd", call.process), error).string()
          : path_of(call, call.arguments.at(static_cast<std::size_t>(folder)));
  return base + "/" + name;
}

Ended run(const Start& start) {
  const Kept out, err;
  const int status = wait_for_all(start_process(start, out.number(), err.number(), false));
  return {status, out.bytes(), err.bytes()};
}

Ended trace(const Start& start, const Decide& decide) {
  const Kept out, err;
  const pid_t process = start_process(start, out.number(), err.number(), true);
  const int status = Tracing(decide, process, start.with_children).run_to_end();
  return {status, out.bytes(), err.bytes()};
}

}  // namespace oneonone::faults

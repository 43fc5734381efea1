// SPDX-License-Identifier: MIT
// Other programs: found in PATH, given their arguments as they are, never through a shell.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

#include "error.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

extern char** environ;

namespace oneonone {
namespace {

/// Set by git for its hooks: inherited, they would turn our git to another repository or let it
/// read names in another way.
constexpr std::array<std::string_view, 20> git_variables = {"GIT_DIR",
                                                            "GIT_WORK_TREE",
                                                            "GIT_IMPLICIT_WORK_TREE",
                                                            "GIT_INDEX_FILE",
                                                            "GIT_OBJECT_DIRECTORY",
                                                            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                            "GIT_QUARANTINE_PATH",
                                                            "GIT_COMMON_DIR",
                                                            "GIT_NAMESPACE",
                                                            "GIT_PREFIX",
                                                            "GIT_CONFIG",
                                                            "GIT_CONFIG_PARAMETERS",
                                                            "GIT_GRAFT_FILE",
                                                            "GIT_SHALLOW_FILE",
                                                            "GIT_REPLACE_REF_BASE",
                                                            "GIT_REFLOG_ACTION",
                                                            "GIT_LITERAL_PATHSPECS",
                                                            "GIT_GLOB_PATHSPECS",
                                                            "GIT_NOGLOB_PATHSPECS",
                                                            "GIT_ICASE_PATHSPECS"};

/// What a child that must not ask gets instead: git asks nothing, and ssh asks a program that says
/// no.
constexpr std::array<std::string_view, 3> no_prompts = {
    "GIT_TERMINAL_PROMPT=0", "SSH_ASKPASS=false", "SSH_ASKPASS_REQUIRE=force"};

enum class Prompts { allowed, refused };

std::vector<std::string> child_environment(Prompts prompts) {
  std::vector<std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view variable = *entry;
    const std::string_view name = variable.substr(0, variable.find('='));
    const bool is_git =
        std::find(git_variables.begin(), git_variables.end(), name) != git_variables.end();
    const bool is_replaced =
        prompts == Prompts::refused &&
        std::any_of(no_prompts.begin(), no_prompts.end(), [&](std::string_view setting) {
          return setting.substr(0, setting.find('=')) == name;
        });
    if (!is_git && !is_replaced) variables.emplace_back(variable);
  }
  if (prompts == Prompts::refused) {
    variables.insert(variables.end(), no_prompts.begin(), no_prompts.end());
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  result.reserve(strings.size() + 1);
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

/// While a child has the terminal, Ctrl-C is for the child: a pager stops searching, it does not
/// lose us.
class InterruptsIgnored {
 public:
  InterruptsIgnored()
      : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;
  ~InterruptsIgnored() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }

  /// Those the child gets back, unless we were started without them (nohup).
  void restore_in(sigset_t& signals) const {
    if (interrupt_ != SIG_IGN) sigaddset(&signals, SIGINT);
    if (quit_ != SIG_IGN) sigaddset(&signals, SIGQUIT);
  }

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

/// What the child finds in place of our streams, and where it starts.
class Actions {
 public:
  Actions() { posix_spawn_file_actions_init(&actions_); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&actions_); }

  void enter(const std::string& folder) {
    if (!folder.empty()) posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
  }
  void put(const Descriptor& file, int stream) {
    posix_spawn_file_actions_adddup2(&actions_, file.number(), stream);
  }
  void put_nothing(int stream, int flags) {
    posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", flags, 0);
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Which ignored signals a child gets back.
class Attributes {
 public:
  explicit Attributes(const InterruptsIgnored* interrupts) {
    posix_spawnattr_init(&attributes_);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGXFSZ);
    if (interrupts != nullptr) interrupts->restore_in(signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

/// Starts a program. 0 when it is not there.
pid_t start(std::vector<std::string> arguments, const Actions& actions,
            const Attributes& attributes, Prompts prompts) {
  std::vector<std::string> variables = child_environment(prompts);
  const std::vector<char*> argument_pointers = pointers(arguments);
  const std::vector<char*> variable_pointers = pointers(variables);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, argument_pointers[0], actions.get(), attributes.get(),
                                   argument_pointers.data(), variable_pointers.data());
  if (error == ENOENT) return 0;
  if (error != 0) fail(fmt::format("cannot run '{}'", arguments[0]), error, {});
  return child;
}

int wait_for(pid_t child) {
  if (child == 0) return 127;
  int status = 0;
  if (uninterrupted([&] { return ::waitpid(child, &status, 0); }) < 0)
    fail("cannot wait for a program", errno, {});
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("cannot start a program", errno, {});
    to_read = Descriptor(ends[0]);
    to_write = Descriptor(ends[1]);
  }
  Descriptor to_read;
  Descriptor to_write;
};

std::string read_all(const Descriptor& file) {
  std::string bytes;
  std::array<char, 16384> buffer{};
  while (true) {
    const ssize_t count =
        uninterrupted([&] { return ::read(file.number(), buffer.data(), buffer.size()); });
    if (count < 0) fail("cannot read what a program says", errno, {});
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

/// Runs a program that has nothing to read and writes into the pipe.
Ran read_from(Pipe& pipe, const std::vector<std::string>& arguments, const std::string& folder,
              Actions& actions, Prompts prompts) {
  actions.enter(folder);
  actions.put_nothing(STDIN_FILENO, O_RDONLY);
  const pid_t child = start(arguments, actions, Attributes(nullptr), prompts);
  // Ours must be closed, or the end of what the child says would never come.
  pipe.to_write.close();
  std::string output = read_all(pipe.to_read);
  return {wait_for(child), std::move(output)};
}

}  // namespace

Ran PosixProcesses::run(const std::vector<std::string>& arguments, const std::string& folder) {
  Actions actions;
  actions.enter(folder);
  const InterruptsIgnored interrupts;
  const Attributes attributes(&interrupts);
  return {wait_for(start(arguments, actions, attributes, Prompts::allowed)), {}};
}

Ran PosixProcesses::capture(const std::vector<std::string>& arguments, const std::string& folder) {
  Pipe pipe;
  Actions actions;
  actions.put(pipe.to_write, STDOUT_FILENO);
  actions.put_nothing(STDERR_FILENO, O_WRONLY);
  return read_from(pipe, arguments, folder, actions, Prompts::refused);
}

Ran PosixProcesses::listen(const std::vector<std::string>& arguments, const std::string& folder,
                           bool may_ask) {
  Pipe pipe;
  Actions actions;
  actions.put(pipe.to_write, STDOUT_FILENO);
  actions.put(pipe.to_write, STDERR_FILENO);
  return read_from(pipe, arguments, folder, actions, may_ask ? Prompts::allowed : Prompts::refused);
}

Ran PosixProcesses::feed(const std::vector<std::string>& arguments, std::string_view input) {
  Pipe pipe;
  Actions actions;
  actions.put(pipe.to_read, STDIN_FILENO);
  const InterruptsIgnored interrupts;
  const pid_t child = start(arguments, actions, Attributes(&interrupts), Prompts::allowed);
  pipe.to_read.close();
  // A pager may be left before the end: what it did not want is no error.
  if (child != 0) static_cast<void>(write_all(pipe.to_write.number(), input));
  pipe.to_write.close();
  return {wait_for(child), {}};
}

}  // namespace oneonone

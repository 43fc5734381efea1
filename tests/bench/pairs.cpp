// SPDX-License-Identifier: MIT
// Runs two commands in turn, many times, and compares them pair by pair.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Command = std::vector<char*>;  ///< ends with a null pointer, as posix_spawn wants it

struct Options {
  std::size_t rounds = 21;
  std::string output = "/dev/null", before;
  Command first, second;
};

/// What one run took.
struct Run {
  double wall = 0, cpu = 0;  ///< milliseconds
  double memory = 0;         ///< MiB at its peak
  double faults = 0;         ///< pages asked for without reading a disk
};

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "pairs: %s\n", what.c_str());
  std::exit(1);
}

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Runs a command with its output in a file: a pipe's reader would be timed as well.
Run run(const Command& command, const std::string& output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const auto start = std::chrono::steady_clock::now();
  if (posix_spawnp(&child, command[0], &actions, nullptr, command.data(), environ) != 0) {
    fail(std::string("cannot run ") + command[0]);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
  posix_spawn_file_actions_destroy(&actions);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    fail(std::string(command[0]) + " did not do its work");
  }
  return {wall.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
          static_cast<double>(used.ru_maxrss) / 1024, static_cast<double>(used.ru_minflt)};
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double median_of(const std::vector<Run>& runs, double Run::* figure) {
  std::vector<double> values;
  for (const Run& one : runs) values.push_back(one.*figure);
  return median(std::move(values));
}

double median_ratio(const std::vector<Run>& first, const std::vector<Run>& second) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < first.size(); ++i) ratios.push_back(first[i].wall / second[i].wall);
  return median(std::move(ratios));
}

void compare(const Options& options) {
  std::vector<Run> first, second;
  for (std::size_t round = 0; round <= options.rounds; ++round) {
    Run a, b;
    // Each comes first as often as the other: the second finds caches as the first left them.
    for (const bool is_first : {round % 2 == 0, round % 2 == 1}) {
      if (!options.before.empty() && std::system(options.before.c_str()) != 0) {
        fail("the command of --before failed");
      }
      (is_first ? a : b) = run(is_first ? options.first : options.second, options.output);
    }
    if (round == 0) continue;  // warms the caches
    first.push_back(a);
    second.push_back(b);
  }
  const double cpu = median_of(first, &Run::cpu) / median_of(second, &Run::cpu);
  std::printf("%.2f | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f | %.0f | %.0f\n",
              median_of(first, &Run::wall), median_of(second, &Run::wall),
              median_of(first, &Run::wall) / median_of(second, &Run::wall),
              median_ratio(first, second), cpu, median_of(first, &Run::memory),
              median_of(second, &Run::memory), median_of(first, &Run::faults),
              median_of(second, &Run::faults));
}

std::optional<Options> parse(char** arguments) {
  Options options;
  while (*++arguments != nullptr && std::strcmp(*arguments, "--") != 0) {
    const std::string_view word = *arguments;
    if (arguments[1] == nullptr) return std::nullopt;
    const std::string_view value = *++arguments;
    if (word == "--rounds") {
      std::from_chars(value.data(), value.data() + value.size(), options.rounds);
    } else if (word == "--output") {
      options.output = value;
    } else if (word == "--before") {
      options.before = value;
    } else {
      return std::nullopt;
    }
  }
  for (Command* command : {&options.first, &options.second}) {
    if (*arguments == nullptr) return std::nullopt;
    while (*++arguments != nullptr && std::strcmp(*arguments, "--") != 0) {
      command->push_back(*arguments);
    }
    if (command->empty()) return std::nullopt;
    command->push_back(nullptr);
  }
  return options.rounds > 0 ? std::optional(options) : std::nullopt;
}

}  // namespace

int main(int, char** arguments) {
  const auto options = parse(arguments);
  if (!options) {
    std::fputs(
        "usage: pairs [--rounds N] [--output FILE] [--before COMMAND] -- A … -- B …\n"
        "Runs A B, B A, A B … after one round that does not count, and COMMAND before each run.\n"
        "Prints: median ms of A, of B, their ratio, the median of the ratios, the ratio of\n"
        "processor time, peak MiB of A, of B, page faults of A, of B.\n",
        stderr);
    return 2;
  }
  compare(*options);
  return 0;
}

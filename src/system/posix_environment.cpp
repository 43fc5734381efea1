// SPDX-License-Identifier: MIT
// The process itself: its clock, its environment, its signals.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {

void prepare_process() {
#ifdef __GLIBC__
  // Threads that share a heap wait for each other; many heaps would hold what is of no use.
  ::mallopt(M_ARENA_MAX, 8);
  // Of the heaps of threads each piece is asked for by a call: pieces that are not used cost
  // nothing.
  ::mallopt(M_TOP_PAD, 1 << 17);
  // What is large goes back when it is freed: a list that grows must not leave holes in the heap.
  ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // open gives the lowest free number. Read-only: what is written to a closed stream must fail.
  int number = ::open("/dev/null", O_RDONLY);
  while (number >= 0 && number <= STDERR_FILENO) number = ::open("/dev/null", O_RDONLY);
  if (number >= 0) ::close(number);
}

void end_process(int status) {
  ::_exit(status);
}

Date PosixClock::today() const {
  return day_at(std::time(nullptr));
}

Date PosixClock::day_at(std::int64_t seconds) const {
  ::tzset();
  const std::time_t moment = seconds;
  std::tm civil{};
  if (::localtime_r(&moment, &civil) == nullptr) return {};
  const auto month = static_cast<unsigned>(civil.tm_mon + 1);
  const auto day = static_cast<unsigned>(civil.tm_mday);
  return Date::from(civil.tm_year + 1900, month, day).value_or(Date{});
}

double PosixClock::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::optional<std::string> PosixEnvironment::get(std::string_view name) const {
  const char* value = std::getenv(std::string(name).c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

namespace {

std::string ask_current_folder() {
  std::string folder(256, '\0');
  while (::getcwd(folder.data(), folder.size()) == nullptr) {
    if (errno != ERANGE) fail("cannot tell the current folder", errno, {});
    folder.resize(folder.size() * 2);
  }
  folder.resize(folder.find('\0'));
  return folder;
}

}  // namespace

std::string PosixEnvironment::current_folder() const {
  static const std::string folder = ask_current_folder();  // it stays the same
  return folder;
}

namespace {

/// The user's name in /etc/passwd, whose lines are `name:password:number:…`. Not getpwuid: a static
/// program must not load the modules that answer it.
std::string name_in_passwd() {
  const std::string number = std::to_string(::getuid());
  std::ifstream file("/etc/passwd");
  for (std::string line; std::getline(file, line);) {
    const std::size_t name_end = std::min(line.find(':'), line.size());
    const std::size_t at = line.find(':', name_end + 1);
    if (at == std::string::npos) continue;
    if (line.compare(at + 1, line.find(':', at + 1) - at - 1, number) != 0) continue;
    return line.substr(0, name_end);
  }
  return {};
}

}  // namespace

std::string PosixEnvironment::login() const {
  if (auto user = get("USER")) return *user;
  if (auto user = get("LOGNAME")) return *user;
  return name_in_passwd();
}

}  // namespace oneonone

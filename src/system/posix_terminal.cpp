// SPDX-License-Identifier: MIT
// The three standard streams.
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>

#include "error.hpp"
#include "system/posix.hpp"
#include "system/posix_calls.hpp"

namespace oneonone {
namespace {

winsize window() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return size;
}

/// Adds what standard input has to `pending`; false at its end.
bool read_more(std::string& pending) {
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t count =
        uninterrupted([&] { return ::read(STDIN_FILENO, buffer.data(), buffer.size()); });
    if (count >= 0) {
      pending.append(buffer.data(), static_cast<std::size_t>(count));
      return count > 0;
    }
    if (errno != EAGAIN) fail("cannot read standard input", errno, {});
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    uninterrupted([&] { return ::poll(&ready, 1, -1); });
  }
}

}  // namespace

bool PosixTerminal::input_is_terminal() const {
  return ::isatty(STDIN_FILENO) == 1;
}
bool PosixTerminal::output_is_terminal() const {
  return ::isatty(STDOUT_FILENO) == 1;
}
bool PosixTerminal::error_is_terminal() const {
  return ::isatty(STDERR_FILENO) == 1;
}

int PosixTerminal::columns() const {
  const winsize size = window();
  return size.ws_col == 0 ? 80 : size.ws_col;
}

int PosixTerminal::rows() const {
  const winsize size = window();
  return size.ws_row == 0 ? 24 : size.ws_row;
}

void PosixTerminal::out(std::string_view bytes) {
  if (write_all(STDOUT_FILENO, bytes)) return;
  if (errno == EPIPE) throw Error(Status::failed, "");
  fail("cannot write standard output", errno, {});
}

void PosixTerminal::err(std::string_view bytes) {
  // When talk cannot be heard there is nowhere left to say so.
  static_cast<void>(write_all(STDERR_FILENO, bytes));
}

std::optional<std::string> PosixTerminal::read_line() {
  std::size_t searched = 0;
  std::size_t end = pending_.find('\n');
  while (end == std::string::npos) {
    searched = pending_.size();
    if (searched > largest_file) throw Error(Status::failed, "standard input has no line endings");
    if (!read_more(pending_)) break;
    end = pending_.find('\n', searched);
  }
  if (pending_.empty()) return std::nullopt;
  std::string line = pending_.substr(0, end);
  pending_.erase(0, end == std::string::npos ? end : end + 1);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace oneonone

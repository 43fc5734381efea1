// SPDX-License-Identifier: MIT
// The standard streams: output that is lost is an error, input comes in lines.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "error.hpp"
#include "support/temporary_folder.hpp"
#include "system/posix.hpp"

using namespace oneonone;
using oneonone::testing::TemporaryFolder;

namespace {

/// Puts another file in place of a standard stream while it lives.
class Replaced {
 public:
  Replaced(int stream, int file) : stream_(stream) {
    std::fflush(stdout);
    saved_ = ::dup(stream);
    REQUIRE(::dup2(file, stream) == stream);
    ::close(file);
  }
  Replaced(const Replaced&) = delete;
  Replaced& operator=(const Replaced&) = delete;
  ~Replaced() {
    ::dup2(saved_, stream_);
    ::close(saved_);
  }

 private:
  int stream_;
  int saved_ = -1;
};

/// What writing to a file in place of standard output says; "written" when it went well.
std::string said_by_out(int file) {
  const Replaced output(STDOUT_FILENO, file);
  try {
    PosixTerminal().out("text\n");
  } catch (const Error& error) {
    return error.message;
  }
  return "written";
}

}  // namespace

TEST_CASE("output that cannot be written is an error, silent when the reader has gone") {
  prepare_process();
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  CHECK(said_by_out(ends[1]).empty());
  CHECK(said_by_out(::open("/dev/null", O_WRONLY)) == "written");
  CHECK(said_by_out(::open("/dev/full", O_WRONLY)) ==
        "cannot write standard output: no space left on device");
  CHECK(said_by_out(::open("/dev/null", O_RDONLY)) ==
        "cannot write standard output: bad file descriptor");
}

TEST_CASE("what is no terminal is eighty columns wide") {
  const Replaced output(STDOUT_FILENO, ::open("/dev/null", O_WRONLY));
  CHECK_FALSE(PosixTerminal().output_is_terminal());
  CHECK(PosixTerminal().columns() == 80);
  CHECK(PosixTerminal().rows() == 24);
}

TEST_CASE("input comes in lines without their endings, the last one with or without") {
  const TemporaryFolder folder;
  const std::string long_line(10000, 'x');
  std::ofstream(folder / "input") << "one\n\ntwo\r\n" << long_line << "\nlast";
  const Replaced input(STDIN_FILENO, ::open((folder / "input").c_str(), O_RDONLY));
  PosixTerminal terminal;
  for (const std::string& line :
       {std::string("one"), std::string(), std::string("two"), long_line, std::string("last")})
    CHECK(terminal.read_line() == line);
  CHECK_FALSE(terminal.read_line().has_value());
  CHECK_FALSE(terminal.read_line().has_value());
}

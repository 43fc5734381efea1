// SPDX-License-Identifier: MIT
// Real files: what counts as absent, what is refused, and what a write leaves behind.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "error.hpp"
#include "support/temporary_folder.hpp"
#include "system/posix.hpp"

using namespace oneonone;
using oneonone::testing::TemporaryFolder;

namespace {

/// What the error of a call says; empty when there is none.
template <typename Call>
std::string error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.status == Status::failed);
    CHECK(error.where.starts_with("/"));
    return error.message;
  }
  return {};
}

std::vector<Entry> entries_in(const PosixFiles& files, const std::string& folder) {
  return files.list(folder).value_or(std::vector<Entry>{});
}

std::vector<std::string> names_in(const PosixFiles& files, const std::string& folder) {
  std::vector<std::string> names;
  for (const Entry& entry : entries_in(files, folder)) names.push_back(entry.name);
  return names;
}

/// Lets no file grow over a few bytes while it lives: a disk that is full.
struct SmallFiles {
  SmallFiles() {
    prepare_process();
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit small{100, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;
  ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &before); }
  rlimit before{};
};

/// Takes the rights of root away while it lives.
struct Nobody {
  Nobody() {
    if (::geteuid() == 0) REQUIRE(::seteuid(65534) == 0);
  }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;
  ~Nobody() {
    if (::getuid() == 0) static_cast<void>(::seteuid(0));
  }
};

constexpr std::size_t kibibyte = 1024;
constexpr std::size_t limit = 8 * kibibyte * kibibyte;
const std::string large(200 * kibibyte, 'x');

}  // namespace

TEST_CASE("only a file that is not there is nothing") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "one\r\ntwo", true, 0600);
  files.write(folder / "empty.md", "", true, 0600);
  files.write(folder / "large.md", large, true, 0600);
  CHECK(files.read(folder / "a.md") == "one\r\ntwo");
  CHECK(files.read(folder / "empty.md") == "");
  CHECK(files.read(folder / "large.md") == large);
  CHECK(files.read(folder / "none.md") == std::nullopt);
  CHECK(files.read(folder / "a.md/none.md") == std::nullopt);
  CHECK_FALSE(files.list(folder / "none").has_value());
  CHECK(files.resolve(folder / "none") == std::nullopt);
  CHECK(files.kind(folder / "none") == FileKind::none);
  CHECK(files.mode(folder / "none") == 0);
}

TEST_CASE("what is no regular file is refused, and nobody waits for it") {
  const TemporaryFolder folder;
  const PosixFiles files;
  REQUIRE(::mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
  const auto read = [&](const std::string& path) { return error_of([&] { files.read(path); }); };
  CHECK(read(folder / "pipe.md") == "it is not a regular file");
  CHECK(read("/dev/null") == "it is not a regular file");
  CHECK(read("/dev/zero") == "it is not a regular file");
  CHECK(read(folder.path()) == "it is a folder, not a file");
  CHECK(read(folder / std::string(300, 'x')) == "cannot read it: file name too long");
}

TEST_CASE("a file over eight megabytes is refused") {
  const TemporaryFolder folder;
  const PosixFiles files;
  const std::string path = folder / "a.md";
  ::close(::open(path.c_str(), O_CREAT | O_WRONLY, 0600));
  std::filesystem::resize_file(path, limit);
  CHECK(files.read(path).value_or("").size() == limit);
  std::filesystem::resize_file(path, limit + 1);
  CHECK(error_of([&] { files.read(path); }) == "it is larger than 8 MiB");
}

TEST_CASE("a folder lists in byte order and follows links") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "b.md", "", true, 0600);
  files.make_folder(folder / "Z");
  std::filesystem::create_symlink("b.md", folder / "a.md");
  std::filesystem::create_symlink("Z", folder / "link");
  std::filesystem::create_symlink("nowhere", folder / "lost");
  CHECK(names_in(files, folder.path()) ==
        std::vector<std::string>{"Z", "a.md", "b.md", "link", "lost"});
  std::vector<FileKind> kinds;
  for (const Entry& entry : entries_in(files, folder.path())) kinds.push_back(entry.kind);
  CHECK(kinds == std::vector<FileKind>{FileKind::folder, FileKind::file, FileKind::file,
                                       FileKind::folder, FileKind::none});
  CHECK(files.resolve(folder / "link/../a.md") == folder / "b.md");
}

TEST_CASE("names are in byte order, however many bytes of them are the same") {
  const TemporaryFolder folder;
  PosixFiles files;
  const std::vector<std::string> names{"2026-11-24",    "2026-11-24-2.md",    "2026-11-24-2.md.bak",
                                       "2026-11-24.md", "2026-11-24.md.orig", "2026-11-24.md.orig2",
                                       "2026-11-25.md", "\xC3\xA9.md"};
  for (std::size_t i = names.size(); i-- > 0;) files.write(folder / names[i], "", true, 0600);
  CHECK(names_in(files, folder.path()) == names);
}

TEST_CASE("folders are made with their parents, for their owner alone") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.make_folder(folder / "people/alice");
  files.make_folder(folder / "people/alice");
  CHECK(files.mode(folder / "people") == 0700);
  CHECK(files.mode(folder / "people/alice") == 0700);
  files.write(folder / "file", "", true, 0600);
  CHECK(error_of([&] { files.make_folder(folder / "file"); }) ==
        "cannot make the folder: file exists");
}

TEST_CASE("a write replaces the bytes and keeps the mode; a new file is its owner's") {
  const TemporaryFolder folder;
  PosixFiles files;
  const std::string path = folder / "a.md";
  files.write(path, "one\n", false, 0600);
  CHECK(files.mode(path) == 0600);
  REQUIRE(::chmod(path.c_str(), 0664) == 0);
  files.write(path, large, false, 0600);
  CHECK(files.read(path) == large);
  CHECK(files.mode(path) == 0664);
  CHECK(names_in(files, folder.path()) == std::vector<std::string>{"a.md"});
}

TEST_CASE("an exclusive write never replaces anything") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "old\n", true, 0600);
  std::filesystem::create_symlink("nowhere", folder / "link.md");
  for (const char* name : {"a.md", "link.md"})
    CHECK(error_of([&] { files.write(folder / name, "new\n", true, 0600); }) ==
          "it is already there");
  CHECK(files.read(folder / "a.md") == "old\n");
  CHECK(names_in(files, folder.path()) == std::vector<std::string>{"a.md", "link.md"});
}

TEST_CASE("a write through a link replaces its target and keeps the link") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.make_folder(folder / "real");
  files.write(folder / "real/a.md", "old\n", true, 0640);
  std::filesystem::create_symlink("real/a.md", folder / "a.md");
  files.write(folder / "a.md", "new\n", false, 0600);
  CHECK(std::filesystem::is_symlink(folder / "a.md"));
  CHECK(files.read(folder / "real/a.md") == "new\n");
  CHECK(files.mode(folder / "real/a.md") == 0640);
  CHECK(names_in(files, folder / "real") == std::vector<std::string>{"a.md"});
}

TEST_CASE("what cannot be replaced is left alone") {
  const TemporaryFolder folder;
  PosixFiles files;
  std::filesystem::create_symlink("nowhere", folder / "link.md");
  REQUIRE(::mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
  const auto write = [&](const std::string& name) {
    return error_of([&] { files.write(folder / name, "new\n", false, 0600); });
  };
  CHECK(write("link.md") == "it is a link to nothing");
  CHECK(write("pipe.md") == "it is not a regular file");
  CHECK(write("none/a.md") == "cannot open the folder: no such file or directory");
  CHECK(names_in(files, folder.path()) == std::vector<std::string>{"link.md", "pipe.md"});
}

TEST_CASE("a full disk leaves the old file whole and nothing beside it") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "old\n", true, 0600);
  const auto write = [&](const std::string& name, bool exclusive) {
    const SmallFiles full;
    return error_of([&] { files.write(folder / name, large, exclusive, 0600); });
  };
  CHECK(write("a.md", false) == "cannot write it: file too large");
  CHECK(write("b.md", true) == "cannot write it: file too large");
  CHECK(files.read(folder / "a.md") == "old\n");
  CHECK(names_in(files, folder.path()) == std::vector<std::string>{"a.md"});
}

TEST_CASE("the next write removes what a killed one left, but not what one is writing") {
  const TemporaryFolder folder;
  PosixFiles files;
  const int held = ::open((folder / ".oneonone-1-0").c_str(), O_CREAT | O_WRONLY, 0600);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  ::close(::open((folder / ".oneonone-2-0").c_str(), O_CREAT | O_WRONLY, 0600));
  files.write(folder / "a.md", "new\n", false, 0600);
  CHECK(names_in(files, folder.path()) == std::vector<std::string>{".oneonone-1-0", "a.md"});
  ::close(held);
}

TEST_CASE("a rename never replaces anything") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.make_folder(folder / "alice");
  files.make_folder(folder / "bob");
  files.write(folder / "alice/a.md", "a\n", true, 0600);
  files.rename(folder / "alice/a.md", folder / "bob/b.md");
  files.rename(folder / "bob", folder / "robert");
  CHECK(files.read(folder / "robert/b.md") == "a\n");
  CHECK(error_of([&] { files.rename(folder / "robert", folder / "alice"); }) ==
        "it is already there");
  CHECK(error_of([&] { files.rename(folder / "none", folder / "some"); }) ==
        "cannot rename it: no such file or directory");
}

TEST_CASE("a lock is held until its value goes, and leaves no file") {
  const TemporaryFolder folder;
  PosixFiles files;
  const int other = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY);
  {
    const auto lock = files.lock(folder.path());
    CHECK(::flock(other, LOCK_EX | LOCK_NB) == -1);
  }
  CHECK(::flock(other, LOCK_EX | LOCK_NB) == 0);
  ::close(other);
  CHECK(names_in(files, folder.path()).empty());
}

TEST_CASE("a scan gives every file its slot, on one thread or many") {
  const TemporaryFolder folder;
  const PosixFiles files;
  std::vector<std::string> names;
  for (int number = 0; number < 1000; ++number) {
    names.push_back(std::to_string(number) + ".md");
    std::ofstream(folder / names.back()) << names.back();
  }
  for (const std::size_t count : {1000U, 100U, 99U, 1U, 0U}) {
    names.resize(count);
    std::vector<std::string> found(count);
    const auto unread = files.scan(folder.path(), names,
                                   [&](std::size_t index, auto bytes) { found[index] = bytes; });
    CHECK(unread.empty());
    CHECK(found == names);
  }
}

TEST_CASE("the files of a block are visited in order, whatever threads there are") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "a", true, 0600);
  constexpr std::size_t count = 100 * Files::block_size + 1;
  std::vector<std::vector<std::size_t>> blocks(101);
  files.scan(folder.path(), std::vector<std::string>(count, "a.md"),
             [&](std::size_t index, auto) { blocks[index / Files::block_size].push_back(index); });
  std::size_t next = 0;
  for (const auto& block : blocks) {
    for (const std::size_t index : block) CHECK(index == next++);
  }
  CHECK(next == count);
}

TEST_CASE("a scan tells what it could not read and reads the rest") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "good.md", "good", true, 0600);
  files.write(folder / "empty.md", "", true, 0600);
  files.write(folder / "large.md", large, true, 0600);
  files.write(folder / "buffer.md", large.substr(0, 32 * kibibyte), true, 0600);
  files.write(folder / "huge.md", "", true, 0600);
  std::filesystem::resize_file(folder / "huge.md", limit + 1);
  files.make_folder(folder / "folder.md");
  REQUIRE(::mkfifo((folder / "pipe.md").c_str(), 0600) == 0);
  std::filesystem::create_symlink("/dev/null", folder / "null.md");
  std::filesystem::create_symlink("/dev/zero", folder / "zero.md");
  const std::vector<std::string> names = {"gone.md",   "good.md", "folder.md", "empty.md",
                                          "pipe.md",   "null.md", "large.md",  "zero.md",
                                          "buffer.md", "huge.md"};
  std::vector<std::string> found(names.size(), "-");
  const auto unread = files.scan(folder.path(), names,
                                 [&](std::size_t index, auto bytes) { found[index] = bytes; });
  CHECK(found == std::vector<std::string>{"-", "good", "-", "", "-", "-", large, "-",
                                          large.substr(0, 32 * kibibyte), "-"});
  CHECK(unread == std::vector<std::pair<std::size_t, std::string>>{
                      {0, "cannot read it: no such file or directory"},
                      {2, "it is a folder, not a file"},
                      {4, "it is not a regular file"},
                      {5, "it is not a regular file"},
                      {7, "it is not a regular file"},
                      {9, "it is larger than 8 MiB"}});
}

TEST_CASE("files of all sizes stand beside each other while they are read") {
  const TemporaryFolder folder;
  PosixFiles files;
  const std::vector<std::size_t> sizes{1,
                                       100,
                                       15 * kibibyte,
                                       16 * kibibyte,
                                       17 * kibibyte,
                                       32 * kibibyte - 1,
                                       32 * kibibyte,
                                       70 * kibibyte,
                                       0};
  std::vector<std::string> contents, names, wanted;
  for (const std::size_t size : sizes) {
    contents.push_back(std::string(size, static_cast<char>('a' + contents.size())));
    files.write(folder / std::to_string(size), contents.back(), true, 0600);
  }
  for (std::size_t number = 0; number < 95; ++number) {
    const std::size_t which = number * number % sizes.size() + number / 50;
    names.push_back(std::to_string(sizes[which % sizes.size()]));
    wanted.push_back(contents[which % sizes.size()]);
  }
  std::vector<std::string> found(names.size());
  files.scan(folder.path(), names, [&](std::size_t index, auto bytes) { found[index] = bytes; });
  CHECK(found == wanted);
}

TEST_CASE("a scan writes nothing, not even when it was") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "a", true, 0600);
  // Before it was last written: then reading it is noted.
  const std::array<timespec, 2> times{{{1, 0}, {2, 0}}};
  REQUIRE(::utimensat(AT_FDCWD, (folder / "a.md").c_str(), times.data(), 0) == 0);
  CHECK(files.scan(folder.path(), {"a.md"}, [](std::size_t, auto) {}).empty());
  struct stat status{};
  REQUIRE(::stat((folder / "a.md").c_str(), &status) == 0);
  CHECK(status.st_atim.tv_sec == 1);
}

TEST_CASE("a scan reads what belongs to somebody else") {
  const PosixFiles files;
  const Nobody nobody;
  std::size_t read = 0;
  const auto visit = [&read](std::size_t, std::string_view bytes) {
    if (!bytes.empty()) ++read;
  };
  CHECK(files.scan("/etc", {"passwd", "passwd"}, visit).empty());
  CHECK(read == 2);
}

TEST_CASE("what a visit throws comes out of the scan") {
  const TemporaryFolder folder;
  PosixFiles files;
  files.write(folder / "a.md", "a", true, 0600);
  const auto visit = [](std::size_t, std::string_view) { throw std::runtime_error("stop"); };
  for (const std::size_t count : {1U, 1000U})
    CHECK_THROWS_AS(files.scan(folder.path(), std::vector<std::string>(count, "a.md"), visit),
                    std::runtime_error);
}

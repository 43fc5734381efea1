// SPDX-License-Identifier: MIT
// Runs the `$ ` lines of a Markdown file or a man page and compares what they print.
//
//   transcript [--update] [--tz ZONE] [--folder NAME] PROGRAM EXAMPLES FILE
//
// All `console` blocks of a file are one session of /bin/sh. CONTRIBUTING.md says how to write
// them.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

/// Ends what a command printed in the session's output; its status follows.
constexpr std::string_view end_mark = "\n\036status ";

struct Settings {
  bool update = false;
  std::string zone = "UTC";
  std::string folder = "dana";
  std::string program, examples, file;

  bool manual() const { return !file.ends_with(".md"); }
};

/// A command of the file, and the lines that stand below it.
struct Case {
  std::string command;
  std::size_t line = 0;   ///< of the `$`, from 0
  std::size_t first = 0;  ///< of what is expected
  Lines expected, actual;
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("cannot read '{}'", path.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

/// A line of a display in a manual, as a reader sees it.
std::string from_roff(std::string line) {
  replace_all(line, "\\&", "");
  replace_all(line, "\\e", "\\");
  return line;
}

/// The same the other way round.
std::string to_roff(std::string line) {
  replace_all(line, "\\", "\\e");
  if (line.starts_with('.') || line.starts_with('\'')) line.insert(0, "\\&");
  return line;
}

/// Collects the commands of one block after the other.
class Reader {
 public:
  void line(std::string_view text, std::size_t number) {
    if (text.starts_with("$ ")) {
      cases.push_back({std::string(text.substr(2)), number, number + 1, {}, {}});
      open_ = true;
    } else if (open_ && text.starts_with("> ") && cases.back().expected.empty()) {
      cases.back().command.append("\n").append(text.substr(2));
      cases.back().first = number + 1;
    } else if (open_) {
      cases.back().expected.emplace_back(text);
    }
  }
  void end_block() { open_ = false; }

  std::vector<Case> cases;

 private:
  bool open_ = false;
};

std::vector<Case> cases_of_manual(const Lines& lines) {
  Reader reader;
  bool display = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with(".Bd -literal")) {
      display = true;
    } else if (lines[i] == ".Ed") {
      display = false;
      reader.end_block();
    } else if (display) {
      reader.line(from_roff(lines[i]), i);
    }
  }
  return std::move(reader.cases);
}

std::vector<Case> cases_of_markdown(const Lines& lines) {
  Reader reader;
  std::size_t fence = 0;  // backticks of the open block
  bool console = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const std::size_t ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence == 0 && ticks >= 3) {
      fence = ticks;
      console = line.substr(ticks) == "console";
    } else if (fence > 0 && ticks >= fence && ticks == line.size()) {
      fence = 0;
      reader.end_block();
    } else if (fence > 0 && console) {
      reader.line(line, i);
    }
  }
  return std::move(reader.cases);
}

/// A folder of its own for one session, gone afterwards.
struct Room {
  explicit Room(const Settings& settings) {
    std::string name = (fs::temp_directory_path() / ("oneonone-" + std::string(6, 'X'))).string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    root = fs::canonical(name);
    home = root / settings.folder / "home";
    examples = root / settings.folder / "examples";
    fs::create_directories(home);
    fs::copy(settings.examples, examples, fs::copy_options::recursive);
    close_private_folders();
    start = settings.manual() ? examples / "manager" : home;
  }
  ~Room() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
  }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  /// What was printed, without the name of the folder, which differs from run to run.
  std::string shown(std::string text) const {
    replace_all(text, home.string(), "/home/dana");
    replace_all(text, examples.string(), "/examples");
    return text;
  }

  fs::path root, home, examples, start;

 private:
  /// git keeps no modes of folders, and `check` would speak of them.
  void close_private_folders() const {
    for (const fs::directory_entry& notebook : fs::directory_iterator(examples)) {
      const fs::path folder = notebook.path() / "private";
      if (fs::is_directory(folder)) fs::permissions(folder, fs::perms::owner_all);
    }
  }
};

Lines environment(const Settings& settings, const Room& room) {
  const char* path = std::getenv("PATH");
  const std::string programs = fs::canonical(settings.program).parent_path().string();
  const char* sanitizer = std::getenv("ASAN_OPTIONS");
  return {"PATH=" + programs + ":" + (path != nullptr ? path : "/usr/bin:/bin"),
          std::string("ASAN_OPTIONS=") + (sanitizer != nullptr ? sanitizer : ""),
          "HOME=" + room.home.string(),
          "EXAMPLES=" + room.examples.string(),
          "TZ=" + settings.zone,
          "LC_ALL=C.UTF-8",
          "NO_COLOR=1",
          "EDITOR=true",
          "USER=dana",
          "LOGNAME=dana",
          "ONEONONE_TODAY=2026-11-24",
          "GIT_CONFIG_NOSYSTEM=1",
          "GIT_CONFIG_COUNT=1",
          "GIT_CONFIG_KEY_0=init.defaultBranch",
          "GIT_CONFIG_VALUE_0=main",
          "GIT_CEILING_DIRECTORIES=" + room.root.string(),
          "GIT_PAGER=cat",
          "GIT_AUTHOR_NAME=Dana Lee",
          "GIT_AUTHOR_EMAIL=dana@example.org",
          "GIT_AUTHOR_DATE=2026-11-24T09:00:00Z",
          "GIT_COMMITTER_NAME=Dana Lee",
          "GIT_COMMITTER_EMAIL=dana@example.org",
          "GIT_COMMITTER_DATE=2026-11-24T09:00:00Z"};
}

/// In the child: becomes the shell. Returns only when that fails.
void become_shell(const Room& room, const fs::path& script, const fs::path& output, Lines words) {
  const int in = open("/dev/null", O_RDONLY);
  const int out = open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (in < 0 || out < 0 || chdir(room.start.c_str()) != 0) return;
  dup2(in, 0);
  dup2(out, 1);
  dup2(out, 2);
  umask(022);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execle("/bin/sh", "sh", script.c_str(), nullptr, pointers.data());
}

std::string run_session(const Settings& settings, const Room& room,
                        const std::vector<Case>& cases) {
  const fs::path script = room.root / "script";
  const fs::path output = room.root / "output";
  {
    std::ofstream out(script);
    for (const Case& one : cases) {
      out << one.command << "\nprintf '\\n\\036status %d\\n' $?\n";
    }
  }
  const Lines words = environment(settings, room);
  const pid_t child = fork();
  if (child == 0) {
    become_shell(room, script, output, words);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return room.shown(read_file(output));
}

/// Gives each case the lines that it printed, and `[N]` when its status was not 0.
void deal_out(std::string_view output, std::vector<Case>& cases) {
  for (Case& one : cases) {
    const std::size_t end = output.find(end_mark);
    const std::string_view printed = output.substr(0, end);
    one.actual = split(printed);
    if (end == std::string_view::npos) {
      one.actual.emplace_back("(the shell ended here)");
      output = {};
      continue;
    }
    if (!printed.empty() && !printed.ends_with('\n')) {
      one.actual.emplace_back("\\ no newline at the end");
    }
    output.remove_prefix(end + end_mark.size());
    const std::string_view status = output.substr(0, output.find('\n'));
    if (status != "0") one.actual.push_back(fmt::format("[{}]", status));
    output.remove_prefix(status.size() + 1);
  }
}

/// Lines of `b` against those of `a`, the longest common part unmarked.
void print_difference(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      std::cout << "     " << a[i++] << '\n', ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      std::cout << "   - " << a[i++] << '\n';
    } else {
      std::cout << "   + " << b[j++] << '\n';
    }
  }
}

/// A command of the manual that shows no output promises only that it works.
bool passes(const Case& one, bool manual) {
  if (one.expected == one.actual) return true;
  const auto is_status = [](const std::string& line) {
    return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
           std::all_of(line.begin() + 1, line.end() - 1,
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  return manual && one.expected.empty() && (one.actual.empty() || !is_status(one.actual.back()));
}

void rewrite(const Settings& settings, Lines lines, const std::vector<Case>& cases) {
  for (auto one = cases.rbegin(); one != cases.rend(); ++one) {
    if (passes(*one, settings.manual())) continue;
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(one->first);
    const auto at = lines.erase(first, first + static_cast<std::ptrdiff_t>(one->expected.size()));
    Lines actual = one->actual;
    if (settings.manual()) std::transform(actual.begin(), actual.end(), actual.begin(), to_roff);
    lines.insert(at, actual.begin(), actual.end());
  }
  std::ofstream out(settings.file, std::ios::binary | std::ios::trunc);
  for (const std::string& line : lines) out << line << '\n';
}

Settings read_settings(int count, char** words) {
  Settings settings;
  Lines rest;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--update") {
      settings.update = true;
    } else if (word == "--tz" && i + 1 < count) {
      settings.zone = words[++i];
    } else if (word == "--folder" && i + 1 < count) {
      settings.folder = words[++i];
    } else {
      rest.emplace_back(word);
    }
  }
  if (rest.size() != 3)
    throw std::runtime_error("usage: transcript [OPTIONS] PROGRAM EXAMPLES FILE");
  settings.program = rest[0];
  settings.examples = rest[1];
  settings.file = rest[2];
  return settings;
}

int run(const Settings& settings) {
  const Room room(settings);
  const Lines lines = split(read_file(settings.file));
  std::vector<Case> cases = settings.manual() ? cases_of_manual(lines) : cases_of_markdown(lines);
  if (cases.empty() && !settings.manual())
    throw std::runtime_error("no commands in " + settings.file);
  deal_out(run_session(settings, room, cases), cases);

  std::size_t failed = 0;
  for (const Case& one : cases) {
    if (passes(one, settings.manual())) continue;
    ++failed;
    std::cout << fmt::format("{}:{}: $ {}\n", settings.file, one.line + 1, one.command);
    print_difference(one.expected, one.actual);
  }
  std::cout << fmt::format("{}: {} commands, {} differ\n", settings.file, cases.size(), failed);
  if (failed == 0) return 0;
  if (settings.update) {
    rewrite(settings, lines, cases);
    return 0;
  }
  return 1;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(read_settings(count, words));
  } catch (const std::exception& error) {
    std::cerr << "transcript: " << error.what() << '\n';
    return 2;
  }
}

// SPDX-License-Identifier: MIT
// Fails while a command lacks its transcript, its man page or its line in README.md, and while an
// option is missing from the man page.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"
#include "cli/command.hpp"

namespace fs = std::filesystem;
using namespace oneonone;

namespace {

const fs::path source = ONEONONE_SOURCE;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The names of the files in src/commands, without `.cpp`; a `_` stands for the `-` of a command.
std::vector<std::string> command_files() {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(source / "src/commands")) {
    if (entry.path().extension() != ".cpp") continue;
    std::string name = entry.path().stem().string();
    std::replace(name.begin(), name.end(), '_', '-');
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

fs::path man_page(std::string_view name) {
  return source / "man" / fmt::format("oneonone-{}.1", name);
}

/// The man page of a command: the one that has its name, or its first word, or that shows how it is
/// called (`.Nm oneonone drop`).
std::string manual_of(const std::string& command) {
  for (std::string name : {command, command.substr(0, command.find(' '))}) {
    std::replace(name.begin(), name.end(), ' ', '-');
    if (fs::exists(man_page(name))) return text_of(man_page(name));
  }
  for (const std::string& file : command_files()) {
    std::string text = text_of(man_page(file));
    if (text.find(fmt::format("\n.Nm oneonone {}\n", command)) != std::string::npos) return text;
  }
  return {};
}

/// True when `text` has `phrase` and no letter, digit or `-` follows it.
bool mentions(std::string_view text, std::string_view phrase) {
  for (std::size_t at = 0; (at = text.find(phrase, at)) != std::string_view::npos; ++at) {
    const std::string_view rest = text.substr(at + phrase.size());
    const bool ends = rest.empty() || !(std::isalnum(static_cast<unsigned char>(rest.front())) ||
                                        rest.front() == '-');
    if (ends) return true;
  }
  return false;
}

/// In mdoc an option is written `Fl -due`.
bool documents(std::string_view manual, std::string_view option) {
  while (option.starts_with('-')) option.remove_prefix(1);
  return mentions(manual, fmt::format("Fl -{}", option));
}

}  // namespace

TEST_CASE("every file of commands has a transcript, a man page and a line in the README") {
  const std::string readme = text_of(source / "README.md");
  for (const std::string& name : command_files()) {
    INFO("command ", name);
    CHECK(fs::exists(source / "tests/cli" / (name + ".md")));
    CHECK(fs::exists(man_page(name)));
    CHECK((mentions(readme, "`" + name) || mentions(readme, "oneonone " + name)));
  }
}

TEST_CASE("every option of a command stands in its man page") {
  for (const Command& command : all_commands()) {
    if (command.hidden) continue;
    const std::string manual = manual_of(std::string(command.name));
    INFO("command ", command.name);
    CHECK_FALSE(manual.empty());
    Args args(command.name, command.summary);
    const Run run = command.declare(args);
    for (const std::string& option : args.long_options()) {
      INFO("option ", option);
      CHECK(documents(manual, option));
    }
  }
}

// SPDX-License-Identifier: MIT
// What must hold after a fault: nothing lost, no file torn, and the command run again heals.
#include "faults/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace oneonone::faults {
namespace {

/// How often each line stands in the notes, whatever its mark, its days and its id: those a command
/// may change.
struct Books {
  std::map<std::string, int> lines;
  std::set<std::string> open;
};

bool is_changeable(const std::string& word) {
  static const std::vector<std::string> keys{"since:", "due:", "done:", "dropped:", "^"};
  return std::ranges::any_of(keys, [&](const std::string& key) { return word.starts_with(key); });
}

/// The line without what a command may change.
std::string words_of(std::string line) {
  const std::size_t box = line.find("- [");
  if (box != std::string::npos && box + 4 < line.size() && line[box + 4] == ']')
    line[box + 3] = '?';
  std::istringstream in(line);
  std::string words;
  for (std::string word; in >> word;)
    if (!is_changeable(word)) words += word + ' ';
  return words;
}

Books books_of(const Tree& tree) {
  Books books;
  for (const auto& [path, bytes] : notes_of(tree)) {
    std::istringstream in(bytes);
    for (std::string line; std::getline(in, line);) {
      const std::string words = words_of(line);
      ++books.lines[words];
      if (line.find("- [ ] ") != std::string::npos) books.open.insert(words);
    }
  }
  return books;
}

}  // namespace

Undisturbed undisturbed(const Home& home, const Case& one) {
  Undisturbed expected;
  expected.start = home.tree();
  const auto look = [&] {
    const Tree now = notes_of(home.tree());
    for (const auto& [path, bytes] : now) {
      if (!expected.versions.contains(path) && !expected.start.contains(path))
        expected.absent.insert(path);
      expected.versions[path].insert(bytes);
    }
    for (const auto& [path, versions] : expected.versions)
      if (!now.contains(path)) expected.absent.insert(path);
  };
  look();
  expected.ended = trace(home.start(released(), one.command), [&](const Call& call) {
    if (may_write(call)) look();
    return Fate{};
  });
  look();
  expected.once = home.tree();
  home.run(released(), one.command);
  expected.twice = home.tree();
  home.put_back(expected.start);
  return expected;
}

std::string lost_in(const Undisturbed& expected, const Tree& tree) {
  const Books start = books_of(expected.start), once = books_of(expected.once),
              now = books_of(tree);
  for (const auto& [line, count] : start.lines) {
    const auto kept = once.lines.find(line), there = now.lines.find(line);
    const int wanted = kept == once.lines.end() ? 0 : std::min(count, kept->second);
    if ((there == now.lines.end() ? 0 : there->second) < wanted) return "lost: " + line;
  }
  for (const std::string& line : start.open)
    if (once.open.contains(line) && !now.open.contains(line)) return "no longer open: " + line;
  return {};
}

std::string torn_in(const Undisturbed& expected, const Tree& tree) {
  const Tree notes = notes_of(tree);
  for (const auto& [path, bytes] : notes) {
    const auto versions = expected.versions.find(path);
    if (versions == expected.versions.end()) return "it should not be there: " + path;
    if (!versions->second.contains(bytes)) return "torn: " + path + ":\n" + bytes;
  }
  for (const auto& [path, versions] : expected.versions)
    if (!notes.contains(path) && !expected.absent.contains(path)) return "gone: " + path;
  return {};
}

std::string left_in(const Tree& tree) {
  for (const auto& [path, bytes] : tree)
    if (is_temporary(path)) return "left behind: " + path;
  return {};
}

std::string difference(const Tree& wanted, const Tree& tree) {
  for (const auto& [path, bytes] : wanted) {
    const auto there = tree.find(path);
    if (there == tree.end()) return "missing: " + path;
    if (there->second != bytes)
      return fmt::format("{} is\n{}\nand should be\n{}", path, there->second, bytes);
  }
  for (const auto& [path, bytes] : tree)
    if (!wanted.contains(path)) return "too much: " + path;
  return {};
}

Trial::Trial(const Home& home, const Program& program, const Case& one)
    : home_(home), program_(program), one_(one), expected_(undisturbed(home, one)) {}

Ended Trial::disturb(const std::string& where, const Decide& decide) {
  where_ = one_.name + ": " + where;
  return trace(home_.start(program_, one_.command), decide);
}

Ended Trial::endure(const std::string& where, const std::function<void()>& prepare) {
  where_ = one_.name + ": " + where;
  Start start = home_.start(program_, one_.command);
  start.prepare = prepare;
  return run(start);
}

void Trial::require_told(const Ended& ended) {
  const bool is_silent = ended.status == 0 && (!is_done() || ended.out != expected_.ended.out);
  if (is_silent) complain(&Tally::silent, "status 0, and not done: " + ended.out);
  if (ended.status != 0 && ended.status != expected_.ended.status && ended.err.empty())
    complain(&Tally::silent, fmt::format("status {} without a word", ended.status));
  // Above 128 git takes the status of a merge driver for "nothing touched".
  if (ended.status >= 128 && ended.status != 129)
    complain(nullptr, fmt::format("ended by a signal: {}", ended.status));
}

void Trial::complain(int Tally::* count, const std::string& what) {
  if (count != nullptr) ++(tally_.*count);
  tally_.complaints.push_back(where_ + ": " + what);
}

void Trial::look_for_losses(const Tree& tree) {
  if (const std::string lost = lost_in(expected_, tree); !lost.empty())
    complain(&Tally::lost, lost);
}

void Trial::accept_part() {
  ++tally_.points;
  look_for_losses(home_.tree());
  look_for_leftovers();
  home_.run(program_, one_.command);
  look_for_losses(home_.tree());
  look_for_leftovers();
}

void Trial::look() {
  look_at(home_.tree(), false);
}

void Trial::look_at(const Tree& tree, bool is_acknowledged) {
  ++tally_.points;
  look_for_losses(tree);
  if (const std::string torn = torn_in(expected_, tree); !torn.empty())
    complain(&Tally::torn, torn);
  const std::string missing = difference(notes_of(expected_.once), notes_of(tree));
  if (is_acknowledged && !missing.empty()) complain(&Tally::silent, missing);
}

void Trial::look_for_leftovers() {
  if (const std::string left = left_in(home_.tree()); !left.empty()) complain(&Tally::left, left);
}

bool Trial::is_done() const {
  return difference(notes_of(expected_.once), notes_of(home_.tree())).empty();
}

void Trial::heal() {
  const Ended again = home_.run(program_, one_.command);
  const Tree tree = home_.tree(), notes = notes_of(tree);
  const std::string once = difference(notes_of(expected_.once), notes);
  // What had been done already is done twice: a line that is added.
  const bool is_right = once.empty() || difference(notes_of(expected_.twice), notes).empty();
  const bool is_sent = one_.after.empty() || home_.succeeds(one_.after);
  if (is_right && is_sent)
    ++tally_.healed;
  else
    complain(nullptr, fmt::format("run again, it ends with {} ({}) and {}", again.status, again.err,
                                  is_right ? "git does not have it" : once));
  look_for_leftovers();
}

}  // namespace oneonone::faults

// SPDX-License-Identifier: MIT
// Words for days, and whole command lines: a word a line, run in a notebook in memory.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app.hpp"
#include "core/date_words.hpp"
#include "fuzz/targets.hpp"
#include "support/memory_system.hpp"
#include "unicode.hpp"

namespace oneonone::fuzz {
namespace {

using Words = std::vector<std::string>;

const Date today = *Date::parse("2026-11-24");

/// The day that a word means is the day that its own date means.
void day(std::string_view word) {
  if (const auto date = Date::parse(word)) require(date->iso() == word, "a date prints otherwise");
  for (const Weekdays direction : {Weekdays::after_today, Weekdays::from_today, Weekdays::last}) {
    auto date = try_date_word(word, today, direction);
    if (!date) continue;
    if (is_wrong_on_purpose()) date = *date + 1;
    require(try_date_word(unicode::fold(word), today, direction) == date, "case matters");
    require(try_date_word(date->iso(), today, direction) == date, "the day of a word is no day");
  }
}

/// The words as main gets them: lines, without what a system does not let through.
Words words_in(std::string_view bytes) {
  Words words{""};
  for (const char c : bytes) {
    if (c == '\n') {
      words.emplace_back();
    } else if (c != '\0') {
      words.back() += c;
    }
  }
  return words;
}

testing::MemorySystem notebook() {
  testing::MemorySystem memory{
      {"oneonone.yaml", "format: 1\nme: dana\nname: Dana Lee\n"},
      {"people/alice/about.md", "---\npeople: [alice, dana]\nmanager: dana\n---\n"},
      {"people/alice/2026-11-17.md",
       "- [ ] @dana Send it ^k7m2q\n## Topics\n- [ ] A role ^k7t5r\n"},
      {"private/alice/topics.md", "- [ ] Fact: two cats ^k8m3r\n"}};
  memory.clock.now = today;
  return memory;
}

bool has(const Words& words, const Words& any) {
  return std::ranges::find_first_of(words, any) != words.end();
}

bool only_reads(const Words& words) {
  static const Words reading{"actions", "status", "show",  "prep",
                             "log",     "search", "pulse", "review"};
  return std::ranges::find(reading, words[0]) != reading.end() && !has(words, {"-o", "--output"});
}

void command_line(const Words& words) {
  testing::MemorySystem memory = notebook();
  const auto before = memory.files.all();
  System system = memory.system();
  const int status = run_app(system, words);
  // What git asks has statuses of git's.
  require(status >= 0 && (status <= 5 || has(words, {"merge-driver"})), "an unknown status");
  require(!unicode::has_control(memory.terminal.errors), "standard error steers the terminal");
  const bool changed = memory.files.all() != before;
  if (status == 2 || status == 3) require(!changed, "refused, yet something changed");
  if (only_reads(words)) require(!changed, "a reading command wrote");
  if (status == 0 && has(words, {"--json"}) && memory.terminal.output.starts_with('{')) {
    require(nlohmann::json::accept(memory.terminal.output), "--json prints no JSON");
  }
}

}  // namespace

void words(std::string_view bytes) {
  if (bytes.size() > 512) return;
  const Words words = words_in(bytes);
  std::ranges::for_each(words, day);
  command_line(words);
}

}  // namespace oneonone::fuzz

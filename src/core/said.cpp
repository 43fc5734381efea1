// SPDX-License-Identifier: MIT
// Reads kinds from words and headings.
#include "core/said.hpp"

#include <map>

namespace oneonone {
namespace {

Said said_by(const Item& item, const ParsedNote& parsed, const Heading* heading,
             const Person& person) {
  Said said;
  said.kind = item.kind();
  Authored rest = authored(item.words, person);
  if (!said.kind.empty()) rest.text.erase(0, std::min(rest.text.find(':') + 1, rest.text.size()));
  rest.text.erase(0, std::min(rest.text.find_first_not_of(' '), rest.text.size()));
  if (said.kind.empty() && heading != nullptr) said.kind = kind_of_heading(heading->text);
  said.text = rest.text;
  said.author = rest.author;
  said.id = item.id;
  said.mark = item.mark;
  said.since = item.since ? item.since : parsed.path.date;
  said.noted = parsed.path.date;
  return said;
}

}  // namespace

Authored authored(const std::string& words, const Person& person) {
  for (const std::string& handle : person.people) {
    std::string tail = "(" + handle + ")";
    if (!words.ends_with(tail)) continue;
    std::string text = words.substr(0, words.size() - tail.size());
    while (text.ends_with(' ')) text.pop_back();
    return {text, handle};
  }
  return {words, ""};
}

std::vector<Said> said_in(const Ledger& ledger) {
  std::vector<Said> all;
  std::map<std::string, std::size_t, std::less<>> by_id;
  auto keep = [&](Said said) {
    if (said.kind.empty() || said.text.empty()) return;
    auto known = said.id.empty() ? by_id.end() : by_id.find(said.id);
    if (known != by_id.end()) {
      all[known->second] = std::move(said);
      return;
    }
    if (!said.id.empty()) by_id.emplace(said.id, all.size());
    all.push_back(std::move(said));
  };
  for (const ParsedNote& parsed : ledger.notes()) {
    const Outline& outline = parsed.outline;
    for (const Task& task : outline.tasks) {
      if (task.role == Role::none) continue;
      const Heading* heading = outline.heading_above(task.box_line);
      keep(said_by(task.item(), parsed, heading, ledger.person()));
    }
    for (const Bullet& bullet : outline.bullets) {
      ItemText text = read_item(parsed.note, bullet.text, bullet.line, bullet.paragraph_end);
      keep(said_by(text.item, parsed, outline.heading_above(bullet.line), ledger.person()));
    }
  }
  return all;
}

}  // namespace oneonone

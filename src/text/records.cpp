// SPDX-License-Identifier: MIT
// Reads known keys, checks them, leaves the rest alone.
#include "text/records.hpp"

#include <algorithm>

#include "error.hpp"
#include "model/cadence.hpp"
#include "text/blanks.hpp"
#include "text/front_matter.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::string_view cadences = "weekly, 2w, monthly, 10d or none";

std::string at(std::string_view path, std::size_t line) {
  return std::string(path) + ":" + std::to_string(line);
}

int read_format(const FrontMatter& matter, std::string_view path) {
  const Field* field = matter.find("format");
  if (field == nullptr) return current_format;
  int format = matter.number("format").value_or(0);
  if (format < 1) {
    throw Error(Status::failed, "'format' must be a number", at(path, field->line),
                "write 'format: " + std::to_string(current_format) + "'");
  }
  return format;
}

std::vector<Absence> read_away(const FrontMatter& matter, std::string_view path) {
  std::vector<Absence> away;
  for (const std::string& text : matter.list("away")) {
    auto absence = parse_absence(text);
    if (!absence) {
      throw Error(Status::failed, "'" + text + "' is no range of days",
                  at(path, matter.find("away")->line), "such as [2026-12-21..2027-01-03]");
    }
    away.push_back(*absence);
  }
  return away;
}

int read_max_gap(const FrontMatter& matter, std::string_view path) {
  if (!matter.text("max_gap")) return Config().max_gap;
  auto days = matter.number("max_gap");
  if (days && *days >= 1) return *days;
  throw Error(Status::failed, "'max_gap' must be a number of days",
              at(path, matter.find("max_gap")->line), "such as max_gap: 31");
}

bool is_percent(std::optional<int> number) {
  return number && *number >= 0 && *number <= 100;
}

bool read_commit_changes(const FrontMatter& matter, std::string_view path) {
  const auto value = matter.text("commit_changes");
  if (!value || value == "false") return false;
  if (value == "true") return true;
  throw Error(Status::failed, "'commit_changes' must be true or false",
              at(path, matter.find("commit_changes")->line), "such as commit_changes: true");
}

std::optional<int> read_talk_target(const FrontMatter& matter, std::string_view path) {
  const Field* field = matter.find("talk_target");
  if (field == nullptr) return std::nullopt;
  auto percent = matter.number("talk_target");
  if (is_percent(percent)) return percent;
  throw Error(Status::failed, "'talk_target' must be from 0 to 100 percent", at(path, field->line),
              "such as talk_target: 80");
}

std::string read_cadence(const FrontMatter& matter, std::string_view path) {
  auto text = matter.text("cadence");
  if (!text) return Config().cadence;
  if (parse_cadence(*text)) return *text;
  throw Error(Status::failed, "'" + *text + "' is no cadence",
              at(path, matter.find("cadence")->line), std::string(cadences));
}

void set_if(const FrontMatter& matter, std::string_view key, std::string& value) {
  if (auto text = matter.text(key)) value = *text;
}

void set_if(const FrontMatter& matter, std::string_view key, std::vector<std::string>& value) {
  if (auto list = matter.list(key); !list.empty()) value = std::move(list);
}

bool is_pair(const std::vector<std::string>& people) {
  return people.size() == 2 && std::ranges::all_of(people, unicode::is_handle);
}

bool same(std::string_view a, std::string_view b) {
  return unicode::fold(a) == unicode::fold(b);
}

/// What a handle has become, one rename after the other.
std::string now_of(const std::vector<OldHandle>& aka, std::string handle) {
  for (std::size_t i = 0; i < aka.size(); ++i) {
    const auto next = std::ranges::find_if(
        aka, [&](const OldHandle& old) { return same(old.handle, handle) && !old.now.empty(); });
    if (next == aka.end()) break;
    handle = next->now;
  }
  return handle;
}

/// Which of the two reads: me by my handle, or the one the folder is not named after.
void find_me(Person& person, const Config& config, const std::vector<OldHandle>& aka) {
  for (const std::string& mine : {config.me, now_of(aka, config.me)}) {
    for (const std::string& handle : person.people) {
      if (!same(handle, mine)) continue;
      person.me = handle;
      return;
    }
  }
  person.me = same(person.people[0], person.folder) ? person.people[1] : person.people[0];
}

/// Whose they were: what they became says it, since two people read the same list.
void sort_old_handles(const std::vector<OldHandle>& aka, const Config& config, Person& person) {
  for (const OldHandle& old : aka) {
    const bool mine =
        old.now.empty() ? same(old.handle, config.me) : same(now_of(aka, old.handle), person.me);
    (mine ? person.my_aka : person.aka).push_back(old.handle);
  }
}

/// Tells me when the others know me under a new handle.
void check_me(const FrontMatter& matter, std::string_view path, const Config& config,
              const Person& person, std::vector<Finding>& findings) {
  const bool renamed = std::ranges::any_of(
      person.my_aka, [&](const std::string& old) { return same(old, config.me); });
  if (!renamed || same(person.me, config.me)) return;
  findings.push_back({std::string(path), matter.find("aka")->line, "about", Severity::warning,
                      "you, '" + config.me + "', are '" + person.me +
                          "' by now: oneonone config set me " + person.me});
}

}  // namespace

Config read_config(const Note& note, std::string_view path) {
  FrontMatter matter = read_front_matter(note, true);
  if (matter.problem) {
    throw Error(Status::failed, matter.problem->message, at(path, matter.problem->line),
                "mend the line in an editor");
  }
  Config config;
  config.format = read_format(matter, path);
  set_if(matter, "me", config.me);
  set_if(matter, "name", config.name);
  config.cadence = read_cadence(matter, path);
  set_if(matter, "template", config.meeting_template);
  for (const char* bond : {"manager", "mentor", "skip", "peer", "alumni"}) {
    if (auto name = matter.text("template_" + std::string(bond)))
      config.role_templates[bond] = *name;
  }
  set_if(matter, "statuses", config.statuses);
  config.max_gap = read_max_gap(matter, path);
  config.away = read_away(matter, path);
  config.talk_target = read_talk_target(matter, path);
  config.commit_changes = read_commit_changes(matter, path);
  set_if(matter, "topics_headings", config.topics_headings);
  set_if(matter, "ignore_headings", config.ignore_headings);
  if (const Field* me = matter.find("me"); me != nullptr && !unicode::is_handle(config.me)) {
    throw Error(Status::failed, "'" + config.me + "' is no handle", at(path, me->line),
                "letters, digits and '-', such as 'me: dana'");
  }
  return config;
}

Person person_of_folder(std::string_view folder, const Config& config) {
  Person person;
  person.folder = folder;
  person.people = {person.folder, config.me};
  std::ranges::sort(person.people);
  for (const std::string& handle : person.people) {
    bool mine = handle == config.me && !config.name.empty();
    person.names.push_back(mine ? config.name : handle);
  }
  find_me(person, config, {});
  return person;
}

OldHandle old_handle(std::string_view text) {
  const std::size_t sign = std::min(text.find('='), text.size());
  return {std::string(trimmed(text.substr(0, sign))),
          std::string(trimmed(text.substr(std::min(sign + 1, text.size()))))};
}

Person read_person(const Note& note, std::string_view path, std::string_view folder,
                   const Config& config, std::vector<Finding>& findings) {
  Person person = person_of_folder(folder, config);
  FrontMatter matter = read_front_matter(note);
  auto find = [&](std::size_t line, std::string message) {
    findings.push_back(
        {std::string(path), line, "about", Severity::error, std::move(message), false});
  };
  if (matter.problem) {
    find(matter.problem->line, matter.problem->message);
    return person;
  }
  if (const Field* people = matter.find("people")) {
    if (is_pair(people->values)) {
      person.people = person.names = people->values;
    } else {
      find(people->line, "'people' must be two handles, such as [alice, dana]");
    }
  }
  if (const Field* names = matter.find("names")) {
    if (names->values.size() == person.people.size()) {
      person.names = names->values;
    } else {
      find(names->line, "'names' must be as many as 'people'");
    }
  }
  set_if(matter, "manager", person.manager);
  set_if(matter, "mentor", person.mentor);
  set_if(matter, "skip", person.skip);
  set_if(matter, "status", person.status);
  set_if(matter, "topics_headings", person.topics_headings);
  set_if(matter, "ignore_headings", person.ignore_headings);
  auto read_cadence = [&](std::string_view key) {
    auto text = matter.text(key);
    if (!text || parse_cadence(*text)) return text;
    find(matter.find(key)->line, "'" + *text + "' is no cadence: " + std::string(cadences));
    return std::optional<std::string>();
  };
  person.cadence = read_cadence("cadence");
  person.alumni_cadence = read_cadence("alumni_cadence");
  person.meeting_template = matter.text("template");
  if (const Field* target = matter.find("talk_target")) {
    person.talk_target = matter.number("talk_target");
    if (!is_percent(person.talk_target)) {
      person.talk_target.reset();
      find(target->line, "'talk_target' must be from 0 to 100 percent");
    }
  }
  std::vector<OldHandle> aka;
  for (const std::string& text : matter.list("aka")) aka.push_back(old_handle(text));
  find_me(person, config, aka);
  sort_old_handles(aka, config, person);
  check_me(matter, path, config, person, findings);
  return person;
}

void read_my_view(const Note& note, std::string_view path, Person& person,
                  std::vector<Finding>& findings) {
  FrontMatter matter = read_front_matter(note);
  set_if(matter, "likes", person.likes);
  auto pause = matter.text("pause");
  if (!pause) return;
  person.pause = parse_absence(*pause);
  if (person.pause) return;
  findings.push_back({std::string(path), matter.find("pause")->line, "about", Severity::error,
                      "'pause' must be two days: 2026-11-24..2026-12-07", false});
}

std::optional<Absence> parse_absence(std::string_view text) {
  auto first = Date::parse(text.substr(0, 10));
  if (!first || text.size() == 10)
    return first ? std::optional(Absence{*first, *first}) : std::nullopt;
  if (text.size() != 22 || text.substr(10, 2) != "..") return std::nullopt;
  auto last = Date::parse(text.substr(12));
  return last && *first <= *last ? std::optional(Absence{*first, *last}) : std::nullopt;
}

Reading reading_of(const Person& person, const Config& config) {
  const auto& topics =
      person.topics_headings.empty() ? config.topics_headings : person.topics_headings;
  const auto& ignored =
      person.ignore_headings.empty() ? config.ignore_headings : person.ignore_headings;
  return {Headings(topics, ignored), config.statuses};
}

}  // namespace oneonone

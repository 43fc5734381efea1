// SPDX-License-Identifier: MIT
// `config`: the settings of this notebook; `config set` changes one line of oneonone.yaml.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "cli/args.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "cli/taken_names.hpp"
#include "core/one_line.hpp"
#include "error.hpp"
#include "model/cadence.hpp"
#include "store/templates.hpp"
#include "text/front_matter.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone::config_command {

constexpr std::string_view file = "oneonone.yaml";

struct Setting {
  std::string key, value, source;
};

struct Options {
  std::string key;
  std::vector<std::string> values;
};

bool is_list(std::string_view key) {
  return key.ends_with("_headings") || key == "away";
}

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

std::string days_of(const std::vector<Absence>& away) {
  std::vector<std::string> ranges;
  for (const auto& [first, last] : away) {
    ranges.push_back(first.iso() + (first == last ? "" : ".." + last.iso()));
  }
  return joined(ranges);
}

std::vector<Setting> settings_of(Session& session) {
  const Config& config = session.notebook().config();
  FrontMatter matter = read_front_matter(Note(session.notebook().read(file).value_or("")), true);
  std::vector<Setting> settings{
      {"format", std::to_string(config.format), ""},
      {"me", config.me, ""},
      {"name", config.name, ""},
      {"cadence", config.cadence, ""},
      {"max_gap", std::to_string(config.max_gap), ""},
      {"away", days_of(config.away), ""},
      {"template", config.meeting_template, ""},
      {"talk_target", config.talk_target ? std::to_string(*config.talk_target) : "", ""},
      {"commit_changes", config.commit_changes ? "true" : "false", ""},
      {"statuses", config.statuses, ""},
      {"topics_headings", joined(config.topics_headings), ""},
      {"ignore_headings", joined(config.ignore_headings), ""},
  };
  for (const auto& [bond, name] : config.role_templates) {
    settings.push_back({"template_" + bond, name, ""});
  }
  for (Setting& setting : settings) {
    const Field* field = matter.find(setting.key);
    setting.source = field == nullptr ? "default" : fmt::format("{}:{}", file, field->line);
  }
  return settings;
}

view::Table table_of(std::vector<Setting> settings) {
  using view::Value;
  static const std::vector<view::Column<Setting>> columns{
      {"key", [](const Setting& one) { return Value(one.key); }},
      {"value", [](const Setting& one) { return one.value.empty() ? Value() : Value(one.value); }},
      {"source", [](const Setting& one) { return Value(one.source); }},
  };
  return {std::move(settings), columns};
}

Outcome list(Session& session) {
  std::vector<Setting> settings = settings_of(session);
  view::Grid grid;
  grid.columns = {{"", {}, false}, {"", {}, true}, {"", {}, false}};
  for (const Setting& one : settings) {
    grid.rows.push_back({{{one.key}, {one.value}, {one.source, view::Style::dim}}, ""});
  }
  Outcome outcome;
  outcome.kind = "config";
  outcome.view.emplace_back(std::move(grid));
  outcome.items = table_of(std::move(settings));
  session.tell("notebook: " + session.notebook().root());
  return outcome;
}

std::optional<int> whole_number(const std::string& value) {
  int number = 0;
  const char* last = value.data() + value.size();
  const auto [end, error] = std::from_chars(value.data(), last, number);
  return error == std::errc{} && end == last ? std::optional(number) : std::nullopt;
}

/// A setting whose values can be wrong, and what to say then.
struct Rule {
  std::string_view key;
  bool (*holds)(const std::string& value);
  std::string_view what, hint;
};

constexpr std::array<Rule, 6> rules{{
    {"me", [](const std::string& value) { return unicode::is_handle(value); }, "no handle",
     "letters, digits and '-'"},
    {"cadence", [](const std::string& value) { return parse_cadence(value).has_value(); },
     "no cadence", "weekly, 2w, monthly, 10d or none"},
    {"max_gap", [](const std::string& value) { return whole_number(value).value_or(0) >= 1; },
     "no number of days", "a whole number, such as 31"},
    {"away", [](const std::string& value) { return parse_absence(value).has_value(); },
     "no range of days", "such as 2026-12-21..2027-01-03, or one day; several for several"},
    {"talk_target",
     [](const std::string& value) {
       const int percent = whole_number(value).value_or(-1);
       return percent >= 0 && percent <= 100;
     },
     "no share of the time", "from 0 to 100 percent"},
    {"commit_changes", [](const std::string& value) { return value == "true" || value == "false"; },
     "neither true nor false", ""},
}};

void check_value(const std::string& key, const std::string& value) {
  if (key == "format") throw Error(Status::usage, "the format is not yours to set");
  const auto rule = std::ranges::find(rules, key, &Rule::key);
  if (rule != rules.end() && !rule->holds(value)) {
    throw Error(Status::usage, fmt::format("'{}' is {}", value, rule->what), "",
                std::string(rule->hint));
  }
  require_one_line(value, "value");
}

/// A template may stand in one person's folder alone.
void require_known(const Notebook& notebook, const std::string& name) {
  for (const std::string& folder : notebook.folders()) {
    if (find_template(notebook, folder, name)) return;
  }
  require_template(notebook, "", name);
}

/// Who took the handle of somebody they meet would read every note from the other chair. The
/// folder alone says whose it is: `me` may be wrong now, and must be set right.
void require_not_theirs(Session& session, const std::string& handle) {
  const std::optional<std::string> holder = holder_of(session, handle);
  if (!holder) return;
  const std::string name = session.notebook().person(*holder).name();
  throw Error(Status::usage, fmt::format("'{}' is {}, whom you meet", handle, name), "",
              fmt::format("'me' is your own handle; when it is '{}', too, give theirs another: "
                          "oneonone people rename {} HANDLE",
                          handle, *holder));
}

Outcome set(const Options& options, Session& session) {
  if (std::ranges::find(setting_keys, options.key) == setting_keys.end()) {
    throw Error(Status::usage, fmt::format("there is no setting '{}'", options.key), "",
                fmt::format("there are {}", fmt::join(setting_keys, ", ")));
  }
  for (const std::string& value : options.values) check_value(options.key, value);
  if (!is_list(options.key) && options.values.size() != 1) {
    throw Error(Status::usage, fmt::format("'{}' takes one value", options.key));
  }
  if (options.key == "me") require_not_theirs(session, options.values[0]);
  if (options.key.starts_with("template")) {
    require_known(session.notebook(), options.values[0]);
  }
  std::string yaml = options.values[0];
  const bool bare =
      options.key == "talk_target" || options.key == "commit_changes" || options.key == "max_gap";
  if (!bare) yaml = yaml_scalar(yaml);
  if (is_list(options.key)) yaml = yaml_list(options.values);
  auto before = session.notebook().read(file);
  Note note(before.value_or(""));
  session.apply({{std::string(file), before,
                  apply_edits(note.bytes(), {set_field(note, options.key, yaml, true)})}});
  Outcome outcome;
  outcome.kind = "config";
  outcome.items = table_of({{options.key, joined(options.values), std::string(file)}});
  if (!session.globals().dry_run) {
    outcome.view.emplace_back(view::Text{fmt::format("{}: {}", options.key, yaml)});
  }
  return outcome;
}

Run declare_list(Args& args) {
  args.example("config", "all settings, and where each comes from");
  return [](Session& session) { return list(session); };
}

Run declare_set(Args& args) {
  auto options = std::make_shared<Options>();
  args.positional("KEY", options->key, "the setting");
  args.rest("VALUE", options->values, true, "its value; several for a list");
  args.example("config set template short", "the agenda of new notes");
  args.example("config set ignore_headings Attendance Checklist", "a list");
  return [options](Session& session) { return set(*options, session); };
}

constexpr std::array table{
    Command{"config", "list the settings of this notebook", "setting up", declare_list},
    Command{"config set", "change a setting", "setting up", declare_set,
            [] { return table_of({}).keys(); }}};
extern constinit const Commands commands(table);

}  // namespace oneonone::config_command

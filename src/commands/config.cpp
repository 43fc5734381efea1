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
#include "core/one_line.hpp"
#include "error.hpp"
#include "model/cadence.hpp"
#include "text/front_matter.hpp"
#include "unicode.hpp"

namespace oneonone::config_command {

constexpr std::string_view file = "oneonone.yaml";

/// Listed only where they are set.
constexpr std::array<std::string_view, 5> role_keys{
    "template_manager", "template_mentor", "template_skip", "template_peer", "template_alumni"};

struct Setting {
  std::string key, value, source;
};

struct Options {
  std::string key;
  std::vector<std::string> values;
};

bool is_list(std::string_view key) {
  return key.ends_with("_headings");
}

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

std::vector<Setting> settings_of(Session& session) {
  const Config& config = session.notebook().config();
  FrontMatter matter = read_front_matter(Note(session.notebook().read(file).value_or("")), true);
  std::vector<Setting> settings{
      {"format", std::to_string(config.format), ""},
      {"me", config.me, ""},
      {"name", config.name, ""},
      {"cadence", config.cadence, ""},
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

bool is_percent(const std::string& value) {
  int number = -1;
  auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  bool whole = error == std::errc{} && end == value.data() + value.size();
  return whole && number >= 0 && number <= 100;
}

void check_value(const std::string& key, const std::string& value) {
  if (key == "format") throw Error(Status::usage, "the format is not yours to set");
  if (key == "me" && !unicode::is_handle(value)) {
    throw Error(Status::usage, fmt::format("'{}' is no handle", value), "",
                "letters, digits and '-'");
  }
  if (key == "cadence" && !parse_cadence(value)) {
    throw Error(Status::usage, fmt::format("'{}' is no cadence", value), "",
                "weekly, 2w, monthly, 10d or none");
  }
  if (key == "talk_target" && !is_percent(value)) {
    throw Error(Status::usage, fmt::format("'{}' is no share of the time", value), "",
                "from 0 to 100 percent");
  }
  if (key == "commit_changes" && value != "true" && value != "false") {
    throw Error(Status::usage, fmt::format("'{}' is neither true nor false", value));
  }
  require_one_line(value, "value");
}

Outcome set(const Options& options, Session& session) {
  std::vector<Setting> settings = settings_of(session);
  bool known = std::ranges::find(settings, options.key, &Setting::key) != settings.end();
  if (!known && std::ranges::find(role_keys, options.key) == role_keys.end()) {
    std::vector<std::string> keys;
    for (const Setting& one : settings) keys.push_back(one.key);
    keys.emplace_back("template_manager and its like");
    throw Error(Status::usage, fmt::format("there is no setting '{}'", options.key), "",
                "there are " + joined(keys));
  }
  for (const std::string& value : options.values) check_value(options.key, value);
  if (!is_list(options.key) && options.values.size() != 1) {
    throw Error(Status::usage, fmt::format("'{}' takes one value", options.key));
  }
  std::string yaml = options.values[0];
  const bool bare = options.key == "talk_target" || options.key == "commit_changes";
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

std::vector<Command> commands() {
  return {{"config", "list the settings of this notebook", "setting up", declare_list},
          {"config set", "change a setting", "setting up", declare_set}};
}

}  // namespace oneonone::config_command

// SPDX-License-Identifier: MIT
// Looks in the nearest folder first; a name can never lead out of it.
#include "store/templates.hpp"

#include <algorithm>
#include <map>

#include "text/builtin.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

std::vector<std::string> template_folders(const std::string& folder) {
  std::vector<std::string> folders;
  if (!folder.empty()) folders.push_back("people/" + folder + "/templates/");
  folders.emplace_back("templates/");
  return folders;
}

bool is_name(std::string_view name) {
  return !name.empty() && !name.starts_with('.') && name.find('/') == std::string_view::npos;
}

}  // namespace

std::optional<FoundTemplate> find_template(const Notebook& notebook, const std::string& folder,
                                           std::string_view name) {
  if (!is_name(name)) return std::nullopt;
  for (const std::string& where : template_folders(folder)) {
    std::string path = where + std::string(name) + ".md";
    if (auto text = notebook.read(path)) return FoundTemplate{std::string(name), *text, path};
  }
  auto builtin = std::ranges::find(builtin_templates(), name, &Builtin::name);
  if (builtin == builtin_templates().end()) return std::nullopt;
  return FoundTemplate{std::string(name), std::string(builtin->text), ""};
}

UsualTemplate usual_template(const Config& config, const Person& person) {
  if (person.meeting_template && !person.is_alumni()) {
    return {*person.meeting_template, "people/" + person.folder + "/about.md"};
  }
  const auto found = config.role_templates.find(person.bond());
  if (found != config.role_templates.end()) return {found->second, "oneonone.yaml"};
  return {person.is_alumni() ? "catch-up" : config.meeting_template, "oneonone.yaml"};
}

std::vector<FoundTemplate> list_templates(const Notebook& notebook, const std::string& folder) {
  std::map<std::string, FoundTemplate> found;
  for (const Builtin& builtin : builtin_templates()) {
    std::string name(builtin.name);
    found[name] = *find_template(notebook, folder, name);
  }
  for (const std::string& where : template_folders(folder)) {
    auto entries = notebook.list(where);
    if (!entries) continue;
    for (const Entry& entry : *entries) {
      if (!entry.name.ends_with(".md") || entry.kind != FileKind::file) continue;
      std::string name = entry.name.substr(0, entry.name.size() - 3);
      if (auto one = find_template(notebook, folder, name)) found[name] = *one;
    }
  }
  std::vector<FoundTemplate> templates;
  for (auto& [name, one] : found) templates.push_back(std::move(one));
  return templates;
}

FoundTemplate require_template(const Notebook& notebook, const std::string& folder,
                               std::string_view name) {
  if (auto found = find_template(notebook, folder, name)) return *found;
  std::string near;
  std::string all;
  for (const FoundTemplate& one : list_templates(notebook, folder)) {
    if (unicode::edit_distance(one.name, name, 3) <= 2) near = one.name;
    all += (all.empty() ? "" : ", ") + one.name;
  }
  std::string hint =
      near.empty() ? "there are " + all : "did you mean '" + near + "'? There are " + all;
  throw Error(Status::not_found, "there is no template '" + std::string(name) + "'", "", hint);
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// git and the merge of notes: what a merge must know of a file's folder, and how git is told.
#include "cli/merging.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "error.hpp"
#include "store/changes.hpp"
#include "text/missing_lines.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

/// A driver that fails leaves our side without a mark, and theirs would be lost with the next
/// commit: then git's own merge of lines has its turn.
constexpr std::string_view driver =
    "oneonone merge-driver %O %A %B %P; s=$?; [ $s -le 1 ] && exit $s; "
    "git merge-file -L ours -L base -L theirs %A %O %B";

const std::vector<std::string> attributes{"*.md merge=oneonone", "oneonone.yaml merge=oneonone"};

std::string folder_above(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string last_part(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

std::optional<std::string> read_if_possible(const System& system, const std::string& path) {
  try {
    return system.files.read(path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

Config config_of(const System& system, std::string folder) {
  for (; !folder.empty(); folder = folder_above(folder)) {
    const auto bytes = read_if_possible(system, folder + "/oneonone.yaml");
    if (!bytes) continue;
    try {
      return read_config(Note(*bytes), "oneonone.yaml");
    } catch (const Error&) {
      break;
    }
  }
  return {};
}

/// The person's folder when it has no about.md: below people/ or private/, else the repository.
std::string folder_named(const std::string& top, std::string path) {
  for (const std::string tree : {"people/", "private/"})
    if (path.starts_with(tree)) path.erase(0, tree.size());
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? last_part(top) : path.substr(0, slash);
}

Person person_of(const System& system, const std::string& top, const std::string& path,
                 const Config& config) {
  std::string folder = path;
  do {
    folder = folder_above(folder);
    const std::string there = folder.empty() ? top : top + "/" + folder;
    const auto bytes = read_if_possible(system, there + "/about.md");
    std::vector<Finding> findings;
    if (bytes) return read_person(Note(*bytes), "about.md", last_part(there), config, findings);
  } while (!folder.empty());
  return person_of_folder(folder_named(top, path), config);
}

/// False when that is what git was told before.
bool configure(const Repository& repository, std::string_view known, const std::string& key,
               const std::string& value) {
  if (known.find(key + " " + value + "\n") != std::string_view::npos) return false;
  if (repository.ask({"config", "--local", key, value})) return true;
  throw Error(Status::failed, "git's configuration cannot be changed", repository.top(),
              "run 'git config " + key + " …' there to see why");
}

}  // namespace

MergePlace merge_place(const System& system, const std::string& top, const std::string& path) {
  const Config config = config_of(system, folder_above(top + "/" + path));
  const Person person = person_of(system, top, path, config);
  const bool known = person.people.size() == 2 && !person.people[0].empty();
  return {reading_of(person, config),
          {known ? person.people : std::vector<std::string>{}, last_part(path)},
          last_part(path) == "oneonone.yaml"};
}

bool install_merge_driver(const System& system, const Repository& repository,
                          const std::string& folder) {
  const auto before = system.files.read(folder + "/.gitattributes");
  const auto after = with_missing_lines(before, attributes);
  const std::string known =
      repository.ask({"config", "--local", "--get-regexp", R"(^merge\.oneonone\.)"}).value_or("");
  bool changed =
      configure(repository, known, "merge.oneonone.name", "notes of one-on-ones, by item");
  changed = configure(repository, known, "merge.oneonone.driver", std::string(driver)) || changed;
  if (after) apply_changes(system.files, folder, {{".gitattributes", before, *after}});
  return changed || after.has_value();
}

}  // namespace oneonone

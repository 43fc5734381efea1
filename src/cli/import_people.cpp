// SPDX-License-Identifier: MIT
// Matches names with people and makes those who are new.
#include "cli/import_people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/taken_names.hpp"
#include "core/import_names.hpp"
#include "error.hpp"
#include "text/front_matter.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// The folders above a file, the nearest first.
std::vector<std::string> folders_of(std::string_view file) {
  std::vector<std::string> folders;
  for (std::size_t slash = file.rfind('/'); slash != std::string_view::npos;
       slash = file.rfind('/')) {
    file = file.substr(0, slash);
    folders.emplace_back(file.substr(file.rfind('/') + 1));
  }
  return folders;
}

std::string stem_of(std::string_view file) {
  const std::string_view name = file.substr(file.rfind('/') + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

/// Where a name may stand in a path, the likeliest first.
std::vector<std::string> places_in(std::string_view file) {
  std::vector<std::string> places = folders_of(file);
  places.push_back(stem_of(file));
  return places;
}

}  // namespace

ImportPeople::ImportPeople(Session& session, const std::vector<std::string>& files,
                           const std::optional<std::string>& named)
    : session_(session), people_(session.notebook().everyone()) {
  std::erase_if(people_,
                [&session](const Person& person) { return is_vacant(session, person.folder); });
  first_new_ = people_.size();
  for (const std::string& file : files) {
    for (const std::string& place : places_in(file)) {
      const auto names = names_besides(place, session.notebook().config());
      const bool full = names.size() == 1 && names[0].find(' ') != std::string::npos;
      if (full) full_names_.insert(proper_name(names[0]));
    }
  }
  if (named) all_ = named_by(*named);
}

std::optional<std::size_t> ImportPeople::whose(const std::string& root, const std::string& file,
                                               const std::string& names) {
  if (all_) return all_;
  const std::vector<std::string> places = places_in(file);
  for (const std::string& place : places) {
    if (const auto index = known(place)) return index;
  }
  for (const std::string& place : {names, root}) {
    if (const auto index = known(place)) return index;
  }
  for (const std::string& place : places) {
    if (const auto index = made_of(place)) return index;
  }
  return std::nullopt;
}

std::optional<std::size_t> ImportPeople::index_of(std::string_view name) const {
  const Person* meant = person_meant(people_, name);
  if (meant == nullptr) return std::nullopt;
  return static_cast<std::size_t>(meant - people_.data());
}

/// The only person here that a text names.
std::optional<std::size_t> ImportPeople::known(std::string_view text) const {
  std::optional<std::size_t> found;
  std::vector<std::string> names = names_in(text);
  for (std::string& name : names_besides(text, session_.notebook().config())) {
    names.push_back(std::move(name));
  }
  for (const std::string& name : names) {
    const auto index = index_of(name);
    if (index && found && index != found) return std::nullopt;
    if (index) found = index;
  }
  return found;
}

/// The name as another file has it in full; nothing when that may be one of several.
std::optional<std::string> ImportPeople::in_full(const std::string& name) const {
  if (name.find(' ') != std::string::npos) return name;
  std::set<std::string> fuller;  // by key: 'alice ng' and 'Alice Ng' are one
  std::string full = name;
  for (const std::string& one : full_names_) {
    if (!name_key(one).starts_with(name_key(name) + " ")) continue;
    fuller.insert(name_key(one));
    full = one;
  }
  return fuller.size() > 1 ? std::nullopt : std::optional(full);
}

/// Someone new, of a text that names one person besides me.
std::optional<std::size_t> ImportPeople::made_of(std::string_view text) {
  const auto names = names_besides(text, session_.notebook().config());
  if (names.size() != 1) return std::nullopt;
  const auto name = in_full(proper_name(names[0]));
  return name ? make(*name) : std::nullopt;
}

std::optional<std::size_t> ImportPeople::make(const std::string& name) {
  const auto is_taken = [this](const std::string& handle) {
    return unicode::fold(handle) == unicode::fold(session_.notebook().config().me) ||
           index_of(handle).has_value();
  };
  const std::string handle = handle_for(name, is_taken);
  if (!unicode::is_handle(handle) || is_taken(handle)) return std::nullopt;
  newcomers_.push_back({handle, name});
  people_.emplace_back();
  std::vector<Finding> none;
  people_.back() = read_person(Note(about(people_.size() - 1, {})), "about.md", handle,
                               session_.notebook().config(), none);
  return people_.size() - 1;
}

std::size_t ImportPeople::named_by(const std::string& word) {
  if (const auto index = index_of(word)) return *index;
  const std::string key = name_key(word);
  const bool near = std::ranges::any_of(people_, [&](const Person& person) {
    return name_key(person.folder).starts_with(key) ||
           name_key(person.name()).find(key) != std::string::npos;
  });
  if (near) {
    const Person person = session_.notebook().find_person(word);
    return static_cast<std::size_t>(std::ranges::find(people_, person.folder, &Person::folder) -
                                    people_.begin());
  }
  if (unicode::has_control(word)) throw Error(Status::usage, "the name holds control characters");
  if (const auto index = make(proper_name(word))) return *index;
  throw Error(Status::usage, fmt::format("no handle can be made of '{}'", word), "--person",
              "add them first: oneonone people add HANDLE --name NAME");
}

std::string ImportPeople::about(std::size_t index, const std::vector<std::string>& ignored) const {
  const Config& config = session_.notebook().config();
  std::string text = about_text(config, newcomers_[index - first_new_], "report", std::nullopt);
  if (ignored.empty()) return text;
  std::vector<std::string> all = config.ignore_headings;
  all.insert(all.end(), ignored.begin(), ignored.end());
  return apply_edits(text, {set_field(Note(text), "ignore_headings", yaml_list(all))});
}

}  // namespace oneonone

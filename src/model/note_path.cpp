// SPDX-License-Identifier: MIT
// Reads the day and its number from a note's file name, and orders notes.
#include "model/note_path.hpp"

#include <utility>

namespace oneonone {
namespace {

constexpr std::string_view extension = ".md";
constexpr std::size_t date_size = std::string_view("2026-11-24").size();
constexpr std::size_t longest_number = 3;

std::string_view last_part(std::string_view path) {
  // Most have no slash, which is sooner found out than where the last one is.
  if (path.find('/') == std::string_view::npos) return path;
  return path.substr(path.rfind('/') + 1);
}

/// What stands between the day and `.md`: `-2`, `-2-standup`, ` standup`.
std::string_view after_date(std::string_view name) {
  return name.substr(date_size, name.size() - date_size - extension.size());
}

std::optional<Date> date_of_name(std::string_view name) {
  if (name.size() < date_size + extension.size() || !name.ends_with(extension)) return {};
  const char next = name[date_size];
  if (next != '.' && next != '-' && next != '_' && next != ' ') return {};
  return Date::parse(name.substr(0, date_size));
}

int number_of(std::string_view rest) {
  if (!rest.starts_with('-')) return 1;
  rest = rest.substr(1, rest.find('-', 1) - 1);
  if (rest.empty() || rest.size() > longest_number) return 1;
  int number = 0;
  for (const char c : rest) {
    if (c < '0' || c > '9') return 1;
    number = number * 10 + (c - '0');
  }
  return number < 2 ? 1 : number;
}

}  // namespace

std::string_view folder_of(Tree tree) {
  return tree == Tree::shared ? "people" : "private";
}

std::optional<Date> date_of_file(std::string_view file) {
  return date_of_name(last_part(file));
}

NotePath NotePath::make(Tree tree, std::string person, std::string file) {
  NotePath note{tree, std::move(person), std::move(file), std::nullopt, 1};
  note.read_name();
  return note;
}

void NotePath::read_name() {
  const std::string_view last = name();
  date = date_of_name(last);
  number = date ? number_of(after_date(last)) : 1;
}

std::optional<NotePath> NotePath::read(std::string_view path) {
  const std::size_t folder = path.find('/');
  const std::size_t person = path.find('/', folder + 1);
  if (folder == std::string_view::npos || person == std::string_view::npos) return {};
  if (!path.ends_with(extension)) return {};
  for (const Tree tree : {Tree::shared, Tree::own}) {
    if (path.substr(0, folder) != folder_of(tree)) continue;
    return make(tree, std::string(path.substr(folder + 1, person - folder - 1)),
                std::string(path.substr(person + 1)));
  }
  return {};
}

std::string NotePath::path() const {
  std::string path(folder_of(tree));
  path.reserve(path.size() + person.size() + file.size() + 2);
  path += '/';
  if (!person.empty()) path.append(person).append(1, '/');
  path += file;
  return path;
}

std::string_view NotePath::name() const {
  return last_part(file);
}

std::strong_ordering NotePath::operator<=>(const NotePath& other) const {
  if (const auto order = date <=> other.date; order != 0) return order;
  if (const auto order = number <=> other.number; order != 0) return order;
  if (const auto order = tree <=> other.tree; order != 0) return order;
  if (const auto order = person <=> other.person; order != 0) return order;
  return file <=> other.file;
}

}  // namespace oneonone

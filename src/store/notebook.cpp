// SPDX-License-Identifier: MIT
// Finds the notebook, its people and their notes; all reading goes through the Files port.
#include "store/notebook.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "error.hpp"
#include "store/inside.hpp"
#include "store/listing.hpp"
#include "store/no_text.hpp"
#include "text/blocks.hpp"
#include "text/front_matter.hpp"
#include "text/records.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr std::string_view marker = "oneonone.yaml";
constexpr std::string_view outside = "it lies outside the notebook";

std::string join(std::string_view folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path += folder;
  if (!folder.empty() && !folder.ends_with('/')) path += '/';
  return path += name;
}

bool is_notebook(const Files& files, const std::string& folder) {
  return files.kind(join(folder, marker)) == FileKind::file;
}

std::string with_home(std::string path, const Environment& environment) {
  if (!path.starts_with("~/")) return path;
  return environment.get("HOME").value_or("") + path.substr(1);
}

/// The notebook that the user's own config file names.
std::optional<std::string> configured(System& system) {
  auto base = system.environment.get("XDG_CONFIG_HOME");
  if (!base || !base->starts_with('/'))
    base = system.environment.get("HOME").value_or("") + "/.config";
  auto bytes = system.files.read(join(*base, "oneonone/config.yaml"));
  if (!bytes) return std::nullopt;
  auto path = read_front_matter(Note(*bytes), true).text("notebook");
  return path ? std::optional(with_home(*path, system.environment)) : std::nullopt;
}

std::optional<std::string> above(const Files& files, std::string folder) {
  while (true) {
    if (is_notebook(files, folder)) return folder;
    std::size_t slash = folder.find_last_of('/');
    if (slash == std::string::npos || folder == "/") return std::nullopt;
    folder = slash == 0 ? "/" : folder.substr(0, slash);
  }
}

std::string absolute_path(const System& system, const std::string& path) {
  std::filesystem::path whole = std::filesystem::path(system.environment.current_folder()) / path;
  std::string text = whole.lexically_normal().string();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text;
}

}  // namespace

Notebook::Notebook(System& system, std::string root) : system_(&system), root_(std::move(root)) {}

Notebook Notebook::find(System& system, const std::optional<std::string>& chosen) {
  auto named = chosen ? chosen : system.environment.get("ONEONONE_NOTEBOOK");
  std::optional<std::string> root;
  if (!named) root = above(system.files, system.environment.current_folder());
  if (!named && !root) named = configured(system);
  if (named) {
    root = absolute_path(system, *named);
    if (!is_notebook(system.files, *root)) {
      throw Error(Status::failed, "there is no notebook here: it has no " + std::string(marker),
                  *named, "make one with 'oneonone init " + *named + "'");
    }
  }
  if (!root) {
    throw Error(Status::failed, "not in a notebook", "",
                "make one here with 'oneonone init', or name one with -C or ONEONONE_NOTEBOOK");
  }
  return {system, *root};
}

bool Notebook::is_there(System& system, const std::optional<std::string>& chosen) {
  try {
    find(system, chosen);
    return true;
  } catch (const Error&) {
    return false;
  }
}

std::string Notebook::absolute(std::string_view path) const {
  return join(root_, path);
}

std::string Notebook::from_here(std::string_view path) const {
  std::string whole = absolute(path);
  const std::string here = system_->environment.current_folder();
  // The usual case; thousands of lines ask for it.
  if (whole.starts_with(here) && whole[here.size()] == '/') return whole.erase(0, here.size() + 1);
  return std::filesystem::path(whole).lexically_relative(here).string();
}

const Config& Notebook::config() const {
  if (!config_) {
    auto bytes = read(marker);
    config_ = read_config(Note(bytes.value_or("")), from_here(marker));
    if (config_->me.empty()) config_->me = unicode::handle_from_name(system_->environment.login());
    if (config_->me.empty()) config_->me = "user";
  }
  return *config_;
}

void Notebook::require_writable() const {
  if (config().format <= current_format) return;
  throw Error(Status::failed,
              "this notebook has format " + std::to_string(config().format) +
                  ", this program writes format " + std::to_string(current_format),
              from_here(marker), "install a newer oneonone; reading still works");
}

const std::vector<std::string>& Notebook::folders() const {
  if (folders_) return *folders_;
  std::set<std::string> names;
  for (Tree tree : {Tree::shared, Tree::own}) {
    auto entries = list_and_note(std::string(folder_of(tree)));
    if (!entries) continue;
    for (const Entry& entry : *entries) {
      if (entry.kind == FileKind::folder && !entry.name.starts_with('.')) names.insert(entry.name);
    }
  }
  folders_.emplace(names.begin(), names.end());
  return *folders_;
}

std::optional<std::string> Notebook::read_or_note(const std::string& path) const {
  try {
    return read(path);
  } catch (const Error& error) {
    note_unread({path, error.message});
    throw;
  }
}

void Notebook::read_about(const std::string& path, const UseAbout& use,
                          std::vector<Finding>* findings) const {
  std::vector<Finding> found;
  try {
    if (auto bytes = read_or_note(path)) use(Note(*bytes), found);
  } catch (const Error& error) {
    found.push_back({path, 0, "about", Severity::error, error.message, false});
  }
  if (findings != nullptr) findings->insert(findings->end(), found.begin(), found.end());
}

Person Notebook::shared_person(const std::string& folder, std::vector<Finding>* findings) const {
  const std::string path = "people/" + folder + "/about.md";
  // Read first: what is wrong with it is nothing that about.md has.
  const Config& settings = config();
  std::optional<Person> person;
  auto use = [&](const Note& about, std::vector<Finding>& found) {
    person = read_person(about, path, folder, settings, found);
  };
  read_about(path, use, findings);
  return person ? std::move(*person) : person_of_folder(folder, settings);
}

Person Notebook::person(const std::string& folder, std::vector<Finding>* findings) const {
  const std::string path = "private/" + folder + "/about.md";
  Person person = shared_person(folder, findings);
  auto use = [&](const Note& about, std::vector<Finding>& found) {
    read_my_view(about, path, person, found);
  };
  read_about(path, use, findings);
  return person;
}

bool Notebook::has(Tree tree) const {
  return system_->files.kind(absolute(folder_of(tree))) != FileKind::none;
}

std::vector<Person> Notebook::everyone() const {
  // Without private notes there is no view of mine to look for, person by person.
  const bool has_own = has(Tree::own);
  std::vector<Person> people;
  people.reserve(folders().size());
  for (const std::string& folder : folders())
    people.push_back(has_own ? person(folder) : shared_person(folder));
  return people;
}

std::set<std::string> Notebook::handles() const {
  std::set<std::string> known{unicode::fold(config().me)};
  for (const Person& person : everyone()) {
    known.insert(unicode::fold(person.folder));
    for (const std::string& handle : person.people) known.insert(unicode::fold(handle));
    for (const std::string& handle : person.aka) known.insert(unicode::fold(handle));
    for (const std::string& handle : person.my_aka) known.insert(unicode::fold(handle));
  }
  return known;
}

std::vector<Person> Notebook::people(const std::vector<std::string>& words) const {
  if (words.empty()) return everyone();
  std::vector<Person> people;
  for (const std::string& word : words) people.push_back(find_person(word));
  return people;
}

Person Notebook::known_person(const std::string& folder) const {
  Person one = person(folder);
  const auto file = std::ranges::find_if(unread_, [&folder](const Unread& unread) {
    return unread.path.ends_with("/" + folder + "/about.md");
  });
  if (file == unread_.end()) return one;
  // The error says it: once is enough.
  const Unread unread = std::move(*file);
  unread_.erase(file);
  throw Error(Status::failed, unread.why, from_here(unread.path));
}

std::vector<std::string> Notebook::fitting(std::string_view word) const {
  if (std::ranges::find(folders(), word) != folders().end()) return {std::string(word)};
  std::string wanted = unicode::fold(word);
  auto folders_that = [&](auto&& fits) {
    std::vector<std::string> found;
    for (const std::string& folder : folders()) {
      if (fits(unicode::fold(folder))) found.push_back(folder);
    }
    return found;
  };
  // The folder first: then nobody else's files are touched.
  auto found = folders_that([&](const std::string& folder) { return folder == wanted; });
  if (found.size() == 1) return found;
  std::vector<Person> people = everyone();
  auto people_that = [&](auto&& fits) {
    std::vector<std::string> names;
    for (const Person& one : people) {
      if (fits(one)) names.push_back(one.folder);
    }
    return names;
  };
  if (found.empty()) {
    found = people_that([&](const Person& one) {
      return unicode::fold(one.them()) == wanted ||
             std::ranges::any_of(one.aka, [&](auto& old) { return unicode::fold(old) == wanted; });
    });
  }
  if (found.empty() && !wanted.empty()) {
    found = folders_that([&](const std::string& folder) { return folder.starts_with(wanted); });
  }
  if (found.empty() && !wanted.empty()) {
    found = people_that([&](const Person& one) {
      return unicode::fold(one.name()).find(wanted) != std::string::npos;
    });
  }
  return found;
}

Person Notebook::find_person(std::string_view word) const {
  const std::vector<std::string> found = fitting(word);
  if (found.size() == 1) return known_person(found[0]);
  if (found.empty()) throw nobody(word);
  throw Error(Status::not_found, "'" + std::string(word) + "' fits several people", "",
              "say which: " + listed(found));
}

Error Notebook::nobody(std::string_view word) const {
  std::string wanted = unicode::fold(word);
  std::vector<std::string> near;
  for (const std::string& folder : folders()) {
    if (unicode::edit_distance(unicode::fold(folder), wanted, 3) <= 2) near.push_back(folder);
  }
  std::string hint = "add someone with \"oneonone people add '" + std::string(word) + "'\"";
  if (!near.empty()) hint = "did you mean " + listed(near) + "? Or " + hint;
  return {Status::not_found, "nobody here is called '" + std::string(word) + "'", "", hint};
}

std::vector<NotePath> Notebook::notes(const std::string& folder, Tree tree) const {
  std::vector<NotePath> notes =
      notes_below(NotePath::make(tree, folder, ""),
                  [this](const std::string& below) { return list_and_note(below); });
  // Names of days are in order as they are listed, most of the time.
  if (!std::ranges::is_sorted(notes)) std::ranges::sort(notes);
  return notes;
}

std::vector<NotePath> Notebook::texts(const std::string& folder, Tree tree) const {
  std::vector<NotePath> texts = texts_below(
      NotePath::make(tree, folder, ""), [this](const std::string& below) { return list(below); });
  // They are listed in order, but for those without a day.
  std::ranges::stable_partition(texts, [](const NotePath& one) { return !one.date; });
  if (!std::ranges::is_sorted(texts)) std::ranges::sort(texts);
  return texts;
}

std::vector<std::string> Notebook::text_folders(Tree tree) const {
  std::vector<std::string> names{""};
  const auto entries = list(std::string(folder_of(tree)));
  if (entries) std::ranges::move(oneonone::text_folders(*entries), std::back_inserter(names));
  return names;
}

std::vector<NotePath> Notebook::texts(Tree tree) const {
  std::vector<NotePath> all;
  for (const std::string& folder : text_folders(tree))
    std::ranges::move(texts(folder, tree), std::back_inserter(all));
  return all;
}

void Notebook::require_inside(std::string_view path) const {
  const Inside inside(system_->files, root_);
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const std::string part(path.substr(0, end));
    if (!part.empty() && !part.ends_with('/') && !looked_at_.contains(part)) {
      if (inside.leads_out(part)) {
        throw Error(Status::failed, std::string(outside), from_here(part),
                    "put what is there where the link is");
      }
      looked_at_.insert(part);
    }
    if (end == std::string_view::npos) return;
  }
}

std::optional<std::vector<Entry>> Notebook::list(const std::string& folder) const {
  return list_inside(folder, [](const std::string&) {});
}

std::optional<std::vector<Entry>> Notebook::list_and_note(const std::string& folder) const {
  return list_inside(
      folder, [this](const std::string& path) { note_unread({path, std::string(outside)}); });
}

std::optional<std::vector<Entry>> Notebook::list_inside(
    const std::string& folder, const std::function<void(const std::string&)>& refused) const {
  require_inside(folder);
  auto entries = system_->files.list(absolute(folder));
  if (!entries) return std::nullopt;
  // What is read below a folder that is no link need not look at it again.
  for (const Entry& entry : *entries) {
    if (entry.kind == FileKind::folder && !entry.is_link)
      looked_at_.insert(join(folder, entry.name));
  }
  const Inside inside(system_->files, root_);
  std::erase_if(*entries, [&](const Entry& entry) {
    if (!entry.is_link) return false;
    const std::string path = join(folder, entry.name);
    const bool is_outside = inside.leads_out(path);
    if (is_outside) refused(path);
    return is_outside;
  });
  return entries;
}

void Notebook::note_unread(Unread file) const {
  const bool is_noted = std::ranges::find(unread_, file.path, &Unread::path) != unread_.end();
  if (!is_noted) unread_.push_back(std::move(file));
}

std::optional<std::string> Notebook::read(std::string_view path) const {
  try {
    require_inside(path);
    auto bytes = system_->files.read(absolute(path));
    if (bytes && !no_text(*bytes).empty()) {
      throw Error(Status::failed, std::string(no_text(*bytes)), from_here(path));
    }
    if (bytes && path.ends_with(".md")) require_blocks(*bytes);
    return bytes;
  } catch (Error& error) {
    error.where = from_here(path);
    throw;
  }
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// Which files below a folder are notes, and which are texts.
#include "store/listing.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace oneonone {
namespace {

constexpr int deepest_folder = 8;
/// It comes before all meetings.
constexpr std::string_view topics_file = "topics.md";

std::string join(const std::string& folder, std::string&& name) {
  return folder.empty() ? std::move(name) : folder + "/" + name;
}

/// A folder of the notebook without the slash that an empty file leaves.
std::string folder_at(const NotePath& at) {
  std::string folder = at.path();
  while (folder.ends_with('/')) folder.pop_back();
  return folder;
}

/// The entries are in order.
bool holds_file(const std::vector<Entry>& entries, std::string_view name) {
  const auto entry = std::ranges::lower_bound(entries, name, {}, &Entry::name);
  return entry != entries.end() && entry->name == name && entry->kind != FileKind::folder;
}

void collect_notes(const NotePath& at, int depth, const ListFolder& list,
                   std::vector<NotePath>& notes) {
  auto entries = list(folder_at(at));
  if (!entries) return;
  notes.reserve(notes.size() + entries->size());
  if (depth == 0 && holds_file(*entries, topics_file))
    notes.push_back(NotePath::make(at.tree, at.person, std::string(topics_file)));
  for (Entry& entry : *entries) {
    if (entry.name.starts_with('.')) continue;
    std::string file = join(at.file, std::move(entry.name));
    if (entry.kind == FileKind::folder && depth < deepest_folder && file != "templates") {
      collect_notes({at.tree, at.person, file, std::nullopt, 1}, depth + 1, list, notes);
    } else {
      NotePath& note = notes.emplace_back(at.tree, at.person, std::move(file));
      note.read_name();
      if (!note.is_meeting()) notes.pop_back();
    }
  }
}

/// True for the names of what is no text, or only an editor's.
bool is_no_text(std::string_view name) {
  if (name.ends_with(".md")) return name.starts_with('.') || name.starts_with('#');
  static constexpr std::array<std::string_view, 14> endings{
      "~",    ".swp", ".swo", ".pdf", ".png", ".jpg",  ".jpeg",
      ".gif", ".zip", ".mp3", ".m4a", ".mp4", ".docx", ".xlsx"};
  return name.starts_with('.') || name.starts_with('#') ||
         std::ranges::any_of(endings, [&](std::string_view end) { return name.ends_with(end); });
}

void collect_texts(const NotePath& at, int depth, const ListFolder& list,
                   std::vector<NotePath>& texts) {
  auto entries = list(folder_at(at));
  if (!entries) return;
  for (Entry& entry : *entries) {
    if (is_no_text(entry.name)) continue;
    const FileKind kind = entry.kind;
    NotePath below = NotePath::make(at.tree, at.person, join(at.file, std::move(entry.name)));
    if (kind == FileKind::file)
      texts.push_back(std::move(below));
    else if (kind == FileKind::folder && depth < deepest_folder && below.file != "templates")
      collect_texts(below, depth + 1, list, texts);
  }
}

}  // namespace

std::vector<NotePath> notes_below(const NotePath& person, const ListFolder& list) {
  std::vector<NotePath> notes;
  collect_notes(person, 0, list, notes);
  return notes;
}

std::vector<NotePath> texts_below(const NotePath& folder, const ListFolder& list) {
  std::vector<NotePath> texts;
  // Beside the folders of people; those are asked for one by one.
  collect_texts(folder, folder.person.empty() ? deepest_folder : 0, list, texts);
  return texts;
}

std::vector<std::string> text_folders(const std::vector<Entry>& entries) {
  std::vector<std::string> folders;
  for (const Entry& entry : entries) {
    if (entry.kind == FileKind::folder && !is_no_text(entry.name)) folders.push_back(entry.name);
  }
  return folders;
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// Reads where notes were imported from.
#include "cli/imported_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/front_matter.hpp"
#include "text/note.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// The `imported:` of a note; empty when it was written here.
std::string imported_from(std::string_view bytes) {
  if (bytes.find("imported:") == std::string_view::npos) return {};
  const std::size_t body = body_offset(bytes);
  return read_front_matter(Note(std::string(bytes.substr(0, body)))).text("imported").value_or("");
}

bool is_same_source(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.empty() || !a.ends_with(b)) return false;
  return a.size() == b.size() || a[a.size() - b.size() - 1] == '/';
}

}  // namespace

ImportedNotes::ImportedNotes(Session& session, std::string person, Tree tree)
    : session_(session), person_(std::move(person)), tree_(tree) {
  read(Tree::shared);
  read(Tree::own);
}

void ImportedNotes::read(Tree tree) {
  std::vector<NotePath> paths = session_.notebook().notes(person_, tree);
  std::erase_if(paths, [](const NotePath& path) { return !path.is_meeting(); });
  const std::size_t before = notes_.size();
  for (const NotePath& path : paths) {
    notes_.push_back({path, "", false});
    if (tree != tree_) continue;
    int& number = numbers_[*path.date];
    number = std::max(number, path.number);
  }
  const auto visit = [&](std::size_t index, std::string_view bytes) {
    notes_[before + index].imported = imported_from(bytes);
  };
  for (Unread& file : session_.notebook().scan(paths, visit)) session_.unread(std::move(file));
}

const NotePath* ImportedNotes::made_from(std::string_view source, Date date,
                                         std::string_view text) {
  for (Known& note : notes_) {
    if (note.found) continue;
    const bool copied = note.imported.empty() && note.path.date == date &&
                        session_.notebook().read(note.path.path()) == text;
    if (!copied && !is_same_source(note.imported, source)) continue;
    note.found = true;
    return &note.path;
  }
  return nullptr;
}

std::vector<Doubt> ImportedNotes::missing(const NotePath& note, std::string_view text,
                                          const Reading& reading) const {
  std::set<std::string> words;
  const std::string path = note.path();
  const Note here(session_.notebook().read(path).value_or(""));
  for (const Task& task : outline_of(here, reading).tasks) words.insert(task.item().words);
  std::vector<Doubt> doubts;
  const Note source{std::string(text)};
  for (const Task& task : outline_of(source, reading).tasks) {
    if (words.contains(task.item().words)) continue;
    doubts.push_back({task.box_line,
                      fmt::format("not in {}, which an earlier import made",
                                  session_.notebook().from_here(path)),
                      0});
  }
  return doubts;
}

NotePath ImportedNotes::next(Date date) {
  const int number = ++numbers_[date];
  const std::string file =
      date.iso() + (number > 1 ? fmt::format("-{}", number) : std::string()) + ".md";
  return NotePath::make(tree_, person_, file);
}

}  // namespace oneonone

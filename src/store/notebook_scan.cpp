// SPDX-License-Identifier: MIT
// Reads many notes at once, and tells which could not be read or are no text.
#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "store/no_text.hpp"
#include "store/notebook.hpp"
#include "text/blocks.hpp"

namespace oneonone {
namespace {

/// Visits a file; gives why it cannot be read as a note. What is no Markdown may be no text either.
std::string visit(const Notebook::Batch& batch, std::size_t index, std::string_view bytes) {
  const std::string_view why = no_text(bytes);
  const bool foreign = why == holds_nul && !batch.notes[index].file.ends_with(".md");
  if (!why.empty()) return foreign ? std::string() : std::string(why);
  try {
    batch.visit(index, bytes);
  } catch (const TooManyMarks& marks) {
    return marks.message;
  }
  return {};
}

Files::Batch checked(std::string folder, std::vector<std::string> names, Notebook::Batch what) {
  auto batch = std::make_shared<Notebook::Batch>(std::move(what));
  return {
      std::move(folder), std::move(names),
      [batch](std::size_t index, std::string_view bytes) { return visit(*batch, index, bytes); },
      batch->join,
      [batch](const Files::Unreadable& unreadable) {
        std::vector<Unread> unread;
        for (const auto& [index, why] : unreadable) {
          unread.push_back({batch->notes[index].path(), why});
        }
        batch->done(std::move(unread));
      }};
}

}  // namespace

void Notebook::scan_batches(const std::function<std::optional<Batch>()>& next) const {
  system_->files.scan_batches([&]() -> std::optional<Files::Batch> {
    auto batch = next();
    if (!batch) return std::nullopt;
    std::string folder;
    std::vector<std::string> names;
    names.reserve(batch->notes.size());
    for (const NotePath& note : batch->notes) names.push_back(note.file);
    if (!batch->notes.empty()) {
      folder = std::string(folder_of(batch->notes[0].tree)) + "/" + batch->notes[0].person;
    }
    return checked(absolute(folder), std::move(names), std::move(*batch));
  });
}

std::vector<Unread> Notebook::scan(const std::vector<NotePath>& notes,
                                   const Files::Visit& visit) const {
  std::vector<Unread> unread;
  std::optional<Batch> batch;
  auto done = [&unread](std::vector<Unread> found) { unread = std::move(found); };
  if (!notes.empty()) batch = Batch{notes, visit, {}, done};
  scan_batches([&batch] { return std::exchange(batch, std::nullopt); });
  return unread;
}

std::vector<Unread> Notebook::scan_texts(const std::vector<NotePath>& texts,
                                         const Files::Visit& visit) const {
  std::vector<std::vector<Unread>> unread;
  auto from = texts.begin();
  // One folder after the other: a name in an open folder is found sooner than a path.
  scan_batches([&]() -> std::optional<Batch> {
    if (from == texts.end()) return std::nullopt;
    const auto to = std::find_if(from, texts.end(), [from](const NotePath& text) {
      return text.tree != from->tree || text.person != from->person;
    });
    const auto first = static_cast<std::size_t>(from - texts.begin());
    auto visit_one = [&visit, first](std::size_t index, std::string_view bytes) {
      visit(first + index, bytes);
    };
    const std::size_t batch = unread.size();
    unread.emplace_back();
    auto done = [&unread, batch](std::vector<Unread> some) { unread[batch] = std::move(some); };
    return Batch{{std::exchange(from, to), to}, visit_one, {}, done};
  });
  std::vector<Unread> all;
  for (std::vector<Unread>& some : unread) std::ranges::move(some, std::back_inserter(all));
  return all;
}

}  // namespace oneonone

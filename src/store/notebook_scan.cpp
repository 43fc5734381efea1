// SPDX-License-Identifier: MIT
// Reads many notes at once, and tells which could not be read or are no text.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "store/no_text.hpp"
#include "store/notebook.hpp"
#include "text/blocks.hpp"

namespace oneonone {
namespace {

/// A batch that is being read, and what cannot be read as a note in it.
struct Checked {
  Notebook::Batch batch;
  std::map<std::size_t, std::string> refused;
  std::mutex mutex;  ///< for `refused`

  explicit Checked(Notebook::Batch what) : batch(std::move(what)) {}

  void visit(std::size_t index, std::string_view bytes) {
    try {
      const std::string_view why = no_text(bytes);
      if (why.empty()) return batch.visit(index, bytes);
      refuse(index, std::string(why));
    } catch (const TooManyMarks& marks) {
      refuse(index, marks.message);
    }
  }

  void refuse(std::size_t index, std::string why) {
    const std::scoped_lock lock(mutex);
    refused.emplace(index, std::move(why));
  }

  void done(const Files::Unreadable& unreadable) const {
    std::vector<Unread> unread;
    for (const auto& [index, why] : unreadable) unread.push_back({batch.notes[index].path(), why});
    for (const auto& [index, why] : refused) {
      const bool foreign = why == holds_nul && !batch.notes[index].file.ends_with(".md");
      if (!foreign) unread.push_back({batch.notes[index].path(), why});
    }
    batch.done(std::move(unread));
  }
};

Files::Batch checked(std::string folder, std::vector<std::string> names, Notebook::Batch batch) {
  auto check = std::make_shared<Checked>(std::move(batch));
  return {std::move(folder), std::move(names),
          [check](std::size_t index, std::string_view bytes) { check->visit(index, bytes); },
          check->batch.join,
          [check](const Files::Unreadable& unreadable) { check->done(unreadable); }};
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

// SPDX-License-Identifier: MIT
// Finds lines and front matter; applies edits.
#include "text/note.hpp"

#include <algorithm>
#include <stdexcept>

#include "error.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t front_matter_limit = std::size_t{64} * 1024;

std::size_t text_start(std::string_view bytes) {
  return bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
}

bool is_fence(std::string_view line) {
  if (!line.starts_with("---")) return false;
  return is_blank(line.substr(3));
}

/// A line that makes a block between two `---` front matter rather than prose between two rules.
bool reads_as_key(std::string_view line) {
  if (line.empty() || line[0] == '#' || line[0] == ' ' || line[0] == '\t' || line[0] == '-') {
    return false;
  }
  std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t';
}

/// The front matter: the byte of what follows, and its number of lines.
struct FrontMatterBlock {
  std::size_t after = 0, lines = 0;
};

std::optional<FrontMatterBlock> front_matter_block(std::string_view bytes) {
  LineCursor lines(bytes, text_start(bytes));
  if (!is_fence(lines.take())) return std::nullopt;
  bool keys = false;
  bool empty = true;
  for (std::size_t count = 2; !lines.done() && lines.next() <= front_matter_limit; ++count) {
    const std::string_view line = lines.take();
    if (line.starts_with('-') && is_fence(line)) {
      if (!keys && !empty) return std::nullopt;
      return FrontMatterBlock{lines.next(), count};
    }
    keys = keys || reads_as_key(line);
    empty = empty && is_blank(line);
  }
  return std::nullopt;
}

}  // namespace

std::string apply_edits(std::string_view bytes, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, &Edit::at);
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.at < done || edit.at + edit.length > bytes.size()) {
      throw std::logic_error("edits overlap or leave the note");
    }
    result += bytes.substr(done, edit.at - done);
    result += edit.text;
    done = edit.at + edit.length;
  }
  result += bytes.substr(done);
  return result;
}

Note::Note(std::string bytes) : bytes_(std::move(bytes)) {
  starts_.reserve(bytes_.size() / 32);
  for (LineCursor lines(bytes_, text_start(bytes_)); !lines.done(); lines.take()) {
    starts_.push_back(lines.next());
  }
  fences_ = find_fences();
}

std::string_view Note::line(std::size_t number) const {
  std::string_view text = std::string_view(bytes_).substr(0, next(number));
  text.remove_prefix(start(number));
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

std::size_t Note::next(std::size_t number) const {
  return number < lines() ? starts_[number] : bytes_.size();
}

std::size_t Note::line_at(std::size_t offset) const {
  auto after = std::ranges::upper_bound(starts_, offset);
  return std::max<std::size_t>(1, static_cast<std::size_t>(after - starts_.begin()));
}

std::string_view Note::ending() const {
  LineCursor lines(bytes_);
  const std::size_t end = lines.take().size();
  return lines.next() > end ? bytes().substr(end, lines.next() - end) : "\n";
}

std::optional<Note::Fences> Note::find_fences() const {
  auto block = front_matter_block(bytes_);
  if (!block) return std::nullopt;
  return Fences{1, block->lines};
}

bool Note::front_matter_is_open() const {
  return !fences_ && lines() > 1 && is_fence(line(1)) && reads_as_key(line(2));
}

std::optional<std::size_t> Note::conflict_line() const {
  std::optional<std::size_t> opened;
  for (std::size_t number = 1; number <= lines(); ++number) {
    std::string_view text = line(number);
    if (!opened && text.starts_with("<<<<<<< ")) opened = number;
    if (opened && text.starts_with(">>>>>>> ")) return opened;
  }
  return std::nullopt;
}

bool is_conflict_marker(std::string_view line) {
  return line == "=======" || line.starts_with("<<<<<<< ") || line.starts_with("||||||| ");
}

void require_no_conflict(const Note& note, std::string_view path) {
  auto line = note.conflict_line();
  if (!line) return;
  throw Error(Status::conflict, "git's conflict markers are still in this note",
              std::string(path) + ":" + std::to_string(*line),
              "settle the conflict in an editor, then run the command again");
}

BodyStart body_start(std::string_view bytes) {
  auto block = front_matter_block(bytes);
  return block ? BodyStart{block->after, block->lines + 1} : BodyStart{text_start(bytes), 1};
}

}  // namespace oneonone

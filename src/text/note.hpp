// SPDX-License-Identifier: MIT
// A note as it stands on disk: bytes and lines. What is not edited is printed back byte for byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/lines.hpp"

namespace oneonone {

/// Replaces `length` bytes at `at` by `text`.
struct Edit {
  std::size_t at = 0;
  std::size_t length = 0;
  std::string text;
};

/// The bytes after the edits, which may come in any order and must not overlap; edits at the same
/// place keep their order.
std::string apply_edits(std::string_view bytes, std::vector<Edit> edits);

/// The bytes of a note and where its lines are. Lines count from 1 and end at `\n`, `\r\n` or `\r`
/// (CommonMark 2.1); an ending at the very end starts no further line.
class Note {
 public:
  explicit Note(std::string bytes);

  std::string_view bytes() const { return bytes_; }
  std::size_t lines() const { return starts_.size(); }
  /// The line without its ending; on line 1 without a BOM.
  std::string_view line(std::size_t number) const;
  /// The byte where the line's text starts, where it ends, and where the next line starts.
  std::size_t start(std::size_t number) const { return starts_[number - 1]; }
  std::size_t end(std::size_t number) const { return start(number) + line(number).size(); }
  std::size_t next(std::size_t number) const;
  /// The line that a byte stands in.
  std::size_t line_at(std::size_t offset) const;

  /// The file's own line ending: the first one used, `\n` when there is none.
  std::string_view ending() const;
  /// The lines of the two `---` of the front matter, when the note has one: the first line is
  /// `---`, a later `---` closes it within 64 KiB, and a line between them reads as `key:`.
  struct Fences {
    std::size_t open = 0, close = 0;
  };
  const std::optional<Fences>& front_matter() const { return fences_; }
  /// True when the note begins like one with front matter that nothing closes: its keys are text.
  bool front_matter_is_open() const;
  /// The first line after the front matter.
  std::size_t body_line() const { return fences_ ? fences_->close + 1 : 1; }
  /// The line of the first git conflict marker, when the note holds an unresolved conflict.
  std::optional<std::size_t> conflict_line() const;

 private:
  std::optional<Fences> find_fences() const;

  std::string bytes_;
  std::vector<std::size_t> starts_;
  std::optional<Fences> fences_;
};

/// True for a line of git's that Markdown takes for words of the paragraph above it.
bool is_conflict_marker(std::string_view line);

/// Throws Error{conflict} at the line of the first conflict marker: such a note is not written.
void require_no_conflict(const Note& note, std::string_view path);

/// Where the body of a note starts: a byte and a line, which are behind the end when there is none.
struct BodyStart {
  std::size_t offset = 0, line = 1;
};

/// The same as Note says, without finding all of its lines: for scans of many notes.
BodyStart body_start(std::string_view bytes);

inline std::size_t body_offset(std::string_view bytes) {
  return body_start(bytes).offset;
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// Edits tokens and the id of one item, and leaves the rest of its lines alone.
#include <algorithm>
#include <string>
#include <string_view>

#include "text/blanks.hpp"
#include "text/item_text.hpp"

namespace oneonone {
namespace {

/// True when the rest of a line, moved to its start, could begin a block.
bool begins_block(std::string_view rest) {
  return !rest.empty() &&
         std::string_view("-+*#>`~=_<0123456789").find(rest[0]) != std::string_view::npos;
}

}  // namespace

void ItemEdit::put(TokenKey key, Date date) {
  const Token* own = nullptr;
  const Token* later = nullptr;
  for (const Token& token : text_.tokens) {
    if (token.key == key) own = &token;  // of two, the last one counts
    bool before = key < token.key && token.key <= TokenKey::due;
    if (before && later == nullptr) later = &token;
  }
  std::string word = std::string(token_word(key)) + ":" + date.iso();
  if (own != nullptr) {
    edits_.push_back({own->date_at, own->date_length, date.iso()});
  } else if (later != nullptr) {
    edits_.push_back({later->at, 0, word + " "});
  } else {
    added_ += (added_.empty() ? "" : " ") + word;
  }
}

void ItemEdit::remove(TokenKey key) {
  removed_.push_back(key);
}

std::vector<Edit> ItemEdit::removals() const {
  std::vector<Edit> edits;
  auto reached = [&] { return edits.empty() ? 0 : edits.back().at + edits.back().length; };
  for (const Token& token : text_.tokens) {
    if (std::ranges::find(removed_, token.key) == removed_.end()) continue;
    Edit edit = removal(token, reached());
    std::size_t after = edit.at + edit.length;
    while (!edits.empty() && edits.back().at >= edit.at) edits.pop_back();
    std::size_t from = std::max(edit.at, reached());
    edits.push_back({from, after - from, ""});
  }
  return edits;
}

void ItemEdit::set_id(std::string_view id) {
  if (text_.item.id.empty()) {
    id_ = "^" + std::string(id);
  } else {
    edits_.push_back({text_.id_at + 1, text_.item.id.size(), std::string(id)});
  }
}

std::vector<Edit> ItemEdit::edits() const {
  std::vector<Edit> edits = edits_;
  for (Edit& edit : removals()) edits.push_back(std::move(edit));
  if (!text_.item.id.empty()) {
    if (added_.empty()) return edits;
    Edit added = addition();
    const bool falls = std::ranges::any_of(edits, [&](const Edit& edit) {
      return edit.at < added.at && added.at < edit.at + edit.length;
    });
    // What stands before the id goes: the new tokens take its place.
    if (falls) added = {text_.id_at, 0, added_ + " "};
    edits.push_back(std::move(added));
    return edits;
  }
  std::string tail;
  if (!added_.empty()) tail += " " + added_;
  if (!id_.empty()) tail += " " + id_;
  if (!tail.empty()) edits.push_back({text_.end, 0, tail});
  return edits;
}

/// New tokens stand before the id so that `removal` gives back the same bytes.
Edit ItemEdit::addition() const {
  std::size_t at = text_.id_at;
  const std::size_t line = note_.line_at(at);
  if (note_.start(line) + skip_containers(note_.line(line)) == at) return {at, 0, added_ + " "};
  return {note_.bytes().find_last_not_of(blanks, at - 1) + 1, 0, " " + added_};
}

/// A token goes with the blank before it; one alone on its line goes with the line, since an empty
/// line would end the paragraph. So does the line's end when what follows would begin a block.
Edit ItemEdit::removal(const Token& token, std::size_t reached) const {
  std::string_view bytes = note_.bytes();
  std::size_t line = note_.line_at(token.at);
  std::size_t after = token.at + token.length;
  std::size_t next_word = std::min(bytes.find_first_not_of(blanks, after), note_.end(line));
  if (note_.start(line) + skip_containers(note_.line(line)) < token.at && reached < token.at) {
    std::size_t from = bytes.find_last_not_of(blanks, token.at - 1) + 1;
    return {from, after - from, ""};
  }
  std::string_view rest = bytes.substr(next_word, note_.end(line) - next_word);
  if (!rest.empty() && !begins_block(rest)) return {token.at, next_word - token.at, ""};
  std::size_t from = note_.end(line - 1);
  return {from, after - from, ""};
}

}  // namespace oneonone

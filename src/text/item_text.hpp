// SPDX-License-Identifier: MIT
// The grammar of an item's text: owner, words, tokens, id; and edits of one item that leave the
// rest of its lines alone (product.md, "An item").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/item.hpp"
#include "text/note.hpp"
#include "text/offset.hpp"

namespace oneonone {

/// The tokens that carry a date, in the order in which they are written.
enum class TokenKey { since, on, due, done, dropped };

/// The word before the colon: "since", …
std::string_view token_word(TokenKey key);

/// A token where it stands. A due that is written `📅 DATE` or `[due:: DATE]` is one token too.
struct Token {
  TokenKey key = TokenKey::due;
  std::size_t at = 0, length = 0;            ///< the whole token
  std::size_t date_at = 0, date_length = 0;  ///< what stands for its day
};

/// An item's text with the places of what can be edited.
struct ItemText {
  Item item;
  std::vector<Token> tokens;
  Offset id_at = 0;  ///< the byte of `^`, when the item has an id
  Offset end = 0;    ///< where new tokens go when it has none: after the last word,
                     ///< unless they would make a list of it
};

/// Reads the paragraph between two bytes of a text. Blanks and quote marks at the start of its
/// later lines belong to the containers.
ItemText read_item(std::string_view text, std::size_t from, std::size_t end);

/// Reads the same into an empty item, for those who edit nothing and know where its id stands.
void read_words(std::string_view text, std::size_t from, std::size_t end, std::string_view id,
                Item& item);

/// The paragraph from byte `from` of a note to the end of a line.
inline ItemText read_item(const Note& note, std::size_t from, std::size_t last_line) {
  return read_item(note.bytes(), from, note.end(last_line));
}

/// The handle of `@handle`, `@handle:` or `@handle,`; empty for any other word. `@me` and the like
/// are nobody's handle, but whoever wrote them meant somebody.
std::string_view owner_of(std::string_view word);

/// The id of a line whose last word but for tokens is `^id`; empty when there is none.
std::string_view id_of_line(std::string_view line);

/// Collects changes of one item and gives them as edits.
class ItemEdit {
 public:
  ItemEdit(const Note& note, const ItemText& text) : note_(note), text_(text) {}

  /// Sets the date of a token where it stands, or adds the token: at the end, `since:` and `on:`
  /// before a token that is written after them.
  void put(TokenKey key, Date date);
  /// Takes every token of that key away.
  void remove(TokenKey key);
  /// Gives the item an id, in place of the one it has.
  void set_id(std::string_view id);
  std::vector<Edit> edits() const;

 private:
  Edit addition() const;
  std::vector<Edit> removals() const;
  Edit removal(const Token& token, std::size_t reached) const;

  const Note& note_;
  const ItemText& text_;
  std::vector<Edit> edits_;
  std::vector<TokenKey> removed_;
  std::string added_;
  std::string id_;
};

}  // namespace oneonone

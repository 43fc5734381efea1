// SPDX-License-Identifier: MIT
// Reads an item word by word, keeping where each token stands.
#include "text/item_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

struct KeyWord {
  std::string_view word;
  TokenKey key;
};

constexpr std::array<KeyWord, 5> token_words{{{"since:", TokenKey::since},
                                              {"on:", TokenKey::on},
                                              {"due:", TokenKey::due},
                                              {"done:", TokenKey::done},
                                              {"dropped:", TokenKey::dropped}}};
/// How the Tasks and Dataview plugins of Obsidian write the same.
constexpr std::array<KeyWord, 8> foreign_words{{{"📅", TokenKey::due},
                                                {"📅\uFE0F", TokenKey::due},
                                                {"✅", TokenKey::done},
                                                {"✅\uFE0F", TokenKey::done},
                                                {"❌", TokenKey::dropped},
                                                {"❌\uFE0F", TokenKey::dropped},
                                                {"[due::", TokenKey::due},
                                                {"(due::", TokenKey::due}}};

bool starts_with(std::string_view word, std::string_view start) {
  return !word.empty() && word[0] == start[0] && word.starts_with(start);
}

/// False for most words: how they begin tells that they are no token and none that plugins write.
bool may_be_token(std::string_view word) {
  const char second = word.size() > 1 ? word[1] : ' ';
  switch (word[0]) {
    case 's':
      return second == 'i';
    case 'o':
      return second == 'n';
    case 'd':
      return second == 'u' || second == 'o' || second == 'r';
    case '[':
    case '(':
      return true;
    default:
      return static_cast<unsigned char>(word[0]) >= 0x80;
  }
}

bool is_token(std::string_view word) {
  if (word.empty() || !may_be_token(word)) return false;
  return std::ranges::any_of(token_words, [word](const KeyWord& known) {
    if (!starts_with(word, known.word) || word.size() == known.word.size()) return false;
    return known.key == TokenKey::due || Date::parse(word.substr(known.word.size())).has_value();
  });
}

/// True for what ids are made of.
bool is_id_byte(char c) {
  static constexpr auto allowed = [] {
    std::array<bool, 256> table{};
    for (unsigned char each = '0'; each <= 'z'; ++each)
      table[each] = each <= '9' || each >= 'a' || (each >= 'A' && each <= 'Z');
    table['-'] = true;
    return table;
  }();
  return allowed[static_cast<unsigned char>(c)];
}

/// The id that is the last word of a text.
std::string_view id_at_end(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && is_id_byte(text[start - 1])) --start;
  if (start == 0 || text[start - 1] != '^') return {};
  const bool is_word = start == 1 || is_blank(text[start - 2]);
  return is_word ? text.substr(start) : std::string_view{};
}

/// The words of a paragraph, one after the other.
class Words {
 public:
  Words(std::string_view paragraph, std::size_t from) : text_(paragraph), end_(from) {}

  /// Goes to the next word; false when there is none.
  bool next() {
    starts_line_ = false;
    at_ = end_;
    while (at_ < text_.size() && passes(text_[at_])) ++at_;
    end_ = word_end(at_);
    return at_ < end_;
  }
  /// Takes the words behind it as well that are surely no token and no id, one blank apart.
  void take_plain() {
    while (end_ + 1 < text_.size() && text_[end_] == ' ' && is_of_word(text_[end_ + 1]) &&
           text_[end_ + 1] != '^' &&
           !may_be_token({text_.data() + end_ + 1, text_.size() - end_ - 1})) {
      end_ = word_end(end_ + 1);
    }
  }

  std::string_view word() const { return {text_.data() + at_, end_ - at_}; }
  std::size_t at() const { return at_; }
  std::size_t end() const { return end_; }
  /// True when it is the first of its line, but for the paragraph's first line.
  bool starts_line() const { return starts_line_; }

 private:
  static bool is_of_word(char c) {
    return static_cast<unsigned char>(c) > ' ' || (!is_blank(c) && c != '\n' && c != '\r');
  }
  std::size_t word_end(std::size_t at) const {
    const std::string_view text = text_;
    while (at < text.size() && is_of_word(text[at])) ++at;
    return at;
  }
  /// What stands between words: blanks, line ends, and what the containers of a line put before it.
  bool passes(char c) {
    if (c == '\n' || c == '\r') starts_line_ = true;
    return !is_of_word(c) || (starts_line_ && c == '>');
  }

  std::string_view text_;
  std::size_t at_ = 0, end_;
  bool starts_line_ = false;
};

/// A list marker that stands alone on a later line is text; with words behind it it would be a
/// list.
bool is_list_marker(std::string_view word) {
  if (word == "*" || word == "+" || word == "-") return true;
  std::size_t digits = word.find_first_not_of("0123456789");
  return digits != 0 && digits + 1 == word.size() && (word[digits] == '.' || word[digits] == ')');
}

/// The id ends a line, but for tokens that a hand added behind it; the last such line counts, since
/// a hand may have gone on writing below it.
std::string_view find_id(std::string_view text, std::size_t from) {
  std::string_view found;
  for (LineCursor lines(text, from); !lines.done();) {
    std::string_view line = lines.take();
    if (lines.start() != from) line.remove_prefix(skip_containers(line));
    if (const std::string_view id = id_of_line(line); !id.empty()) found = id;
  }
  return found;
}

/// Reads the words of one paragraph into an Item, and where they stand into an ItemText.
class Reader {
 public:
  Reader(std::string_view text, std::size_t from, Item& item, ItemText* places)
      : text_(text), words_(text, from), end_(from), item_(item), places_(places) {}

  /// `id` is where it stands in the text; empty when there is none.
  void read(std::string_view id) {
    item_.id = id_ = id;
    for (bool first = true; words_.next(); first = false) {
      take(first);
      // Behind a marker that a line begins with, new words would make a list of it.
      if (!words_.starts_line() || !is_list_marker(words_.word())) end_ = words_.end();
    }
    end_run();
    if (places_ == nullptr) return;
    places_->end = offset(end_);
    if (!id.empty())
      places_->id_at = offset(static_cast<std::size_t>(id.data() - text_.data()) - 1);
  }

 private:
  void take(bool first) {
    const std::string_view word = words_.word();
    const bool is_id = !id_.empty() && word.data() + 1 == id_.data();
    if (is_id || (first && take_owner(word))) return;
    if (may_be_token(word) && (take_token() || take_foreign())) return;
    words_.take_plain();
    add_word(words_.word());
  }

  bool take_owner(std::string_view word) {
    const std::string_view owner = owner_of(word);
    item_.owner = owner;
    return !owner.empty();
  }

  bool take_token() {
    const std::string_view word = words_.word();
    for (const KeyWord& known : token_words) {
      if (!starts_with(word, known.word)) continue;
      const std::string_view value = word.substr(known.word.size());
      const auto date = Date::parse(value);
      // What is no UTF-8 is no day, and without it the line could be a fence to cmark.
      const bool is_due = known.key == TokenKey::due && !value.empty() && unicode::valid(value);
      if (!date && !is_due) return false;
      if (!date) item_.due_word = value;
      accept({known.key, words_.at(), word.size(), words_.at() + known.word.size(), value.size()},
             date);
      return true;
    }
    return false;
  }

  bool take_foreign() {
    const std::string_view word = words_.word();
    for (const KeyWord& known : foreign_words) {
      if (word[0] != known.word[0] || word != known.word) continue;
      Words value = words_;
      if (!value.next()) continue;
      const auto date = Date::parse(value.word().substr(0, 10));
      if (!date) return false;
      const bool bracket = known.word.ends_with("::");
      if (value.word().size() != (bracket ? 11U : 10U)) return false;
      accept({known.key, words_.at(), value.end() - words_.at(), value.at(), 10}, date);
      words_ = value;
      return true;
    }
    return false;
  }

  void accept(const Token& token, std::optional<Date> date) {
    if (places_ != nullptr) places_->tokens.push_back(token);
    switch (token.key) {
      case TokenKey::since:
        item_.since = date;
        break;
      case TokenKey::on:
        item_.on = date;
        break;
      case TokenKey::due:
        item_.due = date;
        if (date) item_.due_word.clear();
        break;
      case TokenKey::done:
        item_.done = date;
        break;
      case TokenKey::dropped:
        item_.dropped = date;
        break;
    }
  }

  /// Words one blank apart are copied together.
  void add_word(std::string_view word) {
    const char* const end = run_.data() + run_.size();
    if (!run_.empty() && word.data() == end + 1 && *end == ' ') {
      run_ = {run_.data(), run_.size() + 1 + word.size()};
      return;
    }
    end_run();
    run_ = word;
  }

  void end_run() {
    if (!item_.words.empty()) item_.words += ' ';
    item_.words += run_;
    run_ = {};
  }

  std::string_view text_;
  Words words_;
  std::size_t end_;  ///< of the words read so far
  Item& item_;
  ItemText* places_;      ///< null when nobody asks
  std::string_view id_;   ///< where it stands
  std::string_view run_;  ///< words to be added
};

}  // namespace

std::string_view token_word(TokenKey key) {
  for (const KeyWord& known : token_words) {
    if (known.key == key) return known.word.substr(0, known.word.size() - 1);
  }
  return {};
}

std::string_view owner_of(std::string_view word) {
  if (!word.starts_with('@')) return {};
  word.remove_prefix(1);
  if (word.ends_with(':') || word.ends_with(',')) word.remove_suffix(1);
  bool reserved = word == "me" || word == "them" || word == "all";
  return reserved || unicode::is_handle(word) ? word : std::string_view{};
}

ItemText read_item(std::string_view text, std::size_t from, std::size_t end) {
  text = text.substr(0, end);
  ItemText result;
  Reader(text, from, result.item, &result).read(find_id(text, from));
  return result;
}

void read_words(std::string_view text, std::size_t from, std::size_t end, std::string_view id,
                Item& item) {
  Reader(text.substr(0, end), from, item, nullptr).read(id);
}

std::string_view id_of_line(std::string_view line) {
  line = trimmed(line);
  // Most lines that show an id end with it, and of the others most have no such mark at all.
  if (const std::string_view id = id_at_end(line); !id.empty()) return id;
  if (line.find('^') == std::string_view::npos) return {};
  while (true) {
    std::size_t start = line.size();
    while (start > 0 && !is_blank(line[start - 1])) --start;
    if (start == 0 || !is_token(line.substr(start))) return {};
    line = trimmed(line.substr(0, start));
    if (const std::string_view id = id_at_end(line); !id.empty()) return id;
  }
}

}  // namespace oneonone

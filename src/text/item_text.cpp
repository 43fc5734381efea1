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

struct Word {
  std::size_t at = 0;
  std::string_view text;
  bool last_of_line = false;
  bool before_tokens = false;  ///< nothing but tokens stands behind it on its line
};

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

std::size_t skip(std::string_view text, std::size_t at, bool blank) {
  while (at < text.size() && is_blank(text[at]) == blank) ++at;
  return at;
}
bool starts_with(std::string_view word, std::string_view start) {
  return !word.empty() && word[0] == start[0] && word.starts_with(start);
}

/// False for most words: one look tells that they are no token and none that plugins write.
bool may_be_token(std::string_view word) {
  const char c = word[0];
  if (c == 's' || c == 'o' || c == 'd') return word.find(':') != std::string_view::npos;
  return c < 0 || c == '[' || c == '(';
}

bool is_token(std::string_view word) {
  if (word.empty() || !may_be_token(word)) return false;
  return std::ranges::any_of(token_words, [word](const KeyWord& known) {
    if (!starts_with(word, known.word) || word.size() == known.word.size()) return false;
    return known.key == TokenKey::due || Date::parse(word.substr(known.word.size())).has_value();
  });
}

/// Where the text of a line starts: containers put blanks and `>` before it.
std::size_t skip_containers(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

std::vector<Word> words_of(std::string_view paragraph, std::size_t from) {
  std::vector<Word> words;
  words.reserve(24);
  for (LineCursor lines(paragraph, from); !lines.done();) {
    const std::string_view line = lines.take();
    std::size_t at = lines.start() == from ? 0 : skip_containers(line);
    while ((at = skip(line, at, true)) < line.size()) {
      const std::size_t end = skip(line, at, false);
      words.push_back({lines.start() + at, line.substr(at, end - at), false, false});
      at = end;
    }
    if (words.empty()) continue;
    words.back().last_of_line = true;
    std::size_t last = words.size() - 1;
    while (last > 0 && words[last].at > lines.start() && is_token(words[last].text)) --last;
    words[last].before_tokens = true;
  }
  return words;
}

/// A list marker that stands alone on a later line is text; with words behind it it would be a
/// list.
bool is_list_marker(std::string_view word) {
  if (word == "*" || word == "+" || word == "-") return true;
  std::size_t digits = word.find_first_not_of("0123456789");
  return digits != 0 && digits + 1 == word.size() && (word[digits] == '.' || word[digits] == ')');
}

/// True when the rest of a line, moved to its start, could begin a block.
bool begins_block(std::string_view rest) {
  return !rest.empty() &&
         std::string_view("-+*#>`~=_<0123456789").find(rest[0]) != std::string_view::npos;
}

/// Reads the words of one paragraph into an ItemText.
class Reader {
 public:
  explicit Reader(std::vector<Word> words) : words_(std::move(words)) {}

  /// `from` is where the text starts, `line_end` where its first line ends.
  ItemText read(std::size_t from, std::size_t line_end) {
    find_end(from, line_end);
    find_id();
    result_.item.words.reserve(result_.end - from);
    for (next_ = 0; next_ < words_.size(); ++next_) {
      if (next_ == id_) continue;
      if (next_ == 0 && take_owner()) continue;
      const std::string_view word = words_[next_].text;
      if (!may_be_token(word) || (!take_token() && !take_foreign())) add_word(word);
    }
    end_run();
    return std::move(result_);
  }

 private:
  void find_end(std::size_t from, std::size_t line_end) {
    std::size_t last = words_.size();
    auto starts_line = [&](std::size_t i) {
      return i > 0 ? words_[i - 1].last_of_line : words_[i].at >= line_end;
    };
    while (last > 0 && starts_line(last - 1) && is_list_marker(words_[last - 1].text)) --last;
    result_.end = offset(last > 0 ? words_[last - 1].at + words_[last - 1].text.size() : from);
  }

  /// The id ends a line, but for tokens that a hand added behind it; the last such line counts,
  /// since a hand may have gone on writing below it.
  void find_id() {
    for (std::size_t i = words_.size(); i-- > 0;) {
      if (!words_[i].before_tokens || id_of_line(words_[i].text).empty()) continue;
      id_ = i;
      result_.item.id = words_[i].text.substr(1);
      result_.id_at = offset(words_[i].at);
      return;
    }
  }

  bool take_owner() {
    std::string_view owner = owner_of(words_[0].text);
    result_.item.owner = owner;
    return !owner.empty();
  }

  bool take_token() {
    const Word& word = words_[next_];
    for (const KeyWord& known : token_words) {
      if (!starts_with(word.text, known.word)) continue;
      std::string_view value = word.text.substr(known.word.size());
      auto date = Date::parse(value);
      if (!date && (known.key != TokenKey::due || value.empty())) return false;
      Token token{known.key, word.at, word.text.size(), word.at + known.word.size(), value.size()};
      if (!date) result_.item.due_word = value;
      accept(token, date);
      return true;
    }
    return false;
  }

  bool take_foreign() {
    const Word& word = words_[next_];
    for (const KeyWord& known : foreign_words) {
      if (word.text[0] != known.word[0] || word.text != known.word) continue;
      if (next_ + 1 >= words_.size()) continue;
      const Word& value = words_[next_ + 1];
      auto date = Date::parse(value.text.substr(0, 10));
      if (!date) return false;
      bool bracket = known.word.ends_with("::");
      if (value.text.size() != (bracket ? 11U : 10U)) return false;
      accept({known.key, word.at, value.at + value.text.size() - word.at, value.at, 10}, date);
      ++next_;
      return true;
    }
    return false;
  }

  void accept(const Token& token, std::optional<Date> date) {
    Item& item = result_.item;
    if (date && token.key == TokenKey::due) item.due_word.clear();
    switch (token.key) {
      case TokenKey::since:
        item.since = date;
        break;
      case TokenKey::on:
        item.on = date;
        break;
      case TokenKey::due:
        item.due = date;
        break;
      case TokenKey::done:
        item.done = date;
        break;
      case TokenKey::dropped:
        item.dropped = date;
        break;
    }
    result_.tokens.push_back(token);
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
    if (!result_.item.words.empty()) result_.item.words += ' ';
    result_.item.words += run_;
    run_ = {};
  }

  std::vector<Word> words_;
  std::string_view run_;  ///< words to be added
  std::size_t next_ = 0;
  std::size_t id_ = static_cast<std::size_t>(-1);
  ItemText result_;
};

}  // namespace

std::string_view token_word(TokenKey key) {
  for (const KeyWord& known : token_words) {
    if (known.key == key) return known.word.substr(0, known.word.size() - 1);
  }
  return {};
}

bool is_id_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-';
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
  return Reader(words_of(text, from)).read(from, end_of_line(text, from));
}

std::string_view id_of_line(std::string_view line) {
  if (line.find('^') == std::string_view::npos) return {};
  std::string_view word;
  std::size_t start = line.size();
  do {
    std::size_t end = start;
    while (end > 0 && is_blank(line[end - 1])) --end;
    start = end;
    while (start > 0 && !is_blank(line[start - 1])) --start;
    word = line.substr(start, end - start);
  } while (start > 0 && is_token(word));
  if (word.size() < 2 || word[0] != '^') return {};
  word.remove_prefix(1);
  return std::ranges::all_of(word, is_id_byte) ? word : std::string_view{};
}

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

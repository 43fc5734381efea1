// SPDX-License-Identifier: MIT
// The reader of plain front matter, a split of its lines, and a line editor. yaml_fields.cpp reads
// the rest.
#include "text/front_matter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "error.hpp"
#include "text/blanks.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_key(std::string_view text) {
  return !text.empty() && is_word(text[0]) &&
         std::ranges::all_of(text, [](char c) { return is_word(c) || c == '-'; });
}

/// Plain text that every YAML reader takes as it stands.
bool is_plain(std::string_view text) {
  if (text.empty() || !is_word(text[0]) || !unicode::valid(text)) return false;
  return std::ranges::all_of(text, [](char c) {
    return is_word(c) || c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
  });
}

bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// The values of `a` or `[a, b]`; nothing when the text needs a YAML reader.
std::optional<Field> split_value(std::string_view text) {
  Field field;
  if (is_null(text)) return field;
  if (text.front() != '[' || text.back() != ']') {
    if (!is_plain(text)) return std::nullopt;
    field.values.emplace_back(text);
    return field;
  }
  field.list = true;
  text = trimmed(text.substr(1, text.size() - 2));
  while (!text.empty()) {
    std::size_t comma = std::min(text.find(','), text.size());
    std::string_view value = trimmed(text.substr(0, comma));
    if (!is_plain(value) || is_null(value)) return std::nullopt;
    field.values.emplace_back(value);
    text = comma < text.size() ? trimmed(text.substr(comma + 1)) : std::string_view{};
  }
  return field;
}

/// The line without a comment at its end and the blanks before that.
std::string_view before_comment(std::string_view line) {
  char quote = '\0';
  for (std::size_t i = 1; i < line.size(); ++i) {
    bool after_blank = line[i - 1] == ' ' || line[i - 1] == '\t';
    if (quote != '\0') {
      bool doubled = quote == '\'' && line[i] == quote && line.substr(i + 1).starts_with(quote);
      if (doubled || (quote == '"' && line[i] == '\\')) {
        ++i;
      } else if (line[i] == quote) {
        quote = '\0';
      }
    } else if (line[i] == '#' && after_blank) {
      return line.substr(0, line.find_last_not_of(" \t", i - 1) + 1);
    } else if ((line[i] == '"' || line[i] == '\'') && (after_blank || line[i - 1] == '[')) {
      quote = line[i];
    }
  }
  return line;
}

}  // namespace

const Field* FrontMatter::find(std::string_view key) const {
  auto found = std::ranges::find(fields, key, &Field::key);
  return found == fields.end() ? nullptr : &*found;
}

std::optional<std::string> FrontMatter::text(std::string_view key) const {
  const Field* field = find(key);
  if (field == nullptr || field->list || field->nested || field->values.empty()) {
    return std::nullopt;
  }
  return field->values.front();
}

std::optional<int> FrontMatter::number(std::string_view key) const {
  std::string digits = text(key).value_or("");
  int number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  bool whole = error == std::errc{} && end == digits.data() + digits.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::vector<std::string> FrontMatter::list(std::string_view key) const {
  const Field* field = find(key);
  return field == nullptr || field->nested ? std::vector<std::string>{} : field->values;
}

std::optional<FrontMatter> split_front_matter(const Note& note, std::size_t first,
                                              std::size_t last) {
  FrontMatter result;
  for (std::size_t number = first; number <= last; ++number) {
    std::string_view line = note.line(number);
    std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_key(line.substr(0, colon))) return std::nullopt;
    if (colon + 1 < line.size() && line[colon + 1] != ' ') return std::nullopt;
    std::string key(line.substr(0, colon));
    auto field = split_value(trimmed(line.substr(colon + 1)));
    if (!field || is_null(key) || !unicode::valid(key) || key.starts_with("\xEF\xBB\xBF") ||
        result.find(key) != nullptr) {
      return std::nullopt;
    }
    field->key = key;
    field->line = field->last_line = number;
    result.fields.push_back(std::move(*field));
  }
  return result;
}

FrontMatter read_front_matter(const Note& note, bool whole) {
  std::size_t first = 1;
  std::size_t last = note.lines();
  if (!whole) {
    if (!note.front_matter()) return {};
    first = note.front_matter()->open + 1;
    last = note.front_matter()->close - 1;
  }
  if (auto split = split_front_matter(note, first, last)) return std::move(*split);
  return parse_front_matter(note, first, last);
}

void require_front_matter(const Note& note, std::string_view path) {
  const FrontMatter matter = read_front_matter(note);
  if (!matter.problem) return;
  throw Error(Status::failed, matter.problem->message,
              std::string(path) + ":" + std::to_string(matter.problem->line),
              "mend the line in an editor");
}

Edit set_field(const Note& note, std::string_view key, std::string_view yaml, bool whole) {
  std::string text = std::string(key) + ": " + std::string(yaml);
  std::string ending(note.ending());
  FrontMatter matter = read_front_matter(note, whole);
  if (const Field* field = matter.find(key)) {
    std::size_t from = note.start(field->line);
    std::size_t size = note.end(field->last_line) - from;
    if (field->line == field->last_line) size = before_comment(note.line(field->line)).size();
    return {from, size, text};
  }
  if (whole) {
    bool glued =
        !note.bytes().empty() && !note.bytes().ends_with('\n') && !note.bytes().ends_with('\r');
    return {note.bytes().size(), 0, (glued ? ending : "") + text + ending};
  }
  if (note.front_matter()) return {note.start(note.front_matter()->close), 0, text + ending};
  std::size_t top = note.lines() > 0 ? note.start(1) : note.bytes().size();
  return {top, 0, "---" + ending + text + ending + "---" + ending};
}

std::optional<Edit> remove_field(const Note& note, std::string_view key) {
  FrontMatter matter = read_front_matter(note);
  const Field* field = matter.find(key);
  if (field == nullptr) return std::nullopt;
  std::size_t from = note.start(field->line);
  return Edit{from, note.next(field->last_line) - from, ""};
}

std::string yaml_scalar(std::string_view text) {
  static constexpr std::array<std::string_view, 10> words{"true", "false", "yes", "no", "on",
                                                          "off",  "null",  "~",   "y",  "n"};
  bool number_like =
      !text.empty() && text.find_first_not_of("0123456789.:_eExX+-") == std::string_view::npos;
  bool word = std::ranges::find(words, unicode::fold(text)) != words.end();
  if (is_plain(text) && trimmed(text) == text && !number_like && !word) return std::string(text);
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

std::string yaml_list(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += (text.empty() ? "" : ", ") + yaml_scalar(value);
  return "[" + text + "]";
}

}  // namespace oneonone

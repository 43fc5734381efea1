// SPDX-License-Identifier: MIT
// Two readers of front matter (a split of plain lines, yaml-cpp's events) and a line editor.
#include "text/front_matter.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

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

/// What is wrong with a value in quotes; yaml-cpp would swallow the lines behind an open quote
/// without a word, and take the rest, too.
std::optional<std::string> quote_problem(std::string_view value) {
  const char quote = value[0];
  for (std::size_t i = 1; i < value.size(); ++i) {
    const char next = i + 1 < value.size() ? value[i + 1] : ' ';
    if (quote == '"' && value[i] == '\\') {
      if (next == '\'') return "within double quotes a quote stands for itself, without '\\'";
      ++i;
    } else if (value[i] == quote && quote == '\'' && next == quote) {
      ++i;
    } else if (value[i] == quote) {
      if (next == '#') return "a blank is missing between a quote and '#'";
      return std::nullopt;
    }
  }
  return "a quote is not closed";
}

/// True for `># words`: the words are neither text nor a comment.
bool is_glued_block(std::string_view value) {
  const std::size_t end = value.find_first_not_of("0123456789+-", 1);
  return (value[0] == '>' || value[0] == '|') && end != std::string_view::npos && value[end] == '#';
}

/// What yaml-cpp takes although it is no YAML.
std::optional<std::string> line_problem(std::string_view line) {
  if (line.starts_with('%')) return "directives ('%NAME') are not understood";
  const std::size_t colon = line.find(": ");
  std::string_view value = trimmed(colon == std::string_view::npos ? line : line.substr(colon + 2));
  if (value.starts_with("- ")) value = trimmed(value.substr(2));
  if (value.empty()) return std::nullopt;
  if (value[0] == '"' || value[0] == '\'') return quote_problem(value);
  if (is_glued_block(value)) return "a blank is missing before '#'";
  return std::nullopt;
}

std::optional<FrontMatterProblem> first_line_problem(const Note& note, std::size_t first,
                                                     std::size_t last) {
  for (std::size_t number = first; number <= last; ++number) {
    if (auto message = line_problem(note.line(number))) return FrontMatterProblem{number, *message};
  }
  return std::nullopt;
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

struct Refused {
  int line;  // from 0, as yaml-cpp counts
  std::string message;
};

/// Collects the top level of one document and refuses what a note has no use for.
class Collector : public YAML::EventHandler {
 public:
  std::vector<Field> fields;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) throw Refused{mark.line, "a second YAML document begins"};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    value(mark, std::nullopt);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{mark.line, "aliases ('*name') are not understood"};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    value(mark, text);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, true);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, false);
  }
  void OnMapEnd() override { close(); }

 private:
  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) throw Refused{mark.line, "anchors ('&name') are not understood"};
  }
  static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!") {
      throw Refused{mark.line, "tags ('!name') are not understood"};
    }
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool list) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (depth_ == 0 && list) throw Refused{mark.line, "a list stands where keys belong"};
    if (depth_ == 1 && expects_key_) throw Refused{mark.line, "a key must be a word"};
    if (depth_ >= 3) throw Refused{mark.line, "nested more than three levels deep"};
    if (depth_ == 1) (list ? fields.back().list : fields.back().nested) = true;
    if (depth_ == 2) fields.back().nested = true;
    ++depth_;
    if (depth_ == 1) expects_key_ = true;
  }

  void close() {
    --depth_;
    if (depth_ == 1) expects_key_ = true;
  }

  void value(const YAML::Mark& mark, const std::optional<std::string>& text) {
    if (depth_ == 0) throw Refused{mark.line, "there is no 'key: value' here"};
    if (depth_ == 1 && expects_key_) return key(mark, text);
    if (depth_ == 1) expects_key_ = true;
    if (depth_ <= 2 && text && !fields.back().nested) fields.back().values.push_back(*text);
  }

  void key(const YAML::Mark& mark, const std::optional<std::string>& text) {
    if (!text) throw Refused{mark.line, "a key is missing before ':'"};
    for (const Field& field : fields) {
      if (field.key == *text) throw Refused{mark.line, "the key '" + *text + "' stands twice"};
    }
    Field& field = fields.emplace_back();
    field.key = *text;
    field.line = static_cast<std::size_t>(mark.line);
    expects_key_ = false;
  }

  int depth_ = 0;
  int documents_ = 0;
  bool expects_key_ = true;
};

/// The lines as yaml-cpp shall see them; a tab or a NUL is left for it to refuse.
std::string yaml_text(const Note& note, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t number = first; number <= last; ++number) {
    text += note.line(number);
    text += '\n';
  }
  return text;
}

bool only_blanks_and_comments(const Note& note, std::size_t first, std::size_t last) {
  for (std::size_t number = first; number <= last; ++number) {
    std::string_view line = trimmed(note.line(number));
    if (!line.empty() && line[0] != '#') return false;
  }
  return true;
}

/// A field reaches to the line before the next one's, less blank and comment lines.
void find_last_lines(const Note& note, std::vector<Field>& fields, std::size_t last) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    std::size_t end = i + 1 < fields.size() ? fields[i + 1].line - 1 : last;
    while (end > fields[i].line && only_blanks_and_comments(note, end, end)) --end;
    fields[i].last_line = end;
  }
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
    if (!field || is_null(key) || !unicode::valid(key) || result.find(key) != nullptr) {
      return std::nullopt;
    }
    field->key = key;
    field->line = field->last_line = number;
    result.fields.push_back(std::move(*field));
  }
  return result;
}

FrontMatter parse_front_matter(const Note& note, std::size_t first, std::size_t last) {
  FrontMatter result;
  result.problem = first_line_problem(note, first, last);
  if (result.problem || only_blanks_and_comments(note, first, last)) return result;
  Collector collector;
  try {
    std::istringstream stream(yaml_text(note, first, last));
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(collector)) parser.HandleNextDocument(collector);
  } catch (const Refused& refused) {
    result.problem = {first + static_cast<std::size_t>(refused.line), refused.message};
  } catch (const YAML::Exception& error) {
    std::size_t line = error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.line);
    result.problem = {std::min(first + line, last), "not understood as YAML: " + error.msg};
  }
  for (Field& field : collector.fields) {
    field.line += first;
    const bool has_colon = field.list || field.nested || !field.values.empty() ||
                           note.line(field.line).find(':') != std::string_view::npos;
    if (!has_colon && !result.problem) {
      result.problem = {field.line, "a ':' is missing after '" + field.key + "'"};
    }
  }
  find_last_lines(note, collector.fields, last);
  result.fields = std::move(collector.fields);
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
  if (auto split = split_front_matter(note, first, last)) return *split;
  return parse_front_matter(note, first, last);
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

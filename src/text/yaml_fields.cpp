// SPDX-License-Identifier: MIT
// The careful reader of front matter: yaml-cpp's events, and what yaml-cpp takes without a word.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "text/blanks.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

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

/// yaml-cpp takes them for the end of the text. YAML has no other control characters either; those
/// are shown visibly, like all that steers a terminal, and cost no key.
bool is_end(char c) {
  return c == '\0' || c == '\x04';
}

/// yaml-cpp swallows the first, and takes what follows the others for UTF-16.
bool has_byte_order_mark(std::string_view line) {
  return line.starts_with("\xEF\xBB\xBF") || line.starts_with("\xFE\xFF") ||
         line.starts_with("\xFF\xFE");
}

/// What yaml-cpp takes although it is no YAML.
std::optional<std::string> line_problem(std::string_view line) {
  if (line.starts_with('%')) return "directives ('%NAME') are not understood";
  if (std::ranges::any_of(line, is_end)) return "a control character stands here";
  if (has_byte_order_mark(line)) return "a byte order mark stands here";
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

/// True when the line begins with this key and its colon.
bool has_colon(std::string_view line, std::string_view key) {
  const bool quoted = line.starts_with('"') || line.starts_with('\'');
  if (!quoted && !line.starts_with(key)) return false;  // it goes over several lines
  line.remove_prefix(quoted ? std::min(line.find(line[0], 1), line.size() - 1) + 1 : key.size());
  line = trimmed(line);
  return line.starts_with(':') && (line.size() == 1 || is_blank(line[1]));
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
                  YAML::EmitterStyle::value style) override {
    // What is added behind them would stand outside.
    if (depth_ == 0 && style == YAML::EmitterStyle::Flow)
      throw Refused{mark.line, "keys stand in braces; each needs a line of its own, without them"};
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
    // Such a key has no lines of its own that an edit could change.
    if (mark.column != 0) throw Refused{mark.line, "the key '" + *text + "' must begin its line"};
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

/// The lines as yaml-cpp shall see them; a tab is left for it to refuse.
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

/// Reads a text that begins on line `first` of its note.
FrontMatter collected(const std::string& text, std::size_t first) {
  FrontMatter result;
  Collector collector;
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(collector)) parser.HandleNextDocument(collector);
  } catch (const Refused& refused) {
    result.problem = {first + static_cast<std::size_t>(refused.line), refused.message};
  } catch (const YAML::Exception& error) {
    const std::size_t line = error.mark.is_null() ? 0 : static_cast<std::size_t>(error.mark.line);
    result.problem = {first + line, "not understood as YAML: " + error.msg};
  }
  result.fields = std::move(collector.fields);
  for (Field& field : result.fields) field.line += first;
  return result;
}

std::optional<FrontMatterProblem> missing_colon(const Note& note,
                                                const std::vector<Field>& fields) {
  for (const Field& field : fields) {
    const bool has_value = field.list || field.nested || !field.values.empty();
    if (has_value || has_colon(note.line(field.line), field.key)) continue;
    const std::size_t colon = field.key.find(':');
    const bool is_glued = colon != std::string::npos;
    return FrontMatterProblem{
        field.line, is_glued ? "a blank is missing after '" + field.key.substr(0, colon + 1) + "'"
                             : "a ':' is missing after '" + field.key + "'"};
  }
  return std::nullopt;
}

/// What a key behind the last value makes of it: a quote that is not closed takes the key
/// in.
std::optional<FrontMatterProblem> open_end(const Field& last_field, const std::string& text,
                                           std::size_t first) {
  static const std::string key = "a key behind all others";
  const FrontMatter longer = collected(text + key + ": ~\n", first);
  const bool found = !longer.problem && longer.fields.back().key == key;
  if (found) return std::nullopt;
  return FrontMatterProblem{last_field.line, "the value of '" + last_field.key + "' does not end"};
}

}  // namespace

FrontMatter parse_front_matter(const Note& note, std::size_t first, std::size_t last) {
  FrontMatter result;
  result.problem = first_line_problem(note, first, last);
  if (result.problem || only_blanks_and_comments(note, first, last)) return result;
  const std::string text = yaml_text(note, first, last);
  result = collected(text, first);
  if (result.problem) result.problem->line = std::min(result.problem->line, last);
  if (!result.problem) result.problem = missing_colon(note, result.fields);
  find_last_lines(note, result.fields, last);
  if (result.problem || result.fields.empty()) return result;
  const Field& end = result.fields.back();
  const bool may_be_open = end.line != end.last_line ||
                           note.line(end.line).find_first_of("\"'") != std::string_view::npos;
  if (may_be_open) result.problem = open_end(end, text, first);
  return result;
}

}  // namespace oneonone

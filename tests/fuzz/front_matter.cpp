// SPDX-License-Identifier: MIT
// Front matter of any bytes: two readers that agree, and edits that touch one key.
#include "text/front_matter.hpp"

#include <algorithm>
#include <iterator>

#include "fuzz/targets.hpp"
#include "text/lines.hpp"
#include "unicode.hpp"

namespace oneonone::fuzz {
namespace {

bool same_value(const Field& a, const Field& b) {
  return a.key == b.key && a.list == b.list && a.nested == b.nested && a.values == b.values;
}

bool same_field(const Field& a, const Field& b) {
  return same_value(a, b) && a.line == b.line && a.last_line == b.last_line;
}

void readers_agree(const Note& yaml) {
  const FrontMatter parsed = parse_front_matter(yaml, 1, yaml.lines());
  if (parsed.problem) {
    const std::size_t line = parsed.problem->line;
    require(line >= 1 && line <= std::max<std::size_t>(yaml.lines(), 1), "a problem at no line");
  }
  const auto split = split_front_matter(yaml, 1, yaml.lines());
  if (!split) return;
  require(!parsed.problem, "one reader refuses what the other reads");
  require(std::ranges::equal(split->fields, parsed.fields, same_field), "two readers differ");
}

/// Those lines of the bytes that may be a value.
std::vector<std::string> values_in(std::string_view bytes) {
  std::vector<std::string> values;
  for (LineCursor lines(bytes); !lines.done();) {
    const std::string_view line = lines.take();
    if (unicode::is_one_line(line)) values.emplace_back(line);
  }
  return values;
}

void values_read_back(const std::vector<std::string>& values) {
  const auto written = [](const std::string& yaml) {
    FrontMatter matter = read_front_matter(Note("k: " + yaml + "\n"), true);
    require(!matter.problem, "a value of ours is refused: " + yaml);
    return matter;
  };
  require(written(yaml_list(values)).list("k") == values, "a list of ours reads otherwise");
  for (const std::string& value : values) {
    require(written(yaml_scalar(value)).text("k") == value, "a scalar of ours reads otherwise");
  }
}

/// One text of keys under edit: a note with front matter, or with `whole` a file like
/// oneonone.yaml.
class Trial {
 public:
  Trial(std::string bytes, bool whole)
      : note_(std::move(bytes)), whole_(whole), matter_(read_front_matter(note_, whole)) {}

  /// Where nothing is understood nothing is written: not by us.
  bool is_understood() const { return !matter_.problem && (whole_ || note_.front_matter()); }
  const std::vector<Field>& fields() const { return matter_.fields; }

  void set(const std::string& key, const std::string& value) const {
    const std::string yaml = yaml_scalar(value);
    const Trial after = edited(set_field(note_, key, yaml, whole_), key);
    require(after.matter_.text(key) == value, "a key that was set reads otherwise: " + key);
    const Trial again = after.edited(set_field(after.note_, key, yaml, whole_), key);
    require(again.note_.bytes() == after.note_.bytes(), "set twice is not set once: " + key);
    if (!whole_) after.remove(key);
  }

  void remove(const std::string& key) const {
    const auto removal = remove_field(note_, key);
    require(removal.has_value(), "a key that is there cannot be taken away: " + key);
    require(edited(*removal, key).matter_.find(key) == nullptr, "a key is still there: " + key);
  }

 private:
  /// After an edit that may reach over the lines of `key`, and changes no other.
  Trial edited(Edit edit, const std::string& key) const {
    const Field* field = matter_.find(key);
    if (is_wrong_on_purpose()) ++edit.length;
    const std::size_t from = field == nullptr ? edit.at : note_.start(field->line);
    const std::size_t to = field == nullptr ? edit.at : note_.next(field->last_line);
    require(edit.at >= from && edit.at + edit.length <= to, "an edit leaves its key: " + key);
    Trial after(apply_edits(note_.bytes(), {std::move(edit)}), whole_);
    // `---` without a key of words between them is front matter no more.
    if (!whole_ && !after.note_.front_matter()) return after;
    require(!after.matter_.problem, "an edit of " + key + " makes a problem");
    require(std::ranges::equal(others(key), after.others(key), same_value),
            "an edit of " + key + " changes another key");
    return after;
  }

  std::vector<Field> others(const std::string& key) const {
    std::vector<Field> fields;
    std::ranges::copy_if(matter_.fields, std::back_inserter(fields),
                         [&key](const Field& field) { return field.key != key; });
    return fields;
  }

  Note note_;
  bool whole_;
  FrontMatter matter_;
};

/// A key as we write them: none of ours needs quotes.
bool is_key_of_ours(const std::string& key) {
  return !key.empty() &&
         std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }) &&
         yaml_scalar(key) == key;
}

void edits(const Trial& trial, const std::string& value) {
  if (!trial.is_understood()) return;
  for (const char* key : {"mood", "venue"}) trial.set(key, value);
  for (const Field& field : trial.fields()) {
    if (is_key_of_ours(field.key)) trial.set(field.key, value);
  }
}

}  // namespace

void front_matter(std::string_view bytes) {
  if (bytes.size() > 4096) return;
  readers_agree(Note(std::string(bytes)));
  const std::vector<std::string> values = values_in(bytes);
  values_read_back(values);
  const std::string value = values.empty() ? "4" : values.back();
  edits(Trial("---\n" + std::string(bytes) + "\n---\n- [ ] @dana Go\n", false), value);
  edits(Trial(std::string(bytes), true), value);
}

}  // namespace oneonone::fuzz

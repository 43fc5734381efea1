// SPDX-License-Identifier: MIT
// Goes over the lines of a note and looks at how each begins.
#include "text/plain_items.hpp"

#include <array>

#include "text/blanks.hpp"
#include "text/boxes.hpp"
#include "text/item_text.hpp"
#include "text/line_starts.hpp"
#include "text/lines.hpp"

namespace oneonone {
namespace {

bool has_box_mark(std::string_view line) {
  return line.find('[') != std::string_view::npos;
}

/// The headings since the last item, as far as they mean something for what comes: most are
/// followed by the next before any item asks.
class HeadingsAbove {
 public:
  explicit HeadingsAbove(const Headings& headings) : headings_(headings), sections_(headings) {}

  /// A heading closes those of its level and below.
  void enter(int level, std::string_view line) {
    while (count_ > 0 && waiting_[count_ - 1].level >= level) --count_;
    waiting_[count_++] = {level, line};
  }

  /// The section of an item that stands here; nothing when a title is not clear.
  std::optional<Section> section() {
    for (std::size_t i = 0; i < count_; ++i) {
      const auto [level, line] = waiting_[i];
      const std::string_view title = title_of(line.substr(static_cast<std::size_t>(level)));
      const bool plain = headings_.are_unlike(title);
      if (!plain && has_inlines(title)) return std::nullopt;
      sections_.enter(level, plain ? Section::plain : headings_.classify(title));
    }
    count_ = 0;
    return sections_.current();
  }

 private:
  struct Waiting {
    int level = 0;
    std::string_view line;
  };

  const Headings& headings_;
  Sections sections_;
  std::array<Waiting, 6> waiting_;
  std::size_t count_ = 0;
};

class PlainItems {
 public:
  PlainItems(std::string_view bytes, BodyStart body, const Reading& reading,
             std::vector<SeenItem>& items)
      : bytes_(bytes),
        lines_(bytes, body.offset),
        line_(offset(body.line - 1)),
        reading_(reading),
        headings_(reading.headings),
        items_(items) {}

  /// False when the note is not plain.
  bool add() {
    while (!lines_.done()) {
      const std::string_view line = take_line();
      if (!read(line)) return false;
      after_blank_ = line.empty();
    }
    return true;
  }

 private:
  std::string_view take_line() {
    ++line_;
    return lines_.take();
  }

  /// False when the line is not clear.
  bool read(std::string_view line) {
    if (line.empty()) return ends_item();
    switch (line[0]) {
      case '-':
      case '*':
      case '+':
        return bullet(line);
      case '#':
        return heading(line);
      case ' ':
        return indented(line.substr(run_of(' ', line)), run_of(' ', line));
      case '`':
      case '~':
        return opens_fence(line) ? fence(line) : words(line);
      case '<':
        return line.starts_with("<!--") ? comment(line) : html(line);
      case '>':
        return quote(line);
      default:
        return other(line);
    }
  }

  bool ends_item() {
    in_item_ = false;
    return true;
  }

  /// What stands at the margin and is no bullet, nor words that go on lazily (5.2).
  bool ends_lists() {
    outer_ = {};
    return ends_item();
  }

  bool words(std::string_view line) {
    if (after_blank_) outer_ = {};
    return go_on(line);
  }

  /// A line of words: it goes on with the item's paragraph when that is open.
  bool go_on(std::string_view line) {
    if (!in_item_) return true;
    if (const auto id = id_of_line(line); !id.empty()) items_.back().id = range_in(bytes_, id);
    items_.back().words.to = range_in(bytes_, line).to;
    return true;
  }

  bool heading(std::string_view line) {
    const int level = heading_level(line);
    if (level == 0) return hashes(line);
    headings_.enter(level, line);
    return ends_lists();
  }

  /// A tab behind `#` makes a heading too (4.2).
  bool hashes(std::string_view line) {
    return !line.substr(run_of('#', line)).starts_with('\t') && words(line);
  }

  bool other(std::string_view line) {
    const char c = line[0];
    if (is_letter(c) || c == '@' || c == '"' || c == '(' || c == '[') return words(line);
    unclear();
    // 4.3 What is above `===` would be a heading; 2.2 a tab stands for blanks.
    if (in_item_ || c == '=' || is_control(c)) return false;
    return !is_digit(c) || !has_box_mark(line) || numbered(line);
  }

  /// 5.2 Of what is numbered only a first item may follow on words.
  bool numbered(std::string_view line) {
    std::size_t digits = 1;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool starts = after_blank_ || (digits == 1 && line[0] == '1');
    const std::string_view rest(line.data() + digits, line.size() - digits);
    if (!starts || digits > 9 || !(rest.starts_with(". [") || rest.starts_with(") [")))
      return false;
    std::optional<Mark> none;
    return boxed(rest, none);
  }

  /// 5.1 A quote at the margin: its lines are clear as long as each is words, or a bullet with `[`.
  bool quote(std::string_view line) {
    outer_ = {};
    const bool clear = quote_.line + 1 != line_ || quote_.clear;
    const bool inside = in_item_ && quote_.has_item;
    const std::string_view text = line.starts_with("> ") ? line.substr(2) : std::string_view();
    const bool words = !text.empty() && is_letter(text[0]);
    quote_ = {line_, clear && (words || text.starts_with("- [")), inside};
    if (inside && words) return go_on(text);
    in_item_ = false;
    if (words || !has_box_mark(line)) return !inside;
    if (!quote_.clear) return false;
    std::optional<Mark> none;
    const bool certain = boxed(text, none);
    quote_.has_item = true;
    return certain;
  }

  bool bullet(std::string_view line) {
    unclear();
    if (line.size() < 3) return after_blank_ && !in_item_;
    if (line[1] != ' ') return no_bullet(line);
    const char c = line[2];
    const bool clear = is_letter(c) || c == '@' || c == '\\' || c == '[';
    if (!clear) return !has_box_mark(line) && ends_item();
    outer_ = {true, true, std::nullopt};
    return c == '[' ? boxed(line, outer_.mark) : ends_item();
  }

  /// `mark` is that of the task item around it, and becomes its own.
  bool boxed(std::string_view line, std::optional<Mark>& mark) {
    const auto box = box_at(line, 2);
    return box ? item(line, *box, mark) : ends_item();
  }

  /// `*words*` or, behind a blank line, `---`: elsewhere that could make a heading (4.3).
  bool no_bullet(std::string_view line) const {
    const bool clear = line[0] != '-' || after_blank_ || is_letter(line[1]);
    return clear && !in_item_ && !is_control(line[1]);
  }

  bool item(std::string_view line, const Box& box, std::optional<Mark>& mark) {
    const std::size_t behind = box.at + box.size + 1;
    const std::string_view text(line.data() + behind, line.size() - behind);
    // 4.7 `[\]` may begin a link's label; a box without words may have them on the next line.
    if (line[3] == '\\' || is_blank(text)) return false;
    quote_.has_item = false;
    const auto around = mark;
    mark = mark_of(line.substr(box.at, box.size), reading_.statuses);
    const auto section = headings_.section();
    if (!section) return false;
    in_item_ = mark && *section != Section::ignored;
    if (!in_item_) return true;
    items_.push_back({*mark, *section, is_step(text, around, *section), 0, line_,
                      range_in(bytes_, text), range_in(bytes_, id_of_line(text))});
    return true;
  }

  /// Words, or a bullet in the one at the margin.
  bool indented(std::string_view text, std::size_t indent) {
    const bool inside = indent >= content_column;
    if (text.empty()) return unclear() && ends_item();
    const char c = text[0];
    if (is_letter(c)) return (inside || unclear()) && go_on(text);
    if (c == '-' || c == '*' || c == '+') return indent < 4 && inner_bullet(text, inside);
    if (c == '>') quote_ = {line_, false, false};
    const bool opens = c == '=' || c == '<' || c == '`' || c == '~' || c == '#' || is_control(c);
    return unclear() && !in_item_ && !opens && !has_box_mark(text);
  }

  bool inner_bullet(std::string_view text, bool inside) {
    if (text.size() < 3 || text[1] != ' ') return false;
    if (!inside || !outer_.open) unclear();
    if (is_letter(text[2])) return ends_item();
    if (text[2] != '[' || !outer_.clear) return false;
    std::optional<Mark> mark = outer_.mark;
    return boxed(text, mark);
  }

  /// True, after what makes the list at the margin another than we would think.
  bool unclear() {
    outer_.clear = false;
    return true;
  }

  /// 4.6 HTML blocks, the second kind: it ends on the line that holds `-->`. cmark does not see it
  /// behind bytes that are no UTF-8: the line must be ASCII.
  bool comment(std::string_view line) {
    while (line.find("-->") == std::string_view::npos) {
      if (lines_.done()) return ends_lists();
      line = take_line();
    }
    return unicode::is_ascii(line) && ends_lists();
  }

  bool html(std::string_view line) {
    if (!opens_html(line)) return false;
    while (!lines_.done() && !is_blank(line)) line = take_line();
    return ends_lists();
  }

  bool fence(std::string_view opening) {
    const std::size_t length = run_of(opening[0], opening);
    if (!is_certain_info(opening.substr(length))) return false;
    while (!lines_.done()) {
      const std::string_view line = take_line();
      const std::size_t indent = run_of(' ', line);
      if (indent < 4 && closes_fence(line.substr(indent), opening[0], length)) break;
    }
    return ends_lists();
  }

  /// Where the words of a bullet at the margin stand, one blank behind its mark.
  static constexpr std::size_t content_column = 2;

  /// The bullet at the margin that the next line may stand in.
  struct Outer {
    bool clear = true;  ///< false when the list may look otherwise than at one look
    bool open = false;
    std::optional<Mark> mark;  ///< when it is a task item
  };

  /// The last line of a quote.
  struct Quote {
    Offset line = 0;
    bool clear = false;
    bool has_item = false;  ///< the last item is in it
  };

  std::string_view bytes_;
  LineCursor lines_;
  Offset line_;
  const Reading& reading_;
  HeadingsAbove headings_;
  std::vector<SeenItem>& items_;
  bool in_item_ = false;  ///< the paragraph of the last item is open
  bool after_blank_ = true;
  Outer outer_;
  Quote quote_;
};

}  // namespace

bool is_step(std::string_view text, std::optional<Mark> around, Section section) {
  if (!around) return false;
  text = trimmed(text);
  if (!owner_of(text.substr(0, text.find_first_of(blanks))).empty()) return false;
  return section != Section::topics || around != Mark::done;
}

bool add_plain_items(std::string_view bytes, BodyStart body, const Reading& reading,
                     std::vector<SeenItem>& items) {
  return PlainItems(bytes, body, reading, items).add();
}

}  // namespace oneonone

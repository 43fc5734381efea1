// SPDX-License-Identifier: MIT
// Goes over the lines of a note once, with a stack of open list items. Whatever is not an everyday
// line ends it: a wrong answer is worse than a slow one. Numbers are sections of CommonMark 0.30.
#include <algorithm>
#include <array>

#include "text/blanks.hpp"
#include "text/blocks.hpp"
#include "text/line_starts.hpp"

namespace oneonone {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// True for a text with a control character that ends no line. It is asked of whole notes: in
/// blocks without a branch a compiler takes many bytes at a time.
bool has_control(std::string_view text) {
  constexpr std::size_t block = 64;
  for (; text.size() >= block; text.remove_prefix(block)) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < block; ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      found |= static_cast<unsigned char>(c < ' ') & static_cast<unsigned char>(c != '\n') &
               static_cast<unsigned char>(c != '\r');
    }
    if (found != 0) return true;
  }
  return std::ranges::any_of(text, [](char c) { return is_control(c) && c != '\n' && c != '\r'; });
}

bool has_only(std::string_view text, std::string_view characters) {
  return std::ranges::all_of(text, [characters](char c) {
    return std::ranges::any_of(characters, [c](char allowed) { return c == allowed; });
  });
}

/// 4.3 Setext headings: what makes a heading of the text above it.
bool is_underline(std::string_view text) {
  return (text[0] == '-' || text[0] == '=') && has_only(text, "-= ");
}

/// 4.1 Thematic breaks: three or more of one character, blanks between them.
bool is_break(std::string_view text) {
  if (text[0] != '-' && text[0] != '_' && text[0] != '*') return false;
  const std::array<char, 2> allowed{text[0], ' '};
  return has_only(text, {allowed.data(), allowed.size()}) && std::ranges::count(text, text[0]) >= 3;
}

/// 5.2 List items: the length of a marker with at least one blank and a word behind it, else 0.
struct Marker {
  std::size_t length = 0;
  bool is_one = true;  ///< a bullet, or the number 1: it may interrupt a paragraph
};

Marker marker_of(std::string_view text) {
  Marker marker;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits > 9 || digits >= text.size()) return marker;
  const char end = text[digits];
  const bool ends = digits == 0 ? end == '-' || end == '+' || end == '*' : end == '.' || end == ')';
  if (!ends) return marker;
  if (digits + 1 < text.size() && text[digits + 1] != ' ') return marker;
  marker.length = digits + 1;
  marker.is_one = digits == 0 || text.substr(0, digits) == "1";
  return marker;
}

/// True when a paragraph that starts so, with `[`, may be or hold a link reference definition
/// (4.7).
bool may_define_link(std::string_view text) {
  std::size_t close = text.find(']');
  return close == npos || text.substr(0, close).find('\\') != npos ||
         text.substr(close + 1).starts_with(':');
}

/// True for the start of a paragraph, and of nothing else.
bool is_plain_start(std::string_view text) {
  if (is_letter(text[0]) || text[0] == '@') return true;
  if (text[0] == '[') return !may_define_link(text);
  if (text[0] == '<' || text[0] == '>' || opens_fence(text)) return false;
  return heading_level(text) == 0 && marker_of(text).length == 0 && !is_underline(text) &&
         !is_break(text);
}

class Skim {
 public:
  Skim(std::string_view bytes, BodyStart body)
      : lines_(bytes, body.offset),
        line_(offset(body.line - 1)),
        has_controls_(has_control(bytes.substr(body.offset))) {}

  std::optional<std::vector<Block>> run() {
    blocks_.reserve(16);
    while (!lines_.done()) {
      const std::string_view line = take_line();
      const bool quoted = in_quote_ || line.starts_with('>');
      if (!(quoted ? read_quoted(line) : read_line(line))) return std::nullopt;
    }
    close_to(0);
    return std::move(blocks_);
  }

 private:
  struct OpenItem {
    std::size_t indent;  ///< the column from which on lines belong to it
    std::size_t block;
  };

  std::string_view take_line() {
    ++line_;
    const std::string_view line = lines_.take();
    start_ = lines_.start();
    return line;
  }

  /// 5.1 Block quotes, at the margin, each line with its mark. A blank line must end one, since any
  /// other may go on lazily.
  bool read_quoted(std::string_view line) {
    const bool quoted = line.starts_with('>');
    if (!quoted && !is_blank(line)) return false;
    if (quoted != in_quote_) close_to(0);
    in_quote_ = quoted;
    return !quoted || read_line(without_mark(line));
  }

  /// A quoted line's text; it is what counts from now on.
  std::string_view without_mark(std::string_view line) {
    const std::size_t mark = line.starts_with("> ") ? 2 : 1;
    start_ += mark;
    return line.substr(mark);
  }

  /// False when the line is not certain.
  bool read_line(std::string_view line) {
    const std::size_t indent = run_of(' ', line);
    const std::string_view text = line.substr(indent);
    if (text.empty() || (has_controls_ && is_blank(text))) {
      paragraph_ = false;
      return true;
    }
    // 2.2 Tabs stand for blanks, and cmark takes other controls for blanks now and then.
    if (has_controls_ && std::ranges::any_of(text, is_control)) return false;
    std::size_t matched = 0;
    while (matched < open_.size() && open_[matched].indent <= indent) ++matched;
    std::size_t base = matched == 0 ? 0 : open_[matched - 1].indent;
    if (indent - base >= 4) return indented(text, matched);
    return is_letter(text[0]) ? words(matched) : block(text, indent, matched);
  }

  /// 4.4 Indented code, which cannot interrupt a paragraph.
  bool indented(std::string_view text, std::size_t matched) {
    if (!has_words(text)) return false;
    if (paragraph_) return go_on();
    close_to(matched);
    touch();
    return true;
  }

  /// False for what is blank to an item, though not to Markdown.
  static bool has_words(std::string_view text) { return text[0] != '>' || !has_only(text, " >"); }

  /// Text that can only be part of a paragraph.
  bool words(std::size_t matched) {
    if (paragraph_) return go_on();
    close_to(matched);
    paragraph_ = true;
    touch();
    return true;
  }

  bool block(std::string_view text, std::size_t indent, std::size_t matched) {
    switch (text[0]) {
      case '#':
        if (int level = heading_level(text); level > 0) return heading(text, level, matched);
        break;
      case '<':
        return text.starts_with("<!--") ? comment(text, matched) : html(text, matched);
      case '`':
      case '~':
        if (opens_fence(text)) return fence(text, matched);
        break;
      case '>':
        return false;
      default:
        if (is_underline(text) || is_break(text)) return thematic_break(text, matched);
        if (Marker marker = marker_of(text); marker.length > 0) {
          bool interrupts = paragraph_ && matched == open_.size();
          if (marker.is_one || !interrupts) return item(text, indent, marker.length, matched);
          if (text.size() == marker.length) return false;
        }
    }
    return (paragraph_ || is_plain_start(text)) && words(matched);
  }

  /// A further line of the open paragraph, however little it is indented (5.2, laziness).
  bool go_on() {
    if (first_paragraph_) blocks_[open_.back().block].paragraph_end = line_;
    touch();
    return true;
  }

  bool heading(std::string_view text, int level, std::size_t matched) {
    close_to(matched);
    touch();
    if (matched > 0 || in_quote_) return true;  // none of the document's
    const std::string_view title = title_of(text.substr(static_cast<std::size_t>(level)));
    if (has_inlines(title)) return false;
    Block& block = blocks_.emplace_back();
    block.first_line = block.last_line = line_;
    block.level = level;
    block.title = title;
    return true;
  }

  /// 4.6 HTML blocks, the second kind: it ends on the line that holds `-->`. cmark does not see it
  /// behind bytes that are no UTF-8: the line must be ASCII.
  bool comment(std::string_view text, std::size_t matched) {
    close_to(matched);
    touch();
    if (text.find("-->") != npos) return unicode::is_ascii(text);
    if (matched > 0 || in_quote_) return false;
    while (!lines_.done()) {
      const std::string_view line = take_line();
      if (line.find("-->") != npos) return unicode::is_ascii(line);
    }
    return true;
  }

  bool html(std::string_view text, std::size_t matched) {
    if (matched > 0 || in_quote_ || !opens_html(text)) return false;
    close_to(0);
    while (!lines_.done() && !is_blank(take_line())) continue;
    return true;
  }

  /// 4.5 Fenced code blocks: they end with a fence, or with the item or quote that they stand in.
  bool fence(std::string_view text, std::size_t matched) {
    const std::size_t length = run_of(text[0], text);
    const std::string_view info = text.substr(length);
    if (!is_certain_info(info)) return false;
    close_to(matched);
    touch();
    while (auto line = next_code_line()) {
      if (line->text.empty()) continue;
      if (!is_certain_code(line->text)) return false;
      touch();
      if (line->indent < margin() + 4 && closes_fence(line->text, text[0], length)) break;
    }
    return true;
  }

  struct CodeLine {
    std::size_t indent = 0;
    std::string_view text;  ///< empty when it is blank
  };

  /// The next line, when it stands in the open items and the quote.
  std::optional<CodeLine> next_code_line() {
    if (lines_.done()) return std::nullopt;
    std::string_view line = take_line();
    const bool outside = in_quote_ && !line.starts_with('>');
    if (in_quote_ && !outside) line = without_mark(line);
    if (!outside && is_blank(line)) return CodeLine{};
    const std::size_t indent = run_of(' ', line);
    if (!outside && indent >= margin()) return CodeLine{indent, line.substr(indent)};
    lines_.back_to(lines_.start());
    --line_;
    return std::nullopt;
  }

  /// In an item or a quote a tab would have to be counted in columns.
  bool is_certain_code(std::string_view text) const {
    if (open_.empty() && !in_quote_) return true;
    return has_words(text) && !(has_controls_ && std::ranges::any_of(text, is_control));
  }

  /// The column from which on lines belong to the innermost open item.
  std::size_t margin() const { return open_.empty() ? 0 : open_.back().indent; }

  /// After text such a line may make a heading of it (4.3); of one or two `-` it is something else.
  bool thematic_break(std::string_view text, std::size_t matched) {
    if (paragraph_ || !is_break(text)) return false;
    close_to(matched);
    touch();
    return true;
  }

  bool item(std::string_view text, std::size_t indent, std::size_t marker, std::size_t matched) {
    const std::size_t start = marker + run_of(' ', text.substr(marker));
    if (start == text.size() || start - marker > 4 || !is_plain_start(text.substr(start)))
      return false;
    close_to(matched);
    Block& block = blocks_.emplace_back();
    block.first_line = block.last_line = block.text_line = block.paragraph_end = line_;
    block.marker = offset(start_ + indent);
    block.text = offset(block.marker + start);
    if (!open_.empty()) block.parent = open_.back().block;
    block.outer = open_.empty() && !in_quote_;
    open_.push_back({indent + start, blocks_.size() - 1});
    paragraph_ = first_paragraph_ = true;
    touch();
    return true;
  }

  /// Ends the open paragraph, and the items that the line does not belong to.
  void close_to(std::size_t matched) {
    for (; open_.size() > matched; open_.pop_back()) {
      Block& block = blocks_[open_.back().block];
      block.last_line = std::max(block.last_line, touched_);
    }
    paragraph_ = first_paragraph_ = false;
  }

  /// The line belongs to all open items.
  void touch() { touched_ = line_; }

  LineCursor lines_;
  std::size_t start_ = 0;  ///< the byte where the line starts, behind its quote mark
  Offset line_;
  bool has_controls_;
  bool in_quote_ = false;
  std::vector<OpenItem> open_;
  Offset touched_ = 0;            ///< the last line that belongs to the open items
  bool paragraph_ = false;        ///< a paragraph is open, in the innermost open item
  bool first_paragraph_ = false;  ///< it is the one that this item starts with
  std::vector<Block> blocks_;
};

}  // namespace

std::optional<std::vector<Block>> skim_blocks(std::string_view bytes, BodyStart body) {
  return Skim(bytes, body).run();
}

void require_blocks(std::string_view bytes) {
  if (bytes.size() <= PieceSizes().whole || skim_blocks(bytes, body_start(bytes))) return;
  parse_blocks(Note(std::string(bytes)));
}

std::vector<Block> blocks_of(const Note& note) {
  auto skimmed = skim_blocks(note.bytes(), body_start(note.bytes()));
  return skimmed ? std::move(*skimmed) : parse_blocks(note);
}

std::vector<Block> blocks_up_to(const Note& note, std::size_t line) {
  // A blank line ends a paragraph, and what follows it changes nothing before it.
  const std::size_t blank = note.bytes().find("\n\n", note.end(line));
  const std::string_view before = note.bytes().substr(0, blank);
  auto skimmed = skim_blocks(before, body_start(note.bytes()));
  return skimmed ? std::move(*skimmed) : parse_blocks(note);
}

}  // namespace oneonone

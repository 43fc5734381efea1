// SPDX-License-Identifier: MIT
// Goes over the lines of a note once, with a stack of open list items. Whatever is not an everyday
// line ends it: a wrong answer is worse than a slow one. Numbers are sections of CommonMark 0.30.
#include <algorithm>
#include <array>

#include "text/blanks.hpp"
#include "text/blocks.hpp"

namespace oneonone {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_control(char c) {
  return c >= 0 && c < ' ';
}

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

/// True for what no block but a paragraph starts with.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0; });
}

bool has_only(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == npos;
}

/// 4.3 Setext headings: what makes a heading of the text above it.
bool is_underline(std::string_view text) {
  return (text[0] == '-' || text[0] == '=') && has_only(text, "-= ");
}

/// 4.1 Thematic breaks: three or more of one character, blanks between them.
bool is_break(std::string_view text) {
  if (std::string_view("-_*").find(text[0]) == npos) return false;
  const std::array<char, 2> allowed{text[0], ' '};
  return has_only(text, {allowed.data(), allowed.size()}) && std::ranges::count(text, text[0]) >= 3;
}

/// 4.2 ATX headings: the number of `#` when the text is one, else 0.
int heading_level(std::string_view text) {
  std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  bool heading = marks >= 1 && marks <= 6 && (marks == text.size() || text[marks] == ' ');
  return heading ? static_cast<int>(marks) : 0;
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
  std::string_view ends = digits == 0 ? "-+*" : ".)";
  if (digits > 9 || digits >= text.size() || ends.find(text[digits]) == npos) return marker;
  if (digits + 1 < text.size() && text[digits + 1] != ' ') return marker;
  marker.length = digits + 1;
  marker.is_one = digits == 0 || text.substr(0, digits) == "1";
  return marker;
}

bool opens_fence(std::string_view text) {
  return text.starts_with("```") || text.starts_with("~~~");
}

/// True when a paragraph that starts so may be, or hold, a link reference definition (4.7).
bool may_define_link(std::string_view text) {
  if (text[0] != '[') return false;
  std::size_t close = text.find(']');
  return close == npos || text.substr(0, close).find('\\') != npos ||
         text.substr(close + 1).starts_with(':');
}

/// True for the start of a paragraph, and of nothing else.
bool is_plain_start(std::string_view text) {
  if (text[0] == '<' || text[0] == '>' || opens_fence(text)) return false;
  return heading_level(text) == 0 && marker_of(text).length == 0 && !is_underline(text) &&
         !is_break(text) && !may_define_link(text);
}

class Skim {
 public:
  Skim(std::string_view bytes, BodyStart body)
      : bytes_(bytes),
        next_(body.offset),
        line_(body.line - 1),
        has_returns_(bytes.find('\r', body.offset) != npos),
        has_controls_(has_control(bytes.substr(body.offset))) {}

  std::optional<std::vector<Block>> run() {
    blocks_.reserve(16);
    while (next_ < bytes_.size()) {
      if (!read_line(take_line())) return std::nullopt;
    }
    return std::move(blocks_);
  }

 private:
  struct OpenItem {
    std::size_t indent;  ///< the column from which on lines belong to it
    std::size_t block;
  };

  std::string_view take_line() {
    ++line_;
    start_ = next_;
    std::size_t end = has_returns_ ? end_of_line(bytes_, start_) : bytes_.find('\n', start_);
    end = std::min(end, bytes_.size());
    next_ = end + (bytes_.substr(end, 2) == "\r\n" ? 2 : 1);
    return bytes_.substr(start_, end - start_);
  }

  /// False when the line is not certain.
  bool read_line(std::string_view line) {
    std::size_t indent = 0;
    while (indent < line.size() && line[indent] == ' ') ++indent;
    std::string_view text = line.substr(indent);
    if (has_only(text, " \t")) {
      paragraph_ = false;
      return true;
    }
    // 2.2 Tabs stand for blanks, and cmark takes other controls for blanks now and then.
    if (has_controls_ && std::ranges::any_of(text, is_control)) return false;
    std::size_t matched = 0;
    while (matched < open_.size() && open_[matched].indent <= indent) ++matched;
    std::size_t base = matched == 0 ? 0 : open_[matched - 1].indent;
    // 4.4 Indented code cannot interrupt a paragraph.
    if (indent - base >= 4) return paragraph_ && has_words(text) && go_on();
    return is_letter(text[0]) ? words(matched) : block(text, indent, matched);
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
    if (int level = heading_level(text); level > 0) return heading(text, level, matched);
    if (text.starts_with("<!--")) return comment(text, matched);
    if (opens_fence(text)) return fence(text, indent, matched);
    if (is_underline(text) || is_break(text)) return thematic_break(text, matched);
    Marker marker = marker_of(text);
    bool interrupts = paragraph_ && matched == open_.size();
    if (marker.length > 0 && (marker.is_one || !interrupts)) {
      return item(text, indent, marker.length, matched);
    }
    if (marker.length > 0 && text.size() == marker.length) return false;
    if (text[0] == '<' || text[0] == '>') return false;
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
    if (matched > 0) return true;  // part of an item: none of the document's
    std::string_view title = text.substr(static_cast<std::size_t>(level));
    title = title.substr(0, title.find_last_not_of(" \t") + 1);
    std::size_t closing = title.find_last_not_of('#') + 1;
    if (closing < title.size() && (closing == 0 || title[closing - 1] == ' ')) {
      title = title.substr(0, closing);
    }
    std::size_t first = title.find_first_not_of(" \t");
    title = first == npos ? "" : title.substr(first, title.find_last_not_of(" \t") + 1 - first);
    if (title.find_first_of("\\`*_[]<&") != npos) return false;  // 6 Inlines
    Block block;
    block.first_line = block.last_line = line_;
    block.level = level;
    block.title = title;
    blocks_.push_back(std::move(block));
    return true;
  }

  /// 4.6 HTML blocks, the second kind: it ends on the line that holds `-->`. cmark does not see it
  /// behind bytes that are no UTF-8: the line must be ASCII.
  bool comment(std::string_view text, std::size_t matched) {
    close_to(matched);
    touch();
    if (text.find("-->") != npos) return is_ascii(text);
    if (matched > 0) return false;
    while (next_ < bytes_.size()) {
      const std::string_view line = take_line();
      if (line.find("-->") != npos) return is_ascii(line);
    }
    return true;
  }

  /// 4.5 Fenced code blocks, at the margin.
  bool fence(std::string_view text, std::size_t indent, std::size_t matched) {
    std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
    std::string_view info = text.substr(length);
    bool plain = is_ascii(info) && info.find('`') == npos;
    if (indent > 0 || matched > 0 || !plain) return false;
    close_to(0);
    while (next_ < bytes_.size()) {
      const std::string_view line = take_line();
      std::size_t first = std::min(line.find_first_not_of(' '), line.size());
      std::size_t after = std::min(line.find_first_not_of(text[0], first), line.size());
      if (first < 4 && after - first >= length && has_only(line.substr(after), " \t")) break;
    }
    return true;
  }

  /// After text such a line may make a heading of it (4.3); of one or two `-` it is something else.
  bool thematic_break(std::string_view text, std::size_t matched) {
    if (paragraph_ || !is_break(text)) return false;
    close_to(matched);
    touch();
    return true;
  }

  bool item(std::string_view text, std::size_t indent, std::size_t marker, std::size_t matched) {
    std::size_t start = text.find_first_not_of(' ', marker);
    if (start == npos || start - marker > 4 || !is_plain_start(text.substr(start))) return false;
    close_to(matched);
    Block block;
    block.first_line = block.last_line = block.text_line = block.paragraph_end = line_;
    block.marker = start_ + indent;
    block.text = block.marker + start;
    if (!open_.empty()) block.parent = open_.back().block;
    block.outer = open_.empty();
    open_.push_back({indent + start, blocks_.size()});
    blocks_.push_back(std::move(block));
    paragraph_ = first_paragraph_ = true;
    touch();
    return true;
  }

  /// Ends the open paragraph, and the items that the line does not belong to.
  void close_to(std::size_t matched) {
    open_.resize(matched);
    paragraph_ = first_paragraph_ = false;
  }

  /// The line belongs to all open items.
  void touch() {
    for (const OpenItem& item : open_) blocks_[item.block].last_line = line_;
  }

  std::string_view bytes_;
  std::size_t start_ = 0, next_;  ///< the bytes of the line, and of the one after it
  std::size_t line_;
  bool has_returns_, has_controls_;
  std::vector<OpenItem> open_;
  bool paragraph_ = false;        ///< a paragraph is open, in the innermost open item
  bool first_paragraph_ = false;  ///< it is the one that this item starts with
  std::vector<Block> blocks_;
};

}  // namespace

std::optional<std::vector<Block>> skim_blocks(std::string_view bytes, BodyStart body) {
  return Skim(bytes, body).run();
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// Reads Mustache tags: which lines they take with them, which sections they open and close.
#include "text/template_nodes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "error.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

using Kind = TemplateNode::Kind;

Kind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return Kind::section;
    case '^':
      return Kind::inverted;
    case '/':
      return Kind::end;
    case '>':
      return Kind::partial;
    case '!':
      return Kind::comment;
    default:
      return Kind::variable;
  }
}

class Parser {
 public:
  explicit Parser(const TemplateSource& source) : source_(source), text_(source.text) {}

  std::vector<TemplateNode> parse() { return block(nullptr, 0); }

 private:
  std::vector<TemplateNode> block(const TemplateNode* section, int depth);
  std::optional<TemplateNode> next_tag(std::vector<TemplateNode>& before);
  TemplateNode read_tag(std::size_t open);
  std::size_t drop_own_line(std::size_t from, std::size_t open, TemplateNode& tag);
  void check_end(const TemplateNode& tag, const TemplateNode* section) const;
  void check_name(const TemplateNode& tag, std::string_view whole) const;
  std::size_t line_of(std::size_t offset);

  const TemplateSource& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0, line_ = 1;
};

/// Reads up to the end of `section`, or of the text.
std::vector<TemplateNode> Parser::block(const TemplateNode* section, int depth) {
  std::vector<TemplateNode> nodes;
  while (auto tag = next_tag(nodes)) {
    if (tag->kind == Kind::comment) continue;
    if (tag->kind == Kind::end) {
      check_end(*tag, section);
      return nodes;
    }
    if (tag->kind == Kind::section || tag->kind == Kind::inverted) {
      if (depth == max_template_depth)
        fail_in_template(source_, tag->line,
                         fmt::format("sections are nested over {} deep", max_template_depth),
                         "move the inner ones to a partial, or write fewer");
      tag->children = block(&*tag, depth + 1);
    }
    nodes.push_back(*std::move(tag));
  }
  if (section != nullptr)
    fail_in_template(source_, section->line,
                     fmt::format("section '{}' is not closed", section->text),
                     fmt::format("write {{{{/{}}}}} where it ends", section->text));
  return nodes;
}

/// The next tag; the text before it is added to `before`.
std::optional<TemplateNode> Parser::next_tag(std::vector<TemplateNode>& before) {
  const auto from = at_;
  const auto line = line_of(from);
  const auto open = text_.find("{{", from);
  std::optional<TemplateNode> tag;
  auto end = text_.size();
  if (open == std::string_view::npos) {
    at_ = end;
  } else {
    tag = read_tag(open);
    end = tag->kind == Kind::variable ? open : drop_own_line(from, open, *tag);
  }
  if (end > from) before.push_back({Kind::text, text_.substr(from, end - from), line, {}, {}});
  return tag;
}

TemplateNode Parser::read_tag(std::size_t open) {
  const auto line = line_of(open);
  const char sigil = open + 2 < text_.size() ? text_[open + 2] : '\0';
  const std::string_view closing = sigil == '{' ? "}}}" : "}}";
  const auto close = text_.find(closing, open + 2);
  const auto whole = text_.substr(open, close + closing.size() - open);
  const auto kind = kind_of(sigil);
  if (close == std::string_view::npos ||
      (kind != Kind::comment && whole.find('\n') != std::string_view::npos))
    fail_in_template(source_, line, "tag is not closed",
                     fmt::format("write {} in the same line", closing));
  at_ = close + closing.size();
  const bool bare = kind == Kind::variable && sigil != '{' && sigil != '&';
  const auto begin = open + (bare ? 2 : 3);
  TemplateNode tag{kind, trimmed(text_.substr(begin, close - begin)), line, {}, {}};
  if (kind != Kind::comment) check_name(tag, whole);
  return tag;
}

void Parser::check_name(const TemplateNode& tag, std::string_view whole) const {
  if (tag.text.starts_with('='))
    fail_in_template(source_, tag.line, "set-delimiter tags are not supported",
                     "write tags with {{ and }}");
  if (tag.text.empty() || tag.text.find_first_of(" \t\r{}<>$=#^/!&") != std::string_view::npos)
    fail_in_template(
        source_, tag.line, fmt::format("tag '{}' is not understood", whole),
        "a tag is {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>name}} or {{! comment }}");
}

void Parser::check_end(const TemplateNode& tag, const TemplateNode* section) const {
  if (section != nullptr && section->text == tag.text) return;
  fail_in_template(source_, tag.line, fmt::format("'{{{{/{}}}}}' closes no section", tag.text),
                   section == nullptr
                       ? "take it out, or write the section's start"
                       : fmt::format("open is '{}', from line {}", section->text, section->line));
}

/// Where the text from `from` to the tag ends. A tag alone on its line takes the whole line with
/// it.
std::size_t Parser::drop_own_line(std::size_t from, std::size_t open, TemplateNode& tag) {
  const auto newline = text_.substr(from, open - from).rfind('\n');
  const auto start = newline == std::string_view::npos ? from : from + newline + 1;
  if (start > 0 && text_[start - 1] != '\n') return open;
  const auto indent = text_.substr(start, open - start);
  auto next = std::min(text_.find_first_not_of(" \t", at_), text_.size());
  const auto rest = text_.substr(next);
  if (rest.starts_with("\r\n"))
    next += 2;
  else if (rest.starts_with('\n'))
    next += 1;
  else if (!rest.empty())
    return open;
  if (!trimmed(indent).empty()) return open;
  at_ = next;
  tag.indent = indent;
  return start;
}

std::size_t Parser::line_of(std::size_t offset) {
  const auto passed = text_.substr(counted_, offset - counted_);
  line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  counted_ = offset;
  return line_;
}

}  // namespace

std::vector<TemplateNode> parse_template(const TemplateSource& source) {
  return Parser(source).parse();
}

void fail_in_template(const TemplateSource& source, std::size_t line, std::string message,
                      std::string hint) {
  throw Error(Status::failed, std::move(message), fmt::format("{}:{}", source.name, line),
              std::move(hint));
}

}  // namespace oneonone

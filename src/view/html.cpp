// SPDX-License-Identifier: MIT
// Escapes text and puts elements together.
#include "view/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cmark_tree.hpp"
#include "unicode.hpp"

namespace oneonone::view {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : unicode::visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Elements that begin a line, so that a person can read the source.
bool begins_line(std::string_view tag) {
  constexpr std::array<std::string_view, 14> tags{"header", "nav", "main", "section", "footer",
                                                  "h1",     "h2",  "h3",   "p",       "div",
                                                  "table",  "tr",  "svg",  "li"};
  return std::ranges::find(tags, tag) != tags.end();
}

Attributes cell_attributes(const Grid& grid, std::size_t column, const Cell* cell) {
  std::string classes;
  if (grid.columns[column].align == Align::right) classes = "number";
  if (cell != nullptr && cell->style == Style::late) classes += classes.empty() ? "late" : " late";
  Attributes attributes;
  if (column == 0 || cell == nullptr) {
    attributes.emplace_back("scope", cell == nullptr ? "col" : "row");
  }
  if (!classes.empty()) attributes.emplace_back("class", classes);
  return attributes;
}

Markup head_of(const Grid& grid) {
  Markup titles;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    titles += element("th", cell_attributes(grid, i, nullptr), grid.columns[i].title);
  }
  return element("thead", {}, element("tr", {}, titles));
}

Markup body_of(const Grid& grid) {
  Markup rows;
  for (const GridRow& row : grid.rows) {
    Markup cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      cells += element(i == 0 ? "th" : "td", cell_attributes(grid, i, &cell), cell.text);
    }
    rows += element("tr", {}, cells);
  }
  return element("tbody", {}, rows);
}

}  // namespace

Markup words(std::string_view text) {
  return Markup(escaped(text));
}

Markup element(std::string_view tag, const Attributes& attributes, const Markup& content) {
  std::string html = begins_line(tag) ? "\n<" : "<";
  html += tag;
  for (const auto& [name, value] : attributes) {
    html.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
  }
  html.append(">").append(content.html()).append("</").append(tag).append(">");
  return Markup(std::move(html));
}

Markup element(std::string_view tag, const Attributes& attributes, std::string_view text) {
  return element(tag, attributes, words(text));
}

Markup element(std::string_view tag, std::string_view text) {
  return element(tag, {}, words(text));
}

Markup rendered(std::string_view markdown) {
  const std::string text = unicode::visible(markdown);
  const CmarkTree document(text, CmarkTree::no_limit);
  return Markup("\n" + std::string(cmark_render_html(document.root(), CMARK_OPT_DEFAULT)));
}

Markup table(std::string_view caption, const Grid& grid) {
  Markup content = element("caption", caption);
  content += head_of(grid);
  content += body_of(grid);
  return element("table", {}, content);
}

std::string html_document(std::string_view title, std::string_view style,
                          std::string_view style_hash, const Markup& body) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
{}
<title>{}</title>
<style>{}</style>
</head>
<body>{}
</body>
</html>
)",
                     style_hash, generator, escaped(title), style, body.html());
}

}  // namespace oneonone::view

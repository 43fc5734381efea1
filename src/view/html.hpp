// SPDX-License-Identifier: MIT
// HTML in which words can only be words: whatever is not Markup is escaped on its way in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "view/view.hpp"

namespace oneonone::view {

/// Names and values; the values are escaped.
using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// Well-formed pieces of a document. There is no way from a string to markup but `words`, which
/// escapes it, `rendered`, which is cmark in its safe mode, and `element`, whose tag and names are
/// the program's own.
class Markup {
 public:
  Markup() = default;

  Markup& operator+=(const Markup& more) {
    html_ += more.html_;
    return *this;
  }
  bool empty() const { return html_.empty(); }
  const std::string& html() const { return html_; }

 private:
  explicit Markup(std::string html) : html_(std::move(html)) {}
  friend Markup words(std::string_view text);
  friend Markup element(std::string_view tag, const Attributes& attributes, const Markup& content);
  friend Markup rendered(std::string_view markdown);

  std::string html_;
};

/// Text. Control characters, those of writing direction too, and bytes that are not UTF-8 are made
/// visible.
Markup words(std::string_view text);

/// `<tag name="value">content</tag>`, for any tag that is closed.
Markup element(std::string_view tag, const Attributes& attributes, const Markup& content);
/// The same around words.
Markup element(std::string_view tag, const Attributes& attributes, std::string_view text);
Markup element(std::string_view tag, std::string_view text);

/// Markdown that notes hold, as CommonMark's blocks and spans: raw HTML is left out, and so are
/// links that could run something.
Markup rendered(std::string_view markdown);

/// A grid as a table with a caption: the first cell of a row is its heading.
Markup table(std::string_view caption, const Grid& grid);

/// A whole document that holds all it needs and may load nothing: no script, no network, no style
/// but this one. `style` is CSS of the program's own and `style_hash` its SHA-256 in base64, which
/// the document's policy names.
std::string html_document(std::string_view title, std::string_view style,
                          std::string_view style_hash, const Markup& body);

/// The line near the start of a document by which `html_document` is known again.
inline constexpr std::string_view generator = R"(<meta name="generator" content="oneonone">)";

}  // namespace oneonone::view

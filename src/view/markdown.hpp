// SPDX-License-Identifier: MIT
// Text for a Markdown document that stays what it is: no markup, no HTML, no second line.
#pragma once

#include <string>
#include <string_view>

namespace oneonone::view {

/// The text on one line, for anywhere but a line's start: what could be markup is escaped, control
/// characters are made visible. Addresses stay as they are: a reader may make links of http and
/// https ones, and of no others.
std::string markdown_text(std::string_view text);

/// The text as inline code, whatever it holds.
std::string markdown_code(std::string_view text);

/// `<https://example.org/42>`, when nothing in the address could end it early; else as text.
std::string markdown_link(std::string_view address);

}  // namespace oneonone::view

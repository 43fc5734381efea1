// SPDX-License-Identifier: MIT
// A Mustache template as nodes: text, variables, sections, partials, each with its line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oneonone {

/// How deep sections may stand in sections, and partials in partials.
inline constexpr int max_template_depth = 32;

/// The template that a tag stands in; both must outlive its nodes.
struct TemplateSource {
  std::string_view text, name;
};

struct TemplateNode {
  enum class Kind { text, variable, section, inverted, end, partial, comment };

  Kind kind = Kind::text;
  std::string_view text;  ///< literal text, or the name in the tag
  std::size_t line = 0;
  std::string_view indent;  ///< what stands before a partial that has its line for itself
  std::vector<TemplateNode> children;
};

/// The nodes, without comments and ends; throws Error for a tag or section not closed or not
/// understood.
std::vector<TemplateNode> parse_template(const TemplateSource& source);

/// Throws Error{failed} with `where` as "NAME:LINE".
[[noreturn]] void fail_in_template(const TemplateSource& source, std::size_t line,
                                   std::string message, std::string hint);

}  // namespace oneonone

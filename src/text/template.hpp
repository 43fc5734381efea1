// SPDX-License-Identifier: MIT
// Strict Mustache for agenda templates: interpolation, sections, inverted sections, comments,
// partials (mustache(5), the published specification); no HTML escaping, no lambdas, no delimiters
// but the default ones.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace oneonone {

/// A template's data: nothing, text, a list, or named values. Empty text, nothing and an empty list
/// are false in sections.
struct Data {
  using Object = std::map<std::string, Data, std::less<>>;
  std::variant<std::monostate, bool, std::string, std::vector<Data>, Object> value;
};

/// Finds the text of a partial by name; nothing when there is none.
using Partials = std::function<std::optional<std::string>(std::string_view name)>;

/// Renders a template. Throws Error{failed} with `where` as "NAME:LINE" for an unknown variable
/// (the hint names those there are; one in a section over text that is empty today counts too), an
/// unknown partial, partials that include each other without end, a section not closed, a tag not
/// closed or not understood, a template that repeats too much, and output over 1 MiB. In a partial
/// NAME is the partial's.
std::string render_template(std::string_view text, std::string_view name, const Data& data,
                            const Partials& partials);

}  // namespace oneonone

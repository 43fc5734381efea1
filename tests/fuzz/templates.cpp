// SPDX-License-Identifier: MIT
// Templates of any bytes: text stays as it stands, values are not read again, errors name a line.
#include <algorithm>
#include <charconv>
#include <optional>

#include "error.hpp"
#include "fuzz/targets.hpp"
#include "text/template.hpp"

namespace oneonone::fuzz {
namespace {

Data text(const char* words) {
  return {std::string(words)};
}

const Data& data() {
  static const Data all{
      Data::Object{{"names", text("Alice & <Dana>")},
                   {"date", text("{{names}}")},
                   {"empty", text("")},
                   {"topics", {std::vector<Data>{text("one"), text("two")}}},
                   {"goals", {std::vector<Data>{{Data::Object{{"name", text("Lead")}}}}}}}};
  return all;
}

std::optional<std::string> partial(std::string_view name) {
  if (name == "head") return "# {{names}}\n";
  if (name == "again") return "{{#topics}}{{> again}}{{/topics}}";
  return std::nullopt;
}

std::size_t line_of(const std::string& where) {
  std::size_t line = 0;
  const std::size_t colon = where.rfind(':') + 1;
  std::from_chars(where.data() + colon, where.data() + where.size(), line);
  return line;
}

/// What is rendered; nothing when the template is refused at a line of it, or of a partial.
std::optional<std::string> rendered(std::string_view bytes) {
  try {
    std::string output = render_template(bytes, "t", data(), partial);
    if (is_wrong_on_purpose()) std::ranges::replace(output, '&', '+');
    return output;
  } catch (const Error& error) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1;
    const std::size_t line = line_of(error.where);
    require(line >= 1 && (line <= lines || !error.where.starts_with("t:")),
            "an error at no line: " + error.where);
    return std::nullopt;
  }
}

/// What stands around a template does not change what becomes of it.
void stands_alone(const std::string& lines) {
  const auto alone = rendered(lines);
  if (!alone) return;
  require(rendered("{{date}}, {{names}}\n" + lines) == "{{names}}, Alice & <Dana>\n" + *alone,
          "a value is not as it was given");
  require(rendered(lines + "{{! a comment }}\n") == alone, "a comment leaves something");
  // `.` is another thing in a section.
  if (lines.find('.') != std::string::npos) return;
  const auto twice = rendered("{{#topics}}\n" + lines + "{{/topics}}\n");
  if (twice) require(*twice == *alone + *alone, "a section for two is not what it holds, twice");
}

/// Two templates one below the other are what each of them is.
void halves(std::string_view bytes, const std::string& whole) {
  const std::size_t half = bytes.find('\n', bytes.size() / 2);
  if (half == std::string_view::npos) return;
  const auto top = rendered(bytes.substr(0, half + 1));
  const auto rest = rendered(bytes.substr(half + 1));
  if (top && rest) require(*top + *rest == whole, "two halves are not the whole");
}

}  // namespace

void templates(std::string_view bytes) {
  if (bytes.size() > 4096) return;
  const auto whole = rendered(bytes);
  if (bytes.find("{{") == std::string_view::npos) {
    require(whole == bytes, "text without tags is not as it stands");
  }
  if (!whole) return;
  halves(bytes, *whole);
  stands_alone(std::string(bytes) + "\n");
}

}  // namespace oneonone::fuzz

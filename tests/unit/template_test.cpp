// SPDX-License-Identifier: MIT
// Templates: what is refused and where, whose line a tag takes with it, partials, and the bounds.
#include "text/template.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

using namespace oneonone;

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

Data text(std::string value) {
  return {std::move(value)};
}
Data list(std::vector<Data> items) {
  return {std::move(items)};
}

Data an_agenda() {
  return {Data::Object{{"date", text("24 November 2026")},
                       {"last", text("")},
                       {"next", {}},
                       {"first", {true}},
                       {"wins", list({text("shipped"), text("hired")})},
                       {"goals", list({})},
                       {"alice", {Data::Object{{"name", text("Alice Ng")}}}}}};
}

std::string render(std::string_view source, const Texts& partials = {}) {
  return render_template(source, "weekly.md", an_agenda(),
                         [&](std::string_view name) -> std::optional<std::string> {
                           const auto found = partials.find(name);
                           if (found == partials.end()) return std::nullopt;
                           return found->second;
                         });
}

/// "PLACE: message (hint)" of the refusal.
std::string refusal(std::string_view source, const Texts& partials = {}) {
  try {
    return "rendered: " + render(source, partials);
  } catch (const Error& error) {
    CHECK(error.status == Status::failed);
    return error.where + ": " + error.message + " (" + error.hint + ")";
  }
}

/// The section in itself, `depth` times.
std::string nested(std::string_view name, int depth) {
  std::string open, close;
  for (int i = 0; i < depth; ++i) {
    open.append("{{#").append(name).append("}}");
    close.append("{{/").append(name).append("}}");
  }
  return open + close;
}

struct Case {
  std::string_view source, result;
};

}  // namespace

TEST_CASE("a variable is written as it is, whichever braces it has") {
  const Data data{Data::Object{{"x", text("<b> & \"{{y}}\"")}}};
  CHECK(render_template("{{x}} {{{x}}} {{& x }}", "t", data, nullptr) ==
        "<b> & \"{{y}}\" <b> & \"{{y}}\" <b> & \"{{y}}\"");
}

TEST_CASE("sections follow what is there") {
  const std::vector<Case> cases = {
      {"{{#last}}since {{last}}{{/last}}{{^last}}first time{{/last}}", "first time"},
      {"{{#date}}on {{.}}{{/date}}", "on 24 November 2026"},
      {"{{#wins}}{{.}};{{/wins}}", "shipped;hired;"},
      {"{{#goals}}{{.}}{{/goals}}{{^goals}}none{{/goals}}", "none"},
      {"{{#alice}}{{name}}, {{date}}{{/alice}}", "Alice Ng, 24 November 2026"},
      {"{{alice.name}} {{first}} [{{next}}]", "Alice Ng true []"},
      {"{{#wins}}{{#first}}{{.}}{{/first}}{{/wins}}", "truetrue"},
  };
  for (const auto& [source, result] : cases) CHECK(render(source) == result);
}

TEST_CASE("a tag alone on its line takes the line with it, a variable does not") {
  const std::vector<Case> cases = {
      {"a\n{{#date}}\nb\n{{/date}}\nc\n", "a\nb\nc\n"},
      {"a\n  {{^last}}\t\n  b\n\t{{/last}}  \nc\n", "a\n  b\nc\n"},
      {"a\r\n{{#date}}\r\nb\r\n{{/date}}\r\n", "a\r\nb\r\n"},
      {"a\n{{! one\ntwo }}\nb", "a\nb"},
      {"a {{! note }}\nb", "a \nb"},
      {"{{#last}}x{{/last}}\nb", "\nb"},
      {"{{#date}} {{/date}}\nb", " \nb"},
      {"a\n{{last}}\nb", "a\n\nb"},
      {"{{#date}}\nlast line\n{{/date}}", "last line\n"},
  };
  for (const auto& [source, result] : cases) CHECK(render(source) == result);
}

TEST_CASE("a partial alone on its line moves in with its tag, blank lines stay blank") {
  const Texts partials = {{"questions", "- one\n\n- {{date}}\n"}};
  CHECK(render("a\n  {{> questions }}\nb", partials) == "a\n  - one\n\n  - 24 November 2026\nb");
  CHECK(render("a {{>questions}}b", partials) == "a - one\n\n- 24 November 2026\nb");
}

TEST_CASE("a name that is nowhere is refused, with its line and the names there are") {
  const std::string known = "known here: alice, date, first, goals, last, next, wins";
  CHECK(refusal("# {{date}}\n\n{{dates}}\n") ==
        "weekly.md:3: unknown variable 'dates' (" + known + ")");
  CHECK(refusal("{{#win}}\n{{/win}}") == "weekly.md:1: unknown variable 'win' (" + known + ")");
  CHECK(refusal("\n{{^win}}{{/win}}") == "weekly.md:2: unknown variable 'win' (" + known + ")");
  CHECK(refusal("{{alice.nick}}") ==
        "weekly.md:1: unknown variable 'alice.nick' (known here: name)");
  CHECK(refusal("{{date.year}}") ==
        "weekly.md:1: unknown variable 'date.year' (there are no names here)");
  CHECK(refusal("{{wins}}") ==
        "weekly.md:1: 'wins' is not text (write a section: {{#wins}} … {{/wins}})");
}

TEST_CASE("a misspelt name is found in a section that has nothing to show today") {
  CHECK(refusal("{{#last}}\n{{lats}}\n{{/last}}")
            .starts_with("weekly.md:2: unknown variable 'lats'"));
  CHECK(refusal("{{^date}}\n{{lats}}\n{{/date}}")
            .starts_with("weekly.md:2: unknown variable 'lats'"));
  CHECK(render("{{#last}}{{date}}{{#wins}}{{.}}{{/wins}}{{/last}}").empty());
  // What a list's items are named is not known while there are none.
  CHECK(render("{{#goals}}{{title}}{{/goals}}").empty());
}

TEST_CASE("what is not understood is refused at its line") {
  const std::string_view tags =
      " (a tag is {{name}}, {{#name}}, {{^name}}, {{/name}}, {{>name}} or {{! comment }})";
  const std::vector<Case> cases = {
      {"\n{{=<% %>=}}",
       "weekly.md:2: set-delimiter tags are not supported (write tags with {{ and }})"},
      {"a\n{{date\n}}", "weekly.md:2: tag is not closed (write }} in the same line)"},
      {"{{{date}}", "weekly.md:1: tag is not closed (write }}} in the same line)"},
      {"{{", "weekly.md:1: tag is not closed (write }} in the same line)"},
      {"{{! for\never", "weekly.md:1: tag is not closed (write }} in the same line)"},
      {"\n\n{{#date}}\n",
       "weekly.md:3: section 'date' is not closed (write {{/date}} where it ends)"},
      {"{{/date}}",
       "weekly.md:1: '{{/date}}' closes no section (take it out, or write the section's start)"},
      {"{{#date}}\n{{/last}}",
       "weekly.md:2: '{{/last}}' closes no section (open is 'date', from line 1)"},
  };
  for (const auto& [source, result] : cases) CHECK(refusal(source) == result);
  for (const std::string tag : {"{{}}", "{{ }}", "{{two words}}", "{{#}}", "{{$block}}",
                                "{{<page}}", "{{ #date}}", "{{{{date}}}}"})
    CHECK(refusal(tag).find("' is not understood" + std::string(tags)) != std::string::npos);
}

TEST_CASE("what is wrong in a partial is reported there") {
  CHECK(refusal("a\n{{>questions}}", {{"questions", "x\n\n{{nothing}}"}})
            .starts_with("questions:3: unknown variable 'nothing'"));
  CHECK(refusal("a\n{{>question}}") ==
        "weekly.md:2: unknown partial 'question' (write that template, or take the tag out)");
  CHECK(refusal("{{#last}}{{>question}}{{/last}}").starts_with("weekly.md:1: unknown partial"));
}

TEST_CASE("a partial may include itself while there is something left to show") {
  const Data leaf{Data::Object{{"name", text("b")}, {"below", list({})}}};
  const Data tree{Data::Object{{"name", text("a")}, {"below", list({leaf, leaf})}}};
  const auto node = [](std::string_view) {
    return std::optional<std::string>("{{name}}({{#below}}{{>node}}{{/below}})");
  };
  CHECK(render_template("{{>node}}", "t", tree, node) == "a(b()b())");
  CHECK(refusal("{{>a}}", {{"a", "\n{{>b}}"}, {"b", "{{>a}}"}}) ==
        "b:1: partial 'a' is nested over 32 deep "
        "(a partial that includes itself needs a section that ends it)");
}

TEST_CASE("output, time and depth have an end") {
  const std::string mebibyte(std::size_t{1} << 20U, 'x');
  CHECK(render(mebibyte).size() == mebibyte.size());
  CHECK(refusal(mebibyte + "{{date}}\n") ==
        "weekly.md:1: output is over 1 MiB (an agenda is a page: repeat less)");

  CHECK(refusal(nested("date", 32)) == "rendered: ");
  CHECK(refusal(nested("date", 33)).starts_with("weekly.md:1: sections are nested over 32 deep"));
  CHECK(refusal(nested("wins", 30)).starts_with("weekly.md:1: template takes too long"));
  CHECK(refusal(std::string(300'000, ' ') + "{{>lines}}", {{"lines", "a\nb\n"}})
            .starts_with("weekly.md:1: template takes too long"));
}

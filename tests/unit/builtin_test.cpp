// SPDX-License-Identifier: MIT
// The embedded templates: each renders with the documented variables and makes a note worth
// opening.
#include "text/builtin.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "text/front_matter.hpp"
#include "text/note.hpp"
#include "text/template.hpp"

using namespace oneonone;

namespace {

Data a_meeting(std::string carried, std::string topics, std::string wins = "") {
  return {Data::Object{{"people", {"alice and dana"}},
                       {"names", {"Alice Ng and Dana Lee"}},
                       {"date", {"24 November 2026"}},
                       {"weekday", {"Tuesday"}},
                       {"last", {""}},
                       {"next", {""}},
                       {"report", {"alice"}},
                       {"report_name", {"Alice Ng"}},
                       {"carried", {std::move(carried)}},
                       {"topics", {std::move(topics)}},
                       {"wins", {std::move(wins)}},
                       {"asks", {""}},
                       {"goals", {""}},
                       {"question", {"What else?"}}}};
}

/// The note's body without its front matter.
std::string body(const Builtin& builtin, const Data& data) {
  const auto text = render_template(builtin.text, builtin.name, data, nullptr);
  return text.substr(body_offset(text));
}

const Builtin& named(std::string_view name) {
  const auto& all = builtin_templates();
  return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("the built-in templates are sorted by name and say what they are for") {
  const auto& all = builtin_templates();
  REQUIRE(all.size() >= 3);
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  for (const auto& builtin : all) {
    const auto front_matter = read_front_matter(Note(std::string(builtin.text)));
    CHECK_FALSE(front_matter.problem);
    CHECK(front_matter.text("name") == builtin.name);
    CHECK(front_matter.text("summary"));
    CHECK(front_matter.text("for"));
  }
}

TEST_CASE("a built-in template brings no items and no blank stretches of its own") {
  for (const auto& builtin : builtin_templates()) {
    const auto empty = body(builtin, a_meeting("", ""));
    CHECK(empty.starts_with("# Alice Ng and Dana Lee, 24 November 2026"));
    CHECK_FALSE(holds(empty, "[ ]"));
    CHECK_FALSE(holds(empty, "Carried forward"));
    CHECK_FALSE(holds(empty, "\n\n\n"));
    CHECK_FALSE(holds(empty, "{{"));
    CHECK(empty.ends_with("-->\n"));
  }
}

TEST_CASE("what is carried comes first, talking points stand under their heading") {
  for (const auto& builtin : builtin_templates()) {
    const auto full = body(builtin, a_meeting("- [ ] @dana Packet ^k7m2q\n", "- [ ] Staffing\n"));
    CHECK(holds(full, "\n\n## Carried forward\n- [ ] @dana Packet ^k7m2q\n\n"));
    CHECK(holds(full, "\n\n## Topics\n- [ ] Staffing\n\n## "));
    CHECK_FALSE(holds(full, "\n\n\n"));
  }
}

TEST_CASE("a template that asks for wins has a place for those that were written down before") {
  int with_wins = 0;
  for (const auto& builtin : builtin_templates()) {
    if (!holds(builtin.text, "\n## Wins\n")) continue;
    ++with_wins;
    const auto full = body(builtin, a_meeting("", "", "- Builds are faster ^n4f6r\n"));
    CHECK(holds(full, "\n- Builds are faster ^n4f6r\n\n## "));
    CHECK_FALSE(holds(full, "\n\n\n"));
  }
  CHECK(with_wins == 4);
}

TEST_CASE("a template that asks what is stuck keeps asks in their place, and numbers below goals") {
  int with_asks = 0;
  int with_goals = 0;
  Data full = a_meeting("", "");
  auto& values = std::get<Data::Object>(full.value);
  values["asks"] = {"- [ ] @dana Ask: budget ^h6z4k\n"};
  values["goals"] = {"- calls: ?\n"};
  for (const auto& builtin : builtin_templates()) {
    const auto text = body(builtin, full);
    const bool asks = holds(text, "\n- [ ] @dana Ask: budget ^h6z4k\n\n## ");
    CHECK(asks == holds(builtin.text, "\n## Blockers and asks\n"));
    with_asks += asks ? 1 : 0;
    with_goals += holds(text, "\n- calls: ?\n\n## ") ? 1 : 0;
    CHECK_FALSE(holds(text, "\n\n\n"));
  }
  CHECK(with_asks == 3);
  CHECK(with_goals == 3);
}

TEST_CASE("a first weekly note fits one screen") {
  // 25 lines with the five of the front matter: people, date, template and the fences.
  const auto weekly = body(named("weekly"), a_meeting("", ""));
  CHECK(std::count(weekly.begin(), weekly.end(), '\n') <= 20);
}

TEST_CASE("the short template has three headings") {
  const auto text = body(named("short"), a_meeting("", ""));
  CHECK(holds(text, "## Topics\n<!--"));
  std::size_t headings = 0;
  for (auto at = text.find("\n## "); at != std::string::npos; at = text.find("\n## ", at + 1))
    ++headings;
  CHECK(headings == 3);
}

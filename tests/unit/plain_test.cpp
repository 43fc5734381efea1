// SPDX-License-Identifier: MIT
// Screens, as a person sees them.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unicode.hpp"
#include "view/view.hpp"

using namespace oneonone;
using namespace oneonone::view;

namespace {

std::string shown(const View& view, int columns, bool colour) {
  std::string text;
  render(view, columns, colour, [&text](std::string_view piece) { text += piece; });
  return text;
}

GridRow heading(std::string text) {
  return {{}, std::move(text)};
}

GridRow action(const char* id, const char* person, const char* text, const char* since,
               const char* carries, const char* due, Style style = Style::plain) {
  return {{{id}, {person}, {text}, {since}, {carries}, {due, style}}, {}};
}

/// The open actions of the look, with the columns that `actions` has.
Grid actions() {
  return {
      {{"", Align::left, false},
       {"", Align::left, false},
       {"", Align::left, true},
       {"since", Align::right, false},
       {"  ×", Align::right, false},
       {"due", Align::left, false}},
      {heading("I owe"),
       action("r6k3v", "bob", "Answer: can he lead the payments spike in January", "6 Oct", "5",
              "18 days late", Style::late),
       action("k7m2q", "alice", "Send the promotion packet to the committee", "27 Oct", "3",
              "4 days late", Style::late),
       action("c9t5b", "maya", "Headcount plan, second version", "20 Nov", "", "Fri 27 Nov"),
       action("h6z4k", "alice", "Ask: conference budget, 900 EUR", "20 Nov", "", "Tue 1 Dec"),
       action("p4d8t", "alice", "Introduce Alice to Priya on the data team", "3 Nov", "2", ""),
       heading("Owed to me"),
       action("g2w7n", "chen", "Runbook for the Friday deploy", "4 Nov", "2", "yesterday"),
       action("m3x9w", "alice", "Draft the RFC for the retry queue", "17 Nov", "", "Fri 27 Nov"),
       action("v8d4h", "maya", "Ask: decide on the second backend role", "23 Oct", "4",
              "32 days open"),
       heading("Nobody's yet"),
       action("f8t2j", "elif", "Find out who owns the old dashboard", "19 Nov", "", "")},
      2};
}

}  // namespace

TEST_CASE("rows of a long list are packed, and shown like others") {
  const Grid whole = actions();
  Grid later = actions();
  later.rows.clear();
  PackedRows packed;
  std::vector<PackedRow> rows;
  for (const GridRow& row : whole.rows) {
    rows.push_back({&packed, packed.begin_row(), row.heading, row.runs_on});
    for (const Cell& cell : row.cells) packed.add(cell);
  }
  later.later_rows = rows.size();
  later.later_widths = packed.widths();
  later.later_row = [&rows](std::size_t index) { return rows[index]; };
  for (const int columns : {0, 60}) {
    CHECK(shown({later}, columns, true) == shown({whole}, columns, true));
  }
}

TEST_CASE("actions look as in the look, at 80 columns") {
  CHECK("\n" + shown({actions()}, 80, false) == R"(
I owe                                                  since    ×  due
  r6k3v  bob    Answer: can he lead the payments sp…   6 Oct    5  18 days late
  k7m2q  alice  Send the promotion packet to the co…  27 Oct    3  4 days late
  c9t5b  maya   Headcount plan, second version        20 Nov       Fri 27 Nov
  h6z4k  alice  Ask: conference budget, 900 EUR       20 Nov       Tue 1 Dec
  p4d8t  alice  Introduce Alice to Priya on the dat…   3 Nov    2
Owed to me
  g2w7n  chen   Runbook for the Friday deploy          4 Nov    2  yesterday
  m3x9w  alice  Draft the RFC for the retry queue     17 Nov       Fri 27 Nov
  v8d4h  maya   Ask: decide on the second backend r…  23 Oct    4  32 days open
Nobody's yet
  f8t2j  elif   Find out who owns the old dashboard   19 Nov
)");
}

TEST_CASE("a grid is as wide as its text where there is room") {
  const std::string wide = shown({actions()}, 120, false);
  CHECK(wide.find("payments spike in January   6 Oct    5  18 days late\n") != std::string::npos);
  CHECK(wide == shown({actions()}, 0, false));
}

TEST_CASE("no line of a grid fills the terminal or ends in a blank") {
  for (int columns = 52; columns < 130; ++columns) {
    CAPTURE(columns);
    std::string_view rest;
    const std::string text = shown({actions()}, columns, false);
    for (rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      CHECK(unicode::width(line) < columns);
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("the column that gives way keeps eight columns on the narrowest terminal") {
  const Grid grid{{{"", Align::left, true}, {"", Align::left, false}},
                  {{{{"a long text"}, {"kept whole"}}, {}}, {{{"short"}, {"too"}}, {}}},
                  0};
  CHECK(shown({grid}, 10, false) == "a long …  kept whole\nshort     too\n");
}

TEST_CASE("titles have a line of their own where no heading comes first") {
  const Grid grid{{{"Tue 24 Nov", Align::left, false}, {"I owe", Align::right, false}},
                  {{{{"Bob Ito"}, {"1"}}, {}}, heading("Later"), {{{"Inês Duarte"}, {}}, {}}},
                  0};
  CHECK("\n" + shown({grid}, 80, false) == R"(
Tue 24 Nov   I owe
Bob Ito          1
Later
Inês Duarte
)");
}

TEST_CASE("a row that runs on takes the room of the columns after it, and makes none wider") {
  Grid grid = {{{"", Align::left, false}, {"", Align::left, true}, {"due", Align::left, false}},
               {{{{"k7m2q"}, {"Send the packet"}, {"4 days late"}}, {}},
                {{{}, {"  18 Nov: the office wants the quotes in first"}}, {}, true}},
               0};
  CHECK("\n" + shown({grid}, 41, false) == R"(
                        due
k7m2q  Send the packet  4 days late
         18 Nov: the office wants the q…
)");
  CHECK("\n" + shown({grid}, 0, false) == R"(
                        due
k7m2q  Send the packet  4 days late
         18 Nov: the office wants the quotes in first
)");
}

TEST_CASE("a heading too long for the titles' line comes after it") {
  const Grid grid{{{"", Align::left, false}, {"due", Align::left, false}},
                  {heading("A long heading"), {{{"k7m2q"}, {"today"}}, {}}},
                  2};
  CHECK("\n" + shown({grid}, 80, false) == R"(
         due
A long heading
  k7m2q  today
)");
}

TEST_CASE("an empty column without a title vanishes, with a title it stays") {
  const Grid grid{{{"", Align::left, false}, {"", Align::left, false}, {"×", Align::left, false}},
                  {{{{"a"}, {""}, {""}}, {}}, {{{"b"}, {}, {"2"}}, {}}},
                  0};
  CHECK(shown({grid}, 80, false) == "   ×\na\nb  2\n");
}

TEST_CASE("rows may have fewer cells than columns, or none") {
  const Grid grid{{{"", Align::left, false}, {"", Align::right, false}},
                  {{{{"a"}, {"10"}, {"not shown"}}, {}}, {}, {{{"b"}}, {}}, {{{""}, {"7"}}, {}}},
                  0};
  CHECK(shown({grid}, 80, false) == "a  10\n\nb\n    7\n");
  CHECK(shown({Grid{}}, 80, false).empty());
}

TEST_CASE("columns line up whatever the script") {
  const Grid grid{{{"", Align::left, false}, {"", Align::left, false}},
                  {{{{"日本"}, {"a"}}, {}},
                   {{{"Ine\u0302s"}, {"b"}}, {}},
                   {{{"👩‍👩‍👧 ❤️"}, {"c"}}, {}},
                   {{{"🇪🇸"}, {"d"}}, {}},
                   {{{"x"}, {"e"}}, {}}},
                  0};
  CHECK("\n" + shown({grid}, 80, false) ==
        "\n"
        "日本   a\n"
        "Ine\u0302s   b\n"
        "👩‍👩‍👧 ❤️  c\n"
        "🇪🇸     d\n"
        "x      e\n");
}

TEST_CASE("colour stands around the words, never around blanks") {
  const Grid grid{{{"", Align::left, false}, {"due", Align::right, false}},
                  {heading("I"),
                   {{{"a", Style::strong}, {"4 days late", Style::late}}, {}},
                   {{{"b", Style::dim}, {"held", Style::good}}, {}}},
                  0};
  CHECK(shown({grid}, 80, true) ==
        "\x1b[1mI\x1b[0m          \x1b[2mdue\x1b[0m\n"
        "\x1b[1ma\x1b[0m  \x1b[31m4 days late\x1b[0m\n"
        "\x1b[2mb\x1b[0m         \x1b[32mheld\x1b[0m\n");
  CHECK(shown({grid}, 80, false) == "I          due\na  4 days late\nb         held\n");
}

TEST_CASE("text is printed as it is and ends with a newline") {
  CHECK(shown({Text{"one\ntwo"}}, 3, false) == "one\ntwo\n");
  CHECK(shown({Text{"a line that is never cut\n"}}, 3, false) == "a line that is never cut\n");
  CHECK(shown({Text{"a"}, Text{""}, Text{"b"}}, 80, false) == "a\n\nb\n");
  CHECK(shown({Text{"one\n\ntwo", Style::dim}}, 80, true) ==
        "\x1b[2mone\x1b[0m\n\n\x1b[2mtwo\x1b[0m\n");
  CHECK(shown({}, 80, true).empty());
}

TEST_CASE("what a note says does not steer the terminal") {
  const Grid grid{{{"", Align::left, false}, {"", Align::left, false}},
                  {{{{"\x1b[2Jgone"}, {"two\nlines\tand a tab"}}, {}}, heading("h\u202e")},
                  0};
  CHECK(shown({grid}, 80, false) == "\\x1b[2Jgone  two lines and a tab\nh\\u202e\n");
  CHECK(shown({Text{"\x1b]8;;x\x07\xff"}}, 80, false) == "\\x1b]8;;x\\x07\\xff\n");
}

TEST_CASE("a column that may go is left out before another is cut") {
  Grid grid;
  grid.columns = {{"", Align::left, true}, {"mood"}, {"", Align::left, false, 0, true}};
  grid.rows = {{{{"Maya Roth"}, {"4 3 4"}, {"my manager"}}, {}},
               {{{"Bob Ito"}, {"4 4"}, {""}}, {}}};
  CHECK("\n" + shown({grid}, 29, false) == R"(
           mood
Maya Roth  4 3 4  my manager
Bob Ito    4 4
)");
  CHECK("\n" + shown({grid}, 28, false) == R"(
           mood
Maya Roth  4 3 4
Bob Ito    4 4
)");
  CHECK("\n" + shown({grid}, 16, false) == R"(
          mood
Maya Ro…  4 3 4
Bob Ito   4 4
)");
}

TEST_CASE("long output comes in pieces of whole lines") {
  Grid grid;
  grid.columns = {{"words", Align::left, false}};
  grid.rows.resize(5000, {{{"a line of some length, so that there is more than one piece"}}, {}});
  std::vector<std::string> pieces;
  render({grid, Text{"end"}}, 80, false,
         [&pieces](std::string_view piece) { pieces.emplace_back(piece); });
  REQUIRE(pieces.size() > 2);
  std::string text;
  for (const std::string& piece : pieces) {
    CHECK(piece.ends_with('\n'));
    CHECK(piece.size() < std::size_t{65} * 1024);
    text += piece;
  }
  CHECK(text == shown({grid, Text{"end"}}, 80, false));
  CHECK(text.ends_with("piece\nend\n"));
}

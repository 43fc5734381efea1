// SPDX-License-Identifier: MIT
// What words and expressions find, beside a twin that goes letter by letter.
#include "core/search.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "error.hpp"
#include "support/dice.hpp"
#include "unicode.hpp"

using namespace oneonone;

namespace {

/// What was found in each line, `line:the bytes found`.
std::vector<std::string> found(const Pattern& pattern, const std::string& text) {
  const Note note(text);
  std::vector<std::string> all;
  for (const LineHit& hit : pattern.lines_in(note, 1)) {
    all.push_back(std::to_string(hit.line) + ":" +
                  std::string(note.line(hit.line).substr(hit.from, hit.to - hit.from)));
  }
  return all;
}

std::vector<std::string> words(std::string_view text, const std::string& note,
                               Letters letters = Letters::folded) {
  return found(Pattern::words(text, letters), note);
}
std::vector<std::string> regex(std::string_view text, const std::string& note,
                               Letters letters = Letters::folded) {
  return found(Pattern::regex(text, letters), note);
}

using Lines = std::vector<std::string>;

/// What a user would say a hit is, one letter at a time and without a shortcut.
bool twin_finds(const std::vector<std::string>& wanted, std::string_view line) {
  const std::string folded = unicode::fold(line);
  for (const std::string& word : wanted) {
    const std::string plain = unicode::fold(word);
    bool here = false;
    for (std::size_t at = 0; at + plain.size() <= folded.size(); ++at) {
      here = here || folded.compare(at, plain.size(), plain) == 0;
    }
    if (!here) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a line must hold every word; words in quotes stand together") {
  const std::string note = "the retry queue\na queue to retry\nretry\n";
  CHECK(words("retry queue", note) == Lines{"1:retry", "2:retry"});
  CHECK(words("\"retry queue\"", note) == Lines{"1:retry queue"});
  CHECK(words(" \"retry  queue\" ", note).empty());
  CHECK(words("ret \"queue\"", note) == Lines{"1:ret", "2:ret"});
  CHECK(words("5\"", "a 5\" screen\n") == Lines{"1:5\""});
}

TEST_CASE("case and accents are folded unless they count, and the hit is the line's own letters") {
  const std::string note = "Ask Ine\u0302s Größe\nINES\nines\n";
  CHECK(words("inês", note) == Lines{"1:Ine\u0302s", "2:INES", "3:ines"});
  CHECK(words("GROSSE", note) == Lines{"1:Größe"});
  CHECK(words("ines", note, Letters::exact) == Lines{"3:ines"});
  CHECK(words("æ ł", "Łódź, encyclopaedia\n") == Lines{"1:ae"});
}

TEST_CASE("lines end where notes have them end, and bytes that are not UTF-8 stay apart") {
  CHECK(words("b", "a\rB\r\nb") == Lines{"2:B", "3:b"});
  CHECK(words("caf", "CAF\xc9\nne\u0301 caf\xff\n") == Lines{"1:CAF", "2:caf"});
  CHECK(words("ne", "CAF\xc9\nNe\u0301\n") == Lines{"2:Ne\u0301"});
}

TEST_CASE("an expression is one of Perl's, over single lines, folded like words") {
  const std::string note = "costs 900 EUR\nInês\nstaff  role #career\n";
  CHECK(regex(R"(\d+ eur)", note) == Lines{"1:900 EUR"});
  CHECK(regex("^INÊS$", note) == Lines{"2:Inês"});
  CHECK(regex(R"(\bin[eê]s\b)", note) == Lines{"2:Inês"});
  CHECK(regex(R"(staff\W+role)", note) == Lines{"3:staff  role"});
  CHECK(regex(R"((?<=#)\w+)", note) == Lines{"3:career"});
  CHECK(regex("x*", "a\n\n") == Lines{"1:", "2:"});
  CHECK(regex("eur", note, Letters::exact).empty());
  CHECK(regex("Inês", note, Letters::exact) == Lines{"2:Inês"});
  CHECK(regex(".", "\xff\n\xc9t\n") == Lines{"2:t"});
  CHECK(regex("a\\s+b", "a\nb\n").empty());
}

TEST_CASE("what cannot be searched for is an error that says so") {
  CHECK_THROWS_AS(Pattern::words("  ", Letters::folded), Error);
  CHECK_THROWS_AS(Pattern::words("\"\"", Letters::folded), Error);
  CHECK_THROWS_AS(Pattern::words("\u0301", Letters::folded), Error);
  CHECK_THROWS_AS(Pattern::regex("", Letters::folded), Error);
  CHECK_THROWS_AS(Pattern::regex("(", Letters::exact), Error);
  CHECK_THROWS_AS(Pattern::regex("\xff", Letters::exact), Error);
}

TEST_CASE("no expression takes longer than its steps") {
  const std::string line(3000, 'a');
  CHECK_THROWS_AS(regex("(a+)+[bc]$", line), Error);
  CHECK_THROWS_AS(regex("(?:a|aa)+[bc]", line), Error);
  CHECK_THROWS_AS(regex("(?R)?a", line), Error);
  CHECK(regex("a+", line).size() == 1);
}

TEST_CASE("words are found where a plain twin finds them") {
  testing::Dice dice(2026);
  const std::vector<std::string> pieces{"a",      "b",  "A",  "é",  "e\u0301", "ß", "ss", "Æ",
                                        "\u0301", " ",  "\n", "日", "Ж",       "ж", "ﬁ",  "fi",
                                        "\u00ad", "한", "I",  "ı",  "\xff",    "\r"};
  auto some = [&](std::size_t most) {
    std::string text;
    for (std::size_t left = 1 + dice.below(most); left > 0; --left) text += dice.pick(pieces);
    return text;
  };
  int hits = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = some(24);
    std::vector<std::string> wanted;
    std::string typed;
    for (std::size_t left = 1 + dice.below(2); left > 0; --left) {
      std::string word = some(2);
      std::erase_if(word, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
      if (unicode::fold(word).empty()) continue;
      typed += word + ' ';
      wanted.push_back(word);
    }
    if (wanted.empty()) continue;
    const Pattern pattern = Pattern::words(typed, Letters::folded);
    const Note note(text);
    std::vector<std::size_t> expected;
    for (std::size_t line = 1; line <= note.lines(); ++line) {
      if (twin_finds(wanted, note.line(line))) expected.push_back(line);
    }
    std::vector<std::size_t> actual;
    for (const LineHit& hit : pattern.lines_in(note, 1)) {
      actual.push_back(hit.line);
      CHECK(hit.from <= hit.to);
      CHECK(hit.to <= note.line(hit.line).size());
    }
    INFO("'", typed, "' in '", text, "'");
    CHECK(actual == expected);
    if (!expected.empty()) {
      CHECK(pattern.may_match(text));
      ++hits;
    }
  }
  CHECK(hits > 1000);
}

TEST_CASE("an excerpt shows the hit, whatever the width") {
  const std::string line = "  one two three four five six seven eight nine ten  ";
  auto around = [&](std::string_view word, int columns) {
    const std::size_t from = line.find(word);
    return excerpt(line, {1, from, from + word.size()}, columns);
  };
  CHECK(around("five", 100) == "one two three four five six seven eight nine ten");
  CHECK(around("two", 20) == "one two three four …");
  CHECK(around("six", 20) == "…five six seven eig…");
  CHECK(around("ten", 20) == "…nine ten");
  CHECK(excerpt("", {1, 0, 0}, 20).empty());
  CHECK(excerpt("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", {1, 25, 28}, 10) == "…aaaaa");
  // Less than nothing is left of a line with a long id.
  CHECK(excerpt("aaaa", {1, 0, 1}, -3) != "aaaa");
}

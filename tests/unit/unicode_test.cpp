// SPDX-License-Identifier: MIT
// What unicode promises about letters, widths and control characters.
#include "unicode.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "support/dice.hpp"

using namespace oneonone;
using namespace std::string_literals;

TEST_CASE("the printable ASCII that a text begins with ends at the first other byte") {
  for (std::size_t length = 0; length < 20; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(length, '~');
        text[at] = static_cast<char>(byte);
        const bool printable = byte >= ' ' && byte <= '~';
        CAPTURE(byte);
        CHECK_EQ(unicode::printable_prefix(text), printable ? length : at);
      }
    }
  }
}

TEST_CASE("well-formed UTF-8 is told from bytes that are not") {
  for (const std::string_view good :
       {"", "plain", "é", "日本", "👩‍👩‍👧", "a long line of ascii, then é"}) {
    CAPTURE(good);
    CHECK(unicode::valid(good));
  }
  for (const std::string_view bad :
       {"\xff", "caf\xe9", "\xc3", "\xe6\x97", "\xed\xa0\x80",  // surrogate
        "\xc0\xaf", "\xf4\x90\x80\x80", "eight chars, then \x80"}) {
    CAPTURE(bad);
    CHECK_FALSE(unicode::valid(bad));
  }
}

TEST_CASE("a letter and its accent become one letter in normal form C") {
  CHECK(unicode::nfc("e\u0301") == "\u00e9");
  CHECK(unicode::nfc("plain") == "plain");
  CHECK(unicode::nfc("e\u0301\xff") == "e\u0301\xff");
  CHECK(unicode::nfc("a\0e\u0301"s) == "a\0\u00e9"s);
}

TEST_CASE("case and accents do not matter when words are compared") {
  struct Row {
    std::string_view text, folded;
  };
  for (const auto& [text, folded] : {Row{"Inês", "ines"},
                                     {"INE\u0302S", "ines"},
                                     {"José Ñandú", "jose nandu"},
                                     {"Łukasz", "lukasz"},
                                     {"Søren Ærø", "soren aero"},
                                     {"Straße", "strasse"},
                                     {"Işıl", "isil"},
                                     {"ΑΛΈΞΗΣ", "αλεξησ"},
                                     {"Анна", "анна"},
                                     {"ＡＢＣ", "abc"},
                                     {"日本", "日本"},
                                     {"", ""}}) {
    CHECK(unicode::fold(text) == folded);
    CHECK(unicode::fold(folded) == folded);
  }
}

TEST_CASE("vowel signs are letters: names that differ in them stay apart") {
  CHECK(unicode::fold("राम") != unicode::fold("रमा"));
  CHECK(unicode::fold("かな") != unicode::fold("がな"));
}

TEST_CASE("letters fold alike whatever stands beside them") {
  // A Thai letter turns the whole run to the rules that sort marks.
  testing::Dice dice(4);
  for (int round = 0; round < 20000; ++round) {
    std::string run;
    for (std::size_t left = 1 + dice.below(4); left > 0; --left) {
      const std::size_t code = 0x80 + dice.below(0x800 - 0x80);
      run += static_cast<char>(0xC0U | (code >> 6U));
      run += static_cast<char>(0x80U | (code & 0x3FU));
    }
    INFO(run);
    CHECK(unicode::fold("A" + run + "\u0e01") == "a" + unicode::fold(run) + "\u0e01");
  }
}

TEST_CASE("bytes that are not UTF-8 fold one by one") {
  CHECK(unicode::fold("CAF\xc9") == "caf\xc9");
  CHECK(unicode::fold("\xff\xfe") == "\xff\xfe");
}

TEST_CASE("width is what a terminal shows, a grapheme cluster at a time") {
  struct Row {
    std::string_view text;
    int width;
  };
  for (const auto& [text, width] : {Row{"", 0},
                                    {"Ask: budget", 11},
                                    {"é", 1},
                                    {"e\u0301", 1},
                                    {"日本", 4},
                                    {"한글", 4},
                                    {"\u1112\u1161\u11ab", 2},
                                    {"👩‍👩‍👧", 2},
                                    {"👍🏽", 2},
                                    {"👍", 2},
                                    {"❤️", 2},
                                    {"❤", 1},
                                    {"1\ufe0f\u20e3", 2},
                                    {"a\ufe0f", 1},
                                    {"🇪🇸", 2},
                                    {"🇪🇸🇵🇹", 4},
                                    {"…×▅", 3},
                                    {"שלום", 4},
                                    {"a\xffz", 3},
                                    {"👩‍👩‍👧 and ❤️", 9}}) {
    CAPTURE(text);
    CHECK(unicode::width(text) == width);
  }
}

TEST_CASE("text is cut between clusters and says so") {
  CHECK(unicode::truncate("retry queue", 11) == "retry queue");
  CHECK(unicode::truncate("retry queue", 10) == "retry que…");
  CHECK(unicode::truncate("retry queue", 1) == "…");
  CHECK(unicode::truncate("retry queue", 0).empty());
  CHECK(unicode::truncate("日本語", 6) == "日本語");
  CHECK(unicode::truncate("日本語", 5) == "日本…");
  CHECK(unicode::truncate("日本語", 4) == "日…");
  CHECK(unicode::truncate("a👩‍👩‍👧b", 3) == "a…");
  CHECK(unicode::truncate("re\u0301sume\u0301s", 4) == "re\u0301s…");
  CHECK(unicode::truncate("", 5).empty());
}

TEST_CASE("what would steer a terminal is shown instead of sent") {
  struct Row {
    std::string_view text, shown;
  };
  for (const auto& [text, shown] :
       {Row{"plain, é, 日本\n\tand a tab", "plain, é, 日本\n\tand a tab"},
        {"\x1b[31mred", R"(\x1b[31mred)"},
        {"bell\x07 del\x7f cr\r", R"(bell\x07 del\x7f cr\x0d)"},
        {"csi\u009b31m", R"(csi\u009b31m)"},
        {"abc\u202exyz", R"(abc\u202exyz)"},
        {"\u2066\u200f\u061c", R"(\u2066\u200f\u061c)"},
        {"caf\xe9", R"(caf\xe9)"},
        {"שלום", "שלום"}}) {
    CHECK(unicode::visible(text) == shown);
  }
  CHECK(unicode::visible("a\0b"s) == R"(a\x00b)");
}

TEST_CASE("control characters are found, letters and broken bytes are none") {
  CHECK(unicode::has_control("a\x1b"));
  CHECK(unicode::has_control("a\u202e"));
  CHECK(unicode::has_control("\u0085"));
  CHECK_FALSE(unicode::has_control("a\tb\n日本 שלום"));
  CHECK_FALSE(unicode::has_control("caf\xe9"));
}

TEST_CASE("what goes into a field is one line") {
  CHECK(unicode::is_one_line("Zoë Ng: 日本"));
  for (const std::string_view bad : {"a\nstatus: missed", "a\tb", "a\rb", "a\x1b", "caf\xe9"}) {
    CAPTURE(bad);
    CHECK_FALSE(unicode::is_one_line(bad));
  }
}

TEST_CASE("a handle is made of letters of any script, digits and hyphens") {
  for (const std::string_view good : {"alice", "Alice", "anne-marie", "bob2", "2bob", "inês",
                                      "李伟", "राम", "анна", "almost-all"}) {
    CAPTURE(good);
    CHECK(unicode::is_handle(good));
  }
  for (const std::string_view bad :
       {"",        "-rf",   "a b", "a/b",     "..",   ".git",    "a.b",
        "o'brien", "me",    "ME",  "mé",      "them", "All",     "ine\u0302s",
        "a\nb",    "a\xff", "👍",  "a\u202e", "a_b",  "\u0301a", "@alice"}) {
    CAPTURE(bad);
    CHECK_FALSE(unicode::is_handle(bad));
  }
  CHECK(unicode::is_handle(std::string(64, 'a')));
  CHECK_FALSE(unicode::is_handle(std::string(65, 'a')));
}

TEST_CASE("a handle is made from the first word of a name") {
  struct Row {
    std::string_view name, handle;
  };
  for (const auto& [name, handle] : {Row{"Alice Ng", "alice"},
                                     {"Inês Duarte", "ines"},
                                     {"  Łukasz\tNowak", "lukasz"},
                                     {"O'Brien", "obrien"},
                                     {"Anne-Marie Roux", "anne-marie"},
                                     {"-rf", "rf"},
                                     {"../../etc", "etc"},
                                     {"李 伟", "李"},
                                     {"한글 이름", "한글"},
                                     {"がな", "がな"},
                                     {"Me Too", ""},
                                     {"👍", ""},
                                     {"", ""},
                                     {"\xff\xfe", ""}}) {
    CHECK(unicode::handle_from_name(name) == handle);
  }
  CHECK(unicode::handle_from_name(std::string(100, 'a')) == std::string(64, 'a'));
}

TEST_CASE("the distance of words counts letters put in, left out, mistyped and swapped") {
  struct Row {
    std::string_view a, b;
    int limit, distance;
  };
  for (const auto& [a, b, limit, distance] : {Row{"alice", "alice", 3, 0},
                                              {"alice", "alcie", 3, 1},
                                              {"alice", "alic", 3, 1},
                                              {"alice", "allice", 3, 1},
                                              {"alice", "alise", 3, 1},
                                              {"alice", "bob", 3, 3},
                                              {"kitten", "sitting", 9, 3},
                                              {"", "abc", 9, 3},
                                              {"", "", 3, 0},
                                              {"é", "e", 3, 1},
                                              {"\xff", "\xfe", 3, 1},
                                              {"abcdefgh", "stuvwxyz", 2, 2}}) {
    CHECK(unicode::edit_distance(a, b, limit) == distance);
    CHECK(unicode::edit_distance(b, a, limit) == distance);
  }
}

TEST_CASE("a word is found however its letters are written, at every place of a long text") {
  for (const std::string word :
       {"a", "pricing", "a-1", "\xc3\x9f", "[x]", "a long phrase of words"}) {
    for (std::size_t before = 0; before < 40; ++before) {
      for (std::size_t behind = 0; behind < 20; ++behind) {
        std::string written = word;
        for (std::size_t i = before % 2; i < written.size(); i += 2) {
          if (written[i] >= 'a' && written[i] <= 'z') written[i] -= 'a' - 'A';
        }
        const std::string start(before, before % 3 == 0 ? '.' : 'p');
        const std::string end(behind, '{');
        CHECK(oneonone::unicode::find_spelled(start + written + end, word) == before);
        const std::string less = written.substr(0, written.size() - 1);
        CHECK(oneonone::unicode::find_spelled(start + less + end, word) == std::string::npos);
      }
    }
  }
  CHECK(oneonone::unicode::find_spelled("", "") == 0);
  CHECK(oneonone::unicode::find_spelled("{X}", "[x]") == std::string::npos);
}

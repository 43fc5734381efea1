// SPDX-License-Identifier: MIT
// Text that stays what it is in a Markdown document, as the reference implementation reads it.
#include "view/markdown.hpp"

#include <cmark.h>
#include <doctest/doctest.h>

#include <cstdlib>

#include "support/dice.hpp"

using namespace oneonone;

namespace {

std::string html_of(const std::string& markdown) {
  char* html = cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_UNSAFE);
  std::string text(html);
  std::free(html);  // NOLINT: cmark's allocator is malloc
  return text;
}

/// As cmark writes text.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c == '&'   ? "&amp;"
           : c == '<' ? "&lt;"
           : c == '>' ? "&gt;"
           : c == '"' ? "&quot;"
                      : std::string(1, c);
  }
  return out;
}

std::string in_a_list(const std::string& html) {
  return "<ul>\n<li>a " + html + "</li>\n</ul>\n";
}

}  // namespace

TEST_CASE("whatever a note says, Markdown shows it as it stands") {
  for (const char* text :
       {"plain words", "*not* emphasised, __not__ strong, `no code`",
        "[words](javascript:alert(1))", "![picture](http://evil.example/p.png)",
        "<script>alert(1)</script>", "<https://a.example>", "&lt;b&gt; &amp; &#x6a;",
        "~~gone~~ and $x$ | cell |", "a_word_with_underlines", "_a_ _b", "\\*back\\\\slash",
        "# no heading", "- no item", "^k7m2q #career @dana", "[ref]: /url", "a <!-- comment --> b",
        "line ends in \\"}) {
    CAPTURE(text);
    CHECK(html_of("- a " + view::markdown_text(text) + "\n") == in_a_list(escaped(text)));
  }
  CHECK(view::markdown_text("two\nlines\tand \x1b[2J \xE2\x80\xAE") ==
        "two lines and \\\\x1b\\[2J \\\\u202e");
}

TEST_CASE("so does any mixture of marks") {
  const std::string marks = "\\`*_[]<>&~$|!#-+=()\"' ab1;:/.";
  testing::Dice dice(20261124);
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (std::size_t i = dice.below(12); i > 0; --i) text += marks[dice.below(marks.size())];
    text += 'x';
    CAPTURE(text);
    CHECK(html_of("- a " + view::markdown_text(text) + "\n") == in_a_list(escaped(text)));
  }
}

TEST_CASE("code holds any marks, and a link only an address of the web") {
  CHECK(view::markdown_code("people/a.md:3") == "`people/a.md:3`");
  for (const char* text : {"a`b", "``", "`", "a``b`c"}) {
    CHECK(html_of(view::markdown_code(text) + "\n") ==
          "<p><code>" + std::string(text) + "</code></p>\n");
  }
  CHECK(view::markdown_link("https://example.org/a_b?c=d&e") == "<https://example.org/a_b?c=d&e>");
  CHECK(view::markdown_link("javascript:alert(1)") == "javascript:alert(1)");
  CHECK(view::markdown_link("https://a<b>c") == "https://a\\<b\\>c");
  CHECK(view::markdown_link("https://a\xE2\x80\xAE") == "https://a\\\\u202e");
}

// SPDX-License-Identifier: MIT
// HTML in which words can only be words.
#include "view/html.hpp"

#include <doctest/doctest.h>

#include <string>

#include "cli/page_style.hpp"
#include "support/sha256.hpp"

using namespace oneonone;
using view::element;
using view::Markup;
using view::words;

TEST_CASE("what a note says is text: no tag, no entity, no attribute comes out of it") {
  CHECK(words("<script>alert('1')</script>").html() == "&lt;script&gt;alert('1')&lt;/script&gt;");
  CHECK(words("&lt; is an entity").html() == "&amp;lt; is an entity");
  CHECK(words("</style><img src=x onerror=alert(1)>").html() ==
        "&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;");
  CHECK(element("a", {{"href", "#p1\" onclick=\"alert(1)"}}, "x").html() ==
        "<a href=\"#p1&quot; onclick=&quot;alert(1)\">x</a>");
}

TEST_CASE("control characters, those of writing direction too, can be seen and do nothing") {
  CHECK(words("a\x1b[31mb").html() == "a\\x1b[31mb");
  CHECK(words("a\u202eb\u2066c").html() == "a\\u202eb\\u2066c");
  CHECK(words(std::string("a\0b", 3)).html() == "a\\x00b");
  CHECK(words("a\xff").html() == "a\\xff");
  CHECK(words("Inês 日本 שלום").html() == "Inês 日本 שלום");
}

TEST_CASE("elements hold elements; those that begin a line do so in the source") {
  Markup cells = element("td", "1");
  cells += element("td", {{"class", "number"}}, "2");
  CHECK(element("tr", {}, cells).html() == "\n<tr><td>1</td><td class=\"number\">2</td></tr>");
  CHECK(Markup().empty());
  CHECK_FALSE(words("x").empty());
}

TEST_CASE("a grid is a table with a caption and a heading for each column and row") {
  view::Grid grid;
  grid.columns = {{"Day", {}, false}, {"Late", view::Align::right, false}};
  grid.rows.push_back({{{"6 Oct"}, {"3", view::Style::late}}, ""});
  CHECK(view::table("Days <late>", grid).html() ==
        "\n<table><caption>Days &lt;late&gt;</caption><thead>"
        "\n<tr><th scope=\"col\">Day</th><th scope=\"col\" class=\"number\">Late</th></tr></thead>"
        "<tbody>\n<tr><th scope=\"row\">6 Oct</th><td class=\"number late\">3</td></tr></tbody>"
        "</table>");
}

TEST_CASE("a document may load nothing and knows one style") {
  const std::string html = view::html_document("<One>", "body {}", "abc=", element("p", "hello"));
  CHECK(html.find("content=\"default-src 'none'; style-src 'sha256-abc='; base-uri 'none'; "
                  "form-action 'none'\"") != std::string::npos);
  CHECK(html.find("<title>&lt;One&gt;</title>\n<style>body {}</style>") != std::string::npos);
  CHECK(html.find("<body>\n<p>hello</p>\n</body>") != std::string::npos);
  CHECK(html.find(view::generator) != std::string::npos);
  CHECK(html.find("script") == std::string::npos);
}

TEST_CASE("the policy of a page names the page's own style") {
  CHECK(testing::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(testing::sha256_base64(page_style) == page_style_hash);
}

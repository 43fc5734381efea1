// SPDX-License-Identifier: MIT
// The JSON that scripts rely on.
#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "view/view.hpp"

using namespace oneonone::view;
using namespace std::string_literals;

namespace {

std::string json_of(std::string_view kind, std::string_view root, const Table& items) {
  std::string json;
  render_json(kind, root, items, [&json](std::string_view piece) { json += piece; });
  return json;
}

/// The JSON of one cell.
std::string cell(Value value) {
  const Table table(std::vector<Value>{std::move(value)},
                    std::vector<Column<Value>>{{"v", [](const Value& row) { return row; }}});
  const std::string json = json_of("k", "/r", table);
  const std::string before =
      "{\"schema\": 1, \"kind\": \"k\", \"root\": \"/r\", \"items\": [\n{\"v\": ";
  REQUIRE(json.starts_with(before));
  REQUIRE(json.ends_with("}\n]}\n"));
  return json.substr(before.size(), json.size() - before.size() - 5);
}

}  // namespace

TEST_CASE("a list is one object with an item a line") {
  struct Row {
    std::string id;
    int carries;
  };
  const Table table(
      std::vector<Row>{{"k7m2q", 3}, {"p4d8t", 0}},
      std::vector<Column<Row>>{{"id", [](const Row& row) { return Value(row.id); }},
                               {"carries", [](const Row& row) { return Value(row.carries); }},
                               {"due", [](const Row&) { return Value(); }}});
  CHECK("\n" + json_of("actions", "/home/dana/1on1", table) == R"(
{"schema": 1, "kind": "actions", "root": "/home/dana/1on1", "items": [
{"id": "k7m2q", "carries": 3, "due": null},
{"id": "p4d8t", "carries": 0, "due": null}
]}
)");
}

TEST_CASE("rows that stand in JSON already make the same list") {
  const std::vector<std::string> keys{"id", "text", "private"};
  std::vector<JsonRows> made(3, JsonRows(keys));
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 1000; ++i) {
    rows.push_back({"k" + std::to_string(i), i % 7 == 0 ? "a \"quote\"" : std::string(90, 'x')});
  }
  const auto cell = [](const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? Value(row[column]) : Value(true);
  };
  for (const std::vector<std::string>& row : rows) {
    made[2].add([&](std::size_t column) { return cell(row, column); });
  }
  using Row = std::vector<std::string>;
  const Table table(rows,
                    std::vector<Column<Row>>{{"id", [&](const Row& row) { return cell(row, 0); }},
                                             {"text", [&](const Row& row) { return cell(row, 1); }},
                                             {"private", [](const Row&) { return Value(true); }}});
  CHECK(made[2].pieces().size() > 1);
  CHECK(json_of("k", "/r", Table(keys, made)) == json_of("k", "/r", table));
  made[2] = JsonRows(keys);
  CHECK(json_of("k", "/r", Table(keys, made)) == json_of("k", "/r", Table()));
}

TEST_CASE("an empty list is an answer too") {
  CHECK(json_of("actions", "/r", Table()) ==
        "{\"schema\": 1, \"kind\": \"actions\", \"root\": \"/r\", \"items\": []}\n");
}

TEST_CASE("every kind of value has its form") {
  CHECK(cell(Value()) == "null");
  CHECK(cell(true) == "true");
  CHECK(cell(false) == "false");
  CHECK(cell(-7) == "-7");
  CHECK(cell(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(cell(0.5) == "0.5");
  CHECK(cell(0.1) == "0.1");
  CHECK(cell(std::numeric_limits<double>::infinity()) == "null");
  CHECK(cell(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(cell(List{}) == "[]");
  CHECK(cell(List{1, "a", Value()}) == R"([1, "a", null])");
  CHECK(cell(Object{}) == "{}");
  CHECK(cell(Object{{"a", 1}, {"b", List{true}}}) == R"({"a": 1, "b": [true]})");
}

TEST_CASE("text is UTF-8 as it is; only what must be is escaped") {
  CHECK(cell("Inês 日本 👩‍👩‍👧 / <b>") ==
        "\"Inês 日本 👩‍👩‍👧 / <b>\"");
  CHECK(cell(R"(a "quote" and a \)") == R"("a \"quote\" and a \\")");
  CHECK(cell("a\nb\tc\r") == R"("a\nb\tc\u000d")");
  CHECK(cell("a\0b"s) == R"("a\u0000b")");
  CHECK(cell("\x1b[31m\x7f\u009b\u202e\u2066") == R"("\u001b[31m\u007f\u009b\u202e\u2066")");
}

TEST_CASE("bytes that are not UTF-8 become the replacement character") {
  CHECK(cell("caf\xe9") == "\"caf\ufffd\"");
  CHECK(cell("\xed\xa0\x80") == "\"\ufffd\ufffd\ufffd\"");
}

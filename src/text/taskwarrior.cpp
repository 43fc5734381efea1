// SPDX-License-Identifier: MIT
// Reads what `task export` writes.
#include <nlohmann/json.hpp>

#include "error.hpp"
#include "text/closed_outside.hpp"

namespace oneonone {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& task, const char* key) {
  const auto found = task.find(key);
  return found != task.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Two digits; -1 for anything else.
int two_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return is_digit(text[0]) && is_digit(text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

/// The moment `20261124T101500Z`.
std::optional<std::int64_t> moment_of(const std::string& time) {
  if (time.size() != 16 || time[8] != 'T' || time[15] != 'Z') return std::nullopt;
  const auto day =
      Date::parse(time.substr(0, 4) + "-" + time.substr(4, 2) + "-" + time.substr(6, 2));
  const int hours = two_digits(time.substr(9, 2)), minutes = two_digits(time.substr(11, 2)),
            seconds = two_digits(time.substr(13, 2));
  if (!day || hours < 0 || minutes < 0 || seconds < 0) return std::nullopt;
  return std::int64_t{day->days()} * 86400 + hours * 3600 + minutes * 60 + seconds;
}

}  // namespace

std::vector<ClosedOutside> closed_in_taskwarrior(std::string_view json) {
  const Json tasks = Json::parse(json, nullptr, false);
  std::vector<ClosedOutside> closed;
  if (!tasks.is_array()) throw Error(Status::failed, "it is not what 'task export' writes");
  for (const Json& task : tasks) {
    if (!task.is_object()) throw Error(Status::failed, "it is not what 'task export' writes");
    const std::string status = text_of(task, "status");
    if (status != "completed" && status != "deleted") continue;
    closed.push_back({text_of(task, "uuid"), "", "", status == "deleted", std::nullopt,
                      moment_of(text_of(task, "end"))});
  }
  return closed;
}

}  // namespace oneonone

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

/// The day of `20261124T101500Z`.
std::optional<Date> day_of(const std::string& time) {
  if (time.size() < 8) return std::nullopt;
  return Date::parse(time.substr(0, 4) + "-" + time.substr(4, 2) + "-" + time.substr(6, 2));
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
    closed.push_back(
        {text_of(task, "uuid"), "", "", status == "deleted", day_of(text_of(task, "end"))});
  }
  return closed;
}

}  // namespace oneonone

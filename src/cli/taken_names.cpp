// SPDX-License-Identifier: MIT
// Which handles and names somebody in the notebook has.
#include "cli/taken_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// What to say of a name that somebody here has; nothing when nobody has it.
std::optional<std::string> is_here_already(Session& session, const std::string& name) {
  for (const Person& person : session.notebook().everyone()) {
    if (unicode::fold(person.name()) == unicode::fold(name))
      return fmt::format("'{}' is {} already", person.folder, person.name());
  }
  return std::nullopt;
}

}  // namespace

bool is_vacant(Session& session, const std::string& folder) {
  const auto holds_nothing = [&](Tree tree) {
    const std::string path = fmt::format("{}/{}", folder_of(tree), folder);
    const auto entries = session.system().files.list(session.notebook().absolute(path));
    return !entries || std::ranges::all_of(*entries, [](const Entry& entry) {
      return entry.name.starts_with('.');
    });
  };
  return holds_nothing(Tree::shared) && holds_nothing(Tree::own);
}

std::optional<std::string> holder_of(Session& session, const std::string& handle) {
  std::string folded = unicode::fold(handle);
  for (const Person& person : session.notebook().everyone()) {
    if (is_vacant(session, person.folder)) continue;
    bool had = std::ranges::any_of(
        person.aka, [&](const std::string& old) { return unicode::fold(old) == folded; });
    // Who of the two I am is sure only where I go by my handle.
    const bool is_me_sure =
        unicode::fold(person.me) == unicode::fold(session.notebook().config().me);
    const bool theirs = is_me_sure && unicode::fold(person.them()) == folded;
    if (had || theirs || unicode::fold(person.folder) == folded) return person.folder;
  }
  return std::nullopt;
}

void require_free(Session& session, const std::string& handle, std::string_view hint) {
  if (auto holder = holder_of(session, handle)) {
    bool had = unicode::fold(*holder) != unicode::fold(handle);
    throw Error(Status::usage,
                had ? fmt::format("'{}' was the handle of '{}'", handle, *holder)
                    : fmt::format("'{}' is here already", *holder),
                "", std::string(hint));
  }
  if (unicode::fold(handle) == unicode::fold(session.notebook().config().me)) {
    throw Error(Status::usage, fmt::format("'{}' is you", handle));
  }
}

std::vector<std::string> new_names(Session& session, const std::vector<std::string>& names) {
  std::vector<std::string> fresh, here;
  for (const std::string& name : names) {
    if (auto known = is_here_already(session, name))
      here.push_back(*std::move(known));
    else
      fresh.push_back(name);
  }
  if (fresh.empty()) {
    throw Error(Status::usage, here.front(), "",
                "someone else of that name needs a handle: oneonone people add HANDLE --name NAME");
  }
  for (const std::string& known : here) session.tell(known);
  return fresh;
}

}  // namespace oneonone

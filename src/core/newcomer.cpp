// SPDX-License-Identifier: MIT
// Turns what somebody is to me into roles with their holders.
#include "core/newcomer.hpp"

#include <utility>
#include <vector>

#include "core/one_line.hpp"
#include "error.hpp"
#include "text/blanks.hpp"
#include "text/front_matter.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

/// The key that says who holds a role, seen from me; empty for peers.
std::string role_line(std::string_view relation, const std::string& me, const std::string& them) {
  if (relation == "report") return "manager: " + me + "\n";
  if (relation == "manager") return "manager: " + them + "\n";
  if (relation == "mentee") return "mentor: " + me + "\n";
  if (relation == "mentor") return "mentor: " + them + "\n";
  return relation == "skip" ? "skip: " + them + "\n" : "";
}

bool is_for_me(std::string_view relation, const std::string& me, const std::string& them) {
  if (relation == "peer") return me < them;
  return relation == "manager" || relation == "mentor" || relation == "skip";
}

}  // namespace

std::string handle_for(const std::string& name,
                       const std::function<bool(const std::string& handle)>& is_taken) {
  std::string handle = unicode::handle_from_name(name);
  const std::size_t last = name.find_last_of(' ');
  if (!is_taken(handle) || last == std::string::npos) return handle;
  const std::string family = unicode::handle_from_name(name.substr(last + 1));
  if (!family.empty()) handle += "-" + family;
  // No letters in the family name, or the third of that name.
  const std::string base = handle;
  for (int number = 2; is_taken(handle); ++number) handle = base + "-" + std::to_string(number);
  return handle;
}

std::string about_text(const Config& config, const Newcomer& newcomer, std::string_view relation,
                       const std::optional<std::string>& cadence) {
  if (is_blank(newcomer.name)) throw Error(Status::usage, "the name is empty");
  require_one_line(newcomer.name, "name");
  std::string my_name = config.name.empty() ? config.me : config.name;
  std::vector<std::string> people{newcomer.handle, config.me};
  std::vector<std::string> names{newcomer.name, my_name};
  if (is_for_me(relation, config.me, newcomer.handle)) {
    std::swap(people[0], people[1]);
    std::swap(names[0], names[1]);
  }
  std::string text = "---\nformat: 1\npeople: " + yaml_list(people) +
                     "\nnames: " + yaml_list(names) + "\n" +
                     role_line(relation, config.me, newcomer.handle);
  if (cadence) text += "cadence: " + yaml_scalar(*cadence) + "\n";
  return text + "---\n# " + names[0] + " and " + names[1] + "\n";
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// The about.md of someone who is new in the notebook.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/config.hpp"

namespace oneonone {

/// What somebody can be to me.
inline constexpr std::array<std::string_view, 6> relations{"report", "manager", "peer",
                                                           "skip",   "mentor",  "mentee"};

struct Newcomer {
  std::string handle, name;
};

/// `alice` of "Alice Ng"; `alice-ng` when there is an Alice already, `alice-ng-2` when that is
/// taken, too. Of one word there is one handle, taken or not. Empty when none can be made.
std::string handle_for(const std::string& name,
                       const std::function<bool(const std::string& handle)>& is_taken);

/// Says who the two are from nobody's point of view: first the one the meeting is for (peers
/// alphabetically), and who holds the role. `relation` is one of `relations`.
/// Throws Error{usage} for a name that is not one line.
std::string about_text(const Config& config, const Newcomer& newcomer, std::string_view relation,
                       const std::optional<std::string>& cadence);

}  // namespace oneonone

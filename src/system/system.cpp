// SPDX-License-Identifier: MIT
// What all files do alike, whoever reads them.
#include "system/system.hpp"

#include <utility>

namespace oneonone {

Files::Unreadable Files::scan(const std::string& folder, const std::vector<std::string>& names,
                              const Visit& visit) const {
  Unreadable result;
  bool given = false;
  scan_batches([&]() -> std::optional<Batch> {
    if (std::exchange(given, true) || names.empty()) return std::nullopt;
    auto visit_one = [&visit](std::size_t index, std::string_view bytes) {
      visit(index, bytes);
      return std::string();
    };
    return Batch{folder, names, visit_one, {}, [&result](Unreadable unreadable) {
                   result = std::move(unreadable);
                 }};
  });
  return result;
}

}  // namespace oneonone

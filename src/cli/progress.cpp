// SPDX-License-Identifier: MIT
// Says how far something is that takes longer than a second.
#include "cli/progress.hpp"

#include <fmt/format.h>

#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr double patience = 1;  ///< seconds
constexpr std::string_view clear_line = "\r\x1b[K";

}  // namespace

Progress::Progress(const Session& session, std::size_t steps)
    : session_(session),
      silent_(session.globals().quiet || !session.system().terminal.error_is_terminal()),
      steps_(steps),
      first_line_(session.system().clock.seconds() + patience) {}

Progress::~Progress() {
  if (shown_) session_.system().terminal.err(clear_line);
}

void Progress::step(std::string_view what) {
  ++done_;
  const System& system = session_.system();
  if (silent_ || system.clock.seconds() < first_line_) return;
  system.terminal.err(
      fmt::format("{}{}, {} of {}", clear_line, unicode::visible(what), done_, steps_));
  shown_ = true;
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// Says what a mirror shows; what nobody wrote down is not said.
#include "cli/mirror_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace oneonone {
namespace {

using view::Style;
using view::Value;

constexpr std::size_t shown_shares = 3;
constexpr int quiet_weeks = 4;
constexpr int worth_telling = 5;  ///< points between the two estimates of the talking

/// The first name of one of the two, or what stands for me.
std::string called(const Person& person, std::string_view handle, const char* me) {
  if (handle == person.me) return me;
  if (handle != person.them()) return std::string(handle);
  return person.name().substr(0, person.name().find(' '));
}

/// `moved by Dana 1`, and so on for each of them.
std::string by_whom(const char* what, const SaidBy& counts, const Person& person) {
  std::string text;
  for (const auto& [handle, count] : counts) {
    std::string by = handle.empty() ? "" : " by " + called(person, handle, "me");
    text += fmt::format("{}{}{} {}", text.empty() ? "" : ", ", what, by, count);
  }
  return text;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::vector<std::string> said;
  std::ranges::copy_if(parts, std::back_inserter(said),
                       [](const std::string& part) { return !part.empty(); });
  return fmt::format("{}", fmt::join(said, between));
}

std::string cancelled_words(const MirrorRow& row) {
  return joined({by_whom("moved", row.mirror.moved, row.person),
                 by_whom("missed", row.mirror.missed, row.person)},
                ", ");
}

std::string gap_words(const MirrorRow& row) {
  const Person& person = row.person;
  int gap = row.mirror.gap.value_or(0);
  if (std::abs(gap) < worth_telling) return {};
  bool mine = person.people[0] == person.me;
  std::string other = called(person, person.people[1], "I");
  return fmt::format(" ({} {} {} points {} than {} {})", called(person, person.people[0], "I"),
                     mine ? "say" : "says", std::abs(gap), gap > 0 ? "more" : "less", other,
                     mine ? "does" : "do");
}

std::string share_words(const MirrorRow& row) {
  auto average = row.mirror.talk_average();
  if (!average) return {};
  bool mine = row.person.people[0] == row.person.me;
  return fmt::format("{} {} {} % of the time, aim {}{}",
                     called(row.person, row.person.people[0], "I"), mine ? "talk" : "talks",
                     *average, row.aim, gap_words(row));
}

std::string weeks_ago(const Mirror& mirror) {
  if (!mirror.praise) return "none yet";
  int weeks = (mirror.window.last - *mirror.praise) / 7;
  if (weeks == 0) return "this week";
  return fmt::format("{} {} ago", weeks, weeks == 1 ? "week" : "weeks");
}

std::string worth_words(const MirrorRow& row) {
  std::string text;
  for (const auto& [handle, average] : row.mirror.worth) {
    std::string who = handle.empty() ? "" : called(row.person, handle, "me") + " ";
    text += fmt::format("{}{}{:.1f}", text.empty() ? "" : ", ", who, average.value());
  }
  return text;
}

std::string time_words(const Mirror& mirror) {
  if (mirror.minutes == 0) return {};
  std::string text = fmt::format("{} h {:02} min", mirror.minutes / 60, mirror.minutes % 60);
  if (mirror.cleared == 0) return text;
  return text + fmt::format("; {} cleared", mirror.cleared == 1 ? "1 ask or blocker"
                                                                : fmt::format("{} asks or blockers",
                                                                              mirror.cleared));
}

void add_block(const MirrorRow& row, view::Grid& grid) {
  const Mirror& mirror = row.mirror;
  auto add = [&](const char* label, const std::string& words) {
    if (!words.empty()) grid.rows.push_back({{{label, Style::dim}, {words}}, ""});
  };
  grid.rows.push_back({{}, row.person.name()});
  std::string kept = fmt::format("I kept {} of {}", mirror.promises.kept, mirror.promises.of);
  add("Promises", mirror.promises.of > 0 ? kept : "");
  add("Topics", topics_words(row));
  add("Talk", share_words(row));
  add("Praise", mirror.praise || row.person.people[0] != row.person.me ? weeks_ago(mirror) : "");
  add("Held",
      joined({fmt::format("{} of {}", mirror.held, mirror.planned), cancelled_words(row)}, "; "));
  add("Worth", worth_words(row));
  add("Time", time_words(mirror));
}

template <class Numbers, class Read>
Value by_handle(const Numbers& numbers, Read read) {
  view::Object object;
  for (const auto& [handle, number] : numbers) object.emplace_back(handle, read(number));
  return {std::move(object)};
}

Value counts(const SaidBy& numbers) {
  return by_handle(numbers, [](int number) { return Value(number); });
}

Value averages(const AverageBy& numbers) {
  return by_handle(numbers, [](const Average& average) { return Value(average.value()); });
}

Value number(const std::optional<int>& value) {
  return value ? Value(*value) : Value();
}

}  // namespace

std::string rhythm_words(const MirrorRow& row) {
  std::string cancelled = cancelled_words(row);
  if (cancelled.empty()) return {};
  return fmt::format("{} of {} held; {}", row.mirror.held, row.mirror.planned, cancelled);
}

std::string talk_words(const MirrorRow& row) {
  const std::vector<int>& talk = row.mirror.talk;
  if (talk.empty()) return {};
  auto first = talk.end() - static_cast<std::ptrdiff_t>(std::min(talk.size(), shown_shares));
  return fmt::format("{}, aim {}", fmt::join(first, talk.end(), " "), row.aim);
}

std::string topics_words(const MirrorRow& row) {
  std::string text;
  for (const auto& [handle, count] : row.mirror.topics) {
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", called(row.person, handle, "me"), count);
  }
  return text;
}

std::string praise_words(const MirrorRow& row) {
  bool for_me = row.person.people[0] == row.person.me;
  if (for_me || row.person.is_alumni() || row.mirror.held == 0) return {};
  if (!row.mirror.praise) return "no praise yet";
  int weeks = (row.mirror.window.last - *row.mirror.praise) / 7;
  return weeks < quiet_weeks ? "" : fmt::format("no praise for {} weeks", weeks);
}

view::View mirror_view(const std::vector<MirrorRow>& rows) {
  Kept promises;
  view::Grid grid;
  grid.columns = {{"", {}, false}, {"", {}, true}};
  grid.indent = 2;
  for (const MirrorRow& row : rows) {
    promises.kept += row.mirror.promises.kept;
    promises.of += row.mirror.promises.of;
    if (row.mirror.planned > 0) add_block(row, grid);
  }
  if (grid.rows.empty()) return {};
  const Window& window = rows.front().mirror.window;
  std::string days = fmt::format("{} to {}", window.first.day_month(), window.last.day_month());
  std::string kept = fmt::format("of {} promises I kept {}", promises.of, promises.kept);
  return {view::Text{promises.of == 0 ? days : days + ": " + kept, Style::plain}, std::move(grid)};
}

view::Table mirror_table(std::vector<MirrorRow> rows) {
  static const std::vector<view::Column<MirrorRow>> columns{
      {"person", [](const MirrorRow& row) { return Value(row.person.folder); }},
      {"first", [](const MirrorRow& row) { return Value(row.mirror.window.first.iso()); }},
      {"last", [](const MirrorRow& row) { return Value(row.mirror.window.last.iso()); }},
      {"kept", [](const MirrorRow& row) { return Value(row.mirror.promises.kept); }},
      {"promises", [](const MirrorRow& row) { return Value(row.mirror.promises.of); }},
      {"topics", [](const MirrorRow& row) { return counts(row.mirror.topics); }},
      {"talk", [](const MirrorRow& row) { return number(row.mirror.talk_average()); }},
      {"aim", [](const MirrorRow& row) { return Value(row.aim); }},
      {"talk_said", [](const MirrorRow& row) { return averages(row.mirror.talk_said); }},
      {"gap", [](const MirrorRow& row) { return number(row.mirror.gap); }},
      {"praise",
       [](const MirrorRow& row) {
         return row.mirror.praise ? Value(row.mirror.praise->iso()) : Value();
       }},
      {"held", [](const MirrorRow& row) { return Value(row.mirror.held); }},
      {"planned", [](const MirrorRow& row) { return Value(row.mirror.planned); }},
      {"missed", [](const MirrorRow& row) { return counts(row.mirror.missed); }},
      {"moved", [](const MirrorRow& row) { return counts(row.mirror.moved); }},
      {"worth", [](const MirrorRow& row) { return averages(row.mirror.worth); }},
      {"minutes", [](const MirrorRow& row) { return Value(row.mirror.minutes); }},
      {"cleared", [](const MirrorRow& row) { return Value(row.mirror.cleared); }},
  };
  return {std::move(rows), columns};
}

}  // namespace oneonone

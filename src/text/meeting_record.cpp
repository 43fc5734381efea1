// SPDX-License-Identifier: MIT
// One table of keys says what may stand in each.
#include "text/meeting_record.hpp"

#include <algorithm>
#include <array>

namespace oneonone {
namespace {

/// A key with a number, or, when it ends in `_`, the start of one with a handle behind it.
struct NumberKey {
  std::string_view key;
  int low, high;
  std::string_view meaning;
};

constexpr std::array<NumberKey, 6> number_keys{
    {{"mood", 1, 5, "a whole number from 1 to 5"},
     {"minutes", 1, 1440, "a whole number from 1 to 1440, in minutes"},
     {"talk", 0, 100, "a whole number from 0 to 100, in percent"},
     {"talk_", 0, 100, "a whole number from 0 to 100, in percent"},
     {"worth", 1, 5, "a whole number from 1 to 5"},
     {"worth_", 1, 5, "a whole number from 1 to 5"}}};

bool names(const NumberKey& known, std::string_view key) {
  return known.key.ends_with('_') ? key.starts_with(known.key) : key == known.key;
}

const NumberKey* number_key(std::string_view key) {
  auto found = std::ranges::find_if(number_keys,
                                    [key](const NumberKey& known) { return names(known, key); });
  return found == number_keys.end() ? nullptr : &*found;
}

/// The number of a key, when it lies where it must.
std::optional<int> number(const FrontMatter& matter, std::string_view key) {
  const NumberKey* known = number_key(key);
  auto value = matter.number(key);
  bool fits = known != nullptr && value && *value >= known->low && *value <= known->high;
  return fits ? value : std::nullopt;
}

/// `talk: 70` and `talk_dana: 65`.
SaidBy said_by(const FrontMatter& matter, std::string_view key) {
  SaidBy said;
  for (const Field& field : matter.fields) {
    std::string_view rest = field.key;
    if (!rest.starts_with(key)) continue;
    rest.remove_prefix(key.size());
    if (!rest.empty() && !rest.starts_with('_')) continue;
    auto value = number(matter, field.key);
    if (value) said.emplace(rest.substr(rest.empty() ? 0 : 1), *value);
  }
  return said;
}

std::vector<Move> moves_of(const FrontMatter& matter) {
  constexpr std::string_view start = "moved_";
  std::vector<Move> moves;
  for (const Field& field : matter.fields) {
    if (!field.key.starts_with(start)) continue;
    for (const std::string& day : field.values) {
      if (auto date = Date::parse(day)) moves.push_back({field.key.substr(start.size()), *date});
    }
  }
  return moves;
}

bool is_date_key(std::string_view key) {
  return key == "next" || key.starts_with("moved_");
}

/// What would be right in a field; empty when it is.
std::string wanted(const FrontMatter& matter, const Field& field) {
  if (field.values.empty()) return {};
  const std::string& value = field.values.front();
  if (const NumberKey* known = number_key(field.key)) {
    return number(matter, field.key) ? "" : std::string(known->meaning);
  }
  auto is_date = [](const std::string& day) { return Date::parse(day).has_value(); };
  if (is_date_key(field.key) && !std::ranges::all_of(field.values, is_date)) return "a YYYY-MM-DD";
  if (field.key == "counts" && value != "true" && value != "false") return "true or false";
  bool state = value == "planned" || value == "held" || value == "missed";
  return field.key == "status" && !state ? "planned, held or missed" : "";
}

}  // namespace

Meeting read_meeting(const NotePath& path, std::string_view text, Date today) {
  Meeting meeting;
  meeting.path = path;
  FrontMatter matter = read_front_matter(Note(std::string(text)));
  std::string status = matter.text("status").value_or("");
  meeting.said_held = status == "held";
  if (status == "missed") {
    meeting.held = Held::missed;
  } else if (meeting.said_held || *path.date < today) {
    meeting.held = Held::held;
  }
  meeting.by = matter.text("by").value_or("");
  meeting.counts = matter.text("counts") != "false";
  meeting.venue = matter.text("venue").value_or("");
  meeting.mode = matter.text("mode").value_or("");
  meeting.minutes = number(matter, "minutes");
  meeting.mood = number(matter, "mood");
  meeting.talk = said_by(matter, "talk");
  meeting.worth = said_by(matter, "worth");
  meeting.next = Date::parse(matter.text("next").value_or(""));
  meeting.recapped_by = matter.text("recapped_by").value_or("");
  meeting.moves = moves_of(matter);
  return meeting;
}

std::vector<OddValue> odd_values(const FrontMatter& matter) {
  std::vector<OddValue> odd;
  for (const Field& field : matter.fields) {
    std::string right = wanted(matter, field);
    if (right.empty()) continue;
    odd.push_back(
        {field.line, "'" + field.key + ": " + field.values.front() + "' must be " + right});
  }
  return odd;
}

}  // namespace oneonone

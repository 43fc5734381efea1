// SPDX-License-Identifier: MIT
// Cuts a text into numbers, words and what stands between, and looks for the forms of a day.
#include "core/written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "core/date_words.hpp"
#include "text/blanks.hpp"

namespace oneonone {
namespace {

enum class Sort { number, word, between };

struct DayPart {
  Sort sort;
  std::size_t at;
  std::string_view text;
};

Sort sort_of(char c) {
  if (is_digit(c)) return Sort::number;
  // A byte above ASCII belongs to a word: "März" is not "rz".
  const bool letter =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  return letter ? Sort::word : Sort::between;
}

std::vector<DayPart> parts_of(std::string_view text) {
  std::vector<DayPart> parts;
  for (std::size_t at = 0; at < text.size();) {
    const Sort sort = sort_of(text[at]);
    std::size_t end = at;
    while (end < text.size() && sort_of(text[end]) == sort) ++end;
    parts.push_back({sort, at, text.substr(at, end - at)});
    at = end;
  }
  return parts;
}

int value_of_digits(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

using MaybeDay = std::optional<WrittenDate>;

MaybeDay whole(std::optional<Date> date) {
  if (!date) return std::nullopt;
  return WrittenDate{0, 0, date, date};
}

/// Looks for a day that starts with one part.
class DayReader {
 public:
  DayReader(const std::vector<DayPart>& parts, std::size_t from) : parts_(parts), from_(from) {}

  /// `2026-11-17`: nothing else is as sure.
  MaybeDay read_iso() const {
    const MaybeDay found = year_first();
    return found ? placed(*found, 5) : found;
  }

  /// A day whose year is known from elsewhere.
  MaybeDay read_without_year(int year) const {
    const auto found = [&](std::size_t day, std::size_t month) {
      const MaybeDay read = whole(in_year(day, month, year));
      return read ? placed(*read, std::max(day, month) + 1) : read;
    };
    if (suffix(1)) return apart(2) && begins_word() ? found(0, 3) : MaybeDay();
    if (!apart(1)) return {};
    const MaybeDay day_first = begins_word() ? found(0, 2) : MaybeDay();
    return day_first ? day_first : found(2, 0);
  }
  /// Not so the second number of `1:1 Nov 17`.
  bool begins_word() const {
    return from_ == 0 ||
           std::string_view(" \t([").find(parts_[from_ - 1].text.back()) != std::string_view::npos;
  }

  MaybeDay read_other() const {
    struct Form {
      MaybeDay (DayReader::*read)() const;
      std::size_t parts;
    };
    static constexpr std::array<Form, 6> forms{{{&DayReader::year_first, 5},
                                                {&DayReader::numbers, 5},
                                                {&DayReader::month_day_year, 5},
                                                {&DayReader::month_day_suffix_year, 6},
                                                {&DayReader::day_month_year, 5},
                                                {&DayReader::day_suffix_month_year, 6}}};
    for (const Form& form : forms) {
      if (const MaybeDay found = (this->*form.read)()) return placed(*found, form.parts);
    }
    const MaybeDay found = eight_digits();
    return found ? placed(*found, 1) : found;
  }

 private:
  MaybeDay placed(WrittenDate date, std::size_t parts) const {
    const DayPart& last = parts_[from_ + parts - 1];
    date.at = parts_[from_].at;
    date.length = last.at + last.text.size() - date.at;
    return date;
  }

  std::string_view text(std::size_t index) const {
    return from_ + index < parts_.size() ? parts_[from_ + index].text : std::string_view();
  }
  /// The part is a number of that many digits.
  bool digits(std::size_t index, std::size_t least, std::size_t most) const {
    const std::string_view number = text(index);
    return !number.empty() && is_digit(number[0]) && number.size() >= least &&
           number.size() <= most;
  }
  unsigned small(std::size_t index) const {
    return static_cast<unsigned>(value_of_digits(text(index)));
  }
  bool joined_by(std::string_view one_of) const {
    return text(1).size() == 1 && text(1) == text(3) &&
           one_of.find(text(1)[0]) != std::string_view::npos;
  }
  bool apart(std::size_t index) const {
    return !text(index).empty() && text(index).find_first_not_of(" ,.-_") == std::string_view::npos;
  }
  bool suffix(std::size_t index) const {
    const std::string_view word = text(index);
    return word == "st" || word == "nd" || word == "rd" || word == "th";
  }

  MaybeDay year_first() const {
    if (!digits(0, 4, 4) || !digits(2, 1, 2) || !digits(4, 1, 2) || !joined_by("-/._")) return {};
    return whole(Date::from(value_of_digits(text(0)), small(2), small(4)));
  }

  MaybeDay numbers() const {
    if (!digits(0, 1, 2) || !digits(2, 1, 2) || !joined_by("/.-")) return {};
    const bool short_year = digits(4, 2, 2) && text(1) != "-";
    if (!short_year && !digits(4, 4, 4)) return {};
    const int year = value_of_digits(text(4)) + (short_year ? 2000 : 0);
    const auto day_first = Date::from(year, small(2), small(0));
    if (text(1) == ".") return whole(day_first);
    const auto month_first = Date::from(year, small(0), small(2));
    if (!day_first && !month_first) return {};
    return WrittenDate{0, 0, day_first, month_first};
  }

  MaybeDay eight_digits() const {
    if (!digits(0, 8, 8)) return {};
    const std::string_view all = text(0);
    if (!all.starts_with("19") && !all.starts_with("20")) return {};
    return whole(Date::from(value_of_digits(all.substr(0, 4)),
                            static_cast<unsigned>(value_of_digits(all.substr(4, 2))),
                            static_cast<unsigned>(value_of_digits(all.substr(6)))));
  }

  std::optional<Date> in_year(std::size_t day, std::size_t month, int year) const {
    if (!digits(day, 1, 2)) return {};
    if (text(month).empty() || sort_of(text(month)[0]) != Sort::word) return {};
    // The words that people type have this form, too; with a year, today does not matter.
    const std::string word = fmt::format("{}{}{:04}", text(day), text(month), year);
    return try_date_word(word, Date(), Weekdays::last);
  }
  MaybeDay named(std::size_t day, std::size_t month, std::size_t year) const {
    return digits(year, 4, 4) ? whole(in_year(day, month, value_of_digits(text(year))))
                              : MaybeDay();
  }

  MaybeDay month_day_year() const { return apart(1) && apart(3) ? named(2, 0, 4) : MaybeDay(); }
  MaybeDay month_day_suffix_year() const {
    return apart(1) && suffix(3) && apart(4) ? named(2, 0, 5) : MaybeDay();
  }
  MaybeDay day_month_year() const { return apart(1) && apart(3) ? named(0, 2, 4) : MaybeDay(); }
  MaybeDay day_suffix_month_year() const {
    return suffix(1) && apart(2) && apart(4) ? named(0, 3, 5) : MaybeDay();
  }

  const std::vector<DayPart>& parts_;
  std::size_t from_;
};

}  // namespace

std::optional<Date> WrittenDate::in(DayOrder order) const {
  if (day_first == month_first || !month_first) return day_first;
  if (!day_first) return month_first;
  if (order == DayOrder::unknown) return std::nullopt;
  return order == DayOrder::day_first ? day_first : month_first;
}

std::optional<WrittenDate> find_date(std::string_view text) {
  const std::vector<DayPart> parts = parts_of(text);
  for (std::size_t from = 0; from < parts.size(); ++from) {
    if (auto found = DayReader(parts, from).read_iso()) return found;
  }
  for (std::size_t from = 0; from < parts.size(); ++from) {
    if (auto found = DayReader(parts, from).read_other()) return found;
  }
  return std::nullopt;
}

std::optional<WrittenDate> find_day(std::string_view text, int year) {
  const std::vector<DayPart> parts = parts_of(text);
  for (std::size_t from = 0; from < parts.size(); ++from) {
    if (auto found = DayReader(parts, from).read_without_year(year)) return found;
  }
  return std::nullopt;
}

bool resembles_date(std::string_view text) {
  const std::vector<DayPart> parts = parts_of(text);
  const auto is_number = [&](std::size_t i, std::size_t digits) {
    return parts[i].sort == Sort::number && parts[i].text.size() <= digits;
  };
  for (std::size_t i = 0; i + 4 < parts.size(); ++i) {
    const std::string_view between = parts[i + 1].text;
    const bool alike = between.size() == 1 && between == parts[i + 3].text && between != " ";
    const bool has_year = parts[i].text.size() == 4 || parts[i + 4].text.size() == 4;
    const bool in_size = is_number(i, 4) && is_number(i + 2, 2) && is_number(i + 4, 4);
    if (alike && has_year && in_size) return true;
  }
  return false;
}

std::optional<int> find_year(std::string_view text) {
  for (const DayPart& part : parts_of(text)) {
    const bool century = part.text.starts_with("19") || part.text.starts_with("20");
    if (part.sort == Sort::number && part.text.size() == 4 && century) {
      return value_of_digits(part.text);
    }
  }
  return std::nullopt;
}

DayOrder order_of(const std::vector<WrittenDate>& dates) {
  const auto only = [&](auto one, auto other) {
    return std::ranges::any_of(
        dates, [=](const WrittenDate& date) { return date.*one && !(date.*other); });
  };
  const bool day_first = only(&WrittenDate::day_first, &WrittenDate::month_first);
  const bool month_first = only(&WrittenDate::month_first, &WrittenDate::day_first);
  if (day_first == month_first) return DayOrder::unknown;
  return day_first ? DayOrder::day_first : DayOrder::month_first;
}

}  // namespace oneonone

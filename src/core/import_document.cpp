// SPDX-License-Identifier: MIT
// Finds the days of a source and cuts it at its headings.
#include "core/import_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>

#include "text/blanks.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

/// Where a document may be cut: a heading, or a bullet that is nothing but a day.
struct Cut {
  std::size_t line = 0;
  int level = 0;
  std::string text;
  std::optional<WrittenDate> date;
};

/// Below all headings.
constexpr int level_of_bullets = 7;

/// A year that has a 29 February, to see whether a text names a day at all.
constexpr int some_year = 2000;

struct Lines {
  std::size_t first, last;
};

/// Reads one source; what it holds is needed again and again.
class Document {
 public:
  Document(const Note& source, const Reading& reading, DayOrder order)
      : source_(source), outline_(outline_of(source, reading)), order_(order) {
    for (const Heading& heading : outline_.headings) {
      cuts_.push_back({heading.line, heading.level, heading.text, find_date(heading.text)});
    }
    if (!has_days()) add_days_in_bullets();
  }

  SourceMeetings read(std::string_view name) {
    const auto own = front_matter_date();
    if (const auto date = find_date(name)) {
      whole_file(*date, "its name");
    } else if (own && !has_days()) {
      whole_file(*own, "its 'date:'");
    } else {
      find_years(name);
      if (has_days()) split();
    }
    doubt_what_is_left();
    std::ranges::sort(result_.doubts, {}, &Doubt::line);
    return std::move(result_);
  }

 private:
  bool has_days() const {
    return std::ranges::any_of(cuts_, [](const Cut& cut) { return cut.date.has_value(); });
  }

  /// Logseq's way: `- [[Nov 17th, 2026]]` with the meeting below.
  void add_days_in_bullets() {
    for (const Bullet& bullet : outline_.bullets) {
      const std::string text(source_.line(bullet.line));
      const auto date = find_date(text);
      const bool alone = date && names_in(text).empty();
      if (bullet.outer && alone) cuts_.push_back({bullet.line, level_of_bullets, text, date});
    }
    for (std::size_t line = source_.body_line(); line <= source_.lines(); ++line) {
      const std::string text(source_.line(line));
      if (!text.starts_with("- #")) continue;
      if (const auto date = find_date(text)) cuts_.push_back({line, level_of_bullets, text, date});
    }
    std::ranges::sort(cuts_, {}, &Cut::line);
  }

  // --- days without a year

  /// `17 Nov` at the level of the meetings: below a heading `2026`, or in a file called so, it is
  /// of that year; else of the year in which it is nearest to the meeting before it, or at the top
  /// to the first one that has its year.
  void find_years(std::string_view name) {
    const int level = level_of_meetings();
    const std::optional<int> of_file = find_year(name);
    std::array<std::optional<int>, level_of_bullets + 1>
        years{};  // of the headings around, by level
    std::optional<Date> near = first_day(level);
    for (Cut& cut : cuts_) {
      const auto own = years.begin() + cut.level;
      std::fill(own, years.end(), std::nullopt);
      if (cut.level < level) *own = find_year(cut.text);
      if (cut.level != level) continue;
      const auto year = std::find_if(std::reverse_iterator(own), years.rend(),
                                     [](const auto& known) { return known.has_value(); });
      if (!cut.date) cut.date = completed(cut, year == years.rend() ? of_file : *year, near);
      if (cut.date && cut.date->day_first) near = cut.date->day_first;
    }
  }

  std::optional<Date> first_day(int level) const {
    const auto first = std::ranges::find_if(cuts_, [level](const Cut& cut) {
      return cut.level == level && cut.date && cut.date->day_first;
    });
    return first == cuts_.end() ? std::nullopt : first->date->day_first;
  }

  static std::optional<WrittenDate> completed(const Cut& cut, std::optional<int> year,
                                              std::optional<Date> near) {
    if (year) return day_in(cut, *year);
    return near ? nearest(cut, *near) : std::nullopt;
  }

  /// The day that a heading begins with; what stands before it may be `Mon` or `1:1`, no other
  /// words.
  static std::optional<WrittenDate> day_in(const Cut& cut, int year) {
    const auto day = find_day(cut.text, year);
    const bool first = day && names_in(std::string_view(cut.text).substr(0, day->at)).empty();
    return first ? day : std::nullopt;
  }

  static std::optional<WrittenDate> nearest(const Cut& cut, Date near) {
    std::optional<WrittenDate> best;
    const auto distance = [&](const WrittenDate& day) { return std::abs(*day.day_first - near); };
    for (int year = near.year() - 1; year <= near.year() + 1; ++year) {
      const auto day = day_in(cut, year);
      if (day && (!best || distance(*day) < distance(*best))) best = day;
    }
    return best;
  }

  std::optional<WrittenDate> front_matter_date() const {
    const auto text = read_front_matter(source_).text("date");
    return text ? find_date(*text) : std::nullopt;
  }

  std::string names_in_front_matter() const {
    const FrontMatter matter = read_front_matter(source_);
    std::string names;
    for (const char* key : {"person", "with", "people", "attendees"}) {
      for (const std::string& name : matter.list(key)) names += "/" + name;
    }
    return names;
  }

  void doubt(std::size_t line, std::string message) {
    result_.doubts.push_back({line, std::move(message), 0});
  }

  /// A doubt about everything in some lines.
  void doubt_all(std::size_t line, std::string message, Lines lines) {
    doubt(line, std::move(message));
    for (const SourceItem& item : source_items(source_, outline_)) {
      if (lines.first <= item.line && item.line <= lines.last) ++result_.doubts.back().items;
    }
  }

  /// The day of some lines that it is written in; without one they are doubted.
  std::optional<Date> day_of(Lines lines, const WrittenDate& date, DayOrder order) {
    covered_.push_back(lines);
    const auto day = date.in(order);
    if (!day) {
      doubt_all(lines.first,
                fmt::format("{} or {}? --dates dmy or --dates mdy says which",
                            date.day_first->long_form(), date.month_first->long_form()),
                lines);
    }
    return day;
  }

  void whole_file(const WrittenDate& written, std::string_view where) {
    const auto date = day_of({1, source_.lines()}, written, order_);
    if (!date) return;
    result_.meetings.push_back({*date, 1, source_.lines(), names_in_front_matter(), ""});
    const auto differs = [&](const WrittenDate& other) {
      return other.day_first != date && other.month_first != date;
    };
    const bool first_differs = !cuts_.empty() && cuts_[0].date && differs(*cuts_[0].date);
    const auto own = front_matter_date();
    if (!first_differs && !(own && differs(*own))) return;
    const std::size_t line = first_differs ? cuts_[0].line : 1;
    doubt(line, fmt::format("names another day than {}: {} counts", where, date->iso()));
  }

  /// The level at which most cuts have a day, or where none has its year, a day without one; of two
  /// the outer one.
  int level_of_meetings() const {
    std::array<std::size_t, level_of_bullets + 1> count{};
    const bool with_year = has_days();
    for (const Cut& cut : cuts_) {
      const bool counts = with_year ? cut.date.has_value() : day_in(cut, some_year).has_value();
      if (counts) ++count.at(static_cast<std::size_t>(cut.level));
    }
    return static_cast<int>(std::ranges::max_element(count) - count.begin());
  }

  DayOrder order_here() const {
    std::vector<WrittenDate> dates;
    for (const Cut& cut : cuts_) {
      if (cut.date) dates.push_back(*cut.date);
    }
    const DayOrder own = order_of(dates);
    return own == DayOrder::unknown ? order_ : own;
  }

  void split() {
    const int level = level_of_meetings();
    const DayOrder order = order_here();
    std::map<Date, int> seen;
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      const Cut& cut = cuts_[i];
      if (cut.level != level || !cut.date) continue;
      const Lines lines{cut.line, end_of(i)};
      const auto date = day_of(lines, *cut.date, order);
      if (!date) continue;
      const int number = ++seen[*date];
      const std::string part = date->iso() + (number > 1 ? fmt::format("-{}", number) : "");
      result_.meetings.push_back({*date, lines.first, lines.last, cut.text, part});
    }
  }

  /// The last line before the cut that ends a meeting: another day, a heading that is above, or one
  /// that names a day without a year or one that does not exist.
  std::size_t end_of(std::size_t index) const {
    const int level = cuts_[index].level;
    for (std::size_t i = index + 1; i < cuts_.size(); ++i) {
      const Cut& cut = cuts_[i];
      if (cut.level < level) return cut.line - 1;
      const bool names_day = cut.date || lacks_year(cut) || resembles_date(cut.text);
      if (cut.level == level && names_day) return cut.line - 1;
    }
    return source_.lines();
  }

  /// `17 Nov`: with a year it would be a day.
  static bool lacks_year(const Cut& cut) { return find_day(cut.text, some_year).has_value(); }

  /// Everything that no day covers, a doubt for each run of lines that says something.
  void doubt_what_is_left() {
    std::size_t line = source_.body_line();
    const bool no_day = covered_.empty();
    covered_.push_back({source_.lines() + 1, source_.lines() + 1});
    for (const Lines& lines : covered_) {  // by line: cuts come in order
      doubt_between(line, lines.first, no_day);
      line = lines.last + 1;
    }
  }

  bool says_something(std::size_t line) const {
    const auto after = std::ranges::upper_bound(outline_.headings, line, {}, &Heading::line);
    const bool heading = after != outline_.headings.begin() && line <= std::prev(after)->last_line;
    return !heading && !is_blank(source_.line(line));
  }

  void doubt_between(std::size_t first, std::size_t end, bool no_day) {
    while (first < end && !says_something(first)) ++first;
    if (first < end) doubt_all(first, why_left(first, no_day) + ": it stays out", {first, end - 1});
  }

  std::string why_left(std::size_t line, bool no_day) const {
    const auto below = std::ranges::upper_bound(cuts_, line, {}, &Cut::line);
    if (below != cuts_.begin()) {
      const Cut& above = *std::prev(below);
      if (!above.date && resembles_date(above.text)) {
        return fmt::format("there is no such day as in '{}'", above.text);
      }
    }
    if (!no_day) return "below no heading with a day";
    const bool lack_year = std::ranges::any_of(
        cuts_, [](const Cut& cut) { return day_in(cut, some_year).has_value(); });
    return lack_year ? "no year in any heading: one is enough, such as '2026' above them"
                     : "no day in its name, its headings or its front matter";
  }

  const Note& source_;
  Outline outline_;
  DayOrder order_;
  std::vector<Cut> cuts_;       ///< by line
  std::vector<Lines> covered_;  ///< by a day, even by one that is not sure
  SourceMeetings result_;
};

}  // namespace

SourceMeetings meetings_in(std::string_view name, const Note& source, const Reading& reading,
                           DayOrder order) {
  return Document(source, reading, order).read(name);
}

std::string_view text_of(const Note& source, const SourceMeeting& meeting) {
  if (meeting.part.empty()) return source.bytes();
  const std::size_t from = source.start(meeting.first_line);
  return source.bytes().substr(from, source.next(meeting.last_line) - from);
}

std::string as_note(std::string_view text, Date date, std::string_view imported) {
  std::string bytes(text);
  const auto put = [&](std::string_view key, std::string_view value) {
    bytes = apply_edits(bytes, {set_field(Note(bytes), key, value)});
  };
  if (read_front_matter(Note(bytes)).find("date") == nullptr) put("date", date.iso());
  put("imported", yaml_scalar(imported));
  return bytes;
}

}  // namespace oneonone

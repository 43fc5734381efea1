// SPDX-License-Identifier: MIT
// Finds the days of a source and cuts it at its headings.
#include "core/import_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/blanks.hpp"
#include "text/front_matter.hpp"

namespace oneonone {
namespace {

struct DatedHeading {
  const Heading* heading;
  WrittenDate date;
};

/// A heading in a quote or a list is no part of the document's order.
bool stands_at_margin(const Note& source, const Heading& heading) {
  const std::string_view line = source.line(heading.line);
  return !line.empty() && std::string_view(" \t>-*+0123456789").find(line[0]) == std::string::npos;
}

struct Lines {
  std::size_t first, last;
};

/// Reads one source; what it holds is needed again and again.
class Document {
 public:
  Document(const Note& source, const Reading& reading, DayOrder order)
      : source_(source), outline_(outline_of(source, reading)), order_(order) {
    for (const Heading& heading : outline_.headings) {
      if (!stands_at_margin(source, heading)) continue;
      if (auto date = find_date(heading.text)) dated_.push_back({&heading, *date});
    }
  }

  SourceMeetings read(std::string_view name) {
    if (const auto date = find_date(name)) {
      whole_file(*date, "its name");
    } else if (!dated_.empty()) {
      split();
    } else if (const auto own = front_matter_date()) {
      whole_file(*own, "its 'date:'");
    }
    doubt_what_is_left();
    std::ranges::sort(result_.doubts, {}, &Doubt::line);
    return std::move(result_);
  }

 private:
  std::optional<WrittenDate> front_matter_date() const {
    const FrontMatter matter = read_front_matter(source_);
    for (const char* key : {"date", "day", "created"}) {
      if (const auto text = matter.text(key)) {
        if (auto date = find_date(*text)) return date;
      }
    }
    return std::nullopt;
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
    result_.meetings.push_back({*date, 1, source_.lines(), "", ""});
    const auto differs = [&](const WrittenDate& other) {
      return other.day_first != date && other.month_first != date;
    };
    const bool first_differs =
        !dated_.empty() && dated_[0].heading == outline_.headings.data() && differs(dated_[0].date);
    const auto own = front_matter_date();
    if (!first_differs && !(own && differs(*own))) return;
    const std::size_t line = first_differs ? dated_[0].heading->line : 1;
    doubt(line, fmt::format("names another day than {}: {} counts", where, date->iso()));
  }

  /// The level at which most headings have a day; of two the outer one.
  int level_of_meetings() const {
    std::array<std::size_t, 7> count{};
    for (const DatedHeading& one : dated_) ++count[static_cast<std::size_t>(one.heading->level)];
    return static_cast<int>(std::ranges::max_element(count) - count.begin());
  }

  DayOrder order_here() const {
    std::vector<WrittenDate> dates;
    for (const DatedHeading& one : dated_) dates.push_back(one.date);
    const DayOrder own = order_of(dates);
    return own == DayOrder::unknown ? order_ : own;
  }

  void split() {
    const int level = level_of_meetings();
    const DayOrder order = order_here();
    std::map<Date, int> seen;
    for (std::size_t i = 0; i < outline_.headings.size(); ++i) {
      const Heading& heading = outline_.headings[i];
      const auto dated = std::ranges::find(dated_, &heading, &DatedHeading::heading);
      if (heading.level != level || dated == dated_.end()) continue;
      const Lines lines{heading.line, end_of(i, level)};
      const auto date = day_of(lines, dated->date, order);
      if (!date) continue;
      const int number = ++seen[*date];
      const std::string part = date->iso() + (number > 1 ? fmt::format("-{}", number) : "");
      result_.meetings.push_back({*date, lines.first, lines.last, heading.text, part});
    }
  }

  /// The last line before the heading that ends a meeting: another day, one that is above, or one
  /// that names a day without a year.
  std::size_t end_of(std::size_t index, int level) {
    for (std::size_t i = index + 1; i < outline_.headings.size(); ++i) {
      const Heading& heading = outline_.headings[i];
      if (heading.level > level || !stands_at_margin(source_, heading)) continue;
      const bool dated =
          std::ranges::find(dated_, &heading, &DatedHeading::heading) != dated_.end();
      if (heading.level < level || dated || lacks_year(heading)) return heading.line - 1;
    }
    return source_.lines();
  }

  /// `17 Nov`: with a year it would be a day.
  static bool lacks_year(const Heading& heading) {
    return !find_date(heading.text) && find_date(heading.text + " 2000");
  }

  /// Everything that no day covers, a doubt for each run of lines that says something.
  void doubt_what_is_left() {
    std::size_t line = source_.body_line();
    const bool no_day = covered_.empty();
    covered_.push_back({source_.lines() + 1, source_.lines() + 1});
    for (const Lines& lines : covered_) {  // by line: headings come in order
      doubt_between(line, lines.first, no_day);
      line = lines.last + 1;
    }
  }

  bool says_something(std::size_t line) const {
    const auto within = [line](const Heading& heading) {
      return heading.line <= line && line <= heading.last_line;
    };
    return !is_blank(source_.line(line)) && std::ranges::none_of(outline_.headings, within);
  }

  void doubt_between(std::size_t first, std::size_t end, bool no_day) {
    while (first < end && !says_something(first)) ++first;
    if (first >= end) return;
    doubt_all(first,
              no_day ? "no day in its name, its headings or its front matter: it stays out"
                     : "below no heading with a day: it stays out",
              {first, end - 1});
  }

  const Note& source_;
  Outline outline_;
  DayOrder order_;
  std::vector<DatedHeading> dated_;
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

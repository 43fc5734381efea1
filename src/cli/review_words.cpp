// SPDX-License-Identifier: MIT
// One list of lines; Markdown and data read the same.
#include "cli/review_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/said_filter.hpp"
#include "view/markdown.hpp"

namespace oneonone {
namespace {

using view::markdown_code;
using view::markdown_link;
using view::markdown_text;
using view::Value;

/// A line of the document.
struct Line {
  std::string section;  ///< "wins", "goals", "promises", …
  std::string title;    ///< of the section
  std::optional<Date> day;
  std::string label;  ///< "Praise" before the text
  std::string text, metric, link;
  std::string state;  ///< what became of it
  std::string speaker;
  NotePath path;
  std::size_t line = 0;
  std::string owner;  ///< of a promise
};

std::string day_words(Date day) {
  return fmt::format("{} {}", day.day_month(), day.year());
}

std::string capital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::string late_words(int days) {
  return fmt::format("{} {} late", days, days == 1 ? "day" : "days");
}

std::string fate_words(const Promise& promise, Date today) {
  switch (promise.fate) {
    case Fate::kept:
      return "kept on " + day_words(*promise.closed);
    case Fate::late:
      return fmt::format("kept {}, on {}", late_words(promise.days_late(today)),
                         day_words(*promise.closed));
    case Fate::overdue:
      return "open, " + late_words(promise.days_late(today));
    case Fate::dropped:
      return "dropped on " + day_words(*promise.closed);
    case Fate::open:
      break;
  }
  return promise.due ? "open, due on " + day_words(*promise.due) : "open";
}

std::string measure_words(const ReviewMeasure& measure) {
  std::vector<std::string> numbers;
  for (double reading : measure.readings) numbers.push_back(shown_number(reading));
  std::string text = measure.measure.name + ": ";
  text += numbers.empty() ? "no number" : fmt::format("{}", fmt::join(numbers, ", "));
  if (!measure.measure.aim.empty()) text += "; aim " + measure.measure.aim;
  if (measure.measure.target && !numbers.empty()) {
    text += fmt::format(", met {} of {}", measure.met, numbers.size());
  }
  return text;
}

std::string goal_words(const Goal& goal) {
  if (goal.mark == Mark::done) return "reached on " + day_words(*goal.closed);
  if (goal.mark == Mark::dropped) return "dropped on " + day_words(*goal.closed);
  return goal.due ? "open, due on " + day_words(*goal.due) : "open";
}

/// Gathers the lines in the order of the document.
class ReviewLines {
 public:
  explicit ReviewLines(const ReviewDocument& document) : document_(document) {}

  std::vector<Line> run() {
    const Review& review = document_.review;
    add(review.wins, "wins", "Wins");
    add_goals();
    for (std::size_t i = 0; i < review.promises.size(); ++i) add_promises(review.promises[i], i);
    add(review.feedback, "feedback", document_.about_me ? "Feedback to me" : "Feedback given");
    add(review.concerns, "concerns", "Concerns raised");
    add(review.growth, "growth", "Growth");
    for (const ReviewTheme& theme : review.themes) {
      const char* times = theme.meetings == 1 ? "meeting" : "meetings";
      lines_.push_back({"themes", "Themes", theme.last, "", theme.name, "", "",
                        fmt::format("in {} {}", theme.meetings, times), "", theme.path, theme.line,
                        ""});
    }
    sort_by_day();
    return std::move(lines_);
  }

 private:
  /// Within each section; goals and themes have an order of their own.
  void sort_by_day() {
    for (auto first = lines_.begin(); first != lines_.end();) {
      const auto last = std::find_if(first, lines_.end(),
                                     [&](const Line& line) { return line.title != first->title; });
      if (first->section != "goals" && first->section != "themes") {
        std::stable_sort(first, last, [](const Line& a, const Line& b) { return a.day < b.day; });
      }
      first = last;
    }
  }

  void add(const std::vector<ReviewLine>& lines, const char* section, const char* title) {
    for (const ReviewLine& line : lines) {
      const bool feedback = std::string_view(section) == "feedback";
      lines_.push_back({section, title, line.day, feedback ? capital(line.kind) : "", line.text,
                        line.metric, line.link, "", feedback ? line.speaker : "", line.path,
                        line.line, ""});
    }
  }

  void add_goals() {
    for (const ReviewGoal& row : document_.review.goals) {
      lines_.push_back({"goals", "Goals", row.goal.since, "", row.goal.text, "", "",
                        goal_words(row.goal), "", row.goal.path, row.goal.line, ""});
      for (const ReviewMeasure& measure : row.measures) {
        lines_.push_back({"measures",
                          "Goals",
                          {},
                          "",
                          measure_words(measure),
                          "",
                          "",
                          "",
                          "",
                          row.goal.path,
                          measure.measure.line,
                          ""});
      }
    }
  }

  void add_promises(const ReviewPromises& side, std::size_t index) {
    std::string title = "Commitments of " + document_.owners[index];
    if (side.kept.of > 0) title += fmt::format(": kept {} of {}", side.kept.kept, side.kept.of);
    for (const ReviewPromise& row : side.promises) {
      lines_.push_back({"promises", title, row.promise.since, "", row.text, "", "",
                        fate_words(row.promise, document_.window.last), "", row.path, row.line,
                        side.owner});
    }
  }

  const ReviewDocument& document_;
  std::vector<Line> lines_;
};

std::string line_markdown(const Line& line) {
  std::string out = line.section == "measures" ? "  - " : "- ";
  const bool dated = line.day && line.section != "themes" && line.section != "goals";
  if (dated) out += day_words(*line.day) + ": ";
  if (!line.label.empty()) out += line.label + ": ";
  out += markdown_text(line.text);
  if (!line.metric.empty()) out += ": **" + markdown_text(line.metric) + "**";
  if (!line.link.empty()) out += ", " + markdown_link(line.link);
  if (!line.speaker.empty()) out += " (" + markdown_text(line.speaker) + ")";
  if (!line.state.empty()) out += " – " + markdown_text(line.state);
  if (line.section == "themes") out += ", last on " + day_words(*line.day);
  if (line.path.tree == Tree::own) out += " (private)";
  return out + " " + markdown_code(fmt::format("{}:{}", line.path.path(), line.line)) + "\n";
}

std::string meetings_words(const ReviewMeetings& meetings) {
  std::string text =
      fmt::format("Meetings: {} held of {} planned", meetings.held, meetings.planned);
  if (meetings.informal > 0) text += fmt::format(", {} informal", meetings.informal);
  return text + ".";
}

}  // namespace

std::string review_markdown(const ReviewDocument& document) {
  const Window& window = document.window;
  std::string out =
      fmt::format("# {}, {} to {}\n\n{}\n", markdown_text(document.name), window.first.long_form(),
                  window.last.long_form(), meetings_words(document.meetings));
  std::string title;
  for (const Line& line : ReviewLines(document).run()) {
    if (line.title != title) {
      title = line.title;
      out += "\n## " + markdown_text(title) + "\n\n";
    }
    out += line_markdown(line);
  }
  return out;
}

view::Table review_table(const ReviewDocument& document) {
  auto text = [](const std::string& words) { return words.empty() ? Value() : Value(words); };
  const std::vector<view::Column<Line>> columns{
      {"section", [](const Line& line) { return Value(line.section); }},
      {"date", [](const Line& line) { return line.day ? Value(line.day->iso()) : Value(); }},
      {"text", [](const Line& line) { return Value(line.text); }},
      {"kind", [=](const Line& line) { return text(line.label); }},
      {"metric", [=](const Line& line) { return text(line.metric); }},
      {"link", [=](const Line& line) { return text(line.link); }},
      {"state", [=](const Line& line) { return text(line.state); }},
      {"author", [=](const Line& line) { return text(line.speaker); }},
      {"owner", [=](const Line& line) { return text(line.owner); }},
      {"person", [](const Line& line) { return Value(line.path.person); }},
      {"private", [](const Line& line) { return Value(line.path.tree == Tree::own); }},
      {"path", [](const Line& line) { return Value(line.path.path()); }},
      {"line", [](const Line& line) { return Value(line.line); }},
  };
  return {ReviewLines(document).run(), columns};
}

}  // namespace oneonone

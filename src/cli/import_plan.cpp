// SPDX-License-Identifier: MIT
// Plans an import: reads the sources, finds the people, gives each meeting its note.
#include "cli/import_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "cli/import_people.hpp"
#include "cli/imported_notes.hpp"
#include "cli/ledgers.hpp"
#include "core/import_repeats.hpp"
#include "text/records.hpp"

namespace oneonone {
namespace {

/// A meeting and whose it is.
struct Draft {
  const ImportSource* source = nullptr;
  SourceMeeting meeting;
  std::string text;
  std::size_t person = 0;
  std::vector<Doubt> doubts;  ///< by the lines of the file
};

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

/// What the front matter says about where the note came from.
std::string mark_of_source(const Draft& draft) {
  const std::string& part = draft.meeting.part;
  return draft.source->name + (part.empty() ? "" : "#" + part);
}

std::vector<std::string> names_of(const std::vector<ImportSource>& sources) {
  std::vector<std::string> names;
  for (const ImportSource& source : sources) names.push_back(source.name);
  return names;
}

/// A planned note.
struct Made {
  std::size_t person = 0;
  NotePath path;
  std::size_t change = 0, row = 0;  ///< where they stand in the plan
};

/// Takes the doubts that cost no item and stand before a line.
std::vector<Doubt> take_asides(std::vector<Doubt>& doubts, std::size_t before) {
  std::vector<Doubt> asides;
  std::erase_if(doubts, [&](const Doubt& doubt) {
    const bool aside = doubt.items == 0 && doubt.line < before;
    if (aside) asides.push_back(doubt);
    return aside;
  });
  return asides;
}

class Planner {
 public:
  Planner(Session& session, const std::string& path, const std::vector<ImportSource>& sources,
          const ImportOptions& options)
      : session_(session),
        options_(options),
        root_(file_name(session.system().files.resolve(path).value_or(path))),
        sources_(sources),
        people_(session, names_of(sources), options.person) {}

  ImportPlan run() {
    const DayOrder order = order_of_names();
    for (const ImportSource& source : sources_) read(source, order);
    for (std::size_t i = 0; i < people_.size(); ++i) introduce(i);
    for (const Draft& draft : drafts_) write(draft);
    for (std::size_t i = 0; i < people_.size(); ++i) link_repeats(i);
    std::ranges::sort(plan_.rows, [](const ImportRow& a, const ImportRow& b) {
      return std::tie(a.source, a.line) < std::tie(b.source, b.line);
    });
    return std::move(plan_);
  }

 private:
  /// The names of all files are one document: `17-11-2026.md` tells what `11-12-2026.md` is.
  DayOrder order_of_names() const {
    if (options_.order != DayOrder::unknown) return options_.order;
    std::vector<WrittenDate> dates;
    for (const ImportSource& source : sources_) {
      if (const auto date = find_date(file_name(source.name))) dates.push_back(*date);
    }
    return order_of(dates);
  }

  void read(const ImportSource& source, DayOrder order) {
    const Note note(source.bytes);
    const Config& config = session_.notebook().config();
    const Reading reading{Headings(config.topics_headings, config.ignore_headings),
                          config.statuses};
    SourceMeetings found = meetings_in(file_name(source.name), note, reading, order);
    for (std::size_t i = 0; i < found.meetings.size(); ++i) {
      SourceMeeting& meeting = found.meetings[i];
      const bool is_last = i + 1 == found.meetings.size();
      std::vector<Doubt> asides =
          take_asides(found.doubts, is_last ? note.lines() + 1 : found.meetings[i + 1].first_line);
      const std::string text(text_of(note, meeting));
      const auto person = people_.whose(root_, source.name, meeting.names);
      if (person) {
        drafts_.push_back({&source, std::move(meeting), text, *person, std::move(asides)});
      } else {
        leave(source, meeting, text, reading, std::move(asides));
      }
    }
    const bool has_items =
        std::ranges::any_of(found.doubts, [](const Doubt& doubt) { return doubt.items > 0; });
    if (found.meetings.empty() && !has_items) {
      ++plan_.passed_over;
    } else if (!found.doubts.empty()) {
      leave(source, std::move(found.doubts));
    }
  }

  /// Rows tell lines of the file as it is.
  void add(const ImportSource& source, ImportRow row) {
    row.source = source.shown;
    row.line = source.line(row.line);
    for (Doubt& doubt : row.doubts) doubt.line = source.line(doubt.line);
    plan_.rows.push_back(std::move(row));
  }

  /// A meeting that is nobody's stays out with all its items.
  void leave(const ImportSource& source, const SourceMeeting& meeting, const std::string& text,
             const Reading& reading, std::vector<Doubt> asides) {
    const Note note(text);
    ImportRow row{source.shown, meeting.first_line, ImportState::left, "", "", meeting.date,
                  {},           std::move(asides)};
    row.counts.unclear = source_items(note, outline_of(note, reading)).size();
    row.doubts.push_back(
        {meeting.first_line, "whose meeting was it? --person says so", row.counts.unclear});
    add(source, std::move(row));
  }

  void leave(const ImportSource& source, std::vector<Doubt> doubts) {
    ImportRow row{"", doubts[0].line, ImportState::left, "", "", std::nullopt, {}, {}};
    for (const Doubt& doubt : doubts) row.counts.unclear += doubt.items;
    row.doubts = std::move(doubts);
    add(source, std::move(row));
  }

  /// Plans the about.md of someone new, and finds headings that should be ignored.
  void introduce(std::size_t index) {
    const Person& person = people_[index];
    const Config& config = session_.notebook().config();
    readings_.push_back(reading_of(person, config));
    std::vector<std::string> ignored;
    bool used = false;
    for (const Draft& draft : drafts_) {
      if (draft.person != index) continue;
      used = true;
      for (std::string& title : headings_to_ignore(draft.text, readings_.back())) {
        if (std::ranges::find(ignored, title) == ignored.end()) ignored.push_back(std::move(title));
      }
    }
    if (!used) return;
    if (people_.is_new(index)) {
      add_newcomer(index, ignored);
    } else if (!ignored.empty()) {
      plan_.proposals.push_back(
          fmt::format("people/{0}/about.md: 'ignore_headings: [{1}]' would keep these lists apart "
                      "from what {0} and you promise",
                      person.folder, fmt::join(ignored, ", ")));
    }
  }

  void add_newcomer(std::size_t index, const std::vector<std::string>& ignored) {
    const Person& person = people_[index];
    const std::string about = people_.about(index, ignored);
    plan_.changes.push_back({"people/" + person.folder + "/about.md", std::nullopt, about});
    plan_.newcomers.push_back(fmt::format("{} is new: people/{}", person.name(), person.folder));
    if (ignored.empty()) return;
    Person aware = person;
    aware.ignore_headings = session_.notebook().config().ignore_headings;
    aware.ignore_headings.insert(aware.ignore_headings.end(), ignored.begin(), ignored.end());
    readings_.back() = reading_of(aware, session_.notebook().config());
    plan_.proposals.push_back(fmt::format("people/{}/about.md ignores what stands below: {}",
                                          person.folder, fmt::join(ignored, ", ")));
  }

  void write(const Draft& draft) {
    const Person& person = people_[draft.person];
    const Reading& reading = readings_[draft.person];
    const Date date = draft.meeting.date;
    ImportedText text =
        import_items(draft.text, spellings_of(person, session_.notebook().config().name), reading,
                     options_.bullets);
    ImportRow row{"",
                  draft.meeting.first_line,
                  ImportState::there,
                  "",
                  person.folder,
                  date,
                  text.counts,
                  text.doubts};
    const std::string mark = mark_of_source(draft);
    ImportedNotes& notes = notes_of(person.folder);
    if (const NotePath* note = notes.made_from(mark, date, draft.text)) {
      row.path = note->path();
      row.doubts = notes.missing(*note, text.bytes, reading);
    } else {
      row.state = ImportState::made;
      const NotePath path = notes.next(date);
      row.path = path.path();
      if (path.number > 1) row.doubts.push_back({1, "that day has a note: this is one more", 0});
      made_.push_back({draft.person, path, plan_.changes.size(), plan_.rows.size()});
      plan_.changes.push_back({row.path, std::nullopt, as_note(text.bytes, date, mark)});
    }
    for (Doubt& doubt : row.doubts) doubt.line += draft.meeting.first_line - 1;
    row.doubts.insert(row.doubts.begin(), draft.doubts.begin(), draft.doubts.end());
    add(*draft.source, std::move(row));
  }

  /// What was copied by hand from a note to one of the new ones is one item.
  void link_repeats(std::size_t person) {
    std::map<NotePath, Made> made;
    for (const Made& one : made_) {
      if (one.person == person) made.emplace(one.path, one);
    }
    if (made.empty()) return;
    const Ledger ledger = ledger_with(person, made);
    std::set<std::size_t> fresh;
    for (std::size_t i = 0; i < ledger.notes().size(); ++i) {
      if (made.contains(ledger.notes()[i].path)) fresh.insert(i);
    }
    const Repeats repeats = find_repeats(ledger, fresh);
    for (const auto& [note, edits] : repeats.edits) {
      const Made& one = made.at(ledger.notes()[note].path);
      std::string& bytes = plan_.changes[one.change].bytes;
      bytes = apply_edits(bytes, edits);
      ItemCounts& counts = plan_.rows[one.row].counts;
      counts.open -= repeats.promises[note];
      counts.topics -= repeats.topics[note];
      counts.carried += repeats.promises[note] + repeats.topics[note];
    }
  }

  /// All notes of the tree as they will be.
  Ledger ledger_with(std::size_t person, const std::map<NotePath, Made>& made) {
    Ledgers ledgers(session_);
    const Ledger before = ledgers.load(people_[person], options_.tree, Depth::all);
    std::vector<ParsedNote> notes = before.notes();
    for (const auto& [path, one] : made) {
      notes.push_back(parse_note(path, plan_.changes[one.change].bytes, readings_[person]));
    }
    std::ranges::sort(notes, {}, &ParsedNote::path);
    IdSet taken = ledgers.ids(people_[person], Tree::shared);
    taken.merge(ledgers.ids(people_[person], Tree::own));
    return {people_[person], std::move(notes), std::move(taken), before.elsewhere()};
  }

  ImportedNotes& notes_of(const std::string& folder) {
    auto found = notes_.find(folder);
    if (found != notes_.end()) return found->second;
    return notes_.try_emplace(folder, session_, folder, options_.tree).first->second;
  }

  Session& session_;
  const ImportOptions& options_;
  std::string root_;
  const std::vector<ImportSource>& sources_;
  ImportPeople people_;
  std::vector<Draft> drafts_;
  std::vector<Made> made_;
  std::vector<Reading> readings_;  ///< by person
  std::map<std::string, ImportedNotes> notes_;
  ImportPlan plan_;
};

}  // namespace

ImportPlan plan_import(Session& session, const std::string& path, const ImportSources& sources,
                       const ImportOptions& options) {
  return Planner(session, path, sources.files, options).run();
}

}  // namespace oneonone

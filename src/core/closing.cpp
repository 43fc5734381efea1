// SPDX-License-Identifier: MIT
// Front matter key by key, the recap as text, the gaps from the ledger.
#include "core/closing.hpp"

#include <algorithm>
#include <ranges>

#include "text/blanks.hpp"
#include "text/front_matter.hpp"
#include "text/insert.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr int closed_within_days = 7;
constexpr int carries_to_decide = 3;

/// A note's text to which keys are written one after the other.
class RecordKeys {
 public:
  explicit RecordKeys(std::string text) : text_(std::move(text)) {}

  void set(const std::string& key, const std::string& yaml) {
    text_ = apply_edits(text_, {set_field(Note(text_), key, yaml)});
  }
  void word(const std::string& key, const std::optional<std::string>& word) {
    if (word) set(key, yaml_scalar(*word));
  }
  void number(const std::string& key, std::optional<int> number) {
    if (number) set(key, std::to_string(*number));
  }
  void numbers(const std::string& key, const SaidBy& said) {
    for (const auto& [handle, value] : said) {
      number(std::string(key).append("_").append(handle), value);
    }
  }
  void remove(const std::string& key) {
    if (auto edit = remove_field(Note(text_), key)) text_ = apply_edits(text_, {*edit});
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

Shelf recap_shelf(const std::string& handle) {
  std::string title = "Recap (" + handle + ")";
  std::string folded = unicode::fold(title);
  auto fits = [folded](const Heading& heading) {
    std::string text = unicode::fold(heading.text);
    return text == folded || text == "recap";
  };
  return {fits, std::move(title)};
}

/// True when the shelf's section ends with prose, which a further line would go on with.
bool ends_in_prose(const Note& note, const Outline& outline, const Shelf& shelf) {
  auto heading = std::ranges::find_if(outline.headings, shelf.fits);
  if (heading == outline.headings.end()) return false;
  std::size_t last = note.lines();
  if (heading + 1 != outline.headings.end()) last = (heading + 1)->line - 1;
  for (; last > heading->last_line; --last) {
    std::string_view line = note.line(last);
    if (!is_blank(line)) return !line.ends_with("-->");
  }
  return false;
}

std::string with_recap(const std::string& text, const Closing& closing, const Reading& reading) {
  Note note(text);
  Outline outline = outline_of(note, reading);
  Shelf shelf = recap_shelf(closing.recap_by);
  std::string gap = ends_in_prose(note, outline, shelf) ? "\n" : "";
  return apply_edits(text, {insert_items(note, outline, shelf, gap + *closing.recap + "\n")});
}

bool is_open_here(const Ledger& ledger, const Chain& chain, const NotePath& note) {
  return chain.state == Mark::open && chain.role == Role::commitment &&
         ledger.note(chain.shown).path == note;
}

bool needs_decision(const Ledger& ledger, const Chain& chain, Date today) {
  const Item& item = ledger.shown(chain).item();
  bool ahead = item.due && *item.due > today;
  return ledger.carries(chain) >= carries_to_decide && !ahead;
}

}  // namespace

std::optional<NotePath> note_to_close(const std::vector<Meeting>& meetings, Date today) {
  for (const Meeting& meeting : std::views::reverse(meetings)) {
    if (meeting.date() == today) return meeting.path;
    if (meeting.date() > today) continue;
    if (today - meeting.date() > closed_within_days) break;
    if (!meeting.said_held && meeting.held != Held::missed) return meeting.path;
  }
  return std::nullopt;
}

std::string short_note(const Person& person, Date day) {
  std::string title = "# ";
  for (const std::string& name : person.names) title += (title == "# " ? "" : " and ") + name;
  return "---\npeople: " + yaml_list(person.people) + "\ndate: " + day.iso() + "\n---\n" + title +
         ", " + day.long_form() + "\n";
}

std::string closed_note(const std::string& text, const Closing& closing, const Reading& reading) {
  RecordKeys keys(closing.recap ? with_recap(text, closing, reading) : text);
  keys.set("status", "held");
  keys.remove("by");
  if (closing.informal) keys.set("counts", "false");
  keys.word("venue", closing.venue);
  keys.word("mode", closing.mode);
  keys.number("minutes", closing.minutes);
  keys.number("mood", closing.mood);
  keys.numbers("talk", closing.talk);
  keys.numbers("worth", closing.worth);
  if (closing.next) keys.set("next", closing.next->iso());
  if (closing.recap) keys.set("recapped_by", yaml_scalar(closing.recap_by));
  return keys.text();
}

std::vector<Gap> gaps_of(const Ledger& ledger, const NotePath& note, Date today) {
  std::vector<const Chain*> here;
  for (const Chain& chain : ledger.chains()) {
    if (is_open_here(ledger, chain, note)) here.push_back(&chain);
  }
  std::ranges::sort(here, {}, [](const Chain* chain) { return chain->shown; });
  std::vector<Gap> gaps;
  for (const Chain* chain : here) {
    const Item& item = ledger.shown(*chain).item();
    if (ledger.person().promiser(item.owner).empty()) gaps.push_back({Lack::owner, chain->id});
    if (chain->copies.size() == 1 && !item.due && !item.since) {
      gaps.push_back({Lack::due, chain->id});
    }
    if (needs_decision(ledger, *chain, today)) gaps.push_back({Lack::decision, chain->id});
  }
  return gaps;
}

Tally tally_of(const Ledger& ledger, const NotePath& note) {
  Tally tally;
  for (const Chain& chain : ledger.chains()) {
    if (ledger.note(chain.shown).path != note || chain.role != Role::commitment) continue;
    if (chain.state == Mark::done) ++tally.done;
    if (chain.state == Mark::dropped) ++tally.dropped;
    if (chain.state != Mark::open) continue;
    ++tally.open;
    const std::string owner = ledger.person().promiser(ledger.shown(chain).item().owner);
    ++tally.open_by_owner[owner.empty() ? "nobody" : owner];
  }
  return tally;
}

}  // namespace oneonone

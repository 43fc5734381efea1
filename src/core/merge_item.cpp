// SPDX-License-Identifier: MIT
// Decides each field, then edits one side's lines where they differ from what was decided.
#include "core/merge_item.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace oneonone {
namespace {

using Day = std::optional<Date>;

/// Closed beats carried beats open.
int rank_of(Mark mark) {
  switch (mark) {
    case Mark::done:
      return 3;
    case Mark::dropped:
      return 2;
    case Mark::carried:
      return 1;
    case Mark::open:
      break;
  }
  return 0;
}

/// The value that one side alone changed, or both alike; nothing when both changed it differently.
template <class T>
std::optional<T> agreed(const T& base, const T& ours, const T& theirs) {
  if (ours == base) return theirs;
  return theirs == base || ours == theirs ? std::optional<T>(ours) : std::nullopt;
}

/// Of two changed days the earlier one; a day beats none.
Day merged_day(const Day& base, const Day& ours, const Day& theirs) {
  if (auto day = agreed(base, ours, theirs)) return *day;
  if (!ours || !theirs) return ours ? ours : theirs;
  return std::min(*ours, *theirs);
}

/// An id is not lost by retyping a line; of two new ones the lower, whoever merges.
std::string merged_id(const std::string& base, const std::string& ours, const std::string& theirs) {
  if (ours.empty() || theirs.empty()) return ours + theirs;
  return agreed(base, ours, theirs).value_or(std::min(ours, theirs));
}

/// What the line says of its due day, as it is written.
std::string due_text(const ItemHead& head) {
  for (auto token = head.text.tokens.rbegin(); token != head.text.tokens.rend(); ++token) {
    if (token->key == TokenKey::due)
      return std::string(head.note.bytes().substr(token->at, token->length));
  }
  return {};
}

std::string due_day(const Item& item) {
  return item.due ? item.due->iso() : item.due_word;
}

/// Of a word and a day, both new, the day counts: it is what whoever finished that note made of the
/// word.
std::optional<std::string> agreed_due(const Item& base, const Item& ours, const Item& theirs) {
  if (due_day(base).empty() && ours.due.has_value() != theirs.due.has_value() &&
      ours.due_word.empty() != theirs.due_word.empty()) {
    return due_day(ours.due ? ours : theirs);
  }
  return agreed(due_day(base), due_day(ours), due_day(theirs));
}

ItemHead edited(const ItemHead& head, std::vector<Edit> edits) {
  Note note(apply_edits(head.note.bytes(), std::move(edits)));
  const std::size_t at = head.box.at;
  const Box box = box_at(note.bytes(), at - 1).value_or(head.box);
  ItemText text = read_item(note, at + box.size + 1, note.lines());
  return {std::move(note), box, std::move(text)};
}

class HeadMerge {
 public:
  HeadMerge(const ItemHead* base, const ItemHead& ours, const ItemHead& theirs)
      : base_(base),
        before_(base == nullptr ? Item{} : base->item()),
        ours_(ours),
        theirs_(theirs),
        words_(agreed(before_.words, ours.item().words, theirs.item().words)),
        owner_(agreed(before_.owner, ours.item().owner, theirs.item().owner)),
        due_(agreed_due(before_, ours.item(), theirs.item())) {}

  MergedHead run() const {
    if (!words_ || !owner_ || !due_) return {decided(ours_), decided(theirs_), true};
    const ItemHead one = decided(source());
    return {one, one, false};
  }

 private:
  /// The side whose lines are edited: it has the words, and the line breaks that somebody changed.
  const ItemHead& source() const {
    if (ours_.item().words != *words_) return theirs_;
    const bool broken_by_them = base_ != nullptr && ours_.note.lines() == base_->note.lines() &&
                                theirs_.note.lines() != base_->note.lines() &&
                                theirs_.item().words == *words_;
    const bool untouched = base_ != nullptr && ours_.note.bytes() == base_->note.bytes();
    return broken_by_them || untouched ? theirs_ : ours_;
  }

  /// The side that decides the mark.
  const ItemHead& marking() const {
    const std::string_view base = base_ == nullptr ? " " : base_->mark();
    const Mark mine = ours_.item().mark;
    const Mark other = theirs_.item().mark;
    // What is flipped here and reworded there stays open: the next sync sees both copies.
    if (mine == Mark::carried && other == Mark::open && is_changed(theirs_)) return theirs_;
    if (other == Mark::carried && mine == Mark::open && is_changed(ours_)) return ours_;
    if (ours_.mark() == base) return theirs_;
    if (theirs_.mark() == base) return ours_;
    if (mine == other) return ours_.mark() >= theirs_.mark() ? ours_ : theirs_;
    return rank_of(mine) > rank_of(other) ? ours_ : theirs_;
  }

  bool is_changed(const ItemHead& side) const {
    const Item& item = side.item();
    return base_ != nullptr && (item.words != before_.words || item.owner != before_.owner ||
                                due_day(item) != due_day(before_) || item.on != before_.on);
  }

  /// One side's lines with everything that could be decided. One step after the other, as each
  /// edit moves what stands behind it.
  ItemHead decided(const ItemHead& side) const {
    const ItemHead& marking = this->marking();
    ItemHead result = with_due(with_owner(with_mark(side, marking)));
    ItemEdit edit(result.note, result.text);
    set_days(result.item(), marking.item(), edit);
    const std::string id = merged_id(before_.id, ours_.item().id, theirs_.item().id);
    if (id != result.item().id) edit.set_id(id);
    result = edited(result, edit.edits());
    result.text.item.mark = marking.item().mark;
    return result;
  }

  static ItemHead with_mark(const ItemHead& side, const ItemHead& marking) {
    if (side.mark() == marking.mark()) return side;
    return edited(side, {{side.box.at, side.box.size, std::string(marking.mark())}});
  }

  void set_days(const Item& item, const Item& marking, ItemEdit& edit) const {
    const Item& mine = ours_.item();
    const Item& other = theirs_.item();
    // What was reopened has no day of its end, whatever the other side did to that.
    const bool reopened = rank_of(marking.mark) < 2 && mine.mark != other.mark;
    set_day(edit, TokenKey::since, item.since, merged_day(before_.since, mine.since, other.since));
    const auto on = agreed(before_.on, mine.on, other.on);
    // Of two days to bring it up the earlier; at once if somebody took the day away.
    const Day sooner = mine.on && other.on ? std::min(mine.on, other.on) : std::nullopt;
    set_day(edit, TokenKey::on, item.on, on.value_or(sooner));
    set_day(edit, TokenKey::done, item.done,
            reopened ? marking.done : merged_day(before_.done, mine.done, other.done));
    set_day(edit, TokenKey::dropped, item.dropped,
            reopened ? marking.dropped : merged_day(before_.dropped, mine.dropped, other.dropped));
  }

  static void set_day(ItemEdit& edit, TokenKey key, const Day& is, const Day& shall_be) {
    if (is == shall_be) return;
    if (shall_be)
      edit.put(key, *shall_be);
    else
      edit.remove(key);
  }

  ItemHead with_owner(const ItemHead& side) const {
    const std::string& is = side.item().owner;
    if (!owner_ || *owner_ == is) return side;
    const std::string_view bytes = side.note.bytes();
    const std::size_t at = bytes.find_first_not_of(" \t\n>", side.box.at + side.box.size + 1);
    if (is.empty()) return edited(side, {{at, 0, "@" + *owner_ + " "}});
    if (!owner_->empty()) return edited(side, {{at + 1, is.size(), *owner_}});
    const std::size_t words = bytes.find_first_not_of(":, \t", at + 1 + is.size());
    return edited(side, {{at, words - at, ""}});
  }

  ItemHead with_due(const ItemHead& side) const {
    if (!due_ || *due_ == due_day(side.item())) return side;
    const std::string text = due_text(due_day(ours_.item()) == *due_ ? ours_ : theirs_);
    const std::vector<Token>& tokens = side.text.tokens;
    if (text.empty()) {
      ItemEdit edit(side.note, side.text);
      edit.remove(TokenKey::due);
      return edited(side, edit.edits());
    }
    const auto own = std::ranges::find(tokens, TokenKey::due, &Token::key);
    if (own != tokens.end()) return edited(side, {{own->at, own->length, text}});
    const auto later =
        std::ranges::find_if(tokens, [](const Token& token) { return token.key > TokenKey::due; });
    if (later != tokens.end()) return edited(side, {{later->at, 0, text + " "}});
    if (side.item().id.empty()) return edited(side, {{side.text.end, 0, " " + text}});
    return edited(side, {{side.text.id_at, 0, text + " "}});
  }

  const ItemHead* base_;
  Item before_;
  const ItemHead& ours_;
  const ItemHead& theirs_;
  std::optional<std::string> words_, owner_, due_;
};

}  // namespace

MergedHead merge_heads(const ItemHead* base, const ItemHead& ours, const ItemHead& theirs) {
  return HeadMerge(base, ours, theirs).run();
}

void add_elders(const Note& note, const Reading& reading, Elders& elders) {
  for (ItemHead& head : tree_of(note, reading).heads) {
    std::string id = head.item().id;
    if (!id.empty()) elders.emplace(std::move(id), std::move(head));
  }
}

ItemHead with_id(const ItemHead& head, std::string_view id) {
  ItemEdit edit(head.note, head.text);
  edit.set_id(id);
  ItemHead result = edited(head, edit.edits());
  result.text.item.mark = head.item().mark;
  return result;
}

bool say_the_same(const Item& a, const Item& b) {
  return a.mark == b.mark && a.owner == b.owner && a.words == b.words && a.since == b.since &&
         a.on == b.on && due_day(a) == due_day(b) && a.done == b.done && a.dropped == b.dropped &&
         a.id == b.id;
}

}  // namespace oneonone

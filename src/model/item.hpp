// SPDX-License-Identifier: MIT
// An item as its line says it: mark, owner, words, dates, id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.hpp"

namespace oneonone {

/// What the character in the box means (product.md, "An item", 1).
enum class Mark : std::uint8_t { open, done, dropped, carried };

/// True when nothing is left to do: done or dropped.
constexpr bool is_closed(Mark mark) {
  return mark == Mark::done || mark == Mark::dropped;
}

/// What a task item is to the two people (product.md, "An item", 3).
enum class Role {
  commitment,     ///< has an owner, or stands where somebody must own it
  talking_point,  ///< to be talked about
  step,           ///< part of the item it stands in
  none,           ///< below an ignored heading, or a mark that is not ours
};

/// The words and tokens of one item.
struct Item {
  Mark mark = Mark::open;
  std::string owner;  ///< the handle as written, without `@`; empty when nobody owns it
  std::string words;  ///< the text without box, owner, tokens and id, blanks folded to one
  std::optional<Date> since, due, done, dropped;
  std::optional<Date> on;  ///< the day to bring it up: until then it is snoozed
  std::string due_word;    ///< what `due:` says when it is no date: "fri", "2026-02-30"
  std::string id;          ///< without `^`; empty when the line has none

  /// `ask`, `win`, `praise`, … when the words start with that kind and a colon; else empty
  /// (product.md, "Kinds").
  std::string_view kind() const;
};

/// The kind that a word names, in whatever case; empty when it names none. It outlives the word.
std::string_view kind_word(std::string_view word);

/// True when the item is not to come up on `day` yet: neither its `on:` nor its due day is reached.
bool is_snoozed(const Item& item, Date day);

/// The kind that a heading gives to what stands below it: `win` for `Wins`, `blocker` for
/// `Blockers and asks`; else empty.
std::string kind_of_heading(std::string_view heading);

/// True for the kinds that want something of the other: asks, blockers, concerns.
bool is_ask(std::string_view kind);

}  // namespace oneonone

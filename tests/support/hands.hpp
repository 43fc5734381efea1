// SPDX-License-Identifier: MIT
// What people do to notes in an editor, at random.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/date.hpp"
#include "support/dice.hpp"
#include "support/promises.hpp"

namespace oneonone::testing {

/// Edits notes of one notebook by hand. Every edit leaves a note that a person could have meant:
/// what it may break (an item becomes code because its list has gone) is left out.
class Hands {
 public:
  /// `fresh` gives a word that no item has yet, which begins with that letter; `day` is today.
  Hands(World& world, std::function<std::string(char)> fresh)
      : world_(world), fresh_(std::move(fresh)) {}

  /// One edit, told as the lines that went and came; nothing when the dice chose what cannot be.
  std::optional<std::string> edit(Dice& dice, Date day);

 private:
  using Edit = void (Hands::*)(Dice&);

  std::vector<Spot> spots() const;
  std::optional<Spot> spot(Dice& dice, bool (*fits)(const Spot&)) const;
  /// Puts other lines in the place of some; nothing in the place of none inserts.
  void replace(const std::string& path, std::size_t from, std::size_t count,
               const std::vector<std::string>& lines);
  std::vector<std::string> paragraph(const Spot& spot) const;
  std::string owner(Dice& dice) const;

  void mark(Dice& dice);
  void tick(Dice& dice);
  void duplicate(Dice& dice);
  void wrap(Dice& dice);
  void reword(Dice& dice);
  void due(Dice& dice);
  void delete_item(Dice& dice);
  void delete_note(Dice& dice);
  void type_item(Dice& dice);
  void type_nested(Dice& dice);
  void type_prose(Dice& dice);
  void quote(Dice& dice);
  void indent(Dice& dice);
  void endings(Dice& dice);
  void move_item(Dice& dice);
  void write_note(Dice& dice);

  World& world_;
  std::function<std::string(char)> fresh_;
  Date day_;
};

/// The lines that differ between two states of a notebook, as `path:line: - …` and `+ …`.
std::string difference(const FileMap& before, const FileMap& after);

}  // namespace oneonone::testing

// SPDX-License-Identifier: MIT
// Random histories of a notebook, and the laws that must hold after each of their steps.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "support/dice.hpp"
#include "support/hands.hpp"
#include "support/promises.hpp"
#include "support/world.hpp"

namespace oneonone::testing {

/// A law that does not hold.
struct Broken {
  std::string law, detail;
};

/// Faults that a test makes after a command, to see that the laws notice: the negative control.
enum class Sabotage {
  none,
  keeps_old_open,  ///< `new` leaves the old lines open
  loses_item,      ///< `new` drops an item everywhere
  loses_win,       ///< `new` drops wins and decisions
  doubles_item,    ///< `new` copies an item twice
  rewrites_line,   ///< `done` changes a line that it does not name
  ignores_done,    ///< `done` does nothing
  writes_on_read,  ///< a listing leaves a file
};

/// What a random history may do.
struct Mix {
  bool others = true;   ///< several people, renamed people, private notes
  bool crashes = true;  ///< failing writes
  Sabotage sabotage = Sabotage::none;
};

/// The notebook that every history starts from.
FileMap first_notebook();

class History {
 public:
  History(World& world, Mix mix);

  /// One step; the choices come from `seed` and from what is there. Throws Broken.
  void step(std::uint64_t seed);

  /// What was done so far, as shell lines and comments.
  const std::string& told() const { return told_; }
  Date today() const { return today_; }
  /// Alice's folder, which may have been renamed.
  const std::string& alice() const { return people_[0]; }

 private:
  /// A row of a listing.
  struct Row {
    std::string id, person, text, word;
  };

  Words dated(Words words) const;
  void tell(const Words& words);
  /// Runs a command and holds it to what all commands owe. `may_fail_late`: a status of 1 may come
  /// after a change (`check --fix`).
  Said run(Words words, bool may_fail_late = false);
  /// Runs a command that must succeed and must not write.
  Said look(const Words& words);
  std::vector<Row> rows(World& world, const Words& words) const;
  Tally open_in_listing(World& world) const;
  std::string fresh(char letter);
  std::optional<Row> some_row(Dice& dice, bool closed);
  Date some_day(Dice& dice) const;

  void check_state();
  void check_lists();
  void check_remarks();
  void forget_contested(const std::string& folder);

  void add(Dice& dice);
  void remark(Dice& dice);
  /// Runs `add`, which must put a line into topics.md and touch no other.
  void add_line(const Words& words);
  void new_note(Dice& dice);
  void close(Dice& dice);
  void close_topic(Dice& dice);
  void reopen(Dice& dice);
  void due(Dice& dice);
  void move(Dice& dice);
  void rename(Dice& dice);
  void fix(Dice& dice);
  void read(Dice& dice);
  void crash(Dice& dice);
  void go_on_after_crash(Dice& dice);
  Words risky_command(Dice& dice);
  void by_hand(Dice& dice);

  void check_new(const FileMap& before, const std::string& person, const std::string& note);
  void check_named(const FileMap& before, const Row& row);
  void check_carried(const std::string& person, const std::string& note);
  void sabotage(const Words& words, const FileMap& before);

  World& world_;
  Mix mix_;
  Hands hands_;
  Tally expected_;
  std::set<std::string> remarks_;  ///< the words of wins and decisions
  std::vector<std::string> people_{"alice", "bob"};
  Date today_ = Date::from_days(20782);  ///< 2026-11-25 at first
  int next_word_ = 1;
  std::string told_;
};

/// What broke, in which history.
struct Failure {
  Broken broken;
  std::vector<std::uint64_t> steps;
  std::string told;
  FileMap files;

  std::string text() const;
};

/// Runs a history in memory; on failure makes it as short as leaving out steps can.
std::optional<Failure> run_in_memory(const std::vector<std::uint64_t>& steps, const Mix& mix);
/// The steps of the history with this number.
std::vector<std::uint64_t> steps_of(std::uint64_t seed, std::size_t count);

}  // namespace oneonone::testing

// SPDX-License-Identifier: MIT
// The screen of `prep`: lines gathered for people and as data at once.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "core/brief.hpp"

namespace oneonone {

/// A line of the brief as data.
struct PrepLine {
  std::string section;  ///< "mine", "theirs", "unowned", "topic", "win", "quiet", …
  std::string id, text, author;
  std::optional<Date> since, due;
  int carries = 0;
  bool is_private = false;
};

/// A remark: several may share a line of the screen.
struct PrepRemark {
  std::string section, words;
  std::string shown;  ///< on the screen, where that is not the same
};

/// Collects the screen from the top down. Labels stand at the left of the first line of a section.
class PrepScreen {
 public:
  PrepScreen(const Session& session, const Person& person);

  /// Who it is, how often we meet, when we last met, and the recap of that.
  void head(const std::string& cadence, const Rhythm& rhythm, const Brief& brief);
  /// Items with age, carries and due day; below one that is late or stuck, what was last said of
  /// it.
  void chains(const Ledger& ledger, const std::vector<const Chain*>& chains,
              const std::string& section, const std::string& label);
  void said(const std::vector<Said>& items, const std::string& section, const std::string& label,
            bool is_private);
  /// One line; remarks without words are left out.
  void remarks(const std::string& label, const std::vector<PrepRemark>& remarks,
               const std::string& between);
  /// Whole, however long: it is there to be asked.
  void question(const std::string& words);
  /// An empty line, where something was said since the last one.
  void gap();
  /// A rule before what only I see, and after it.
  void rule(const std::string& word);

  Outcome finish();

 private:
  void add(const PrepLine& line, const std::string& label, const std::array<view::Cell, 3>& rest);
  void add_latest_word(const Ledger& ledger, const Chain& chain);
  void flush();

  const Session& session_;
  const Person& person_;
  view::View view_;
  view::Grid grid_;
  std::vector<PrepLine> lines_;
};

}  // namespace oneonone

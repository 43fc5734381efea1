// SPDX-License-Identifier: MIT
// The steps of a random history: each runs one command and says what may have changed.
#include <fmt/format.h>

#include <algorithm>

#include "history.hpp"

namespace oneonone::testing {
namespace {

/// The day of a note's path.
std::string day_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1).substr(0, 10);
}

std::string id_word(const std::string& person, const std::string& id) {
  return person + ":" + id;
}

/// Every line that is an item of ours, wherever it stands.
std::multiset<std::string> all_lines(const FileMap& files) {
  std::multiset<std::string> lines;
  for (const auto& [path, bytes] : files) {
    for (const Spot& spot : spots_of(path, bytes)) {
      lines.insert(fmt::format("{} {} {} {}", spot.mark, spot.word, spot.id, spot.text));
    }
  }
  return lines;
}

}  // namespace

void History::add(Dice& dice) {
  const std::string& person = dice.pick(people_);
  static const std::vector<std::string> kinds{"t", "w", "w", "w", "p"};
  std::string kind = dice.pick(kinds);
  if (!mix_.others && kind == "p") kind = "w";
  std::string word = fresh(kind[0]);
  std::string text = (dice.one_in(4) ? "Ask: " : "") + word + " a thing";
  Words words{"add", person};
  if (kind != "t") text.insert(0, dice.one_in(2) ? "@me " : "@them ");
  const bool waits = dice.one_in(5);
  if (dice.one_in(3)) text += waits ? " due:+20d" : " due:fri";
  if (kind == "p") words.emplace_back("--private");
  if (waits) words.insert(words.end(), {"--on", dice.one_in(2) ? "+5d" : "+12d"});
  words.push_back(text);
  add_line(words);
  ++expected_[word];
}

void History::remark(Dice& dice) {
  std::string word = fresh('v');
  add_line({"add", dice.pick(people_), dice.one_in(3) ? "--decision" : "--win", word + " a thing"});
  remarks_.insert(word);
}

void History::add_line(const Words& words) {
  FileMap before = world_.files();
  Said said = run(words);
  if (said.status != 0) throw Broken{"add adds", said.err};
  for (const auto& [path, bytes] : world_.files()) {
    if (before[path] == bytes) continue;
    std::vector<std::string> old = Lines(before[path]).lines;
    std::size_t kept = 0;
    for (const std::string& line : Lines(bytes).lines) {
      // A last line without an ending gets one.
      bool same = kept < old.size() && (line == old[kept] || line == old[kept] + "\r");
      if (same) ++kept;
    }
    bool all = kept == old.size();
    if (!all || !path.ends_with("/topics.md")) {
      throw Broken{"add adds lines to topics.md", difference(before, world_.files())};
    }
  }
}

void History::new_note(Dice& dice) {
  const std::string& person = dice.pick(people_);
  Words words{"new", person, "--no-edit"};
  if (!dice.one_in(3)) words.push_back(some_day(dice).iso());
  static const std::vector<std::string> templates{"short", "first", "weekly"};
  if (dice.one_in(4)) words.insert(words.end(), {"--template", dice.pick(templates)});
  Words again = words;
  if (dice.one_in(5)) words.emplace_back("--another");
  FileMap before = world_.files();
  forget_contested("people/" + person);
  Said said = run(words);
  if (said.status != 0) throw Broken{"new succeeds", said.out + said.err};
  std::string note = said.out.substr(0, said.out.find('\n'));
  note = note.substr(std::min(note.size(), note.rfind("people/")));
  check_new(before, person, note);
  FileMap after = world_.files();
  Said second = run(again);
  if (second.status != 0 || world_.files() != after) {
    throw Broken{"new twice changes nothing", second.err + difference(after, world_.files())};
  }
  if (second.err.find("faithfully") != std::string::npos) return;
  check_carried(person, note);
  for (const auto& [word, count] : remarks_in(after)) {
    bool waits = after["people/" + person + "/topics.md"].find(word) != std::string::npos;
    if (waits) throw Broken{"new takes every win and decision from topics.md", word};
  }
}

void History::close(Dice& dice) {
  auto row = some_row(dice, false);
  if (!row) return;
  FileMap before = world_.files();
  Said said = run({dice.one_in(3) ? "drop" : "done", id_word(row->person, row->id)});
  if (said.status != 0) throw Broken{"an id that is listed works", said.err};
  if (--expected_[row->word] == 0) expected_.erase(row->word);
  check_named(before, *row);
}

void History::close_topic(Dice& dice) {
  FileMap files = world_.files();
  std::vector<Row> open;
  for (const std::string& person : people_) {
    for (const Strand& strand : strands_of(files, "people/" + person)) {
      bool usable = strand.own_id && strand.word[0] == 't' && strand.has_open();
      if (usable) open.push_back({strand.id, person, "", strand.word});
    }
  }
  if (open.empty()) return;
  const Row& row = dice.pick(open);
  Said said = run({"done", id_word(row.person, row.id)});
  if (said.status != 0) throw Broken{"an id that is written works", said.err};
  if (--expected_[row.word] == 0) expected_.erase(row.word);
  check_named(files, row);
}

void History::reopen(Dice& dice) {
  bool closed = !dice.one_in(4);
  auto row = some_row(dice, closed);
  if (!row) return;
  FileMap before = world_.files();
  Said said = run({"reopen", id_word(row->person, row->id)});
  if (said.status != 0) throw Broken{"an id that is listed works", said.err};
  if (closed) ++expected_[row->word];
  check_named(before, *row);
}

void History::due(Dice& dice) {
  auto row = some_row(dice, false);
  if (!row) return;
  FileMap before = world_.files();
  Said said = run({"due", id_word(row->person, row->id), dice.one_in(3) ? "none" : "+3d"});
  if (said.status != 0) throw Broken{"an id that is listed works", said.err};
  check_named(before, *row);
}

/// A note that moves may come to stand behind a copy that it was the source of, or before it again.
/// Then the rule "one id, two texts" takes for two items what was one, or the other way round.
void History::move(Dice& dice) {
  const std::string& person = dice.pick(people_);
  std::vector<std::string> notes = notes_in_order(world_.files(), "people/" + person);
  std::erase_if(notes, [](const std::string& path) { return path.ends_with("topics.md"); });
  if (notes.empty()) return;
  Words words{"move", person, some_day(dice).iso(), "--from", day_of(dice.pick(notes))};
  if (dice.one_in(2)) words.insert(words.end(), {"--by", "them"});
  std::multiset<std::string> before = all_lines(world_.files());
  if (run(words).status != 0) return;
  if (all_lines(world_.files()) != before) throw Broken{"move loses no item's line", person};
  expected_ = open_by_files(world_.files());
}

void History::rename(Dice& dice) {
  if (!mix_.others) return;
  std::string& person = people_[dice.below(people_.size())];
  std::string name =
      person.substr(0, person.find_first_of("0123456789")) + std::to_string(next_word_++);
  if (run({"people", "rename", person, name}).status != 0) {
    throw Broken{"people rename renames", person};
  }
  person = name;
}

void History::fix(Dice& dice) {
  for (const std::string& folder : folders_of(world_.files())) forget_contested(folder);
  run({"check", "--fix"}, true);
  FileMap after = world_.files();
  if (dice.one_in(2)) run({"check", "--fix"}, true);
  if (world_.files() != after) {
    throw Broken{"check --fix twice changes nothing", difference(after, world_.files())};
  }
  for (const std::string& folder : folders_of(after)) {
    if (!contested(after, folder).empty()) throw Broken{"check --fix settles", folder};
  }
}

void History::read(Dice& dice) {
  const std::string& person = dice.pick(people_);
  static const std::vector<Words> commands{{"actions"},
                                           {"actions", "--mine"},
                                           {"actions", "--closed"},
                                           {"check"},
                                           {"templates"},
                                           {"people"},
                                           {"config"},
                                           {"help"}};
  look(dice.pick(commands));
  look({"show", person});
  look({"new", person, "-n"});
  look({"add", person, "-n", "a topic"});
  if (auto row = some_row(dice, false)) look({"done", id_word(row->person, row->id), "-n"});
}

Words History::risky_command(Dice& dice) {
  std::size_t kind = dice.below(5);
  if (kind == 0) return {"check", "--fix"};
  if (kind <= 2) return {"new", dice.pick(people_), "--no-edit", some_day(dice).iso()};
  auto row = some_row(dice, kind == 3);
  if (!row) return {"check", "--fix"};
  return {kind == 3 ? "reopen" : "done", id_word(row->person, row->id)};
}

/// A write fails at every point in turn, each time in a copy of the world; then the command runs
/// again there and must come to what it would have come to at once.
void History::crash(Dice& dice) {
  if (!mix_.crashes) return;
  Words words = dated(risky_command(dice));
  auto clean = world_.copy_that_fails(0);
  if (!clean) return;
  Tally before = open_by_files(world_.files());
  clean->run(words);
  Tally after = open_by_files(clean->files());
  for (int nth = 1;; ++nth) {
    auto world = world_.copy_that_fails(nth);
    world->run(words);
    if (world->files() == clean->files()) break;
    Tally listed = open_in_listing(*world);
    Tally written = open_by_files(world->files());
    for (const auto& [word, count] : before) {
      int least = after.contains(word) ? std::min(count, after[word]) : 0;
      bool fits = written[word] >= least && written[word] <= std::max(count, after[word]);
      if (word[0] != 't') fits = fits && listed[word] == written[word];
      if (fits) continue;
      tell(words);
      throw Broken{fmt::format("a crash at write {} loses nothing", nth),
                   word + "\n" + difference(world_.files(), world->files())};
    }
    int status = world->run(words).status;
    if (world->files() == clean->files()) continue;
    // Every copy of an item that stands in another person's folder too now says "carried".
    if (words[0] == "reopen" && status == 3) continue;
    tell(words);
    throw Broken{fmt::format("after a crash at write {} the command heals", nth),
                 difference(clean->files(), world->files())};
  }
}

/// A command whose write fails, and life goes on without running it again.
void History::go_on_after_crash(Dice& dice) {
  if (!mix_.crashes) return;
  Words words = dated(risky_command(dice));
  int nth = 1 + static_cast<int>(dice.below(4));
  auto world = world_.copy_that_fails(nth);
  if (!world) return;
  told_ += fmt::format("# write {} fails in: ", nth);
  tell(words);
  world->run(words);
  FileMap files = world->files();
  for (const auto& [path, bytes] : world_.files()) {
    if (!files.contains(path)) throw Broken{"a crash removes no file", path};
  }
  for (const auto& [path, bytes] : files) world_.put(path, bytes);
  expected_ = open_by_files(files);
}

void History::by_hand(Dice& dice) {
  if (auto edit = hands_.edit(dice, today_)) {
    told_ += *edit;
    expected_ = open_by_files(world_.files());
    remarks_.clear();
    for (const auto& [word, count] : remarks_in(world_.files())) remarks_.insert(word);
  }
}

}  // namespace oneonone::testing

// SPDX-License-Identifier: MIT
// Does the steps and keeps the books: which words are open, and how often.
#include "history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace oneonone::testing {
namespace {

std::string quoted(const std::string& word) {
  bool plain = word.find_first_of(" @^'") == std::string::npos;
  return plain ? word : "'" + word + "'";
}

std::string word_in(const std::string& text) {
  for (std::size_t at = 0; at + 5 <= text.size(); ++at) {
    bool starts = at == 0 || text[at - 1] == ' ';
    bool ours = std::string("wutp").find(text[at]) != std::string::npos;
    std::string number = text.substr(at + 1, 4);
    if (starts && ours && number.find_first_not_of("0123456789") == std::string::npos) {
      return text.substr(at, 5);
    }
  }
  return "";
}

std::string told(const Tally& tally) {
  std::string text;
  for (const auto& [word, count] : tally) text += fmt::format(" {}x{}", word, count);
  return text;
}

/// What of two tallies differs.
std::string compared(const Tally& wanted, const Tally& got) {
  Tally missing;
  Tally extra;
  auto count = [](const Tally& tally, const std::string& word) {
    auto found = tally.find(word);
    return found == tally.end() ? 0 : found->second;
  };
  Tally all = wanted;
  all.insert(got.begin(), got.end());
  for (const auto& [word, unused] : all) {
    int off = count(got, word) - count(wanted, word);
    if (off < 0) missing[word] = -off;
    if (off > 0) extra[word] = off;
  }
  if (missing.empty() && extra.empty()) return "";
  return fmt::format("missing:{}; too many:{}", told(missing), told(extra));
}

Tally without_topics(const Tally& tally) {
  Tally rest;
  for (const auto& [word, count] : tally) {
    if (word[0] != 't' && count > 0) rest[word] = count;
  }
  return rest;
}

void take(Tally& tally, const std::string& word, int count = 1) {
  auto found = tally.find(word);
  if (found == tally.end()) return;
  found->second -= count;
  if (found->second <= 0) tally.erase(found);
}

}  // namespace

FileMap first_notebook() {
  return {{"oneonone.yaml", "format: 1\nme: dana\nname: Dana Lee\n"},
          {"people/alice/about.md",
           "---\nformat: 1\npeople: [alice, dana]\nnames: [Alice Ng, Dana Lee]\nmanager: dana\n"
           "---\n# Alice Ng and Dana Lee\n"},
          {"people/alice/2026-11-10.md",
           "---\npeople: [alice, dana]\ndate: 2026-11-10\n---\n# A meeting\n\n## Topics\n"
           "- [ ] t9001 the offsite\n\n## Action items\n- [ ] @dana w9001 send the plan\n"
           "- [x] @alice w9002 done before\n"},
          {"people/alice/goals.md", "## Every invoice in a minute ^b7r4k\n- calls: 3 a week\n"},
          {"people/bob/2026-11-12.md", "- [ ] @bob w9003 no front matter here\n"}};
}

History::History(World& world, Mix mix)
    : world_(world),
      mix_(mix),
      hands_(world, [this](char letter) { return fresh(letter); }),
      expected_(open_by_files(world.files())) {
  if (!mix.others) people_ = {"alice"};
}

std::string History::fresh(char letter) {
  return fmt::format("{}{:04}", letter, next_word_++);
}

Date History::some_day(Dice& dice) const {
  return today_ + (static_cast<int>(dice.below(26)) - 13);
}

Words History::dated(Words words) const {
  words.insert(words.end(), {"--today", today_.iso()});
  return words;
}

void History::tell(const Words& words) {
  told_ += "oneonone";
  for (const std::string& word : words) told_ += " " + quoted(word);
  told_ += "\n";
}

Said History::run(Words words, bool may_fail_late) {
  words = dated(std::move(words));
  tell(words);
  FileMap before = world_.files();
  Said said = world_.run(words);
  if (said.status != 0 && !may_fail_late && world_.files() != before) {
    throw Broken{"a command that fails changes nothing", difference(before, world_.files())};
  }
  sabotage(words, before);
  return said;
}

Said History::look(const Words& words) {
  FileMap before = world_.files();
  Said said = run(words, true);
  if (world_.wrote() || world_.files() != before) {
    throw Broken{"read commands write nothing", difference(before, world_.files())};
  }
  return said;
}

std::vector<History::Row> History::rows(World& world, const Words& words) const {
  Said said = world.run(dated(words));
  if (said.status != 0) throw Broken{"a listing succeeds", said.out + said.err};
  std::vector<Row> rows;
  const nlohmann::json listing = nlohmann::json::parse(said.out);
  for (const auto& item : listing.at("items")) {
    std::string text = item.at("text");
    rows.push_back({item.at("id"), item.at("person"), text, word_in(text)});
  }
  return rows;
}

Tally History::open_in_listing(World& world) const {
  Tally open;
  for (const Row& row : rows(world, {"actions", "-p", "--json"})) {
    if (!row.word.empty()) ++open[row.word];
  }
  return open;
}

std::optional<History::Row> History::some_row(Dice& dice, bool closed) {
  Words words{"actions", "-p", "--json"};
  if (closed) words.emplace_back("--closed");
  std::vector<Row> found = rows(world_, words);
  std::erase_if(found, [](const Row& row) { return row.word.empty(); });
  if (found.empty()) return std::nullopt;
  return dice.pick(found);
}

void History::check_state() {
  FileMap files = world_.files();
  std::string off = compared(expected_, open_by_files(files));
  if (!off.empty()) throw Broken{"the files keep what is open, once", off};
  off = compared(without_topics(expected_), open_in_listing(world_));
  if (!off.empty()) throw Broken{"actions lists what is open, once", off};
  check_lists();
  check_remarks();
}

/// A crash may leave one twice, until the next `new`.
void History::check_remarks() {
  std::set<std::string> words;
  for (const auto& [word, count] : remarks_in(world_.files())) words.insert(word);
  for (const std::string& word : remarks_) {
    if (!words.contains(word)) throw Broken{"no win and no decision is lost", word};
  }
}

void History::check_lists() {
  std::set<std::string> ids;
  std::set<std::string> listed;
  FileMap files = world_.files();
  for (const Row& row : rows(world_, {"actions", "-p", "--json"})) {
    listed.insert(row.word);
    if (!ids.insert(row.person + ":" + row.id).second) {
      throw Broken{"an id is given once", row.person + ":" + row.id};
    }
  }
  if (world_.wrote()) throw Broken{"read commands write nothing", "actions"};
  for (const std::string& folder : folders_of(files)) {
    for (const std::string& path : notes_in_order(files, folder)) {
      for (const Spot& spot : spots_of(path, files.at(path))) {
        bool lost = spot.mark == ' ' && spot.word[0] != 't' && !listed.contains(spot.word);
        if (lost) throw Broken{"every '[ ] @' of a note is in actions", path + ": " + spot.word};
        bool leaked = spot.word[0] == 'p' && path.starts_with("people/");
        if (leaked) throw Broken{"private text stays private", path + ": " + spot.word};
      }
    }
  }
}

void History::forget_contested(const std::string& folder) {
  for (const auto& [word, count] : contested(world_.files(), folder)) {
    take(expected_, word, count);
  }
}

void History::step(std::uint64_t seed) {
  Dice dice(seed);
  if (dice.one_in(3)) today_ = today_ + static_cast<int>(dice.below(9));
  using Step = void (History::*)(Dice&);
  struct Weighted {
    std::size_t weight;
    Step step;
  };
  static const std::vector<Weighted> steps{{6, &History::add},
                                           {3, &History::remark},
                                           {13, &History::new_note},
                                           {8, &History::close},
                                           {4, &History::close_topic},
                                           {4, &History::reopen},
                                           {3, &History::due},
                                           {4, &History::move},
                                           {1, &History::rename},
                                           {3, &History::fix},
                                           {3, &History::read},
                                           {4, &History::crash},
                                           {3, &History::go_on_after_crash},
                                           {41, &History::by_hand}};
  std::size_t left = dice.below(100);
  for (const auto& [weight, step] : steps) {
    if (left < weight) {
      (this->*step)(dice);
      break;
    }
    left -= weight;
  }
  check_state();
}

}  // namespace oneonone::testing

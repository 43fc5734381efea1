// SPDX-License-Identifier: MIT
// Laws of the merge over random pairs of edits: nothing lost, nothing invented, no id twice, the
// same whoever merges, and few conflicts.
#include "core/merge.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "support/dice.hpp"
#include "support/hands.hpp"
#include "support/promises.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace oneonone;
using testing::Dice;
using testing::Lines;
using testing::Spot;

// The sanitizers are slow and look for something else.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t triples = 200;
#else
constexpr std::uint64_t triples = 100'000;
#endif
constexpr std::uint64_t for_git = 200;

const std::string path = "people/alice/2026-11-24.md";
const MergePlace place{{Headings({"Topics"}, {"Checklist"}), ""},
                       {{"alice", "dana"}, "2026-11-24.md"}};

/// Set ONEONONE_SEED to try edits that nobody has seen.
std::uint64_t first_seed() {
  const char* seed = std::getenv("ONEONONE_SEED");
  return seed == nullptr ? 1 : std::strtoull(seed, nullptr, 10);
}

using Versions = Three<std::string>;

/// Makes notes, and edits them as people and the program do.
class Desk {
 public:
  explicit Desk(Dice& dice) : dice_(dice) {}

  std::string note() {
    std::string text = "---\npeople: [alice, dana]\ndate: 2026-11-24\n---\n# Alice and Dana\n\n";
    text += "## Topics\n";
    for (std::size_t i = 0; i < 1 + dice_.below(4); ++i) text += item('t') + "\n";
    text += "\n## Action items\n";
    for (std::size_t i = 0; i < 1 + dice_.below(6); ++i) {
      text += item('w') + "\n";
      if (dice_.one_in(4)) text += "  - " + prose() + "\n";
    }
    text += "\n## Notes\n";
    for (std::size_t i = 0; i < dice_.below(5); ++i) text += prose() + "\n";
    return text;
  }

  /// One to three edits.
  std::string edited(std::string text) {
    for (std::size_t i = 0; i <= dice_.below(3); ++i) text = edited_once(text);
    return text;
  }

 private:
  std::string fresh(char letter) { return fmt::format("{}{:04}", letter, ++words_); }

  std::string prose() {
    static const std::vector<std::string> words{"budget", "plan", "hiring", "offsite", "draft"};
    std::string text = fmt::format("Line{}", ++words_);
    for (std::size_t i = 0; i < 1 + dice_.below(4); ++i) text += " " + dice_.pick(words);
    return text;
  }

  std::string item(char letter) {
    static const std::vector<std::string> owners{"@dana ", "@alice "};
    std::string line = "- [ ] " + (letter == 'w' ? dice_.pick(owners) : "") + fresh(letter);
    line += " " + prose();
    if (!dice_.one_in(3)) line += fmt::format(" ^k{:04}", words_);
    return line;
  }

  std::string edited_once(const std::string& text) {
    if (dice_.one_in(4)) return by_hand(text);
    Lines note(text);
    const std::vector<Spot> spots = testing::spots_of(path, text);
    if (spots.empty()) return text;
    const Spot& spot = dice_.pick(spots);
    std::string& line = note.lines[spot.line];
    switch (dice_.below(12)) {
      case 0:
      case 1:
        line[spot.mark_at] = 'x';
        add_token(line, "done:2026-11-25");
        break;
      case 2:
        line[spot.mark_at] = '>';
        break;
      case 3:
        line[spot.mark_at] = dice_.pick(std::vector<char>{'-', 'x', ' '});
        break;
      case 4:
        add_token(line, fmt::format("due:2026-12-{:02}", 1 + dice_.below(28)));
        break;
      case 5:
        give_ids(note, spots);
        break;
      case 6:
        insert(note, spot.last + 1, "  - " + prose());
        break;
      case 7:
        move(note, spot);
        break;
      case 8:
        insert(note, 3, fmt::format("{}: {}", dice_.one_in(2) ? "mood" : "talk", dice_.below(6)));
        break;
      case 9:
        note.lines.push_back(prose());
        break;
      default:
        insert(note, spots.back().last + 1, item(spots.back().word[0]));
    }
    return note.bytes();
  }

  /// What people do in an editor; a note that they delete is no matter of a merge.
  std::string by_hand(const std::string& text) {
    testing::MemoryWorld world(testing::FileMap{{path, text}});
    testing::Hands hands(world, [this](char letter) { return fresh(letter); });
    hands.edit(dice_, *Date::parse("2026-11-24"));
    const testing::FileMap files = world.files();
    const auto found = files.find(path);
    return found == files.end() ? text : found->second;
  }

  static void add_token(std::string& line, const std::string& token) {
    if (line.find(token.substr(0, token.find(':') + 1)) != std::string::npos) return;
    const std::size_t end = std::min(line.find(" ^"), line.find('\r'));
    line.insert(std::min(end, line.size()), " " + token);
  }

  static void insert(Lines& note, std::size_t at, const std::string& line) {
    at = std::min(at, note.lines.size());
    note.lines.insert(note.lines.begin() + static_cast<std::ptrdiff_t>(at), line);
  }

  /// As a command would that writes the note anyway.
  static void give_ids(Lines& note, const std::vector<Spot>& spots) {
    for (const Spot& spot : spots) {
      if (!spot.id.empty() || spot.line != spot.last || !spot.prefix.empty()) continue;
      const Outline outline = outline_of(Note(note.lines[spot.line] + "\n"), place.reading);
      if (outline.tasks.size() != 1 || !outline.tasks[0].item().id.empty()) continue;
      const Item& item = outline.tasks[0].item();
      add_token(note.lines[spot.line],
                "^" + mint_id({{"alice", "dana"}, "2026-11-24.md", item.owner, item.words}, {}));
    }
  }

  void move(Lines& note, const Spot& spot) {
    if (!spot.leaf || !spot.prefix.empty() || spot.line != spot.last) return;
    const std::string line = note.lines[spot.line];
    note.lines.erase(note.lines.begin() + static_cast<std::ptrdiff_t>(spot.line));
    const auto others = testing::spots_of(path, note.bytes());
    const std::size_t at = others.empty() ? spot.line : dice_.pick(others).line;
    insert(note, at, line);
  }

  Dice& dice_;
  int words_ = 0;
};

Versions versions_of(std::uint64_t seed) {
  Dice dice(seed);
  Desk desk(dice);
  Versions versions;
  versions.base = dice.one_in(20) ? "" : desk.note();
  versions.ours = desk.edited(versions.base.empty() ? desk.note() : versions.base);
  versions.theirs = desk.edited(versions.base.empty() ? versions.ours : versions.base);
  return versions;
}

/// The merged note when every conflict is decided for one side.
std::string resolved(const std::string& text, bool ours) {
  Lines note(text);
  std::vector<std::string> kept;
  enum { both, mine, other } now = both;
  for (const std::string& line : note.lines) {
    if (line.starts_with("<<<<<<< ")) {
      now = mine;
    } else if (now == mine && line.starts_with("=======")) {
      now = other;
    } else if (line.starts_with(">>>>>>> ")) {
      now = both;
    } else if (now == both || (now == mine) == ours) {
      kept.push_back(line);
    }
  }
  note.lines = kept;
  return note.bytes();
}

using Found = std::map<std::string, std::vector<Spot>>;

Found found_in(const std::string& text) {
  Found found;
  for (const Spot& spot : testing::spots_of(path, text)) found[spot.word].push_back(spot);
  return found;
}

std::size_t count(const Found& found, const std::string& word) {
  const auto spots = found.find(word);
  return spots == found.end() ? 0 : spots->second.size();
}

/// True when a side has the item otherwise than the base.
bool is_changed(const Found& base, const Found& side, const std::string& word) {
  if (count(side, word) == 0) return false;
  const Spot& before = base.at(word)[0];
  const Spot& after = side.at(word)[0];
  return before.mark != after.mark || before.text != after.text || before.owned != after.owned;
}

struct Broken {
  std::string law, word;
};

/// Checks one merge against a reader that shares no code with it.
class Judge {
 public:
  explicit Judge(const Versions& versions)
      : base_(found_in(versions.base)),
        ours_(found_in(versions.ours)),
        theirs_(found_in(versions.theirs)),
        both_changed_(versions.ours != versions.base && versions.theirs != versions.base &&
                      versions.ours != versions.theirs) {}

  std::vector<Broken> judge(const std::string& merged) {
    const Found left = found_in(resolved(merged, true));
    const Found right = found_in(resolved(merged, false));
    std::set<std::string> words;
    for (const Found* found : std::vector<const Found*>{&base_, &ours_, &theirs_, &left, &right})
      for (const auto& [word, spots] : *found) words.insert(word);
    for (const std::string& word : words) {
      const std::size_t most = std::max(count(left, word), count(right, word));
      if (most < least(word)) broken_.push_back({"lost", word});
      if (most > at_most(word)) broken_.push_back({"invented", word});
      check_mark(left, right, word);
    }
    if (both_changed_) check_ids(left);
    if (both_changed_) check_ids(right);
    return broken_;
  }

 private:
  std::size_t least(const std::string& word) const {
    const std::size_t base = count(base_, word);
    const std::size_t ours = count(ours_, word);
    const std::size_t theirs = count(theirs_, word);
    if (ours >= base && theirs >= base) return std::max(ours, theirs);
    if (base > 1) return std::min(ours, theirs);
    return is_changed(base_, ours_, word) || is_changed(base_, theirs_, word) ? 1 : 0;
  }

  std::size_t at_most(const std::string& word) const {
    const std::size_t base = count(base_, word);
    const std::size_t typed =
        (std::max(base, count(ours_, word)) - base) + (std::max(base, count(theirs_, word)) - base);
    // A line without an id that says something else now may be another item: one too many.
    const bool reworded = base == 1 && base_.at(word)[0].id.empty() &&
                          (is_changed(base_, ours_, word) || is_changed(base_, theirs_, word));
    return base + typed + (reworded ? 1 : 0);
  }

  /// Open on both sides is open; what one side alone marked has its mark.
  void check_mark(const Found& left, const Found& right, const std::string& word) {
    for (const Found* found : std::vector<const Found*>{&base_, &ours_, &theirs_, &left, &right})
      if (count(*found, word) != 1) return;
    const Spot& mine = ours_.at(word)[0];
    const Spot& other = theirs_.at(word)[0];
    const Spot& result = left.at(word)[0];
    if (result.mark != right.at(word)[0].mark) return;
    if (mine.is_open() && other.is_open() && !result.is_open()) broken_.push_back({"closed", word});
    const bool closed_once = mine.is_closed() != other.is_closed();
    if (closed_once && !base_.at(word)[0].is_closed() && !result.is_closed())
      broken_.push_back({"reopened", word});
  }

  void check_ids(const Found& found) {
    std::set<std::string> ids;
    for (const auto& [word, spots] : found)
      for (const Spot& spot : spots)
        if (!spot.id.empty() && !ids.insert(spot.id).second) broken_.push_back({"id twice", word});
  }

  Found base_, ours_, theirs_;
  bool both_changed_;  ///< else the result is one of the versions, as it is
  std::vector<Broken> broken_;
};

/// The words of a note: line breaks, indents and the order of lines and tokens left out.
std::multiset<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::multiset<std::string> words{std::istream_iterator<std::string>(stream), {}};
  words.erase(">");
  return words;
}

/// The words that stand in one of two notes only, or in one more often.
std::string only_in_one(const std::string& left, const std::string& right) {
  const auto mine = words_of(left);
  const auto other = words_of(right);
  std::string text;
  std::vector<std::string> words;
  std::ranges::set_symmetric_difference(mine, other, std::back_inserter(words));
  for (const std::string& word : words) text += word + " ";
  return text;
}

std::string drawn(const Versions& versions, const std::string& merged) {
  return fmt::format("--- base\n{}--- ours\n{}--- theirs\n{}--- merged\n{}", versions.base,
                     versions.ours, versions.theirs, merged);
}

/// What git's own merge of lines makes of it.
MergedNote merged_by_git(const Versions& versions, const testing::TemporaryFolder& folder,
                         const std::string& option) {
  const auto write = [&](const std::string& name, const std::string& bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  write("base", versions.base);
  write("ours", versions.ours);
  write("theirs", versions.theirs);
  const int status = std::system(
      fmt::format("cd '{}' && git merge-file -q {} ours base theirs", folder.path(), option)
          .c_str());
  std::ifstream file(folder / "ours", std::ios::binary);
  return {{std::istreambuf_iterator<char>(file), {}}, status != 0};
}

}  // namespace

TEST_CASE("a merge loses nothing, invents nothing, and seldom asks") {
  const std::uint64_t first = first_seed();
  std::uint64_t conflicts = 0;
  std::uint64_t git = 0;
  std::uint64_t lopsided = 0;  // both moved one item: where ours stands may be no place for theirs
  const testing::TemporaryFolder folder;
  for (std::uint64_t seed = first; seed < first + triples; ++seed) {
    const Versions versions = versions_of(seed);
    const MergedNote merged = merge_notes(versions, place);
    const MergedNote turned = merge_notes({versions.base, versions.theirs, versions.ours}, place);
    CAPTURE(seed);
    INFO(drawn(versions, merged.bytes));
    for (const Broken& broken : Judge(versions).judge(merged.bytes))
      CHECK_MESSAGE(false, broken.law, ": ", broken.word);
    if (merged.conflict != turned.conflict) ++lopsided;
    // Without a base, where one item stands in two sections, a heading may stand twice.
    const bool comparable = !merged.conflict && !turned.conflict && !versions.base.empty();
    if (comparable) CHECK(only_in_one(merged.bytes, turned.bytes) == "");
    conflicts += merged.conflict ? 1U : 0U;
    if (seed < first + for_git) git += merged_by_git(versions, folder, "").conflict ? 1U : 0U;
  }
  MESSAGE(triples, " merges, ", conflicts, " conflicts; git in ", git, " of the first ", for_git);
  CHECK(conflicts * 20 <= triples);
  CHECK(lopsided * 500 <= triples);
}

TEST_CASE("the judge catches merges that are wrong on purpose") {
  const testing::TemporaryFolder folder;
  int loses = 0;
  int doubles = 0;
  for (std::uint64_t seed = 1; seed <= for_git; ++seed) {
    const Versions versions = versions_of(seed);
    loses += Judge(versions).judge(versions.ours).empty() ? 0 : 1;
    const std::string both = merged_by_git(versions, folder, "--union").bytes;
    doubles += Judge(versions).judge(both).empty() ? 0 : 1;
  }
  MESSAGE("of ", for_git, ": ours alone is caught ", loses, " times, git's union ", doubles);
  CHECK(loses > 80);
  CHECK(doubles > 20);
}

TEST_CASE("a side that changed nothing, and two sides that changed the same, change nothing") {
  for (std::uint64_t seed = 1; seed <= triples / 50; ++seed) {
    const Versions versions = versions_of(seed);
    const auto& [base, ours, theirs] = versions;
    CHECK(merge_notes({base, ours, base}, place).bytes == ours);
    CHECK(merge_notes({base, base, theirs}, place).bytes == theirs);
    CHECK(merge_notes({base, ours, ours}, place).bytes == ours);
  }
}

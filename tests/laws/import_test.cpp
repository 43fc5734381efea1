// SPDX-License-Identifier: MIT
// Importing generated folders of every shape: no item is lost or counted twice, what is unclear is
// told, sources stay as they are, and a second import adds nothing.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "model/date.hpp"
#include "support/dice.hpp"
#include "support/world.hpp"
#include "text/note.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

using Json = nlohmann::json;

const std::string root = "/elsewhere/1-1s";

struct Name {
  std::string handle, name;
};

const std::vector<Name> names{{"alice", "Alice Ng"},   {"bob", "Bob Ito"},    {"chen", "Chen Wei"},
                              {"ines", "Inês Duarte"}, {"maya", "Maya Roth"}, {"ola", "Ola Berg"}};

/// What must become of an item, by the word that only it has.
struct Expected {
  std::string state;  ///< a key of the listing: "open", "done", …
  std::string owner;  ///< of an open one: a handle, or empty
};

/// Writes sources and keeps the books.
class Sources {
 public:
  explicit Sources(std::uint64_t seed) : dice_(seed) {}

  FileMap files;
  std::map<std::string, Expected> items;
  std::map<std::string, int> copies;  ///< of items that stand in several meetings
  std::set<std::string> prose;        ///< words of meetings that are no items

  void write(std::size_t count) {
    // Somewhere each name stands in full.
    for (const Name& person : names) put("all/2014-01-01 " + person.name + ".md", meeting(person));
    while (files.size() < count) {
      const Name& person = dice_.pick(names);
      if (dice_.one_in(12)) {
        put(fmt::format("{}/loose-{}.md", person.handle, files.size()), outside());
      } else if (dice_.one_in(12)) {
        org_file(person);
      } else if (dice_.one_in(12)) {
        logseq_page(person);
      } else if (dice_.one_in(4)) {
        running_document(person);
      } else {
        dated_file(person);
      }
    }
  }

 private:
  void put(const std::string& name, std::string text) {
    if (dice_.one_in(5)) {  // as on Windows
      for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) {
        text.insert(at, "\r");
      }
    }
    files[name] = text;
  }

  Date next_day(const Name& person) {
    open_before_ = std::exchange(open_now_, {});
    if (std::exchange(last_, person.handle) != person.handle) open_before_.clear();
    Date& day = days_.try_emplace(person.handle, *Date::parse("2015-01-07")).first->second;
    return day = day + 7;
  }

  void dated_file(const Name& person) {
    const Date day = next_day(person);
    std::string iso = day.iso();
    const std::vector<std::string> shapes{
        fmt::format("{}/{}.md", person.handle, iso),
        fmt::format("{}/{}/{}.md", person.name, iso.substr(0, 4), iso),
        fmt::format("{}/{}-planning.md", person.handle, iso),
        fmt::format("{}-{}.md", iso, person.handle),
        fmt::format("{}-{}.md", person.handle, iso),
        fmt::format("{}/{}_{}_{}.md", person.handle, iso.substr(0, 4), iso.substr(5, 2),
                    iso.substr(8)),
        fmt::format("all/{} {}.md", iso, person.name),
        fmt::format("1-1 {} - {}.md", person.name, day.long_form()),
    };
    put(dice_.pick(shapes), front_matter() + meeting(person));
  }

  std::string front_matter() {
    return dice_.one_in(3) ? "---\ntags: [one-on-one] # mine\n---\n" : "";
  }

  void running_document(const Name& person) {
    const std::size_t form = dice_.below(5);
    std::vector<std::string> sections;
    for (std::size_t left = 3 + dice_.below(4); left > 0; --left) {
      const Date day = next_day(person);
      const std::string section =
          fmt::format("## {}\n{}", heading(person, day, form), meeting(person));
      sections.insert(dice_.one_in(2) ? sections.begin() : sections.end(), section);
    }
    std::string text = "# " + person.name + "\n" + (dice_.one_in(3) ? outside() : "");
    for (const std::string& section : sections) text += section;
    put(fmt::format("{} {}.md", person.name, files.size()), text);
  }

  void org_file(const Name& person) {
    std::string text;
    for (std::size_t left = 1 + dice_.below(3); left > 0; --left) {
      text += fmt::format("* <{} Tue>\n** Topics\n   - [ ] {}\n", next_day(person).iso(),
                          word("topics"));
      text += "** TODO " + word("open") + "\n** TODO Dana: " + word("open", "dana") +
              "\n   DEADLINE: <2026-12-01 Tue>\n";
      text += "   " + talk() + "*** DONE " + word("done") + "\n** Notes\n- [-] " + word("open") +
              "\n#+begin_src\n- [ ] no item\n#+end_src\n";
    }
    put(fmt::format("{}/{}.org", person.name, files.size()), text);
  }

  void logseq_page(const Name& person) {
    std::string text = "type:: page\n\n";
    for (std::size_t left = 1 + dice_.below(3); left > 0; --left) {
      text += "- [[" + heading(person, next_day(person), 4) + "]]\n";
      const std::string below = items_of(person);
      for (std::size_t at = 0; at < below.size(); at = below.find('\n', at) + 1) {
        if (below[at] != '\n') text += "\t";
        text += below.substr(at, below.find('\n', at) + 1 - at);
      }
    }
    put(fmt::format("pages/{} {}.md", person.name, files.size()), text);
  }

  static std::string heading(const Name& person, Date day, std::size_t form) {
    std::string iso = day.iso();
    const std::string long_form = day.long_form();
    const std::string month = long_form.substr(long_form.find(' ') + 1, 3);
    switch (form) {
      case 0:
        return iso;
      case 1:
        return fmt::format("{} {}, {} | {} / Dana", month, day.day(), day.year(), person.name);
      case 2:
        return fmt::format("{:02}.{:02}.{}", day.day(), day.month(), day.year());
      case 3:
        return fmt::format("{}/{}/{}", day.month(), day.day(), day.year());
      default:
        return fmt::format("{}, {}", weekday_name(day.weekday()), long_form);
    }
  }

  std::string word(const std::string& state, const std::string& owner = "") {
    std::string word = fmt::format("word{}x", ++words_);
    items[word] = {state, owner};
    return word;
  }

  std::string outside() { return fmt::format("- [ ] {}\n\n", word("unclear")); }

  std::string meeting(const Name& person) {
    std::string text;
    while (text.empty() || !dice_.one_in(3)) text += section(person);
    return text;
  }

  std::string section(const Name& person) {
    switch (dice_.below(5)) {
      case 0:
        return fmt::format("### Attendance\n- [x] {}\n- [ ] Dana: {}\n", word("ignored"),
                           word("ignored"));
      case 1:
        return fmt::format("### Topics\n- [ ] {}\n- [x] {}\n\n", word("topics"), word("done"));
      case 2:
        return "### Action items\n\n" + items_of(person) + "- " + word("unclear") + "\n";
      case 3:
        return "### Notes\n\n" + talk() + items_of(person) + talk();
      default:
        return "### Code\n\n```\n- [ ] no item\n- TODO nor this\n```\n\n> - [ ] " +
               owned("@dana ", "dana") + "\n\n";
    }
  }

  std::string talk() {
    const std::string word = fmt::format("talk{}x", ++words_);
    prose.insert(word);
    return fmt::format("Some words, {}.\n\n", word);
  }

  std::string owned(const std::string& written, const std::string& handle) {
    return written + word("open", handle);
  }

  /// A promise that was copied by hand from the meeting before, if there is one.
  std::string again() {
    if (open_before_.empty()) return open_line("", "");
    const std::string line = open_before_.back();
    open_before_.pop_back();
    ++copies[line.substr(line.find("word"))];
    open_now_.push_back(line);
    return line;
  }

  std::string open_line(const std::string& written, const std::string& handle) {
    open_now_.push_back("- [ ] " + owned(written, handle));
    return open_now_.back();
  }

  std::string items_of(const Name& person) {
    const std::string first = person.name.substr(0, person.name.find(' '));
    const std::vector<std::string> mine{"Dana: ", "@dana ", "**Dana Lee:** ", "@me ", "(@dana) "};
    const std::vector<std::string> theirs{first + ": ", "@" + person.handle + ": ",
                                          "@" + person.name + " ", "*" + first + "*: "};
    std::string text;
    for (std::size_t left = dice_.below(6); left > 0; --left) {
      text += item(person, mine, theirs) + "\n";
    }
    return text + "\n";
  }

  std::string item(const Name& person, const std::vector<std::string>& mine,
                   const std::vector<std::string>& theirs) {
    switch (dice_.below(11)) {
      case 0:
        return open_line(dice_.pick(mine), "dana");
      case 1:
        return "- [ ] " + owned(dice_.pick(theirs), person.handle) + " 📅 2026-12-01";
      case 2:
        return "* [ ] " + owned("", person.handle) + " (@" + person.handle + ")";
      case 3:
        return open_line("", "");
      case 4:
        return "- TODO " + owned(dice_.pick(mine), "dana");
      case 5:
        return "- [x] " + word("done") + " ✅ 2026-11-01";
      case 6:
        return "- DONE " + dice_.pick(theirs) + word("done");
      case 7:
        return "- [-] " + word("dropped");
      case 8:
        return "- [>] " + word("carried");
      case 9:
        return again();
      default:
        return "- [i] " + word("unclear");
    }
  }

  Dice dice_;
  std::map<std::string, Date> days_;
  std::vector<std::string> open_before_, open_now_;  ///< in the last meeting written, and in this
  std::string last_;                                 ///< whose meeting was written last
  int words_ = 0;
};

FileMap first_files() {
  return {{"oneonone.yaml", "format: 1\nme: dana\nname: Dana Lee\n"}};
}

struct Imported {
  explicit Imported(const Sources& sources) : world(first_files()) {
    for (const auto& [name, bytes] : sources.files)
      world.put(fmt::format("{}/{}", root, name), bytes);
  }

  Json listing(Words words) {
    words.insert(words.end(), {"--json", "--today", "2026-11-24"});
    const Said said = world.run(words);
    REQUIRE(said.status == 0);
    return Json::parse(said.out).at("items");
  }

  MemoryWorld world;
};

const std::vector<std::string> states{"open",   "done",    "dropped", "carried",
                                      "topics", "ignored", "unclear"};

std::map<std::string, int> counted(const Json& rows) {
  std::map<std::string, int> counts;
  for (const std::string& state : states) {
    for (const Json& row : rows) counts[state] += row.at(state).get<int>();
  }
  return counts;
}

std::map<std::string, int> expected_counts(const Sources& sources) {
  std::map<std::string, int> counts;
  for (const std::string& state : states) counts[state] = 0;
  for (const auto& [word, expected] : sources.items) ++counts[expected.state];
  for (const auto& [word, more] : sources.copies) counts["carried"] += more;
  return counts;
}

/// How often each word stands in the notes.
std::map<std::string, int> words_in(const FileMap& files) {
  std::map<std::string, int> seen;
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("people/")) continue;
    for (std::size_t at = 0; (at = bytes.find_first_of("wt", at)) != std::string::npos; ++at) {
      const std::size_t end = bytes.find('x', at);
      if (bytes.compare(at, 4, "word") == 0 || bytes.compare(at, 4, "talk") == 0) {
        if (end < at + 12) ++seen[bytes.substr(at, end + 1 - at)];
      }
    }
  }
  return seen;
}

/// The line of a word, from 1; 0 when the text does not hold it.
std::size_t line_of(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return 0;
  return Note(text.substr(0, at)).lines();
}

/// True when a doubt names the very line that holds the word.
bool is_told(const Sources& sources, const Json& rows, const std::string& word) {
  for (const Json& row : rows) {
    const std::string source = row.at("source");
    const std::size_t line = line_of(sources.files.at(source.substr(root.size() + 1)), word);
    for (const Json& doubt : row.at("doubts")) {
      if (line > 0 && doubt.at("line") == line) return true;
    }
  }
  return false;
}

void check_import(const Sources& sources) {
  Imported imported(sources);
  const FileMap before = imported.world.files();
  const Json preview = imported.listing({"import", "-n", root});
  CHECK(imported.world.files() == before);
  const Json rows = imported.listing({"import", root});
  CHECK(rows == preview);
  CHECK(counted(rows) == expected_counts(sources));
  const FileMap after = imported.world.files();
  for (const auto& [path, bytes] : before) CHECK(after.at(path) == bytes);

  std::map<std::string, int> seen = words_in(after);
  for (const std::string& word : sources.prose) CHECK(seen[word] == 1);
  for (const auto& [word, expected] : sources.items) {
    CAPTURE(word);
    if (expected.state != "unclear") {
      const auto copies = sources.copies.find(word);
      CHECK(seen[word] == 1 + (copies == sources.copies.end() ? 0 : copies->second));
    } else {
      CHECK(is_told(sources, rows, word));
    }
  }

  imported.listing({"import", root});
  CHECK(imported.world.files() == after);

  std::set<std::string> open;
  for (const Json& item : imported.listing({"actions"})) {
    const std::string word = item.at("text");
    CAPTURE(word);
    REQUIRE(sources.items.contains(word));
    const std::string owner = item.at("owner").is_null() ? "" : item.at("owner");
    CHECK(sources.items.at(word).owner == owner);
    CHECK(open.insert(word).second);
  }
  for (const auto& [word, expected] : sources.items) {
    if (expected.state == "open") CHECK(open.contains(word));
  }
}

}  // namespace

TEST_CASE("an import accounts for every item once, keeps every word and adds nothing twice") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    Sources sources(seed);
    sources.write(120);
    check_import(sources);
  }
}

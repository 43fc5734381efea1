// SPDX-License-Identifier: MIT
// Items that were copied by hand from meeting to meeting.
#include "core/import_repeats.hpp"

#include <doctest/doctest.h>

#include "support/meetings.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

/// The notes once their repeats are linked, and what is open then. `old` ones stay as they are.
struct Linked {
  explicit Linked(const Files& files, const std::set<std::string>& old = {})
      : ledger(ledger_of(files)), repeats(find_repeats(ledger, fresh(old))) {
    for (std::size_t i = 0; i < ledger.notes().size(); ++i) {
      const ParsedNote& parsed = ledger.notes()[i];
      after[parsed.path.file] = apply_edits(parsed.note.bytes(), repeats.edits[i]);
    }
    const Ledger again = ledger_of(after);
    for (const Chain& chain : again.chains()) {
      if (chain.state == Mark::open) ++open;
      CHECK_FALSE(chain.orphan);
    }
  }

  std::set<std::size_t> fresh(const std::set<std::string>& old) const {
    std::set<std::size_t> notes;
    for (std::size_t i = 0; i < ledger.notes().size(); ++i) {
      if (!old.contains(ledger.notes()[i].path.file)) notes.insert(i);
    }
    return notes;
  }

  Ledger ledger;
  Repeats repeats;
  Files after;
  int open = 0;
};

}  // namespace

TEST_CASE("what stands open in a note with its id goes on in a new one, and the note stays") {
  const Files files{{"2026-11-03.md", "- [ ] @alice Draft it ^k7m2q\n"},
                    {"2026-11-10.md", "- [ ] @alice Draft it\n"},
                    {"2026-11-17.md", "- [ ] @alice Draft it\n"}};
  Linked linked(files, {"2026-11-03.md"});
  CHECK(linked.after["2026-11-03.md"] == files.at("2026-11-03.md"));
  CHECK(linked.after["2026-11-10.md"] == "- [>] @alice Draft it since:2026-11-03 ^k7m2q\n");
  CHECK(linked.after["2026-11-17.md"] == "- [ ] @alice Draft it since:2026-11-03 ^k7m2q\n");
  CHECK(linked.open == 1);
}

TEST_CASE("older notes that come later belong to what is here already") {
  Linked linked(Files{{"2026-11-03.md", "- [ ] @alice Draft it\n"},
                      {"2026-11-10.md", "- [ ] @alice Draft it ^k7m2q\n"}},
                {"2026-11-10.md"});
  CHECK(linked.after["2026-11-03.md"] == "- [>] @alice Draft it ^k7m2q\n");
  CHECK(linked.open == 1);
}

TEST_CASE("an old line without an id is left alone, and so is what was closed") {
  CHECK(Linked(Files{{"2026-11-03.md", "- [ ] @alice Draft it\n"},
                     {"2026-11-10.md", "- [ ] @alice Draft it\n"}},
               {"2026-11-03.md"})
            .open == 2);
  CHECK(Linked(Files{{"2026-11-03.md", "- [x] @alice Draft it ^k7m2q\n"},
                     {"2026-11-10.md", "- [ ] @alice Draft it\n"}},
               {"2026-11-03.md"})
            .after["2026-11-10.md"]
            .find("k7m2q") == std::string::npos);
}

TEST_CASE("what was copied from week to week is one promise with the age of the first") {
  Linked linked(Files{{"2026-11-03.md", "- [ ] @alice Draft it\n"},
                      {"2026-11-10.md", "- [>] @Alice draft it due:2026-12-01\n"},
                      {"2026-11-17.md", "- [ ] @alice Draft it\n"}});
  const std::string id = linked.after["2026-11-03.md"].substr(23, 5);
  CHECK(linked.after["2026-11-03.md"] == "- [>] @alice Draft it ^" + id + "\n");
  CHECK(linked.after["2026-11-10.md"] ==
        "- [>] @Alice draft it since:2026-11-03 due:2026-12-01 ^" + id + "\n");
  CHECK(linked.after["2026-11-17.md"] == "- [ ] @alice Draft it since:2026-11-03 ^" + id + "\n");
  CHECK(linked.open == 1);
  CHECK(linked.repeats.promises == std::vector<std::size_t>{1, 0, 0});
}

TEST_CASE("a promise kept later is kept in all its copies") {
  Linked linked(Files{{"2026-11-03.md", "- [ ] @alice Draft it\n"},
                      {"2026-11-10.md", "- [x] @alice Draft it\n"}});
  CHECK(linked.open == 0);
}

TEST_CASE("what was closed in between, and what somebody else owns, is another item") {
  CHECK(Linked(Files{{"2026-11-03.md", "- [x] @alice Report\n"},
                     {"2026-11-10.md", "- [ ] @alice Report\n"}})
            .after["2026-11-10.md"]
            .starts_with("- [ ] @alice Report ^"));
  CHECK(Linked(Files{{"2026-11-03.md", "- [ ] @alice Report\n"},
                     {"2026-11-10.md", "- [ ] @dana Report\n"}})
            .open == 2);
  CHECK(Linked(Files{{"2026-11-03.md", "- [ ] Report\n"},
                     {"2026-11-10.md", "## Topics\n- [ ] Report\n"}})
            .open == 2);
}

TEST_CASE("two lines of one note stay two") {
  const Files files{{"2026-11-03.md", "- [ ] @alice Call\n- [ ] @alice Call\n"}};
  CHECK(Linked(files).open == 2);
}

TEST_CASE("a topic goes on as a topic") {
  Linked linked(Files{{"2026-11-03.md", "## Topics\n- [ ] Staff role\n"},
                      {"2026-11-10.md", "## Topics\n- [ ] Staff role\n"}});
  CHECK(linked.open == 1);
  CHECK(linked.repeats.topics == std::vector<std::size_t>{1, 0});
}

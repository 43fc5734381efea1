// SPDX-License-Identifier: MIT
// The laws of product.md after random histories: commands, hand edits, crashes, two clones, and a
// few with the real program on real files.
#include "support/history.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "support/temporary_folder.hpp"
#include "system/posix.hpp"

using namespace oneonone;
using namespace oneonone::testing;

namespace {

// Enough for 10,000 steps; the sanitizers are slow and look for something else.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t histories = 10;
#else
constexpr std::uint64_t histories = 250;
#endif
constexpr std::size_t steps = 42;

/// Set ONEONONE_SEED to try histories that nobody has seen.
std::uint64_t first_seed() {
  const char* seed = std::getenv("ONEONONE_SEED");
  return seed == nullptr ? 1 : std::strtoull(seed, nullptr, 10);
}

/// Alice's and Dana's folder as the one of them has it who reads.
FileMap seen_by(const std::string& me, const std::string& them, const FileMap& files) {
  FileMap seen{{"oneonone.yaml", "format: 1\nme: " + me + "\n"}};
  const std::string folder = "people/alice/";
  for (const auto& [path, bytes] : files) {
    if (path.starts_with(folder)) seen["people/" + them + "/" + path.substr(folder.size())] = bytes;
  }
  return seen;
}

/// What is listed, as lines of id, file, line and text.
std::string listed(World& world, const std::string& folder, const std::string& today) {
  const nlohmann::json listing =
      nlohmann::json::parse(world.run({"actions", "--json", "--today", today}).out);
  std::string lines;
  for (const auto& item : listing.at("items")) {
    std::string path = item.at("path");
    std::string id = item.at("id");
    std::string text = item.at("text");
    lines += id + " " + path.substr(("people/" + folder).size()) + " " +
             std::to_string(item.at("line").get<int>()) + " " + text + "\n";
  }
  return lines;
}

/// Both write the same note on the same day; then everything is compared.
void check_two_clones(const FileMap& files, const std::string& date, const std::string& today,
                      const std::string& told) {
  MemoryWorld dana(seen_by("dana", "alice", files));
  MemoryWorld alice(seen_by("alice", "dana", files));
  if (listed(dana, "alice", today) != listed(alice, "dana", today)) {
    FAIL("ids differ:\n" << listed(dana, "alice", today) << listed(alice, "dana", today) << told);
  }
  dana.run({"new", "alice", date, "--no-edit", "--today", today});
  alice.run({"new", "dana", date, "--no-edit", "--today", today});
  FileMap as_alice = seen_by("alice", "dana", dana.files());
  if (as_alice != alice.files()) {
    FAIL("the notes differ:\n" << difference(as_alice, alice.files()) << told);
  }
}

}  // namespace

TEST_CASE("no history of commands, hand edits and crashes loses or doubles a promise") {
  for (std::uint64_t seed = first_seed(); seed < first_seed() + histories; ++seed) {
    auto failure = run_in_memory(steps_of(seed, steps), {});
    if (failure) FAIL("seed " << seed << ": " << failure->text());
  }
}

TEST_CASE("the laws notice each fault that is put in") {
  for (Sabotage sabotage :
       {Sabotage::keeps_old_open, Sabotage::loses_item, Sabotage::loses_win, Sabotage::doubles_item,
        Sabotage::rewrites_line, Sabotage::ignores_done, Sabotage::writes_on_read}) {
    CAPTURE(static_cast<int>(sabotage));
    Mix mix;
    mix.sabotage = sabotage;
    bool noticed = false;
    for (std::uint64_t seed = 1; seed <= 20 && !noticed; ++seed) {
      noticed = run_in_memory(steps_of(seed, steps), mix).has_value();
    }
    CHECK(noticed);
  }
}

TEST_CASE("two clones that write the same note write the same bytes, and show the same ids") {
  Mix mix;
  mix.others = false;
  for (std::uint64_t seed = first_seed(); seed < first_seed() + histories / 5; ++seed) {
    MemoryWorld world(first_notebook());
    History history(world, mix);
    std::size_t taken = 0;
    for (std::uint64_t step : steps_of(seed + 1'000'000, steps)) {
      try {
        history.step(step);
      } catch (const Broken& broken) {
        FAIL(broken.law << ": " << broken.detail << "\n" << history.told());
      }
      if (++taken % 7 != 0) continue;
      std::string today = history.today().iso();
      int off = static_cast<int>(step % 9) - 3;
      check_two_clones(world.files(), (history.today() + off).iso(), today, history.told());
    }
  }
}

TEST_CASE("the same laws hold for the real program on real files") {
  TemporaryFolder folder;
  RealWorld world(ONEONONE_PROGRAM, folder.path(), first_notebook());
  Mix mix;
  mix.crashes = false;
  History history(world, mix);
  for (std::uint64_t step : steps_of(first_seed(), 60)) {
    try {
      history.step(step);
    } catch (const Broken& broken) {
      FAIL(broken.law << "\n" << broken.detail << "\n" << history.told());
    }
  }
}

TEST_CASE("git diff shows a new note and one changed line for each carried item; one after done") {
  TemporaryFolder folder;
  RealWorld world(ONEONONE_PROGRAM, folder.path(), first_notebook());
  auto git = [&](Words words) {
    Words all{"git", "-c", "user.name=t", "-c", "user.email=t@example.org"};
    all.insert(all.end(), words.begin(), words.end());
    Ran ran = PosixProcesses().capture(all, folder.path());
    REQUIRE(ran.status == 0);
    return ran.output;
  };
  auto commit = [&] {
    git({"add", "-A"});
    git({"commit", "--quiet", "--no-gpg-sign", "-m", "a step"});
  };
  git({"init", "--quiet"});
  commit();
  Said said = world.run({"new", "alice", "2026-11-24", "--json", "--today", "2026-11-24"});
  REQUIRE(said.status == 0);
  const nlohmann::json made = nlohmann::json::parse(said.out).at("items").at(0);
  int carried = made.at("carried").get<int>() + made.at("topics").get<int>();
  CHECK(carried == 2);
  CHECK(git({"status", "--porcelain", "--untracked-files=all"}) ==
        " M people/alice/2026-11-10.md\n?? people/alice/2026-11-24.md\n");
  CHECK(git({"diff", "--numstat"}) == "2\t2\tpeople/alice/2026-11-10.md\n");
  commit();
  std::string id = world.run({"actions", "alice", "--format", "{id}"}).out.substr(0, 5);
  CHECK(world.run({"done", id, "--today", "2026-11-24"}).status == 0);
  CHECK(git({"diff", "--numstat"}) == "1\t1\tpeople/alice/2026-11-24.md\n");
}

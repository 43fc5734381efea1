// SPDX-License-Identifier: MIT
// The harnesses themselves: each fault that is put into the program on purpose must be caught.
#include <doctest/doctest.h>

#include <algorithm>

#include "faults/errors.hpp"
#include "faults/hardship.hpp"
#include "faults/kill.hpp"
#include "faults/memory.hpp"
#include "faults/order.hpp"
#include "faults/readers.hpp"
#include "faults/table.hpp"
#include "faults/writers.hpp"

namespace oneonone::faults {
namespace {

using Complaints = std::vector<std::string>;
using Catch = Complaints (*)(const Program&);

Case case_named(const std::string& name) {
  return *std::ranges::find(writing_cases(), name, &Case::name);
}

Complaints by_killing(const Program& program, const std::string& name) {
  const Case one = case_named(name);
  return kill_before_calls(Home(one.before), program, one, {may_write}).complaints;
}

Complaints by_failing(const Program& program, const std::string& name) {
  const Case one = case_named(name);
  return fail_calls(Home(one.before), program, one, 0, 3).complaints;
}

Complaints by_interrupting(const Program& program) {
  const Case one = case_named("due");
  return interrupt_calls(Home(one.before), program, one, 0, 1).complaints;
}

Complaints by_order(const Program& program) {
  return order_of_writes(Home(), program, case_named("due"));
}

struct Seed {
  std::string name, meaning, harness;
  Catch complaints;
};

const std::vector<Seed> seeds = {
    {"truncates", "a note is written in place", "kill",
     [](const Program& program) { return by_killing(program, "due"); }},
    {"renames_first", "the name comes before the bytes", "kill",
     [](const Program& program) { return by_killing(program, "due"); }},
    {"order_swapped", "the old line is marked before the new note is there", "kill",
     [](const Program& program) { return by_killing(program, "new"); }},
    {"never_sweeps", "what a killed run left stays", "kill",
     [](const Program& program) { return by_killing(program, "due"); }},
    {"no_fsync", "no fsync", "order", by_order},
    {"no_folder_fsync", "no fsync of the folder", "order", by_order},
    {"unreadable_is_empty", "what cannot be read is taken for empty", "errors",
     [](const Program& program) { return by_failing(program, "add"); }},
    {"ignores_errors", "an error of write is not looked at", "errors",
     [](const Program& program) { return by_failing(program, "due"); }},
    {"leaves_temporary", "the temporary file stays after an error", "errors",
     [](const Program& program) { return by_failing(program, "due"); }},
    {"status_zero", "status 0 after an error", "errors",
     [](const Program& program) { return by_failing(program, "due"); }},
    {"interrupted", "EINTR ends a write", "interrupted", by_interrupting},
    {"short_is_whole", "a short write is taken for the whole", "interrupted", by_interrupting},
    {"limit_kills", "SIGXFSZ is not ignored", "size limit",
     [](const Program& program) {
       return limit_files(Home(), program, case_named("due"), {1}).complaints;
     }},
    {"output_unchecked", "errors of standard output are not looked at", "output",
     [](const Program& program) { return lose_output(Home(), program, {"actions"}); }},
    {"reader_writes", "a reading command keeps something for later", "readers",
     [](const Program& program) { return writes_of(Home(), program, {"actions"}); }},
    {"private_shown", "private lines are read as shared ones", "readers",
     [](const Program& program) { return private_words_in(Home(), program, {"actions"}); }},
    {"prefers_ours", "a merge keeps ours alone", "interrupted",
     [](const Program& program) {
       const Case one = case_named("merge-driver");
       return interrupt_calls(Home(one.before), program, one, 0, 5).complaints;
     }},
    {"memory_aborts", "no memory ends the program", "memory",
     [](const Program& program) {
       const std::string way = program.seed == "none" ? "" : "!";
       return refuse_memory(Home(), case_named("due"), 500, 500, {way}).complaints;
     }},
    {"no_lock", "writers do not wait for each other", "writers",
     [](const Program& program) { return write_at_once(program, {8, 8, 0}); }},
};

TEST_CASE("every fault that is put in is caught") {
  Table table("controls", {"fault", "what it is", "harness", "caught"});
  for (const Seed& seed : seeds) {
    CAPTURE(seed.name);
    const Complaints complaints = seed.complaints(seeded(seed.name));
    CHECK(!complaints.empty());
    table.add(
        {"`" + seed.name + "`", seed.meaning, seed.harness, complaints.empty() ? "no" : "yes"});
  }
  table.show();
}

TEST_CASE("without a fault the program of the controls is the released one") {
  for (const Seed& seed : seeds) {
    CAPTURE(seed.name);
    if (!is_whole_run()) continue;
    for (const std::string& complaint : seed.complaints(seeded("none"))) FAIL_CHECK(complaint);
  }
}

}  // namespace
}  // namespace oneonone::faults

// SPDX-License-Identifier: MIT
// The commands that faults are put into, and the folder in which they run.
#include "faults/cases.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace oneonone::faults {
namespace {

const std::string old_notes =
    "mkdir -p ../old/carl && printf '## Action items\\n- [ ] Carl: read the plan\\n' "
    "> ../old/carl/2026-10-01.md && printf -- '- [x] Dana: the desk\\n' > "
    "../old/carl/2026-10-08.md";

/// Closed on the phone, in the older note; two lines with one id; a day in words.
const std::string untidy =
    "sed -i 's/^- \\[>\\] @dana/- [x] @dana/' people/alice/2026-11-10.md && "
    "printf '%s\\n' '- [ ] @bob Write the tests ^g2w7n' '- [ ] @bob Book a room due:fri' "
    ">> people/bob/2026-11-26.md && "
    "sed -i 's/^- \\[ \\] @dana Ask HR/- [x] @dana Ask HR/' private/alice/topics.md";

const std::string versions =
    "cp people/alice/2026-11-17.md base.txt && "
    "sed 's/^- \\[ \\] @alice Draft/- [x] @alice Draft/' base.txt > ours.txt && "
    "sed 's/due:2026-11-20/due:2026-12-20/' base.txt > theirs.txt && "
    "echo '- [ ] @dana One more thing' >> theirs.txt";

/// Both machines have changed the same note.
const std::string two_machines =
    "git init -q --bare ../server.git && oneonone init -q && git remote add origin ../server.git "
    "&& "
    "oneonone sync -q && git clone -q ~/server.git ../phone && cd ../phone && oneonone init -q && "
    "oneonone done -q m3x9w && oneonone add -q alice 'From the phone' && oneonone sync -q && "
    "cd ../1on1 && oneonone due -q k7m2q 2026-12-01 && oneonone add -q alice 'From the desk'";

const std::string sent =
    "test -z \"$(git status --porcelain)\" && git fsck --no-progress && "
    "test \"$(git rev-parse HEAD)\" = \"$(git -C ../server.git rev-parse main)\"";

void put_variable(Words& environment, const std::string& name, const std::string& value) {
  environment.push_back(name + "=" + value);
}

}  // namespace

const std::vector<Case>& writing_cases() {
  static const std::vector<Case> cases = {
      {"init --no-git", {"init", "../new", "--me", "dana", "--no-git"}, ""},
      {"people add", {"people", "add", "Eve Low", "Carl Moe"}, ""},
      {"people rename", {"people", "rename", "alice", "ally"}, ""},
      {"people pause", {"people", "pause", "alice", "--until", "2026-12-20"}, ""},
      {"people archive", {"people", "archive", "alice", "--keep", "k7m2q", "--drop", "all"}, ""},
      {"people restore", {"people", "restore", "bob"}, "oneonone -q people archive bob --keep all"},
      {"config set", {"config", "set", "cadence", "2w"}, ""},
      {"add", {"add", "alice", "@dana Ask Priya due:fri"}, ""},
      {"add, two files", {"add", "alice", "What next?", "Fact: two children"}, ""},
      {"new", {"new", "alice", "--no-edit"}, ""},
      {"new, planned", {"new", "bob", "--no-edit"}, "oneonone -q add bob 'The rota'"},
      {"new --another",
       {"new", "alice", "--another", "--no-edit"},
       "oneonone -q new alice --no-edit && oneonone -q add alice 'The rota'"},
      {"done", {"done", "k7m2q", "v8d4h", "h6z4k"}, ""},
      {"drop", {"drop", "m3x9w", "b5n2x"}, ""},
      {"reopen", {"reopen", "d3s9g"}, ""},
      {"due", {"due", "k7m2q", "2026-12-01"}, ""},
      {"close",
       {"close", "alice", "--mood", "4", "--recap", "All well", "--next", "2026-12-01"},
       "oneonone -q new alice --no-edit"},
      {"close, no note", {"close", "alice", "2026-11-20", "--mood", "5"}, ""},
      {"missed", {"missed", "bob", "2026-11-26", "--by", "them", "--today", "2026-11-27"}, ""},
      {"move", {"move", "bob", "2026-11-27", "--by", "them"}, ""},
      {"goals add", {"goals", "add", "alice", "Billing", "--measure", "late: 1"}, ""},
      {"goals close", {"goals", "close", "alice", "g7h2k"}, ""},
      {"measure", {"measure", "alice", "calls", "5", "2026-11-17"}, ""},
      {"promote", {"promote", "f4k7d"}, ""},
      {"check --fix", {"check", "--fix"}, untidy},
      {"merge-driver",
       {"merge-driver", "base.txt", "ours.txt", "theirs.txt", "people/alice/2026-11-17.md"},
       versions},
      {"import", {"import", "../old"}, old_notes},
      {"export -o", {"export", "--to", "csv", "-o", "../out.csv"}, "echo old > ../out.csv"},
      {"page -o", {"page", "-o", "../page.html"}, ""},
      {"handover",
       {"handover", "alice", "--to", "carl", "--include", "items", "-o", "../carl"},
       ""},
      {"forget", {"forget", "alice", "--yes"}, ""}};
  return cases;
}

const std::vector<Case>& git_cases() {
  static const std::vector<Case> cases = {
      {"init",
       {"init", "--hooks"},
       "",
       "git fsck --no-progress && git -C private fsck --no-progress"},
      {"merge-driver --install",
       {"merge-driver", "--install"},
       "git init -q",
       "git fsck --no-progress"},
      {"sync, first time",
       {"sync"},
       "git init -q --bare ../server.git && oneonone init -q && git remote add origin "
       "../server.git",
       sent},
      {"sync, both changed", {"sync"}, two_machines, sent}};
  return cases;
}

const std::vector<Words>& reading_commands() {
  static const std::vector<Words> commands = {{"status"},
                                              {"status", "--json"},
                                              {"actions"},
                                              {"actions", "-p", "--closed"},
                                              {"actions", "--format", "{id} {text}"},
                                              {"prep", "alice"},
                                              {"prep", "bob", "--shared"},
                                              {"show", "alice"},
                                              {"log"},
                                              {"log", "alice", "--json"},
                                              {"search", "RFC"},
                                              {"search", "-e", "R.C", "alice"},
                                              {"questions", "alice"},
                                              {"goals"},
                                              {"pulse"},
                                              {"review", "alice", "--since", "2026-09-01"},
                                              {"page"},
                                              {"share", "alice"},
                                              {"handover", "alice", "--to", "carl"},
                                              {"export", "--to", "csv"},
                                              {"export", "--to", "taskwarrior"},
                                              {"people"},
                                              {"templates"},
                                              {"config"},
                                              {"check"},
                                              {"check", "--hints"},
                                              {"forget", "alice"},
                                              {"completion", "bash"},
                                              {"help"},
                                              {"--version"}};
  return commands;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases = writing_cases();
  for (const Words& words : reading_commands()) {
    std::string name;
    for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
    cases.push_back({name, words, ""});
  }
  return cases;
}

Program released() {
  return {ONEONONE_PROGRAM};
}

Program seeded(const std::string& seed) {
  return {ONEONONE_SEEDED, seed};
}

Home::Home(const std::string& before) {
  std::filesystem::copy(ONEONONE_SOURCE "/tests/faults/notebook", path() + "/1on1",
                        std::filesystem::copy_options::recursive);
  std::filesystem::permissions(path() + "/1on1/private", std::filesystem::perms::owner_all);
  if (!before.empty()) shell(before);
}

Home::Home(const Tree& tree) {
  put_back(tree);
}

Start Home::start(const Program& program, const Words& command) const {
  Start start{{program.path}, path() + "/1on1", {}, false, {}};
  start.words.insert(start.words.end(), command.begin(), command.end());
  const std::string folder = std::string(ONEONONE_PROGRAM);
  Words& variables = start.environment;
  put_variable(variables, "PATH", folder.substr(0, folder.rfind('/')) + ":/usr/bin:/bin");
  put_variable(variables, "HOME", path());
  put_variable(variables, "USER", "dana");
  put_variable(variables, "TZ", "UTC");
  put_variable(variables, "LC_ALL", "C.UTF-8");
  put_variable(variables, "ONEONONE_TODAY", "2026-11-24");
  put_variable(variables, "GIT_CONFIG_NOSYSTEM", "1");
  put_variable(variables, "GIT_CONFIG_GLOBAL", ONEONONE_SOURCE "/tests/faults/gitconfig");
  put_variable(variables, "GIT_AUTHOR_DATE", "2026-11-24T12:00:00Z");
  put_variable(variables, "GIT_COMMITTER_DATE", "2026-11-24T12:00:00Z");
  if (!program.seed.empty()) put_variable(variables, "ONEONONE_SEED", program.seed);
  return start;
}

Ended Home::run(const Program& program, const Words& command) const {
  return faults::run(start(program, command));
}

bool Home::succeeds(const std::string& script) const {
  return run({"/bin/sh"}, {"-c", script}).status == 0;
}

void Home::shell(const std::string& script) const {
  const Ended ended = run({"/bin/sh"}, {"-c", script});
  if (ended.status != 0) throw std::runtime_error(script + ": " + ended.err);
}

std::vector<Case> some_of(const std::vector<Case>& cases, std::size_t nth) {
  std::vector<Case> some;
  for (std::size_t i = 0; i < cases.size(); i += is_whole_run() ? 1 : nth) some.push_back(cases[i]);
  return some;
}

bool is_whole_run() {
  return std::getenv("ONEONONE_ALL") != nullptr;
}

}  // namespace oneonone::faults

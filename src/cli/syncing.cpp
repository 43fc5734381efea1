// SPDX-License-Identifier: MIT
// `sync` of one repository: commit what changed, take in what others sent, send what they lack.
#include "cli/syncing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "cli/commit_paths.hpp"
#include "cli/kept_apart.hpp"
#include "cli/ledgers.hpp"
#include "cli/merging.hpp"
#include "cli/remote.hpp"
#include "cli/removed_notes.hpp"
#include "cli/stopped_merge.hpp"
#include "core/lint.hpp"
#include "text/missing_lines.hpp"

namespace oneonone {
namespace {

using Words = std::vector<std::string>;

/// How often a push that comes too late is tried again.
constexpr int tries = 3;

/// Several files that need a person: the way out of a sync.
struct Unsettled {
  std::vector<Error> errors;
};

Words paths_of(const std::vector<ChangedPath>& changed) {
  Words paths;
  for (const ChangedPath& one : changed) paths.push_back(one.path);
  return paths;
}

std::string files(std::size_t count) {
  return fmt::format("{} file{}", count, count == 1 ? "" : "s");
}

class Sync {
 public:
  Sync(Session& session, const SyncPlace& place, const std::vector<SyncPlace>& all)
      : session_(session),
        system_(session.system()),
        repository_(place.repository()),
        place_(place),
        all_(all) {
    result_.path = place.path();
  }

  Synced run() {
    std::string before;
    collecting([&] {
      static_cast<void>(repository_.git_folder());
      if (is_ignored()) return;
      if (session_.globals().dry_run) return rehearse();
      before = head().value_or("");
      synchronise();
    });
    // Also when the remote was not reached: the next sync begins behind what was committed.
    if (!before.empty()) collecting([&] { tell_removed(before); });
    return std::move(result_);
  }

  /// The first half of a sync; nothing while a merge waits for its user.
  std::vector<Error> commit() {
    collecting([&] {
      static_cast<void>(repository_.git_folder());
      if (is_ignored() || place_.under_way() != UnderWay::nothing) return;
      require_kept_apart(place_, all_);
      require_clear(place_.standing(), UnderWay::nothing);
      equip();
      commit_changes("Change");
    });
    return std::move(result_.problems);
  }

 private:
  template <class Act>
  void collecting(const Act& act) {
    try {
      act();
    } catch (Unsettled& unsettled) {
      result_.problems = std::move(unsettled.errors);
    } catch (const Error& error) {
      result_.problems.push_back(error);
    }
  }

  void rehearse() {
    require_kept_apart(place_, all_);
    const Standing now = place_.standing();
    require_clear(now, place_.under_way());
    note_files(synced(now.changed));
    const auto remote = find_remote(repository_, now.branch);
    if (!remote) return;
    result_.remote = true;
    const Distance distance = distance_to(repository_, *remote);
    result_.received = distance.behind;
    result_.sent = distance.ahead;
  }

  void synchronise() {
    require_kept_apart(place_, all_);
    if (place_.under_way() != UnderWay::nothing) {
      go_on(false);
      mend_notes(paths_changed(repository_, ""));
    }
    const Standing now = place_.standing();
    require_clear(now, UnderWay::nothing);
    // A private/ that nobody has used yet needs no commit.
    if (!now.unborn || !synced(now.changed).empty()) {
      equip();
      commit_changes("Sync");
    }
    const auto remote = find_remote(repository_, now.branch);
    if (!remote) return;
    result_.remote = true;
    for (int i = 0; i < tries; ++i) {
      fetch(*remote);
      take_in(*remote);
      if (send(*remote, i + 1 == tries)) return;
    }
  }

  // --- what stands in the way

  /// A notebook in a repository that does not want to know of it.
  bool is_ignored() const {
    const std::string& prefix = repository_.prefix();
    return place_.is_notebook() && !prefix.empty() && repository_.ignores(prefix);
  }

  void require_clear(const Standing& now, UnderWay state) const {
    if (auto found = obstacle(now, state)) {
      throw Error(Status::failed, found->message, place_.name(), found->hint);
    }
  }

  // --- what stopped before

  /// Ends a rebase or a merge that stopped at files which can be merged item by item.
  void go_on(bool fresh) {
    for (UnderWay state = place_.under_way(); state != UnderWay::nothing;
         state = place_.under_way()) {
      const Standing now = place_.standing();
      require_clear(now, state);
      settle(now.stopped, fresh);
      if (!fresh) add_known(now.changed);
      const Words words = state == UnderWay::merge ? Words{"commit", "-q", "--no-edit"}
                                                   : Words{"rebase", "--continue"};
      const Ran ran = repository_.act(words);
      keep();
      if (ran.status != 0 && place_.standing().stopped.empty()) {
        throw place_.failure("git cannot go on with what it began", ran,
                             "'git status' there says more");
      }
      fresh = true;
    }
  }

  void settle(const std::vector<StoppedPath>& stopped, bool fresh) const {
    Unsettled unsettled;
    for (const Contested& file : settle_stopped(system_, repository_, stopped, fresh)) {
      std::string place = place_.from_here(file.path);
      if (file.line > 0) place += fmt::format(":{}", file.line);
      unsettled.errors.emplace_back(Status::conflict, "both sides changed this: you must decide",
                                    place);
    }
    if (unsettled.errors.empty()) return;
    unsettled.errors.back().hint =
        "keep what is right, 'mine' or 'received', take the markers away, then sync again ('git "
        "add' a file that shall stay as it is)";
    throw unsettled;
  }

  /// git goes on only when nothing waits; what was typed meanwhile goes into the same commit.
  void add_known(const std::vector<ChangedPath>& changed) const {
    std::vector<ChangedPath> known = synced(changed);
    std::erase_if(known, [](const ChangedPath& one) { return !one.known; });
    refuse_damaged(known);
    add(paths_of(known));
  }

  void add(const Words& paths) const {
    for (Words words : in_handfuls(paths)) {
      words.insert(words.begin(), {"add", "--"});
      place_.require(words, "cannot commit", "what is written is safe; 'git add' there says more");
    }
  }

  // --- what is committed

  std::vector<ChangedPath> synced(std::vector<ChangedPath> changed) const {
    std::erase_if(changed, [this](const ChangedPath& one) { return !place_.is_synced(one); });
    return changed;
  }

  /// Has git merge item by item, and keeps repositories out of the one around them.
  void equip() const {
    const std::string folder =
        place_.is_notebook() ? session_.notebook().root() : repository_.top();
    install_merge_driver(system_, repository_, folder);
    if (!place_.is_notebook()) return;
    std::vector<std::string> inner{"/private/"};
    for (const SyncPlace& other : all_) {
      const bool listed = other.path().empty() || other.path() == "private";
      if (!listed) inner.push_back("/" + other.path() + "/");
    }
    const auto before = system_.files.read(folder + "/.gitignore");
    const auto after = with_missing_lines(before, inner);
    if (after) apply_changes(system_.files, folder, {{".gitignore", before, *after}});
  }

  /// Gives the people of these paths what their notes need before others get them.
  void mend_notes(const Words& paths) {
    if (session_.notebook().config().format > current_format) return;
    std::set<std::pair<Tree, std::string>> people;
    for (const std::string& path : paths) {
      const auto known = place_.in_notebook(path);
      const auto note = known ? NotePath::read(*known) : std::nullopt;
      if (note) people.emplace(note->tree, note->person);
    }
    Ledgers ledgers(session_);
    for (const auto& [tree, folder] : people) {
      const Ledger ledger = ledgers.load(session_.notebook().person(folder), tree, Depth::all);
      const std::vector<Change> changes =
          changes_of(ledger, mend(ledger, session_.today(), Ids::all));
      if (!changes.empty()) session_.apply(changes);
    }
  }

  void commit_changes(std::string_view verb) {
    const std::vector<ChangedPath> found = synced(place_.standing().changed);
    if (found.empty()) return;
    refuse_damaged(found);
    mend_notes(paths_of(found));
    // An id may have been written into a note that had not changed.
    const std::vector<ChangedPath> changed = synced(place_.standing().changed);
    Words fresh;
    for (const ChangedPath& one : changed) {
      if (!one.known) fresh.push_back(one.path);
    }
    add(fresh);
    for (Words words : in_handfuls(paths_of(changed))) {
      const std::string message = fmt::format("{} {}", verb, files(words.size()));
      words.insert(words.begin(), {"commit", "-q", "-m", message, "--only", "--"});
      place_.require(words, "cannot commit",
                     "what is written is safe; 'git commit' there says more");
    }
    keep();
    note_files(changed);
  }

  /// git leaves notes that it has written in memory: a power cut would find them empty.
  void keep() const { system_.files.make_durable(repository_.top()); }

  void note_files(const std::vector<ChangedPath>& changed) {
    for (const ChangedPath& one : changed) {
      result_.files.push_back(place_.in_notebook(one.path).value_or(one.path));
    }
    result_.committed += static_cast<int>(changed.size());
  }

  /// Markers that are no longer git's concern, and notes that a crash left empty, must not be sent
  /// to others.
  void refuse_damaged(const std::vector<ChangedPath>& changed) const {
    for (const ChangedPath& one : changed) {
      const std::string file = repository_.top() + "/" + one.path;
      if (!one.path.ends_with(".md") || system_.files.kind(file) != FileKind::file) continue;
      const std::string bytes = system_.files.read(file).value_or("");
      require_no_conflict(Note(bytes), place_.from_here(one.path));
      const bool is_empty = bytes.find_first_not_of('\0') == std::string::npos;
      if (is_empty &&
          repository_.ask_word({"cat-file", "-s", "HEAD:" + one.path}).value_or("0") != "0") {
        throw Error(Status::failed, "it is empty, and was not: nothing is committed",
                    place_.from_here(one.path),
                    "'git checkout' of it there brings it back; delete it if it shall go");
      }
    }
  }

  // --- what comes and goes

  std::optional<std::string> head() const {
    return repository_.ask_word({"rev-parse", "--verify", "-q", "HEAD"});
  }

  void fetch(const Remote& remote) const {
    const Ran ran =
        repository_.act({"fetch", "-q", "--no-recurse-submodules", "--", remote.name}, may_ask());
    if (ran.status == 0) return;
    throw place_.failure(fmt::format("cannot reach '{}'", remote.name), ran,
                         "what is here is committed; sync again when the remote can be reached");
  }

  bool may_ask() const { return session_.can_ask(); }

  void take_in(const Remote& remote) {
    refuse_other_branches(repository_, remote, place_.name());
    const Distance distance = distance_to(repository_, remote);
    if (distance.behind == 0) return;
    const std::string before = head().value_or("");
    const std::string there = *tip_of(repository_, remote);
    {
      // Whoever writes notes waits until git has put all of them in their places.
      const auto lock = system_.files.lock(session_.notebook().root());
      integrate(distance.ahead == 0, there);
    }
    result_.received += distance.behind;
    mend_notes(paths_changed(repository_, before));
    commit_changes("Settle");
  }

  void integrate(bool straight, const std::string& there) {
    const Words words = straight ? Words{"merge", "-q", "--ff-only", there}
                                 : Words{"rebase", "-q", "--no-autostash", there};
    const Ran ran = repository_.act(words);
    keep();
    if (ran.status == 0) return;
    if (place_.under_way() != UnderWay::rebase) {
      throw place_.failure(
          "cannot take in what the remote has", ran,
          "what is here is committed; put what git names out of the way, then sync "
          "again");
    }
    go_on(true);
  }

  /// A note that is gone takes its promises along, at the other end, too.
  void tell_removed(const std::string& before) const {
    constexpr std::size_t most = 5;
    const Words lines = removed_promises(session_, place_, before);
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) session_.tell(lines[i]);
    if (lines.size() > most) session_.tell(fmt::format("and {} more", lines.size() - most));
  }

  /// False when the remote has moved on meanwhile and it should be tried again.
  bool send(const Remote& remote, bool last) {
    const int ahead = distance_to(repository_, remote).ahead;
    if (ahead == 0) return true;
    Words words{"push", "-q", "--no-recurse-submodules"};
    if (!remote.tracked) words.emplace_back("-u");
    words.insert(words.end(), {"--", remote.name, "HEAD:" + remote.branch});
    const Ran ran = repository_.act(words, may_ask());
    if (ran.status == 0) {
      result_.sent += ahead;
      return true;
    }
    fetch(remote);
    if (!last && distance_to(repository_, remote).behind > 0) return false;
    throw place_.failure(fmt::format("cannot send to '{}'", remote.name), ran,
                         "what is here is committed; 'git push' there says more");
  }

  Session& session_;
  System& system_;
  const Repository& repository_;
  const SyncPlace& place_;
  const std::vector<SyncPlace>& all_;
  Synced result_;
};

}  // namespace

Synced synchronise(Session& session, const SyncPlace& place, const std::vector<SyncPlace>& all) {
  return Sync(session, place, all).run();
}

std::vector<Error> commit_everywhere(Session& session) {
  std::vector<Error> problems;
  const std::vector<SyncPlace> places = sync_places(session);
  for (const SyncPlace& place : places) {
    for (Error& problem : Sync(session, place, places).commit()) {
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace oneonone

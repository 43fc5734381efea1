// SPDX-License-Identifier: MIT
// Goes on where a merge of git's stopped: with the versions that git keeps of each file.
#include "cli/stopped_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "cli/merging.hpp"
#include "error.hpp"
#include "model/note_path.hpp"
#include "text/blocks.hpp"

namespace oneonone {
namespace {

/// An item that was carried on stands in one of the last notes.
constexpr std::size_t notes_looked_at = 20;

/// The notes among names that end with NUL; `file` is the whole name.
std::vector<NotePath> newest_first(std::string_view names) {
  std::vector<NotePath> notes;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('\0'), names.size());
    const std::string name(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (name.ends_with(".md")) notes.push_back(NotePath::make(Tree::shared, "", name));
  }
  std::ranges::sort(notes, std::ranges::greater());
  if (notes.size() > notes_looked_at) notes.resize(notes_looked_at);
  return notes;
}

class Settling {
 public:
  Settling(const System& system, const Repository& repository, bool fresh)
      : system_(system), repository_(repository), fresh_(fresh) {}

  /// Nothing when it is settled.
  std::optional<Contested> settle(const StoppedPath& stopped) const {
    const Repair repair = repair_of(stopped);
    if (repair == Repair::ask) return Contested{stopped.path};
    const std::string place = repository_.top() + "/" + stopped.path;
    const bool there = repair != Repair::remove && system_.files.kind(place) == FileKind::file;
    if (!there) return tell_git({"rm", "-q", "--cached"}, stopped.path);
    if (repair == Repair::keep) return tell_git({"add"}, stopped.path);
    try {
      return merge(stopped, place);
    } catch (const TooManyMarks&) {
      // git's own merge stays, to be settled by hand.
      return contested(stopped.path, system_.files.read(place).value_or(""));
    }
  }

 private:
  std::optional<Contested> merge(const StoppedPath& stopped, const std::string& place) const {
    const Three<std::string> versions{stopped.base ? version(1, stopped.path) : "",
                                      version(2, stopped.path), version(3, stopped.path)};
    const std::string file = system_.files.read(place).value_or("");
    const Left left = fresh_ ? Left::untouched : left_in(file, versions);
    if (left == Left::settled) return tell_git({"add"}, stopped.path);
    if (left == Left::contested) return contested(stopped.path, file);
    MergePlace here = merge_place(system_, repository_.top(), stopped.path);
    here.sides = sides();
    MergedNote merged = merge_notes(versions, here);
    if (merged.conflict) {
      here.elders = elders_of(stopped.path, here.reading);
      merged = merge_notes(versions, here);
    }
    const bool is_ours = file == versions.ours;
    if (!merged.conflict || fresh_ || is_ours) system_.files.write(place, merged.bytes, false);
    if (merged.conflict) return contested(stopped.path, merged.bytes);
    return tell_git({"add"}, stopped.path);
  }

  /// A rebase puts what is mine on top of what came: there git's ours are the others'.
  SideNames sides() const {
    const bool merges =
        repository_.ask_word({"rev-parse", "-q", "--verify", "MERGE_HEAD"}).has_value();
    return merges ? SideNames{"mine", "received"} : SideNames{"received", "mine"};
  }

  /// The items of the notes beside a note, as they were when the two sides parted.
  Elders elders_of(const std::string& path, const Reading& reading) const {
    Elders elders;
    const std::string fork = where_they_parted();
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const std::string names =
        repository_.ask({"ls-tree", "-z", "--name-only", fork, "--", folder.empty() ? "." : folder})
            .value_or("");
    for (const NotePath& note : newest_first(names)) {
      const auto bytes = repository_.ask({"cat-file", "blob", fork + ":" + note.file});
      if (bytes) add_readable(*bytes, reading, elders);
    }
    return elders;
  }

  /// What cannot be read knows no items.
  static void add_readable(const std::string& bytes, const Reading& reading, Elders& elders) {
    try {
      add_elders(Note(bytes), reading, elders);
    } catch (const TooManyMarks&) {
      return;
    }
  }

  std::string where_they_parted() const {
    for (const char* other : {"REBASE_HEAD", "MERGE_HEAD"}) {
      if (const auto fork = repository_.ask_word({"merge-base", "HEAD", other})) return *fork;
    }
    return "HEAD";
  }

  /// As it would lie in the work tree.
  std::string version(int stage, const std::string& path) const {
    auto bytes = repository_.ask({"cat-file", "--filters", fmt::format(":{}:{}", stage, path)});
    if (bytes) return *std::move(bytes);
    throw Error(Status::failed, "git does not give its versions of a file", path,
                "'git status' there says more");
  }

  std::optional<Contested> tell_git(std::vector<std::string> arguments,
                                    const std::string& path) const {
    arguments.insert(arguments.end(), {"--", path});
    const Ran ran = repository_.act(std::move(arguments));
    if (ran.status == 0) return std::nullopt;
    throw Error(Status::failed, "git does not take in what was merged: " + reason_in(ran.output),
                path);
  }

  static Contested contested(const std::string& path, const std::string& bytes) {
    return {path, Note(bytes).conflict_line().value_or(0)};
  }

  const System& system_;
  const Repository& repository_;
  bool fresh_;
};

}  // namespace

std::vector<Contested> settle_stopped(const System& system, const Repository& repository,
                                      const std::vector<StoppedPath>& stopped, bool fresh) {
  const Settling settling(system, repository, fresh);
  std::vector<Contested> rest;
  for (const StoppedPath& path : stopped) {
    if (auto contested = settling.settle(path)) rest.push_back(*std::move(contested));
  }
  return rest;
}

}  // namespace oneonone

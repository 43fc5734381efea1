// SPDX-License-Identifier: MIT
// A notebook on disk: where it is, who is in it, which notes there are. Nothing is read until
// asked.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "model/config.hpp"
#include "model/finding.hpp"
#include "model/note_path.hpp"
#include "model/person.hpp"
#include "system/system.hpp"
#include "text/note.hpp"

namespace oneonone {

/// A file that could not be read, and why.
struct Unread {
  std::string path;  ///< relative to the notebook
  std::string why;
};

/// A handle on a notebook. Values come out; nobody below commands sees it.
class Notebook {
 public:
  /// Finds the notebook: `chosen` (-C), ONEONONE_NOTEBOOK, the folders from here up, the user's
  /// config file. Throws Error{failed} when there is none, Error{usage} when `chosen` is none.
  static Notebook find(System& system, const std::optional<std::string>& chosen);

  /// True when `find` would give one.
  static bool is_there(System& system, const std::optional<std::string>& chosen);

  const std::string& root() const { return root_; }
  std::string absolute(std::string_view path) const;
  /// The path as a person standing in the current folder would type it.
  std::string from_here(std::string_view path) const;

  /// oneonone.yaml. Throws Error{failed} with file and line when it cannot be understood.
  const Config& config() const;
  /// Throws Error{failed} when the notebook's format is newer than this program.
  void require_writable() const;

  /// False when the notebook has no such tree at all.
  bool has(Tree tree) const;
  /// The folders of people, in byte order.
  const std::vector<std::string>& folders() const;
  /// The person of a folder. A folder without about.md works; one with a broken about.md too, and
  /// the findings say so.
  Person person(const std::string& folder, std::vector<Finding>* findings = nullptr) const;
  /// The same without my own view: what about.md in people/ says.
  Person shared_person(const std::string& folder, std::vector<Finding>* findings = nullptr) const;
  /// The folders of those whom a word may name: the folder as it is spelled, else by handle, old
  /// handle, prefix, part of the name, case and accents folded; the first of these that fits.
  std::vector<std::string> fitting(std::string_view word) const;
  /// The only one whom a word may name. Throws Error{not_found}: nobody (did you mean) or several
  /// (named); Error{failed} when an about.md of theirs cannot be read: it is not known who they
  /// are.
  Person find_person(std::string_view word) const;
  std::vector<Person> everyone() const;
  /// What could not be read so far: links that lead out of the notebook, and about.md files, whose
  /// people go by what their folders say.
  const std::vector<Unread>& unread() const { return unread_; }
  /// The folded handles of everyone, of those they meet with, and those they had before.
  std::set<std::string> handles() const;
  /// The people that the words name, or everyone when there are none.
  std::vector<Person> people(const std::vector<std::string>& words) const;

  /// The notes of a person's folder in one tree, in order: topics.md, then the dated ones.
  std::vector<NotePath> notes(const std::string& folder, Tree tree) const;
  /// Every file of a person's folder in one tree that may hold text, in order: notes, about.md and
  /// whatever else is there, but for templates, hidden files and what editors and pictures leave.
  /// For the empty name: those that stand beside the folders.
  std::vector<NotePath> texts(const std::string& folder, Tree tree) const;
  /// The names that it knows in a tree: the empty one, then those of folders, in order.
  std::vector<std::string> text_folders(Tree tree) const;
  /// The texts of all of them.
  std::vector<NotePath> texts(Tree tree) const;
  /// The entries of a folder without links that lead out of the notebook, which are noted as
  /// unread; nothing when it is not there.
  std::optional<std::vector<Entry>> list(const std::string& folder) const;
  /// A file whole and checked; nothing when it is not there. Throws Error{failed}, for a link that
  /// leads out of the notebook, too.
  std::optional<std::string> read(std::string_view path) const;
  /// Reads many notes of one tree of one person.
  std::vector<Unread> scan(const std::vector<NotePath>& notes, const Files::Visit& visit) const;
  /// Notes of one tree of one person, and what to do once all of them were visited. The paths must
  /// stay where they are for as long as `visit` does.
  struct Batch {
    std::span<const NotePath> notes;
    Files::Visit visit;
    std::function<void()> join;  ///< once all were visited; see Files::Batch
    std::function<void(std::vector<Unread> unread)> done;
  };
  /// Reads batch after batch until `next` gives none; see Files::scan_batches.
  void scan_batches(const std::function<std::optional<Batch>()>& next) const;
  /// Reads files from anywhere in the notebook. One that is no note and no text is passed over.
  std::vector<Unread> scan_texts(const std::vector<NotePath>& texts,
                                 const Files::Visit& visit) const;

  System& system() const { return *system_; }

 private:
  using UseAbout = std::function<void(const Note& about, std::vector<Finding>& found)>;

  Notebook(System& system, std::string root);
  /// The same, and what was left out is noted as unread: a note or a person might be behind it.
  std::optional<std::vector<Entry>> list_and_note(const std::string& folder) const;
  std::optional<std::vector<Entry>> list_inside(
      const std::string& folder, const std::function<void(const std::string&)>& refused) const;
  void note_unread(Unread file) const;
  void require_inside(std::string_view path) const;
  std::optional<std::string> read_or_note(const std::string& path) const;
  Person known_person(const std::string& folder) const;
  void read_about(const std::string& path, const UseAbout& use,
                  std::vector<Finding>* findings) const;
  /// What to say when nobody has that name.
  Error nobody(std::string_view word) const;

  System* system_;
  std::string root_;
  mutable std::optional<Config> config_;
  mutable std::optional<std::vector<std::string>> folders_;
  mutable std::vector<Unread> unread_;
  mutable std::set<std::string, std::less<>> looked_at_;  ///< paths that lead nowhere else
};

}  // namespace oneonone

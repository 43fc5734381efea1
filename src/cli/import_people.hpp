// SPDX-License-Identifier: MIT
// Whose the meetings of an import are: people of the notebook, and those that the import makes.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "core/newcomer.hpp"

namespace oneonone {

/// The people that an import knows. Indexes stay as they are.
class ImportPeople {
 public:
  /// `files` are all that will be asked about: where one says `alice` and one `Alice Ng`, the same
  /// person is meant. `named` is who all meetings are with, when the user says so; whoever is not
  /// there is made. Throws Error{not_found} when that fits several, Error{usage} when no handle can
  /// be made.
  ImportPeople(Session& session, const std::vector<std::string>& files,
               const std::optional<std::string>& named);

  /// Whose a meeting in a file below `root` is: someone who is there, by the folders from the
  /// inside out, the file's name, the `names` that it says itself, the root; else a folder or the
  /// file's name makes someone new. Nothing when no name says it.
  std::optional<std::size_t> whose(const std::string& root, const std::string& file,
                                   const std::string& names);

  const Person& operator[](std::size_t index) const { return people_[index]; }
  std::size_t size() const { return people_.size(); }
  bool is_new(std::size_t index) const { return index >= first_new_; }
  /// The about.md of someone new, who ignores these headings besides the notebook's.
  std::string about(std::size_t index, const std::vector<std::string>& ignored) const;

 private:
  std::optional<std::size_t> known(std::string_view text) const;
  std::optional<std::size_t> made_of(std::string_view text);
  std::optional<std::string> in_full(const std::string& name) const;
  std::optional<std::size_t> make(const std::string& name);
  std::size_t named_by(const std::string& word);
  std::optional<std::size_t> index_of(std::string_view name) const;

  Session& session_;
  std::vector<Person> people_;
  std::vector<Newcomer> newcomers_;
  std::set<std::string> full_names_;  ///< of more than one word, in the files' paths
  std::size_t first_new_ = 0;
  std::optional<std::size_t> all_;
};

}  // namespace oneonone

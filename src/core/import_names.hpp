// SPDX-License-Identifier: MIT
// Whose meeting it was: names in paths and headings, and the people they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/config.hpp"
#include "model/person.hpp"

namespace oneonone {

/// The names that a file's name, a folder or a heading may hold, days and words such as `1-1`,
/// `meeting`, `notes` left out: `1-1 with Alice Ng, 17 Nov 2026` has one, `Alice / Dana` two.
std::vector<std::string> names_in(std::string_view text);

/// The same without me: `alice-dana` in Dana's notebook has one, `alice`.
std::vector<std::string> names_besides(std::string_view text, const Config& me);

/// The name as one that is made a person: `alice ng` becomes `Alice Ng`.
std::string proper_name(std::string_view name);

/// Letters folded, `-` and `_` as blanks: two names that are equal then mean the same.
std::string name_key(std::string_view name);

/// The one of the people that a name means: by handle, old handle, name, or a first name that
/// only one of them has.
const Person* person_meant(const std::vector<Person>& people, std::string_view name);

/// A way to write one of the two people, and the handle meant.
struct Spelling {
  std::string key;  ///< as name_key makes it
  std::string handle;
};

/// How owners of a person's items may be written: handles, names, first names that differ, `me`.
std::vector<Spelling> spellings_of(const Person& person, std::string_view my_name);

}  // namespace oneonone

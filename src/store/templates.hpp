// SPDX-License-Identifier: MIT
// Finds agenda templates: the person's own, the notebook's, those built in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/notebook.hpp"

namespace oneonone {

struct FoundTemplate {
  std::string name;
  std::string text;
  std::string path;  ///< relative to the notebook; empty for one that is built in
};

/// The template that counts for a person (an empty folder: for nobody in particular). A shared
/// folder's own `templates/` wins, so that both people's `new` writes the same.
std::optional<FoundTemplate> find_template(const Notebook& notebook, const std::string& folder,
                                           std::string_view name);

/// All templates that count for a person, by name.
std::vector<FoundTemplate> list_templates(const Notebook& notebook, const std::string& folder);

/// As find_template, but throws Error{not_found} with what there is.
FoundTemplate require_template(const Notebook& notebook, const std::string& folder,
                               std::string_view name);

/// A template's name and the file that says it, relative to the notebook.
struct UsualTemplate {
  std::string name, named_in;
};

/// The template that a person's notes are made from when nobody names one: about.md's, the
/// notebook's for what the two are (`template_manager`, …), the notebook's. What they are is read
/// from about.md, so that both people's `new` writes the same. Alumni have `template_alumni`, else
/// `catch-up`: what about.md names was for the work.
UsualTemplate usual_template(const Config& config, const Person& person);

}  // namespace oneonone

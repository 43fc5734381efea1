// SPDX-License-Identifier: MIT
// Walks the folder to import and reads its texts.
#include "cli/import_sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/import_org.hpp"
#include "error.hpp"
#include "text/blocks.hpp"
#include "text/note.hpp"
#include "unicode.hpp"

namespace oneonone {
namespace {

constexpr int deepest = 16;

/// Why bytes cannot be a note; empty when they can.
std::string_view no_note(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return "no text: it holds NUL bytes";
  if (!unicode::valid(bytes)) return "no UTF-8: save it as UTF-8 first";
  if (Note(std::string(bytes)).conflict_line()) return "it holds git's conflict markers";
  return {};
}

bool is_text_name(std::string_view name) {
  static constexpr std::array<std::string_view, 4> endings{".md", ".markdown", ".txt", ".org"};
  return std::ranges::any_of(endings, [name](auto ending) { return name.ends_with(ending); });
}

/// Walks one folder that the user named.
class Walk {
 public:
  Walk(Session& session, std::string path, std::string real)
      : files_(session.system().files),
        notebook_(files_.resolve(session.notebook().root()).value_or("")),
        path_(std::move(path)),
        real_(std::move(real)) {}

  ImportSources run() {
    if (files_.kind(path_) == FileKind::folder) {
      folder("", 0);
    } else {
      read(path_.substr(path_.rfind('/') + 1), path_);
    }
    return std::move(found_);
  }

 private:
  void folder(const std::string& below, int depth) {
    const auto entries = files_.list(shown(below));
    if (!entries) return;
    for (const Entry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      this->entry(entry, below.empty() ? entry.name : below + "/" + entry.name, depth);
    }
  }

  void entry(const Entry& entry, const std::string& name, int depth) {
    const bool is_folder = entry.kind == FileKind::folder;
    if (!is_folder && !is_text_name(entry.name)) return;
    const auto real = files_.resolve(shown(name));
    if (real == notebook_) return;
    if (!real || *real != real_ + "/" + name) {
      // What a link within the folder leads to is read where it is.
      if (!real || !real->starts_with(real_ + "/")) skip(name, "a link that leads out of here");
    } else if (!is_folder) {
      read(name, shown(name));
    } else if (depth < deepest) {
      below_folder(name, depth + 1);
    } else {
      skip(name, "too deep");
    }
  }

  void below_folder(const std::string& name, int depth) {
    try {
      folder(name, depth);
    } catch (const Error& error) {
      skip(name, error.message);
    }
  }

  void read(const std::string& name, const std::string& place) {
    if (!unicode::is_one_line(name))
      return skip(name, "its name holds control characters or is no UTF-8");
    try {
      auto bytes = files_.read(place);
      if (!bytes) return skip(name, "it is no longer there");
      if (const auto why = no_note(*bytes); !why.empty()) return skip(name, std::string(why));
      ImportSource source{name, place, std::move(*bytes), {}};
      if (name.ends_with(".org")) read_org(source);
      require_blocks(source.bytes);
      found_.files.push_back(std::move(source));
    } catch (const Error& error) {
      skip(name, error.message);
    }
  }

  static void read_org(ImportSource& source) {
    FromOrg read = markdown_of_org(source.bytes);
    source.bytes = std::move(read.markdown);
    source.lines = std::move(read.lines);
  }

  void skip(const std::string& name, std::string why) {
    const bool single = files_.kind(path_) != FileKind::folder;
    found_.unread.emplace_back(Status::partial, std::move(why), single ? path_ : shown(name));
  }

  std::string shown(const std::string& name) const {
    return name.empty() ? path_ : path_ + (path_.ends_with('/') ? "" : "/") + name;
  }

  const Files& files_;
  std::string notebook_, path_, real_;
  ImportSources found_;
};

}  // namespace

ImportSources read_import_sources(Session& session, const std::string& path) {
  const Files& files = session.system().files;
  const auto real = files.resolve(path);
  if (!real) throw Error(Status::not_found, "it is not there", path);
  const std::string root = files.resolve(session.notebook().root()).value_or("");
  if ((*real + "/").starts_with(root + "/")) {
    throw Error(Status::usage, "it is in the notebook already", path);
  }
  return Walk(session, path, *real).run();
}

}  // namespace oneonone

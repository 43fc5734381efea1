// SPDX-License-Identifier: MIT
// Holds the sources to the table of layers: who may include what.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string_view>;

/// True when a path is one of the names, or in the folder that a name with `/` at its end is. A `*`
/// at the end stands for any rest.
bool is_one_of(std::string_view path, const Names& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (name.ends_with('/')) return path.starts_with(name);
    if (name.ends_with('*')) return path.starts_with(name.substr(0, name.size() - 1));
    return path == name;
  });
}

struct Layer {
  std::string_view room;  ///< of the sources
  Names may_include;      ///< of ours, in quotes
};

// The first room that fits a file is its own. error.hpp, unicode.hpp and cmark_tree.hpp are below
// everything.
const std::vector<Layer> layers = {
    {"error.hpp", {}},
    {"cmark_tree.", {"cmark_tree.hpp"}},
    {"unicode", {"unicode.hpp"}},
    {"version.", {"version.hpp"}},
    {"model/", {"error.hpp", "unicode.hpp", "model/"}},
    {"text/", {"error.hpp", "unicode.hpp", "cmark_tree.hpp", "model/", "text/"}},
    {"core/", {"error.hpp", "unicode.hpp", "model/", "text/", "core/"}},
    {"store/", {"error.hpp", "unicode.hpp", "model/", "text/", "system/system.hpp", "store/"}},
    {"view/", {"error.hpp", "unicode.hpp", "cmark_tree.hpp", "view/"}},
    {"cli/",
     {"error.hpp", "unicode.hpp", "model/", "text/", "core/", "store/", "view/",
      "system/system.hpp", "cli/"}},
    {"commands/",
     {"error.hpp", "unicode.hpp", "model/", "text/", "core/", "store/", "view/", "cli/",
      "system/system.hpp"}},
    {"app.",
     {"error.hpp", "unicode.hpp", "version.hpp", "cli/", "store/", "view/", "system/system.hpp",
      "app.hpp"}},
    {"system/system.hpp", {"model/"}},
    {"system/", {"error.hpp", "unicode.hpp", "system/"}},
    {"main.cpp", {"error.hpp", "app.hpp", "system/"}},
};

struct Library {
  Names headers;
  Names allowed_in;
};

const std::vector<Library> libraries = {
    {{"utf8proc.h"}, {"unicode*"}},
    {{"cmark.h"}, {"cmark_tree.hpp"}},
    {{"yaml-cpp/"}, {"text/yaml_fields.cpp"}},
    {{"nlohmann/"}, {"view/json.cpp", "text/taskwarrior.cpp"}},
    {{"uuid/"}, {"text/taskwarrior.cpp"}},
    {{"pcre2.h"}, {"core/search.cpp"}},
    {{"CLI/"}, {"cli/args.cpp"}},
    {{"thread", "mutex", "atomic", "condition_variable", "future", "shared_mutex", "semaphore",
      "latch", "barrier", "stop_token"},
     {"system/posix_scan.cpp"}},
    {{"emmintrin.h"}, {"text/lines.cpp", "unicode_find.cpp"}},
    {{"iostream", "fstream"}, {"system/posix_*", "main.cpp"}},
    {{"filesystem"}, {"system/posix_*", "store/"}},
};

struct Include {
  std::string file, target;
  std::size_t line = 0;
  bool ours = false;

  std::string place() const { return fmt::format("src/{}:{} includes {}", file, line, target); }
};

std::vector<Include> includes_of(const fs::path& root, const fs::path& path) {
  std::vector<Include> found;
  std::ifstream in(path);
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    constexpr std::string_view word = "#include ";
    if (!text.starts_with(word)) continue;
    const char quote = text[word.size()];
    const std::size_t end = text.find(quote == '<' ? '>' : '"', word.size() + 1);
    found.push_back({fs::relative(path, root).generic_string(),
                     text.substr(word.size() + 1, end - word.size() - 1), line, quote == '"'});
  }
  return found;
}

std::vector<Include> all_includes() {
  const fs::path root = fs::path(ONEONONE_SOURCE) / "src";
  std::vector<Include> all;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    const std::vector<Include> some = includes_of(root, entry.path());
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

bool is_allowed_library(const Include& include) {
  for (const Library& library : libraries) {
    if (is_one_of(include.target, library.headers)) {
      return is_one_of(include.file, library.allowed_in);
    }
  }
  if (include.target.starts_with("fmt/")) {
    return !(include.file.starts_with("model/") && include.file.ends_with(".hpp"));
  }
  // What is left with a dot or a slash is of POSIX; the standard library has neither.
  const bool standard = include.target.find_first_of("./") == std::string::npos;
  return standard || include.file.starts_with("system/posix_");
}

}  // namespace

TEST_CASE("a file includes only what its layer may see") {
  const std::vector<Include> includes = all_includes();
  REQUIRE(includes.size() > 50);
  for (const Include& include : includes) {
    if (!include.ours) continue;
    const auto layer = std::find_if(layers.begin(), layers.end(), [&](const Layer& one) {
      return include.file.starts_with(one.room);
    });
    INFO(include.place());
    REQUIRE(layer != layers.end());
    CHECK(is_one_of(include.target, layer->may_include));
  }
}

TEST_CASE("a library is included only where the table has it") {
  for (const Include& include : all_includes()) {
    if (include.ours) continue;
    INFO(include.place());
    CHECK(is_allowed_library(include));
  }
}

TEST_CASE("only main names the real system") {
  for (const Include& include : all_includes()) {
    if (!include.target.starts_with("system/posix")) continue;
    INFO(include.place());
    CHECK((include.file == "main.cpp" || include.file.starts_with("system/posix")));
  }
}

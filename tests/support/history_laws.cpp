// SPDX-License-Identifier: MIT
// The laws about bytes, the faults that they must notice, and failures told so that they can be
// followed.
#include <fmt/format.h>

#include <algorithm>

#include "history.hpp"

namespace oneonone::testing {
namespace {

/// A line without what a command may write on it: the mark, tokens, the id.
std::string bare(const std::string& line) {
  std::string text = line.ends_with('\r') ? "\r" : "";
  std::string rest = line;
  std::size_t box = rest.find('[');
  if (box != std::string::npos && box + 2 < rest.size() && rest[box + 2] == ']') {
    rest[box + 1] = '?';
  }
  std::string token;
  for (char c : rest + " ") {
    if (c != ' ' && c != '\t' && c != '\r') {
      token += c;
      continue;
    }
    bool ours = token.starts_with('^');
    for (const char* key : {"since:", "on:", "due:", "done:", "dropped:"}) {
      ours = ours || token.starts_with(key);
    }
    if (!ours && !token.empty()) text += token + " ";
    token.clear();
  }
  return text;
}

std::vector<std::string> bare_lines(const std::string& bytes) {
  std::vector<std::string> lines = Lines(bytes).lines;
  for (std::string& line : lines) line = bare(line);
  return lines;
}

/// True when the lines of `part` stand in `whole` in their order.
bool is_part(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t found = 0;
  for (const std::string& line : whole) {
    if (found < part.size() && part[found] == line) ++found;
  }
  return found == part.size();
}

std::string id_of(const std::string& line) {
  std::size_t at = line.rfind(" ^");
  std::size_t end = line.ends_with('\r') ? line.size() - 1 : line.size();
  return at == std::string::npos ? "" : line.substr(at, end - at);
}

/// An old line that had its id and is now carried must differ in the byte of its mark only.
bool is_flip(const std::string& before, const std::string& after) {
  std::size_t box = after.find("[>]");
  bool flipped = box != std::string::npos && after != before && before.find("[>]") != box;
  bool plain = !id_of(before).empty() && id_of(before) == id_of(after) &&
               before.find("due:") == std::string::npos;
  if (!flipped || !plain) return true;
  std::string wanted = before;
  if (wanted.size() != after.size()) return false;
  wanted[box + 1] = '>';
  return wanted == after;
}

/// The lines but those of tokens alone, which go when their tokens go.
std::vector<std::string> lines_of_words(const std::string& bytes) {
  std::vector<std::string> lines = Lines(bytes).lines;
  std::erase_if(lines, [](const std::string& line) {
    bool blank = line.find_first_not_of(" \t\r>") == std::string::npos;
    return !blank && bare(line).find_first_not_of(" \t\r>") == std::string::npos;
  });
  return lines;
}

/// The old lines of an item, however it is wrapped.
std::set<std::string> lines_of_item(const std::string& bytes, const std::string& word) {
  std::set<std::string> lines;
  Lines file(bytes);
  for (const Spot& spot : spots_of("", bytes)) {
    for (std::size_t i = spot.line; spot.word == word && i <= spot.last; ++i) {
      lines.insert(file.lines[i]);
    }
  }
  return lines;
}

bool names_only(const std::string& before, const std::string& after, const std::string& word,
                const std::string& id) {
  std::set<std::string> item = lines_of_item(before, word);
  std::vector<std::string> old = lines_of_words(before);
  std::vector<std::string> now = lines_of_words(after);
  if (old.size() != now.size()) return false;
  for (std::size_t i = 0; i < old.size(); ++i) {
    bool named = item.contains(old[i]) || now[i].find(id) != std::string::npos;
    if (old[i] != now[i] && !named) return false;
  }
  return true;
}

}  // namespace

void History::check_named(const FileMap& before, const Row& row) {
  FileMap after = world_.files();
  bool same_files = before.size() == after.size();
  for (const auto& [path, bytes] : before) {
    bool fine = same_files && after.contains(path) &&
                names_only(bytes, after[path], row.word, "^" + row.id);
    if (!fine) throw Broken{"an edit changes the lines it names", difference(before, after)};
  }
}

void History::check_new(const FileMap& before, const std::string& person, const std::string& note) {
  FileMap after = world_.files();
  for (const auto& [path, bytes] : after) {
    bool made = !before.contains(path);
    if (made && path != note) throw Broken{"new makes one note", path};
    if (made || before.at(path) == bytes) continue;
    std::vector<std::string> old = bare_lines(before.at(path));
    std::vector<std::string> now = bare_lines(bytes);
    bool fine = path.starts_with("people/" + person + "/");
    if (path == note) {
      fine = fine && is_part(old, now);
    } else if (path.ends_with("/topics.md")) {
      fine = fine && is_part(now, old);
    } else {
      fine = fine && old == now;
      std::vector<std::string> whole_old = Lines(before.at(path)).lines;
      std::vector<std::string> whole_now = Lines(bytes).lines;
      for (std::size_t i = 0; fine && i < old.size(); ++i) {
        fine = is_flip(whole_old[i], whole_now[i]);
      }
    }
    if (!fine) throw Broken{"new changes old lines in their mark", difference(before, after)};
  }
}

/// In the newest note stands everything that is open and does not wait for its day, and nowhere
/// else.
void History::check_carried(const std::string& person, const std::string& note) {
  FileMap files = world_.files();
  std::string folder = "people/" + person;
  if (notes_in_order(files, folder).back() != note) return;
  for (const Strand& strand : strands_of(files, folder)) {
    if (!strand.has_open()) continue;
    auto open = std::ranges::count_if(strand.copies, &Spot::is_open);
    const Spot& newest = strand.copies.back();
    if (newest.waits_on(note.substr(note.rfind('/') + 1, 10))) continue;
    // A note that moved may say `[>]` of what an earlier one holds now: it stays there.
    if (newest.path == note && !newest.is_open()) continue;
    if (open != 1 || newest.path != note) {
      throw Broken{"what is open stands in the newest note, and only there",
                   fmt::format("{} after new for {}", strand.word, note)};
    }
  }
}

void History::sabotage(const Words& words, const FileMap& before) {
  FileMap files = world_.files();
  bool made = words[0] == "new" && files != before;
  if (mix_.sabotage == Sabotage::writes_on_read && words[0] == "actions") {
    world_.put("people/cache.md", "index\n");
  }
  bool done = words[0] == "done" && files != before;
  if (mix_.sabotage == Sabotage::ignores_done && done) {
    for (const auto& [path, bytes] : before) world_.put(path, bytes);
  }
  if (mix_.sabotage == Sabotage::rewrites_line && done) {
    world_.put("oneonone.yaml", files["oneonone.yaml"] + "# done\n");
  }
  if (!made) return;
  for (auto& [path, bytes] : files) {
    if (mix_.sabotage == Sabotage::doubles_item && !before.contains(path)) {
      std::vector<Spot> spots = spots_of(path, bytes);
      if (!spots.empty()) world_.put(path, bytes + "\n- [ ] @dana " + spots[0].word + "\n");
    }
    Lines file(bytes);
    for (const Spot& spot : spots_of(path, bytes)) {
      bool flipped = before.contains(path) && before.at(path) != bytes && spot.mark == '>';
      if (mix_.sabotage == Sabotage::keeps_old_open && flipped) {
        file.lines[spot.line][spot.mark_at] = ' ';
      }
      bool lost = spot.word == "w9001" || spot.word == "w9003";
      if (mix_.sabotage == Sabotage::loses_item && lost) file.lines[spot.line] = "lost";
    }
    for (std::string& line : file.lines) {
      bool is_win = std::ranges::any_of(
          remarks_, [&](const std::string& word) { return line.find(word) != std::string::npos; });
      if (mix_.sabotage == Sabotage::loses_win && is_win) line = "lost";
    }
    if (file.bytes() != bytes) world_.put(path, file.bytes());
  }
}

std::string Failure::text() const {
  std::string text = fmt::format("{}\n{}\n\nThe history, {} steps:\n{}\nThe files:\n", broken.law,
                                 broken.detail, steps.size(), told);
  for (const auto& [path, bytes] : files) text += fmt::format("=== {}\n{}", path, bytes);
  return text;
}

std::vector<std::uint64_t> steps_of(std::uint64_t seed, std::size_t count) {
  Dice dice(seed);
  std::vector<std::uint64_t> steps(count);
  for (std::uint64_t& step : steps) step = dice.next();
  return steps;
}

namespace {

std::optional<Failure> run_once(const std::vector<std::uint64_t>& steps, const Mix& mix) {
  MemoryWorld world(first_notebook());
  History history(world, mix);
  std::vector<std::uint64_t> taken;
  try {
    for (std::uint64_t step : steps) {
      taken.push_back(step);
      history.step(step);
    }
  } catch (const Broken& broken) {
    return Failure{broken, taken, history.told(), world.files()};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Failure> run_in_memory(const std::vector<std::uint64_t>& steps, const Mix& mix) {
  auto failure = run_once(steps, mix);
  if (!failure) return std::nullopt;
  for (std::size_t i = failure->steps.size(); i-- > 0;) {
    std::vector<std::uint64_t> fewer = failure->steps;
    if (i >= fewer.size()) continue;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    auto shorter = run_once(fewer, mix);
    if (shorter && shorter->broken.law == failure->broken.law) failure = shorter;
  }
  return failure;
}

}  // namespace oneonone::testing

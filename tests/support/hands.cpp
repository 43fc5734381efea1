// SPDX-License-Identifier: MIT
// Each edit reads the files, changes a few lines, and puts the file back.
#include "hands.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace oneonone::testing {
namespace {

const std::vector<std::string> fillers{"send",   "the", "budget", "packet", "ask",  "team",
                                       "review", "for", "hiring", "draft",  "plan", "offsite"};

std::string some_text(Dice& dice) {
  std::string text;
  for (std::size_t i = 0; i <= dice.below(5); ++i) text += " " + dice.pick(fillers);
  return text;
}

bool any(const Spot&) {
  return true;
}
bool is_at_margin(const Spot& spot) {
  return spot.leaf && spot.prefix.empty();
}
bool is_topic(const Spot& spot) {
  return spot.word[0] == 't';
}

bool has_return(const FileMap& files, const std::string& path) {
  auto file = files.find(path);
  return file != files.end() && file->second.find("\r\n") != std::string::npos;
}

/// The bytes before the tokens at the end of a line.
std::size_t end_of_words(const std::string& line) {
  std::size_t end = line.size();
  for (const char* token : {" since:", " on:", " due:", " done:", " dropped:", " ^", "\r"}) {
    end = std::min(end, line.find(token));
  }
  return end;
}

}  // namespace

std::vector<Spot> Hands::spots() const {
  std::vector<Spot> all;
  for (const auto& [path, bytes] : world_.files()) {
    if (!path.starts_with("people/") && !path.starts_with("private/")) continue;
    for (Spot& spot : spots_of(path, bytes)) all.push_back(std::move(spot));
  }
  return all;
}

std::optional<Spot> Hands::spot(Dice& dice, bool (*fits)(const Spot&)) const {
  std::vector<Spot> fitting = spots();
  std::erase_if(fitting, [fits](const Spot& spot) { return !fits(spot); });
  if (fitting.empty()) return std::nullopt;
  return dice.pick(fitting);
}

void Hands::replace(const std::string& path, std::size_t from, std::size_t count,
                    const std::vector<std::string>& lines) {
  FileMap files = world_.files();
  Lines file(files[path]);
  bool with_return = has_return(files, path);
  auto at = file.lines.begin() + static_cast<std::ptrdiff_t>(from);
  at = file.lines.erase(at, at + static_cast<std::ptrdiff_t>(count));
  for (std::string line : lines) {
    if (with_return && !line.ends_with('\r')) line += '\r';
    at = file.lines.insert(at, line) + 1;
  }
  world_.put(path, file.bytes());
}

std::vector<std::string> Hands::paragraph(const Spot& spot) const {
  Lines file(world_.files().at(spot.path));
  auto at = file.lines.begin();
  return {at + static_cast<std::ptrdiff_t>(spot.line),
          at + static_cast<std::ptrdiff_t>(spot.last) + 1};
}

std::string Hands::owner(Dice& dice) const {
  return dice.pick(std::vector<std::string>{"@dana ", "@alice ", "@bob ", "@Dana ", "@carol "});
}

void Hands::mark(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  static const std::vector<char> marks{' ', ' ', 'x', 'X', '-', '>', '>', '/', '?', '!'};
  std::vector<std::string> lines = paragraph(*one);
  lines[0][one->mark_at] = dice.pick(marks);
  replace(one->path, one->line, 1, {lines[0]});
}

void Hands::tick(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::vector<std::string> lines = paragraph(*one);
  lines[0][one->mark_at] = 'x';
  replace(one->path, one->line, 1, {lines[0]});
}

void Hands::duplicate(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::vector<std::string> lines = paragraph(*one);
  if (dice.one_in(3)) lines[0][one->mark_at] = dice.pick(std::vector<char>{' ', 'x', '>'});
  replace(one->path, one->last + 1, 0, lines);
}

void Hands::wrap(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::string line = paragraph(*one)[0];
  std::size_t word = line.find(one->word);
  if (word == std::string::npos) return;
  std::vector<std::size_t> blanks;
  for (std::size_t at = word; at + 1 < line.size(); ++at) {
    if (line[at] == ' ' && line[at + 1] != '\r') blanks.push_back(at);
  }
  if (blanks.empty()) return;
  std::size_t at = dice.pick(blanks);
  std::string indent = one->prefix + std::string(one->content, ' ');
  if (dice.one_in(4)) indent = one->prefix;  // lazily
  replace(one->path, one->line, 1, {line.substr(0, at), indent + line.substr(at + 1)});
}

void Hands::reword(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::string line = paragraph(*one)[0];
  std::size_t word = line.find(one->word);
  if (word == std::string::npos) return;
  std::size_t from = word + one->word.size();
  std::size_t end = std::max(from, end_of_words(line));
  line = line.substr(0, from) + some_text(dice) + line.substr(end);
  replace(one->path, one->line, 1, {line});
}

void Hands::due(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::string line = paragraph(*one)[0];
  if (line.find("due:") != std::string::npos || line.find(one->word) == std::string::npos) return;
  static const std::vector<std::string> days{" due:fri", " due:2026-12-24", " due:soon",
                                             " due:2026-02-30"};
  line.insert(end_of_words(line), dice.pick(days));
  replace(one->path, one->line, 1, {line});
}

void Hands::delete_item(Dice& dice) {
  auto one = spot(dice, is_at_margin);
  if (one) replace(one->path, one->line, one->last - one->line + 1, {});
}

void Hands::delete_note(Dice& dice) {
  std::vector<std::string> notes;
  for (const auto& [path, bytes] : world_.files()) {
    if (path.find("/20") != std::string::npos) notes.push_back(path);
  }
  if (!notes.empty()) world_.remove(dice.pick(notes));
}

void Hands::type_item(Dice& dice) {
  std::vector<std::string> notes;
  for (const auto& [path, bytes] : world_.files()) {
    bool note = path.starts_with("people/") && path.find("/20") != std::string::npos;
    if (note || path.ends_with("/topics.md")) notes.push_back(path);
  }
  if (notes.empty()) return;
  std::string path = dice.pick(notes);
  bool owned = path.ends_with("topics.md") || !dice.one_in(4);
  char letter = path.starts_with("private/") ? 'p' : owned ? 'w' : 'u';
  static const std::vector<std::string> bullets{"- ", "* ", "+ ", "1. ", "> - ", "2) ", "-   "};
  static const std::vector<std::string> boxes{"[ ] ", "[ ] ", "[ ] ", "[/] ", "[x] ", "[>] "};
  std::string line = dice.pick(bullets) + dice.pick(boxes) + (owned ? owner(dice) : "") +
                     fresh_(letter) + some_text(dice);
  if (dice.one_in(5)) line += " ^" + fresh_('k');
  std::vector<std::string> lines{"", line};
  if (!owned) lines = {"", "## Action items", line};
  if (dice.one_in(4)) lines.push_back("  - [ ] a step");
  if (dice.one_in(4)) lines.push_back("  - a remark");
  std::size_t end = Lines(world_.files().at(path)).lines.size();
  replace(path, end, 0, lines);
}

void Hands::type_nested(Dice& dice) {
  auto outer = spot(dice, any);
  if (!outer || outer->prefix.size() > 8) return;
  std::string indent = outer->prefix + std::string(outer->content, ' ');
  char letter = outer->path.starts_with("private/") ? 'p' : 'w';
  std::string line = indent + "- [ ] " + owner(dice) + fresh_(letter) + some_text(dice);
  replace(outer->path, outer->last + 1, 0, {line});
}

void Hands::type_prose(Dice& dice) {
  std::vector<std::string> notes;
  for (const auto& [path, bytes] : world_.files()) {
    if (path.find("/20") != std::string::npos) notes.push_back(path);
  }
  if (notes.empty()) return;
  std::string path = dice.pick(notes);
  static const std::vector<std::vector<std::string>> texts{
      {"", "We talked about [ ] boxes, and it was good."},
      {"", "## Wins", "- shipped it"},
      {"", "```", "- [ ] @dana not a promise", "```"},
      {"", "<!-- - [ ] @dana nor this -->", ""},
      {"", "```"}};
  std::size_t end = Lines(world_.files().at(path)).lines.size();
  replace(path, end, 0, dice.pick(texts));
}

void Hands::quote(Dice& dice) {
  auto one = spot(dice, is_at_margin);
  if (!one) return;
  std::vector<std::string> lines = paragraph(*one);
  for (std::string& line : lines) line.insert(0, "> ");
  replace(one->path, one->line, lines.size(), lines);
}

void Hands::indent(Dice& dice) {
  std::vector<Spot> all = spots();
  std::vector<std::size_t> fitting;
  for (std::size_t i = 1; i < all.size(); ++i) {
    bool below = all[i].path == all[i - 1].path && all[i].line == all[i - 1].last + 1;
    // A list that does not start with 1 cannot interrupt the paragraph above it.
    bool can = all[i].owned && is_at_margin(all[i]) && all[i].bullet;
    if (below && can && all[i - 1].prefix.empty()) {
      fitting.push_back(i);
    }
  }
  if (fitting.empty()) return;
  std::size_t index = dice.pick(fitting);
  std::vector<std::string> lines = paragraph(all[index]);
  for (std::string& line : lines) line.insert(0, std::string(all[index - 1].content, ' '));
  replace(all[index].path, all[index].line, lines.size(), lines);
}

void Hands::endings(Dice& dice) {
  auto one = spot(dice, any);
  if (!one) return;
  std::string bytes = world_.files().at(one->path);
  Lines file(bytes);
  std::size_t kind = dice.below(3);
  if (kind == 0) file.ended = false;
  if (kind == 1 && !has_return(world_.files(), one->path)) {
    for (std::string& line : file.lines) line += '\r';
  }
  bytes = file.bytes();
  bool ready = !bytes.starts_with("\xEF\xBB\xBF") && (bytes[0] == '#' || bytes[0] == '-') &&
               !bytes.starts_with("- ");
  if (kind == 2 && ready) bytes.insert(0, "\xEF\xBB\xBF");
  world_.put(one->path, bytes);
}

void Hands::move_item(Dice& dice) {
  auto one = spot(dice, is_at_margin);
  auto to = spot(dice, any);
  if (!one || !to || one->path == to->path || one->word[0] != 'w') return;
  if (!to->path.starts_with("people/")) return;
  // An id that leaves a folder may be minted there again for a line with the very same words.
  for (const Spot& other : spots()) {
    if (other.word == one->word && other.id != one->id) return;
  }
  std::vector<std::string> lines = paragraph(*one);
  replace(one->path, one->line, lines.size(), {});
  std::size_t end = Lines(world_.files().at(to->path)).lines.size();
  lines.insert(lines.begin(), "");
  replace(to->path, end, 0, lines);
}

void Hands::write_note(Dice& dice) {
  auto near = spot(dice, is_topic);
  if (!near) return;
  std::string folder = near->path.substr(0, near->path.find('/', 7));
  Date date = day_ + (static_cast<int>(dice.below(20)) - 14);
  std::string path =
      folder + (dice.one_in(4) ? "/old/" : "/") + date.iso() + (dice.one_in(3) ? "-2" : "") + ".md";
  if (world_.files().contains(path)) return;
  std::string text = dice.one_in(2) ? "# A note by hand\n\n" : "";
  text += "- [ ] " + owner(dice) + fresh_('w') + some_text(dice) + "\n";
  if (dice.one_in(2)) text += "\n## Topics\n- [ ] " + fresh_('t') + some_text(dice) + "\n";
  world_.put(path, text);
}

std::optional<std::string> Hands::edit(Dice& dice, Date day) {
  day_ = day;
  struct Choice {
    const char* name;
    Edit edit;
  };
  static const std::vector<Choice> choices{
      {"mark", &Hands::mark},
      {"tick", &Hands::tick},
      {"tick", &Hands::tick},
      {"duplicate", &Hands::duplicate},
      {"wrap", &Hands::wrap},
      {"reword", &Hands::reword},
      {"due", &Hands::due},
      {"delete item", &Hands::delete_item},
      {"delete note", &Hands::delete_note},
      {"type", &Hands::type_item},
      {"type", &Hands::type_item},
      {"type", &Hands::type_item},
      {"type nested", &Hands::type_nested},
      {"prose", &Hands::type_prose},
      {"quote", &Hands::quote},
      {"indent", &Hands::indent},
      {"endings", &Hands::endings},
      {"move item", &Hands::move_item},
      {"write note", &Hands::write_note},
  };
  const Choice& choice = dice.pick(choices);
  FileMap before = world_.files();
  (this->*choice.edit)(dice);
  FileMap after = world_.files();
  if (before == after) return std::nullopt;
  return fmt::format("# by hand ({}):\n{}", choice.name, difference(before, after));
}

std::string difference(const FileMap& before, const FileMap& after) {
  std::string told;
  FileMap all = before;
  all.insert(after.begin(), after.end());
  for (const auto& [path, bytes] : all) {
    Lines old(before.contains(path) ? before.at(path) : "");
    Lines now(after.contains(path) ? after.at(path) : "");
    if (old.bytes() == now.bytes()) continue;
    std::size_t same = 0;
    std::size_t least = std::min(old.lines.size(), now.lines.size());
    while (same < least && old.lines[same] == now.lines[same]) ++same;
    std::size_t tail = 0;
    while (tail < least - same &&
           old.lines[old.lines.size() - 1 - tail] == now.lines[now.lines.size() - 1 - tail]) {
      ++tail;
    }
    told += fmt::format("#   {}:{}{}\n", path, same + 1, after.contains(path) ? "" : " (gone)");
    for (std::size_t i = same; i + tail < old.lines.size(); ++i)
      told += "#   - " + old.lines[i] + "\n";
    for (std::size_t i = same; i + tail < now.lines.size(); ++i)
      told += "#   + " + now.lines[i] + "\n";
  }
  return told;
}

}  // namespace oneonone::testing

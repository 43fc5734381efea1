// SPDX-License-Identifier: MIT
// Reads by the letters of product.md, as plainly as can be.
#include "promises.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <tuple>

namespace oneonone::testing {
namespace {

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::size_t blanks_and_quotes(const std::string& line) {
  std::size_t at = line.find_first_not_of(" \t>");
  return at == std::string::npos ? line.size() : at;
}

/// The size of a list marker with its blanks; 0 when none stands there.
std::size_t marker_at(const std::string& line, std::size_t at) {
  if (at >= line.size()) return 0;
  std::size_t end = at;
  if (std::string("-*+").find(line[at]) != std::string::npos) {
    end = at + 1;
  } else {
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end == at || end >= line.size() || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  }
  std::size_t blanks = end;
  while (end < line.size() && line[end] == ' ') ++end;
  return end > blanks && end - blanks <= 4 ? end - at : 0;
}

/// A word such as `w0042` that starts with one of the letters.
bool is_word(const std::string& token, const std::string& letters) {
  return token.size() == 5 && letters.find(token[0]) != std::string::npos &&
         std::all_of(token.begin() + 1, token.end(), is_digit);
}

bool is_ours(const std::string& token) {
  return is_word(token, "wutp");
}

/// Knows of all days that are none the one that hands type.
bool is_day(const std::string& text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && is_digit(text[0]) &&
         !text.ends_with("-02-30");
}

/// True when a line can only go on with the paragraph above it, in the same containers.
bool continues(const std::string& line, const std::string& prefix) {
  std::size_t at = blanks_and_quotes(line);
  if (at >= line.size() || line[at] == '\r' || marker_at(line, at) > 0) return false;
  std::string rest = line.substr(at);
  for (const char* start : {"#", "```", "<", "---"}) {
    if (rest.starts_with(start)) return false;
  }
  auto quotes = [](const std::string& text) { return std::count(text.begin(), text.end(), '>'); };
  return quotes(line.substr(0, at)) <= quotes(prefix);
}

std::vector<std::string> tokens_of(const std::string& text) {
  std::vector<std::string> tokens;
  std::string token;
  for (char c : text + " ") {
    if (c != ' ' && c != '\t' && c != '\r') {
      token += c;
    } else if (!token.empty()) {
      tokens.push_back(std::move(token));
      token.clear();
    }
  }
  return tokens;
}

void read_text(const std::string& paragraph, Spot& spot) {
  std::vector<std::string> tokens = tokens_of(paragraph);
  if (!tokens.empty() && tokens.back().starts_with('^')) {
    spot.id = tokens.back().substr(1);
    tokens.pop_back();
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& token = tokens[i];
    std::size_t colon = token.find(':');
    std::string key = colon == std::string::npos ? "" : token.substr(0, colon);
    bool date = colon != std::string::npos && is_day(token.substr(colon + 1));
    if (i == 0 && token.starts_with('@')) {
      spot.owned = true;
    } else if (key == "since" && date) {
      spot.since = true;
    } else if (key == "on" && date) {
      spot.on = token.substr(colon + 1);
    } else if (key == "due" && date) {
      spot.due = token.substr(colon + 1);
    } else if (key == "due" || (date && (key == "done" || key == "dropped"))) {
      continue;
    } else {
      if (is_ours(token) && spot.word.empty()) spot.word = token;
      spot.text += token + " ";
    }
  }
}

std::optional<Spot> spot_at(const Lines& file, std::size_t index) {
  const std::string& line = file.lines[index];
  Spot spot;
  std::size_t at = blanks_and_quotes(line);
  std::size_t size = marker_at(line, at);
  std::size_t box = at + size;
  if (size == 0 || box + 3 >= line.size() || line[box] != '[' || line[box + 2] != ']') return {};
  spot.prefix = line.substr(0, at);
  spot.content = size;
  spot.bullet = !is_digit(line[at]);
  spot.mark_at = box + 1;
  spot.mark = line[spot.mark_at];
  spot.line = spot.last = index;
  std::string paragraph = line.substr(box + 3);
  while (spot.last + 1 < file.lines.size() && continues(file.lines[spot.last + 1], spot.prefix)) {
    const std::string& more = file.lines[++spot.last];
    paragraph += " " + more.substr(blanks_and_quotes(more));
  }
  read_text(paragraph, spot);
  std::size_t next = spot.last + 1;
  spot.leaf = next >= file.lines.size() || blanks_and_quotes(file.lines[next]) <= at;
  return spot;
}

std::string day_of(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  bool dated = name.size() >= 13 && name.ends_with(".md") && is_day(name.substr(0, 10));
  return dated ? name.substr(0, 10) : "";
}

int number_of(const std::string& path) {
  std::string rest = path.substr(path.rfind('/') + 1).substr(10);
  return rest.starts_with('-') ? std::atoi(rest.c_str() + 1) : 1;
}

std::string folder_of_path(const std::string& path) {
  std::size_t slash = path.find('/');
  return path.substr(0, path.find('/', slash + 1));
}

/// True when a line in another person's folder ends with the id, whatever that line is.
bool stands_elsewhere(const FileMap& files, const std::string& folder, const std::string& id) {
  if (!folder.starts_with("people/")) return false;
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("people/") || path.starts_with(folder + "/")) continue;
    for (const std::string& line : Lines(bytes).lines) {
      std::vector<std::string> tokens = tokens_of(line);
      if (!tokens.empty() && tokens.back() == "^" + id) return true;
    }
  }
  return false;
}

}  // namespace

Lines::Lines(const std::string& bytes) {
  std::size_t from = 0;
  while (from < bytes.size()) {
    std::size_t end = bytes.find('\n', from);
    ended = end != std::string::npos;
    lines.push_back(bytes.substr(from, ended ? end - from : std::string::npos));
    from = ended ? end + 1 : bytes.size();
  }
}

std::string Lines::bytes() const {
  std::string bytes;
  for (const std::string& line : lines) bytes += line + "\n";
  if (!ended && bytes.ends_with('\n')) bytes.pop_back();
  if (!ended && bytes.ends_with('\r')) bytes.pop_back();
  return bytes;
}

bool Strand::has_open() const {
  return std::ranges::any_of(copies, &Spot::is_open);
}

bool Strand::has_closed() const {
  return std::ranges::any_of(copies, &Spot::is_closed);
}

std::vector<std::string> notes_in_order(const FileMap& files, const std::string& folder) {
  std::vector<std::string> notes;
  for (const auto& [path, bytes] : files) {
    bool ours = path == folder + "/topics.md" || !day_of(path).empty();
    if (ours && path.starts_with(folder + "/")) notes.push_back(path);
  }
  std::ranges::sort(notes, {}, [](const std::string& path) {
    std::string day = day_of(path);
    return std::tuple(day, day.empty() ? 0 : number_of(path), path);
  });
  return notes;
}

std::vector<Spot> spots_of(const std::string& path, const std::string& bytes) {
  std::vector<Spot> spots;
  Lines file(bytes);
  bool fenced = false;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    if (file.lines[i].starts_with("```")) fenced = !fenced;
    if (fenced) continue;
    auto spot = spot_at(file, i);
    if (!spot || spot->word.empty()) continue;
    spot->path = path;
    spots.push_back(std::move(*spot));
  }
  return spots;
}

std::vector<Strand> strands_of(const FileMap& files, const std::string& folder) {
  std::vector<Strand> strands;
  std::map<std::string, std::size_t> first;
  for (const std::string& path : notes_in_order(files, folder)) {
    std::set<std::string> in_note;
    for (Spot& spot : spots_of(path, files.at(path))) {
      auto known = spot.id.empty() ? first.end() : first.find(spot.id);
      bool again = known != first.end() && in_note.insert(spot.id).second;
      if (again) {
        const Spot& last = strands[known->second].copies.back();
        again = spot.since || spot.text == last.text;
      }
      if (again) {
        strands[known->second].copies.push_back(std::move(spot));
        continue;
      }
      bool own = !spot.id.empty() && known == first.end();
      if (own) first[spot.id] = strands.size();
      if (!spot.id.empty()) in_note.insert(spot.id);
      strands.push_back({spot.word, spot.id, own, {spot}});
    }
  }
  return strands;
}

std::set<std::string> folders_of(const FileMap& files) {
  std::set<std::string> folders;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with("people/") || path.starts_with("private/")) {
      folders.insert(folder_of_path(path));
    }
  }
  return folders;
}

Tally open_by_files(const FileMap& files) {
  Tally open;
  for (const std::string& folder : folders_of(files)) {
    for (const Strand& strand : strands_of(files, folder)) {
      bool orphan = !strand.has_open() && !strand.has_closed();
      if (orphan) orphan = !strand.own_id || !stands_elsewhere(files, folder, strand.id);
      if (strand.has_open() || orphan) ++open[strand.word];
    }
  }
  return open;
}

Tally remarks_in(const FileMap& files) {
  Tally remarks;
  for (const auto& [path, bytes] : files) {
    for (const std::string& line : Lines(bytes).lines) {
      for (const std::string& token : tokens_of(line)) {
        if (is_word(token, "v")) ++remarks[token];
      }
    }
  }
  return remarks;
}

Tally contested(const FileMap& files, const std::string& folder) {
  Tally words;
  for (const Strand& strand : strands_of(files, folder)) {
    if (strand.has_open() && strand.has_closed()) ++words[strand.word];
  }
  return words;
}

}  // namespace oneonone::testing

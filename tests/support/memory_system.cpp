// SPDX-License-Identifier: MIT
// A world in memory: what a test puts in, what the program touched, what it said.
#include "memory_system.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>

#include "error.hpp"

namespace oneonone::testing {
namespace {

/// The absolute path without `.`, `..` and doubled slashes.
std::string place_of(std::string_view path) {
  std::string whole = path.starts_with('/') ? "" : std::string(notebook_folder) + "/";
  whole += path;
  std::string place;
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t end = std::min(whole.find('/', begin), whole.size());
    const std::string name = whole.substr(begin, end - begin);
    if (name == "..")
      place.resize(place.empty() ? 0 : place.rfind('/'));
    else if (!name.empty() && name != ".")
      place += "/" + name;
    begin = end + 1;
  }
  return place.empty() ? "/" : place;
}

std::string parent_place(const std::string& place) {
  const std::size_t slash = place.rfind('/');
  return slash == 0 ? "/" : place.substr(0, slash);
}

/// What a test reads: relative to the notebook when it lies there.
std::string shown(const std::string& place) {
  const std::string prefix = std::string(notebook_folder) + "/";
  if (place == notebook_folder) return ".";
  return place.starts_with(prefix) ? place.substr(prefix.size()) : place;
}

bool is_under(const std::string& place, const std::string& folder) {
  return place.starts_with(folder == "/" ? folder : folder + "/");
}

struct LoggedLock final : Files::Lock {
  LoggedLock(std::vector<std::string>& log, std::string place)
      : log_(log), place_(std::move(place)) {
    log_.push_back("lock " + place_);
  }
  LoggedLock(const LoggedLock&) = delete;
  LoggedLock& operator=(const LoggedLock&) = delete;
  ~LoggedLock() override { log_.push_back("unlock " + place_); }

 private:
  std::vector<std::string>& log_;
  std::string place_;
};

/// The last block first: no other order is promised.
std::vector<std::size_t> order_of_visits(std::size_t files) {
  std::vector<std::size_t> order(files);
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [](std::size_t index) { return index / Files::block_size; });
  return order;
}

}  // namespace

std::optional<std::string> MemoryEnvironment::get(std::string_view name) const {
  const auto found = variables.find(name);
  if (found == variables.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

void MemoryFiles::put(std::string_view path, std::string_view bytes) {
  const std::string place = place_of(path);
  files_[place].bytes = bytes;
  for (std::string up = parent_place(place); folders_.insert(up).second;) up = parent_place(up);
}

void MemoryFiles::remove(std::string_view path) {
  files_.erase(place_of(path));
}

bool MemoryFiles::has(std::string_view path) const {
  return files_.contains(place_of(path));
}

const std::string& MemoryFiles::text(std::string_view path) const {
  const auto found = files_.find(place_of(path));
  if (found == files_.end()) throw std::out_of_range("there is no file " + std::string(path));
  return found->second.bytes;
}

std::map<std::string, std::string> MemoryFiles::all() const {
  std::map<std::string, std::string> result;
  for (const auto& [place, file] : files_) result[shown(place)] = file.bytes;
  return result;
}

void MemoryFiles::make_unreadable(std::string_view path) {
  unreadable_.insert(place_of(path));
}

void MemoryFiles::fail_scan(std::string_view path, int nth) {
  scans_to_failure_[place_of(path)] = nth;
}

std::vector<std::string> MemoryFiles::touched(std::string_view word) const {
  std::vector<std::string> paths;
  for (const std::string& entry : log)
    if (entry.starts_with(std::string(word) + " ")) paths.push_back(entry.substr(word.size() + 1));
  return paths;
}

FileKind MemoryFiles::kind_at(const std::string& place) const {
  if (files_.contains(place)) return FileKind::file;
  return folders_.contains(place) ? FileKind::folder : FileKind::none;
}

void MemoryFiles::note(std::string_view what, const std::string& place) const {
  log.push_back(std::string(what) + " " + shown(place));
}

FileKind MemoryFiles::kind(const std::string& path) const {
  note("look", place_of(path));
  return kind_at(place_of(path));
}

unsigned MemoryFiles::mode(const std::string& path) const {
  const std::string place = place_of(path);
  note("look", place);
  const auto file = files_.find(place);
  if (file != files_.end()) return file->second.mode;
  return folders_.contains(place) ? 0700 : 0;
}

std::optional<std::string> MemoryFiles::resolve(const std::string& path) const {
  std::string place = place_of(path);
  note("look", place);
  if (kind_at(place) == FileKind::none) return std::nullopt;
  return place;
}

std::optional<std::vector<Entry>> MemoryFiles::list(const std::string& folder) const {
  const std::string place = place_of(folder);
  note("list", place);
  if (unreadable_.contains(place))
    throw Error(Status::failed, "cannot read it: permission denied", place);
  if (!folders_.contains(place)) return std::nullopt;
  std::vector<Entry> entries;
  const auto add = [&](const std::string& inside, FileKind kind) {
    if (inside != "/" && parent_place(inside) == place)
      entries.push_back({inside.substr(inside.rfind('/') + 1), kind});
  };
  for (const auto& [inside, file] : files_) add(inside, FileKind::file);
  for (const std::string& inside : folders_) add(inside, FileKind::folder);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

std::optional<std::string> MemoryFiles::read(const std::string& path) const {
  const std::string place = place_of(path);
  note("read", place);
  if (unreadable_.contains(place))
    throw Error(Status::failed, "cannot read it: permission denied", place);
  if (folders_.contains(place)) throw Error(Status::failed, "it is a folder, not a file", place);
  const auto file = files_.find(place);
  if (file == files_.end()) return std::nullopt;
  return file->second.bytes;
}

void MemoryFiles::scan_batches(const NextBatch& next) const {
  while (const auto batch = next()) {
    Unreadable unreadable;
    for (const std::size_t index : order_of_visits(batch->names.size())) {
      const std::string place = place_of(batch->folder + "/" + batch->names[index]);
      note("scan", place);
      const auto file = files_.find(place);
      const auto countdown = scans_to_failure_.find(place);
      const bool fails = countdown != scans_to_failure_.end() && --countdown->second == 0;
      if (fails || unreadable_.contains(place))
        unreadable.emplace_back(index, "cannot read it: permission denied");
      else if (file == files_.end())
        unreadable.emplace_back(index, "cannot read it: no such file or directory");
      else if (std::string why = batch->visit(index, file->second.bytes); !why.empty())
        unreadable.emplace_back(index, std::move(why));
    }
    std::ranges::sort(unreadable);
    if (batch->join) batch->join();
    batch->done(std::move(unreadable));
  }
}

void MemoryFiles::close_to_others(const std::string& path) {
  note("close", place_of(path));
}

void MemoryFiles::make_folder(const std::string& path) {
  const std::string place = place_of(path);
  note("make", place);
  if (files_.contains(place))
    throw Error(Status::failed, "cannot make the folder: file exists", place);
  for (std::string up = place; folders_.insert(up).second;) up = parent_place(up);
}

void MemoryFiles::write(const std::string& path, std::string_view bytes, bool exclusive,
                        unsigned mode) {
  const std::string place = place_of(path);
  note("write", place);
  const bool is_refused = writes_to_failure_ == 1;
  if (writes_to_failure_ > 0) --writes_to_failure_;
  if (is_refused) throw Error(Status::failed, "cannot write it: no space left on device", place);
  if (!folders_.contains(parent_place(place)))
    throw Error(Status::failed, "cannot open the folder: no such file or directory",
                parent_place(place));
  if (exclusive && kind_at(place) != FileKind::none)
    throw Error(Status::failed, "it is already there", place);
  const auto [file, is_new] = files_.try_emplace(place);
  if (is_new) file->second.mode = mode;
  file->second.bytes = bytes;
}

void MemoryFiles::rename(const std::string& from, const std::string& to) {
  const std::string old_place = place_of(from);
  const std::string new_place = place_of(to);
  log.push_back("rename " + shown(old_place) + " " + shown(new_place));
  if (kind_at(new_place) != FileKind::none)
    throw Error(Status::failed, "it is already there", new_place);
  if (kind_at(old_place) == FileKind::none)
    throw Error(Status::failed, "cannot rename it: no such file or directory", old_place);
  const auto moved = [&](const std::string& place) {
    const bool is_moved = place == old_place || is_under(place, old_place);
    return is_moved ? new_place + place.substr(old_place.size()) : place;
  };
  decltype(files_) files;
  for (const auto& [place, file] : files_) files.emplace(moved(place), file);
  files_ = std::move(files);
  decltype(folders_) folders;
  for (const std::string& place : folders_) folders.insert(moved(place));
  folders_ = std::move(folders);
}

void MemoryFiles::erase(const std::string& path) {
  const std::string place = place_of(path);
  note("erase", place);
  files_.erase(place);
  folders_.erase(place);
}

void MemoryFiles::make_durable(const std::string& folder) {
  note("keep", place_of(folder));
}

std::unique_ptr<Files::Lock> MemoryFiles::lock(const std::string& folder) {
  return std::make_unique<LoggedLock>(log, shown(place_of(folder)));
}

Ran MemoryProcesses::run(const Arguments& arguments, const std::string& folder) {
  started.push_back(arguments);
  return on_run ? on_run(arguments, folder) : Ran{127, {}};
}

Ran MemoryProcesses::capture(const Arguments& arguments, const std::string& folder) {
  started.push_back(arguments);
  return on_capture ? on_capture(arguments, folder) : Ran{127, {}};
}

Ran MemoryProcesses::listen(const Arguments& arguments, const std::string& folder, bool may_ask) {
  started.push_back(arguments);
  return on_listen ? on_listen(arguments, folder, may_ask) : Ran{127, {}};
}

Ran MemoryProcesses::feed(const Arguments& arguments, std::string_view input) {
  started.push_back(arguments);
  return on_feed ? on_feed(arguments, input) : Ran{127, {}};
}

std::optional<std::string> MemoryTerminal::read_line() {
  if (input.empty()) return std::nullopt;
  std::string line = std::move(input.front());
  input.pop_front();
  return line;
}

MemorySystem::MemorySystem(
    std::initializer_list<std::pair<std::string_view, std::string_view>> put) {
  for (const auto& [path, bytes] : put) files.put(path, bytes);
}

}  // namespace oneonone::testing

// SPDX-License-Identifier: MIT
// Gives cmark its memory.
#include "cmark_tree.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace oneonone {
namespace {

thread_local CmarkMemory* newest = nullptr;

constexpr std::size_t chunk_size = std::size_t{64} * 1024;
/// Its size stands before each piece of memory; both are aligned for a pointer.
constexpr std::size_t head = sizeof(std::size_t);

std::size_t& size_of(char* memory) {
  return *std::launder(reinterpret_cast<std::size_t*>(memory - head));
}

cmark_mem* memory_of_newest() {
  static cmark_mem memory{[](std::size_t count, std::size_t size) -> void* {
                            return std::memset(newest->take(count * size), 0, count * size);
                          },
                          [](void* old, std::size_t size) -> void* {
                            return newest->resize(static_cast<char*>(old), size);
                          },
                          [](void* old) { newest->give_back(static_cast<char*>(old)); }};
  return &memory;
}

}  // namespace

CmarkMemory::CmarkMemory(std::size_t most) : left_(most), before_(newest) {
  newest = this;
}

CmarkMemory::~CmarkMemory() {
  newest = before_;
}

void CmarkMemory::add_chunk(std::size_t size) {
  size = std::max(size, chunk_size);
  if (size > left_) throw TooMuchMarkdown();
  left_ -= size;
  chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
  next_ = chunks_.back().get();
  end_ = next_ + size;
}

char* CmarkMemory::take(std::size_t size) {
  const std::size_t whole = head + (size + head - 1) / head * head;
  if (static_cast<std::size_t>(end_ - next_) < whole) add_chunk(whole);
  last_ = new (next_) std::size_t(whole - head) ? next_ + head : nullptr;
  next_ += whole;
  return last_;
}

char* CmarkMemory::resize(char* old, std::size_t size) {
  if (old == nullptr) return take(size);
  const std::size_t before = size_of(old);
  if (size <= before) return old;
  if (old == last_) next_ = old - head;
  char* made = take(size);
  std::memmove(made, old, before);
  return made;
}

void CmarkMemory::give_back(char* old) {
  if (old != nullptr && old == last_) next_ = old - head;
  if (old == last_) last_ = nullptr;
}

std::size_t fair_memory(std::size_t text_size) {
  constexpr std::size_t bytes_a_byte = 48;
  constexpr std::size_t small = std::size_t{1} << 20;
  return bytes_a_byte * std::max(text_size, small);
}

CmarkTree::CmarkTree(std::string_view text, std::size_t most_memory) : memory_(most_memory) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory_of_newest());
  cmark_parser_feed(parser, text.data(), text.size());
  root_ = cmark_parser_finish(parser);
}

}  // namespace oneonone

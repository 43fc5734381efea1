// SPDX-License-Identifier: MIT
// cmark's tree and iterator, freed by themselves.
#pragma once

#include <cmark.h>

#include <cstddef>
#include <exception>
#include <memory>
#include <string_view>
#include <vector>

namespace oneonone {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using CmarkIterator = std::unique_ptr<cmark_iter, FreeIterator>;

/// Thrown when a text needs more memory than it may have.
struct TooMuchMarkdown : std::exception {};

/// Memory that is given back all at once. cmark asks for memory without saying for which tree: the
/// newest one of the thread gives it.
class CmarkMemory {
 public:
  /// At most so many bytes.
  explicit CmarkMemory(std::size_t most);
  CmarkMemory(const CmarkMemory&) = delete;
  CmarkMemory& operator=(const CmarkMemory&) = delete;
  ~CmarkMemory();

  /// Throws TooMuchMarkdown beyond `most`, and std::bad_alloc where cmark's own would end the
  /// process.
  char* take(std::size_t size);
  char* resize(char* old, std::size_t size);
  void give_back(char* old);

 private:
  void add_chunk(std::size_t size);

  std::size_t left_;  ///< what may still be taken from the system
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;  ///< what is free in the last chunk
  char* end_ = nullptr;
  char* last_ = nullptr;  ///< what was taken last, which alone can grow and be given back
  CmarkMemory* before_;
};

/// What a text of this size is given to be parsed with: several times what anything takes that a
/// person wrote, and a quarter of what the worst does.
std::size_t fair_memory(std::size_t text_size);

/// A text as cmark reads it. Trees of a thread end in the order opposite to that of their making.
class CmarkTree {
 public:
  static constexpr auto no_limit = static_cast<std::size_t>(-1);

  /// Throws TooMuchMarkdown when it needs more than so many bytes.
  CmarkTree(std::string_view text, std::size_t most_memory);

  cmark_node* root() const { return root_; }

 private:
  CmarkMemory memory_;
  cmark_node* root_;
};

}  // namespace oneonone

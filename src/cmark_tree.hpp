// SPDX-License-Identifier: MIT
// cmark's tree and iterator, freed by themselves.
#pragma once

#include <cmark.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>

namespace oneonone {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using CmarkTree = std::unique_ptr<cmark_node, FreeNode>;
using CmarkIterator = std::unique_ptr<cmark_iter, FreeIterator>;

/// Throws std::bad_alloc where cmark's own allocator would end the process. What it was making is
/// not freed: nobody goes on to parse after that.
inline cmark_mem* throwing_memory() {
  static cmark_mem memory{[](size_t count, size_t size) {
                            void* made = std::calloc(count, size);
                            return made != nullptr ? made : throw std::bad_alloc();
                          },
                          [](void* old, size_t size) {
                            void* made = std::realloc(old, size);
                            return made != nullptr ? made : throw std::bad_alloc();
                          },
                          std::free};
  return &memory;
}

inline CmarkTree parse_markdown(std::string_view text) {
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, throwing_memory());
  cmark_parser_feed(parser, text.data(), text.size());
  CmarkTree tree(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  return tree;
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// cmark's tree and iterator, freed by themselves.
#pragma once

#include <cmark.h>

#include <memory>
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

inline CmarkTree parse_markdown(std::string_view text) {
  return CmarkTree(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

}  // namespace oneonone

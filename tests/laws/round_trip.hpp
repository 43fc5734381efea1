// SPDX-License-Identifier: MIT
// Laws of a note's bytes: what is read prints back, and an edit changes the lines that it names.
#pragma once

#include <string>
#include <vector>

namespace oneonone::testing {

/// What a document of any bytes breaks of the laws, in words; empty when all hold.
///
/// The note and its lines give the bytes back. Closing an item, dating it and giving it an id each
/// change only its box, its tokens and the end of its paragraph, and read back as what was asked;
/// every other task stays what it was. Opening it again gives the old bytes with the id.
std::vector<std::string> broken_laws(const std::string& bytes);

/// How many edits broken_laws has tried so far.
std::size_t edits_tried();

}  // namespace oneonone::testing

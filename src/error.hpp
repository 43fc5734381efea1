// SPDX-License-Identifier: MIT
// What a command says when it cannot go on, and the exit statuses that scripts rely on.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace oneonone {

/// Exit statuses of the program (product.md, "The contract scripts rely on").
enum class Status {
  ok = 0,
  failed = 1,     ///< it could not be done, or a check found something
  usage = 2,      ///< a command, an option or a value that is not understood
  not_found = 3,  ///< what was named is not there, or fits several
  partial = 4,    ///< done, but some files could not be read
  conflict = 5,   ///< two versions contradict each other: a person must decide
};

/// Thrown when a command cannot go on; main catches it once and prints it.
struct Error : std::exception {
  Status status = Status::failed;
  std::string message;  ///< what is wrong: lower case, no full stop, values in 'quotes'
  std::string where;    ///< "path" or "path:line"; empty when there is no such place
  std::string hint;     ///< what to do next; empty when the message says it all

  Error(Status exit, std::string what_is_wrong, std::string place = {}, std::string what_to_do = {})
      : status(exit),
        message(std::move(what_is_wrong)),
        where(std::move(place)),
        hint(std::move(what_to_do)) {}
  const char* what() const noexcept override { return message.c_str(); }
};

}  // namespace oneonone

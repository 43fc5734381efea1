// SPDX-License-Identifier: MIT
// The five things that are fuzzed, each as a function that throws when a property does not hold.
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace oneonone::fuzz {

/// A property that an input breaks, in words.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& property) {
  if (!holds) throw Broken(property);
}

/// True for the negative control: the target then puts in a fault that its properties must notice.
/// Set by ONEONONE_FUZZ_WRONG in the environment.
bool is_wrong_on_purpose();

/// README.md says what each of them holds.
void front_matter(std::string_view bytes);
void tasks(std::string_view bytes);
void templates(std::string_view bytes);
void merge(std::string_view bytes);
void words(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*check)(std::string_view bytes);
};

inline constexpr std::array<Target, 5> all_targets{{{"front_matter", front_matter},
                                                    {"tasks", tasks},
                                                    {"templates", templates},
                                                    {"merge", merge},
                                                    {"words", words}}};

}  // namespace oneonone::fuzz

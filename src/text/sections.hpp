// SPDX-License-Identifier: MIT
// What a heading means for the items below it (product.md, "An item", 3).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "unicode.hpp"

namespace oneonone {

/// Where an item stands.
enum class Section : std::uint8_t {
  plain,
  topics,   ///< below `Topics` or the like, sub-headings included
  ignored,  ///< below an attendance list or a checklist: nothing of ours
};

/// Tells sections by their headings; case, accents and a colon at the end do not count.
class Headings {
 public:
  Headings(const std::vector<std::string>& topics, const std::vector<std::string>& ignored);
  Section classify(std::string_view heading) const;
  /// True when none of them begins like this title, whatever markup it has behind two letters.
  bool are_unlike(std::string_view title) const {
    if (title.size() < 2) return false;
    const unsigned first = letter(title[0]);
    const unsigned second = letter(title[1]);
    return first < letters && second < letters && (starts_[first] >> second & 1U) == 0;
  }

 private:
  static constexpr unsigned letters = 26;

  /// 0 for `a` and `A`, 25 for `z`; more for what is no ASCII letter.
  static unsigned letter(char c) {
    return static_cast<unsigned char>(unicode::lower(c)) - static_cast<unsigned>('a');
  }

  /// The section of a heading that is folded, or ASCII.
  Section known(std::string_view text) const;

  std::vector<std::string> topics_, ignored_;
  /// For each byte that one of them begins with, a bit for the sizes that those have.
  std::array<std::uint64_t, 256> begins_{};
  /// For each letter that one of them begins with, a bit for the second letters of those.
  std::array<std::uint32_t, letters> starts_{};
};

/// Follows the headings of a note: sub-headings mean what the heading above them means, unless they
/// are ignored themselves.
class Sections {
 public:
  explicit Sections(const Headings& headings) : headings_(headings) {}
  /// The section of what stands below this heading, which is the next one of the note.
  Section enter(int level, std::string_view heading) {
    return enter(level, headings_.classify(heading));
  }
  /// The same for one that alone would begin this section.
  Section enter(int level, Section section);
  /// The section that the last heading began.
  Section current() const { return above_.back(); }

 private:
  static constexpr int lowest_heading = 6;

  const Headings& headings_;
  /// For each level, 0 for the note itself, the section of the newest heading of it or above it.
  std::array<Section, lowest_heading + 1> above_{};
};

/// Reads notes: what marks and headings mean in this person's folder.
struct Reading {
  Headings headings;
  std::string statuses;  ///< letters and digits that count as an open box's mark
};

}  // namespace oneonone

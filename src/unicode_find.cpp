// SPDX-License-Identifier: MIT
// Looks for a word in many bytes at a time: where its first and its last letter stand as far apart
// as in the word, the rest is compared.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "unicode.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace oneonone::unicode {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool spells(std::string_view text, std::string_view word) {
  return std::ranges::equal(text, word, {}, lower);
}

#ifdef __SSE2__

constexpr std::size_t step = sizeof(__m128i);

/// One letter sixteen times, in small: of a byte its case does not count.
__m128i small_letters(char letter) {
  return _mm_set1_epi8(static_cast<char>(letter | 0x20));
}

/// The bytes that may be these letters in either case.
__m128i may_be(const char* bytes, __m128i letters) {
  __m128i some;
  std::memcpy(&some, bytes, step);
  return _mm_cmpeq_epi8(_mm_or_si128(some, _mm_set1_epi8(0x20)), letters);
}

/// As find_spelled, for a text that has room for a step.
std::size_t find_in_steps(std::string_view text, std::string_view word) {
  const __m128i first = small_letters(word.front());
  const __m128i last = small_letters(word.back());
  const std::size_t last_step = text.size() - (word.size() - 1) - step;
  for (std::size_t at = 0;; at = std::min(at + step, last_step)) {
    const char* bytes = text.data() + at;
    const __m128i both = _mm_and_si128(may_be(bytes, first), may_be(bytes + word.size() - 1, last));
    auto places = static_cast<unsigned>(_mm_movemask_epi8(both));
    for (; places != 0; places &= places - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(places));
      if (spells(text.substr(place, word.size()), word)) return place;
    }
    if (at == last_step) return npos;
  }
}

#endif

}  // namespace

std::size_t find_spelled(std::string_view text, std::string_view word) {
  if (word.empty()) return 0;
#ifdef __SSE2__
  if (text.size() >= word.size() - 1 + step) return find_in_steps(text, word);
#endif
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (spells(text.substr(at, word.size()), word)) return at;
  }
  return npos;
}

}  // namespace oneonone::unicode

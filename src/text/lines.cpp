// SPDX-License-Identifier: MIT
// Looks for line ends in many bytes at a time.
#include "text/lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace oneonone {
namespace {

constexpr std::size_t window_size = 64;

/// Which of 64 bytes are one of two, one bit for each byte.
#ifdef __SSE2__

std::uint64_t found_in_part(const char* bytes, __m128i one, __m128i other) {
  __m128i some;
  std::memcpy(&some, bytes, sizeof some);
  const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(some, one), _mm_cmpeq_epi8(some, other));
  return static_cast<std::uint64_t>(_mm_movemask_epi8(found));
}

std::uint64_t found_in_window(const char* bytes, char one, char other) {
  const __m128i first = _mm_set1_epi8(one);
  const __m128i second = _mm_set1_epi8(other);
  return found_in_part(bytes, first, second) | found_in_part(bytes + 16, first, second) << 16U |
         found_in_part(bytes + 32, first, second) << 32U |
         found_in_part(bytes + 48, first, second) << 48U;
}

#else

std::uint64_t found_in_window(const char* bytes, char one, char other) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < window_size; ++at) {
    found |= static_cast<std::uint64_t>(bytes[at] == one || bytes[at] == other) << at;
  }
  return found;
}

#endif

}  // namespace

std::uint64_t line_ends(std::string_view bytes, std::size_t from) {
  if (bytes.size() - from >= window_size) return found_in_window(bytes.data() + from, '\n', '\r');
  std::array<char, window_size> window{};
  std::ranges::copy(bytes.substr(from), window.begin());
  return found_in_window(window.data(), '\n', '\r');
}

std::size_t last_of(char one, char other, std::string_view bytes, std::size_t from) {
  std::size_t end = bytes.size();
  for (; end - from >= window_size; end -= window_size) {
    const std::uint64_t found = found_in_window(bytes.data() + end - window_size, one, other);
    if (found != 0) return end - static_cast<std::size_t>(std::countl_zero(found));
  }
  while (end > from && bytes[end - 1] != one && bytes[end - 1] != other) --end;
  return end;
}

std::size_t end_of_line(std::string_view bytes, std::size_t from) {
  for (; from < bytes.size(); from += window_size) {
    const std::uint64_t ends = line_ends(bytes, from);
    if (ends != 0) return from + static_cast<std::size_t>(std::countr_zero(ends));
  }
  return bytes.size();
}

}  // namespace oneonone

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

#ifdef __SSE2__

std::uint64_t ends_of_window(const char* bytes) {
  constexpr std::size_t step = sizeof(__m128i);
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i carriage = _mm_set1_epi8('\r');
  std::uint64_t ends = 0;
  for (std::size_t at = 0; at < window_size; at += step) {
    __m128i some;
    std::memcpy(&some, bytes + at, step);
    const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(some, feed), _mm_cmpeq_epi8(some, carriage));
    ends |= static_cast<std::uint64_t>(_mm_movemask_epi8(found)) << at;
  }
  return ends;
}

#else

std::uint64_t ends_of_window(const char* bytes) {
  std::uint64_t ends = 0;
  for (std::size_t at = 0; at < window_size; ++at) {
    ends |= static_cast<std::uint64_t>(bytes[at] == '\n' || bytes[at] == '\r') << at;
  }
  return ends;
}

#endif

}  // namespace

std::uint64_t line_ends(std::string_view bytes, std::size_t from) {
  if (bytes.size() - from >= window_size) return ends_of_window(bytes.data() + from);
  std::array<char, window_size> window{};
  std::ranges::copy(bytes.substr(from), window.begin());
  return ends_of_window(window.data());
}

std::size_t end_of_line(std::string_view bytes, std::size_t from) {
  for (; from < bytes.size(); from += window_size) {
    const std::uint64_t ends = line_ends(bytes, from);
    if (ends != 0) return from + static_cast<std::size_t>(std::countr_zero(ends));
  }
  return bytes.size();
}

}  // namespace oneonone

// SPDX-License-Identifier: MIT
// SHA-256 as FIPS 180-4 has it. The constants are the first bits of roots of primes, so they are
// computed.
#include "support/sha256.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oneonone::testing {
namespace {

using Words = std::array<std::uint32_t, 8>;

std::vector<unsigned> primes(std::size_t count) {
  std::vector<unsigned> found;
  for (unsigned number = 2; found.size() < count; ++number) {
    bool prime = true;
    for (const unsigned divisor : found) prime = prime && number % divisor != 0;
    if (prime) found.push_back(number);
  }
  return found;
}

/// The first 32 bits behind the point.
std::uint32_t fraction(long double root) {
  return static_cast<std::uint32_t>((root - std::floor(root)) * 4294967296.0L);
}

std::string padded(std::string_view bytes) {
  std::string text(bytes);
  text += '\x80';
  while (text.size() % 64 != 56) text += '\0';
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8) text += static_cast<char>(bits >> shift);
  return text;
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t word = 0;
  for (int i = 0; i < 4; ++i)
    word = word << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
  return word;
}

std::array<std::uint32_t, 64> schedule(std::string_view block) {
  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block.substr(4 * i, 4));
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
    const std::uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + a + w[i - 7] + b;
  }
  return w;
}

void mix(std::string_view block, const std::vector<unsigned>& first_primes, Words& hash) {
  const auto w = schedule(block);
  auto [a, b, c, d, e, f, g, h] = hash;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t k = fraction(std::cbrt(static_cast<long double>(first_primes[i])));
    const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + k + w[i];
    const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  const Words more{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < hash.size(); ++i) hash[i] += more[i];
}

std::string base64(const Words& hash) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  unsigned bits = 0;
  int held = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    bits = bits << 8 | (hash[i / 4] >> (24 - 8 * (i % 4)) & 255);
    for (held += 8; held >= 6; held -= 6) text += letters[bits >> (held - 6) & 63];
  }
  return text + letters[bits << (6 - held) & 63] + "=";
}

}  // namespace

std::string sha256_base64(std::string_view bytes) {
  const std::vector<unsigned> first_primes = primes(64);
  Words hash{};
  for (std::size_t i = 0; i < hash.size(); ++i) {
    hash[i] = fraction(std::sqrt(static_cast<long double>(first_primes[i])));
  }
  const std::string text = padded(bytes);
  for (std::size_t at = 0; at < text.size(); at += 64) {
    mix(std::string_view(text).substr(at, 64), first_primes, hash);
  }
  return base64(hash);
}

}  // namespace oneonone::testing

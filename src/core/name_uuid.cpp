// SPDX-License-Identifier: MIT
// SHA-1 (FIPS 180-4) of a namespace and a name: the standard asks for it, nothing secret rests on
// it.
#include "core/name_uuid.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstdint>

namespace oneonone {
namespace {

using Digest = std::array<std::uint32_t, 5>;
constexpr std::size_t sha_block = 64;
constexpr std::string_view url_namespace{
    "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16};

std::string padded(std::string_view text) {
  std::string bytes(text);
  bytes += '\x80';
  while (bytes.size() % sha_block != sha_block - 8) bytes += '\0';
  const std::uint64_t bits = std::uint64_t{text.size()} * 8;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(bits >> shift & 0xff);
  return bytes;
}

std::array<std::uint32_t, 80> schedule(std::string_view block) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < sha_block; ++i) {
    words[i / 4] = words[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  }
  for (std::size_t i = 16; i < words.size(); ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  return words;
}

/// The function and the constant of a round, for b, c and d.
std::uint32_t mix(std::size_t round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999U;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1U;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcU;
  return (b ^ c ^ d) + 0xca62c1d6U;
}

void add_block(Digest& sum, std::string_view block) {
  auto [a, b, c, d, e] = sum;
  const auto words = schedule(block);
  for (std::size_t round = 0; round < words.size(); ++round) {
    const std::uint32_t next = std::rotl(a, 5) + mix(round, b, c, d) + e + words[round];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  sum = {sum[0] + a, sum[1] + b, sum[2] + c, sum[3] + d, sum[4] + e};
}

Digest sha1(std::string_view text) {
  Digest sum{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U};
  const std::string bytes = padded(text);
  for (std::size_t at = 0; at < bytes.size(); at += sha_block) {
    add_block(sum, std::string_view(bytes).substr(at, sha_block));
  }
  return sum;
}

}  // namespace

std::string name_uuid(std::string_view name) {
  const Digest sum = sha1(std::string(url_namespace).append(name));
  return fmt::format("{:08x}-{:04x}-5{:03x}-{:04x}-{:04x}{:08x}", sum[0], sum[1] >> 16,
                     sum[1] & 0xfff, (sum[2] >> 16 & 0x3fff) | 0x8000, sum[2] & 0xffff, sum[3]);
}

}  // namespace oneonone

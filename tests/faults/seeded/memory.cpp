// SPDX-License-Identifier: MIT
// Memory that runs out: the seed `memory:N` lets the Nth request after the start of main fail,
// `memory:N+` every later one, too; `memory:N!` ends the program there, as a library that does not
// look would; `memory:count` says at the end how many there were.
#include "memory.hpp"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>

namespace {

std::atomic<std::uint64_t> requests{0};
std::uint64_t first_to_fail = 0;  // 0: none
char kind = '\0';

bool is_refused() {
  if (first_to_fail == 0) return false;
  const std::uint64_t number = ++requests;
  const bool refused = kind == '+' ? number >= first_to_fail : number == first_to_fail;
  if (refused && kind == '!') std::abort();
  if (refused) errno = ENOMEM;
  return refused;
}

}  // namespace

// What the linker's --wrap makes of malloc and its kin, in the libraries, too.
extern "C" {
void* __real_malloc(size_t size);
void* __real_calloc(size_t count, size_t size);
void* __real_realloc(void* old, size_t size);

void* __wrap_malloc(size_t size) {
  return is_refused() ? nullptr : __real_malloc(size);
}
void* __wrap_calloc(size_t count, size_t size) {
  return is_refused() ? nullptr : __real_calloc(count, size);
}
void* __wrap_realloc(void* old, size_t size) {
  return is_refused() ? nullptr : __real_realloc(old, size);
}
}

namespace oneonone {

void limit_memory() {
  const char* seed = std::getenv("ONEONONE_SEED");
  constexpr std::string_view key = "memory:";
  if (seed == nullptr || !std::string_view(seed).starts_with(key)) return;
  char* end = nullptr;
  first_to_fail = std::strtoull(seed + key.size(), &end, 10);
  kind = *end;
  if (first_to_fail == 0) first_to_fail = UINT64_MAX;
}

void count_memory() {
  if (first_to_fail == UINT64_MAX)
    std::fprintf(stderr, "%llu\n", static_cast<unsigned long long>(requests.load()));
}

}  // namespace oneonone

# SPDX-License-Identifier: MIT
# What every target of ours is compiled with: strict for us, lenient for packagers.
# GCC 12 takes an empty std::optional for an uninitialized one: no -Wmaybe-uninitialized.
# Where several files are compiled at once (Batches.cmake), one file's constant is shadowed by another's
# variable.
add_library(oneonone_warnings INTERFACE)
target_compile_options(oneonone_warnings INTERFACE
  -Wall -Wextra -Wpedantic $<IF:$<BOOL:${ONEONONE_BATCHES}>,$<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>,-Wshadow> -Wconversion -Wsign-conversion -Wno-maybe-uninitialized
  $<$<BOOL:${ONEONONE_WERROR}>:-Werror>)

if(ONEONONE_SANITIZE)
  # Checks of every pointer double the code and the time to build it, and the address sanitizer finds
  # what they find.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-sanitize=null,alignment,object-size,vptr,pointer-overflow
                      -fno-omit-frame-pointer)
  # At a fixed address nothing is relocated: the transcripts start the program a thousand times.
  add_compile_options(-fno-pie)
  add_link_options(-fsanitize=address,undefined -no-pie)
endif()
# Counts the branches that are taken, for the fuzzers.
if(ONEONONE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()

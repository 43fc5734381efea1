# SPDX-License-Identifier: MIT
# Compiles the files of a room (a folder below src) a dozen at a time: most of the time goes into the
# headers that they share.
function(oneonone_batch target)
  set(room_before "")
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/src OUTPUT_VARIABLE below)
    cmake_path(GET below PARENT_PATH room)
    if(room STREQUAL "")
      continue()
    endif()
    if(NOT room STREQUAL room_before)
      set(room_before ${room})
      set(count 0)
    endif()
    math(EXPR batch "${count} / 12")
    math(EXPR count "${count} + 1")
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${room}${batch})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # GCC takes a file that is included for a header.
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()

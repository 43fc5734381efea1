# SPDX-License-Identifier: MIT
# Embeds templates/ into the library: any compiler, no extra program.

# Writes a source file that defines what src/text/builtin.hpp declares and puts its path into `out`.
# A file that is changed, added or removed configures the build again; the source is written only
# when its content is another.
function(oneonone_embed out)
  oneonone_entries(templates ${PROJECT_SOURCE_DIR}/templates)
  oneonone_entries(questions ${PROJECT_SOURCE_DIR}/templates/questions)
  set(source ${PROJECT_BINARY_DIR}/builtin_templates.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/builtin_templates.cpp.in ${source} @ONLY)
  set(${out} ${source} PARENT_SCOPE)
endfunction()

# Puts the Markdown files of a folder into `out` as initialisers of Builtin, by name.
function(oneonone_entries out folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.md)
  list(SORT files)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  set(entries "")
  foreach(file IN LISTS files)
    cmake_path(GET file STEM name)
    oneonone_literal(text ${file})
    string(APPEND entries "      {\"${name}\", ${text}},\n")
  endforeach()
  set(${out} "${entries}" PARENT_SCOPE)
endfunction()

# Puts the bytes of `file` into `out` as a C++ string_view literal, a line of the file a line.
function(oneonone_literal out file)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" literal "${hex}")
  string(REPLACE "\\x0a" "\\x0a\"\n       \"" literal "${literal}")
  set(${out} "\"${literal}\"sv" PARENT_SCOPE)
endfunction()

# SPDX-License-Identifier: MIT
# Collects the commands: each src/commands/NAME.cpp is the namespace NAME_command, which defines commands.

# Writes a source file that defines all_commands() and puts its path into `out`.
function(oneonone_command_table out)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/commands/*.cpp)
  set(declarations "")
  set(tables "")
  foreach(file IN LISTS files)
    cmake_path(GET file STEM name)
    string(REPLACE "-" "_" name "${name}")
    string(APPEND declarations "namespace ${name}_command {\nextern const Commands commands;\n}\n")
    string(APPEND tables "${name}_command::commands, ")
  endforeach()
  set(table ${PROJECT_BINARY_DIR}/command_table.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/command_table.cpp.in ${table} @ONLY)
  set(${out} ${table} PARENT_SCOPE)
endfunction()

# SPDX-License-Identifier: MIT
# The libraries, found by plain names: Debian 12, 13 and other systems name their targets differently.

add_library(oneonone_libraries INTERFACE)

# Links the library `name`: its archive when the program is static.
function(oneonone_link name)
  set(file ${name})
  if(ONEONONE_STATIC)
    set(file lib${name}.a)
  endif()
  find_library(ONEONONE_LIBRARY_${name} ${file} REQUIRED)
  target_link_libraries(oneonone_libraries INTERFACE ${ONEONONE_LIBRARY_${name}})
endfunction()

oneonone_link(yaml-cpp)
oneonone_link(cmark)
oneonone_link(utf8proc)
oneonone_link(pcre2-8)

foreach(header yaml-cpp/yaml.h cmark.h utf8proc.h pcre2.h CLI/CLI.hpp nlohmann/json.hpp fmt/format.h)
  find_path(ONEONONE_INCLUDE_${header} ${header} REQUIRED)
  target_include_directories(oneonone_libraries SYSTEM INTERFACE ${ONEONONE_INCLUDE_${header}})
endforeach()

# Debian has no libfmt.a. One unit of ours stands in for it: header-only costs two seconds a file.
find_package(fmt CONFIG REQUIRED)
if(NOT ONEONONE_STATIC)
  target_link_libraries(oneonone_libraries INTERFACE fmt::fmt)
elseif(fmt_VERSION VERSION_GREATER_EQUAL 9 AND fmt_VERSION VERSION_LESS 10)
  add_library(oneonone_fmt STATIC ${PROJECT_SOURCE_DIR}/cmake/fmt_static.cpp)
  target_link_libraries(oneonone_libraries INTERFACE oneonone_fmt)
else()
  target_link_libraries(oneonone_libraries INTERFACE fmt::fmt-header-only)
endif()

if(ONEONONE_STATIC)
  target_compile_definitions(oneonone_libraries INTERFACE
    CMARK_STATIC_DEFINE YAML_CPP_STATIC_DEFINE UTF8PROC_STATIC PCRE2_STATIC)
  target_link_options(oneonone_libraries INTERFACE -static)
endif()

# SPDX-License-Identifier: MIT
# The commit that --version names, in ONEONONE_COMMIT: that of the clone, or the one that `git
# archive` writes in here. Empty for a tree that comes from neither.
set(commit "$Format:%h$")
if(NOT commit MATCHES "^[0-9a-f]+$")
  set(commit "")
  find_package(Git QUIET)
  if(GIT_FOUND AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
    set(git ${GIT_EXECUTABLE} -C ${PROJECT_SOURCE_DIR} rev-parse)
    execute_process(COMMAND ${git} --short HEAD OUTPUT_VARIABLE commit
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    # Git writes this file with each commit and checkout: then the version is another.
    execute_process(COMMAND ${git} --path-format=absolute --git-path logs/HEAD
                    OUTPUT_VARIABLE log OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(EXISTS "${log}")
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${log})
    endif()
  endif()
endif()
set(ONEONONE_COMMIT "${commit}" CACHE STRING "The commit that --version names" FORCE)

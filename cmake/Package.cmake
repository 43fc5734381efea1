# SPDX-License-Identifier: MIT
# What `cpack` makes: a .deb and a .tar.gz. Both hold the static program, so that one file serves
# Debian 12 and 13 and whatever else runs Linux. DebianTree.cmake adds what Debian asks for.
set(CPACK_PACKAGE_CONTACT "The oneonone authors <oneonone@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "plain-text notebook for one-on-one meetings")
set(CPACK_PACKAGE_DESCRIPTION
    "Notes of one-on-one meetings in a folder of Markdown files under git:
agendas from templates, promises that are carried along until they are
kept, a brief before each meeting. One program for the terminal.")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_FILE_NAME oneonone-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# sensible-editor is the last of the editors that are tried.
set(CPACK_DEBIAN_PACKAGE_DEPENDS sensible-utils)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/DebianTree.cmake)
set(CPACK_ONEONONE_SOURCE ${PROJECT_SOURCE_DIR})
include(CPack)

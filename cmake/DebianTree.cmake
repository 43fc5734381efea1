# SPDX-License-Identifier: MIT
# Run by cpack on the installed tree: the manual compressed, and what stands in /usr/share/doc.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
set(doc ${tree}/doc/oneonone)

set(copyright_head "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: oneonone

Files: *
Copyright: 2026 The oneonone authors
License: Expat
")
execute_process(COMMAND sed "1,/^Copyright/d;s/^$/./;s/^/ /" ${CPACK_ONEONONE_SOURCE}/LICENSE
                OUTPUT_VARIABLE license COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^ \\.\n" "" license "${license}")
file(WRITE ${doc}/copyright "${copyright_head}${license}")

# The date of the release is that of the changelog: two builds of it are the same.
file(TIMESTAMP ${CPACK_ONEONONE_SOURCE}/CHANGELOG.md day "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${doc}/changelog "oneonone (${CPACK_PACKAGE_VERSION}) unstable; urgency=low

  * See CHANGELOG.md, which stands beside this file.

 -- ${CPACK_PACKAGE_CONTACT}  ${day}
")
file(COPY ${CPACK_ONEONONE_SOURCE}/CHANGELOG.md DESTINATION ${doc})
file(MAKE_DIRECTORY ${tree}/lintian/overrides)
file(WRITE ${tree}/lintian/overrides/oneonone
"# One file for every release of Debian.
oneonone: statically-linked-binary [usr/bin/oneonone]
# Nobody's address until somebody maintains a package.
oneonone: bogus-mail-host *
oneonone: bogus-mail-host-in-debian-changelog *
")

file(GLOB compressed ${tree}/man/man*/* ${doc}/changelog ${doc}/CHANGELOG.md)
execute_process(COMMAND gzip -9n ${compressed} COMMAND_ERROR_IS_FATAL ANY)

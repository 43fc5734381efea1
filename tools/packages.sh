# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What has to be installed, and how. Sourced by tools/try and tools/test.

# shellcheck disable=SC2034  # read by those
build_packages="g++ cmake ninja-build lld libcli11-dev libyaml-cpp-dev libcmark-dev libutf8proc-dev
  libpcre2-dev libfmt-dev nlohmann-json3-dev doctest-dev"
# shellcheck disable=SC2034
test_packages="clang-tidy-19 clang-format-19 mandoc shellcheck git git-crypt jq yajl-tools perl
  python3 ripgrep tzdata expect zsh fish taskwarrior todotxt-cli python3-icalendar"

# shellcheck disable=SC2034
slow_packages="chromium khal todoman vdirsyncer calcurse neovim bsdextrautils time
  clang-19 libclang-rt-19-dev"

# Prints those of the packages named that are not installed.
missing_packages() {
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# Installs what is missing of the packages named, or says how and ends with status 1. In a subshell:
# its variables are not the caller's.
need_packages() (
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    printf 'this is not Debian; install what these packages of Debian 12 hold, then run\n' >&2
    printf '  cmake --preset release && cmake --build --preset release\npackages: %s\n' "$*" >&2
    exit 1
  fi
  missing=$(missing_packages "$@")
  missing=${missing% }
  [ -n "$missing" ] || exit 0

  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
  else
    printf 'something is missing; please run\n  sudo apt-get install %s\n' "$missing" >&2
    exit 1
  fi
  printf 'installing %s\n' "$missing" >&2
  # A mirror that does not answer is no reason to stop: the install says whether it is needed.
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update </dev/null >&2 || true
  # shellcheck disable=SC2086  # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 install $missing </dev/null >&2 || {
    printf 'could not install them; please run\n  sudo apt-get install %s\n' "$missing" >&2
    exit 1
  }
)

# Configures the preset $1 and builds its targets ($2 …; none: all). Says nothing when all is well.
build_preset() {
  preset=$1
  shift
  mkdir -p build
  log=build/$preset.log
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --parallel \
    ${1:+--target "$@"}; } </dev/null >"$log" 2>&1; then
    tail -n 50 "$log" >&2
    printf 'the build failed; all of it is in %s\n' "$log" >&2
    exit 1
  fi
}

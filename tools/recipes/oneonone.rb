# SPDX-License-Identifier: MIT
# For Homebrew. The source is what `git archive --prefix=oneonone-VERSION/` makes; whoever takes
# this over puts the address of the release and its checksum here.
class Oneonone < Formula
  desc "Plain-text notebook for one-on-one meetings"
  homepage "https://example.org/oneonone"
  url "https://example.org/oneonone-0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "cmark"
  depends_on "fmt"
  depends_on "pcre2"
  depends_on "utf8proc"
  depends_on "yaml-cpp"

  def install
    system "cmake", "-G", "Ninja", "-S", ".", "-B", "build", "-DONEONONE_BATCHES=ON",
           "-DONEONONE_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    system bin/"oneonone", "init", "book", "--me", "dana", "--no-git"
    system bin/"oneonone", "-C", "book", "people", "add", "Alice Ng"
    assert_match "alice", shell_output("#{bin}/oneonone -C book people")
  end
end

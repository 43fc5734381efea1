# SPDX-License-Identifier: MIT
# For Nix: `nix-build tools/recipes` builds the clone that it stands in.
{ pkgs ? import <nixpkgs> { } }:

pkgs.stdenv.mkDerivation {
  pname = "oneonone";
  version = "0.1.0";
  src = pkgs.lib.cleanSource ../..;

  nativeBuildInputs = with pkgs; [ cmake ninja ];
  buildInputs = with pkgs; [ cli11 cmark fmt nlohmann_json pcre2 utf8proc yaml-cpp ];
  cmakeFlags = [ "-DONEONONE_BATCHES=ON" "-DONEONONE_TESTS=OFF" ];

  meta = {
    description = "Plain-text notebook for one-on-one meetings";
    license = pkgs.lib.licenses.mit;
    mainProgram = "oneonone";
    platforms = pkgs.lib.platforms.unix;
  };
}

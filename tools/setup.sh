#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building and testing commonplan needs: system libraries with apt or brew, Python tools into .venv.
# Asks nothing, and does nothing where all is there. Called by `make setup`.
set -euo pipefail
cd "$(dirname "$0")/.."

libraries=(poppler-glib cairo libxml-2.0 libzip glib-2.0 nettle xlsxwriter)
[ "$(uname)" != Linux ] || libraries+=(libseccomp)
programs=(pkg-config tesseract pdftotext)
debian=(libpoppler-glib-dev libcairo2-dev libxml2-dev libzip-dev libglib2.0-dev nettle-dev libxlsxwriter-dev
  libseccomp-dev pkg-config tesseract-ocr
  poppler-utils python3-venv)
homebrew=(poppler cairo libxml2 libzip glib nettle libxlsxwriter pkgconf tesseract python3)

say() { printf 'setup: %s\n' "$*" >&2; }

system_is_ready() {
  local program
  for program in "${programs[@]}"; do command -v "$program" >/dev/null || return 1; done
  pkg-config --exists "${libraries[@]}" || return 1
  python3 -c 'import venv, ensurepip' 2>/dev/null
}

check_swift() {
  if ! command -v swift >/dev/null; then
    say "Swift 6.1 or newer is needed and not there. Get it from https://www.swift.org/install (swiftly), then run this again."
    exit 1
  fi
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    [1-5].* | 6.0) say "Swift $version is too old: 6.1 or newer is needed (https://www.swift.org/install)." && exit 1 ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    say "not root and no sudo: run this as root: $*"
    exit 1
  fi
}

install_system() {
  if command -v brew >/dev/null; then
    say "installing with brew: ${homebrew[*]}"
    HOMEBREW_NO_AUTO_UPDATE=1 brew install "${homebrew[@]}"
  elif command -v apt-get >/dev/null; then
    say "installing with apt-get: ${debian[*]}"
    local options=(-y -qq --no-install-recommends -o Dpkg::Use-Pty=0)
    # Lists may be missing (a fresh container) or stale: fetch them only where the first try fails.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "${debian[@]}" >/dev/null 2>&1 || {
      as_root apt-get update -qq
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "${debian[@]}" >/dev/null
    }
  else
    say "neither brew nor apt-get: install the development files of ${libraries[*]} and ${programs[*]}, and Python 3 with venv"
    exit 1
  fi
}

check_swift
system_is_ready || {
  install_system
  system_is_ready || { say "something is still missing after the installation" && exit 1; }
}

# The copy of requirements.txt inside .venv says what was installed there.
if ! cmp -s tools/requirements.txt .venv/requirements.txt || ! .venv/bin/python -c '' 2>/dev/null; then
  say "installing Python tools into .venv"
  rm -rf .venv
  python3 -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r tools/requirements.txt
  cp tools/requirements.txt .venv/requirements.txt
fi

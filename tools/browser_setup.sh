#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what `make browser-test` needs and `make setup` leaves out: a Chromium with apt, playwright into .venv.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'browser-test: %s\n' "$*" >&2; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if ! command -v chromium chromium-browser google-chrome >/dev/null; then
  if ! command -v apt-get >/dev/null; then
    say "no Chromium and no apt-get: install Chromium, so that the command chromium is found"
    exit 1
  fi
  say "installing chromium with apt-get"
  options=(-y -qq --no-install-recommends -o Dpkg::Use-Pty=0)
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" chromium >/dev/null 2>&1 || {
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" chromium >/dev/null
  }
fi
.venv/bin/python -c 'import playwright' 2>/dev/null ||
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r tools/browser-requirements.txt

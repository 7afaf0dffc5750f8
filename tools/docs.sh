#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the man page and the shell completions from the program's own description.
#   tools/docs.sh PROGRAM DIR
set -euo pipefail
cd "$(dirname "$0")/.."
program=$1
out=$2
mkdir -p "$out/man/man1" "$out/completions"
"$program" --generate-completion-script bash >"$out/completions/commonplan.bash"
"$program" --generate-completion-script zsh >"$out/completions/_commonplan"
"$program" --generate-completion-script fish >"$out/completions/commonplan.fish"
# The page bears the date of the last commit, not of the day it is made on.
swift package plugin generate-manual --configuration release --date "$(git log -1 --format=%cs)" >/dev/null
cp "$(find .build/plugins/GenerateManual -name commonplan.1 | head -n 1)" "$out/man/man1/commonplan.1"
find "$out" -type f | sort

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the flag that links the program with Swift's libraries inside it, where this toolchain has them in that form: the
# program starts a fifth sooner and runs where no Swift is installed. Nothing on a Mac, whose system has the libraries.
[ "$(uname)" = Linux ] || exit 0
libraries=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1_static/p')
if [ -d "$libraries/linux" ]; then echo --static-swift-stdlib; fi

// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a worker says why it dies. Libraries end the process when they get no memory, by the same signals as when a
// document breaks them; only the process itself can tell the two apart, at that moment.
#pragma once

/// The exit status of a worker that had no memory left.
#define CSANDBOX_OUT_OF_MEMORY 97

/// From now on a signal that means a broken program ends this process by CSANDBOX_OUT_OF_MEMORY where it has run into its
/// limit of memory, and as always where it has not.
void csandbox_tell_deaths(void);

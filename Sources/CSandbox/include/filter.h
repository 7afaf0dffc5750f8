// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// From now on the process may make only the system calls that reading a document takes: memory, its channel, clocks,
/// opening what Landlock lets it open, and signals to itself. Every other call fails with EPERM. 0 on success.
int csandbox_allow_only_needed_calls(void);

/// Hard limits, which nobody can raise again: no files written, no core files, no locked memory, few descriptors, and
/// memory and processor time beyond those of the largest document. 0 where all could be set.
int csandbox_set_hard_limits(unsigned long long memory, unsigned long long processorSeconds);

/// Closes all descriptors but standard input and standard error; standard output becomes standard error. 0 on success.
int csandbox_close_others(void);

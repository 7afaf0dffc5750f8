// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to unfinished files when a signal ends the program: they are removed. A handler may run between any two
// instructions, so this is C with atomics: nothing in it locks or allocates while a signal is handled.
#pragma once

/// From now on SIGINT, SIGTERM, SIGHUP and SIGPIPE remove the files that are watched and then end the process as they
/// would have; a write beyond the limit of file sizes fails instead of killing.
void csandbox_watch_signals(void);

/// Watches a file of a folder that is open as `folder`. To be called before the file is made, so that no moment is left
/// open. Gives a ticket for csandbox_unwatch, NULL where memory is short or the name longer than 63 bytes.
void *csandbox_watch(int folder, const char *name);

/// The file is complete or gone: it is removed no more.
void csandbox_unwatch(void *ticket);

/// Until the matching csandbox_end_commit, a signal that would end the process waits.
void csandbox_begin_commit(void);

/// Lets signals end the process again; one that waited does so now.
void csandbox_end_commit(void);

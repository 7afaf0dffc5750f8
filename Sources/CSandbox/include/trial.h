// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Tries what a locked worker must not be able to do, with as little harm as that can be tried with. Gives the name of the
/// first thing that worked, NULL where all was refused. `other` is the number of a process of the same user.
const char *csandbox_try_forbidden(int other);

// SPDX-License-Identifier: GPL-3.0-or-later
#include <poppler.h>
#include <cairo.h>
#include <cairo-script.h>

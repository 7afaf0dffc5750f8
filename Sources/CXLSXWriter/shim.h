// SPDX-License-Identifier: GPL-3.0-or-later
//
// libxlsxwriter, and a file in memory for it: it writes to a path and to nothing else.
#pragma once
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#ifdef __linux__
// <sys/mman.h> declares it only with GNU's extensions, which would make other modules' types differ here.
int memfd_create(const char *name, unsigned int flags);
#endif

/// A file of its own that nobody else sees and that goes with its descriptor; -1 where there is none to be had.
static inline int cxlsxwriter_anonymous_file(void) {
#ifdef __linux__
  return memfd_create("workbook", 1 /* MFD_CLOEXEC */);
#else
  char name[] = "/tmp/commonplan.XXXXXX";
  int descriptor = mkstemp(name);
  if (descriptor >= 0) unlink(name);
  return descriptor;
#endif
}

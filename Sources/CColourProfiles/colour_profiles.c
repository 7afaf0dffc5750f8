// SPDX-License-Identifier: GPL-3.0-or-later
#include "colour_profiles.h"

#include <stddef.h>

__attribute__((visibility("default"))) void *cmsOpenProfileFromMem(const void *memory, uint32_t size) {
  (void)memory;
  (void)size;
  return NULL;
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nettle's SHA-256, which uses the processor's own instructions for it where there are any.
#pragma once
#include <nettle/sha2.h>
#include <nettle/version.h>

/// Writes the SHA-256 digest of some bytes, 32 bytes long.
static inline void cnettle_sha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, count, bytes);
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest(&context, digest);
#else
  sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
#endif
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// System calls that Swift cannot make itself, because they are variadic or have no wrapper in the C library: resource
// limits, Landlock and seccomp. On systems other than Linux all but the limits do nothing and say so by returning -1.
#pragma once
#include "death.h"
#include "filter.h"
#include "interruption.h"
#include "trial.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Sets the soft limit of a resource, as far as the hard limit allows. 0 on success.
static inline int csandbox_set_soft_limit(int resource, uint64_t soft) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return -1;
  limit.rlim_cur = (limit.rlim_max != RLIM_INFINITY && soft > limit.rlim_max) ? limit.rlim_max : (rlim_t)soft;
  return setrlimit(resource, &limit);
}

/// Limits the address space to a number of bytes.
static inline int csandbox_limit_memory(uint64_t bytes) { return csandbox_set_soft_limit(RLIMIT_AS, bytes); }

/// Limits processor time to what was used so far and a number of seconds more.
static inline int csandbox_limit_processor(uint64_t seconds) {
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage) != 0) return -1;
  return csandbox_set_soft_limit(RLIMIT_CPU, (uint64_t)usage.ru_utime.tv_sec + (uint64_t)usage.ru_stime.tv_sec + 1 + seconds);
}

/// The memory that the C library holds for its heap, used or not, in bytes; 0 where that is not known. (The peak that
/// getrusage knows would not do: a started program inherits that of the program that started it.)
static inline uint64_t csandbox_heap_memory(void) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
  struct mallinfo2 info = mallinfo2();
  return (uint64_t)info.arena + (uint64_t)info.hblkhd;
#else
  return 0;
#endif
}

/// Sends without a signal where the receiver has gone.
static inline ssize_t csandbox_send(int socket, const void *bytes, size_t count) {
#if defined(MSG_NOSIGNAL)
  return send(socket, bytes, count, MSG_NOSIGNAL);
#else
  return send(socket, bytes, count, 0);
#endif
}

/// A pair of connected sockets that no child inherits unless told to. 0 on success.
static inline int csandbox_socket_pair(int *first, int *second) {
  int pair[2];
#if defined(SOCK_CLOEXEC)
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return -1;
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(pair[i], F_SETFD, FD_CLOEXEC);
#if defined(SO_NOSIGPIPE)
    int on = 1;
    setsockopt(pair[i], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  }
#endif
  *first = pair[0];
  *second = pair[1];
  return 0;
}

/// Fails a read from a socket with EAGAIN when nothing comes for a number of seconds.
static inline int csandbox_set_read_timeout(int socket, long seconds) {
  struct timeval limit = {.tv_sec = seconds, .tv_usec = 0};
  return setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

#if defined(__linux__)

#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/// Limits the processor time of another process of the same user. 0 on success.
static inline int csandbox_limit_processor_of(pid_t process, uint64_t seconds) {
  // As the kernel has it, whatever the C library's own is called.
  struct { uint64_t soft, hard; } limit;
  if (syscall(SYS_prlimit64, process, RLIMIT_CPU, NULL, &limit) != 0) return -1;
  if (seconds < limit.hard) limit.soft = seconds;
  return (int)syscall(SYS_prlimit64, process, RLIMIT_CPU, &limit, NULL);
}

/// The process and its children can gain no privileges any more; needed before both of the following.
static inline int csandbox_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/// Version of the kernel's Landlock interface, below 1 where there is none.
static inline long csandbox_landlock_version(void) {
  return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/// A Landlock rule set that forbids all use of files; below 0 where the kernel has no Landlock.
static inline int csandbox_landlock_create(void) {
  long version = csandbox_landlock_version();
  if (version < 1) return -1;
  // Thirteen rights since version 1; renaming across folders (2), truncating (3) and device control (5) came later.
  uint64_t rights = (1ULL << 13) - 1;
  if (version >= 2) rights |= 1ULL << 13;
  if (version >= 3) rights |= 1ULL << 14;
  if (version >= 5) rights |= 1ULL << 15;
  struct landlock_ruleset_attr attributes = {.handled_access_fs = rights};
  return (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0);
}

/// Lets files below a folder be read in spite of the rule set.
static inline int csandbox_landlock_allow_reading(int rules, const char *path) {
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return -1;
  struct landlock_path_beneath_attr rule = {
      .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, .parent_fd = folder};
  long result = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(folder);
  return (int)result;
}

/// Applies a rule set to the calling thread and those it starts, and closes it.
static inline int csandbox_landlock_apply(int rules) {
  long result = syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
  return (int)result;
}

#else

static inline int csandbox_limit_processor_of(pid_t process, uint64_t seconds) { return -1; }
static inline int csandbox_no_new_privileges(void) { return -1; }
static inline int csandbox_landlock_create(void) { return -1; }
static inline int csandbox_landlock_allow_reading(int rules, const char *path) { return -1; }
static inline int csandbox_landlock_apply(int rules) { return -1; }

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
// For CLONE_THREAD.
#define _GNU_SOURCE
#include "filter.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>

static int lower(int resource, rlim_t most) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return -1;
  if (limit.rlim_max > most) limit.rlim_max = most;
  if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  return setrlimit(resource, &limit);
}

int csandbox_set_hard_limits(unsigned long long memory, unsigned long long processorSeconds) {
  int result = 0;
  result |= lower(RLIMIT_CORE, 0);
  result |= lower(RLIMIT_FSIZE, 0);
  result |= lower(RLIMIT_MEMLOCK, 0);
  result |= lower(RLIMIT_NOFILE, 64);
#if defined(__linux__)
  result |= lower(RLIMIT_AS, (rlim_t)memory);
  result |= lower(RLIMIT_MSGQUEUE, 0);
#endif
  result |= lower(RLIMIT_CPU, (rlim_t)processorSeconds);
  return result;
}

#if defined(__linux__)

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>

int csandbox_close_others(void) {
  if (dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return -1;
#if defined(SYS_close_range)
  if (syscall(SYS_close_range, 3, ~0U, 0) == 0) return 0;
#endif
  for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
  return 0;
}

int csandbox_allow_only_needed_calls(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == NULL) return -1;
  // By name: a call that this kernel or processor does not have is passed over.
  static const char *const calls[] = {
      // The channel, and files that Landlock lets be opened.
      "read", "readv", "pread64", "write", "writev", "sendto", "sendmsg", "recvfrom", "recvmsg", "shutdown", "close",
      "lseek", "poll", "ppoll", "open", "openat", "access", "faccessat", "faccessat2", "stat", "fstat", "lstat",
      "newfstatat", "statx", "statfs", "fstatfs", "readlink", "readlinkat", "getdents64", "getcwd", "dup", "fadvise64",
      // Memory.
      "brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "mincore",
      // Threads of this process, as libraries start them.
      "futex", "futex_waitv", "set_robust_list", "get_robust_list", "rseq", "set_tid_address", "sched_yield",
      "sched_getaffinity", "sched_getparam", "sched_getscheduler", "arch_prctl", "membarrier", "exit", "exit_group",
      // Signals as far as this process.
      "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
      // Clocks, and what one may know about oneself.
      "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage",
      "getrlimit", "setrlimit", "getpid", "gettid", "getppid", "getuid", "geteuid", "getgid", "getegid", "uname",
      "sysinfo", "getrandom"};
  int result = 0;
  for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
    int number = seccomp_syscall_resolve_name(calls[i]);
    if (number >= 0) result |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
  }
  // A thread, and no process. The newer call hides its flags behind a pointer: without it the C library uses the older one.
  result |= seccomp_rule_add(
      filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  result |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
  // Limits of this process only, and signals to it only.
  result |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, 0));
  result |= seccomp_rule_add(
      filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
  // Whether something is a terminal; how a descriptor is used, but not whom it sends signals to.
  result |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS));
  static const int uses[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC};
  for (size_t i = 0; i < sizeof uses / sizeof uses[0]; i++)
    result |= seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)uses[i]));
  if (result == 0) result = seccomp_load(filter);
  seccomp_release(filter);
  return result;
}

#else

int csandbox_close_others(void) {
  if (dup2(STDERR_FILENO, STDOUT_FILENO) < 0) return -1;
  for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
  return 0;
}

int csandbox_allow_only_needed_calls(void) { return -1; }

#endif

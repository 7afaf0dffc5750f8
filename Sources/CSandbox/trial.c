// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__linux__)

#include <sys/prctl.h>
#include <sys/syscall.h>

#define TRY(what, call) \
  do { \
    if ((long)(call) >= 0) return what; \
  } while (0)

const char *csandbox_try_forbidden(int other) {
  struct rlimit limit = {.rlim_cur = 1, .rlim_max = 1};
  // Files, whatever the way to them.
  TRY("read a file", open("/etc/passwd", O_RDONLY));
  TRY("list a folder", open("/", O_RDONLY | O_DIRECTORY));
  TRY("make a file", open("/tmp/commonplan-trial", O_WRONLY | O_CREAT, 0600));
  TRY("make a folder", mkdir("/tmp/commonplan-trial", 0700));
  TRY("remove a file", unlink("/tmp/commonplan-trial"));
  TRY("rename a file", rename("/tmp/commonplan-trial", "/tmp/commonplan-trial-2"));
  TRY("link a file", link("/etc/passwd", "/tmp/commonplan-trial"));
  TRY("change a mode", chmod("/tmp", 01777));
  TRY("change an owner", chown("/tmp", (uid_t)-1, (gid_t)-1));
  TRY("set an attribute", syscall(SYS_setxattr, "/tmp", "user.trial", "", 0, 0));
  TRY("make a file in memory", syscall(SYS_memfd_create, "trial", 0));
  // The network and other programs.
  TRY("open a socket", socket(AF_INET, SOCK_STREAM, 0));
  TRY("open a local socket", socket(AF_UNIX, SOCK_STREAM, 0));
  char *const arguments[] = {"/bin/true", NULL};
  TRY("start a program", execve("/bin/true", arguments, NULL));
  pid_t child = fork();
  if (child == 0) _exit(0);
  TRY("start a process", child);
  // Other processes of the user.
  TRY("send a signal", kill(other, 0));
  TRY("send a signal to a thread", syscall(SYS_tgkill, other, other, 0));
  TRY("trace a process", syscall(SYS_ptrace, 16, other, 0, 0));
  TRY("limit a process", syscall(SYS_prlimit64, other, RLIMIT_CPU, NULL, &limit));
  TRY("receive signals for others", fcntl(0, F_SETOWN, other));
  // Ways around all this, and parts of the kernel that no document needs.
  TRY("leave the namespaces", syscall(SYS_unshare, 0x10000000));
  TRY("use keys", syscall(SYS_keyctl, 0, -3, 0));
  TRY("load a filter", syscall(SYS_bpf, 0, NULL, 0));
  TRY("watch events", syscall(SYS_perf_event_open, NULL, 0, -1, -1, 0));
  TRY("mount", syscall(SYS_mount, "none", "/tmp", "tmpfs", 0, NULL));
  TRY("change the root", chroot("/tmp"));
  TRY("allow core files", prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  struct rlimit files = {.rlim_cur = 1 << 10, .rlim_max = 1 << 10};
  TRY("raise a hard limit", setrlimit(RLIMIT_FSIZE, &files));
  for (int descriptor = 3; descriptor < 64; descriptor++) TRY("use a descriptor", fcntl(descriptor, F_GETFD));
  if (getenv("HOME") != NULL) return "see the environment";
  return NULL;
}

#else

const char *csandbox_try_forbidden(int other) { return "be locked in on this system"; }

#endif

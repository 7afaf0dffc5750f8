// SPDX-License-Identifier: GPL-3.0-or-later
#include "death.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

// Much more than what a library asks for at a time, and much less than the limit.
static const size_t probe = 96UL << 20;

static void handle(int number) {
  // Either the request that failed was for more than the probe, or there is not even that.
  int isOut = errno == ENOMEM;
  void *piece = mmap(NULL, probe, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (isOut || piece == MAP_FAILED) _exit(CSANDBOX_OUT_OF_MEMORY);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}

void csandbox_tell_deaths(void) {
  const int numbers[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
  // A stack that has overflowed has no room for a handler.
  static char room[64 << 10];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) sigaction(numbers[i], &action, NULL);
}

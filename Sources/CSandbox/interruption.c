// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Nodes are only ever added, so that a handler can walk the list at any moment; those that are done with are used again.
enum { isFree, isTaken, isWatched };
struct node {
  struct node *next;
  _Atomic int state;
  int folder;
  char name[64];
};

static struct node *_Atomic list;
static _Atomic int committing;
static _Atomic int pending;
static _Atomic int ending;

static void end(int number) {
  for (struct node *node = atomic_load(&list); node != NULL; node = node->next)
    if (atomic_load(&node->state) == isWatched) unlinkat(node->folder, node->name, 0);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  kill(getpid(), number);
  // Another thread may be the one that the signal ends; this one has nothing left to do.
  while (1) pause();
}

static void handle(int number) {
  int code = errno;
  // Either this sees that something is being committed, or the committing thread sees that all is ending and waits.
  atomic_store(&ending, 1);
  if (atomic_load(&committing) == 0) end(number);
  atomic_store(&pending, number);
  atomic_store(&ending, 0);
  // The commit may have ended between the two.
  if (atomic_load(&committing) == 0) end(number);
  errno = code;
}

void csandbox_watch_signals(void) {
  const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    sigaddset(&action.sa_mask, numbers[i]);
  }
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    struct sigaction before;
    // What whoever started the program has ignored (nohup) stays ignored.
    if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(numbers[i], &action, NULL);
  }
  signal(SIGXFSZ, SIG_IGN);
  // Whoever started the program may have held them back by mistake, as a thread of a pool does.
  sigprocmask(SIG_UNBLOCK, &action.sa_mask, NULL);
}

void *csandbox_watch(int folder, const char *name) {
  size_t length = strlen(name);
  struct node *node = atomic_load(&list);
  if (length >= sizeof node->name) return NULL;
  for (; node != NULL; node = node->next) {
    int expected = isFree;
    if (atomic_compare_exchange_strong(&node->state, &expected, isTaken)) break;
  }
  int isNew = node == NULL;
  if (isNew && (node = calloc(1, sizeof *node)) == NULL) return NULL;
  node->folder = folder;
  memcpy(node->name, name, length + 1);
  atomic_store(&node->state, isWatched);
  if (isNew) {
    struct node *first = atomic_load(&list);
    do node->next = first;
    while (!atomic_compare_exchange_weak(&list, &first, node));
  }
  return node;
}

void csandbox_unwatch(void *ticket) {
  if (ticket != NULL) atomic_store(&((struct node *)ticket)->state, isFree);
}

void csandbox_begin_commit(void) {
  atomic_fetch_add(&committing, 1);
  while (atomic_load(&ending)) sched_yield();
}

void csandbox_end_commit(void) {
  if (atomic_fetch_sub(&committing, 1) != 1) return;
  int number = atomic_load(&pending);
  if (number != 0) end(number);
}

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left of a run on a bad day.

    bad_day.py kills PROGRAM [DOCUMENTS [KILLS]]   kills random workers of a batch with SIGKILL
    bad_day.py faults PROGRAM [FILES...]           fails the n-th write, open, fsync, rename, ... for every n

Every result must be, byte for byte, what it is on a good day, or missing with an error and an exit status that say so.
Exit status 1 where one is not. Linux only."""
import functools
import hashlib
import itertools
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ["samples/telford.docx", "samples/kent.txt", "samples/medway-wsoa.pdf", "samples/telford.xlsx", "samples/southend.pdf"]

FAULTS = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>
// Fails one call, the n-th of a name, of the process that was started with FAULT_CALL, FAULT_AT and FAULT_CODE.
static int isHit(const char *name) {
  static int count, at, code;
  static const char *call;
  if (at == 0) {
    call = getenv("FAULT_CALL");
    at = getenv("FAULT_AT") ? atoi(getenv("FAULT_AT")) : -1;
    code = getenv("FAULT_CODE") ? atoi(getenv("FAULT_CODE")) : EIO;
  }
  if (at < 0 || !call || strcmp(call, name) != 0 || ++count != at) return 0;
  errno = code;
  return 1;
}
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
ssize_t write(int d, const void *b, size_t n) { return isHit("write") ? -1 : REAL(write)(d, b, n); }
ssize_t read(int d, void *b, size_t n) { return isHit("read") ? -1 : REAL(read)(d, b, n); }
int fsync(int d) { return isHit("fsync") ? -1 : REAL(fsync)(d); }
int close(int d) { int r = REAL(close)(d); return isHit("close") ? -1 : r; }
int renameat(int a, const char *x, int b, const char *y) { return isHit("renameat") ? -1 : REAL(renameat)(a, x, b, y); }
int linkat(int a, const char *x, int b, const char *y, int f) { return isHit("linkat") ? -1 : REAL(linkat)(a, x, b, y, f); }
int mkdir(const char *p, mode_t m) { return isHit("mkdir") ? -1 : REAL(mkdir)(p, m); }
int open(const char *p, int f, ...) {
  va_list list; va_start(list, f); mode_t m = va_arg(list, mode_t); va_end(list);
  return isHit("open") ? -1 : REAL(open)(p, f, m);
}
int openat(int d, const char *p, int f, ...) {
  va_list list; va_start(list, f); mode_t m = va_arg(list, mode_t); va_end(list);
  return isHit("openat") ? -1 : REAL(openat)(d, p, f, m);
}
"""
CALLS = {"write": 28, "read": 5, "fsync": 5, "close": 28, "renameat": 28, "linkat": 1, "mkdir": 13, "open": 24, "openat": 28}


def contents(folder):
    """What stands in a folder: a digest for each name."""
    if not folder.is_dir():
        return {}
    return {entry.name: hashlib.sha256(entry.read_bytes()).hexdigest() for entry in sorted(folder.iterdir())}


def workers(parent):
    """Processes that a process has started."""
    try:
        text = pathlib.Path(f"/proc/{parent}/task").iterdir()
        return [int(child) for task in text for child in (task / "children").read_text().split()]
    except OSError:
        return []


def kills(program, documents=200, wanted=200):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = []
        for index, sample in zip(range(documents), itertools.cycle(SAMPLES)):
            target = folder / f"{index:03d}-{pathlib.Path(sample).name}"
            shutil.copy(ROOT / sample, target)
            files.append(str(target))
        good, bad = folder / "good", folder / "bad"
        subprocess.run([program, "convert", *files, "-o", str(good)], check=True)
        numbers = random.Random(1)
        run = subprocess.Popen(
            [program, "convert", *files, "-o", str(bad)], stderr=subprocess.PIPE, text=True)
        done = 0
        while run.poll() is None:
            if done < wanted and (children := workers(run.pid)):
                try:
                    os.kill(numbers.choice(children), signal.SIGKILL)
                    done += 1
                except ProcessLookupError:
                    pass
            time.sleep(numbers.uniform(0.01, 0.3))
        said = run.stderr.read()
        expected, found = contents(good), contents(bad)
        poorer = [name for name, digest in found.items() if expected.get(name) != digest]
        missing = [name for name in expected if name not in found]
        unsaid = [name for name in missing if name.removesuffix(".json") not in said]
        print(f"{done} kills, {len(files)} documents: {len(found) - len(poorer)} the same, {len(missing)} an error, "
              f"{len(poorer)} poorer, {len(unsaid)} missing in silence; exit status {run.returncode}")
        return not poorer and not unsaid and (run.returncode == 0) == (not missing)


def faults(program, files):
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "faults.c").write_text(FAULTS)
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", folder / "faults.so", folder / "faults.c", "-ldl"], check=True)
        wrong = runs = 0
        for form in ("json", "ndjson", "csv"):
            arguments = [program, "convert", *files, "--to", form, "-o"]

            @functools.cache
            def without(unread, form=form):
                """What stands there on a good day when some of the files are not asked for."""
                rest = [file for file in files if file not in unread]
                good = folder / "good"
                shutil.rmtree(good, ignore_errors=True)
                if rest:
                    subprocess.run([program, "convert", *rest, "--to", form, "-o", str(good)], check=True)
                return contents(good)

            whole = without(())
            for call, code in CALLS.items():
                for at in range(1, 200):
                    out = folder / "out"
                    environment = {
                        **os.environ, "LD_PRELOAD": str(folder / "faults.so"), "FAULT_CALL": call, "FAULT_AT": str(at),
                        "FAULT_CODE": str(code)}
                    run = subprocess.run(
                        [*arguments, str(out)], env=environment, stderr=subprocess.PIPE, text=True, timeout=120)
                    found = contents(out)
                    runs += 1
                    # Plans that share a file do without those that could not be read, which is said.
                    unread = tuple(file for file in files if f"{file}: " in run.stderr) if run.returncode == 2 else ()
                    expected = without(unread) if form != "json" and len(unread) < len(files) else whole
                    same = found == whole
                    half = [name for name, digest in found.items() if expected.get(name) != digest]
                    if run.returncode not in (0, 2, 74) or half or (run.returncode == 0 and not same):
                        wrong += 1
                        print(f"{form}, {call} no. {at}: status {run.returncode}, wrong: {half[:3]}, {run.stderr[:200]}")
                    shutil.rmtree(out, ignore_errors=True)
                    # Farther calls of that name come as often as there are files: the first run that no fault reaches ends it.
                    if run.returncode == 0 and same and at > 12:
                        break
        print(f"{runs} faults: {wrong} with a wrong result")
        return wrong == 0


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("kills", "faults"):
        sys.exit(__doc__)
    program, rest = os.path.abspath(sys.argv[2]), sys.argv[3:]
    if sys.argv[1] == "kills":
        good = kills(program, *map(int, rest))
    else:
        good = faults(program, [os.path.abspath(file) for file in rest] or [str(ROOT / file) for file in SAMPLES[:3]])
    sys.exit(not good)


if __name__ == "__main__":
    main()

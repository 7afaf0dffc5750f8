#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the shell steps of ci/ and of .pre-commit-hooks.yaml in a scratch repository of plans, as the services would.

    tools/try_ci.py PROGRAM     exit status 1 where a step does not do what it should

Each kit runs three times: on plans whose findings are all in the baseline (must pass), with a plan that got worse (must
fail in the last step, with every report made), and with a file that cannot be read (must fail). Steps that install or build
commonplan are left out: PROGRAM is what they would have built.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILDING = ("apt-get", "git clone", "make -C")
SAMPLES = ["kent.txt", "southend.docx", "telford.xlsx"]
WORSE = "Ref\tAction\tLead\tBy when\n1.1\tOpen the new clinic\t\t31 June 2031\n1.1\tOpen the old clinic\t\t31 June 2031\n"


def github_steps():
    workflow = yaml.safe_load((ROOT / "ci/github-actions.yml").read_text(encoding="utf-8"))
    steps = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    return [step for step in steps if not any(word in step for word in BUILDING)], workflow["env"]


def gitlab_steps():
    pipeline = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
    return ["\n".join(pipeline["plans"]["script"])], pipeline["variables"]


def hook_steps():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return [f'{hook["entry"]} "$PLANS"/*'], {"PLANS": "plans"}


def run(steps, folder, environment):
    """Runs steps until one fails, each as GitHub runs them; the position of the one that failed and what was said."""
    said = ""
    for number, step in enumerate(steps):
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step], cwd=folder, env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said += done.stdout
        if done.returncode:
            return number, done.returncode, said
    return None, 0, said


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    faults = []

    def expect(what, holds, said=""):
        print(f"{'ok  ' if holds else 'FAIL'} {what}")
        if not holds:
            faults.append(what)
            print(said)

    for kit, (steps, variables) in {
        "GitHub Actions": github_steps(), "GitLab": gitlab_steps(), "pre-commit": hook_steps(),
    }.items():
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "plans").mkdir()
            for sample in SAMPLES:
                shutil.copy(ROOT / "samples" / sample, folder / "plans")
            (folder / "bin").mkdir()
            (folder / "bin/commonplan").symlink_to(program)
            summary = folder / "summary.md"
            environment = {**os.environ, **variables, "COMMONPLAN": str(program), "GITHUB_STEP_SUMMARY": str(summary),
                           "PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}
            files = [f"plans/{sample}" for sample in SAMPLES]
            subprocess.run([program, "validate", *files, "--write-baseline", "accepted.yml", "-o", os.devnull], cwd=folder,
                           check=True, stderr=subprocess.DEVNULL)
            (folder / ".commonplan.yml").write_text("fail-on: warning\nbaseline: accepted.yml\n", encoding="utf-8")

            failed, _, said = run(steps, folder, environment)
            expect(f"{kit}: known findings pass", failed is None, said)
            if kit != "pre-commit":
                made = sorted(path.name for path in (folder / "build/plans").glob("*.json"))
                expect(f"{kit}: each plan is converted", made == ["kent.json", "southend.json", "telford.json"], str(made))

            (folder / "plans/worse.txt").write_text(WORSE, encoding="utf-8")
            failed, status, said = run(steps, folder, environment)
            expect(f"{kit}: a regression fails in the last step", (failed, status) == (len(steps) - 1, 1), said)
            expect(f"{kit}: it says which finding is new", "plans/worse.txt" in said and "CP207" in said, said)
            expect(f"{kit}: it says nothing of known ones", "telford" not in said or "CP110" not in said, said)
            if kit != "pre-commit":
                log = folder / "build/findings.sarif"
                checked = subprocess.run([sys.executable, ROOT / "tools/validate_sarif.py", log], capture_output=True, text=True)
                expect(f"{kit}: its SARIF is valid", checked.returncode == 0, checked.stdout)
                results = json.loads(log.read_text(encoding="utf-8"))["runs"][0]["results"]
                new = {result["ruleId"] for result in results if "suppressions" not in result}
                known = {result["ruleId"] for result in results if "suppressions" in result}
                expect(f"{kit}: SARIF tells new from known", "CP207" in new and "CP110" in known - new, f"{new} {known}")
            if kit == "GitHub Actions":
                expect(f"{kit}: the summary names the plan", "plans/worse.txt" in summary.read_text(encoding="utf-8"))
                expect(f"{kit}: the line is annotated", "::error file=plans/worse.txt,line=2,title=CP207 " in said, said)

            (folder / "plans/worse.txt").write_text("", encoding="utf-8")
            failed, status, said = run(steps, folder, environment)
            expect(f"{kit}: a file that cannot be read fails, in the last step", (failed, status) == (len(steps) - 1, 2), said)
    print(f"{len(faults)} of the steps failed" if faults else "all steps do what they should")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

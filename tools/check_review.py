#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through pages of `commonplan review` in a headless Chromium, as a person would: click, keys, corrections, save,
`convert --patch`. Prints what failed; exit status 1 where something did.

    check_review.py PROGRAM FILE...        needs playwright (PyPI) and chromium (Debian)
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def current(page, attribute="id"):
    return page.get_attribute("[aria-current]", attribute)


def correct(page, first, last):
    """Corrections of every kind; gives what the patched plan has to hold."""
    record = f"[data-target='action {first['id']}']"
    page.click(f"{record} dd[data-field='text'] .v")
    boxes = page.eval_on_selector_all(
        "#source .at", "found => found.map(x => [x.id, x.getBoundingClientRect().top, x.getBoundingClientRect().bottom])")
    check(boxes, "a click on a value marks nothing in the source")
    check(boxes[0][2] > 0 and boxes[0][1] < 900, "the marked place is out of sight")
    page.keyboard.press("e")
    page.keyboard.type("zzz")
    page.keyboard.press("Escape")
    check(page.inner_text("#count") == "0", "Escape keeps what was typed")
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.type(' – "checked": ü')
    page.keyboard.press("Enter")
    page.select_option(f"{record} .more select", "milestones")
    page.click(f"{record} .more button:text('Add')")
    page.keyboard.type("Done by June 2032")
    page.keyboard.press("Enter")
    page.click(f"[data-target='action {last['id']}'] h3")
    page.click(f"[data-target='action {last['id']}'] button:text('Not an action')")
    check(page.inner_text("#count") == "3", "three corrections are not counted as three")
    return boxes[0][0], first["text"] + ' – "checked": ü'


def walk(page, plan):
    """Keys, and the way from the source to the record."""
    here = current(page)
    page.keyboard.press("k")
    check(current(page) != here, "k does not lead to the previous record")
    page.keyboard.press("j")
    check(current(page) == here, "j does not lead back")
    if plan["unplaced"]:
        page.keyboard.press("u")
        check(current(page, "data-kind") == "unplaced", "u does not lead to unplaced text")
    page.keyboard.press("?")
    check(page.is_visible("#help"), "? shows no help")
    page.keyboard.press("Escape")
    page.focus("#source")
    page.keyboard.press("]")
    check(page.eval_on_selector_all("#source .at", "found => found.length") == 1, "] marks no place")


def review(program, file, folder, browser):
    html = folder / "review.html"
    subprocess.run([program, "review", file, "-o", html], check=True)
    plan = json.loads(subprocess.run([program, "convert", file], check=True, capture_output=True).stdout)
    check(len(plan["actions"]) > 1, "the file has too few actions for this check")
    first, last = plan["actions"][0], plan["actions"][-1]
    page = browser.new_page(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(html.as_uri())
    place, text = correct(page, first, last)
    walk(page, plan)
    page.eval_on_selector(f"#{place}", "found => found.scrollIntoView({block: 'center'})")
    page.click(f"#{place}")
    check(current(page, "data-target") == f"action {first['id']}", "a click in the source leads to another record")
    page.keyboard.press("s")
    page.fill("#signed", "Ada Byron")
    with page.expect_download() as download:
        page.click("[data-do=download]")
    patch = folder / "patch.yml"
    download.value.save_as(patch)
    page.close()
    check(not said, f"the browser says {said}")
    outside = [url for url in asked if url != html.as_uri() and not url.startswith("blob:")]
    check(not outside, f"the page asks for {outside}")
    patched = json.loads(
        subprocess.run([program, "convert", file, "--patch", patch], check=True, capture_output=True).stdout)
    refused = [finding["message"] for finding in patched["findings"] if finding["id"] == "correction-refused"]
    check(not refused, f"refused: {refused}")
    action = patched["actions"][0]
    check(action["text"] == text, f"the corrected text is {action['text']!r}")
    check(action["milestones"][-1].get("due", {}).get("edtf") == "2032-06", "the new milestone has no date")
    check(all(other["id"] != last["id"] for other in patched["actions"]), "what is no action is still there")
    check(any("Ada Byron" in finding["message"] for finding in patched["findings"]), "the signature is lost")
    return html.stat().st_size


def main():
    program, files = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    failures = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for file in files:
            with tempfile.TemporaryDirectory() as folder:
                try:
                    print(f"{file}: good, {review(program, file, pathlib.Path(folder), browser):,} bytes")
                except Exception as error:  # whatever a page does, the others are looked at too
                    failures += 1
                    print(f"{file}: {error}")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())

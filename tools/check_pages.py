#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the HTML pages of commonplan in a headless Chromium and checks what only a browser can say.

    tools/check_pages.py PROGRAM DIR

Makes a comparison of the samples' four authorities and one of 150 plans of real size in DIR, and checks of each: no error in
the console, no request, no sideways scrolling on a phone, labels, headings in order, the filter right and within 200 ms, its
result announced, nothing left out in print; pictures of it are left in DIR. Needs playwright (see `make browser-test`).
"""
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

from playwright.sync_api import sync_playwright

LONGEST_MS, MOST_BYTES_4, MOST_BYTES_150 = 200, 1_500_000, 30_000_000
tools = pathlib.Path(__file__).resolve().parent
samples = tools.parent / "samples"
program, out = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
out.mkdir(parents=True, exist_ok=True)
faults = []


def check(condition, page, what):
    if not condition:
        faults.append(f"{page}: {what}")


def compare(name, files):
    path = out / f"{name}.html"
    subprocess.run([program, "compare", *map(str, files), "-o", str(path)], check=True)
    return path


def island(page):
    return json.loads(page.evaluate("document.getElementById('data').textContent"))


def total(page):
    return int(page.evaluate("document.getElementById('count').textContent").split(" of ")[0])


def set_field(page, name, value):
    """Sets a field and says how many milliseconds pass until the new content is laid out: the least of three times, because
    other work on the computer is no fault of the page."""
    return min(page.evaluate(FILTER, [name, value]) for _ in range(3))


FILTER = """([name, value]) => {
          const field = document.getElementById('form')[name], start = performance.now();
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          document.body.getBoundingClientRect();
          return performance.now() - start;
        }"""


def check_structure(name, page):
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(heading => +heading.tagName[1])")
    check(levels[0] == 1 and levels.count(1) == 1, name, "there is one h1 and it comes first")
    check(all(after <= before + 1 for before, after in zip(levels, levels[1:])), name, "headings skip no level")
    check(page.evaluate("document.documentElement.lang") == "en-GB", name, "the language is said")
    for selector in ("main", "header", "nav[aria-label]", "[role=status]", "[role=search]"):
        check(page.locator(selector).count() == 1, name, f"there is one {selector}")
    unlabelled = page.evaluate(
        "[...document.querySelectorAll('input,select')].filter(field => !field.labels.length).length")
    check(unlabelled == 0, name, f"{unlabelled} fields have no label")
    bare = page.evaluate("[...document.querySelectorAll('th')].filter(cell => !cell.scope).length")
    check(bare == 0, name, f"{bare} table headers have no scope")
    unnamed = page.evaluate("""[...document.querySelectorAll('button,a,svg[role=img],[role=region]')].filter(part =>
      !(part.textContent.trim() || part.getAttribute('aria-label') || part.getAttribute('aria-labelledby'))).length""")
    check(unnamed == 0, name, f"{unnamed} controls or pictures have no name")
    double = page.evaluate("""(() => { const ids = [...document.querySelectorAll('[id]')].map(part => part.id);
      return ids.length - new Set(ids).size; })()""")
    check(double == 0, name, "ids are unique")


CONTRAST = """() => {
  // Relative luminance and contrast ratio by WCAG 2.2.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = layers => { canvas.globalCompositeOperation = 'source-over'; canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = rgb => { const [r, g, b] = rgb.map(value => { value /= 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let lowest = [99, ''];
  for (const part of document.querySelectorAll('th,td,p,li,dt,dd,button,label,summary,a,h1,h2,h3,span')) {
    if (!part.textContent.trim() || !part.getClientRects().length) continue;
    const layers = [];
    let opacity = 1;
    for (let up = part; up; up = up.parentElement) { layers.unshift(getComputedStyle(up).backgroundColor);
      opacity *= +getComputedStyle(up).opacity; }
    const back = over(layers), ink = over([...layers, getComputedStyle(part).color]);
    const seen = ink.map((value, at) => value * opacity + back[at] * (1 - opacity));
    const pair = [light(seen), light(back)].sort((a, b) => b - a), ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < lowest[0]) lowest = [ratio, part.tagName + ' ' + part.textContent.trim().slice(0, 40)];
  }
  return lowest;
}"""


def check_filter(name, page):
    data = island(page)
    actions = data["actions"]
    check(total(page) == len(actions), name, "without a filter everything is there")
    times = []
    theme = max(range(len(data["themes"])), key=lambda at: sum(any(match[0] == at for match in item.get("t", [])) for item in actions))
    times.append(set_field(page, "theme", str(theme)))
    fits = [item for item in actions if any(match[0] == theme for match in item.get("t", []))]
    check(total(page) == len(fits), name, "the filter by theme is right")
    plan = fits[0]["p"]
    times.append(set_field(page, "plan", str(plan)))
    check(total(page) == sum(item["p"] == plan for item in fits), name, "the filter by authority is right")
    times.append(set_field(page, "theme", ""))
    times.append(set_field(page, "plan", ""))
    year = next(item["y"] for item in actions if item.get("y"))
    times.append(set_field(page, "year", str(year)))
    check(total(page) == sum(item.get("y") == year for item in actions), name, "the filter by year is right")
    times.append(set_field(page, "year", ""))
    for typed in ("a", "au", "aut", "autism", "xyzzy", ""):
        times.append(set_field(page, "text", typed))
        # The page also looks in reference, section, leads and measures.
        least = sum(typed in item["x"].lower() for item in actions)
        check(least <= total(page) <= len(actions), name, f"the filter by text finds “{typed}” wherever it stands")
    check(total(page) == len(actions), name, "an empty filter shows everything again")
    set_field(page, "text", "xyzzy")
    check(total(page) == 0 and page.locator("#actions-body").inner_text().strip() != "", name, "that nothing fits is said")
    page.get_by_role("button", name="Clear").click()
    check(eventually(page, lambda: total(page) == len(actions)), name, "the cleared form shows everything again")
    print(f"{name}: filter {statistics.median(times):.0f} ms (median), {max(times):.0f} ms (longest) on {len(actions)} actions")
    check(max(times) <= LONGEST_MS, name, f"the filter took {max(times):.0f} ms")


def eventually(page, holds):
    """Whether something holds within two seconds. The page's security policy forbids playwright's own way of waiting."""
    for _ in range(40):
        if holds():
            return True
        page.wait_for_timeout(50)
    return holds()


def check_paging(name, page):
    before = page.locator("#actions-body .card").count()
    more = page.locator("#actions-body .more")
    if more.count():
        more.click()
        check(page.locator("#actions-body .card").count() > before, name, "the button shows more actions")
        check(page.evaluate("document.activeElement.classList.contains('card')"), name, "focus moves to the first new action")
    page.locator("#matrix tbody button").first.click()
    check(page.evaluate("document.activeElement.name") in ("theme", "plan"), name, "a heading of the matrix sets the filter")
    check(page.evaluate("location.hash") == "", name, "the address stays")


def open_page(name, path, chromium):
    for look, width, scheme in (("desktop", 1280, "light"), ("dark", 1280, "dark"), ("phone", 360, "light")):
        page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        label = f"{name} ({look})"
        page.on("console", lambda message: check(message.type not in ("error", "warning"), label, f"console: {message.text}"))
        page.on("pageerror", lambda error: check(False, label, f"error: {error}"))
        page.on("request", lambda request: check(request.url == path.as_uri(), label, f"request: {request.url}"))
        page.goto(path.as_uri())
        check(page.evaluate("document.documentElement.scrollWidth") <= width, label, "the page scrolls sideways")
        ratio, where = page.evaluate(CONTRAST)
        check(ratio >= 4.5, label, f"contrast {ratio:.2f} at {where}")
        check_structure(label, page)
        page.screenshot(path=str(out / f"{name}-{look}.png"), clip={"x": 0, "y": 0, "width": width, "height": 4000}, full_page=True)
        if look == "desktop":
            check_filter(label, page)
            check_paging(label, page)
            if name == "four":
                actions = len(island(page)["actions"])
                page.get_by_role("button", name="Clear").click()
                # The form is cleared first and the page follows; printed in between, it would lose what print shows.
                check(eventually(page, lambda: total(page) == actions), label, "the cleared form shows everything again")
                page.pdf(path=str(out / f"{name}.pdf"))
                cards = page.locator("#actions-body .card")
                check(eventually(page, lambda: cards.count() == actions), label,
                      f"in print {cards.count()} of {actions} actions are shown")
        page.close()


names = {}
for path in sorted((samples / "golden").glob("*.json")):
    plan = json.loads(path.read_text(encoding="utf-8"))
    authority = plan["plan"].get("authority", {}).get("name")
    if authority:
        names.setdefault(authority, path)
four = compare("four", list(names.values())[:4])
folder = out / "150"
shutil.rmtree(folder, ignore_errors=True)
subprocess.run([sys.executable, str(tools / "vary_plans.py"), "150", str(folder)], check=True)
many = compare("many", sorted(folder.glob("*.json")))
for path, most in ((four, MOST_BYTES_4), (many, MOST_BYTES_150)):
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
    check(path.stat().st_size < most, path.name, f"larger than {most} bytes")
with sync_playwright() as driver:
    binary = next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), None)
    if binary is None:
        sys.exit("check_pages: no Chromium found; make browser-test installs it")
    # A container runs as root, where Chromium's own sandbox does not start.
    chromium = driver.chromium.launch(executable_path=binary, args=["--no-sandbox"])
    open_page("four", four, chromium)
    open_page("many", many, chromium)
    print(f"Chromium {chromium.version}")
    chromium.close()
print("\n".join(faults) if faults else f"all checks hold; pictures in {out}")
sys.exit(bool(faults))

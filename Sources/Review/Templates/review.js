"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, more);
  const bar = document.querySelector(".bar");
  const records = all(".record");
  const say = (text) => { $("say").textContent = text; };
  const heading = (record) => record.querySelector("h3")?.firstChild?.textContent.trim() ?? record.textContent.trim();
  const idsOf = (element) => (element.dataset.p ? element.dataset.p.split(" ").map((id) => "p" + id) : []);

  // What each place of the source gave: values first, then whole records.
  const gave = new Map();
  const give = (element, record) => { for (const id of idsOf(element)) { if (!gave.has(id)) gave.set(id, []); if (!gave.get(id).some((use) => use.record === record && use.value === (element === record ? null : element))) gave.get(id).push({ record, value: element === record ? null : element }); } };
  for (const record of records) for (const value of all("dd[data-p]", record)) give(value, record);
  for (const record of records) for (const id of idsOf(record)) if (!gave.has(id)) give(record, record);

  // Marking and moving
  let current = null;
  let value = null;
  let place = null;
  const unmark = (name) => all("." + name).forEach((element) => element.classList.remove(name));
  const mark = (element, name) => idsOf(element).map($).filter(Boolean).map((found) => { found.classList.add(name); return found; });
  // Both panes scroll by themselves, at once: who goes through the records fast would meet a scroll that is under way.
  const reveal = (pane, element) => {
    const box = element.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    const height = Math.min(frame.height, innerHeight);
    if (pane.scrollHeight <= pane.clientHeight + 1) { element.closest(".record, .place").scrollIntoView({ block: pane.id === "main" ? "start" : "nearest" }); return; }
    if (box.top < frame.top + 8 || box.bottom > frame.top + height - 8) pane.scrollTop += box.top - frame.top - Math.max(8, (height - box.height) / 3);
    if (box.left < frame.left || box.right > frame.right) pane.scrollLeft += box.left - frame.left - 24;
  };
  const select = (record, chosen, { fromSource = false, focus = true } = {}) => {
    if (current !== record) {
      if (current) { current.removeAttribute("aria-current"); current.tabIndex = -1; all(".edit:not(.keep), .more", current).forEach((tool) => tool.remove()); }
      current = record;
      record.setAttribute("aria-current", "true");
      record.tabIndex = 0;
      record.closest("details")?.setAttribute("open", "");
      addTools(record);
    }
    value = chosen;
    for (const name of ["on", "at"]) unmark(name);
    const wide = mark(record, "on");
    const near = chosen ? mark(chosen, "at") : [];
    if (chosen) chosen.classList.add("at");
    const target = near[0] ?? wide[0];
    if (target && !fromSource) reveal($("source"), target);
    reveal($("main"), chosen ?? record);
    if (focus) record.focus({ preventScroll: true });
    say(heading(record) + (target ? "" : ". Its place in the source is not known."));
  };
  const move = (step) => {
    const shown = records.filter((record) => !record.closest("details:not([open])"));
    if (shown.length === 0) return;
    const at = shown.indexOf(current);
    select(shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + step))], null);
  };
  const nextUnplaced = () => {
    const open = records.filter((record) => record.dataset.kind === "unplaced" && !record.classList.contains("gone"));
    if (open.length === 0) { say("No text is unplaced."); $("part-unplaced").scrollIntoView(); return; }
    select(open[(open.indexOf(current) + 1) % open.length], null);
  };
  const enter = (element) => {
    place = element;
    const uses = gave.get(element.id);
    if (!uses) { say("This text is in no record."); return; }
    const at = uses.findIndex((use) => use.record === current && (use.value === value || value === null));
    const use = uses[(at + 1) % uses.length];
    select(use.record, use.value, { fromSource: true });
    (use.value ? mark(use.value, "at") : []).length || element.classList.add("at");
  };
  const step = (by) => {
    const places = all("#source .place");
    const at = places.indexOf(place);
    place = places[Math.min(places.length - 1, Math.max(0, at + by))];
    if (!place) return;
    unmark("at");
    place.classList.add("at");
    reveal($("source"), place);
    const use = gave.get(place.id)?.[0];
    say((place.textContent || "A place") + (use ? ": " + heading(use.record) : ": in no record"));
  };

  // Corrections: one for each value that was changed, in the order in which they were made.
  const corrections = [];
  let saved = true;
  const FIELDS = {
    plan: ["title", "kind", "authority", "date", "inspection"],
    section: ["title", "ref", "kind", "outcomes", "leads"],
    action: ["text", "ref", "section", "leads", "contributors", "group", "start", "timescale", "successMeasures", "milestones", "updates", "rating", "monitoring", "evidence", "resources", "risks"],
    indicator: ["measure", "theme", "dataSource", "method", "frequency", "baseline", "rating"],
  };
  const LISTS = ["outcomes", "leads", "contributors", "successMeasures", "milestones", "updates"];
  const words = (name) => name.replace(/([A-Z])/g, (letter) => " " + letter.toLowerCase());
  const changed = () => { saved = corrections.length === 0; $("count").textContent = corrections.length; };
  const add = (correction) => { corrections.push(correction); changed(); say("Corrected. " + corrections.length + " to save."); };
  const undo = (correction) => {
    const at = corrections.indexOf(correction);
    if (at >= 0) corrections.splice(at, 1);
    correction.revert();
    changed();
  };
  const original = (dd) => dd.dataset.was ?? dd.querySelector(".v").textContent;

  const form = (host, text, { onSave, onCancel, label, remove }) => {
    const entry = make("form", undefined, { className: "entry" });
    const area = make("textarea", undefined, { value: text, rows: Math.min(12, Math.max(1, Math.ceil(text.length / 55))) });
    area.setAttribute("aria-label", label);
    const row = make("div", undefined, { className: "row" });
    row.append(make("button", "Keep", { type: "submit" }), make("button", "Leave", { type: "button", onclick: onCancel }));
    if (remove) row.append(make("button", "Remove the value", { type: "button", onclick: remove }));
    entry.append(area, row);
    entry.addEventListener("submit", (event) => { event.preventDefault(); onSave(area.value.trim().replace(/\s+/g, " ")); });
    entry.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") { event.preventDefault(); onCancel(); }
      if (event.key === "Enter" && !event.shiftKey && event.target === area) { event.preventDefault(); entry.requestSubmit(); }
    });
    entry.addEventListener("click", (event) => event.stopPropagation());
    host.append(entry);
    area.focus();
    area.select();
    return entry;
  };
  const edit = (dd) => {
    const record = dd.closest(".record");
    if (dd.querySelector("form")) return;
    const was = original(dd);
    const now = dd.querySelector("ins")?.textContent ?? was;
    const shown = [...dd.childNodes];
    shown.forEach((node) => node.remove());
    const back = () => {
      dd.replaceChildren(...shown);
      if (record === current) record.focus({ preventScroll: true }); else all(".edit:not(.keep)", dd).forEach((tool) => tool.remove());
    };
    const keep = (text) => {
      back();
      if (text === now) return;
      const old = corrections.find((correction) => correction.dd === dd);
      if (old) undo(old);
      if (text === was) return;
      dd.dataset.was = was;
      const span = dd.querySelector(".v");
      span.replaceChildren(make("del", was), " ", text === null ? make("ins", "(removed)") : make("ins", text));
      const correction = { dd, record, target: record.dataset.target, field: dd.dataset.field, was, now: text };
      correction.revert = () => { span.textContent = was; delete dd.dataset.was; all(".undo", dd).forEach((tool) => tool.remove()); };
      dd.append(make("button", "Undo", { type: "button", className: "edit keep undo", onclick: (event) => { event.stopPropagation(); undo(correction); record.focus(); } }));
      add(correction);
    };
    const required = ["text", "title", "measure", "term", "meaning", "kind"].includes(dd.dataset.field) || dd.dataset.field === "name";
    form(dd, now, { onSave: (text) => keep(text === "" ? (required ? was : null) : text), onCancel: back, label: "New value of " + words(dd.dataset.field), remove: required ? null : () => keep(null) });
  };
  const append = (record, field, now, source, was = null) => {
    const list = record.querySelector("dl");
    const dt = make("dt", words(field).replace(/^./, (letter) => letter.toUpperCase()));
    const dd = make("dd");
    dd.append(make("ins", now));
    const correction = { record, target: record.dataset.target, field, was, now };
    if (source) correction.from = source.querySelector(".v").textContent;
    correction.revert = () => { dt.remove(); dd.remove(); source?.classList.remove("gone"); };
    dd.append(make("button", "Undo", { type: "button", className: "edit keep", onclick: (event) => { event.stopPropagation(); undo(correction); record.focus(); } }));
    list.append(dt, dd);
    source?.classList.add("gone");
    add(correction);
  };
  const valueOf = (record, field) => {
    const dd = all("dd[data-field]", record).find((found) => found.dataset.field === field);
    return dd ? { dd, text: dd.querySelector("ins")?.textContent ?? original(dd) } : null;
  };
  const addTools = (record) => {
    for (const dd of all("dd[data-field]", record)) {
      if (dd.querySelector("form")) continue;
      const button = make("button", "Edit", { type: "button", className: "edit", onclick: (event) => { event.stopPropagation(); edit(dd); } });
      button.setAttribute("aria-label", "Edit " + words(dd.dataset.field) + ": " + original(dd).slice(0, 60));
      dd.append(button);
    }
    const kind = record.dataset.kind;
    const more = make("div", undefined, { className: "more no-print" });
    more.addEventListener("click", (event) => event.stopPropagation());
    if (FIELDS[kind]) {
      const open = FIELDS[kind].filter((field) => LISTS.includes(field) || !valueOf(record, field));
      const choice = make("select");
      choice.setAttribute("aria-label", "Field to add");
      choice.append(...open.map((field) => make("option", words(field), { value: field })));
      const button = make("button", "Add", { type: "button", onclick: () => {
        button.disabled = true;
        const close = () => { entry.remove(); button.disabled = false; record.focus({ preventScroll: true }); };
        const entry = form(record, "", { label: "New " + words(choice.value), onCancel: close, onSave: (text) => { const field = choice.value; close(); if (text) append(record, field, text, null); } });
      } });
      if (open.length) more.append(make("span", "What is missing:"), choice, button);
    }
    if (kind === "action") more.append(make("button", record.classList.contains("gone") ? "It is an action" : "Not an action", { type: "button", onclick: () => drop(record) }));
    if (kind === "unplaced" && !record.classList.contains("gone")) placeTools(record, more);
    if (more.childNodes.length) record.append(more);
  };
  const drop = (record) => {
    const old = corrections.find((correction) => correction.drop && correction.record === record);
    if (old) { undo(old); record.querySelector(".more button:last-child").textContent = "Not an action"; return; }
    record.classList.add("gone");
    record.querySelector(".more button:last-child").textContent = "It is an action";
    const text = all("dd[data-field='text']", record).map(original)[0] ?? "";
    add({ record, target: record.dataset.target, drop: true, was: text, revert: () => record.classList.remove("gone") });
  };
  // Text that no record has goes into a field of one.
  const placeTools = (record, more) => {
    const hosts = records.filter((other) => FIELDS[other.dataset.kind]);
    const host = make("select");
    host.setAttribute("aria-label", "Record that the text belongs to");
    host.append(...hosts.map((other, index) => make("option", heading(other).slice(0, 70), { value: index })));
    // The record that stands next above it is the likeliest.
    const first = Number(idsOf(record)[0]?.slice(1) ?? 0);
    const above = hosts.map((other, index) => [Number(idsOf(other)[0]?.slice(1) ?? -1), index]).filter(([at]) => at >= 0 && at <= first).sort((a, b) => b[0] - a[0])[0];
    if (above) host.selectedIndex = above[1];
    const choice = make("select");
    choice.setAttribute("aria-label", "Field that the text belongs to");
    const fill = () => choice.replaceChildren(...FIELDS[hosts[host.selectedIndex].dataset.kind].map((field) => make("option", words(field), { value: field })));
    if (hosts.length === 0) return;
    host.onchange = fill;
    fill();
    more.append(make("span", "It belongs to"), host, choice, make("button", "Place", { type: "button", onclick: () => {
      const other = hosts[host.selectedIndex];
      const field = choice.value;
      const text = record.querySelector(".v").textContent;
      const present = LISTS.includes(field) ? null : valueOf(other, field);
      more.remove();
      if (present && corrections.some((correction) => correction.record === other && correction.field === field)) { say("This field has been corrected already: undo that first."); return; }
      append(other, field, present ? present.text + " " + text : text, record, present ? present.text : null);
      select(other, null);
    } }));
  };

  // The patch file: YAML whose strings are written as JSON strings, which YAML reads alike.
  const quoted = (text) => JSON.stringify(text.toWellFormed ? text.toWellFormed() : text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (mark) => "\\u" + mark.charCodeAt(0).toString(16).padStart(4, "0"));
  const patch = () => {
    const lines = ["# Corrections made with commonplan review. Apply them with: commonplan convert FILE --patch THIS-FILE", "commonplan-patch: 1", "document:", "  file: " + quoted(bar.dataset.name), "  sha256: " + quoted(bar.dataset.sha256)];
    const name = $("signed").value.trim();
    if (name) lines.push("signed-off-by: " + quoted(name));
    if (corrections.length === 0) { lines.push("corrections: []"); return lines.join("\n") + "\n"; }
    lines.push("corrections:");
    for (const correction of corrections) {
      lines.push("  - target: " + quoted(correction.target));
      if (correction.drop) { lines.push("    not-an-action: true", "    was: " + quoted(correction.was)); continue; }
      lines.push("    field: " + quoted(correction.field), "    was: " + (correction.was === null ? "null" : quoted(correction.was)), "    now: " + (correction.now === null ? "null" : quoted(correction.now)));
      if (correction.from !== undefined) lines.push("    from-unplaced: " + quoted(correction.from));
    }
    return lines.join("\n") + "\n";
  };
  const list = () => {
    $("list").replaceChildren(...corrections.map((correction) => {
      const item = make("li", correction.target + ": " + (correction.drop ? "not an action" : words(correction.field) + " ") + " ");
      if (!correction.drop) { if (correction.was !== null) item.append(make("del", correction.was), " "); item.append(make("ins", correction.now ?? "(removed)"), " "); }
      item.append(make("button", "Undo", { type: "button", onclick: () => { undo(correction); list(); } }));
      return item;
    }));
    if (corrections.length === 0) $("list").append(make("li", "None yet. A name alone signs off the conversion as it is."));
  };
  const show = (id) => { if (id === "corrections") list(); if (!$(id).open) $(id).showModal(); };
  const download = () => {
    const link = make("a", undefined, { download: bar.dataset.name.replace(/[^\w.-]+/g, "-") + ".patch.yml" });
    link.href = URL.createObjectURL(new Blob([patch()], { type: "application/yaml" }));
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    saved = true;
    $("corrections").close();
    say("Saved as " + link.download);
  };
  addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });

  // Keys and clicks
  let zoom = 100;
  const scale = (by) => { zoom = Math.min(400, Math.max(50, zoom + by)); $("source").style.setProperty("--zoom", zoom + "%"); $("source").style.setProperty("--scale", zoom / 100); };
  const actions = {
    next: () => move(1), previous: () => move(-1), unplaced: nextUnplaced, help: () => show("help"), corrections: () => show("corrections"),
    save: () => { show("corrections"); $("signed").focus(); }, download, larger: () => scale(25), smaller: () => scale(-25),
    close: (button) => button.closest("dialog").close(),
    edit: () => { const dd = value?.dataset.field !== undefined && value ? value : current?.querySelector("dd[data-field]"); if (dd) edit(dd); else if (current) current.querySelector(".more select, .more button")?.focus(); },
  };
  const keys = { j: "next", k: "previous", u: "unplaced", e: "edit", c: "corrections", s: "save", "?": "help" };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) { actions[button.dataset.do](button); return; }
    const spot = event.target.closest("#source .place");
    if (spot && String(getSelection()) === "") { enter(spot); return; }
    const record = event.target.closest(".record");
    if (record && !event.target.closest("button, a, select, input, textarea") && String(getSelection()) === "") select(record, event.target.closest("dd[data-p]"));
  });
  document.addEventListener("focusin", (event) => {
    const dd = event.target.closest?.(".record dd[data-p]");
    if (dd && dd !== value && dd.closest(".record") === current) select(current, dd, { focus: false });
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]")) return;
    if (document.activeElement === $("source")) {
      if (event.key === "]" || event.key === "[") { step(event.key === "]" ? 1 : -1); event.preventDefault(); return; }
      if (event.key === "Enter" && place) { enter(place); event.preventDefault(); return; }
    }
    if (!$("shortcuts").checked || !keys[event.key]) return;
    event.preventDefault();
    actions[keys[event.key]]();
  });
  const measure = () => document.documentElement.style.setProperty("--bar", bar.offsetHeight + "px");
  addEventListener("resize", measure);
  measure();
  const start = location.hash.length > 1 ? $(location.hash.slice(1)) : null;
  if (start?.classList.contains("record")) select(start, null);
})();

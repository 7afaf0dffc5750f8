'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const form = document.getElementById('form');
  const STATUS = ['completed', 'embedded', 'on-track', 'at-risk', 'off-track', 'not-started', 'unknown'];
  const PLACES = { text: 'its words', section: 'section title', above: 'title above', measures: 'measures' };
  const PAGE = 20, ROWS = 25, STATUS_ROWS = 16, PLANS_SIDE_BY_SIDE = 8, TIMELINE_ROWS = 20;
  const number = count => count || '–';
  const words = status => status.replace('-', ' ');

  // Texts are put in as text, never as HTML.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children.filter(child => child !== null));
    return element;
  }
  function draw(name, attributes, text) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    return element;
  }
  function table(label, head, rows, className) {
    const body = make('tbody', {});
    for (const row of rows) {
      body.append(make('tr', {}, ...row.map((cell, index) =>
        index === 0 ? make('th', { scope: 'row' }, cell) : make('td', typeof cell === 'string' && cell !== '–' ? { class: 'words' } : {}, typeof cell === 'number' ? String(cell) : cell))));
    }
    return make('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' },
      make('table', { class: className || 'figures' }, make('thead', {}, make('tr', {}, ...head.map(name => make('th', { scope: 'col' }, name)))), body));
  }
  function source(item) {
    const plan = data.plans[item.p];
    return make('a', { href: plan.h + (item.f || '') }, plan.f + (item.o ? ', ' + item.o : ''));
  }
  function show(id, ...children) { document.getElementById(id).replaceChildren(...children); }
  // What few people open is built when it is opened, or printed.
  function later(title, build) {
    const box = make('details', {}, make('summary', {}, title));
    box.addEventListener('toggle', () => { if (box.children.length === 1) box.append(build()); });
    return box;
  }
  const none = () => make('p', {}, 'Nothing matches the filter.');

  for (const action of data.actions) {
    // The quarter of its deadline, counted from year 0.
    if (action.e) { const [year, month] = action.e.split('-'); action.at = +year * 4 + Math.floor((+month - 1) / 3); }
    action.find = [action.r, action.x, (action.s || []).join(' '), (action.l || []).join(' '), (action.m || []).join(' ')].join(' ').toLowerCase();
  }
  for (const indicator of data.indicators) indicator.find = (indicator.x + ' ' + (indicator.b || '')).toLowerCase();
  const years = [...new Set(data.actions.map(action => action.y).filter(year => year))].sort();
  for (const year of years) form.year.append(make('option', { value: year }, String(year)));
  form.year.append(make('option', { value: 'none' }, 'no date'));

  let limits = {};
  const hasTheme = (item, theme) => theme === '' || (theme === '-1' ? !item.t : (item.t || []).some(match => match[0] === +theme));

  function filter() {
    const theme = form.theme.value, plan = form.plan.value, year = form.year.value;
    const needles = form.text.value.toLowerCase().split(/\s+/).filter(needle => needle);
    const fits = item => (plan === '' || item.p === +plan) && hasTheme(item, theme) && needles.every(needle => item.find.includes(needle));
    return {
      actions: data.actions.filter(item => fits(item) && (year === '' || (year === 'none' ? !item.y : item.y === +year))),
      indicators: data.indicators.filter(fits)
    };
  }

  function update() {
    const found = filter();
    document.getElementById('count').textContent =
      `${found.actions.length} of ${data.actions.length} actions, ${found.indicators.length} of ${data.indicators.length} indicators`;
    deadlines(found.actions);
    status(found.actions);
    leads(found.actions);
    indicators(found.indicators);
    actions(found.actions);
  }

  // A list that begins short: the rest comes with a button.
  function paged(id, items, size, build) {
    const shown = Math.min(items.length, limits[id] || size);
    const children = [build(items.slice(0, shown))];
    if (shown < items.length) {
      const more = make('button', { type: 'button', class: 'more' }, `Show ${Math.min(size * 2, items.length - shown)} more of ${items.length - shown}`);
      more.addEventListener('click', () => {
        limits[id] = shown + size * 2;
        paged(id, items, size, build);
        const next = document.getElementById(id).querySelectorAll('.item')[shown];
        if (next) { next.setAttribute('tabindex', '-1'); next.focus(); }
      });
      children.push(more);
    }
    show(id, ...children);
  }

  function deadlines(items) {
    const dated = items.filter(item => item.e);
    if (!dated.length) return show('deadlines-body', make('p', {}, items.length ? 'None of these actions has a date.' : 'Nothing matches the filter.'));
    let first = Infinity, last = -Infinity;
    for (const item of dated) { const at = item.at; first = Math.min(first, at); last = Math.max(last, at); }
    const all = new Set(dated.map(item => item.p)).size;
    const size = last - first > 48 || all > TIMELINE_ROWS ? 4 : 1, start = Math.floor(first / 4) * 4;
    const counts = new Map();
    for (const item of dated) {
      const bin = Math.floor((item.at - start) / size);
      if (!counts.has(item.p)) counts.set(item.p, new Map());
      const row = counts.get(item.p);
      row.set(bin, (row.get(bin) || 0) + 1);
    }
    let plans = [...counts.keys()].sort((a, b) => a - b);
    if (all > TIMELINE_ROWS) {
      const totals = new Map(plans.map(plan => [plan, [...counts.get(plan).values()].reduce((sum, count) => sum + count, 0)]));
      plans = plans.sort((a, b) => totals.get(b) - totals.get(a) || a - b).slice(0, TIMELINE_ROWS);
    }
    const bins = Math.floor((last - start) / size) + 1, left = 190, step = size === 4 ? 44 : 30, line = 34, top = 26;
    const width = left + bins * step + 20, height = top + plans.length * line + 8;
    const svg = draw('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Deadlines by ${size === 4 ? 'year' : 'quarter'} and plan; the table below says the same by year` });
    for (let bin = 0; bin < bins; bin++) {
      const at = start + bin * size;
      if (at % 4) continue;
      const x = left + bin * step;
      svg.append(draw('line', { x1: x, x2: x, y1: top - 6, y2: height, class: 'grid' }), draw('text', { x: x + 3, y: 14 }, Math.floor(at / 4)));
    }
    plans.forEach((plan, index) => {
      const y = top + index * line + line / 2, name = data.plans[plan].l;
      svg.append(draw('line', { x1: left, x2: width, y1: y, y2: y, class: 'grid' }));
      svg.append(draw('text', { x: 0, y: y + 4 }, name.length > 28 ? name.slice(0, 27) + '…' : name));
      for (const [bin, count] of [...counts.get(plan)].sort((a, b) => a[0] - b[0])) {
        const x = left + bin * step + step / 2, at = start + bin * size;
        const circle = draw('circle', { cx: x, cy: y, r: Math.min(15, 8 + Math.sqrt(count)), class: 'dot' });
        circle.append(draw('title', {}, `${name}, ${size === 4 ? '' : 'quarter ' + (at % 4 + 1) + ' of '}${Math.floor(at / 4)}: ${count}`));
        svg.append(circle, draw('text', { x, y: y + 4, 'text-anchor': 'middle' }, count));
      }
    });
    const byYear = () => {
      const range = [...new Set(dated.map(item => item.y))].sort(), sums = new Map();
      for (const item of dated) { const key = item.p + ' ' + item.y; sums.set(key, (sums.get(key) || 0) + 1); }
      return table('Deadlines by year', ['Plan', ...range.map(String)],
        [...counts.keys()].sort((a, b) => a - b).map(plan => [data.plans[plan].l, ...range.map(year => number(sums.get(plan + ' ' + year)))]));
    };
    show('deadlines-body',
      make('p', {}, `${dated.length} of ${items.length} actions have a date; a circle says how many fall due in a ${size === 4 ? 'year' : 'quarter'} (of a span, at its end).` + (all > plans.length ? ` The ${plans.length} plans with the most, of ${all}.` : '')),
      make('div', { class: 'scroll', role: 'region', 'aria-label': 'Time line', tabindex: '0' }, svg),
      later('The same as a table, by year', byYear));
  }

  function status(items) {
    const counts = new Map();
    for (const item of items) {
      if (!counts.has(item.p)) counts.set(item.p, { rated: {}, none: 0, steps: {} });
      const row = counts.get(item.p);
      if (item.u) row.rated[item.u] = (row.rated[item.u] || 0) + 1; else row.none++;
      for (const step of item.k || []) row.steps[step] = (row.steps[step] || 0) + 1;
    }
    if (!counts.size) return show('status-body', none());
    const rows = [];
    const plans = [...counts.keys()].sort((a, b) => a - b);
    for (const plan of plans) {
      const row = counts.get(plan);
      const line = (name, of, unrated) => rows.push(() => [name, ...STATUS.map(status => number(of[status])), unrated, bar(of)]);
      line(data.plans[plan].l, row.rated, row.none);
      if (Object.keys(row.steps).length) line(data.plans[plan].l + ': milestones', row.steps, '–');
    }
    const keys = () => make('ul', {}, ...plans.map(plan =>
      make('li', {}, `${data.plans[plan].l}: ${data.plans[plan].k.join('; ') || 'no key of its own'}`)));
    paged('status-body', rows, STATUS_ROWS, shown => make('div', {}, make('p', {}, 'Colours are read through each plan’s own key.'),
      mark(table('Status by plan', ['Plan', ...STATUS.map(words), 'not rated', 'Shares'], shown.map(row => row()))), later('The plans’ keys', keys)));
  }
  function bar(of) {
    const total = STATUS.reduce((sum, status) => sum + (of[status] || 0), 0);
    const svg = draw('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    let x = 0;
    for (const status of STATUS) {
      const width = total ? (of[status] || 0) / total * 100 : 0;
      if (width) svg.append(draw('rect', { x, y: 0, width: Math.max(0, width - .6), height: 10, class: 's-' + status }));
      x += width;
    }
    return svg;
  }

  function leads(items) {
    const counts = new Map();
    for (const item of items) for (const lead of item.n || []) {
      if (!counts.has(lead)) counts.set(lead, new Map());
      const row = counts.get(lead);
      row.set(item.p, (row.get(item.p) || 0) + 1);
    }
    const total = row => [...row.values()].reduce((sum, count) => sum + count, 0);
    const ordered = [...counts].map(([lead, row]) => [lead, row, total(row)]).sort((a, b) => b[2] - a[2] || a[0] - b[0]);
    if (!ordered.length) return show('leads-body', make('p', {}, 'None of these actions says who leads.'));
    const few = data.plans.length <= PLANS_SIDE_BY_SIDE;
    const head = ['Lead', 'Actions', ...(few ? data.plans.map(plan => plan.l) : ['Plans'])];
    paged('leads-body', ordered, 12, shown => mark(table('Who leads', head,
      shown.map(([lead, row, sum]) => [data.leads[lead], sum, ...(few ? data.plans.map((_, plan) => number(row.get(plan))) : [row.size])]))));
  }
  function mark(box) {
    for (const row of box.querySelectorAll('tbody tr')) row.classList.add('item');
    return box;
  }

  function indicators(items) {
    if (!items.length) return show('indicators-body', data.indicators.length ? none() : make('p', {}, 'None of the plans has a table of indicators.'));
    const order = item => item.t ? item.t[0][0] : data.themes.length;
    const sorted = [...items].sort((a, b) => order(a) - order(b) || a.i - b.i);
    paged('indicators-body', sorted, ROWS, shown => mark(table('Indicators side by side', ['Measure', 'Theme', 'Plan', 'Baseline', 'Targets', 'Actual', 'Place'],
      shown.map(item => [item.x, item.t ? data.themes[item.t[0][0]].t : 'none', data.plans[item.p].l, item.b || '–', readings(item, 1), readings(item, 2), source(item)]), 'texts')));
  }
  function readings(item, which) {
    const given = (item.g || []).filter(reading => reading[which]);
    if (!given.length) return '–';
    return given.map(reading => (reading[0] ? reading[0] + ': ' : '') + reading[which]).join('; ');
  }

  function actions(items) {
    if (!items.length) return show('actions-body', none());
    paged('actions-body', items, PAGE, shown => make('div', {}, ...shown.map(card)));
  }
  function card(item) {
    const facts = make('dl', { class: 'facts' });
    const fact = (name, ...values) => facts.append(make('dt', {}, name), make('dd', {}, ...values));
    if (item.s) fact('Section', item.s.join(' › '));
    fact('Lead', item.l ? item.l.join('; ') : 'not said');
    fact('By when', item.w || (item.e ? 'last milestone ' + item.e : 'not said'));
    if (item.u) {
      const dot = draw('svg', { class: 'mark', viewBox: '0 0 10 10', 'aria-hidden': 'true' });
      dot.append(draw('rect', { x: 0, y: 0, width: 10, height: 10, rx: 2, class: 's-' + item.u }));
      const printed = [item.v, item.c].filter(part => part).join(', ');
      fact('Status', dot, words(item.u) + (printed ? ` (printed: ${printed})` : ''));
    }
    if (item.m) fact('Measures', item.m.join(' · '));
    fact('Themes', item.t ? item.t.map(match => data.themes[match[0]].t).join(', ') : 'none');
    fact('Place', source(item));
    const article = make('article', { class: 'card item' },
      make('h3', {}, data.plans[item.p].l + ', ' + item.r), make('p', {}, item.x), facts);
    if (item.t) {
      article.append(later('Why these themes', () => make('ul', {}, ...item.t.map(match =>
        make('li', {}, `${data.themes[match[0]].t}, ${match[1]} points: ` + match[2].map(why => `“${why[0]}” (${PLACES[why[1]]}, ${why[2]})`).join(', '))))));
    }
    if (item.q) {
      article.append(later(`Closest counterparts (${item.q.length})`, () => make('ul', {}, ...item.q.map(([index, score, shared]) => {
        const other = data.actions[index];
        return make('li', {}, `${data.plans[other.p].l}, ${other.r}: ${other.x} `,
          make('span', { class: 'quiet' }, `Score ${score}. Words in common: ${shared.join(', ')}. By when: ${other.w || 'not said'}. Lead: ${other.l ? other.l.join('; ') : 'not said'}. `), source(other));
      }))));
    }
    return article;
  }

  function matrix(view) {
    const cells = [...document.querySelectorAll('#matrix td')].map(cell => [cell, (cell.dataset.v || '').split(' ').map(Number)]);
    const most = Math.max(1, ...cells.map(([, values]) => values[0] || 0));
    for (const [cell, values] of cells) {
      const count = values[0] || 0, share = count && view ? values[view] / count : count / most;
      cell.textContent = !count ? '–' : view ? Math.round(share * 100) + '%' : count;
      cell.style.setProperty('--v', count ? share : 0);
    }
  }

  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', () => { limits = {}; update(); });
  form.addEventListener('reset', () => setTimeout(() => { limits = {}; update(); }));
  document.addEventListener('change', event => { if (event.target.name === 'view') matrix(+event.target.value); });
  document.getElementById('matrix').addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    form[button.dataset.filter].value = button.dataset.value;
    limits = {};
    update();
    document.getElementById('filter').scrollIntoView();
    form[button.dataset.filter].focus();
  });
  // On paper there is no button to press: all that matches is printed.
  window.addEventListener('beforeprint', () => {
    limits = { 'actions-body': Infinity, 'indicators-body': Infinity, 'leads-body': Infinity, 'status-body': Infinity };
    update();
    document.querySelectorAll('details').forEach(item => { item.open = true; item.dispatchEvent(new Event('toggle')); });
  });
  matrix(0);
  update();
})();

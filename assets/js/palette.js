// Ctrl K: records first, then places to go and buttons of this page; matches without diacritics.
import {fold, later, make, parse, say} from './lib.js';

let dialog, input, list, asked = 0;

/** What the page itself offers: navigation and its head's buttons. */
function commands(words) {
  const found = [];
  const seen = new Set();
  for (const link of document.querySelectorAll('.side a[href^="/"], .ph-a a[href]')) {
    const label = (link.querySelector('.t') ?? link.querySelector('span') ?? link).textContent.trim();
    if (!label || seen.has(label) || (words && !fold(label).includes(words))) continue;
    seen.add(label);
    const icon = link.querySelector('svg.i')?.cloneNode(true);
    const key = link.querySelector('kbd')?.textContent ?? (link.dataset.go ? `G ${link.dataset.go}` : '');
    found.push({href: link.getAttribute('href'), label, icon, key});
  }
  return found;
}

function item(href, children) {
  return make('a', {class: 'pal-i', href, role: 'option', tabindex: '-1', id: `pal-${list.querySelectorAll('.pal-i').length}`}, ...children);
}

function addGroup(label) {
  list.append(make('p', {class: 'pal-g', role: 'presentation'}, label));
}

function addRecords(markup) {
  const found = [];
  for (const link of markup.querySelectorAll('a[href^="/"]')) {
    const heading = link.closest('section')?.querySelector('h2, h3')?.textContent ?? '';
    const title = link.querySelector('.tt') ?? link;
    const sub = link.querySelector('.tsub')?.textContent ?? '';
    found.push({href: link.getAttribute('href'), heading, title: title.textContent.trim(), sub: sub.trim()});
  }
  let last = null;
  for (const {href, heading, title, sub} of found) {
    if (heading !== last) addGroup(heading || list.dataset.records);
    last = heading;
    list.append(item(href, [make('span', {class: 'grow'}, title, ' ', make('small', {}, sub))]));
  }
}

function addCommands(words) {
  const found = commands(words).slice(0, words ? 6 : 20);
  if (!found.length) return;
  addGroup(list.dataset.commands);
  for (const {href, label, icon, key} of found) {
    const children = icon ? [icon, label] : [label];
    if (key) children.push(make('kbd', {}, key));
    list.append(item(href, children));
  }
}

function choose(option) {
  for (const other of list.querySelectorAll('[aria-selected]')) other.removeAttribute('aria-selected');
  if (!option) return input.removeAttribute('aria-activedescendant');
  option.setAttribute('aria-selected', 'true');
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({block: 'nearest'});
}

function show(markup, typed) {
  list.replaceChildren();
  if (markup) addRecords(markup);
  addCommands(fold(typed));
  if (typed) list.append(item(`/search?q=${encodeURIComponent(typed)}`, [`${list.dataset.all}: “${typed}”`]));
  if (!list.querySelector('.pal-i')) list.append(make('p', {class: 'pal-0'}, list.dataset.none));
  choose(list.querySelector('.pal-i'));
}

async function search() {
  const typed = input.value.trim();
  const mine = ++asked;
  if (typed.length < 2) return show(null, typed);
  try {
    const answer = await fetch(`/search?q=${encodeURIComponent(typed)}`, {headers: {'HX-Request': 'true'}, credentials: 'same-origin'});
    const text = await answer.text();
    if (mine !== asked) return;
    show(answer.ok && !/<html/i.test(text.slice(0, 200)) ? parse(text) : null, typed);
  } catch {
    show(null, typed);
  }
}

function onKey(event) {
  if (event.isComposing) return;
  const options = [...list.querySelectorAll('.pal-i')];
  const at = options.findIndex((option) => option.hasAttribute('aria-selected'));
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    choose(options[(at + step + options.length) % options.length]);
  } else if (event.key === 'Enter' && options[at]) {
    event.preventDefault();
    options[at].click();
  }
}

export function openPalette(text = '') {
  if (!dialog || dialog.open) return;
  input.value = text;
  dialog.showModal();
  input.focus();
  search();
}

export function start() {
  dialog = document.getElementById('palette');
  if (!dialog) return;
  input = dialog.querySelector('input');
  list = dialog.querySelector('.pal-l');
  input.addEventListener('input', later(search, 120));
  input.addEventListener('keydown', onKey);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();  // on the backdrop
  });
  document.addEventListener('click', (event) => {
    const opens = event.target instanceof Element && event.target.closest('[data-palette-open]');
    if (!opens) return;
    event.preventDefault();
    openPalette(opens.value ?? '');
  });
  const box = document.querySelector('input[data-palette-open]');
  box?.setAttribute('aria-description', say('Enter để tìm; Ctrl K mở bảng lệnh', 'Enter searches; Ctrl K opens commands'));
}

// Keys: Ctrl K, /, ?, J K, Enter, X, O, N, E, G and a letter, Ctrl Enter, Alt L. Single letters are off while typing.
import {isTyping} from './lib.js';
import {openPalette} from './palette.js';

const offKey = 'nc.keys.off';
let goes = 0;  // when G was pressed

const rows = () => [...document.querySelectorAll('.tb:is(.cards, .tb-list) tbody tr:not(.grp), tr[data-row], [data-row]')]
    .filter((row, at, all) => row.offsetParent !== null && all.indexOf(row) === at);

/** The row that J and K are on. */
function current() {
  return document.querySelector('.cur:is(tr, [data-row])');
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(current());
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  current()?.classList.remove('cur');
  next.classList.add('cur');
  next.scrollIntoView({block: 'nearest'});
  const link = next.querySelector('a.tt, a[href]');
  link?.focus({preventScroll: true});
}

/** Presses what carries the key on this page: data-key="N", or the names "new" and "edit". */
function press(key) {
  const names = {n: 'new', e: 'edit'};
  const target = [...document.querySelectorAll('[data-key]')].find((element) => element.offsetParent !== null &&
      [key, names[key]].includes(element.dataset.key.toLowerCase()));
  target?.click();
  return Boolean(target);
}

function go(key) {
  const target = [...document.querySelectorAll('[data-go]')].find((link) => link.dataset.go.toLowerCase() === key);
  if (target) location.assign(target.href);
  return Boolean(target);
}

function showKeys() {
  const dialog = document.getElementById('keys');
  if (dialog && !dialog.open) dialog.showModal();
}

function single(event) {
  const key = event.key.toLowerCase();
  if (Date.now() - goes < 1500) {
    goes = 0;
    return go(key);
  }
  switch (key) {
    case 'g': goes = Date.now(); return true;
    case 'j': move(1); return true;
    case 'k': move(-1); return true;
    case 'x': {
      const box = current()?.querySelector('.ck input');
      box?.click();
      return Boolean(box);
    }
    case 'o': {
      const figure = document.activeElement?.closest('[data-figure]') ?? current()?.querySelector('[data-figure]');
      figure?.click();
      return Boolean(figure);
    }
    case ' ': {
      const figure = document.activeElement?.closest('[data-figure]');
      figure?.click();
      return Boolean(figure);
    }
    case '/': {
      const box = document.querySelector('[data-filter], [data-key=filter]');
      box?.focus();
      box?.select?.();
      return Boolean(box);
    }
    case '?': showKeys(); return true;
    default: return /^[a-z]$/.test(key) && press(key);
  }
}

function onKey(event) {
  if (event.defaultPrevented) return;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
  } else if (control && event.key === 'Enter') {
    const form = event.target instanceof Element ? event.target.closest('form[method=post]') : null;
    if (form) form.requestSubmit();
    else document.querySelector('main form.form')?.requestSubmit();
  } else if (event.altKey && event.key.toLowerCase() === 'l') {
    event.preventDefault();
    toggleLabels();
  } else if (!control && !event.altKey && !isTyping(event) && !document.querySelector('dialog[open]') && localStorage.getItem(offKey) !== '1') {
    if (single(event)) event.preventDefault();
  }
}

function toggleLabels() {
  const root = document.documentElement;
  const one = root.dataset.labels !== 'one';
  if (one) root.dataset.labels = 'one';
  else delete root.dataset.labels;
  localStorage.setItem('nc.labels', one ? 'one' : '');
}

export function start() {
  if (localStorage.getItem('nc.labels') === 'one') document.documentElement.dataset.labels = 'one';
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', (event) => {
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest('[data-keys]')) {
      event.preventDefault();
      showKeys();
    }
    const close = at?.closest('dialog [data-close]');
    if (close) {
      event.preventDefault();
      close.closest('dialog').close();
    }
  });
  const box = document.querySelector('[data-single-keys]');
  if (!box) return;
  box.checked = localStorage.getItem(offKey) !== '1';
  box.addEventListener('change', () => localStorage.setItem(offKey, box.checked ? '' : '1'));
}

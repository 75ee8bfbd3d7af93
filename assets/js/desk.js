// The press desk: J and K walk over the statements, A E X U decide the current one; its words light up in the article.
import {isTyping} from './lib.js';

const cards = () => [...document.querySelectorAll('.bench.intake .cd')].filter((card) => card.offsetParent !== null);
const current = () => document.querySelector('.bench.intake .cd.cur');

function choose(card, scroll = true) {
  if (!card) return;
  for (const old of document.querySelectorAll('.bench.intake :is(.cd, mark.sp).cur')) old.classList.remove('cur');
  card.classList.add('cur');
  if (scroll) card.scrollIntoView({block: 'nearest'});
  const words = document.querySelectorAll(`mark.sp[data-card="${CSS.escape(card.id)}"]`);
  for (const mark of words) mark.classList.add('cur');
  if (scroll) words[0]?.scrollIntoView({block: 'nearest'});
}

function move(step) {
  const all = cards();
  const at = all.indexOf(current());
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  choose(next);
  next?.querySelector('a.no')?.focus({preventScroll: true});
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (document.querySelector('dialog[open]') || localStorage.getItem('nc.keys.off') === '1') return;
  const key = event.key.toLowerCase();
  if (key === 'j' || key === 'k') {
    move(key === 'j' ? 1 : -1);
  } else if (['a', 'e', 'x', 'u'].includes(key)) {
    const button = current()?.querySelector(`[data-act="${key}"]`);
    if (!button) return;
    button.click();
  } else {
    return;
  }
  event.preventDefault();
}

export function start() {
  if (!document.querySelector('.bench.intake')) return;
  const named = location.hash.startsWith('#c-') ? document.getElementById(location.hash.slice(1)) : null;
  choose(named ?? cards().find((card) => card.querySelector('[data-act=a]')) ?? cards()[0], Boolean(named));
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('focusin', (event) => {
    const card = event.target.closest?.('.bench.intake .cd');
    if (card && card !== current()) choose(card, false);
  });
  window.addEventListener('hashchange', () => {
    if (location.hash.startsWith('#c-')) choose(document.getElementById(location.hash.slice(1)));
    if (location.hash.startsWith('#s-')) choose(document.getElementById('c-' + location.hash.slice(3)), false);
  });
}

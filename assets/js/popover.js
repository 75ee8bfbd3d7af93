// Every figure opens: its rows in a dialog beside it, on phones in a sheet. Without scripts the link opens a page.
import {isPhone, make, parse, say} from './lib.js';

let opener = null;
let asked = 0;

const holder = () => document.getElementById('mo');

function partial(href) {
  const address = new URL(href, location.href);
  address.searchParams.set('mo', '1');
  return fetch(address, {headers: {'HX-Request': 'true'}, credentials: 'same-origin'}).then(async (answer) => {
    const text = await answer.text();
    // A sign-in page or an error page is a whole page: go there instead.
    if (!answer.ok || answer.redirected || /<html/i.test(text.slice(0, 200))) throw new Error('not a part');
    return text;
  });
}

/** Under the figure, or above it when there is more room; phones: css makes it a sheet. */
function place() {
  const mo = holder();
  mo.style.left = mo.style.top = '';
  if (isPhone() || !opener) return;
  const at = opener.getBoundingClientRect();
  const wide = mo.offsetWidth;
  const left = Math.max(16, Math.min(at.left - 18, document.documentElement.clientWidth - wide - 16));
  const below = innerHeight - at.bottom;
  const up = below < mo.offsetHeight + 20 && at.top > below && at.top > mo.offsetHeight + 20;
  mo.style.left = `${left + scrollX}px`;
  mo.style.top = `${(up ? at.top - mo.offsetHeight - 10 : at.bottom + 10) + scrollY}px`;
}

function fill(markup) {
  const mo = holder();
  mo.replaceChildren(...parse(markup).childNodes);
  mo.setAttribute('role', 'dialog');
  mo.setAttribute('aria-labelledby', 'mo-title');
  mo.dispatchEvent(new CustomEvent('nc:part', {bubbles: true}));
  window.htmx?.process(mo);
  place();
}

export function close(returnFocus = true) {
  const mo = holder();
  if (!mo || !mo.hasChildNodes()) return false;
  mo.replaceChildren();
  mo.removeAttribute('role');
  mo.removeAttribute('aria-labelledby');
  const from = opener;
  opener = null;
  from?.classList.remove('sel');
  if (returnFocus) from?.focus();
  return true;
}

async function open(figure, href) {
  if (opener !== figure) close(false);
  opener = figure;
  figure.classList.add('sel');
  const mine = ++asked;
  // Nothing for 300 ms, then a sentence: no flicker on a fast answer.
  const slow = setTimeout(() => {
    holder().replaceChildren(make('p', {class: 'mo-load', role: 'status'}, say('Đang mở bản ghi…', 'Opening the records…')));
    place();
  }, 300);
  try {
    const markup = await partial(href);
    if (mine !== asked || opener !== figure) return;
    clearTimeout(slow);
    fill(markup);
    const title = document.getElementById('mo-title');
    title?.setAttribute('tabindex', '-1');
    title?.focus({preventScroll: isPhone()});
  } catch {
    clearTimeout(slow);
    location.assign(href);
  }
}

/** Another view of the same figure: only the inside changes. */
async function switchTo(link) {
  const href = link.getAttribute('href');
  const mine = ++asked;
  try {
    const markup = await partial(href);
    if (mine !== asked) return;
    fill(markup);
    holder().querySelector('.seg [aria-current]')?.focus();
  } catch {
    location.assign(href);
  }
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const at = event.target instanceof Element ? event.target : null;
  if (!at) return;
  const mo = holder();
  const inside = mo?.contains(at);
  const figure = at.closest('[data-figure]');
  if (figure) {
    event.preventDefault();
    if (figure === opener) close();
    else if (inside) switchTo(figure);
    else open(figure, figure.getAttribute('href'));
  } else if (inside && at.closest('.seg a, [data-figure-tab]')) {
    event.preventDefault();
    switchTo(at.closest('a'));
  } else if (inside && at.closest('[data-close]')) {
    close();
  } else if (!inside && mo?.hasChildNodes()) {
    close(false);
  }
}

export function start() {
  const mo = holder();
  if (!mo) return;
  mo.after(make('div', {class: 'mo-veil'}));
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && close()) event.stopPropagation();
  });
  addEventListener('resize', () => mo.hasChildNodes() && place());
  // Bars and points of charts are figures too.
  document.addEventListener('nc:figure', (event) => open(event.target, event.detail.href));
}

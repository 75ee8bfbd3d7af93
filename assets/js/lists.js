// Lists: choose rows, conditions that apply themselves, saved copies of a citation, messages that go away.
import {each, fade, later, tell} from './lib.js';

function count(form) {
  const boxes = [...form.querySelectorAll('tbody .ck input')];
  const on = boxes.filter((box) => box.checked).length;
  const out = form.querySelector('[data-bulk] [data-count]');
  if (out) out.textContent = String(on);
  const all = form.querySelector('[data-all]');
  if (all) {
    all.checked = on > 0 && on === boxes.length;
    all.indeterminate = on > 0 && on < boxes.length;
  }
}

let lastBox = null;

function onBox(event) {
  const box = event.target;
  if (!(box instanceof HTMLInputElement)) return;
  const form = box.closest('form');
  if (box.matches('[data-all]')) {
    for (const other of form.querySelectorAll('tbody .ck input')) other.checked = box.checked;
    count(form);
  } else if (box.matches('tbody .ck input')) {
    count(form);
  }
}

/** Shift and a click choose everything between. */
function onRange(event) {
  const box = event.target instanceof Element ? event.target.closest('tbody .ck input') : null;
  if (!box) return;
  if (event.shiftKey && lastBox?.isConnected) {
    const boxes = [...box.closest('tbody').querySelectorAll('.ck input')];
    const [from, to] = [boxes.indexOf(lastBox), boxes.indexOf(box)].sort((a, b) => a - b);
    if (from >= 0) for (const other of boxes.slice(from, to + 1)) other.checked = box.checked;
    count(box.closest('form'));
  }
  lastBox = box;
}

/** Where the person is in a form of conditions, so that a new list does not throw them out. */
function placeIn(form) {
  const at = document.activeElement;
  return {
    open: [...form.querySelectorAll('details')].map((pane) => pane.open),
    name: form.contains(at) ? at.name : '', value: at?.value, type: at?.type, caret: at?.type === 'search' || at?.type === 'text' ? at.selectionStart : null,
  };
}

function backTo(form, place) {
  [...form.querySelectorAll('details')].forEach((pane, at) => pane.open = place.open[at] ?? false);
  const same = [...form.elements].find((element) => place.name && element.name === place.name &&
      (['checkbox', 'radio'].includes(place.type) ? element.value === place.value : true));
  if (!same) return;
  // What was typed while the answer was under way stays.
  if (place.caret !== null) same.value = place.value;
  same.focus({preventScroll: true});
  if (place.caret !== null) same.setSelectionRange(place.caret, place.caret);
}

let asked = 0;

/** Conditions of a list apply themselves: the page is asked again and only its content is exchanged. */
async function applyConditions(form) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  const address = form.getAttribute('action') + (query.size ? `?${query}` : '');
  const main = document.getElementById('main');
  const mine = ++asked;
  main.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, {credentials: 'same-origin'});
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('main');
    if (mine !== asked) return;
    if (!answer.ok || !fresh) throw new Error('no list');
    const place = placeIn(document.querySelector('#main form[data-auto]') ?? form);
    main.replaceChildren(...fresh.childNodes);
    history.replaceState(null, '', address);
    main.dispatchEvent(new CustomEvent('nc:part', {bubbles: true}));
    window.htmx?.process(main);
    const next = main.querySelector('form[data-auto]');
    if (!next) return;
    backTo(next, place);
    // Typed while the answer was under way: the timer of the former form is gone with it, so ask for what stands there now.
    if (place.caret !== null && place.value.trim() !== (query.get(place.name) ?? '').trim()) applyConditions(next);
  } catch {
    location.assign(address);
  } finally {
    main.removeAttribute('aria-busy');
  }
}

function autoSend(form) {
  const send = later(() => form.isConnected && applyConditions(form), 250);
  form.addEventListener('change', send);
  form.addEventListener('input', (event) => {
    if (event.target.type === 'search' && !event.isComposing) send();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    applyConditions(form);
  });
}

async function copy(button) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure address the clipboard is only reachable through a selection.
    const box = document.createElement('textarea');
    box.value = text;
    box.className = 'vh';
    document.body.append(box);
    box.select();
    document.execCommand('copy');
    box.remove();
    button.focus();
  }
  tell(button.dataset.done ? `${button.dataset.done}: ${text}` : text);
}

/** A list that is swapped keeps its open conditions open, and the focus where it was. */
function keepOpen() {
  let open = [];
  let focused = null;
  const name = (pane) => pane.querySelector(':scope > summary')?.textContent.split(':')[0].trim();
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target?.id !== 'list') return;
    open = [...event.detail.target.querySelectorAll('.fls details[open]')].map(name);
    focused = document.activeElement?.id || null;
  });
  document.addEventListener('htmx:afterSettle', () => {
    for (const pane of document.querySelectorAll('#list .fls details')) if (open.includes(name(pane))) pane.open = true;
    const again = focused && document.getElementById(focused);
    if (again && open.length) setTimeout(() => again.focus(), 0);
    open = [];
  });
}

export function start() {
  keepOpen();
  document.addEventListener('change', onBox);
  document.addEventListener('click', onRange);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (button) copy(button);
  });
  each('form[data-auto]', autoSend);
  each('.toasts > .toast-n', fade);
  // The swapped list may be another: say so without moving the focus.
  document.addEventListener('htmx:beforeRequest', (event) => event.detail.target?.setAttribute('aria-busy', 'true'));
  document.addEventListener('htmx:afterSwap', (event) => event.detail.target?.removeAttribute('aria-busy'));
  // Parameters that are empty stay out of the address.
  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') return;
    const {parameters} = event.detail;
    for (const name of Object.keys(parameters)) if (parameters[name] === '') delete parameters[name];
  });
}

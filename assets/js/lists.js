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

/** Forms of conditions without htmx attributes: they send themselves a moment after a change. */
function autoSend(form) {
  const send = later(() => form.requestSubmit(), 250);
  form.addEventListener('change', (event) => {
    if (!event.target.matches('input[type=search]')) send();
  });
  // Empty fields only lengthen the address.
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
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

export function start() {
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

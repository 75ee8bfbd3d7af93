// Small helpers that the modules share.

export const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';

/** The words of the page's language. */
export const say = (vi, en) => (lang === 'en' ? en : vi);

/** Lower case without diacritics: "Đoàn vào" -> "doan vao". */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();

/** Calls `act` once for each element that matches, on this page and in parts that htmx or the popover bring later. */
export function each(selector, act) {
  const done = new WeakSet();
  const once = (element) => {
    if (done.has(element)) return;
    done.add(element);
    act(element);
  };
  const run = (within) => {
    if (within.matches?.(selector)) once(within);
    within.querySelectorAll(selector).forEach(once);
  };
  run(document);
  document.addEventListener('htmx:load', (event) => run(event.target));
  document.addEventListener('nc:part', (event) => run(event.target));
}

/** An element with attributes and children; text is never markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** Markup of our own server as nodes, without running anything in it. */
export function parse(markup) {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  for (const script of parsed.querySelectorAll('script')) script.remove();
  return parsed.body;
}

export function later(act, wait) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), wait);
  };
}

export const isPhone = () => matchMedia('(max-width: 639px)').matches;

/** Is the person typing, or composing with an input method? Then single keys are text. */
export function isTyping(event) {
  if (event.isComposing || event.keyCode === 229) return true;
  const at = event.target;
  if (!(at instanceof Element)) return false;
  if (at.closest('[contenteditable=""],[contenteditable=true],textarea,select')) return true;
  return at.matches('input') && !['checkbox', 'radio', 'button', 'submit'].includes(at.type);
}

/** Says something once to screen readers and shows it for a moment. */
export function tell(text) {
  const holder = document.getElementById('toasts');
  if (!holder) return;
  holder.replaceChildren(make('div', {class: 'toast-n'}, make('span', {class: 'grow'}, text)));
  fade(holder.firstElementChild);
}

/** Messages go after 8 seconds, but not while the pointer or focus is on them. */
export function fade(message) {
  let timer = setTimeout(() => message.remove(), 8000);
  const hold = () => clearTimeout(timer);
  const release = () => {
    clearTimeout(timer);
    timer = setTimeout(() => message.remove(), 8000);
  };
  message.addEventListener('mouseenter', hold);
  message.addEventListener('focusin', hold);
  message.addEventListener('mouseleave', release);
  message.addEventListener('focusout', release);
}

export const csrf = () => document.querySelector('input[name=csrf]')?.value ??
    JSON.parse(document.body.getAttribute('hx-headers') ?? '{}')['x-csrf-token'] ?? '';

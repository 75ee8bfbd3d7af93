// Forms: days with a calendar, checks when a field is left, drafts kept on this machine, focus on what is to be mended.
import {csrf, each, later, make, say} from './lib.js';

// ---- days ----

const weekdays = [['Chủ nhật', 'Sunday'], ['thứ Hai', 'Monday'], ['thứ Ba', 'Tuesday'], ['thứ Tư', 'Wednesday'],
  ['thứ Năm', 'Thursday'], ['thứ Sáu', 'Friday'], ['thứ Bảy', 'Saturday']];

/** Day typed as 14/4/2026, 14-04-2026 or 2026-04-14; null when it is none. */
export function readDay(text) {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const typed = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!iso && !typed) return null;
  const [year, month, day] = iso ? iso.slice(1).map(Number) : typed.slice(1).map(Number).reverse();
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date : null;
}

const two = (n) => String(n).padStart(2, '0');

function dayBox(input) {
  if (input.dataset.ready) return;
  input.dataset.ready = '1';
  const holder = input.closest('.inp');
  const out = holder.querySelector('[data-weekday]');
  const tell = () => {
    const date = readDay(input.value);
    if (out) out.textContent = date ? say(...weekdays[date.getUTCDay()]) : '';
  };
  // "2026-04-14" is shown as people write it.
  const given = readDay(input.value);
  if (given && /^\d{4}-/.test(input.value)) input.value = `${two(given.getUTCDate())}/${two(given.getUTCMonth() + 1)}/${given.getUTCFullYear()}`;
  input.addEventListener('input', tell);
  tell();
  const button = holder.querySelector('.cal');
  if (!button || !HTMLInputElement.prototype.showPicker) return button?.setAttribute('disabled', '');
  const picker = make('input', {type: 'date', tabindex: '-1', 'aria-hidden': 'true'});
  button.after(picker);
  button.addEventListener('click', () => {
    const date = readDay(input.value);
    picker.value = date ? date.toISOString().slice(0, 10) : '';
    picker.showPicker();
  });
  picker.addEventListener('change', () => {
    const date = readDay(picker.value);
    if (!date) return;
    input.value = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
    tell();
    input.dispatchEvent(new Event('change', {bubbles: true}));
    input.focus();
  });
}

// ---- messages beside fields ----

function setMessage(input, text) {
  const field = input.closest('.fld');
  const line = field?.querySelector('.err');
  if (!line) return;
  const box = field.querySelector('.inp');
  const shown = field.querySelector('[aria-describedby]') ?? input;
  line.replaceChildren(text ? make('span', {}, text) : '');
  if (!text) line.replaceChildren();
  box?.classList.toggle('bad', Boolean(text));
  if (text) shown.setAttribute('aria-invalid', 'true');
  else shown.removeAttribute('aria-invalid');
}

/** Asks the server about one field, when it is left with another value than it came with. */
function checks(form) {
  const before = new Map();
  const valueOf = (input) => (input.matches('[data-combo]') ? input.closest('.inp').querySelector('input[type=hidden]')?.value : input.value) ?? '';
  form.addEventListener('focusin', (event) => {
    const input = event.target;
    if (input.matches?.('input, textarea, select') && !before.has(input)) before.set(input, valueOf(input));
  });
  form.addEventListener('input', (event) => {
    // What was wrong is cleared as soon as it is being mended.
    if (event.target.closest('.fld')?.querySelector('[aria-invalid]')) setMessage(event.target, '');
  });
  form.addEventListener('focusout', async (event) => {
    const input = event.target;
    const field = input.closest?.('.fld');
    const name = field?.dataset.field;
    if (!name || !input.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')) return;
    const value = valueOf(input);
    if (!before.has(input) || value === before.get(input)) return;
    before.set(input, value);
    const body = new URLSearchParams({csrf: csrf(), field: name, [name]: value});
    try {
      const answer = await fetch(form.dataset.check, {method: 'POST', body, headers: {'HX-Request': 'true'}, credentials: 'same-origin'});
      const text = answer.ok || answer.status === 422 ? (await answer.text()).trim() : '';
      if (valueOf(input) !== value || /<html/i.test(text)) return;
      const plain = new DOMParser().parseFromString(text, 'text/html').body.textContent.trim();
      setMessage(input, plain);
    } catch {
      // Offline: the server checks again when the form is sent.
    }
  });
}

// ---- drafts ----

const keep = 'nc.draft.';
const skip = new Set(['csrf', 'version']);

function contents(form) {
  return [...new FormData(form)].filter(([name, value]) => !skip.has(name) && typeof value === 'string');
}

function restore(form, pairs) {
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (!element.name || skip.has(element.name) || element.type === 'file' || element.type === 'submit') continue;
    const kept = values.get(element.name) ?? [];
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = kept.includes(element.value);
    else if (values.has(element.name)) element.value = kept[0];
    if (element.type === 'hidden') {
      const shown = element.parentElement?.querySelector('[data-combo]');
      if (shown) shown.value = element.value;
    }
  }
}

/** "Nháp tự lưu lúc 08:51": what is typed stays on this machine until it is saved or discarded. */
function drafts(form) {
  const key = keep + location.pathname + ':' + form.dataset.draft;
  const note = make('span', {class: 'sm m2 draft', role: 'status'});
  (form.querySelector('.ff, .form-foot') ?? form).append(note);
  const began = JSON.stringify(contents(form));
  const stored = JSON.parse(localStorage.getItem(key) ?? 'null');
  const time = (at) => new Date(at).toLocaleTimeString(say('vi-VN', 'en-GB'), {hour: '2-digit', minute: '2-digit'});
  // A form that came back with messages already holds what was typed.
  if (stored && !document.querySelector('.sum-e') && JSON.stringify(stored.pairs) !== began) {
    const offer = make('div', {class: 'note info', role: 'status'}, make('span', {class: 'grow'},
        say(`Có bản nháp chưa lưu lúc ${time(stored.at)}.`, `There is an unsaved draft from ${time(stored.at)}.`)));
    const take = make('button', {type: 'button', class: 'btn btn-s'}, say('Điền lại', 'Restore'));
    const drop = make('button', {type: 'button', class: 'btn btn-s btn-ghost'}, say('Bỏ nháp', 'Discard'));
    take.addEventListener('click', () => {
      restore(form, stored.pairs);
      offer.remove();
      form.querySelector('input:not([type=hidden]), textarea, select')?.focus();
    });
    drop.addEventListener('click', () => {
      localStorage.removeItem(key);
      offer.remove();
    });
    offer.append(take, drop);
    form.before(offer);
  }
  const save = later(() => {
    const pairs = contents(form);
    if (JSON.stringify(pairs) === began) return localStorage.removeItem(key);
    localStorage.setItem(key, JSON.stringify({at: Date.now(), pairs}));
    note.textContent = say(`Nháp tự lưu lúc ${time(Date.now())}`, `Draft kept at ${time(Date.now())}`);
  }, 800);
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  form.addEventListener('submit', () => sessionStorage.setItem('nc.sent', key));
}

/** A draft is dropped when the page after it is not the same form again. */
function dropSent() {
  const key = sessionStorage.getItem('nc.sent');
  if (!key) return;
  sessionStorage.removeItem('nc.sent');
  if (!document.querySelector('.sum-e, .note.bad, form[data-draft]')) localStorage.removeItem(key);
}

/** Drafts hold people's data: nobody who signs out leaves them behind. */
function dropAll() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(keep)) localStorage.removeItem(key);
}

// ---- sending ----

function busy(form) {
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) return event.preventDefault();  // a second press saves once
    form.dataset.sent = '1';
    event.submitter?.setAttribute('aria-busy', 'true');
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

export function start() {
  dropSent();
  each('input[data-date]', dayBox);
  each('form[data-check]', checks);
  each('form[data-draft]', drafts);
  each('form[method=post]', busy);
  each('form[action="/sign-out"]', (form) => form.addEventListener('submit', dropAll));
  const summary = document.querySelector('.sum-e[data-focus]');
  summary?.focus();
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.sum-e a[href^="#"]') : null;
    const field = link && document.querySelector(link.getAttribute('href').replace(/([^\w#-])/g, '\\$1'));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({block: 'center'});
    field.focus({preventScroll: true});
  });
  // Back from another page: the browser may show the page as it was sent.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
}

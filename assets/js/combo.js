// Boxes that take a code or a title: a list box over them that can be searched without diacritics, one choice or several.
import {each, fold, later, make, say} from './lib.js';

/** Options from the server ({value, label}), or those that came with the page. */
async function find(lookup, local, typed) {
  if (!lookup) {
    const words = fold(typed);
    return local.filter(({label, value}) => !words || fold(`${label} ${value}`).includes(words)).slice(0, 60);
  }
  const answer = await fetch(`${lookup}${lookup.includes('?') ? '&' : '?'}q=${encodeURIComponent(typed)}`, {credentials: 'same-origin'});
  return answer.ok ? answer.json() : [];
}

/** A list box under `box`; `pick` is told what was chosen. */
class ListBox {
  constructor(input, id, ask, pick) {
    this.input = input;
    this.pick = pick;
    this.list = make('ul', {class: 'combo-l', role: 'listbox', id, hidden: true, 'aria-label': say('Gợi ý', 'Suggestions')});
    input.closest('.inp, .multi-b').append(this.list);
    for (const [name, value] of Object.entries({role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list'})) {
      input.setAttribute(name, value);
    }
    this.asked = 0;
    this.ask = async () => {
      const mine = ++this.asked;
      const options = await ask(input.value.trim()).catch(() => []);
      if (mine === this.asked && document.activeElement === input) this.show(options);
    };
    input.addEventListener('input', later(this.ask, 120));
    input.addEventListener('keydown', (event) => this.onKey(event));
    input.addEventListener('blur', () => this.hide());
    // mousedown comes before the blur of the box
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) this.take(option);
    });
  }

  show(options) {
    this.list.replaceChildren(...options.map(({value, label}, at) => make('li', {
      role: 'option', id: `${this.list.id}-${at}`, 'data-value': value, 'data-label': label}, label,
      value && value !== label ? make('small', {}, value) : '')));
    if (!options.length) this.list.append(make('li', {class: 'combo-0', role: 'presentation'}, say('Không có gì khớp', 'Nothing matches')));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.select(this.input.value ? this.list.querySelector('[role=option]') : null);
  }

  hide() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  select(option) {
    this.list.querySelector('[aria-selected]')?.removeAttribute('aria-selected');
    if (!option) return this.input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({block: 'nearest'});
  }

  take(option) {
    this.pick({value: option.dataset.value, label: option.dataset.label});
    this.hide();
  }

  onKey(event) {
    if (event.isComposing) return;
    const options = [...this.list.querySelectorAll('[role=option]')];
    const at = options.findIndex((option) => option.hasAttribute('aria-selected'));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) return this.ask();
      if (options.length) this.select(options[(at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length]);
    } else if (event.key === 'Enter' && !this.list.hidden && !event.ctrlKey) {
      event.preventDefault();
      if (options[at]) this.take(options[at]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.stopPropagation();
      this.hide();
    }
  }
}

/** The box keeps the code in a hidden field and shows the title. */
function combo(input) {
  if (input.dataset.ready) return;
  input.dataset.ready = '1';
  const local = [...(input.list?.options ?? [])].map((option) => ({value: option.value, label: option.label || option.textContent}));
  input.removeAttribute('list');
  const code = make('input', {type: 'hidden', name: input.name, value: input.value});
  input.removeAttribute('name');
  input.after(code);
  const known = local.find(({value}) => value === input.value)?.label ?? input.dataset.label;
  if (known) input.value = known;
  let shown = input.value;
  const box = new ListBox(input, `cb-${code.name}`, (typed) => find(input.dataset.lookup, local, typed === shown ? '' : typed), ({value, label}) => {
    code.value = value;
    input.value = shown = label;
    code.dispatchEvent(new Event('change', {bubbles: true}));
  });
  input.addEventListener('click', () => box.list.hidden && box.ask());
  input.addEventListener('focus', () => input.select());
  input.addEventListener('input', () => {
    // What was typed goes to the server as it is: it knows exact titles and codes too.
    code.value = input.value;
  });
  input.addEventListener('blur', () => {
    const typed = fold(input.value);
    const exact = local.find(({value, label}) => fold(label) === typed || fold(value) === typed);
    if (!typed) code.value = '';
    else if (input.value === shown) return;
    else if (exact) [code.value, input.value] = [exact.value, exact.label];
    shown = input.value;
  });
}

function words(multi) {
  const out = multi.querySelector('[data-words]');
  const chosen = [...multi.querySelectorAll('.multi-l input:checked')].map((box) => box.closest('label').textContent.trim());
  out.textContent = chosen.length ? chosen.join(', ') : out.dataset.none;
  out.classList.toggle('m3', !chosen.length);
}

/** Boxes to tick; those that do not match what is typed are hidden, or looked up. */
function multi(holder) {
  if (holder.dataset.ready) return;
  holder.dataset.ready = '1';
  const query = holder.querySelector('[data-narrow]');
  const list = holder.querySelector('.multi-l');
  holder.addEventListener('change', () => words(holder));
  if (holder.dataset.lookup) {
    query.removeAttribute('name');
    const box = new ListBox(query, `mb-${holder.dataset.name}`, (typed) => find(holder.dataset.lookup, [], typed), ({value, label}) => {
      const same = [...list.querySelectorAll('input')].find((other) => other.value === value);
      if (same) same.checked = true;
      else {
        list.append(make('label', {class: 'opt-l'},
            make('input', {class: 'form-check-input', type: 'checkbox', name: holder.dataset.name, value, checked: true}), make('span', {}, label)));
      }
      query.value = '';
      words(holder);
    });
    query.addEventListener('click', () => box.list.hidden && box.ask());
    return;
  }
  if (list.children.length < 8) query.remove();
  else {
    query.addEventListener('input', () => {
      const typed = fold(query.value);
      for (const label of list.children) label.hidden = Boolean(typed) && !fold(label.textContent).includes(typed);
    });
    query.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  }
}

export function start() {
  each('input[data-combo]', combo);
  each('details[data-multi]', multi);
  document.addEventListener('click', (event) => {
    for (const open of document.querySelectorAll('details[data-multi][open]')) if (!open.contains(event.target)) open.open = false;
  });
}

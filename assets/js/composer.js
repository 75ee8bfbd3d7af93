// The composer: figures open in the panel beside the sheet, paragraphs are edited where they stand.
import {each, parse, isTyping} from './lib.js';

let asked = 0;

/** Fills the panel with the figure that a link names; without an answer the link is followed as usual. */
async function show(link) {
  const mine = ++asked;
  const panel = document.getElementById('fig');
  const url = new URL(link.href, location.href);
  try {
    const answer = await fetch(url.pathname + url.search, {headers: {'HX-Request': 'true'}, credentials: 'same-origin'});
    if (!answer.ok || mine !== asked) throw new Error(String(answer.status));
    panel.replaceChildren(...parse(await answer.text()).childNodes);
    panel.dispatchEvent(new CustomEvent('nc:part', {bubbles: true}));
    history.replaceState(null, '', url.pathname + url.search);
    mark(url.searchParams.get('t'));
  } catch {
    if (mine === asked) location.assign(link.href);
  }
}

function mark(id) {
  for (const figure of document.querySelectorAll('.wb-desk .tok.sel')) figure.classList.remove('sel');
  const figures = [...document.querySelectorAll(`.wb-desk [data-figure="${CSS.escape(id ?? '')}"]`)];
  for (const figure of figures) figure.classList.add('sel');
  if (figures[0]) {
    let here = null;
    for (const link of document.querySelectorAll('.ol a[href^="#b-"]')) {
      link.classList.remove('on');
      const first = document.getElementById(link.hash.slice(1))?.previousElementSibling;
      if (first && (first.contains(figures[0]) || first.compareDocumentPosition(figures[0]) & Node.DOCUMENT_POSITION_FOLLOWING)) here = link;
    }
    here?.classList.add('on');
  }
  const box = figures[0]?.getBoundingClientRect();
  if (box && (box.top < 120 || box.bottom > innerHeight)) figures[0].scrollIntoView({block: 'center'});
}

function openEditor(details) {
  details.open = true;
  const box = details.querySelector('textarea');
  if (!box) return;
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function fit(box) {
  box.style.height = '';
  box.style.height = `${Math.min(box.scrollHeight + 2, 480)}px`;
}

function desk(sheet) {
  // Before the popover of figures hears of it.
  sheet.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const at = event.target instanceof Element ? event.target : null;
    const figure = at?.closest('a[data-figure]');
    if (figure) {
      event.preventDefault();
      event.stopPropagation();
      show(figure);
    } else if (at?.closest('[data-figure]')) {
      event.stopPropagation();
    }
  }, true);
  sheet.addEventListener('dblclick', (event) => {
    const paragraph = event.target instanceof Element ? event.target.closest('[data-block]') : null;
    const details = paragraph?.nextElementSibling?.querySelector(':scope > details.bedit');
    if (details && !event.target.closest('a')) openEditor(details);
  });
  sheet.addEventListener('toggle', (event) => {
    if (!event.target.matches?.('details.bedit') || !event.target.open) return;
    for (const other of sheet.querySelectorAll('details.bedit[open]')) if (other !== event.target) other.open = other.dataset.changed === '1';
    const box = event.target.querySelector('textarea');
    if (box) fit(box);
    box?.focus();
  }, true);
  sheet.addEventListener('input', (event) => {
    if (!event.target.matches('textarea')) return;
    event.target.closest('details').dataset.changed = '1';
    fit(event.target);
  });
  sheet.addEventListener('keydown', (event) => {
    const details = event.target.closest?.('details.bedit');
    if (!details) return;
    if (event.key === 'Escape' && details.dataset.changed !== '1') {
      details.open = false;
      details.querySelector('summary').focus();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      details.querySelector('button[value=save]')?.click();
    }
  });
  // Nothing typed is lost by leaving.
  addEventListener('beforeunload', (event) => {
    if (sheet.querySelector('details[data-changed="1"]') && !sheet.dataset.sent) event.preventDefault();
  });
  sheet.addEventListener('submit', () => { sheet.dataset.sent = '1'; });
}

export function start() {
  each('[data-composer]', desk);
  document.addEventListener('click', (event) => {
    const step = event.target instanceof Element ? event.target.closest('[data-fig-step]') : null;
    if (!step || event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    if (!step.classList.contains('disabled')) show(step);
  });
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || !document.querySelector('[data-composer]')) return;
    const steps = document.querySelectorAll('[data-fig-step]');
    const step = event.key === 'j' ? steps[1] : event.key === 'k' ? steps[0] : null;
    if (step) {
      event.preventDefault();
      step.click();
    }
  });
}

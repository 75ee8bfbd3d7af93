// Panes behind buttons (menus, conditions, questions): one at a time, closed by Esc, by a click elsewhere and by "Quay lại".
const selector = 'details:is(.opens, .menu, .fl-d)[open]';

export function closePanes(except = null) {
  for (const pane of document.querySelectorAll(selector)) {
    if (pane !== except && !pane.contains(except)) pane.open = false;
  }
}

/** A pane that would leave the screen opens to the other side. */
function keepOnScreen(pane) {
  const box = pane.querySelector(':scope > :not(summary)');
  if (!box) return;
  box.style.left = box.style.right = '';
  const at = box.getBoundingClientRect();
  if (at.left < 8) {
    box.style.left = '0';
    box.style.right = 'auto';
  } else if (at.right > document.documentElement.clientWidth - 8) {
    box.style.left = 'auto';
    box.style.right = '0';
  }
}

export function start() {
  document.addEventListener('toggle', (event) => {
    const pane = event.target;
    if (!(pane instanceof Element) || !pane.matches(selector)) return;
    closePanes(pane);
    keepOnScreen(pane);
    // A pane that was put back after a new list keeps the focus where it was.
    const at = document.activeElement;
    if (pane.contains(at) && at.tagName !== 'SUMMARY') return;
    if (pane.matches('.ask, .fl-d, :has(> .fl-b)')) {
      pane.querySelector(':scope > :not(summary) :is(input:not([type=hidden]), select, textarea, button)')?.focus();
    }
  }, true);
  document.addEventListener('click', (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const close = at?.closest('[data-close]');
    const pane = at?.closest(selector);
    if (close && pane) {
      pane.open = false;
      pane.querySelector('summary').focus();
    } else if (!pane) {
      closePanes();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const pane = document.querySelector(selector);
    if (!pane) return;
    pane.open = false;
    pane.querySelector('summary').focus();
  });
}

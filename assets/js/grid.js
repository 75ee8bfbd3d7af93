// A grid of boxes: blocks copied from a spreadsheet are pasted over it, arrows and Enter go from row to row.
import {each, say, tell} from './lib.js';

const mostRows = 200;

/** A table may be of so many rows and no more: data-rows. */
const mostOf = (body) => Number(body.parentElement.dataset.rows) || mostRows;

/** Rows and cells of a copied block; a cell in quotes may hold breaks. */
export function cellsOf(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (c === '"' && cell === '') {
      quoted = true;
    } else if (c === '\t' || c === '\n') {
      rows.at(-1).push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else if (c !== '\r') {
      cell += c;
    }
  }
  if (cell !== '' || rows.at(-1).length) rows.at(-1).push(cell);
  return rows.filter((row) => row.length);
}

function addRow(body) {
  const row = body.rows[body.rows.length - 1].cloneNode(true);
  const at = body.rows.length;
  row.querySelector('th').textContent = String(at + 1);
  for (const box of row.querySelectorAll('input')) {
    box.name = box.name.replace(/^g-\d+/, `g-${at}`);
    box.setAttribute('aria-label', box.getAttribute('aria-label').replace(/\d+/, String(at + 1)));
    box.value = '';
  }
  body.append(row);
  const count = body.closest('form').elements.rows;
  if (count) count.value = String(at + 1);
}

function boxAt(body, row, column) {
  return body.rows[row]?.querySelectorAll('input')[column];
}

function placeOf(body, box) {
  const row = box.closest('tr');
  return [[...body.rows].indexOf(row), [...row.querySelectorAll('input')].indexOf(box)];
}

function paste(body, event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text.replace(/\n$/, ''))) return;
  event.preventDefault();
  const [top, left] = placeOf(body, event.target);
  const rows = cellsOf(text);
  let put = 0;
  rows.forEach((cells, r) => {
    while (body.rows.length <= top + r && body.rows.length < mostOf(body)) addRow(body);
    cells.forEach((value, c) => {
      const box = boxAt(body, top + r, left + c);
      if (box) box.value = value;
    });
    if (boxAt(body, top + r, left)) ++put;
  });
  tell(put === rows.length ? say(`Đã dán ${put} dòng`, `${put} rows pasted`)
                           : say(`Đã dán ${put} trong ${rows.length} dòng: lưới nhận nhiều nhất ${mostOf(body)}`, `${put} of ${rows.length} rows pasted: the grid takes ${mostOf(body)}`));
}

function move(body, event) {
  const step = {ArrowDown: 1, Enter: 1, ArrowUp: -1}[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const [row, column] = placeOf(body, event.target);
  event.preventDefault();
  if (step > 0 && row === body.rows.length - 1 && body.rows.length < mostOf(body)) addRow(body);
  boxAt(body, row + step, column)?.focus();
}

export function start() {
  each('[data-grid]', (table) => {
    const body = table.tBodies[0];
    body.addEventListener('paste', (event) => event.target instanceof HTMLInputElement && paste(body, event));
    body.addEventListener('keydown', (event) => event.target instanceof HTMLInputElement && move(body, event));
  });
}

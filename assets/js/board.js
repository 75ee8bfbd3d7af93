// Boards: a card may be dragged to the stages that its buttons lead to. Everything works by button and key as well.
import {each} from './lib.js';

const act = (card, stage) => (card?.dataset.drops ?? '').split(' ').map((way) => way.split(':')).find(([to]) => to === stage)?.[1];

function start() {
  let held = null;
  each('[data-board] [data-card]', (card) => {
    if (card.dataset.drops) card.draggable = true;
  });
  document.addEventListener('dragstart', (event) => {
    const card = event.target instanceof Element ? event.target.closest('[data-card]') : null;
    if (!card) return;
    held = card;
    card.classList.add('drag');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.dataset.card);
  });
  document.addEventListener('dragend', () => {
    held?.classList.remove('drag');
    each('.pb-s.drop', (column) => column.classList.remove('drop'));
    held = null;
  });
  document.addEventListener('dragover', (event) => {
    const column = event.target instanceof Element ? event.target.closest('[data-stage]') : null;
    if (!held || !column || !act(held, column.dataset.stage)) return;
    event.preventDefault();
    each('.pb-s.drop', (other) => other.classList.toggle('drop', other === column));
    column.classList.add('drop');
  });
  document.addEventListener('drop', (event) => {
    const column = event.target instanceof Element ? event.target.closest('[data-stage]') : null;
    const way = column && act(held, column.dataset.stage);
    if (!way) return;
    event.preventDefault();
    const name = way.replace('?', ''), address = `/aid-opportunities/${held.dataset.card}/step`;
    if (way.endsWith('?')) {
      location.assign(`${address}?move=${name}`);
      return;
    }
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    const version = held.querySelector('input[name=version]')?.value ?? '';
    for (const [field, value] of [['csrf', column.closest('[data-board]').dataset.csrf], ['move', name], ['version', version]]) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = field;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  });
}

export {start};

// A form that loses nothing with the connection: it is sent only when the server answers, and by itself once it does again.
import {each, make, say} from './lib.js';

const wait = 10000;

async function reachable() {
  try {
    const answer = await fetch('/favicon.svg', {method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000)});
    return answer.ok;
  } catch {
    return false;
  }
}

function resends(form) {
  let button = null;  // pressed while there was no connection
  let timer = 0;
  let sure = false;
  const note = make('div', {class: 'note warn', role: 'status'});
  const send = async () => {
    clearTimeout(timer);
    if (await reachable()) {
      sure = true;
      note.remove();
      form.requestSubmit(button);
      return;
    }
    note.textContent = say('Mất kết nối. Những gì đã gõ được giữ trên máy này; có mạng lại, biểu mẫu tự gửi.',
        'No connection. What you typed is kept on this device; the form sends itself when the connection is back.');
    form.before(note);
    note.scrollIntoView({block: 'center'});
    timer = setTimeout(send, wait);
  };
  form.addEventListener('submit', (event) => {
    if (sure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button = event.submitter;
    send();
  }, true);
  addEventListener('online', () => {
    if (button && !sure) send();
  });
  addEventListener('pageshow', () => {
    sure = false;
  });
}

export function start() {
  each('form[data-resend]', resends);
}

// Brings the script of charts only to pages that show one, and says when it can't come: the table beside it stays open.
import {each} from './lib.js';

let loading = false;

export function start() {
  const address = document.querySelector('meta[name=nc-chart]')?.content;
  each('[data-chart]', () => {
    if (loading || !address || document.querySelector(`script[src="${address}"]`)) return;
    loading = true;
    const script = document.createElement('script');
    script.src = address;
    document.head.append(script);
  });
}

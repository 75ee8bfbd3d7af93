// Entry of app.js: htmx under our content security policy. Every page reads and saves without it.
import htmx from 'htmx.org';

import * as board from './board.js';
import * as charts from './charts.js';
import * as combo from './combo.js';
import * as composer from './composer.js';
import * as desk from './desk.js';
import * as filing from './filing.js';
import * as forms from './forms.js';
import * as grid from './grid.js';
import * as keys from './keys.js';
import * as lists from './lists.js';
import * as palette from './palette.js';
import * as panes from './panes.js';
import * as passkeys from './passkeys.js';
import * as popover from './popover.js';

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,  // pages hold people's data: nothing is kept in the browser's storage
  refreshOnHistoryMiss: true,
  scrollIntoViewOnBoost: false,
  defaultSettleDelay: 120,
  responseHandling: [
    {code: '204', swap: false},
    {code: '[23]..', swap: true},
    {code: '422', swap: true},  // the form as typed, with what to mend
    {code: '[45]..', swap: false, error: true},
  ],
});

window.htmx = htmx;
for (const part of [board, panes, popover, palette, keys, lists, combo, composer, desk, filing, forms, passkeys, charts, grid]) part.start();

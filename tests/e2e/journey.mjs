// What a journey gets: a server of its own, pages in several sizes and themes, and checks that are counted.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';

import {root, startServer} from './server.mjs';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const shots = process.env.NHIPCAU_SHOTS === 'none' ? null : path.resolve(root, process.env.NHIPCAU_SHOTS ?? 'build-shots');
// The pictures of the user guides; a plain test run leaves those of the repository alone.
const guidePictures = path.resolve(root, process.env.NHIPCAU_GUIDE_PICTURES ?? 'build-shots/guide');

export const sizes = {desktop: {width: 1440, height: 900}, phone: {width: 390, height: 844}};

export class Journey {
  constructor(name, browser, server, office) {
    Object.assign(this, {name, browser, server, office, url: server.url});
    this.passed = 0;
    this.failures = [];
    this.contexts = [];
    this.sessions = new Map();  // account -> cookies
    this.troubles = [];      // console errors and broken requests, checked at the end
    this.expected = [];      // patterns of those that a journey causes on purpose
  }

  /** Goes on with the same office on another day: everybody signs in again. */
  async goToDay(today) {
    const {database, folder} = this.server;
    for (const context of this.contexts) await context.close().catch(() => {});
    this.contexts = [];
    this.sessions.clear();
    this.check('the server ends well before the next day', (await this.server.stop()) === 0);
    this.server = await startServer({database, folder}, today);
    this.url = this.server.url;
  }

  // ---- checks ----

  /** Counts `name` as passed when `condition` holds. */
  check(name, condition, detail = '') {
    if (condition) ++this.passed;
    else this.failures.push(detail ? `${name}: ${detail}` : name);
    return Boolean(condition);
  }

  equal(name, actual, expected) {
    return this.check(name, actual === expected, `expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
  }

  /** Blanks of all kinds are one blank: pages glue numbers and units with one that does not break. */
  contains(name, text, part) {
    const plain = text.replace(/\s+/g, ' ');
    return this.check(name, plain.includes(part), `"${part}" is not in "${plain.slice(0, 300)}"`);
  }

  /** Console messages and failed requests that match are what the journey is about, not a fault. */
  expectTrouble(pattern) {
    this.expected.push(pattern);
  }

  // ---- pages ----

  /** A page of its own browser profile. options: size (desktop, phone), dark, lang (vi, en), scripts (false turns them off). */
  async open({size = 'desktop', dark = false, lang = 'vi', scripts = true} = {}) {
    const context = await this.browser.newContext({
      viewport: sizes[size], locale: lang === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh',
      colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: scripts, hasTouch: size === 'phone', reducedMotion: 'reduce',
    });
    this.contexts.push(context);
    await context.addCookies([{name: 'nc_theme', value: dark ? 'dark' : 'light', url: this.url}, {name: 'nc_lang', value: lang, url: this.url}]);
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`${page.url()}: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.troubles.push(`${response.url()}: answered ${response.status()}`);
    });
    return page;
  }

  async goto(page, address) {
    const response = await page.goto(this.url + address);
    await page.evaluate(() => document.fonts?.ready.then(() => true)).catch(() => {});
    return response;
  }

  /**
   * Signs in as a sample account and waits for the overview (`show: false`: a page that goes elsewhere next is spared it). The form is
   * filled once a journey and account; later pages get its cookies.
   */
  async signIn(page, name = 'thu', {show = true} = {}) {
    const known = this.sessions.get(name);
    if (known) {
      await page.context().addCookies(known);
      if (show) await this.goto(page, '/');
      return;
    }
    const {passphrase} = this.office.account(name);
    await this.goto(page, '/sign-in');
    await page.fill('input[name="login"]', name);
    await page.fill('input[name="password"]', passphrase);
    await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('form[action="/sign-in"] button[type="submit"]')]);
    const cookies = await page.context().cookies(this.url);
    this.sessions.set(name, cookies.filter(({name: cookie}) => !['nc_theme', 'nc_lang'].includes(cookie)));
  }

  /** No violation of WCAG 2.2 A and AA that axe can see. */
  async accessible(page, name) {
    await page.evaluate(axeSource);
    const {violations} = await page.evaluate((tags) => globalThis.axe.run(document, {runOnly: {type: 'tag', values: tags}}), accessibilityTags);
    const told = violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 140) + ' ' +
        (n.any[0]?.message ?? '')).join(' | ')}`);
    return this.check(`${name} keeps WCAG 2.2 AA`, told.length === 0, told.join('\n      '));
  }

  /** Nothing sticks out sideways. */
  async fits(page, name) {
    const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return this.check(`${name} fits the width`, extra <= 0, `${extra}px wider than the window`);
  }

  /** Saves a picture under build-shots/, unless NHIPCAU_SHOTS says none; `full` takes the whole page. */
  async shot(page, name, full = true) {
    if (shots === null) return;
    fs.mkdirSync(shots, {recursive: true});
    await page.screenshot({path: path.join(shots, name + '.png'), fullPage: full});
  }

  /** Saves the picture `name` of the user guides, as far as the window shows it. scripts/guide_pictures.sh puts them into docs/guide-pictures. */
  async guide(page, name) {
    fs.mkdirSync(guidePictures, {recursive: true});
    await page.evaluate(() => document.activeElement?.blur());
    await page.screenshot({path: path.join(guidePictures, name + '.png')});
  }

  /**
   * Opens `address` in every size, theme and language (`few`: two opposite corners): pictures, width and accessibility. The latter
   * is asked in both languages of both sizes and both themes of both sizes, which four of the eight looks hold.
   */
  async looks(address, name, {signedIn = true, few = false} = {}) {
    const corners = few ? [['desktop', false, 'vi'], ['phone', true, 'en']] :
        ['desktop', 'phone'].flatMap((size) => [false, true].flatMap((dark) => ['vi', 'en'].map((lang) => [size, dark, lang])));
    for (const [size, dark, lang] of corners) {
      const page = await this.open({size, dark, lang});
      if (signedIn) await this.signIn(page, 'thu', {show: false});
      const response = await this.goto(page, address);
      const view = `${name}-${sizes[size].width}-${dark ? 'dark' : 'light'}-${lang}`;
      this.equal(`${view} opens`, response.status(), 200);
      this.equal(`${view} says its language`, await page.getAttribute('html', 'lang'), lang);
      this.equal(`${view} has one heading of the first rank`, await page.locator('h1').count(), 1);
      await this.fits(page, view);
      if (few || (size === 'phone') === (dark === (lang === 'vi'))) await this.accessible(page, view);
      await this.shot(page, view);
      await page.context().close();
    }
  }

  // ---- end ----

  async finish() {
    for (const context of this.contexts) await context.close().catch(() => {});
    const faults = this.troubles.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
    this.check('no errors in the console', faults.length === 0, faults.slice(0, 5).join('\n      '));
    const code = await this.server.stop();
    this.check('the server ends well', code === 0, `exit code ${code}\n${this.server.log().slice(-3000)}`);
    const reports = /runtime error:|ERROR: (Address|Leak|Undefined)/.exec(this.server.log());
    this.check('the sanitizers are silent', !reports, this.server.log().slice(Math.max(0, (reports?.index ?? 0) - 200)).slice(0, 3000));
  }
}

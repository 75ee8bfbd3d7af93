// A delegation is entered, sent, returned, sent again and approved by three people; remarks, notices, history and trash.
import {spawnSync} from 'node:child_process';
import path from 'node:path';

import {root} from '../server.mjs';
import {press} from '../steps.mjs';

export const name = 'A delegation is approved by three people';

const phrase = 'cau dai muoi hai nhip qua song hau';
const binary = path.resolve(root, process.env.NHIPCAU_BINARY ?? 'build/nhipcau');

/** A person with these functions, made as an administrator would. */
function addPerson(t, login, fullName, functions) {
  const made = spawnSync(binary, ['user', 'add', login, '--name', fullName, '--org', 'ct', '--reach', 'below', '--functions', functions, '--database', t.server.database],
      {encoding: 'utf8', input: phrase + '\n', env: {...process.env, NHIPCAU_DATA: path.dirname(t.server.database)}});
  if (made.status !== 0) throw new Error(`user add ${login}: ${made.stderr}`);
}

async function pageOf(t, login) {
  const page = await t.open();
  await t.goto(page, '/sign-in');
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', phrase);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('form[action="/sign-in"] button[type="submit"]')]);
  return page;
}

async function open(page, move) {
  await page.click(`#flow details:has(input[name=move][value=${move}]) > summary`);
}

export async function run(t) {
  t.expectTrouble(/422|403/);
  addPerson(t, 'an.nhap', 'Nguyễn An', 'enter');
  addPerson(t, 'binh.kiem', 'Trần Bình', 'enter,check');
  addPerson(t, 'chi.duyet', 'Lê Thị Chi', 'check,approve');
  const an = await pageOf(t, 'an.nhap'), binh = await pageOf(t, 'binh.kiem'), chi = await pageOf(t, 'chi.duyet');

  await t.goto(an, '/delegations/new');
  await an.fill('#f-title', 'Đoàn Hội hữu nghị <b>Busan</b>');
  await an.click('[data-field=countries] summary');
  await an.check('[data-field=countries] input[value=KR]');
  await an.fill('#f-from_date', '10/03/2031');
  await an.selectOption('#f-status', 'proposed');
  await an.click('form.form button.btn-primary');
  await an.waitForURL(/\/delegations\/\d+/);
  const record = new URL(an.url()).pathname;
  t.contains('markup is text', await an.textContent('h1'), '<b>Busan</b>');
  await press(an, 'submit');
  await an.waitForURL(/done=verb/);
  t.contains('it waits for those who check', await an.textContent('#flow'), 'chờ người kiểm tra');
  await t.accessible(an, 'a record under way');
  await t.fits(an, 'a record under way');

  await t.goto(binh, '/work');
  t.contains('it is on the page of work', await binh.textContent('main'), 'Busan');
  await t.accessible(binh, 'the page of work');
  await t.goto(binh, record);
  await open(binh, 'return');
  await binh.fill('#flow textarea[name="return.reason"]', 'Thiếu danh sách đoàn');
  await press(binh, 'return');
  await binh.waitForURL(/done=verb/);

  await t.goto(an, '/');
  t.equal('the sender has a notice', (await an.textContent('nav a[href="/notices"] .c')).trim(), '1');
  await t.goto(an, '/notices');
  t.contains('it says why', await an.textContent('main'), 'Thiếu danh sách đoàn');
  await t.accessible(an, 'the notices');
  await an.click('main table button');
  await an.waitForURL((url) => url.pathname === record);
  t.equal('the notice is read', await an.locator('nav a[href="/notices"] .c').count(), 0);
  await an.fill('#comments textarea', 'Nhờ @binh.kiem xem danh sách <script>alert(1)</script> mới');
  await an.click('#comments button[type=submit]');
  await an.waitForURL(/#comments/);
  t.contains('the remark is text', await an.textContent('#comments'), '<script>alert(1)</script>');
  t.equal('the name is set off', await an.textContent('#comments .tl b:has-text("@")'), '@binh.kiem');
  await t.goto(an, record + '/edit');
  await an.fill('#f-head', 'Bà Kim Ji-woo');
  await an.click('form.form button.btn-primary');
  await an.waitForURL(/done=saved/);
  await press(an, 'submit');
  await an.waitForURL(/done=verb/);

  await t.goto(binh, '/notices');
  t.contains('a mention is a notice', await binh.textContent('main'), 'nhắc đến bạn');
  await t.goto(binh, record);
  await press(binh, 'accept');
  await binh.waitForURL(/done=verb/);
  t.equal('who only checks can not approve', await binh.locator('#flow input[value=approve]').count(), 0);

  await t.goto(chi, record);
  await open(chi, 'approve');
  await chi.fill('#flow input[name="approve.decision_no"]', '215/QĐ-UBND');
  await press(chi, 'approve');
  await chi.waitForSelector('.sum-e');
  t.equal('what was typed is kept', await chi.inputValue('input[name="approve.decision_no"]'), '215/QĐ-UBND');
  await t.accessible(chi, 'a refused act');
  await chi.fill('input[name="approve.decision_date"]', '02/03/2025');
  await chi.click('main form.form button[type=submit]');
  await chi.waitForURL(/done=verb/);
  t.contains('it is approved', await chi.textContent('#flow'), 'Đã được đồng ý');
  await chi.click('.flow-w summary');
  t.contains('the steps are shown', await chi.textContent('.flow-w'), 'Trả lại: Thiếu danh sách đoàn');
  await t.shot(chi, 'approval');

  // Other days than those approved: nobody changes them silently.
  await t.goto(an, record + '/edit');
  await an.fill('#f-from_date', '12/03/2031');
  await an.click('form.form button.btn-primary');
  await an.waitForURL(/done=saved/);
  t.contains('it has to be approved again', await an.textContent('main'), 'Đã đổi sau khi được đồng ý theo 215/QĐ-UBND, phải duyệt lại');
  t.equal('from what to what', await an.textContent('.diffs li ins'), '12/03/2031');
  await t.accessible(an, 'a visit that was changed after its approval');
  await t.goto(chi, record);
  await open(chi, 'approve');
  await chi.fill('#flow input[name="approve.decision_no"]', '220/QĐ-UBND');
  await chi.fill('#flow input[name="approve.decision_date"]', '03/03/2025');
  await press(chi, 'approve');
  await chi.waitForURL(/done=verb/);
  t.contains('and is approved by a new decision', await chi.textContent('#flow'), 'Đã được đồng ý');

  // Who changed this, when, from what: record, history, field.
  await t.goto(an, record);
  await an.click('a[href$="/history"]:visible >> nth=0');
  await an.click('main a[href$="field=head"]');
  t.contains('the field has its own history', await an.textContent('main table'), 'Bà Kim Ji-woo');
  await t.accessible(an, 'the history of a field');
  await t.goto(an, record + '/edit');
  await an.fill('#f-head', 'Bà Kim');
  await an.click('form.form button.btn-primary');
  await an.waitForURL(/done=saved/);
  await t.goto(an, record + '/compare');
  const both = await an.textContent('main table');
  t.check('two versions stand side by side', both.includes('Bà Kim Ji-woo') && both.includes('Bà Kim'), both);
  await t.accessible(an, 'two versions');
  await an.click('main details.ask > summary');
  await an.click('main details.ask button[type=submit]');
  await an.waitForURL(/done=verb/);
  t.contains('the older version is back', await an.textContent('main'), 'Bà Kim Ji-woo');

  await t.goto(an, '/delegations/new');
  await an.fill('#f-title', 'Đoàn ghi nhầm');
  await an.click('[data-field=countries] summary');
  await an.check('[data-field=countries] input[value=LA]');
  await an.fill('#f-from_date', '16/12/2025');
  await an.click('form.form button.btn-primary');
  await an.waitForURL(/\/delegations\/\d+/);
  await an.click('.ph details.menu > summary');
  await an.fill('.menu-f textarea, .menu-f input[name=reason]', 'ghi nhầm');
  await an.click('.menu-f button');
  await an.waitForURL(/done=removed/);
  await t.goto(an, '/trash');
  t.contains('the trash names it, who and why', (await an.textContent('main table')).replace(/\s+/g, ' '), 'Đoàn ghi nhầm');
  t.contains('with its reason', await an.textContent('main table'), 'ghi nhầm');
  await t.accessible(an, 'the trash');
  await an.click('main table button');
  await an.waitForURL(/done=undone/);
  t.contains('it is back', await an.textContent('h1'), 'Đoàn ghi nhầm');
  await t.goto(an, '/changes');
  t.contains('the log shows it', await an.textContent('main table'), 'Đoàn ghi nhầm');
  await t.accessible(an, 'the log of changes');
}

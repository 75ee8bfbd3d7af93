// External information: a bulletin goes from draft through approval and licence to print, a year of the portal is typed month by month, figures open to both.
import {act, done, save} from '../steps.mjs';

export const name = 'A bulletin is approved, licensed and published; a year of the portal is entered';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open(), chair = await t.open();
  await t.signIn(page);

  // ---- a bulletin: what its kind needs is said beside the form and on the page ----
  await t.goto(page, '/information/new?kind=bulletin&status=planned');
  t.contains('the form says what each kind needs', await page.textContent('.form-aside'), 'Số phát hành, Số bản in');
  await page.fill('#f-title', 'Bản tin Nhịp cầu, số 4');
  await page.fill('#f-date', '05/12/2025');
  await page.fill('#f-quantity', '1');
  await page.check('#f-needs_license');
  await t.accessible(page, 'the form of a product');
  await save(page);
  const path = new URL(page.url()).pathname;
  t.contains('the page says what is missing', await page.textContent('#missing'), 'Số phát hành');
  await page.click('#missing a[href$="#f-copies"]');
  await page.waitForSelector('#f-copies');
  await page.fill('#f-issue_no', '4/2025');
  await page.fill('#f-copies', 'khoảng 600');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => url.pathname === path);
  t.check('nothing is missing any more', (await page.locator('#missing').count()) === 0);

  // ---- a second person approves, the authority licenses, then it is published ----
  await done(page, 'submit');
  await t.signIn(chair, 'bao');
  await t.goto(chair, '/work');
  t.contains('it waits for the chair', await chair.textContent('main'), 'Bản tin Nhịp cầu, số 4');
  await t.goto(chair, path);
  await done(chair, 'approve');
  await t.goto(page, path);
  await act(page, 'ask_license', {license_by: 'Sở Văn hóa, Thể thao và Du lịch', license_sent: '20/11/2025'});
  await page.locator('#flow details:has(input[name=move][value=publish]) > summary').click();
  await page.locator('#flow form:has(input[name=move][value=publish]) button[type=submit]').click();
  await page.waitForSelector('#flow .err, .sum-e');
  t.contains('not without its licence', await page.textContent('main'), 'ghi số giấy phép rồi mới phát hành');
  await t.goto(page, path);
  await act(page, 'publish', {license_no: '15/GP-SVHTTDL', license_on: '03/12/2025', date: '05/12/2025'});
  t.contains('it is published', await page.textContent('#flow'), 'đã phát hành');
  await t.accessible(page, 'the page of a product');
  await t.shot(page, 'information-record');

  // ---- a year of the portal, by keyboard ----
  await t.goto(page, '/information/months?year=2025');
  t.contains('a forgotten month is said', await page.textContent('#missing'), 'tháng 8');
  await page.focus('[id="f-m7.visits"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('gần 4.700');
  await page.fill('[id="f-m8.articles_vi"]', '7');
  await page.keyboard.press('ArrowDown');
  t.equal('arrows go from month to month', await page.evaluate(() => document.activeElement.id), 'f-m9.articles_vi');
  await page.fill('[id="f-m12.visits"]', '5.120');
  await page.click('#months button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.equal('the word is kept with the number', await page.inputValue('[id="f-m8.visits"]'), 'gần 4.700');
  t.check('no month is missing', !(await page.textContent('main')).includes('Tháng chưa có số đếm'));
  await page.waitForSelector('#visits canvas, #visits svg');
  await t.accessible(page, 'the page of months');
  await t.guide(page, 'information-months');
  await t.shot(page, 'information-months');

  // ---- figures open to what was entered ----
  await t.goto(page, '/figures/I75?org=ct&period=2025');
  t.contains('publications open to the bulletin', await page.textContent('main'), 'Bản tin Nhịp cầu, số 4');
  await t.goto(page, '/figures/I73?org=ct&period=2025-08');
  t.contains('visits open to the month', await page.textContent('main'), '4.700');
  await t.looks('/information/months?year=2025', 'information-months', {few: true});
}

// A contest from its rules to its certificates: rounds, entrants, a guardian's consent, two score sheets, prizes, papers.
import {done, officeDay, openMove as open} from '../steps.mjs';

export const name = 'A contest runs through its rounds to results and certificates';

export async function run(t) {
  t.expectTrouble(/422|409|404|410/);
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/contests/new');
  await page.fill('#f-title', 'Cuộc thi tìm hiểu văn hóa các nước');
  await page.fill('#f-edition', '3');
  await page.fill('#f-from_date', '01/09/2025');
  await page.fill('#f-to_date', '20/11/2025');
  await page.fill('#f-jury', 'Cô Lan, Thầy Minh');
  await page.fill('#f-max_score', '10');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/contests\/\d+/);
  const path = new URL(page.url()).pathname;

  // ---- rounds and entrants ----
  await page.click('#rounds a[href$="/rounds"]');
  await page.waitForSelector('form.gr');
  t.equal('lines are numbered one after the other', `${await page.inputValue('[name="r0.number"]')} ${await page.inputValue('[name="r1.number"]')}`, '1 2');
  await page.fill('[name="r0.name"]', 'Sơ khảo');
  await page.fill('[name="r1.name"]', 'Chung khảo');
  await page.fill('[name="r1.places"]', '2');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  await open(page, 'open').catch(() => {});
  await page.fill('[name="open.closes_on"]', officeDay(new Date(Date.now() + 7 * 864e5))).catch(() => {});
  await done(page, 'open');

  // ---- somebody registers without an account ----
  await t.goto(page, path);
  await page.click('#entries form[action$="/entry-page"] button');
  await page.waitForURL(/done=saved/);
  const entry = await page.getAttribute('#entries a[href^="/enter/"]', 'href');
  const visitor = await t.open();
  t.equal('an unknown address is no page', (await t.goto(visitor, '/enter/0123456789abcdef0123456789abcdef')).status(), 404);
  await t.goto(visitor, entry);
  await t.accessible(visitor, 'the registration page');
  await t.fits(visitor, 'the registration page');
  await t.guide(visitor, 'contest-entry');
  await visitor.fill('#f-name', 'Đỗ Minh Trang Đăng Ký');
  await visitor.fill('#f-born', officeDay(new Date(Date.now() - 15 * 365 * 864e5)));
  await visitor.fill('#f-school', 'Trường THCS thử');
  await visitor.fill('#f-phone', '0900 000 001');
  await visitor.check('#f-agree');
  await visitor.click('main button.btn-primary, section button.btn-primary');
  await visitor.waitForSelector('.sum-e');
  t.contains('a minor needs the guardian', await visitor.textContent('.sum-e'), 'người giám hộ');
  t.equal('what was typed stays', await visitor.inputValue('#f-school'), 'Trường THCS thử');
  await visitor.fill('#f-guardian', 'Đỗ Văn Phụ Huynh');
  await visitor.fill('#f-guardian_phone', '0900 000 002');
  await visitor.check('#f-consent');
  await visitor.click('main button.btn-primary, section button.btn-primary');
  await visitor.waitForFunction(() => document.body.textContent.includes('Đã nhận đăng ký'));
  await t.goto(page, path);
  t.contains('the entry waits', await page.textContent('#entries'), '1 đăng ký chờ kiểm tra');
  t.check('and is no entrant yet', !(await page.textContent('#entrants')).includes('Trang Đăng Ký'));
  await page.locator('#entries li, #entries .it', {hasText: 'Đỗ Minh Trang Đăng Ký'}).first().locator('button', {hasText: 'Nhận'}).first().click();
  await page.waitForURL(/done=saved/);
  t.contains('the officer took it', await page.textContent('#entrants'), 'Đỗ Minh Trang Đăng Ký');
  await page.locator('#entrants a', {hasText: 'Đỗ Minh Trang Đăng Ký'}).click();
  await page.waitForURL(/\/contest-entrants\/\d+/);
  await page.click('a[href$="/edit"]');
  await page.check('[name=status][value=withdrawn]').catch(async () => { await page.selectOption('#f-status', 'withdrawn'); });
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await t.goto(page, path);
  await page.click('#entrants a[href$="/entrants"]');
  await page.waitForSelector('form.gr');
  const people = [['01', 'Trần Văn Thử Một', 'Trường Đại học Cần Thơ'], ['02', 'Lê Thị Thử Hai', 'Trường Đại học Cần Thơ'], ['03', 'Phạm Thử Ba', 'Trường THPT Phan Ngọc Hiển']];
  for (const [i, [number, who, school]] of people.entries()) {
    await page.fill(`[name="r${i}.number"]`, number);
    await page.fill(`[name="r${i}.name"]`, who);
    await page.fill(`[name="r${i}.school"]`, school);
    await page.selectOption(`[name="r${i}.status"]`, 'registered');
  }
  await page.check('[name="r2.is_minor"]');
  await t.accessible(page, 'the grid of entrants');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('a minor waits for the guardian', await page.textContent('#entrants'), 'chưa có đồng ý của người giám hộ');
  await page.click('#entrants form[action$="/confirm"] button');
  await page.waitForURL(/done=verb/);
  t.contains('the minor is not confirmed', await page.textContent('#entrants'), 'Xác nhận 1 thí sinh');
  await page.locator('#entrants a', {hasText: 'Phạm Thử Ba'}).click();
  await page.waitForURL(/\/contest-entrants\/\d+/);
  await page.click('a[href$="/edit"]');
  await page.fill('#f-guardian', 'Phạm Văn Phụ Huynh');
  await page.check('#f-guardian_consent');
  await page.fill('#f-consent_on', '10/10/2025');
  await page.check('[name=status][value=confirmed]').catch(async () => { await page.selectOption('#f-status', 'confirmed'); });
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await t.goto(page, path);
  t.check('all take part now', !(await page.textContent('#entrants')).includes('chưa có đồng ý'));
  await done(page, 'close');
  await t.goto(page, path);
  await done(page, 'judge');

  // ---- the first sheet ----
  await t.goto(page, path);
  await page.locator('#rounds a', {hasText: 'Sơ khảo'}).click();
  await page.waitForSelector('#sheet');
  const scores = [['8,5', '9'], ['7', '8'], ['6', '6,5']];
  const boxes = page.locator('#sheet input.sc');
  for (const [i, row] of scores.entries()) for (const [j, score] of row.entries()) await boxes.nth(2 * i + j).fill(score);
  await boxes.nth(0).fill('12');
  await page.click('form[action*="/scores"] button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('a score above the highest is refused', await page.textContent('.sum-e'), 'từ 0 đến 10');
  t.equal('what was typed is still there', await boxes.nth(1).inputValue(), '9');
  await boxes.nth(0).fill('8,5');
  await page.click('form[action*="/scores"] button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the mean is shown', await page.textContent('#sheet'), '8,75');
  await t.accessible(page, 'a score sheet');
  await t.fits(page, 'a score sheet');
  await t.guide(page, 'contest-sheet');
  await t.shot(page, 'contest-sheet');
  t.equal('the places of the next round are proposed', await page.inputValue('#f-places'), '2');
  await page.click('#advance button');
  await page.waitForURL(/round=/);
  await page.waitForSelector('#sheet');
  t.equal('two go on', await page.locator('#sheet tbody tr').count(), 2);
  const finals = page.locator('#sheet input.sc');
  for (const [i, score] of ['7', '7', '9', '9,5'].entries()) await finals.nth(i).fill(score);
  await page.click('form[action*="/scores"] button.btn-primary');
  await page.waitForURL(/done=saved/);

  // ---- results, prizes, certificates ----
  await t.goto(page, path + '/results');
  t.contains('the final decides', await page.locator('#results tbody tr').first().textContent(), 'Lê Thị Thử Hai');
  await t.accessible(page, 'the results');
  await page.click('form[action*="/results"] button.btn-primary');
  await page.waitForURL(/done=saved/);
  await t.guide(page, 'contest-results');
  await t.shot(page, 'contest-results');
  const one = await page.request.get(t.url + (await page.locator('#results a[href$="certificate.pdf"]').first().getAttribute('href')));
  t.check('a certificate comes as PDF', one.status() === 200 && (await one.body()).subarray(0, 5).toString() === '%PDF-');
  const all = await page.request.get(t.url + path + '/certificates.zip');
  const bytes = await all.body();
  t.check('those of all prizes come in one archive', all.status() === 200 && bytes.subarray(0, 2).toString() === 'PK' && bytes.includes('01-le-thi-thu-hai.pdf') && bytes.includes('02-tran-van-thu-mot.pdf'));
  await t.goto(page, path);
  await done(page, 'publish');
  await t.goto(page, path);
  await open(page, 'award');
  await page.fill('[name="award.awarded_on"]', '25/11/2025');
  await done(page, 'award');
  t.contains('the first prize stands on the page', await page.textContent('#entrants'), 'giải Nhất');
  await t.goto(page, '/figures/I37?org=ct&period=2025');
  t.contains('the figure opens to the contest', await page.textContent('main'), 'Cuộc thi tìm hiểu văn hóa các nước');
  await t.looks(path, 'contest-record', {few: true});
  await t.looks(path + '/scores', 'contest-scores', {few: true});
}

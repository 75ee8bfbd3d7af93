// An agreement from its idea to its renewal: opinions, permission by a second person, signature, commitments, the next one.
import {done, openMove as open} from '../steps.mjs';

export const name = 'An agreement is signed, its commitments followed, and it is renewed';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open(), chair = await t.open();
  await t.signIn(page);
  await t.signIn(chair, 'bao');

  // ---- from the idea to the signature ----
  await t.goto(page, '/agreements/new?partner=DT-CHAMPASAK');
  await page.selectOption('#f-kind', 'mou');
  await page.fill('#f-title', 'Bản ghi nhớ giáo dục với Champasak 2021 - 2025');
  await page.selectOption('#f-status', 'negotiating');
  await page.fill('#f-vn_party', 'Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ');
  await page.fill('#f-foreign_party', 'Sở Giáo dục và Thể thao tỉnh Champasak');
  await page.selectOption('#f-country', 'LA').catch(async () => {
    await page.fill('[data-field=country] input', 'Lào');
    await page.locator('[data-field=country] [role=option]').first().click();
  });
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/agreements\/\d+/);
  const path = new URL(page.url()).pathname;
  await done(page, 'submit');
  await t.goto(chair, path);
  await open(chair, 'approve');
  await chair.fill('[name="approve.decision_no"]', '77/UBND-NV');
  await done(chair, 'approve');
  await t.goto(page, path);
  await open(page, 'sign');
  await page.fill('[name="sign.signed_on"]', '05/01/2021');
  await done(page, 'sign');
  await t.goto(page, path);
  await open(page, 'begin');
  await page.fill('[name="begin.effective_from"]', '05/01/2021');
  await page.fill('[name="begin.expires_on"]', '04/01/2026');
  await done(page, 'begin');
  t.contains('nothing was done under it yet', await page.textContent('#pulse'), 'Mười hai tháng qua không có việc nào');

  // ---- commitments ----
  await page.click('#commitments a[href$="/commitments"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r0.content"]', 'Cấp 5 suất học bổng mỗi năm');
  await page.fill('[name="r0.owner"]', 'Trường Đại học Cần Thơ');
  await page.fill('[name="r0.progress"]', '120');
  await page.fill('[name="r1.content"]', 'Mở lớp tiếng Lào');
  await page.fill('[name="r1.due"]', '30/06/2024');
  await page.click('form.gr button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('progress above a hundred is refused', await page.textContent('.sum-e'), 'Dòng 1');
  await page.fill('[name="r0.progress"]', '60%');
  await t.accessible(page, 'the grid of commitments');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the mean is said', await page.textContent('#commitments'), 'tiến độ bình quân 30%');
  t.contains('what is late is said', await page.textContent('#commitments'), 'quá hạn');
  t.check('progress wakes the agreement', !(await page.textContent('#pulse')).includes('Mười hai tháng qua'));

  // ---- the radar, and the renewal ----
  await t.goto(page, '/agreements');
  await page.click('.seg a[href="/agreements/radar"]');
  await page.waitForURL(/radar/);
  t.contains('it is past its end', await page.textContent('#expiring'), 'Champasak 2021 - 2025');
  await t.accessible(page, 'the radar of agreements');
  await t.fits(page, 'the radar of agreements');
  await t.guide(page, 'agreement-radar');
  await t.shot(page, 'agreement-radar');
  await page.locator('#expiring tr', {hasText: 'Champasak 2021 - 2025'}).locator('a[href$="/renew"]').click();
  await page.waitForSelector('#f-title');
  t.equal('the next term begins where the old one ends', await page.inputValue('#f-from'), '05/01/2026');
  await page.fill('#f-title', 'Bản ghi nhớ giáo dục với Champasak 2026 - 2030');
  await t.accessible(page, 'the form of a renewal');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => /\/agreements\/\d+$/.test(url.pathname) && url.pathname !== path);
  const next = new URL(page.url()).pathname;
  t.contains('the line of renewals is shown', await page.textContent('#pulse'), 'Lần 2');
  t.contains('unfinished commitments came along', await page.textContent('#commitments'), 'Mở lớp tiếng Lào');
  await t.accessible(page, 'the record of an agreement');
  await t.goto(page, path);
  t.contains('the old one leads to the new one', await page.textContent('#pulse'), '2026 - 2030');
  await t.guide(page, 'agreement-record');
  await t.shot(page, 'agreement-record');

  // ---- the figure opens to the commitments ----
  await t.goto(page, '/figures/I66?org=ct&period=2025');
  t.contains('the mean opens to its rows', await page.textContent('main'), 'Cấp 5 suất học bổng');
  await t.looks('/agreements/radar', 'agreement-radar', {few: true});
  await t.looks(next, 'agreement-record', {few: true});
}

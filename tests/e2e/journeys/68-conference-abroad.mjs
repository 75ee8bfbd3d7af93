// An international seminar: the last day to file, agencies asked, permission, papers, held, and the report in time.
import {done, openMove as open} from '../steps.mjs';

export const name = 'An international seminar is permitted in time, held and reported';

const day = (days) => {
  const d = new Date(Date.now() + 7 * 3600e3 + days * 86400e3);
  return `${String(d.getUTCDate()).padStart(2, '0')}/${String(d.getUTCMonth() + 1).padStart(2, '0')}/${d.getUTCFullYear()}`;
};

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/conferences/new');
  await page.fill('#f-title', 'Hội thảo quốc tế về nước và hòa bình');
  await page.fill('#f-from_date', day(50));
  await page.fill('#f-place', 'Thành phố Cần Thơ');
  await page.fill('#f-foreign_people', '20');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/conferences\/\d+/);
  const path = new URL(page.url()).pathname;
  t.contains('thirty days before for the province', await page.textContent('main'), `Nộp hồ sơ chậm nhất ${day(20)}: còn 20 ngày`);
  t.contains('the rule is named', await page.textContent('main'), '06/2020');
  await page.click('main a[href$="/edit"]');
  await page.selectOption('#f-top_rank', 'minister');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  t.contains('forty when the Prime Minister permits', await page.textContent('main'), `Nộp hồ sơ chậm nhất ${day(10)}: còn 10 ngày`);
  await t.accessible(page, 'a conference in preparation');
  await t.fits(page, 'a conference in preparation');
  await t.goto(page, path);
  await t.guide(page, 'conference-record');
  await t.shot(page, 'conference-record');

  await open(page, 'file').catch(() => {});
  await page.fill('[name="file.filed_on"]', day(-25));
  await done(page, 'file');
  await t.goto(page, path);
  await done(page, 'consult');
  await t.goto(page, path);
  await page.click('#opinions a[href$="/opinions"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r0.agency"]', 'Bộ Ngoại giao');
  await page.fill('[name="r0.sent_on"]', day(-24));
  await page.fill('[name="r0.answered_on"]', day(-12));
  await page.selectOption('[name="r0.verdict"]', 'agrees');
  await page.fill('[name="r1.agency"]', 'Công an thành phố');
  await page.fill('[name="r1.sent_on"]', day(-24));
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('who is late is told', await page.textContent('#opinions'), 'đã quá 9 ngày');
  await t.accessible(page, 'a conference with opinions');
  await page.click('#papers a[href$="/papers"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r0.title"]', 'Quản lý nước ở hạ lưu sông Mê Công');
  await page.fill('[name="r0.author"]', 'TS Thử Nghiệm');
  await page.fill('[name="r0.reviewed_by"]', 'Hội đồng nội dung');
  await page.selectOption('[name="r0.status"]', 'accepted');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  const scheme = await page.request.get(t.url + path + '/scheme.pdf');
  t.check('the scheme comes as PDF', scheme.status() === 200 && (await scheme.body()).subarray(0, 5).toString() === '%PDF-');

  await t.goto(page, path);
  await open(page, 'permit');
  await page.fill('[name="permit.permission_no"]', '45/TTg-QHQT');
  await page.fill('[name="permit.permission_date"]', day(-5));
  await done(page, 'permit');

  // ---- one that was held: it is counted, and its report has a day ----
  await t.goto(page, '/conferences/new?status=held');
  await page.fill('#f-title', 'Hội thảo đã tổ chức');
  await page.fill('#f-from_date', '10/06/2025');
  await page.fill('#f-foreign_people', '9');
  await page.fill('#f-filed_on', '01/06/2025');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/conferences\/\d+/);
  t.contains('its report is overdue', await page.textContent('main'), 'Báo cáo kết quả trước 25/06/2025');
  const held = new URL(page.url()).pathname;
  await open(page, 'report');
  await page.fill('[name="report.result"]', 'Thông qua bản kiến nghị chung');
  await page.fill('[name="report.report_sent"]', '20/06/2025');
  await done(page, 'report');
  const report = await page.request.get(t.url + held + '/result.docx');
  t.equal('the report of the result is drafted', report.status(), 200);
  await t.goto(page, '/figures/I30?org=ct&period=2025');
  t.contains('the share of files in time opens to the conferences', await page.textContent('main'), 'Hội thảo đã tổ chức');
  t.contains('half of them were in time', await page.textContent('h1'), '50');
  await t.looks('/conferences', 'conference-list', {few: true});
  await t.looks(path, 'conference-record', {few: true});
}

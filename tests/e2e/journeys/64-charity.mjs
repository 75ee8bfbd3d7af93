// Trees are planted, checked and still counted; relief is received and passed on; a foreign student finds somebody who stands by.
import {save} from '../steps.mjs';

export const name = 'Trees are checked, relief is passed on, a student is sponsored';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // ---- trees ----
  await t.goto(page, '/charity/new');
  await page.fill('#f-title', 'Trồng 500 cây mắm ven sông thử');
  await page.selectOption('#f-kind', 'tree');
  await page.fill('#f-date', '05/06/2025');
  await page.fill('#f-place', 'Bờ sông phường thử');
  await page.fill('#f-trees', '500');
  await page.fill('#f-species', 'mắm');
  await save(page);
  const planting = new URL(page.url()).pathname;
  await page.click('a[href^="/tree-checks/new"]');
  await page.waitForSelector('#f-alive');
  await page.fill('#f-date', '20/11/2025');
  await page.fill('#f-alive', '620');
  await page.fill('#f-checked_by', 'Đoàn phường thử');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('no more can live than were planted', await page.textContent('.sum-e'), 'Đã trồng 500 cây');
  await page.fill('#f-alive', '430');
  await t.accessible(page, 'the form of a check');
  await save(page);
  await t.goto(page, planting);
  t.contains('the check stands on the planting', await page.textContent('main'), 'Đoàn phường thử');
  await t.accessible(page, 'the planting');
  await t.guide(page, 'tree-check');
  await t.goto(page, `/figures/I57?org=ct&period=2025&species=${encodeURIComponent('mắm')}`);
  t.contains('430 of 500 live', await page.textContent('main'), '86');
  t.contains('the figure opens to the planting', await page.textContent('main'), 'Trồng 500 cây mắm');

  // ---- relief that is passed on ----
  await t.goto(page, '/charity/new');
  await page.fill('#f-title', 'Ủng hộ đồng bào vùng lũ thử');
  await page.selectOption('#f-kind', 'relief');
  await page.fill('#f-date', '25/11/2025');
  await page.fill('#f-value', 'hơn 400 triệu đồng');
  await page.selectOption('#f-funds_flow', 'passed_on');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('it asks to whom', await page.textContent('.sum-e'), 'chuyển cho ai');
  await page.fill('#f-passed_to', 'Ủy ban Mặt trận Tổ quốc thành phố');
  await page.fill('#f-passed_on', '26/11/2025');
  await save(page);
  await t.goto(page, '/figures/I54?org=ct&period=2025');
  t.check('it is no spending of our own', !(await page.textContent('main')).includes('Ủng hộ đồng bào vùng lũ thử'));
  await t.goto(page, '/figures/I54A?org=ct&period=2025');
  t.contains('it stands where it belongs', await page.textContent('main'), 'Ủng hộ đồng bào vùng lũ thử');

  // ---- a scholarship programme ----
  await t.goto(page, '/scholarship-programmes');
  await page.locator('main a', {hasText: 'Nhịp cầu tri thức'}).first().click();
  await page.waitForURL(/\/scholarship-programmes\/\d+/);
  t.contains('what was used of the quota is a figure', await page.textContent('#quota'), '20 / 60');
  t.contains('its late report is shown', await page.textContent('#awards'), 'báo cáo quá hạn');
  await page.click('#quota a[href^="/scholarships/new"]');
  await page.waitForSelector('#f-grants');
  await page.fill('#f-grants', '15');
  await page.fill('#f-value', '45 triệu đồng');
  await page.fill('#f-date', '10/09/2026');
  await save(page);
  await t.goto(page, '/scholarship-programmes?sort=name');
  await page.locator('main a', {hasText: 'Nhịp cầu tri thức'}).first().click();
  await page.waitForURL(/\/scholarship-programmes\/\d+/);
  t.contains('the figure follows', await page.textContent('#quota'), '35 / 60');
  await t.accessible(page, 'a scholarship programme');
  await page.click('#quota a[href^="/figures/I58"]');
  await page.waitForFunction(() => document.body.textContent.includes('Nhịp cầu tri thức'));
  await t.goto(page, '/');
  t.contains('the late report is something to do', await page.textContent('main'), 'báo cáo theo dõi học bổng quá hạn');

  // ---- a student ----
  await t.goto(page, '/foreign-students?is=unsponsored');
  t.contains('the list shows who has nobody', await page.textContent('main'), 'Sinh viên mẫu Khamla');
  await page.locator('main a', {hasText: 'Sinh viên mẫu Khamla'}).first().click();
  await page.waitForURL(/\/foreign-students\/\d+/);
  await page.click('a[href^="/sponsorships/new"]');
  await page.waitForSelector('#f-kind');
  await page.selectOption('#f-kind', 'host_family');
  await page.fill('#f-sponsor', 'Gia đình thử');
  await page.fill('#f-support', 'Ăn ở cuối tuần');
  await page.fill('#f-from_date', '01/11/2025');
  await save(page);
  await t.goto(page, '/figures/I60?org=ct&period=2025');
  t.contains('the figure opens to the student', await page.textContent('main'), 'Khamla');
  await t.goto(page, '/foreign-students?is=unsponsored');
  t.check('nobody is left without', !(await page.textContent('main')).includes('Khamla'));
  await t.goto(page, '/scholarships');
  t.equal('scholarships open', await page.locator('h1').count(), 1);
  await t.looks('/foreign-students', 'foreign-students', {few: true});
  await t.looks(planting, 'planting', {few: true});
}

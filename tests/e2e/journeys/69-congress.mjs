// A term that ended: seen on the page of deadlines, a congress planned, agreed, held and recognised, personnel completed.
import {done, openMove as open} from '../steps.mjs';

export const name = 'An overdue association holds its congress and completes its personnel';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/congresses/radar');
  await page.locator('#unknown li, #unknown .it, #unknown .li', {hasText: 'Lào'}).first().locator('a[href^="/terms/new"]').click();
  await page.waitForSelector('#f-name');
  await page.fill('#f-name', 'Nhiệm kỳ IV, 2019 - 2024');
  await page.fill('#f-from_date', '15/05/2019');
  await page.fill('#f-to_date', '15/05/2024');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/terms\/\d+/);

  await t.goto(page, '/congresses/radar');
  const row = page.locator('#deadlines tr', {hasText: 'Nhiệm kỳ IV, 2019 - 2024'});
  t.contains('it is overdue', await row.textContent(), 'quá');
  await t.accessible(page, 'the deadlines of congresses');
  await t.fits(page, 'the deadlines of congresses');
  await t.guide(page, 'congress-deadlines');
  await t.shot(page, 'congress-deadlines');
  const association = await row.locator('a[href^="/organisations/"]').first().getAttribute('href');
  await row.locator('a[href^="/congresses/new"]').click();
  await page.waitForSelector('#f-title');
  await page.fill('#f-ordinal', 'V');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/congresses\/\d+/);
  const path = new URL(page.url()).pathname;
  await open(page, 'agree');
  await page.fill('[name="agree.agreed_no"]', '210/SNV-TCBC');
  await done(page, 'agree');
  await t.goto(page, path);
  await open(page, 'hold');
  await page.fill('[name="hold.from_date"]', '20/11/2025');
  await page.fill('[name="hold.called"]', '100');
  await page.fill('[name="hold.present"]', '96');
  await page.fill('[name="hold.resolution_no"]', '01/NQ-ĐH');
  await done(page, 'hold');
  await t.goto(page, path);
  await open(page, 'recognise');
  await page.fill('[name="recognise.recognised_no"]', '3300/QĐ-UBND');
  await done(page, 'recognise');
  await t.accessible(page, 'a congress');

  // ---- who leads now ----
  await t.goto(page, association);
  await page.click('#leadership a[href$="/personnel"]');
  await page.waitForSelector('#f-comes');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('it asks who leaves or comes', await page.textContent('.sum-e'), 'người nhận chức');
  await page.fill('#f-comes', 'Trần Thị Thử Nghiệm');
  await page.selectOption('#f-title', 'chair');
  await page.selectOption('#f-how', 'elected');
  await page.fill('#f-decision_no', '3300/QĐ-UBND');
  await page.fill('#f-date', '20/11/2025');
  await t.accessible(page, 'the form of personnel');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=verb/);
  t.contains('the chair stands on the page of the association', await page.textContent('#leadership'), 'Trần Thị Thử Nghiệm');
  await t.goto(page, '/figures/I10?org=ct&period=2025');
  t.contains('the figure opens to the congress', await page.textContent('main'), 'Đại hội');
  await t.looks('/congresses/radar', 'congress-deadlines', {few: true});
  await t.looks(association, 'organisation-leadership', {few: true});
}

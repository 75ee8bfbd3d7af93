// A year of emulation: an association scores itself, the Union cross-scores, the council decides; an award is proposed, decided and presented; the flags in a row.
import {act} from '../steps.mjs';

export const name = 'A year of emulation is scored, an award proposed and presented, the flags counted in a row';

async function score(page, column, points) {
  const boxes = page.locator(`input[name$=".${column}"]`);
  for (const [i, n] of points.entries()) await boxes.nth(i).fill(String(n));
  await page.click('form.card button.btn-primary');
}

export async function run(t) {
  t.expectTrouble(/422/);
  const officer = await t.open();
  await t.signIn(officer, 'anh');
  await t.goto(officer, '/emulation?year=2025');
  await officer.locator('a', {hasText: 'Hội Việt Nam – Hàn Quốc'}).first().click();
  await officer.waitForURL(/\/emulation\/\d+/);
  const sheet = new URL(officer.url()).pathname + '?year=2025';
  t.check('a criterion has the figure that counts it', await officer.locator('main td a.fig').count() > 0);
  t.equal('an association fills in its own column only', await officer.locator('input[name$=".council"]').count(), 0);
  await t.accessible(officer, 'the sheet of scores');
  await score(officer, 'self', [31, 18, 20, 15, 12]);
  await officer.waitForSelector('.sum-e');
  t.contains('nobody gives more than there is', await officer.textContent('.sum-e'), 'từ 0 đến 30');
  await score(officer, 'self', [29, 18, 20, 15, 12]);
  await officer.waitForURL(/done=saved/);

  const chair = await t.open();
  await t.signIn(chair, 'bao');
  await t.goto(chair, sheet);
  t.equal('the association\'s own points are read, not changed', await chair.locator('input[name$=".self"]').count(), 0);
  await score(chair, 'cluster', [28, 18, 19, 15, 12]);
  await chair.waitForURL(/done=saved/);
  await t.goto(chair, sheet);
  await score(chair, 'council', [28, 18, 20, 15, 12]);
  await chair.waitForURL(/done=saved/);
  await t.shot(chair, 'emulation-sheet');
  await t.goto(chair, '/emulation?year=2025');
  t.contains('the ranking holds the council\'s sum', await chair.locator('tr', {hasText: 'Hội Việt Nam – Hàn Quốc'}).textContent(), '93');
  await t.guide(chair, 'emulation');

  // ---- an award: proposed with evidence, decided by another, presented, its certificate ----
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/awards/new?subject_org=ct-kr');
  await page.fill('#f-title', 'Bằng khen cho Hội Việt Nam – Hàn Quốc, thành tích năm 2025');
  await page.selectOption('#f-kind', 'province_certificate');
  await page.selectOption('#f-status', 'registered');
  await page.fill('#f-authority', 'Chủ tịch UBND thành phố');
  await page.fill('#f-merit_year', '2025');
  await page.fill('#f-reason', 'Tổ chức giao lưu, vận động học bổng và viện trợ từ Hàn Quốc');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/awards\/\d+/);
  const award = page.url().split('?')[0];
  await t.goto(page, new URL(award).pathname + '/papers/proposal');
  t.contains('the proposal lists records as evidence', await page.textContent('.a4 table'), 'Đoàn');
  t.equal('nothing is wrong with the form', await page.locator('.pp-s .bad').count(), 0);
  await t.accessible(page, 'the proposal');
  await t.guide(page, 'award-proposal');
  await page.fill('#book [name=signer]', 'Trần Quốc Bảo');
  await page.click('#book button.btn-primary');
  await page.waitForSelector('#book a[href^="/outgoing/"]');
  await page.goto(award);
  await act(page, 'propose');
  await act(page, 'appraise');
  await chair.goto(award);
  await act(chair, 'decide', {decision_no: '1234/QĐ-UBND', decided: '15/01/2026', authority: 'Chủ tịch UBND thành phố'});
  await page.goto(award);
  await act(page, 'present', {presented_at: '20/01/2026'});
  const pdf = await page.request.get(`${award}/papers/certificate.pdf`);
  const certificate = await pdf.body();
  t.equal('the certificate is a PDF', certificate.subarray(0, 5).toString(), '%PDF-');
  t.check('it lies across, to hang on a wall', /MediaBox \[ ?0 0 841\.\d+ 595\.\d+/.test(certificate.toString('latin1')));

  // ---- flags in a row: eight up to 2021, nine up to 2022 ----
  for (const [year, run] of [[2021, 8], [2022, 9]]) {
    const answer = await page.request.get(`${t.url}/figures/I89?org=ct&as_of=${year}-12-31`);
    t.check(`${run} flags in a row up to ${year}`, new RegExp(`>\\s*${run}\\s*<|${run}[\\s\\u00a0]năm`).test(await answer.text()));
  }
  await t.goto(page, '/organisations?view=all&kind=provincial_union');
  await page.locator('#list tbody tr', {hasText: 'Cần Thơ'}).locator('a').first().click();
  await page.waitForURL(/\/organisations\/\d+/);
  t.contains('its honours stand on its page', await page.textContent('#honours'), 'năm liền nhận Cờ thi đua');
  await t.looks('/emulation?year=2025', 'emulation', {few: true});
}

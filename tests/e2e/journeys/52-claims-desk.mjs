// The claims desk: every declared number beside the count, what differs in words; one is settled with a reason, stops warning on the page of
// its figure, stays visible, and is opened again.
export const name = 'A declared number is settled with a reason and opened again';

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/');
  await page.click('nav a[href="/claims-desk"]');
  t.contains('the desk is open', await page.textContent('h1'), 'Đối chiếu số công bố');
  t.check('declared numbers stand there', await page.locator('main table tbody tr').count() > 10, '');
  await t.accessible(page, 'the claims desk');
  await t.guide(page, 'claims-desk');
  await t.looks('/claims-desk', 'claims-desk', {few: true});

  // A number of the six months 2022 that differs from the registers.
  await t.goto(page, '/claims/new?indicator=I17&about=ct&unit=delegation');
  await page.fill('#f-statement', 'Tiếp 30 đoàn khách quốc tế trong 6 tháng đầu năm 2022');
  await page.fill('#f-amount', '30');
  await page.fill('#f-period_from', '01/01/2022');
  await page.fill('#f-period_to', '30/06/2022');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/claims\/\d+/);
  await t.goto(page, '/figures/I17?org=ct&period=2022-H1');
  t.contains('the figure warns', await page.textContent('main'), 'Lệch số công bố');

  await t.goto(page, '/claims-desk');
  await page.fill('#f-q', 'tiep 30 doan');
  await page.click('.cd-f button');
  await page.waitForURL(/q=tiep/);
  const row = page.locator('main table tbody tr').first();
  t.equal('words find it without marks', await page.locator('main table tbody tr').count(), 1);
  t.contains('the difference is said in words', await row.textContent(), 'ít hơn');
  t.contains('and the other claim of the same period', await row.textContent(), 'Cùng kỳ mà nguồn khác ghi khác');
  await row.locator('details summary').click();
  await row.locator('textarea[name=reason]').fill('Số ước của bài báo trước hội nghị; báo cáo chính thức là 24');
  await t.accessible(page, 'settling');
  await row.locator('form[action$="/settle"] button[type=submit]').click();
  await page.waitForURL(/done=settled/);
  t.contains('it is settled, with who and why', await page.textContent('main table'), 'Số ước của bài báo trước hội nghị');
  t.contains('by name', await page.textContent('main table'), 'Phạm Minh Thư');
  await t.goto(page, '/figures/I17?org=ct&period=2022-H1');
  const settled = await page.textContent('main');
  t.check('the figure warns no more', !settled.includes('Lệch số công bố'), '');
  t.contains('but shows it', settled, 'đã chốt');

  // Opened again, kept in the history.
  await t.goto(page, '/claims-desk?state=settled');
  const again = page.locator('main table tbody tr', {hasText: 'Tiếp 30 đoàn'});
  await again.locator('details summary').click();
  await again.locator('textarea[name=reason]').fill('Có bản gốc của bài báo');
  await again.locator('form[action$="/reopen"] button[type=submit]').click();
  await page.waitForURL(/done=reopened/);
  await t.goto(page, '/figures/I17?org=ct&period=2022-H1');
  t.contains('the figure warns again', await page.textContent('main'), 'Lệch số công bố');
  await t.goto(page, '/claims-desk?q=tiep+30+doan');
  const record = await page.locator('main table tbody a[href^="/claims/"]').first().getAttribute('href');
  await t.goto(page, record.split('?')[0] + '/history');
  const trail = await page.textContent('main');
  t.contains('the history has the reason of settling', trail, 'Số ước của bài báo');
  t.contains('and of opening again', trail, 'Có bản gốc của bài báo');

  // What changed against another period, in a report.
  await t.goto(page, '/reports');
  await page.locator('main a', {hasText: 'Báo cáo năm 2025'}).first().click();
  await page.click('a[href$="/difference"]');
  t.contains('two periods stand side by side', await page.textContent('main table'), 'Năm 2024');
  await t.accessible(page, 'what changed in a report');
  await page.fill('#f-against', 'năm 2022');
  await page.click('.per-f button');
  await page.waitForURL(/against=n/);
  t.contains('records that moved it are named', await page.textContent('main table'), 'Chỉ có ở kỳ này');
  await t.guide(page, 'report-changes');
  await t.looks(new URL(page.url()).pathname + '?against=2022', 'report-changes', {few: true});
  await page.click('form[action$="/difference"] button:has-text("phụ lục")');
  await page.waitForURL(/done=changes/);
  t.contains('the annex stands in the paper', await page.textContent('.wb-desk'), 'SỐ LIỆU THAY ĐỔI');
}

// A signature campaign from its opening to the letter: an association enters its own batch, the Union counts, verifies and sends.
export const name = 'Signatures are collected by associations and sent with a letter';


export async function run(t) {
  t.expectTrouble(/422|409/);
  const page = await t.open(), member = await t.open();
  await t.signIn(page);
  await t.signIn(member, 'anh');

  // ---- the Union opens the campaign ----
  await t.goto(page, '/campaigns/overview');
  await t.guide(page, 'peace-work');
  await t.accessible(page, 'peace work');
  await page.click('#campaigns a[href="/campaigns/new"]');
  await page.waitForSelector('#f-title');
  await page.fill('#f-title', 'Chữ ký vì hòa bình ở Cần Thơ');
  await page.fill('#f-title_en', 'Signatures for peace in Can Tho');
  await page.fill('#f-initiator', 'Hội đồng Hòa bình Thế giới');
  await page.fill('#f-initiator_en', 'World Peace Council');
  await page.fill('#f-from_date', '01/09/2025');
  await page.fill('#f-target', '500');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/campaigns\/\d+/);
  const path = new URL(page.url()).pathname;
  t.contains('nothing is collected yet', await page.textContent('#collected'), 'Chưa đơn vị nào');

  // ---- an association sees it and enters its own batch ----
  await t.goto(member, '/campaigns/overview');
  await member.click(`#campaigns a[href="${path}"]`);
  await member.waitForSelector('#collected');
  await member.click('#collected a[href^="/signature-batches/new"]');
  await member.waitForSelector('#f-quantity');
  await member.fill('#f-title', 'Câu lạc bộ tiếng Hàn');
  await member.fill('#f-collected_from', '03/09/2025');
  await member.fill('#f-collected_to', '05/09/2025');
  await member.fill('#f-quantity', '180');
  await member.fill('#f-verified', '190');
  await t.accessible(member, 'the form of a batch');
  await member.click('form.form button.btn-primary');
  await member.waitForSelector('.sum-e');
  t.contains('more verified than collected is refused', await member.textContent('form.form'), 'Số đã kiểm lớn hơn số thu được');
  await member.fill('#f-verified', '171');
  await member.click('form.form button.btn-primary');
  await member.waitForURL((url) => !url.pathname.endsWith('/new') && url.pathname !== '/signature-batches');
  await t.goto(member, path);
  t.contains('the association sees its batch', await member.textContent('#collected'), 'Câu lạc bộ tiếng Hàn');

  // ---- the Union adds one, sees the part of the target and sends ----
  await t.goto(page, '/signature-batches/new?campaign=' + path.split('/').pop());
  await page.fill('#f-title', 'Ngày hội thanh niên');
  await page.fill('#f-collected_from', '10/09/2025');
  await page.fill('#f-collected_to', '10/09/2025');
  await page.fill('#f-quantity', '120');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/new') && url.pathname !== '/signature-batches');
  await t.goto(page, path);
  const collected = await page.textContent('#collected');
  t.contains('both batches make the sum', collected, '300');
  t.contains('the part of the target is said', collected, '60%');
  await t.accessible(page, 'the page of a campaign');
  await t.shot(page, 'peace-campaign');
  await t.goto(page, await page.locator('#collected .bars a').first().getAttribute('href'));
  t.contains('a bar opens its batches', await page.textContent('main'), 'Câu lạc bộ tiếng Hàn');
  await t.goto(page, path);
  await page.click('#flow details:has(input[name=move][value=submit]) > summary');
  await page.fill('[name="submit.sent_on"]', '20/09/2025');
  await page.fill('[name="submit.receipt"]', 'Bưu phẩm RB 123 VN');
  await Promise.all([page.waitForURL(/done=verb/), page.click('#flow form:has(input[name=move][value=submit]) button[type=submit]')]);
  t.contains('the batches went with it', await page.textContent('#collected'), '20/09/2025');
  t.check('nothing more is entered', (await page.locator('#collected a[href^="/signature-batches/new"]').count()) === 0);

  // ---- the letter, and the figure opens to the batches ----
  await page.click('#papers a[href$="/papers/letter-en"]');
  await page.waitForSelector('.a4');
  const letter = await page.textContent('.a4');
  t.contains('the letter goes to who called for it', letter, 'World Peace Council');
  t.contains('with the total', letter, '300 signatures collected by 2 organisations');
  const file = await page.request.get(t.url + path + '/papers/letter.docx');
  t.equal('the letter is a Word file', (await file.body()).subarray(0, 2).toString(), 'PK');
  await t.goto(page, '/figures/I62?org=ct&period=2025');
  t.contains('the figure opens to the batches', await page.textContent('main'), 'Câu lạc bộ tiếng Hàn');
  await t.looks('/campaigns/overview', 'peace-work', {few: true});
  await t.goto(page, '/campaigns?q=CK-MH-1');
  const sample = await page.locator('main a[href^="/campaigns/"]', {hasText: 'không vũ khí hạt nhân'}).first().getAttribute('href');
  await t.goto(page, sample);
  await t.guide(page, 'peace-campaign');
  await t.looks(sample, 'peace-campaign-sample', {few: true});
}

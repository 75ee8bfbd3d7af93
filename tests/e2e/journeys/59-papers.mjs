// The loop of papers: one arrives, is routed, answered by a paper with a number, both end in a file that is closed and listed.
import {act, choose, done, officeDay, openMove, save} from '../steps.mjs';

export const name = 'An incoming paper is routed, answered, filed, the file closed and printed; a draft is checked, advice counted';

export async function run(t) {
  const today = officeDay(new Date()), soon = officeDay(new Date(Date.now() + 5 * 86_400_000));

  // ---- the office begins in the middle of the year: its paper book ends with number 317 ----
  t.expectTrouble(/422|Failed to load resource/);
  const clerk = await t.open();
  await t.signIn(clerk, 'loan');
  await t.goto(clerk, '/incoming');
  await clerk.click('a[href="/outgoing/series"]');
  const next = async (number) => {
    await clerk.selectOption('#f-kind', 'in');
    await clerk.fill('#f-next', number);
    await clerk.fill('#f-reason', 'Từ tháng 8 mới dùng hệ thống');
    await clerk.click('main form button.btn-primary');
  };
  await next('318');
  await clerk.waitForSelector('td:has-text("–317 ở sổ giấy")');
  await next('100');
  t.contains('a series only goes forward', await clerk.textContent('.err, .sum-e, main'), 'đã dùng đến số 317');
  await t.accessible(clerk, 'the series of numbers');
  await t.fits(clerk, 'the series of numbers');

  // ---- the clerk writes two papers down by keyboard alone ----
  await t.goto(clerk, '/incoming/quick');
  for (const [sender, number, title] of [['Sở Ngoại vụ thành phố Cần Thơ', '341/SNgV-HTQT', 'Đề nghị cử đại diện dự gặp mặt hữu nghị'], ['Sở Nội vụ thành phố Cần Thơ', '95/SNV-VP', 'Lịch nghỉ Tết']]) {
    await clerk.waitForSelector('#f-sender:focus');
    for (const words of [sender, number]) await clerk.keyboard.type(words), await clerk.keyboard.press('Tab');
    await clerk.fill('#f-title', title);
    await clerk.press('#f-title', 'Enter');
    await clerk.waitForURL(/last=\d+/);
  }
  t.contains('the number is told', await clerk.textContent('main'), 'Số đến');
  await t.accessible(clerk, 'the page of the clerk');
  await t.fits(clerk, 'the page of the clerk');
  await t.guide(clerk, 'incoming-quick');
  const paper = await clerk.locator('table a', {hasText: 'Đề nghị cử đại diện'}).first().getAttribute('href');
  const other = await clerk.locator('table a', {hasText: 'Lịch nghỉ Tết'}).first().getAttribute('href');

  // ---- the chair routes one and keeps the other for information ----
  const chair = await t.open();
  await t.signIn(chair, 'bao');
  await t.goto(chair, other);
  await act(chair, 'note');
  await t.goto(chair, paper);
  await openMove(chair, 'route');
  await choose(chair, 'route.routed_to', 'Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ');
  for (const [field, words] of Object.entries({owner: 'Phạm Minh Thư', instruction: 'Văn phòng trả lời, cử người dự', due: soon})) await chair.fill(`[name="route.${field}"]`, words);
  await done(chair, 'route');
  t.contains('a task came of it', await chair.textContent('#tasks'), 'Phạm Minh Thư');
  await t.accessible(chair, 'an incoming paper');

  // ---- the officer answers, the clerk gives the number ----
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/my-day');
  await page.locator('#papers-due a', {hasText: 'Đề nghị cử đại diện'}).click();
  await page.click('#answers a.btn');
  await page.fill('#f-signer', 'Trần Quốc Bảo');
  await page.fill('#f-signed_on', today);
  await save(page);
  const answer = new URL(page.url()).pathname;
  await t.goto(clerk, answer);
  await act(clerk, 'number');
  const number = (await clerk.textContent('main')).match(/\d{2,}\/[A-Z]+/)[0];
  await t.goto(page, paper);
  t.contains('the incoming paper is done by the answer', await page.textContent('#flow'), 'Đã giải quyết');
  t.contains('and names it', await page.textContent('#answers'), number);

  // ---- all of it in a file ----
  await t.goto(page, '/paper-files/new');
  await page.fill('#f-notation', '07.ĐN');
  await page.fill('#f-title', 'Gặp mặt hữu nghị');
  await page.selectOption('#f-keeping', {label: await page.locator('#f-keeping option', {hasText: '20 năm'}).first().textContent()});
  await save(page);
  const file = new URL(page.url()).pathname;
  await t.goto(clerk, file + '/papers');
  for (const words of ['Đề nghị cử đại diện', 'Trả lời văn bản', 'Lịch nghỉ Tết']) await clerk.locator('tr', {hasText: words}).first().locator('input[type=checkbox]').check();
  await t.accessible(clerk, 'the page that files papers');
  await clerk.click('button[value=in]');
  await clerk.waitForURL(/#contents/);
  t.contains('three papers lie in it', await clerk.textContent('#contents'), '3 văn bản');
  await act(clerk, 'close', {sheets: '9'});
  const [book] = await Promise.all([clerk.waitForEvent('download'), clerk.locator('#papers a', {hasText: 'PDF'}).first().click()]);
  t.check('the contents are a file', /contents-.*\.pdf$/.test(book.suggestedFilename()));
  await t.goto(clerk, file + '/papers/contents');
  t.contains('the contents name the answer by its number', await clerk.textContent('.wb-desk'), number);
  await t.guide(clerk, 'file-contents');

  // ---- a draft from Word is held against the form ----
  const draft = await (await clerk.request.get(t.url + file + '/papers/contents.docx')).body();
  await t.goto(page, '/outgoing/new');
  await page.fill('#f-title', 'Báo cáo gặp mặt hữu nghị');
  await save(page);
  await page.setInputFiles('#draft input[type=file]', {name: 'ban-thao.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: draft});
  await page.click('#draft button');
  await page.waitForURL(/\/draft$/);
  t.contains('the check says what is missing', await page.textContent('#findings'), 'Thiếu dòng số, ký hiệu');
  await t.accessible(page, 'the form of a draft');
  await t.guide(page, 'draft-check');

  // ---- advice counts once it is sent ----
  await t.goto(page, '/advice/new');
  await page.fill('#f-title', 'Góp ý kế hoạch gặp mặt hữu nghị');
  await save(page);
  await act(page, 'send');
  await t.goto(page, `/figures/I91?org=ct&period=${today.slice(-4)}&result=pending`);
  t.contains('the figure opens to the paper', await page.textContent('main'), 'Góp ý kế hoạch gặp mặt hữu nghị');
  await t.goto(page, '/advice/board');
  await t.accessible(page, 'the board of advice');
  await t.shot(page, 'advice-board');

  await t.goto(clerk, '/incoming/book');
  t.contains('the book holds the paper', await clerk.textContent('.wb-desk'), '341/SNgV-HTQT');
  t.contains('and states what is kept on paper', await clerk.textContent('.wb-desk'), '–317 ở sổ giấy: Từ tháng 8 mới dùng hệ thống');
  t.contains('the first number here stands behind it', await clerk.textContent('.wb-desk'), '318');
  await t.looks('/incoming/book', 'incoming-book', {few: true});
}

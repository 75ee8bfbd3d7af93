// The six months 2022 of Cần Thơ: a campaign is opened, 21 associations file (two late, one returned and sent again, one on
// paper, most with the help of a colleague), the chair accepts, all is put together and the Union's report is sealed.
export const name = 'Six months of 2022 from 21 associations to the sealed report';
export const today = '2022-06-13';

const send = (page) => page.click('form.filing button[name=act][value=file]');

/** The tile of an association on the board, by the words on it. */
const tile = (page, words) => page.locator('.tiles a', {hasText: words}).first();

async function fileFor(t, page, board, words, {reason = 'Hội đọc số qua điện thoại', more = async () => {}} = {}) {
  await t.goto(page, board);
  await tile(page, words).click();
  await page.waitForURL(/\/filings\/\d+/);
  await page.fill('#f-behalf_reason', reason);
  if (await page.inputValue('#f-signer') === '') await page.fill('#f-signer', 'Chủ tịch Hội');
  await page.check('#f-all');
  await more();
  await send(page);
  await page.waitForURL(/done=filed/);
}

async function waiveAll(page, reason) {
  for (let left = 0; left < 12; ++left) {
    const ways = page.locator('#checks details.ask');
    if (await ways.count() === 0) return;
    await ways.first().locator('summary').click();
    await ways.first().locator('input[name=reason]').fill(reason);
    await ways.first().locator('button[type=submit]').click();
    await page.waitForURL(/done=waived/);
  }
}

export async function run(t) {
  t.expectTrouble(/422|ERR_INTERNET_DISCONNECTED|Failed to load resource|409/);
  const thu = await t.open();
  await t.signIn(thu);

  // Opened from the receiver's calendar.
  await t.goto(thu, '/report-campaigns/new');
  await t.accessible(thu, 'opening a campaign');
  await thu.locator('.li', {hasText: '6 tháng đầu năm, theo lịch'}).locator('a', {hasText: '2022'}).click();
  t.equal('the calendar fills in the day', await thu.inputValue('#f-due'), '20/06/2022');
  t.equal('and the period', await thu.inputValue('#f-period'), '6 tháng đầu năm 2022');
  await thu.click('form.form button.btn-primary');
  await thu.waitForURL(/done=opened/);
  const board = new URL(thu.url()).pathname;
  t.equal('21 tiles', await thu.locator('.tiles > li').count(), 21);
  t.contains('days left', await thu.textContent('.ph'), 'còn 7 ngày');
  await t.accessible(thu, 'the board');
  await t.shot(thu, 'campaign-board-opened');

  // An association: told, one press on the telephone, the connection lost and back.
  const anh = await t.open({size: 'phone'});
  await t.signIn(anh, 'anh');
  t.contains('it is on her list of things to do', await anh.textContent('main'), 'Báo cáo 6 tháng đầu năm 2022');
  await t.goto(anh, board);
  t.check('the board leads her to her own form', /\/filings\/\d+$/.test(new URL(anh.url()).pathname), anh.url());
  const korea = new URL(anh.url()).pathname;
  await t.accessible(anh, 'the form on a telephone');
  await t.fits(anh, 'the form on a telephone');
  await t.shot(anh, 'campaign-form-phone');
  await anh.fill('#f-difficulties', 'Đoàn đến nhiều, đoàn đi ít');
  await anh.fill('#f-proposals', 'Tăng cường các chuyến viếng thăm hữu nghị, không để chênh lệch quá nhiều giữa đoàn đến và đoàn đi');
  await anh.check('#f-all');
  await anh.context().setOffline(true);
  await send(anh);
  await anh.waitForSelector('.note:has-text("Mất kết nối")');
  await anh.waitForTimeout(1200);
  t.check('what was typed is kept on the device', await anh.evaluate(() => Object.entries(localStorage).some(([key, value]) => key.startsWith('nc.draft.') && value.includes('đoàn đi ít'))));
  await anh.context().setOffline(false);
  await anh.waitForURL(/done=filed/, {timeout: 30000});
  t.contains('it went by itself when the connection came back', await anh.textContent('.ph'), 'Đã nộp');

  // Returned with a reason, a record added from the form with its defaults, sent again.
  await t.goto(thu, korea);
  await thu.click('.ph details.ask:has-text("Trả lại") summary');
  await thu.fill('.ph textarea[name=reason]', 'Thiếu buổi tặng quà Làng Hữu nghị Việt Nam – Hàn Quốc');
  await thu.click('.ph form[action$="/return"] button[type=submit]');
  await thu.waitForURL(/done=returned/);
  await t.goto(anh, korea);
  t.contains('she sees why', await anh.textContent('main'), 'Thiếu buổi tặng quà');
  await anh.click('#s-activities a:has-text("Thêm bản ghi")');
  t.check('the new record knows its association', (await anh.content()).includes('ct-kr'));
  await anh.fill('#f-title', 'Thăm Làng Hữu nghị Việt Nam – Hàn Quốc');
  await anh.selectOption('#f-kind', 'gathering');
  await anh.fill('#f-from_date', '20/05/2022');
  await anh.click('form.form button.btn-primary');
  await anh.waitForURL(/\/activities\/\d+/);
  await t.goto(anh, korea);
  t.contains('the record is on the form at once', await anh.textContent('#s-activities'), 'Thăm Làng Hữu nghị');
  await anh.check('#f-all');
  await send(anh);
  await anh.waitForURL(/done=filed/);

  // A colleague fills in for others; once without scripts, once on a telephone.
  const plain = await t.open({scripts: false});
  await t.signIn(plain);
  await fileFor(t, plain, board, 'Lào');
  const small = await t.open({size: 'phone'});
  await t.signIn(small);
  await fileFor(t, small, board, 'Campuchia');
  await t.goto(small, board);
  await t.fits(small, 'the board on a telephone');
  await t.accessible(small, 'the board on a telephone');
  await t.shot(small, 'campaign-board-phone');

  // On paper: a scan, and numbers that stay claims.
  await t.goto(thu, board);
  await tile(thu, 'Cuba').click();
  await thu.click('.ph a:has-text("Nhập bản giấy")');
  await thu.fill('#f-filed_on', '12/06/2022');
  await thu.fill('#f-signer', 'Chủ tịch Hội Việt Nam – Cuba');
  await thu.setInputFiles('input[type=file]', {name: 'bao-cao-cuba.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')});
  await thu.fill('[name="declared.I31"]', 'hơn 4');
  await t.accessible(thu, 'entering a paper');
  await thu.click('form.form button.btn-primary');
  await thu.waitForURL(/done=filed/);
  const cuba = new URL(thu.url()).pathname;
  t.contains('the paper is kept', await thu.textContent('main'), 'mở chứng cứ');
  t.contains('its number stands beside the count', await thu.textContent('#checks'), 'hội khai');

  for (const words of ['Nhật Bản', 'Hoa Kỳ', 'Pháp', 'Ấn Độ', 'Hà Lan', 'Liên bang Nga', 'Đức', 'Anh', 'Canada', 'Bỉ', 'Singapore', 'Úc', 'Thái Lan', 'Indonesia', 'Trung Quốc']) await fileFor(t, thu, board, words);
  await t.goto(thu, board);
  t.contains('19 have filed', await thu.textContent('main'), '19 trên 21');

  // Three days after the day: reminders, two late ones.
  await t.goToDay('2022-06-23');
  const office = await t.open();
  await t.signIn(office);
  await t.goto(office, board);
  t.contains('the board says it is late', await office.textContent('.ph'), 'quá hạn 3 ngày');
  await t.shot(office, 'campaign-board-late');
  await office.click('.ph details.ask:has-text("Nhắc 2") summary');
  await office.click('.ph form[action$="/remind"] button[type=submit]');
  await office.waitForURL(/done=reminded/);
  await fileFor(t, office, board, 'Hungary');
  await fileFor(t, office, board, 'Cộng hòa Séc', {more: async () => office.fill('#f-difficulties', 'Thiếu kinh phí đoàn ra')});
  await t.goto(office, board + '?state=late');
  t.equal('two tiles are late', await office.locator('.tiles > li').count(), 2);
  t.contains('by three days', await office.textContent('.tiles'), 'chậm 3 ngày');

  // Who filled in can't accept; the chair does, and waives the gap of the paper with a reason.
  await tile(office, 'Hungary').click();
  t.equal('no accepting of what went through the own hands', await office.locator('form[action$="/accept"]').count(), 0);
  const chair = await t.open();
  await t.signIn(chair, 'bao');
  await t.goto(chair, cuba);
  await chair.click('form[action$="/accept"] button');
  await chair.waitForSelector('.sum-e');
  t.contains('the gap stands in the way', await chair.textContent('.sum-e'), 'hội khai');
  await t.accessible(chair, 'a filing that can not be accepted yet');
  await waiveAll(chair, 'Hội đếm cả buổi họp nội bộ');
  for (let n = 0; n < 21; ++n) {
    await t.goto(chair, board + '?state=filed');
    const next = chair.locator('.tiles a');
    if (await next.count() === 0) break;
    await next.first().click();
    await chair.waitForURL(/\/filings\/\d+/);
    await waiveAll(chair, 'Đã hỏi hội, đúng như vậy');
    await chair.click('form[action$="/accept"] button');
    await chair.waitForURL(/done=accepted/);
  }
  await t.goto(office, board);
  t.contains('all are accepted', await office.textContent('.tabs, [role=list], main'), '21 trên 21');

  // Put together.
  await office.click('.ph a:has-text("Tổng hợp 21 báo cáo")');
  await t.accessible(office, 'the consolidation');
  await t.fits(office, 'the consolidation');
  t.contains('the waived check is shown', await office.textContent('main'), 'Hội đếm cả buổi họp nội bộ');
  t.contains('difficulties are gathered', await office.textContent('main'), 'Đoàn đến nhiều, đoàn đi ít');
  await t.shot(office, 'campaign-consolidated');
  await office.click('form[action$="/petitions"] button');
  await office.waitForURL(/done=petitions/);
  await office.click('a:has-text("Tăng cường các chuyến viếng thăm")');
  await office.waitForURL(/\/petitions\/\d+/);
  t.contains('the petition names the filing it comes from', await office.textContent('main'), 'Báo cáo 6 tháng đầu năm 2022');
  await t.goto(office, '/figures/I81?org=ct&period=2022-H1');
  t.contains('19 of 21 on time', await office.textContent('main'), '90,5');

  // The Union's report begins there, is finished and sealed.
  await t.goto(office, board + '/consolidated');
  await office.click('.ph form[action$="/report"] button');
  await office.waitForURL(/\/reports\/\d+/);
  const report = new URL(office.url()).pathname;
  const paper = await office.textContent('main');
  t.contains('who filed is in the paper', paper, '21 Hội nộp báo cáo trên 21 Hội phải nộp; 19 Hội nộp đúng hạn, 02 Hội nộp chậm');
  t.contains('what is hard too', paper, 'Đoàn đến nhiều, đoàn đi ít');
  for (let n = 0; n < 20; ++n) {
    const blank = office.locator('details.bedit:has(textarea)').filter({hasText: '[chưa có số liệu'});
    const waiting = await blank.count() > 0 ? blank.first() : null;
    if (!waiting) break;
    await waiting.locator('summary').click();
    await waiting.locator('button[value=remove]').click();
    await office.waitForURL(/done=removed/);
  }
  await office.click('form[action$="/submit"] button');
  await office.waitForURL(/done=submitted/);
  await t.goto(chair, report);
  await chair.click('form[action$="/seal"] button[type=submit]');
  await chair.waitForURL(/done=sealed/);
  t.contains('it is sealed', await chair.textContent('main'), 'Niêm phong 23/06/2022');
  await t.shot(chair, 'campaign-report-sealed', false);

  // The very files that were sealed: a record of the period changes, the downloads don't.
  t.contains('the page offers the files as they were sealed', await chair.textContent('#kept'), 'đúng tệp đã niêm phong ngày 23/06/2022');
  await t.goto(chair, report);
  await t.guide(chair, 'report-kept');
  const links = await chair.locator('#kept a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  t.equal('Word, PDF, HTML and JSON in two languages', links.length, 8);
  const bytes = async () => Promise.all(links.map(async (link) => (await chair.request.get(t.url + link)).body()));
  const sealed = await bytes();
  await t.goto(office, korea);
  await office.click('#s-activities a:has-text("Thăm Làng Hữu nghị")');
  await office.waitForURL(/\/activities\/\d+/);
  await t.goto(office, new URL(office.url()).pathname + '/edit');
  await office.fill('#f-title', 'Thăm và tặng quà Làng Hữu nghị');
  await office.click('form.form button.btn-primary');
  await office.waitForURL(/\/activities\/\d+(\?|$)/);
  t.check('they are the same byte by byte', (await bytes()).every((file, i) => file.equals(sealed[i])));
  await t.goto(chair, '/report-campaigns?status=closed');
  t.contains('and with it the campaign is closed, for every filing was accepted', await chair.textContent('main table'), 'Báo cáo 6 tháng đầu năm 2022');
  await t.goto(office, '/report-campaigns');

  // English, dark, the table of punctuality.
  const english = await t.open({lang: 'en', dark: true});
  await t.signIn(english);
  for (const [address, words] of [[board + '?view=table', '21 of 21 filed'], ['/report-campaigns/punctuality', 'Punctuality'], ['/report-campaigns/rules', 'A delegation without a country'], [cuba, 'on paper']]) {
    await t.goto(english, address);
    t.contains(`${address} in English`, await english.textContent('main'), words);
    await t.accessible(english, address);
    await t.fits(english, address);
  }
}

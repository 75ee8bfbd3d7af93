// An association's clerk: an applicant admitted, a list from a spreadsheet, dues of the year, the list on paper; the Union counts.
import {done, officeDay, openMove as open, save} from '../steps.mjs';

export const name = 'An association keeps its members; the Union counts them without their names';

const sheet = `STT,Họ và tên,Năm sinh,Giới tính,Số thẻ hội viên,Ngày vào hội,Nơi làm việc
1,Lý Thị Nhập Một,1985,Nữ,KR-101,05/01/2026,Trường mẫu giáo thử
2,Mai Văn Nhập Hai,2004,Nam,KR-102,05/01/2026,Công ty thử
3,Tạ Thị Nhập Ba,1979,Nữ,KR-103,05/01/2026,Bệnh viện thử
`;

export async function run(t) {
  t.expectTrouble(/422|404/);
  const page = await t.open();
  await t.signIn(page, 'anh');
  const all = await (await page.request.get(t.url + '/organisations?format=json&q=' + encodeURIComponent('Hàn Quốc'))).json();
  const hub = `/organisations/${all.find((o) => o.code === 'ct-kr').id}/members`;

  // ---- an applicant becomes a member ----
  await t.goto(page, hub);
  t.contains('the page names the members', await page.textContent('#members'), 'Trần Hải Minh Họa');
  t.contains('who applied waits', await page.textContent('#applicants'), 'Cao Nhật Minh Họa');
  t.contains('it says which number is counted', await page.textContent('main'), 'đang lấy số đã ghi ngày 31/12/2024: 210');
  await t.accessible(page, 'the members of an association');
  await t.guide(page, 'members');
  await page.click('#applicants a');
  await page.waitForURL(/\/members\/\d+/);
  await open(page, 'admit');
  await page.fill('[name="admit.joined_on"]', '10/01/2026');
  await page.fill('[name="admit.decision_no"]', '03/QĐ-HHN');
  await done(page, 'admit');
  await open(page, 'card');
  await page.fill('[name="card.card_no"]', 'KR-010');
  await done(page, 'card');

  // ---- one typed, three from a spreadsheet ----
  await t.goto(page, hub);
  await page.click('a[href^="/members/new"]');
  await page.waitForSelector('#f-name');
  await page.fill('#f-name', 'Ngô Quỳnh Thử');
  await page.fill('#f-card_no', 'KR-001');
  await page.fill('#f-joined_on', '02/01/2026');
  await page.fill('#f-born_year', '1999');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('a card belongs to one member', await page.textContent('.sum-e'), 'Số thẻ này đã cấp cho Trần Hải Minh Họa');
  await page.fill('#f-card_no', 'KR-011');
  await save(page);
  await t.goto(page, '/members/import');
  await page.setInputFiles('input[name=file]', {name: 'hoi-vien.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet)});
  await Promise.all([page.waitForURL(/\/members\/import\/.+/), page.locator('main form.form button[type=submit]').first().click()]);
  const press = async (act) => {
    await Promise.all([page.waitForNavigation(), page.locator(`main button[name=act][value=${act}]`).first().click()]);
    await page.waitForFunction(() => !document.querySelector('main button[value=cancel]'));
  };
  await press('map');
  await press('run');
  t.contains('the list came in', await page.textContent('main'), '3 bản ghi mới');

  // ---- dues ----
  await t.goto(page, hub.replace('/members', '/dues?year=2026'));
  t.contains('nobody has paid yet', await page.textContent('#dues'), '0/13 hội viên đã nộp');
  await page.fill('#f-rate', '150.000');
  await page.check('[aria-label="Lý Thị Nhập Một đã nộp"]');
  await page.check('[aria-label="Mai Văn Nhập Hai đã nộp"]');
  await page.fill('[aria-label="Số tiền của Mai Văn Nhập Hai"]', '200.000');
  await t.accessible(page, 'the dues of a year');
  await page.click('#dues button');
  await page.waitForURL(/done=saved/);
  t.contains('two have paid', await page.textContent('#dues'), '2/13 hội viên đã nộp');
  t.equal('the usual amount went in', await page.inputValue('[aria-label="Số tiền của Lý Thị Nhập Một"]'), '150.000');
  await t.guide(page, 'member-dues');

  // ---- the list is complete ----
  await t.goto(page, hub);
  await Promise.all([page.waitForURL(/done=saved/), page.click('form[action$="/members/count"] button')]);
  await t.goto(page, '/figures/I06?org=ct-kr&period=2026');
  t.contains('the total is that of the list', await page.textContent('h1'), '13');
  t.contains('and opens to the members', await page.textContent('main'), 'HVN-MH-01');
  const paper = await page.request.get(t.url + hub + '.pdf');
  t.check('the list prints', paper.status() === 200 && (await paper.body()).subarray(0, 5).toString() === '%PDF-');
  t.contains('a card number finds its member', await (await page.request.get(t.url + '/members?q=KR-102')).text(), 'Mai Văn Nhập Hai');

  // ---- cards ----
  await t.goto(page, hub);
  for (const who of ['Lý Thị Nhập Một', 'Mai Văn Nhập Hai']) await page.locator('#members tr', {hasText: who}).locator('input[type=checkbox]').check();
  const [sheet_of_cards] = await Promise.all([page.waitForEvent('download'), page.locator('#members .bulk button').click()]);
  t.equal('the chosen cards come as one file', sheet_of_cards.suggestedFilename(), 'The-hoi-vien.pdf');
  const cards = await page.request.get(t.url + hub + '/cards.pdf');
  t.check('and so do all of them', cards.status() === 200 && (await cards.body()).subarray(0, 5).toString() === '%PDF-');
  await t.goto(page, '/');
  t.equal('the overview of the association counts its members', await page.locator('.kpis a[href^="/figures/I06?org=ct-kr"]').count(), 1);

  // ---- the Union counts ----
  const union = await t.open();
  await t.signIn(union, 'quan');
  await t.goto(union, hub);
  const seen = await union.textContent('main');
  t.contains('the Union reads the number', seen, '13');
  t.check('and no name', !seen.includes('Nhập Một') && !seen.includes('Minh Họa'));
  t.contains('it is told why', seen, 'chỉ người của hội đọc');
  t.equal('nor a card', (await union.request.get(`${t.url}${hub}/cards.pdf`, {maxRedirects: 0})).status(), 303);
  await t.looks(hub, 'members', {few: true});

  // ---- a club and its sessions ----
  const all_in_one = await t.open();
  await t.signIn(all_in_one, 'thu');
  await t.goto(all_in_one, '/clubs?of=all');
  await t.accessible(all_in_one, 'the clubs');
  t.contains('who is quiet is shown', await all_in_one.textContent('#clubs'), 'ngày chưa sinh hoạt');
  await t.guide(all_in_one, 'clubs');
  await all_in_one.locator('#clubs tr', {hasText: 'Câu lạc bộ văn nghệ Việt - Lào'}).locator('a[href$="/sessions"]').click();
  await all_in_one.waitForSelector('form.gr');
  const row = await all_in_one.locator('form.gr fieldset').count() - 4;
  await all_in_one.fill(`[name="r${row}.date"]`, officeDay(new Date()));
  await all_in_one.fill(`[name="r${row}.topic"]`, 'Chuẩn bị đêm giao lưu thử');
  await all_in_one.fill(`[name="r${row}.attendees"]`, '28');
  await all_in_one.click('form.gr button.btn-primary');
  await all_in_one.waitForURL(/done=saved/);
  t.contains('the session stands on the club', await all_in_one.textContent('#sessions'), 'Chuẩn bị đêm giao lưu thử');
  await t.goto(all_in_one, '/clubs?of=all');
  const quiet = await all_in_one.locator('#clubs tr', {hasText: 'Câu lạc bộ văn nghệ Việt - Lào'}).textContent();
  t.check('it is not quiet any more', !quiet.includes('chưa sinh hoạt'));
  await t.goto(all_in_one, '/figures/I61?org=hp&period=2026');
  t.contains('the figure opens to the language club', await all_in_one.textContent('main'), 'Câu lạc bộ tiếng Hàn');
}

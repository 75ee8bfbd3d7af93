// A partner not heard of for long: seen on the radar, called, the next step kept; a duplicate merged, taken back, figures opened.
export const name = 'A lapsed partner is called, a duplicate is merged and taken back';

async function found(t, page, name, more) {
  await t.goto(page, `/partners/new?name=${encodeURIComponent(name)}&kind=foreign_foundation&country=DE${more}`);
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/partners\/\d+/);
  return new URL(page.url()).pathname;
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  const first = await found(t, page, 'Quỹ Cầu Vồng Xanh', '&priority=strategic');

  // ---- the radar says who and why ----
  await t.goto(page, '/partners');
  await page.click('.seg a[href="/partners/radar"]');
  await page.waitForURL(/radar/);
  t.contains('the radar says why', await page.textContent('#lapsed'), 'Sổ chưa ghi việc nào');
  t.contains('and since when', await page.textContent('#lapsed'), 'tháng trước');
  await t.accessible(page, 'the radar');
  await t.fits(page, 'the radar');
  await t.guide(page, 'partner-radar');
  await t.shot(page, 'partner-radar');

  // ---- a call, and what follows from it ----
  const row = page.locator('#lapsed tr', {hasText: 'Quỹ Cầu Vồng Xanh'});
  await row.locator('a[href^="/contact-logs/new"]').click();
  await page.waitForSelector('#f-summary');
  await page.selectOption('#f-channel', 'phone');
  await page.fill('#f-summary', 'Gọi điện, bạn muốn tài trợ phòng đọc');
  await page.fill('#f-follow_up', 'Gửi đề cương phòng đọc');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('a follow-up needs a day', await page.textContent('.sum-e'), 'Ghi hạn');
  await page.fill('#f-follow_up_due', '20/12/2027');
  await t.accessible(page, 'the form of a contact');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => !url.pathname.endsWith('/new') && url.pathname !== '/contact-logs');
  await t.goto(page, '/partners/radar?months=6');
  t.check('the partner is off the radar', !(await page.textContent('#lapsed')).includes('Quỹ Cầu Vồng Xanh'));
  await t.goto(page, first);
  t.contains('the memory knows the call', await page.textContent('#relation'), 'Gọi điện, bạn muốn tài trợ phòng đọc');
  await page.click('#relation a[href^="/tasks/"]');
  await page.waitForURL(/\/tasks\/\d+/);
  t.contains('the follow-up is a task', await page.textContent('h1'), 'Gửi đề cương phòng đọc');

  // ---- a person of the partner, with consent ----
  await t.goto(page, `/partner-contacts/new?partner=${first.split('/').pop()}`);
  await page.fill('#f-name', 'Anna Thử Nghiệm');
  await page.fill('#f-position', 'Giám đốc chương trình');
  await page.fill('#f-phone', '+49 30 1234567');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('a telephone needs consent', await page.textContent('.sum-e'), 'đồng ý');
  await page.check('#f-consent');
  await page.fill('#f-consent_on', '01/10/2025');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => url.pathname !== '/partner-contacts' && !url.pathname.endsWith('/new'));

  // ---- the same partner entered twice ----
  const second = await found(t, page, 'Quy Cau Vong Xanh', '&city=Berlin');
  await t.goto(page, `/gifts/new?partner=${second.split('/').pop()}&direction=given`);
  await page.fill('#f-what', 'Tranh gốm Vĩnh Long thử');
  await page.fill('#f-date', '05/05/2025');
  await page.check('[name=status][value=given]');
  await page.click('form.form button.btn-primary');
  await page.waitForURL((url) => url.pathname !== '/gifts/new' && url.pathname !== '/gifts');
  await t.goto(page, '/partners/duplicates');
  const pair = page.locator('#alike .it, #alike li', {hasText: 'Quy Cau Vong Xanh'}).first();
  t.contains('the pair says why it is one', await pair.textContent(), 'cùng tên khi bỏ dấu');
  await t.accessible(page, 'the duplicates');
  await t.shot(page, 'partner-duplicates');
  await pair.locator('a[href*="/merge?with="]').click();
  await page.waitForSelector('input[name="f.city"]');
  t.contains('it says what will move', await page.textContent('.form-aside'), 'Tặng phẩm');
  await page.check('input[name="f.city"][value="lose"]');
  await t.accessible(page, 'both side by side');
  await t.fits(page, 'both side by side');
  await t.guide(page, 'partner-merge');
  await t.shot(page, 'partner-merge');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/partners\/\d+$/);
  t.contains('one lands on the one that is kept', await page.textContent('.note.ok'), 'Đã hợp nhất hai đối tác.');
  const batch = await page.getAttribute('.note.ok a', 'href');
  const merged = await page.textContent('main');
  t.contains('the gift went along', merged, 'Tranh gốm Vĩnh Long thử');
  t.contains('and the city', merged, 'Berlin');
  await t.goto(page, second);
  t.contains('the other one says where it went', await page.textContent('main'), 'đã hợp nhất vào');
  await t.goto(page, batch);
  await page.locator('main details summary', {hasText: 'Hoàn tác cả lần làm'}).click();
  await page.click('form[action="/changes/undo"] button[type=submit]');
  await page.waitForURL(/done=undone/);
  await t.goto(page, first);
  t.check('taken back, the gift is gone again', !(await page.textContent('main')).includes('Tranh gốm Vĩnh Long thử'));

  // ---- both ways by country ----
  await t.goto(page, '/partners/reciprocity?years=3&to=2025');
  await t.accessible(page, 'the ledger of both ways');
  await t.fits(page, 'the ledger of both ways');
  await t.shot(page, 'partner-reciprocity');
  const cell = page.locator('#ledger a.fig[href*="/figures/I17"]').first();
  const shown = (await cell.textContent()).trim();
  await t.goto(page, (await cell.getAttribute('href')));
  t.contains('a cell opens to its records', await page.textContent('h1'), shown);

  await t.looks('/partners/radar', 'partner-radar', {few: true});
  await t.looks('/partners/reciprocity?to=2025', 'partner-reciprocity', {few: true});
  await t.looks(first, 'partner-record', {few: true});
}

// A list made one's own: columns, a view kept and shared, the register opening with it; many records edited at once and taken
// back. Also on a phone and without scripts.
export const name = 'A list is arranged, kept as a view, edited in bulk and taken back';

async function follow(page, locator) {
  await Promise.all([page.waitForNavigation(), locator.click()]);
}

async function tool(page, label) {
  await page.locator('form.fls details.menu summary').last().click();
  await follow(page, page.locator('form.fls details.menu[open] a', {hasText: label}));
}

async function keepView(t, page, how, scripts = true) {
  await t.goto(page, '/delegations?period=2025&direction=out');
  await follow(page, page.locator('form.fls a', {hasText: 'Cột'}).first());
  if (scripts) await t.accessible(page, `${how}: columns`);
  await t.fits(page, `${how}: columns`);
  await t.shot(page, `list-columns-${how}`);
  for (const box of await page.locator('input[name=c]:not([disabled])').all()) await box.uncheck();
  await page.check('#c-members');
  await page.fill('input[name=n-members]', '1');
  await page.check('#c-purpose').catch(() => {});
  await follow(page, page.locator('main button[type=submit]').first());
  t.check(`${how}: the address says the columns`, page.url().includes('cols=members'), page.url());
  t.check(`${how}: conditions stay`, page.url().includes('direction=out') && page.url().includes('period=2025'), page.url());
  await t.fits(page, `${how}: the list with its own columns`);

  await tool(page, 'Giữ danh sách này');
  await page.fill('main input[name=name]', `Đoàn ra, ${how}`);
  await page.selectOption('main select[name=audience]', 'all');
  await page.locator('main input[name=usual]').check();
  if (scripts) await t.accessible(page, `${how}: keeping a view`);
  await t.fits(page, `${how}: keeping a view`);
  await t.shot(page, `list-keep-${how}`);
  await follow(page, page.locator('main button', {hasText: 'Giữ góc nhìn'}));
  t.contains(`${how}: the list bears its name`, await page.textContent('form.fls'), `Đoàn ra, ${how}`);
  await t.goto(page, '/delegations');
  t.check(`${how}: the register opens with it`, page.url().includes('cols=members') && page.url().includes('view='), page.url());
  await t.goto(page, '/delegations/views');
  if (scripts) await t.accessible(page, `${how}: views`);
  await t.fits(page, `${how}: views`);
  await t.shot(page, `list-views-${how}`);
  await follow(page, page.locator('main button', {hasText: 'Thôi mở sổ bằng góc nhìn này'}).first());
  await t.goto(page, '/delegations');
  t.check(`${how}: and as it was again`, !page.url().includes('view='), page.url());
}

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await keepView(t, page, 'desktop');

  // Chosen rows are edited, seen before they are, and taken back as one.
  await t.goto(page, '/delegations?period=2025&direction=out');
  const rows = page.locator('#list tbody .ck input');
  await rows.nth(0).check();
  await rows.nth(1).check();
  await follow(page, page.locator('button', {hasText: 'Sửa các dòng đã chọn'}));
  t.contains('two records are meant', await page.textContent('main'), 'Sửa 2 bản ghi đã chọn');
  await page.locator('input[name=set-note]').check();
  await page.fill('[name=v-note]', 'Đã đối chiếu hồ sơ');
  await page.fill('input[name=reason]', 'Đối chiếu cuối năm');
  await t.accessible(page, 'what to change');
  await t.shot(page, 'bulk-choose-desktop');
  await follow(page, page.locator('main button', {hasText: 'Xem trước'}));
  t.contains('what becomes of them', await page.textContent('main'), '2 bản ghi sẽ đổi');
  await t.accessible(page, 'the preview');
  await t.fits(page, 'the preview');
  await t.shot(page, 'bulk-preview-desktop');
  await follow(page, page.locator('main button', {hasText: 'Làm với 2 bản ghi'}));
  t.contains('the batch is told', await page.textContent('main'), 'Đối chiếu cuối năm');
  await page.locator('main summary', {hasText: 'Hoàn tác cả lần làm'}).click();
  await follow(page, page.locator('main details[open] button[type=submit]'));
  await t.goto(page, '/delegations?period=2025&direction=out');
  t.check('nothing is left of it', !(await (await page.request.get(t.url + '/delegations?period=2025&format=csv')).text()).includes('Đã đối chiếu hồ sơ'));

  // On a phone, without scripts, in the dark.
  const phone = await t.open({size: 'phone', dark: true, scripts: false});
  await t.signIn(phone);
  await keepView(t, phone, 'phone', false);
  await t.goto(phone, '/delegations/bulk?period=2025&direction=out');
  await t.fits(phone, 'bulk edit on a phone');
  await phone.locator('input[name=set-note]').check();
  await phone.fill('[name=v-note]', 'Ghi từ điện thoại');
  await follow(phone, phone.locator('main button', {hasText: 'Xem trước'}));
  await t.fits(phone, 'the preview on a phone');
  await t.shot(phone, 'bulk-preview-phone');

  const english = await t.open({lang: 'en'});
  await t.signIn(english);
  await t.goto(english, '/delegations/bulk?period=2025');
  t.contains('in English too', await english.textContent('main'), 'Fields to change');
}

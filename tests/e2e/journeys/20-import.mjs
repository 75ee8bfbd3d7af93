// A messy Excel of delegations comes in: columns are guessed, wrong cells mended, a repeated row left out, a total kept as a
// claim; then the whole import is taken back. Also without scripts.
import path from 'node:path';

import {root} from '../server.mjs';

export const name = 'A messy Excel of delegations is imported and taken back';

const file = path.join(root, 'tests/e2e/files/doan-vao-2024.xlsx');

async function delegations(t, page) {
  return (await (await page.request.get(t.url + '/delegations?period=2024&format=json')).json()).length;
}

async function press(page, act) {
  await Promise.all([page.waitForNavigation(), page.locator(`main button[name=act][value=${act}]`).first().click()]);
  // Long work shows its progress and asks again by itself.
  await page.waitForFunction(() => !document.querySelector('main button[value=cancel]'), null, {timeout: 15000});
}

async function importAll(t, page, how) {
  const before = await delegations(t, page);
  await t.goto(page, '/delegations');
  await Promise.all([page.waitForURL(/\/delegations\/import$/), page.locator('main a[href="/delegations/import"]').first().click()]);
  await t.accessible(page, `${how}: where a file is sent`);
  await t.fits(page, `${how}: where a file is sent`);
  await page.setInputFiles('input[name=file]', file);
  await Promise.all([page.waitForURL(/\/delegations\/import\/.+/), page.locator('main form.form button[type=submit]').first().click()]);

  t.equal(`${how}: the row of the names is found`, await page.inputValue('#f-header'), '3');
  t.equal(`${how}: names are known`, await page.locator('select[name=t-1]').inputValue(), 'title');
  t.equal(`${how}: countries are known`, await page.locator('select[name=t-2]').inputValue(), 'countries');
  t.equal(`${how}: two days in one cell are known`, await page.locator('select[name=t-3]').inputValue(), 'from_date..to_date');
  t.equal(`${how}: people are known`, await page.locator('select[name=t-4]').inputValue(), 'members');
  t.equal(`${how}: the title says which way they went`, await page.locator('#f-x-direction').inputValue(), 'in');
  await t.accessible(page, `${how}: the columns`);
  await t.fits(page, `${how}: the columns`);
  await t.shot(page, `import-columns-${how}`);
  await press(page, 'map');

  const wrong = await page.textContent('main');
  t.contains(`${how}: two rows need mending`, wrong, '2 dòng cần sửa');
  t.contains(`${how}: the day that does not exist is named with its place`, wrong, 'Hàng 7, cột D “Thời gian”');
  t.contains(`${how}: the unknown country is named`, wrong, '“Atlantis” không có trong danh mục');
  await t.accessible(page, `${how}: what the dry run says`);
  await t.fits(page, `${how}: what the dry run says`);
  await t.shot(page, `import-mend-${how}`);
  t.equal(`${how}: a dry run writes nothing`, await delegations(t, page), before);
  await page.locator('main input[name="c-7-3"]').fill('30/6/2024');
  await page.locator('main input[name="c-9-2"]').fill('Úc');
  await press(page, 'mend');

  const mended = await page.textContent('main');
  t.contains(`${how}: the repeated row is found`, mended, 'hàng 6 của tệp');
  t.contains(`${how}: a year's total is no row`, mended, 'năm 2019');
  await page.locator('main input[name=keep_totals]').check();
  await t.accessible(page, `${how}: ready to import`);
  await t.shot(page, `import-ready-${how}`);
  await press(page, 'run');

  t.contains(`${how}: it says what was done`, await page.textContent('main'), 'Đã nhập: 5 bản ghi mới, 0 bản ghi cập nhật, 1 dòng bỏ qua vì trùng');
  t.contains(`${how}: totals became claims`, await page.textContent('main'), '2 tổng của năm đã ghi thành số đã công bố');
  await t.accessible(page, `${how}: done`);
  await t.shot(page, `import-done-${how}`);
  const done = page.url();
  t.equal(`${how}: five more delegations`, await delegations(t, page), before + 5);
  await t.goto(page, '/delegations?period=2024&q=champasak');
  t.contains(`${how}: words of the sheet are found`, await page.textContent('#list'), 'Champasak');
  await t.goto(page, '/claims?q=2019');
  t.contains(`${how}: the total is a claim`, await page.textContent('main'), '2019');

  await page.goto(done);
  await page.locator('main details summary', {hasText: 'Hoàn tác cả lần nhập'}).click();
  await Promise.all([page.waitForNavigation(), page.locator('main details[open] button[type=submit]', {hasText: 'Hoàn tác'}).click()]);
  await page.waitForFunction(() => document.querySelector('main').textContent.includes('Đã hoàn tác cả lần nhập'));
  t.equal(`${how}: the register is as before`, await delegations(t, page), before);
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  await importAll(t, page, 'desktop');

  // Pasted rows, on a phone, in the dark, without scripts, a broken one first.
  const phone = await t.open({size: 'phone', dark: true, scripts: false});
  await t.signIn(phone);
  await t.goto(phone, '/delegations/import');
  await phone.fill('textarea[name=pasted]', 'Tên đoàn\tNước\tTừ ngày\n');
  await Promise.all([phone.waitForNavigation(), phone.locator('main form.form button[type=submit]').first().click()]);
  await phone.goto(t.url + '/delegations/import');
  await phone.fill('textarea[name=pasted]', 'Hướng đi\tTên đoàn\tNước\tTừ ngày\tTrạng thái\nĐoàn ra\tĐoàn thăm Viêng Chăn\tLào\t3/2/2024\tđã xong\n');
  await Promise.all([phone.waitForNavigation(), phone.locator('main form.form button[type=submit]').first().click()]);
  await t.fits(phone, 'columns on a phone');
  await phone.locator('main button[value=map]').click();
  await phone.waitForSelector('main button[value=run]');
  await t.fits(phone, 'the dry run on a phone');
  await t.shot(phone, 'import-phone-dark');
  t.contains('pasted rows are read', await phone.textContent('main'), 'Nhập 1 dòng');

  await t.looks('/partners/import', 'import-start', {few: true});
}

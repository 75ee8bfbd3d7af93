// Five years of delegations from one messy Excel file: sheet by sheet, with the file as proof of every record, and a way back.
import path from 'node:path';

import {root} from '../server.mjs';

export const name = 'Five years of delegations come in from one messy Excel file, with proof and a way back';

const file = path.join(root, 'tests/e2e/files/doan-5-nam.xlsx');
const years = {2021: 3, 2022: 3, 2023: 3, 2024: 2, 2025: 2};

async function delegations(t, page, year) {
  return (await (await page.request.get(`${t.url}/delegations?period=${year}&view=all&format=json`)).json()).length;
}

async function press(page, act) {
  await Promise.all([page.waitForNavigation(), page.locator(`main button[name=act][value=${act}]`).first().click()]);
  await page.waitForFunction(() => !document.querySelector('main button[value=cancel]'), null, {timeout: 15000});
}

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  const before = {};
  for (const year of Object.keys(years)) before[year] = await delegations(t, page, year);

  await t.goto(page, '/delegations/import');
  await page.setInputFiles('input[name=file]', file);
  await Promise.all([page.waitForURL(/\/delegations\/import\/.+/), page.locator('main form.form button[type=submit]').first().click()]);
  const done = {};
  for (const [year, records] of Object.entries(years)) {
    t.equal(`${year}: its sheet is open`, await page.inputValue('select[name=sheet]'), year);
    t.equal(`${year}: the heads are found under the title`, await page.inputValue('#f-header'), '3');
    t.equal(`${year}: days of all kinds are one column`, await page.locator('select[name=t-3]').inputValue(), 'from_date..to_date');
    await page.locator('select[name=t-3]').selectOption('from_date..to_date');
    t.equal(`${year}: the title says which way they went`, await page.inputValue('#f-x-direction'), 'in');
    if (await page.locator('#f-x-status').count()) await page.selectOption('#f-x-status', 'completed');
    await press(page, 'map');
    if (year === '2022') {
      t.contains('2022: a day that does not exist is named', await page.textContent('main'), 'Hàng 5, cột D “Thời gian”');
      await page.locator('main input[name="c-5-3"]').fill('30/4/2022');
      await press(page, 'mend');
    }
    t.contains(`${year}: records are told from titles and sums`, await page.textContent('main'), `Nhập ${records} dòng`);
    if (year === '2021') {
      t.contains('2021: sums are shown as such', await page.textContent('main'), 'Cộng quý I');
      await page.locator('main input[name=keep_totals]').check();
      await t.accessible(page, 'ready to import');
      await t.fits(page, 'ready to import');
      await t.shot(page, 'five-years-ready');
    }
    t.check(`${year}: the file stays as proof`, await page.locator('main input[name=keep_file]').isChecked());
    await press(page, 'run');
    t.contains(`${year}: done`, await page.textContent('main'), `Đã nhập: ${records} bản ghi mới`);
    done[year] = page.url();
    t.equal(`${year}: so many more`, await delegations(t, page, year), before[year] + records);
    const next = String(Number(year) + 1);
    if (years[next]) {
      await t.fits(page, 'the next sheets');
      await Promise.all([page.waitForNavigation(), page.locator(`main button[name=sheet][value="${next}"]`).click()]);
    }
  }

  // Proof: each record leads to the file and to its row.
  await t.goto(page, '/delegations?period=2023&view=all&q=norfolk');
  await Promise.all([page.waitForNavigation(), page.locator('#list tbody a.tt, #list tbody td.k a').first().click()]);
  t.contains('the record knows its file and its row', await page.textContent('main'), 'doan-5-nam.xlsx');
  await t.shot(page, 'five-years-proof');
  t.contains('one year was a claim', await (await page.request.get(t.url + '/claims?period=2021&view=all')).text(), '33');

  // The way back, a sheet at a time.
  await page.goto(done[2021]);
  await page.locator('main details summary', {hasText: 'Hoàn tác cả lần nhập'}).click();
  await Promise.all([page.waitForNavigation(), page.locator('main details[open] button[type=submit]', {hasText: 'Hoàn tác'}).click()]);
  await page.waitForFunction(() => document.querySelector('main').textContent.includes('Đã hoàn tác cả lần nhập'));
  t.equal('2021 is as it was', await delegations(t, page, 2021), before[2021]);
  t.equal('2022 stays', await delegations(t, page, 2022), before[2022] + years[2022]);
}

// The term 2018-2023 of Hải Phòng is put together from its years: 52 items and 9,5 million dollars, each opening to its records; an amount
// entered later shows beside the sealed year; the term report is drafted with the years as an annex and downloaded.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';

export const name = 'The term 2018-2023 of Hải Phòng from its years to the report';

const place = '/reports/term?org=hp&period=2018..2023';

/** The row of a figure, by what its first cell says. */
const line = (page, words) => page.locator('main table tbody tr', {hasText: words}).first();

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/reports');
  await page.click('a[href="/reports/term"]');
  await page.selectOption('#f-org', 'hp');
  t.contains('terms are offered in words', await page.locator('#l-period option[value="Giai đoạn 2018 - 2023"]').getAttribute('value'), '2018 - 2023');
  await page.fill('#f-period', 'nhiệm kỳ 2018 - 2023');
  await page.click('form[action="/reports/term"] button');
  await page.waitForURL(/org=hp/);
  t.equal('the term stands in words', await page.inputValue('#f-period'), 'Giai đoạn 2018 - 2023');
  const items = line(page, 'I43');
  t.contains('the term has 52 items', await items.locator('td').last().textContent(), '52');
  t.contains('and so have the years', await items.locator('td').nth(-2).textContent(), '52');
  const worth = page.locator('main table tbody tr', {hasText: 'I43'}).nth(1);
  t.contains('of 9.5 million dollars', await worth.locator('td').last().textContent(), '9,5 triệu USD');
  t.contains('the year with a sealed report says so', await page.textContent('main'), 'Báo cáo năm 2023');
  t.contains('the other years too', await page.textContent('main'), 'đếm theo sổ hôm nay');
  await t.accessible(page, 'the years of a term');
  await t.guide(page, 'term-years');
  await t.looks(place, 'term-years', {few: true});

  // Each number opens.
  await items.locator('td').last().locator('a.fig').click();
  await page.waitForSelector('#mo a[href^="/aid/"]');
  t.contains('52 opens to records of aid', await page.textContent('#mo'), '52');
  await page.keyboard.press('Escape');
  await items.locator('a.fig.frozen').click();
  await page.waitForURL(/\/frozen\/I43/);
  t.equal('the sealed year opens to the records of the seal', await page.locator('main table tbody tr').count(), 8);
  await t.accessible(page, 'a sealed figure');
  const record = await page.locator('main table tbody a[href^="/aid/"]').first().getAttribute('href');

  // An amount is added to one of its records: the sealed number stays, today's stands beside it, the record is named.
  await t.goto(page, record);
  const title = (await page.textContent('h1')).trim();
  await t.goto(page, `/aid-values/new?aid=${record.split('/').pop()}&basis=approved`);
  await page.fill('#f-date', '01/06/2023');
  await page.fill('#f-amount', '100.000 USD');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=/);
  await t.goto(page, place);
  const moved = page.locator('main table tbody tr', {hasText: 'I43'}).nth(1);
  t.contains('the sealed year stands beside the count of today', await moved.textContent(), 'nay');
  t.contains('the sum of the years and the term differ', await moved.textContent(), 'lệch');
  t.contains('the term is what stands in the registers', await moved.locator('td').last().textContent(), '9,6 triệu USD');
  t.contains('the record that moved it is named', await page.textContent('#differences'), title.slice(0, 20));
  await t.shot(page, 'term-moved');

  // The report.
  await page.click('a[href^="/reports/new?kind=term"]');
  await page.click('form[action="/reports"] button.btn-primary');
  await page.waitForURL(/\/reports\/\d+\?done=created/);
  t.contains('the annex has the years', await page.textContent('.wb-desk'), 'SỐ LIỆU TỪNG NĂM');
  await t.fits(page, 'the term report');
  const report = new URL(page.url()).pathname;
  // The standard tables, each cell a figure.
  await page.click('a[href$="/tables"]');
  await t.accessible(page, 'choosing tables');
  await page.click('form[action$="/tables"] button.btn-primary');
  await page.waitForURL(/done=tables/);
  for (const table of ['Bảng B1.', 'Bảng B3.', 'Bảng B5.']) t.contains(`${table} stands in the paper`, await page.textContent('.wb-desk'), table);
  const bytes = await page.evaluate(async (address) => Array.from(new Uint8Array(await (await fetch(address)).arrayBuffer())), report + '/report.docx');
  const file = t.server.folder + '/term.docx';
  fs.writeFileSync(file, Buffer.from(bytes));
  const text = spawnSync('unzip', ['-p', file, 'word/document.xml'], {encoding: 'utf8'}).stdout.replace(/<[^>]+>/g, ' ');
  t.contains('the Word file has the annex', text, 'TỪNG NĂM');
}

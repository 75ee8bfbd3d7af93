// A visit entered after the seal: the sealed report stays, a numbered supplement tells figure, sealed value, new value, record and reason; the
// report and its supplement are written into the office's own Word file, once its unknown place was mended.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {root} from '../server.mjs';

export const name = 'A sealed report is supplemented, and written into the office\'s own Word file';

const files = path.resolve(root, 'tests/e2e/files');

async function textOf(t, page, address) {
  const answer = await page.request.get(t.url + address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  const file = path.join(t.server.folder, 'paper.docx');
  fs.writeFileSync(file, await answer.body());
  return spawnSync('unzip', ['-p', file, 'word/document.xml'], {encoding: 'utf8'}).stdout.replace(/<[^>]+>/g, ' ');
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // A visit of March 2022 comes in late.
  await t.goto(page, '/delegations/new');
  await page.fill('#f-title', 'Đoàn Hội hữu nghị Lào - Việt nhập muộn');
  await page.click('[data-field=countries] summary');
  await page.check('[data-field=countries] input[value=LA]');
  await page.fill('#f-from_date', '15/03/2022');
  await page.selectOption('#f-status', 'completed');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/delegations\/\d+/);
  await t.goto(page, '/reports?status=sealed');
  await page.locator('main a', {hasText: 'Báo cáo 6 tháng đầu năm 2022'}).first().click();
  await page.waitForURL(/\/reports\/\d+/);
  const report = new URL(page.url()).pathname;
  await t.goto(page, report + '/difference');
  const moved = page.locator('.diffs > li', {hasText: 'I17'}).first();
  t.contains('the figure and the record that moved it are named', await moved.textContent(), 'nhập muộn');
  t.contains('sealed and now', await moved.textContent(), '25 đoàn');
  await t.accessible(page, 'what moved since the seal');
  await moved.locator('input[type=checkbox]').check();
  await moved.locator('input[name^="reason."]').fill('Hội gửi biên bản sau ngày khóa số liệu');
  await t.guide(page, 'report-supplement');
  await page.click('form[action$="/supplement"] button.btn-primary');
  await page.waitForURL(/done=supplement/);
  const supplement = new URL(page.url()).pathname;
  const paper = await page.textContent('.wb-desk');
  for (const words of ['Bổ sung, đính chính lần thứ 1', '24 đoàn', '25 đoàn', 'Hội gửi biên bản sau ngày khóa số liệu', 'nhập muộn']) t.contains(`the supplement says: ${words}`, paper, words);
  t.contains('it leads to the report', await page.textContent('.wb-bar'), 'Báo cáo 6 tháng đầu năm 2022');
  await t.accessible(page, 'a supplement');
  await page.click(`form[action="${supplement}/submit"] button`);
  await page.waitForURL(/done=submitted/);
  await t.goto(page, report);
  t.contains('the report leads to its supplement', await page.textContent('.wb-bar'), 'Bản bổ sung số 1');
  t.contains('and stays as it was sealed', await page.textContent('.wb-desk'), '24 đoàn');

  // The office's own Word file.
  await t.goto(page, '/report-templates/new');
  t.contains('the names are listed', await page.textContent('main'), '«section:aid»');
  await t.accessible(page, 'a new template');
  await page.fill('#f-title', 'Mẫu báo cáo của Liên hiệp');
  await page.setInputFiles('#f-file', path.join(files, 'mau-sai.docx'));
  await page.click('form[action="/report-templates"] button.btn-primary');
  await page.waitForSelector('.probs');
  const problems = await page.textContent('.probs');
  t.contains('the unknown place is named with its paragraph', problems, 'Đoạn 6');
  t.contains('by name', problems, '«figure:I999»');
  t.contains('and the misplaced one', problems, 'phải chỉ có «body»');
  await t.guide(page, 'report-template');
  await page.fill('#f-title', 'Mẫu báo cáo của Liên hiệp');
  await page.setInputFiles('#f-file', path.join(files, 'mau-bao-cao.docx'));
  await page.click('form[action="/report-templates"] button.btn-primary');
  await page.waitForURL(/\/report-templates\/\d+/);
  t.contains('the mended file is taken', await page.textContent('main'), '«body»');
  await t.looks('/report-templates', 'report-templates', {few: true});
  await t.goto(page, report);
  const address = await page.locator('.menu-b a', {hasText: 'Mẫu báo cáo của Liên hiệp'}).getAttribute('href');
  const text = await textOf(t, page, address);
  t.contains('the file is the office\'s own', text, 'Bản theo mẫu riêng của cơ quan, kỳ 6 tháng đầu năm 2022; trong kỳ tiếp 24 đoàn.');
  t.contains('with the whole report in it', text, 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ');
  t.contains('and the signature', text, 'Nơi nhận');
  t.check('no place is left open', !/«[a-z:]+»/.test(text), text.match(/«[^»]*»/)?.[0] ?? '');
  t.contains('the usual file is there too', await textOf(t, page, report + '/report.docx'), 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ');
}

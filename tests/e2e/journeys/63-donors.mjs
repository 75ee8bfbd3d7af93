// A donor is thanked: what waits, the letter in two languages with the same figures, read back from Word, into the book of papers.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const name = 'A donor is thanked in two languages, once, with a letter in the book';

/** The words of a Word file, as a reader sees them. */
function wordsOf(bytes) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'letter-'));
  const file = path.join(folder, 'letter.docx');
  fs.writeFileSync(file, bytes);
  const script = 'import re,sys,zipfile;x=zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode();print(re.sub(r"<[^>]+>","",x.replace("</w:p>"," ")))';
  const {stdout} = spawnSync('python3', ['-c', script, file], {encoding: 'utf8'});
  fs.rmSync(folder, {recursive: true});
  return stdout.replace(/[\s\u00a0]+/g, ' ');
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // ---- something was given lately ----
  // The office's day, not the one of the machine that tests.
  const day = new Date(Date.now() + 7 * 3600000 - 15 * 86400000).toISOString().slice(0, 10).split('-').reverse().join('/');
  await t.goto(page, '/aid-values/new?aid=F056&basis=disbursed');
  await page.fill('#f-date', day);
  await page.fill('#f-amount', '120 triệu đồng');
  await page.fill('#f-item', 'Tập huấn giảng viên');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=created/);

  // ---- it waits among the donors ----
  await t.goto(page, '/donors');
  const line = page.locator('#to-thank tr', {hasText: 'Trung tâm Đào tạo xuất sắc'});
  // Nobody thanked for the payments of 2025 either: the wait runs from the first of them, not from the last.
  const waited = Number((await line.textContent()).replace(/\./g, '').match(/(\d+) ngày/)[1]);
  t.check('it has waited since the first payment', waited > 15, waited);
  await t.accessible(page, 'the donors');
  await t.fits(page, 'the donors');
  await t.guide(page, 'donors-to-thank');
  await line.getByRole('link', {name: 'Soạn thư cảm ơn'}).click();
  await page.waitForURL(/\/donors\/thank/);

  // ---- what the letter thanks for: the year, or the whole commitment ----
  const year = day.slice(6);
  t.check('the year is chosen already', await page.locator(`[name=for][value="${year}"]`).isChecked());
  t.equal('each choice has a figure that opens', await page.locator('fieldset a[href^="/figures/I4"]').count(), 3);
  await t.accessible(page, 'the choice of what is thanked for');
  await t.fits(page, 'the choice of what is thanked for');
  await t.shot(page, 'donor-choice');
  await page.getByRole('button', {name: 'Soạn thư'}).click();
  await page.waitForURL(/\/recognitions\/\d+/);
  const letter = page.url().split('?')[0];

  // ---- the letter, both languages ----
  const text = await page.textContent('#letter');
  t.contains('Vietnamese is drafted', text, 'tôi trân trọng cảm ơn');
  t.contains('English is drafted', text, 'I wish to thank');
  t.check('every figure has its value', !text.includes('chưa có số liệu'));
  const figures = await page.locator('#letter section').evaluateAll((sections) => sections.map((section) => [...section.querySelectorAll('a[href^="/figures/"]')].map((a) => a.getAttribute('href')).join(' ')));
  t.equal('both languages rest on the same figures', figures[0], figures[1]);
  t.check('the note tells which names have no English', (await page.textContent('#letter')).includes('còn in tên tiếng Việt') || !/“[^”]*[ăâđêôơưạảấầ]/.test(await page.locator('#letter section').nth(1).textContent()));
  t.check('and there are some', figures[0].includes('/figures/I42') && figures[0].includes('code=F056'), figures[0]);
  await t.accessible(page, 'the letter');
  await t.fits(page, 'the letter');
  await t.guide(page, 'donor-letter');
  const value = await page.locator('#letter section').first().locator('a[href^="/figures/I42"]').textContent();

  // ---- two letters that differ in figures are refused ----
  await page.click('a[href$="/edit"]');
  await page.waitForSelector('#f-letter_en');
  const english = await page.inputValue('#f-letter_en');
  await page.fill('#f-letter_en', english.replace('{I42}', '{I40}'));
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('the form says why', await page.textContent('.sum-e'), 'cùng những con số');
  await page.fill('#f-letter_en', english);
  await page.fill('#f-addressee', 'Ông Giám đốc Quỹ Schneider');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=/);

  // ---- sent, into the book ----
  await page.locator('#letter').getByRole('button', {name: 'Đã ký và gửi, vào sổ công văn đi'}).click();
  await page.waitForURL(/#letter/);
  t.contains('it is kept as sent', await page.textContent('#letter'), 'Thư đã gửi');
  const word = wordsOf(await (await page.request.get(`${letter}/letter.docx?lang=vi`)).body());
  t.contains('the letter reads back with its addressee', word, 'Ông Giám đốc Quỹ Schneider');
  t.contains('and with the value', word, value.replace(/[\s\u00a0]+/g, ' '));
  const pdf = await page.request.get(`${letter}/letter.pdf?lang=en`);
  t.check('the English one comes as PDF', pdf.headers()['content-type'].includes('application/pdf'));
  await t.goto(page, '/outgoing?status=waiting');
  t.contains('the clerk finds it in the book', await page.textContent('main'), 'Thư cảm ơn');

  // ---- thanked once ----
  await t.goto(page, '/donors');
  t.equal('it waits no more', await page.locator('#to-thank tr', {hasText: 'Trung tâm Đào tạo xuất sắc'}).count(), 0);
  await page.locator('#donors a', {hasText: 'Schneider'}).first().click();
  await page.waitForURL(/\/donors\/\d+/);
  t.contains('the donor page tells of the letter', await page.textContent('#recognised'), 'Thư cảm ơn');
  t.contains('and of the sums by currency', (await page.textContent('#totals')).replace(/\u00a0/g, ' '), '250.000 EUR');
  const donor = new URL(page.url()).pathname;
  await t.accessible(page, 'the donor page');
  await t.goto(page, `/figures/I53?org=ct&period=${new Date().getFullYear()}`);
  t.contains('the donor counts as recognised', await page.textContent('main'), 'Schneider');
  await t.looks('/donors', 'donors', {few: true});
  await t.looks(donor, 'donor', {few: true});
  await t.looks(new URL(letter).pathname, 'donor-letter', {few: true});
}

// The report of 2025 in English with the same figures: a translator writes a paragraph in place, a change of the Vietnamese is marked; a chart
// goes in; somebody without an account remarks on a paragraph behind a secret address and reads the answer there.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const name = 'A draft in two languages with a chart goes out for remarks';

const own = (page, block) => page.locator(`#b-${block.replace('.', '\\.')} details.bedit`);

async function openEditor(page, block) {
  await own(page, block).locator('summary').click();
  await page.waitForSelector(`#b-${block.replace('.', '\\.')} textarea`, {state: 'visible'});
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/reports?status=draft');
  await page.locator('main a', {hasText: 'Báo cáo năm 2025'}).first().click();
  await page.waitForURL(/\/reports\/\d+/);
  const report = new URL(page.url()).pathname;

  // The same report in English.
  await page.click('.wb-bar nav.seg a[href$="lang=en"]');
  await page.waitForURL(/lang=en/);
  const english = await page.textContent('.wb-desk');
  for (const words of ['SOCIALIST REPUBLIC OF VIET NAM', '57 delegations', 'Incoming delegations', 'Table 1.']) t.contains(`in English: ${words}`, english, words);
  t.contains('nothing waits for a translator', await page.textContent('.wb-l'), 'Cùng con số, cùng ý với bản Việt');
  await t.accessible(page, 'the English sheet');
  await openEditor(page, 'delegations.in');
  const box = own(page, 'delegations.in').locator('textarea');
  const draft = await box.inputValue();
  await t.guide(page, 'report-english');
  await box.fill('Guests came all year long.');
  await own(page, 'delegations.in').locator('button[value=save]').click();
  await page.waitForSelector('.bt-f .err');
  t.contains('a translation without the figures is not taken', await page.textContent('.bt-f .err'), 'đủ các con số');
  await own(page, 'delegations.in').locator('textarea').fill(draft.replace('In the period', 'All year long'));
  await own(page, 'delegations.in').locator('button[value=save]').click();
  await page.waitForURL(/done=translated/);
  t.contains('the translator\'s words stand', await page.textContent('.wb-desk'), 'All year long, the whole city received');

  // The Vietnamese is changed: the English says so.
  await page.click('.wb-bar nav.seg a:first-child');
  await page.waitForURL((url) => !url.search.includes('lang=en'));
  await openEditor(page, 'plan.intro');
  await own(page, 'plan.intro').locator('textarea').fill('Liên hiệp và các Hội tập trung vào những việc sau, xếp theo thứ tự:');
  await own(page, 'plan.intro').locator('button[value=save]').click();
  await page.waitForURL(/done=block/);
  t.contains('one paragraph waits for its translator', await page.textContent('.wb-l'), '1 đoạn tiếng Việt đã đổi sau khi dịch');

  // A chart.
  await page.click('.wb-l a[href$="/charts"]');
  await t.accessible(page, 'choosing a chart');
  await page.selectOption('#f-choice', 'delegations-country');
  await page.fill('#f-caption_en', 'Guests by country');
  await page.fill('#f-caption', 'Đoàn vào theo nước');
  await page.click('form[action$="/charts"] button.btn-primary');
  await page.waitForURL(/done=chart/);
  t.contains('the chart is told to those who do not see it', await page.textContent('svg.pchart desc'), 'Hàn Quốc: 14');
  await page.locator('.pchart-f a.tok', {hasText: '14'}).first().click();
  await page.waitForFunction(() => document.querySelector('#fig .fp-v')?.textContent.includes('14'));
  t.contains('its numbers open to their records', await page.textContent('#fig'), 'Mở cả 14 bản ghi');

  // Out for remarks.
  await page.click(`.wb-acts a[href="${report}/review"]`);
  await page.fill('#f-asked', 'Sở Ngoại vụ thành phố');
  await page.selectOption('#f-days', '7');
  await page.click(`form[action="${report}/review"] button.btn-primary`);
  const address = (await page.textContent('#review')).trim();
  await t.accessible(page, 'addresses for remarks');
  const guest = await t.open();
  await guest.goto(address);
  t.contains('the guest reads the draft', await guest.textContent('main'), 'DỰ THẢO');
  t.check('and opens no record', await guest.locator('main a[href^="/figures"], main a[href^="/delegations"]').count() === 0);
  const at = guest.locator('#b-delegations\\.in');
  await at.locator('summary').click();
  await at.locator('input[name=author]').fill('Trần Văn Bình, Sở Ngoại vụ');
  await at.locator('textarea').fill('Nên nêu thêm ba nước có nhiều đoàn nhất.');
  await t.accessible(guest, 'the draft behind its address');
  await t.fits(guest, 'the draft behind its address');
  await t.guide(guest, 'report-remark');
  await at.locator('button').click();
  await guest.waitForURL(/done=sent/);
  await t.shot(guest, 'report-remark-sent', false);

  // Answered beside the paragraph.
  await t.goto(page, report);
  t.contains('the remark waits', await page.textContent('.wb-l'), '1 góp ý, 1 chờ trả lời');
  const remark = page.locator('.wb-desk .rmk-1');
  t.contains('beside its paragraph', await remark.textContent(), 'Nên nêu thêm ba nước');
  await remark.locator('input[name=reason]').fill('Đã có ở câu sau');
  await t.accessible(page, 'a remark in the composer');
  await t.shot(page, 'report-remark-waiting');
  await remark.locator('button[value=not_taken]').click();
  await page.waitForURL(/done=answered/);
  await guest.goto(address);
  t.contains('the guest reads the answer', await guest.textContent('#b-delegations\\.in'), 'Đã có ở câu sau');

  // The English Word file has figures, translation and chart.
  const answer = await page.request.get(t.url + report + '/report.docx?lang=en');
  const file = path.join(t.server.folder, 'english.docx');
  fs.writeFileSync(file, await answer.body());
  const text = spawnSync('unzip', ['-p', file, 'word/document.xml'], {encoding: 'utf8'}).stdout.replace(/<[^>]+>/g, ' ');
  for (const words of ['All year long', 'Guests by country', '[changed since it was translated]']) t.contains(`the English file: ${words}`, text, words);
  t.contains('with the picture of the chart', spawnSync('unzip', ['-l', file], {encoding: 'utf8'}).stdout, 'word/media/chart1.png');
}

// The two requests of 29 June 2022 get their answers and the associations' word that they are settled; one that lies too long is brought before the chair.
import {act, officeDay as iso} from '../steps.mjs';

export const name = 'Two requests are answered and confirmed, one is brought before the chair';

async function open(t, page, words) {
  await t.goto(page, '/petitions?view=all&q=' + encodeURIComponent(words));
  await page.locator('#list tbody a').first().click();
  await page.waitForURL(/\/petitions\/\d+/);
  return page.url().split('?')[0];
}

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);

  // ---- the help desk shows who waits longest ----
  await t.goto(page, '/help-desk');
  t.equal('all 21 associations are there', await page.locator('main tbody tr').count(), 21);
  t.contains('one of the two of June 2022 stands first', await page.locator('main tbody tr').first().textContent(), 'ngày');
  await t.accessible(page, 'the help desk');
  await t.guide(page, 'help-desk');

  // ---- Mr Xuân's request: balance beside it, answered, confirmed by his association ----
  const korea = await open(t, page, 'chuyến thăm hữu nghị');
  t.contains('the balance stands beside a request on balance', await page.textContent('#balance'), 'đoàn đến');
  await act(page, 'assign', {owner: 'Phạm Minh Thư', due: iso(new Date(Date.now() + 10 * 86400000))});
  await act(page, 'answer', {answer: 'Liên hiệp đưa hai đoàn ra Hàn Quốc vào kế hoạch năm sau.', not_yet: 'Chưa có kinh phí riêng cho từng hội; đưa vào dự toán năm sau.'});
  await page.goto(korea);
  await t.accessible(page, 'a petition that is answered');
  await page.click('#papers a[href$="/papers/answer"]');
  await page.waitForURL(/papers\/answer/);
  const sheet = await page.textContent('.a4');
  t.contains('the letter says about what', sheet, 'V/v trả lời kiến nghị của Hội hữu nghị Việt Nam - Hàn Quốc');
  t.contains('and what can not be done yet', sheet, 'Chưa có kinh phí riêng');
  t.equal('nothing is wrong with the form', await page.locator('.pp-s .bad').count(), 0);
  await page.fill('#book [name=signer]', 'Trần Quốc Bảo');
  await page.click('#book button.btn-primary');
  await page.waitForSelector('#book a[href^="/outgoing/"]');
  t.check('an official letter has no letters of a kind', /\d+\/LHHN-VP/.test(await page.textContent('#book')));
  await t.shot(page, 'petition-answer');

  const officer = await t.open();
  await t.signIn(officer, 'anh');
  await officer.goto(korea);
  await act(officer, 'confirm', {satisfaction: '5'});
  t.contains('the association has the last word', await officer.textContent('#flow'), 'xác nhận');

  // ---- Mr Tuấn's request: sent on with a trace, answered ----
  const china = await open(t, page, 'Bám sát, hỗ trợ');
  await act(page, 'acknowledge');
  await act(page, 'forward', {addressed_to: 'UBND thành phố', due: iso(new Date(Date.now() + 20 * 86400000)), reason: 'Vượt thẩm quyền của Liên hiệp'});
  await page.goto(china);
  t.contains('the trace says where it went', await page.textContent('main'), 'Nơi đã chuyển');
  t.contains('and when', await page.textContent('main'), iso(new Date()));
  await act(page, 'answer', {answer: 'Mỗi hội có một đầu mối tại Liên hiệp; mỗi quý làm việc với từng hội một lần.'});
  await t.goto(page, new URL(china).pathname + '/papers/answer');
  t.contains('the letter tells the way it went', await page.textContent('.a4'), 'chuyển kiến nghị đến UBND thành phố');
  await t.guide(page, 'petition-answer');

  // ---- one that lies: the chair is told, and it stands on the record ----
  await officer.goto(t.url + '/petitions/new?from_org=ct-kr');
  await officer.fill('#f-title', 'Xin hướng dẫn thủ tục đón đoàn sinh viên');
  await officer.fill('#f-text', 'Hội xin hướng dẫn hồ sơ và thời hạn.');
  await officer.click('form.form button.btn-primary');
  await officer.waitForURL(/\/petitions\/\d+/);
  const lying = new URL(officer.url()).pathname;
  await t.goToDay(new Date(Date.now() + 14 * 86400000).toISOString().slice(0, 10));
  const chair = await t.open();
  await t.signIn(chair, 'bao');
  // The caretaker looks once a minute.
  for (let i = 0; i < 70 && !(await chair.locator('tr', {hasText: 'Xin hướng dẫn thủ tục đón đoàn sinh viên'}).count()); ++i) {
    await chair.waitForTimeout(1000);
    await t.goto(chair, '/notices');
  }
  t.contains('the chair is told', await chair.textContent('main'), 'quá hạn trả lời');
  await t.goto(chair, lying);
  t.contains('who was told stands on the record', await chair.textContent('#escalated'), 'Trần Quốc Bảo');
  await t.goto(chair, '/figures/I87?org=ct-tp&period=' + new Date().getFullYear());
  t.contains('the mark opens to the request', await chair.textContent('main'), 'chuyến thăm hữu nghị');
  await t.looks('/help-desk', 'help-desk', {few: true});
}

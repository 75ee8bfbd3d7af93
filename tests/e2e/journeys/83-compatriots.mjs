// Compatriots abroad: an association declares its people, somebody asks for help, the case is looked after, passed on and settled.
import {act, save} from '../steps.mjs';

export const name = 'A request of a compatriot is looked after until it is settled';

const inDays = (n) => new Intl.DateTimeFormat('en-GB', {timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric'}).format(new Date(Date.now() + n * 86400000));

export async function run(t) {
  const page = await t.open(), other = await t.open();
  await t.signIn(page);

  // ---- what is known by country: the numbers as they were declared ----
  await t.goto(page, '/compatriots?of=all');
  const nations = await page.textContent('#by-country');
  t.contains('the paper is kept with its word', nations, 'hơn 300 – Người Bắc Giang ở Osaka');
  t.contains('with its day', nations, 'đến 22/04/2023');
  t.contains('a sum names its parts', nations, 'gồm Seoul khoảng 450');
  await t.accessible(page, 'compatriots by country');
  await t.guide(page, 'compatriots');
  await t.shot(page, 'compatriots');

  // ---- an association declares ----
  await page.click('#by-country a[href="/diaspora-estimates/new"]');
  await page.waitForSelector('#f-quantity');
  await page.fill('#f-title', 'Người Cần Thơ ở Daegu');
  await page.selectOption('#f-country', 'KR');
  await page.fill('#f-city', 'Daegu');
  await page.fill('#f-quantity', 'hơn 80');
  await page.selectOption('#f-association', {label: 'Hội đồng hương Cần Thơ tại Hàn Quốc (mẫu)'});
  await page.fill('#f-source', 'Thư của hội');
  await t.accessible(page, 'the form of an estimate');
  await save(page);
  await t.goto(page, '/compatriots');
  t.contains('it stands beside the others', await page.textContent('#by-country'), 'Daegu hơn 80');

  // ---- somebody asks for help ----
  await page.click('#cases a[href="/support-cases/new"]');
  await page.waitForSelector('#f-person_name');
  await page.fill('#f-title', 'Bị giữ hộ chiếu, nhờ can thiệp');
  await page.selectOption('#f-kind', 'legal');
  await page.selectOption('#f-country', 'KR');
  await page.fill('#f-asked', 'Chủ nhà máy giữ hộ chiếu từ tháng trước.');
  await page.fill('#f-person_name', 'Người Thử Nghiệm');
  await t.accessible(page, 'the form of a request');
  await save(page);
  const path = new URL(page.url()).pathname;
  await t.goto(page, '/compatriots');
  t.contains('nobody has it yet', await page.locator('#cases li', {hasText: 'Bị giữ hộ chiếu'}).textContent(), 'chưa giao ai');

  // ---- given, passed on, settled ----
  await t.goto(page, path);
  await act(page, 'take', {owner: 'Phạm Minh Thư', due: inDays(10)});
  await act(page, 'forward', {forwarded_to: 'Cơ quan đại diện Việt Nam', due: inDays(20)});
  await t.shot(page, 'compatriots-case');
  await t.accessible(page, 'the page of a case');
  await t.signIn(other, 'loan');
  await t.goto(other, path);
  t.contains('the clerk reads the case', await other.textContent('main'), 'Bị giữ hộ chiếu');
  t.check('who asks is not shown to somebody without the right', !(await other.textContent('main')).includes('Người Thử Nghiệm'));
  await act(page, 'settle', {result: 'Đã trả hộ chiếu; hội đã báo lại.'});
  t.contains('it is settled', await page.textContent('#flow'), 'Đã giải quyết');
  const year = inDays(0).slice(-4);
  await t.goto(page, `/figures/I70B?org=ct&period=${year}`);
  t.contains('the figure opens to the case', await page.textContent('main'), 'Bị giữ hộ chiếu');
  await t.looks('/compatriots', 'compatriots', {few: true});

  // ---- the profile of the country, on screen and on paper, before its delegation comes ----
  await t.goto(page, '/compatriots');
  await page.click('#by-country a[href="/country-profile/KR"]');
  await page.waitForSelector('#figures');
  const profile = new URL(page.url()).pathname;
  t.contains('people stand as they were declared', await page.textContent('#compatriots'), 'hơn 80 – Người Cần Thơ ở Daegu');
  await t.accessible(page, 'the profile of a country');
  await t.guide(page, 'country-profile');
  await t.shot(page, 'country-profile');
  await page.locator('#figures tr', {hasText: 'Đoàn vào'}).locator('a').last().click();
  await page.waitForSelector('#mo');
  t.contains('a number opens to this country', await page.textContent('#mo'), 'Đoàn');
  await t.goto(page, profile + '/papers/profile');
  t.contains('the paper says the same', await page.textContent('.a4'), 'Daegu hơn 80');
  await t.shot(page, 'country-paper');
  for (const kind of ['docx', 'pdf']) {
    const file = await page.request.get(`${t.url}${profile}/papers/profile-en.${kind}`);
    t.equal(`the English paper is a ${kind}`, (await file.body()).subarray(0, 2).toString(), kind === 'pdf' ? '%P' : 'PK');
  }
}

// An activity of two hosts from the idea to the report, and a courtesy visit: each counted once at each level.
import {press} from '../steps.mjs';

export const name = 'An exchange is planned, approved, held and reported; a courtesy visit is remembered';

async function open(page, move) {
  const details = page.locator(`#flow details:has(input[name=move][value=${move}])`);
  if (await details.count()) await details.locator('> summary').click();
}

/** The number of a figure, as programs get it from its page. */
async function count(t, page, code, org) {
  return (await (await page.request.get(`${t.url}/figures/${code}?org=${org}&period=2025&format=json`)).json()).value;
}

export async function run(t) {
  const thu = await t.open();
  await t.signIn(thu);
  const chair = await t.open();
  await t.signIn(chair, 'bao');
  const before = {union: await count(t, thu, 'I31', 'ct'), korea: await count(t, thu, 'I31', 'ct-kr'), japan: await count(t, thu, 'I31', 'ct-jp')};

  // ---- the idea ----
  const koreaId = await idOf(t, thu, 'han quoc'), japanId = await idOf(t, thu, 'nhat ban');
  await t.goto(thu, `/activities/new?org=${koreaId}&joint=${japanId}&kind=food_fair`);
  await thu.fill('#f-title', 'Ngày hội ẩm thực ba nước');
  await thu.fill('#f-from_date', '20/09/2025');
  await thu.fill('#f-venue', 'Công viên Lưu Hữu Phước');
  await thu.selectOption('#f-status', 'idea');
  await t.accessible(thu, 'the form of an activity');
  await thu.click('form.form button.btn-primary');
  await thu.waitForURL(/\/activities\/\d+/);
  const record = new URL(thu.url()).pathname;

  // ---- plan, approval by the chair, held, reported ----
  await open(thu, 'plan');
  await press(thu, 'plan');
  await thu.waitForURL(/done=verb/);
  await t.goto(chair, record);
  await open(chair, 'approve');
  await press(chair, 'approve');
  await chair.waitForURL(/done=verb/);
  await t.goto(thu, record);
  await open(thu, 'hold');
  const held = thu.locator('#flow form:has(input[name=move][value=hold])');
  await held.locator('[name="hold.participants"]').fill('hơn 120');
  await held.locator('[name="hold.result"]').fill('Ba gian bếp, hai tiết mục của sinh viên.');
  await held.locator('button[type=submit]').click();
  await thu.waitForURL(/done=verb/);
  t.contains('the qualifier of the number is kept', await thu.textContent('main'), 'hơn 120');
  await t.accessible(thu, 'an activity that was held');
  await t.guide(thu, 'activity');
  await open(thu, 'report');
  await press(thu, 'report');
  await thu.waitForURL(/done=verb/);

  // ---- counted once at each level ----
  t.equal('the Union counts it once', await count(t, thu, 'I31', 'ct'), before.union + 1);
  t.equal('the host counts it', await count(t, thu, 'I31', 'ct-kr'), before.korea + 1);
  t.equal('so does the joint host', await count(t, thu, 'I31', 'ct-jp'), before.japan + 1);
  await t.goto(thu, '/figures/I31?org=ct-jp&period=2025');
  t.contains('and the figure opens to it', await thu.textContent('main'), 'Ngày hội ẩm thực ba nước');

  // ---- what it cost ----
  const spent = await count(t, thu, 'I35', 'ct');
  await t.goto(thu, `${record}/edit`);
  await thu.fill('#f-cost', '24.500.000');
  await thu.selectOption('#f-cost_source', 'socialised');
  await thu.click('form.form button.btn-primary');
  await thu.waitForURL(/done=/);
  t.equal('its cost is in the sum of the Union once', await count(t, thu, 'I35', 'ct'), spent + 24_500_000);
  await t.goto(thu, '/activities?period=2025');
  await t.accessible(thu, 'the activities of a year with what they come to');
  await t.goto(thu, await thu.locator('#list .kpi a[href*="/figures/I35"]').first().getAttribute('href'));
  t.contains('and opens to the activity', await thu.textContent('main'), 'Ngày hội ẩm thực ba nước');

  // ---- a courtesy visit ----
  await t.goto(thu, '/courtesies/new?kind=pay_visit&partner=DT-CHAMPASAK');
  await thu.fill('#f-title', 'Thăm, chúc mừng Quốc khánh Lào');
  await thu.fill('#f-date', '01/12/2025');
  await thu.fill('#f-content', 'Hai bên nhắc việc trao đổi sinh viên.');
  await thu.fill('#f-follow_up', 'Gửi danh sách sinh viên trước 15/1');
  await thu.click('form.form button.btn-primary');
  await thu.waitForURL(/\/courtesies\/\d+/);
  await t.accessible(thu, 'a courtesy visit');
  await t.goto(thu, '/figures/I27?org=ct&period=2025');
  t.contains('it is among the courtesy contacts of the year', await thu.textContent('main'), 'Thăm, chúc mừng Quốc khánh Lào');
  await t.goto(thu, '/wall?week=2025-12-01');
  await thu.click('.wall >> text=Thăm, chúc mừng Quốc khánh Lào');
  await thu.waitForURL(/\/courtesies\/\d+/);
  await t.goto(thu, '/');
  await thu.locator('#associations a[href^="/petitions"]').first().click();
  await thu.waitForURL(/from_org=/);
  t.equal('a tile of the overview leads to what that association asks', await thu.locator('#list tbody tr a.tt').count(), 1);
}

async function idOf(t, page, words) {
  await t.goto(page, `/organisations?q=${encodeURIComponent(words)}&kind=bilateral_association`);
  const href = await page.locator('#list tbody a[href^="/organisations/"]').first().getAttribute('href');
  return href.split('?')[0].split('/').pop();
}

// The calendar: what comes, round years, greetings drafted and addressed, a plan by one button, a subscription.
export const name = 'Days are foreseen, planned and greeted, and a telephone subscribes to them';

export async function run(t) {
  t.expectTrouble(/410/);
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/calendar');
  t.equal('the calendar opens', await page.textContent('h1'), 'Lịch');
  t.check('the arch is drawn', await page.locator('svg.arch').isVisible());
  t.contains('round years of eighteen months', await page.textContent('#radar'), 'mốc tròn');
  await t.guide(page, 'calendar');
  await t.looks('/calendar', 'calendar-arch', {few: true});
  await t.looks('/calendar?view=month&month=2026-04', 'calendar-month', {few: true});
  await t.looks('/calendar?view=list', 'calendar-list', {few: true});

  // ---- every count opens its list ----
  await page.locator('.cal-n a.fig').first().click();
  await page.waitForURL(/view=list/);
  t.check('a list of days stands there', await page.locator('table').first().isVisible());

  // ---- a round year becomes a plan ----
  await t.goto(page, '/calendar?round=1');
  await page.locator('#radar form button').first().click();
  await page.waitForURL(/\/activities\/\d+/);
  t.contains('it is an activity of the plan', await page.textContent('h1'), 'Kỷ niệm');
  await t.goto(page, '/calendar?round=1');
  t.contains('the calendar knows', await page.textContent('#radar'), 'Đã có kế hoạch');

  // ---- greetings ----
  await t.goto(page, '/calendar?view=list&country=LA');
  await page.locator('a[href*="/greetings"]').first().click();
  await page.waitForSelector('textarea[name=vi]');
  await t.accessible(page, 'the draft of greetings');
  await t.fits(page, 'the draft of greetings');
  t.contains('the draft speaks both languages', await page.inputValue('textarea[name=en]'), 'On the occasion of');
  const chosen = await page.locator('input[name=partner]:checked').count();
  t.check('missions are chosen', chosen > 0);
  await page.click('main form.form button.btn-primary');
  await page.waitForURL(/\/courtesies\?/);
  await page.locator('main table a[href^="/courtesies/"]').first().click();
  await page.waitForSelector('#letter');
  const letter = await page.locator('#letter a').first().getAttribute('href');
  t.equal('the letter is on paper', (await page.request.get(t.url + letter)).status(), 200);

  // ---- a day of one year, with its source ----
  await t.goto(page, '/occasions?q=bunpimay');
  await page.locator('main table a[href^="/occasions/"]').first().click();
  await page.locator('a[href^="/occasion-dates/new"]').click();
  await page.fill('#f-date', '15/04/2027');
  await page.fill('#f-source', 'Tổng Lãnh sự quán Lào');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/occasions\/\d+/);
  t.contains('that year follows the source', await page.textContent('main'), 'Ghi riêng năm');

  // ---- the subscription ----
  await t.goto(page, '/calendar/feed');
  await t.accessible(page, 'the subscription');
  await page.locator('main form[action="/calendar/feed"] button').click();
  await page.waitForSelector('#feed');
  const first = await page.textContent('#feed');
  const stranger = await t.browser.newContext();
  t.contexts.push(stranger);
  const file = await stranger.request.get(first);
  t.equal('a telephone that is not signed in reads it', file.status(), 200);
  t.contains('it is a calendar', await file.text(), 'BEGIN:VCALENDAR');
  await page.locator('main form[action="/calendar/feed"] button').click();
  await page.waitForSelector('#feed');
  t.equal('the old address has ended', (await stranger.request.get(first)).status(), 410);
}

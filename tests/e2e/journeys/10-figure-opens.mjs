// From a number on the overview to its rows and the words that prove it; a new delegation counts at once. Without scripts.
export const name = 'A figure opens its rows, and a new delegation counts';

const figure = '/figures/I17?org=ct-tp&period=2025';
const shown = (page) => page.locator(`main a.fig.xl[href="${figure}"]`).innerText();

export async function run(t) {
  const page = await t.open({scripts: false});
  await t.signIn(page);
  await t.goto(page, '/');
  t.equal('the overview counts 57 incoming delegations in 2025', await shown(page), '57');

  await page.click(`main a.fig.xl[href="${figure}"]`);
  t.equal('the figure opens 57 rows', await page.locator('main tbody tr').count(), 57);
  t.contains('the claim of the article is beside it', await page.locator('.claims').innerText(), 'khớp sổ');
  await page.click('.claims blockquote a');
  t.contains('the claim opens the words of the article', await page.locator('main').innerText(), '57 đoàn');

  await t.goto(page, '/delegations/new');
  await page.check('input[name="direction"][value="in"]');
  await page.fill('input[name="title"]', 'Đoàn thử của người dùng');
  await page.click('details:has(input[name="countries"]) > summary');
  await page.check('input[name="countries"][value="JP"]');
  await page.fill('input[name="from_date"]', '31/02/2025');
  await page.selectOption('select[name="org"]', 'ct');
  await page.selectOption('select[name="status"]', 'completed');
  await page.click('main form button[type="submit"]:not([name])');
  t.contains('an impossible day is refused in words', await page.locator('main').innerText(), '31/2/2025');
  t.equal('what was typed is kept', await page.inputValue('input[name="title"]'), 'Đoàn thử của người dùng');

  await page.fill('input[name="from_date"]', '12/11/2025');
  await page.click('main form button[type="submit"]:not([name])');
  t.contains('the record page opens', await page.locator('h1').innerText(), 'Đoàn thử của người dùng');

  await t.goto(page, '/');
  t.equal('the overview counts 58', await shown(page), '58');
  await t.goto(page, figure);
  t.equal('the figure opens 58 rows', await page.locator('main tbody tr').count(), 58);
  t.contains('the claim now differs by one', await page.locator('.claims').innerText(), '+1 đoàn');
  t.expectTrouble(/422/);
}

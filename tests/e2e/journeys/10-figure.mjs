// A number on the overview opens the rows that make it, and a declared number leads to the words of its article.
export const name = 'A figure opens its records and their evidence';

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/');
  const figure = page.locator('.kpi a.fig.xl').first();
  t.equal('the first figure', (await figure.textContent()).trim(), '57');
  await t.accessible(page, 'the overview');

  await figure.click();
  await page.waitForSelector('#mo[role=dialog] tbody tr');
  t.contains('the popover says what it counts', await page.textContent('#mo-title'), '57');
  t.equal('it shows the five newest', await page.locator('#mo tbody tr').count(), 5);
  t.contains('it says how many are proved', await page.textContent('#mo'), '/57');
  await t.accessible(page, 'the overview with an open figure');
  await t.shot(page, 'figure-popover', false);

  await page.click('#mo .seg a:has-text("Nước")');
  await page.waitForSelector('#mo .bars');
  t.contains('by country', await page.textContent('#mo .bars'), 'Hàn Quốc');

  await page.keyboard.press('Escape');
  t.equal('Escape closes it', await page.locator('#mo > *').count(), 0);
  t.check('and the focus is back on the figure', await figure.evaluate((element) => element === document.activeElement));

  await figure.click();
  await page.waitForSelector('#mo .more');
  await page.click('#mo a.more');
  await page.waitForURL(/\/figures\/I17/);
  t.equal('all rows are there', await page.locator('main tbody tr').count(), 57);
  await t.accessible(page, 'the page of a figure');

  // The declared number names its article; there the words are marked.
  await page.click('main .claims .quote a');
  await page.waitForURL(/\/evidence\/\d+/);
  const marked = page.locator('.art mark.sp:target, .art mark.sp').first();
  t.check('the words of the article are marked', (await marked.count()) === 1);
  t.contains('among them the number', (await page.locator('.art mark.sp').allTextContents()).join(' '), '57');
  await t.accessible(page, 'an article with marked words');
}

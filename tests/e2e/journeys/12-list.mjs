// A list: views with counts, words without diacritics, conditions, order, pages, chosen rows, and nothing found.
export const name = 'A list is narrowed, sorted and walked through';

const rows = (page) => page.locator('#list tbody tr:not(.grp)');

// The rows of a page come in pieces while it loads: waits until there are so many, or tells how many there are.
async function rowsBecome(t, page, what, count) {
  await page.waitForFunction((n) => document.querySelectorAll('#list tbody tr:not(.grp)').length === n, count, {timeout: 5000}).catch(() => {});
  t.equal(what, await rows(page).count(), count);
}

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await page.click('.side a[href^="/delegations"]');
  await page.waitForURL(/delegations\?period=2025/);
  t.contains('the view of the year has its count', await page.textContent('.tabs .on'), '60');
  t.equal('fifty rows a page', await rows(page).count(), 50);
  t.contains('months have their sums', await page.locator('tr.grp').first().textContent(), '12/2025');
  t.contains('the total stands at the end', await page.textContent('tfoot'), '60');
  t.contains('the balance is above', await page.textContent('.bal-h'), '19 : 1');
  await t.accessible(page, 'the list of delegations');
  await t.shot(page, 'list');

  await page.click('.pager a[rel=next]');
  await rowsBecome(t, page, 'the rest is on the next page', 10);
  t.contains('it says where it is', await page.textContent('.pager'), '51–60');
  await page.click('.pager a[rel=prev]');
  await rowsBecome(t, page, 'and back', 50);

  await page.fill('#list-q', 'doan han quoc');
  await page.waitForURL(/q=doan/);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr:not(.grp)').length < 50);
  const found = await rows(page).count();
  t.check('words without diacritics find', found > 0, `${found} rows`);
  t.equal('the words stay in their box', await page.inputValue('#list-q'), 'doan han quoc');
  t.check('the focus stays there', await page.evaluate(() => document.activeElement?.id === 'list-q'));

  await t.goto(page, '/delegations?period=2025&direction=out');
  t.equal('three went out', await rows(page).count(), 3);
  await t.goto(page, '/delegations?period=2025&sort=-members');
  const people = await page.locator('#list tbody tr td:nth-child(6)').allTextContents();
  const numbers = people.map((text) => Number.parseInt(text, 10));
  t.check('sorted by people, most first', numbers.every((n, i) => i === 0 || numbers[i - 1] >= n), numbers.slice(0, 8).join(' '));

  await t.goto(page, '/delegations?period=2025');
  await page.click('.fls summary:has-text("Hướng đi")');
  await page.check('#c-direction-out');
  await page.waitForURL(/direction=out/);
  await page.waitForFunction(() => document.querySelectorAll('#list tbody tr:not(.grp)').length === 3);
  const kept = page.waitForSelector('.fls details[open] #c-direction-out', {timeout: 5000}).then(() => true, () => false);
  t.check('a condition stays open while it is chosen', await kept);

  await page.keyboard.press('Escape');
  await page.locator('#list tbody .ck input').first().check();
  t.contains('chosen rows are counted', await page.textContent('[data-bulk]'), '1');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-bulk] button[value=csv]')]);
  t.contains('chosen rows are exported', file.suggestedFilename(), '.csv');

  await t.goto(page, '/delegations?period=2025&countries=CU');
  t.contains('nothing found says what to drop', await page.textContent('.empty'), 'Bỏ “Nước: Cuba”');
  await t.accessible(page, 'a list that finds nothing');
  await page.click('.empty a');
  await rowsBecome(t, page, 'and dropping it finds again', 50);
}

// Figures open in place, lists obey keys and conditions, forms keep drafts and check fields: with scripts and without.
export const name = 'A person opens figures and works with keys';

async function figures(t, page) {
  await t.goto(page, '/');
  const figure = page.locator('main a[data-figure]').first();
  const shown = (await figure.innerText()).trim();
  await figure.click();
  await page.waitForSelector('#mo [id=mo-title]');
  t.equal('the popover is a dialog', await page.getAttribute('#mo', 'role'), 'dialog');
  t.contains('it is about the figure', await page.innerText('#mo-title'), shown.split(' ')[0]);
  t.equal('the focus moves in', await page.evaluate(() => document.activeElement.id), 'mo-title');
  await page.keyboard.press('Escape');
  t.equal('Esc closes it', await page.locator('#mo > *').count(), 0);
  t.check('and the focus returns to the figure', await figure.evaluate((element) => element === document.activeElement));
}

async function palette(t, page) {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('#palette[open]');
  await page.keyboard.type('vien tro');
  await page.waitForSelector('.pal-i[href="/aid"]');
  t.check('commands match without diacritics', true);
  await page.keyboard.press('Escape');
  t.equal('Esc closes the palette', await page.locator('#palette[open]').count(), 0);
  await page.keyboard.press('?');
  t.equal('? shows the shortcuts', await page.locator('#keys[open]').count(), 1);
  await page.keyboard.press('Escape');
}

async function lists(t, page) {
  await t.goto(page, '/delegations');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('.tb tbody tr:not(.grp)').nth(1);
  t.check('J goes down the rows', (await second.getAttribute('class') ?? '').includes('cur'));
  await page.keyboard.press('/');
  t.equal('/ goes to the filter', await page.evaluate(() => document.activeElement.name), 'q');
  await page.keyboard.type('jk');
  t.equal('letters typed there are text', await page.evaluate(() => document.activeElement.value), 'jk');
  await page.waitForURL(/q=jk/);
  t.check('the address follows the conditions', page.url().includes('/delegations?q=jk'));
  t.equal('the focus stays where one types', await page.evaluate(() => document.activeElement.value), 'jk');
}

async function forms(t, page) {
  await t.goto(page, '/delegations/new');
  const title = page.locator('input[name=title]');
  await title.fill('Đoàn thử bản nháp');
  await page.waitForFunction(() => document.querySelector('.draft')?.textContent !== '');
  await t.goto(page, '/delegations/new');
  await page.locator('.note button').first().click();
  t.equal('a draft that was not saved comes back', await title.inputValue(), 'Đoàn thử bản nháp');
  const day = page.locator('input[data-date]').first();
  await day.fill('31/02/2026');
  await day.blur();
  await page.waitForSelector('.fld:has(input[data-date]) .err > *');
  t.equal('an impossible day is refused when the box is left', await day.getAttribute('aria-invalid'), 'true');
  await day.fill('14/04/2026');
  t.equal('and the refusal goes while it is mended', await day.getAttribute('aria-invalid'), null);
  t.equal('the weekday is said', await page.locator('[data-weekday]').first().textContent(), 'thứ Ba');
}

async function withoutScripts(t) {
  const page = await t.open({scripts: false});
  await t.signIn(page);
  await page.locator('main a[data-figure]').first().click();
  t.equal('without scripts a figure opens its page', await page.locator('h1').count(), 1);
  t.check('which is a page of figures', page.url().includes('/figures/'), page.url());
  await t.goto(page, '/delegations/new');
  t.check('and dates are boxes to type in', await page.locator('input[data-date]').first().isEditable());
}

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await figures(t, page);
  await palette(t, page);
  await lists(t, page);
  await forms(t, page);
  await withoutScripts(t);
  const phone = await t.open({size: 'phone', dark: true, lang: 'en'});
  await t.signIn(phone);
  await phone.locator('main a[data-figure]').first().click();
  await phone.waitForSelector('#mo [id=mo-title]');
  const box = await phone.locator('#mo').boundingBox();
  t.check('on a phone the popover is a sheet at the bottom', Math.abs(box.y + box.height - 844) < 2 && box.width >= 389, JSON.stringify(box));
  await t.accessible(phone, 'the sheet');
}

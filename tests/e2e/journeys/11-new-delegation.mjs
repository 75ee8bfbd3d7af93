// A delegation is entered: a mistake keeps everything typed, then the figure grows by one, and undo takes it back.
export const name = 'A delegation is entered, counted and taken back';

async function count(t, page) {
  await t.goto(page, '/');
  return (await page.locator('.kpi a.fig.xl').first().textContent()).trim();
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  t.equal('before', await count(t, page), '57');

  await t.goto(page, '/delegations/new');
  await t.accessible(page, 'the form of a delegation');
  await page.fill('#f-title', 'Đoàn thử nghiệm Champasak');
  await page.click('[data-field=countries] summary');
  await page.check('[data-field=countries] input[value=LA]');
  await page.fill('#f-from_date', '16/12/2025');
  await page.fill('#f-to_date', '12/12/2025');
  await page.fill('#f-members', '9');
  await page.waitForFunction(() => document.querySelector('#effect')?.textContent.includes('Lào'));
  t.contains('the aside says what saving changes', await page.textContent('#effect'), '3 → 4');
  await page.click('form.form button.btn-primary');

  await page.waitForSelector('.sum-e');
  t.equal('the title typed is kept', await page.inputValue('#f-title'), 'Đoàn thử nghiệm Champasak');
  t.equal('the people typed are kept', await page.inputValue('#f-members'), '9');
  t.check('the country chosen is kept', await page.locator('[data-field=countries] input[value=LA]').isChecked());
  t.equal('the wrong day is marked', await page.getAttribute('#f-to_date', 'aria-invalid'), 'true');
  t.check('the summary has the focus', await page.evaluate(() => document.activeElement?.matches('.sum-e')));
  await t.accessible(page, 'the form with a mistake');
  await t.shot(page, 'form-mistake');

  await page.fill('#f-to_date', '18/12/2025');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/delegations\/\d+/);
  t.contains('it says so', await page.textContent('#toasts'), 'Đã lưu đoàn');
  t.contains('the record has its title', await page.textContent('h1'), 'Champasak');
  await t.accessible(page, 'the record of a delegation');
  const record = page.url();

  t.equal('the figure grew', await count(t, page), '58');
  await page.locator('.kpi a.fig.xl').first().click();
  await page.waitForSelector('#mo .claims');
  t.contains('the declared number differs by one', await page.textContent('#mo .claims'), '+1');
  t.contains('it says that it differs', await page.textContent('#mo'), 'lệch');

  await page.goto(record);
  await page.click('#toasts button, [data-undo] button').catch(() => {});
  if (!page.url().includes('done=undone')) {
    await page.goto(record.split('?')[0] + '/history');
    await page.locator('main form[action$="/undo"] button').first().click();
  }
  await page.waitForURL(/done=undone/);
  t.equal('undo takes it back', await count(t, page), '57');
}

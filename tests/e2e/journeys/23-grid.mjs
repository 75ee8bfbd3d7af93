// A block copied from Excel is pasted into the grid, by keyboard; it is tried, mended and imported like a file. Also without scripts.
export const name = 'A block from Excel is pasted into a grid and imported';

const block = 'Đoàn Quỹ An Bình\tLào\nĐoàn Mekong\tHàn Quốc';

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/delegations/import');
  await Promise.all([page.waitForNavigation(), page.locator('main a', {hasText: 'Gõ hoặc dán vào lưới'}).click()]);
  await t.accessible(page, 'the grid');
  await t.fits(page, 'the grid');
  const heads = (await page.locator('.grid-t thead th').allTextContents()).slice(1).map((text) => text.replace(' *', ''));
  const at = (head) => heads.indexOf(head);
  t.check('what a record needs has a column', at('Tên đoàn') >= 0 && at('Hướng đi') >= 0 && at('Từ ngày') >= 0, heads.join(', '));
  const box = (row, head) => page.locator(`input[name="g-${row}-${at(head)}"]`);
  const pasteAt = (row, head, text) => box(row, head).evaluate((input, data) => {
    input.focus();
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', data);
    input.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
  }, text);
  await pasteAt(0, 'Tên đoàn', 'Đoàn Quỹ An Bình\nĐoàn Mekong');
  t.equal('one column goes down', await box(1, 'Tên đoàn').inputValue(), 'Đoàn Mekong');
  await pasteAt(9, 'Tên đoàn', 'a\nb\nc');
  t.equal('the grid grows with the block', await page.locator('.grid-t tbody tr').count(), 12);
  for (const row of [9, 10, 11]) await box(row, 'Tên đoàn').fill('');
  for (const row of [0, 1]) {
    await box(row, 'Hướng đi').fill('đoàn vào');
    await box(row, 'Từ ngày').fill(row ? '31/2/2024' : '1/2/2024');
    if (at('Trạng thái') >= 0) await box(row, 'Trạng thái').fill('đã xong');
    await box(row, 'Nước').fill('Lào');
  }
  await box(0, 'Tên đoàn').focus();
  await page.keyboard.press('ArrowDown');
  t.equal('arrows go from row to row', await page.evaluate(() => document.activeElement.name), `g-1-${at('Tên đoàn')}`);
  await t.shot(page, 'grid-desktop');
  await Promise.all([page.waitForNavigation(), page.locator('main button[value=check]').click()]);
  t.contains('the same dry run', await page.textContent('main'), '1 dòng cần sửa');
  await page.locator('main fieldset.mend-row input[type=text], main fieldset.mend-row input:not([type])').first().fill('28/2/2024');
  await Promise.all([page.waitForNavigation(), page.locator('main button[value=mend]').first().click()]);
  t.contains('mended', await page.textContent('main'), 'Nhập 2 dòng');
  await Promise.all([page.waitForNavigation(), page.locator('main button[value=run]').first().click()]);
  await page.waitForFunction(() => document.querySelector('main').textContent.includes('Đã nhập: 2 bản ghi mới'));
  t.check('and imported', true);

  const phone = await t.open({size: 'phone', scripts: false});
  await t.signIn(phone);
  await t.goto(phone, '/partners/import/grid');
  await t.fits(phone, 'the grid on a phone');
  await phone.fill('textarea[name=pasted]', 'Tên đối tác\tNước\n' + block);
  await Promise.all([phone.waitForNavigation(), phone.locator('main button[value=spread]').click()]);
  t.equal('a block with heads finds its columns', await phone.locator('.grid-t tbody tr').nth(0).locator('input').first().inputValue(), 'Đoàn Quỹ An Bình');
  await t.shot(phone, 'grid-phone');
}

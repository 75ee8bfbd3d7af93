// Two people change one record: the second sees both versions and chooses; nothing is overwritten in silence.
export const name = 'Two people edit one record';

export async function run(t) {
  t.expectTrouble(/409/);
  const first = await t.open();
  await t.signIn(first);
  const second = await t.open();
  await t.signIn(second);
  await t.goto(first, '/delegations?period=2025');
  const address = await first.locator('#list tbody tr:not(.grp) a.tt').first().getAttribute('href');
  await t.goto(first, address + '/edit');
  await t.goto(second, address + '/edit');

  await first.fill('#f-head', 'Trưởng đoàn thứ nhất');
  await first.click('form.form button.btn-primary');
  await first.waitForURL(/done=saved/);

  await second.fill('#f-head', 'Trưởng đoàn thứ hai');
  await second.fill('#f-place', 'Trường Đại học Cần Thơ');
  await second.click('form.form button.btn-primary');
  await second.waitForSelector('.note.bad');
  const text = await second.textContent('main');
  t.contains('the version of the other is shown', text, 'Trưởng đoàn thứ nhất');
  t.contains('what was typed is shown', text, 'Trưởng đoàn thứ hai');
  t.contains('who changed it is named', text, 'Phạm Minh Thư');
  await t.accessible(second, 'the page of a conflict');
  await t.shot(second, 'conflict');

  await second.check('input[name=head][value="Trưởng đoàn thứ nhất"]');
  await second.click('main form .btn-primary');
  await second.waitForURL(/done=saved/);
  const record = await second.textContent('main');
  t.contains('the chosen value stays', record, 'Trưởng đoàn thứ nhất');
  t.contains('the other field typed is saved', record, 'Trường Đại học Cần Thơ');
  await t.goto(second, address + '/history');
  t.contains('the history shows both', await second.textContent('main'), 'Trưởng đoàn thứ nhất');
  await t.accessible(second, 'the history of a record');
}

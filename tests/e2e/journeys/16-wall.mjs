// Monday: the chair sees the week on one screen and takes it to the meeting on one sheet; VUFO sees the Unions side by side.
export const name = 'The week fits a screen and a sheet; every office sees its own overview';

export async function run(t) {
  const page = await t.open();
  await t.signIn(page, 'bao');
  await t.goto(page, '/');
  const tiles = page.locator('#associations .otile');
  t.equal('the Union sees its 21 associations', await tiles.count(), 21);
  t.contains('and who waits for an answer', await page.textContent('#associations'), 'yêu cầu, chờ');
  t.check('and who has done nothing yet', (await page.locator('#associations .otile', {hasText: 'chưa có việc nào'}).count()) === 2);

  await page.click('a[href="/wall"]');
  await page.waitForURL(/\/wall/);
  await t.goto(page, '/wall?week=2025-12-03');
  t.contains('a week begins on Monday', await page.textContent('h1'), '01/12/2025 – 07/12/2025');
  t.contains('what happens in the week', await page.textContent('.wall'), 'Đoàn thăm tỉnh Savannakhet');
  t.contains('who asks', await page.textContent('.wall'), 'chờ ');
  t.contains('round years', await page.textContent('.wall'), '65 năm');
  const height = await page.evaluate(() => document.querySelector('.wall').getBoundingClientRect().bottom);
  t.check('it fits the screen of a meeting room', height <= 1080, `${height}px`);
  const paper = await page.pdf({preferCSSPageSize: true});
  t.equal('and one sheet of paper', (paper.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length, 1);
  await t.guide(page, 'wall');
  await page.locator('.kpi a.fig.xl').first().click();
  await page.waitForSelector('#mo tbody tr');
  await page.keyboard.press('Escape');
  await page.click('text=Tuần sau');
  await page.waitForURL(/week=2025-12-08/);
  t.expectTrouble(/400|422/);
  t.check('a week that is none is refused in words', [400, 422].includes((await t.goto(page, '/wall?week=hom-qua')).status()));
  await t.looks('/wall?week=2025-12-03', 'wall', {few: true});

  const association = await t.open();
  await t.signIn(association, 'anh');
  await t.goto(association, '/');
  t.contains('an association sees its own members', await association.textContent('.kpis'), 'hội viên');
  t.equal('and no table of others', await association.locator('#associations, #unions').count(), 0);

  const national = await t.open();
  await t.signIn(national, 'minh');
  await t.goto(national, '/');
  t.equal('the national union sees the Unions side by side', await national.locator('#unions tbody tr').count(), 3);
  await t.fits(national, 'the overview of the national union');
  await national.locator('#unions tbody tr', {hasText: 'Cần Thơ'}).locator('a.fig').first().click();
  await national.waitForSelector('#mo tbody tr, main table tbody tr');
}

// The press desk: the five articles of the sample are recognised, an invented one is pasted, decided by keys, and goes back.
export const name = 'Articles are read, decided by keys and taken back';

const article = `Đoàn đại học Hàn Quốc thăm thành phố
Sáng 12/11/2025, Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ đã tiếp đoàn Đại học Incheon (Hàn Quốc) gồm 9 người đến thăm và làm việc.
Hai bên trao đổi về lớp tiếng Hàn. Năm 2025, Cần Thơ đã tiếp đón 63 đoàn khách quốc tế.`;

async function figure(t, page) {
  await t.goto(page, '/');
  return (await page.locator('.kpi a.fig.xl').first().textContent()).trim();
}

/** The texts of the five articles as the store keeps them, read again through the form. */
async function readStored(t, page) {
  await t.goto(page, '/evidence?kind=article');
  const links = await page.locator('#list tbody a.tt').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  t.check('the store has articles', links.length >= 5, `${links.length}`);
  let read = 0;
  for (const link of links) {
    await t.goto(page, link.split('?')[0]);
    const text = page.locator('form[action="/desk/read"] button');
    if (await text.count() === 0) continue;
    await text.click();
    await page.waitForURL(/\/desk\/\d+/);
    const cards = await page.locator('.cd').count();
    const known = await page.locator('.cd:has(.badge:has-text("Đã có")), .cd:has(.badge:has-text("Khớp sổ"))').count();
    t.check(`${await page.textContent('h1')}: what the sample holds is recognised`, cards > 0 && known * 2 >= cards - 1, `${known} of ${cards}`);
    if (++read === 5) break;
  }
  t.equal('five articles were read again', read, 5);
}

export async function run(t) {
  t.expectTrouble(/422|409/);
  const page = await t.open();
  await t.signIn(page);
  t.equal('before', await figure(t, page), '57');

  await t.goto(page, '/desk/new');
  await t.accessible(page, 'the form of an article');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('an empty form says what is missing', await page.textContent('.sum-e'), 'Dán nội dung bài');
  await page.fill('#f-text', article);
  await page.fill('#f-source', 'Báo Mẫu');
  await page.fill('#f-published', '20/11/2025');
  await page.selectOption('#f-about', 'ct');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/desk\/\d+\?done=taken/);
  const desk = new URL(page.url()).pathname;
  t.contains('its words are numbered', await page.locator('mark.sp').first().textContent(), 'tiếp đoàn Đại học Incheon');
  t.contains('the visit is new', await page.locator('.cd').first().textContent(), 'Mới, chưa có trong sổ');
  t.contains('the total stands beside what is counted', await page.locator('.cd').nth(1).textContent(), '57');
  t.contains('it differs', await page.locator('.cd').nth(1).textContent(), 'Lệch');
  await t.accessible(page, 'an article on the desk');
  await t.fits(page, 'an article on the desk');
  await t.shot(page, 'desk');

  await page.keyboard.press('j');
  await page.keyboard.press('k');
  t.equal('the first card is current', await page.locator('.cd').first().getAttribute('class').then((c) => /\bcur\b/.test(c)), true);
  await page.keyboard.press('e');
  await page.waitForURL(/\/statements\/\d+\/edit/);
  t.equal('the form has what the article says', await page.inputValue('#f-members'), '9');
  await t.accessible(page, 'the form before accepting');
  await page.fill('#f-title', 'Đoàn Đại học Incheon <i>thử</i>');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=created/);
  t.contains('it says so', await page.textContent('#toasts'), 'Đã nhận');
  t.equal('the figure rises by one', await figure(t, page), '58');
  await t.goto(page, '/figures/I17?org=ct-tp&period=2025');
  t.contains('the figure lists the visit', await page.textContent('main'), 'Incheon <i>thử</i>');
  t.contains('with the paper that proves it', await page.textContent('main'), 'Báo Mẫu');

  await t.goto(page, desk);
  await page.locator('.cd').nth(1).locator('a.no').focus();
  await page.keyboard.press('x');
  await page.waitForURL(/done=rejected/);
  t.contains('the total is rejected', await page.locator('.cd').nth(1).textContent(), 'Đã bỏ');
  await page.locator('.cd').first().locator('a.no').focus();
  await page.keyboard.press('u');
  await page.waitForURL(/done=undone/);
  t.equal('undo takes it back', await figure(t, page), '57');

  await t.goto(page, desk);
  await page.click(`form[action="${desk}/take-back"] button`);
  await page.waitForURL(/done=undone/);
  t.equal('the whole article waits again', await page.locator('.cd [data-act=a]').count(), 2);

  await readStored(t, page);
  await t.goto(page, '/desk');
  t.contains('the queue has them', await page.textContent('#list'), 'Huy động nguồn lực quốc tế');
  await t.looks(desk, 'desk', {few: true});
  await t.looks('/desk/new', 'desk-new', {few: true});

  const plain = await t.open({scripts: false});
  await t.signIn(plain);
  await t.goto(plain, desk);
  await plain.locator('.cd').first().locator('button[data-act=x]').click();
  await plain.waitForURL(/done=rejected/);
  t.contains('it works without scripts', await plain.locator('.cd').first().textContent(), 'Đã bỏ');
}

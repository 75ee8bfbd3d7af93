// The main pages in every size, theme and language; and reading and entering without scripts.
export const name = 'Main pages fit, read and work without scripts';

export async function run(t) {
  await t.looks('/', 'overview');
  await t.looks('/delegations?period=2025', 'delegations');
  const probe = await t.open();
  await t.signIn(probe);
  await t.goto(probe, '/aid');
  const aid = await probe.locator('#list tbody a.tt').first().getAttribute('href');
  await t.looks(aid, 'aid-record');
  await t.looks('/delegations/new', 'delegation-form');

  // English pages speak English: no Vietnamese in the frame, heads and buttons.
  const english = await t.open({lang: 'en'});
  await t.signIn(english);
  for (const address of ['/', '/delegations?period=2025', aid, '/delegations/new', '/figures', '/search?q=lao']) {
    await t.goto(english, address);
    const words = await english.evaluate(() => [...document.querySelectorAll('h2, h3, th, dt, .btn, .tabs a, .seg a, .fls summary, .lab, legend, .hint')]
        .map((element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join('').trim())
        .map((text) => text.replace(/\d+\/QĐ-UBND/g, ''))
        .filter((text) => /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text)));
    t.check(`no Vietnamese in the frame of ${address}`, words.length === 0, words.slice(0, 6).join(' | '));
  }

  // On a phone a figure opens as a sheet.
  const phone = await t.open({size: 'phone'});
  await t.signIn(phone);
  await t.goto(phone, '/');
  await phone.locator('.kpi a.fig.xl').first().click();
  await phone.waitForSelector('#mo tbody tr');
  await t.accessible(phone, 'the sheet of a figure');
  await t.fits(phone, 'the sheet of a figure');
  await t.shot(phone, 'figure-sheet', false);

  // Without scripts: the figure is a page, the list filters, the form saves.
  const plain = await t.open({scripts: false});
  await t.signIn(plain);
  await t.goto(plain, '/');
  await plain.locator('.kpi a.fig.xl').first().click();
  t.contains('without scripts a figure is a page', plain.url(), '/figures/I17');
  await t.goto(plain, '/delegations?period=2025');
  await plain.fill('#list-q', 'savannakhet');
  await plain.press('#list-q', 'Enter');
  t.equal('without scripts the list filters', await plain.locator('#list tbody tr:not(.grp)').count(), 1);
  await t.goto(plain, '/delegations/new');
  await plain.fill('#f-title', 'Đoàn không dùng kịch bản');
  await plain.click('[data-field=countries] summary');
  await plain.check('[data-field=countries] input[value=KR]');
  await plain.fill('#f-from_date', '10/12/2025');
  await plain.click('form.form button.btn-primary');
  t.contains('without scripts a delegation is saved', await plain.textContent('h1'), 'Đoàn không dùng kịch bản');
}

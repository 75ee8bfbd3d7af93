// A visit from its letter to its report: balance, proposal, approval, programme, people, gifts, papers, the report in time.
export const name = 'A visit is proposed, prepared hour by hour, received and reported';

async function record(t, page, path) {
  await t.goto(page, path);
  return page.url();
}

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // ---- the balance proposes a visit ----
  await t.goto(page, '/delegations/balance?year=2025');
  await t.accessible(page, 'the balance');
  await t.fits(page, 'the balance');
  await t.shot(page, 'balance');
  const proposed = page.locator('#proposals .it, #proposals li').first();
  t.contains('a proposal says why', await proposed.textContent(), '3 năm qua');
  await page.locator('#proposals form button').first().click();
  await page.waitForURL(/\/delegations\/\d+/);
  t.contains('it becomes a delegation that is proposed', await page.textContent('main'), 'Đề xuất');

  // ---- an incoming visit, written down as it begins ----
  await t.goto(page, '/delegations/new?partner=DT-CHAMPASAK');
  await page.fill('#f-title', 'Đoàn thử tỉnh Savannakhet');
  await page.fill('#f-title_en', 'Delegation of Savannakhet Province');
  await page.click('[data-field=countries] summary');
  await page.check('[data-field=countries] input[value=LA]');
  await page.fill('#f-from_date', '10/03/2026');
  await page.fill('#f-to_date', '11/03/2026');
  await page.fill('#f-members', '3');
  await page.selectOption('#f-status', 'proposed');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/delegations\/\d+/);
  const visit = page.url().split('?')[0];
  const path = new URL(visit).pathname;
  const letter = await page.request.get(`${visit}/letter.docx?lang=en`);
  t.equal('the invitation is there in English', letter.status(), 200);

  // ---- programme ----
  await page.click('#programme a[href$="/programme"]');
  await page.waitForSelector('form.gr');
  await t.accessible(page, 'the grid of the programme');
  await t.fits(page, 'the grid of the programme');
  await page.fill('[name="r0.day"]', '10/03/2026');
  await page.fill('[name="r0.from_time"]', '8h30');
  await page.fill('[name="r0.to_time"]', '10h');
  await page.fill('[name="r0.what"]', 'Chào xã giao lãnh đạo thành phố');
  await page.fill('[name="r0.what_en"]', 'Courtesy call on the city leadership');
  await page.fill('[name="r0.host"]', 'Chủ tịch Liên hiệp');
  await page.fill('[name="r1.from_time"]', '9:30');
  await page.fill('[name="r1.to_time"]', '9:00');
  await page.fill('[name="r1.what"]', 'Hội đàm');
  await page.click('form.gr button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('the mistake is named by line', await page.textContent('.sum-e'), 'Dòng 2');
  t.equal('the first line is kept', await page.inputValue('[name="r0.what"]'), 'Chào xã giao lãnh đạo thành phố');
  await page.fill('[name="r1.to_time"]', '11:00');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the clash is shown', await page.textContent('#programme'), 'Trùng giờ');
  t.contains('both languages stand there', await page.textContent('#programme'), 'Courtesy call');
  await page.click('#programme a[href$="/programme"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r1.from_time"]', '10:15');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.check('the clash is gone', !(await page.textContent('#programme')).includes('Trùng giờ'));
  await page.locator('#programme').scrollIntoViewIfNeeded();
  await t.guide(page, 'programme');
  for (const [file, type] of [['programme.docx', 'officedocument'], ['programme.pdf', 'application/pdf'], ['programme.ics', 'text/calendar']]) {
    const answer = await page.request.get(`${visit}/${file}`);
    t.check(`${file} comes as ${type}`, answer.status() === 200 && answer.headers()['content-type'].includes(type));
  }

  // ---- people ----
  await page.click('#members a[href$="/members"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r0.name"]', 'Khamla Thử');
  await page.fill('[name="r0.title"]', 'Phó Tỉnh trưởng');
  await page.check('[name="r0.is_head"]');
  await page.fill('[name="r0.nationality"]', 'Lào');
  await page.fill('[name="r0.passport_no"]', 'PA0011223');
  await page.fill('[name="r1.name"]', 'Souk Thử');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the difference to the declared number is shown', await page.textContent('#members'), 'còn thiếu 1');
  t.check('no passport on the page', !(await page.textContent('main')).includes('PA0011223'));

  // ---- a gift that they have already ----
  await page.click('#gifts a[href^="/gifts/new"]');
  await page.waitForSelector('#memory');
  t.contains('the memory knows what they have', await page.textContent('#memory'), 'Tranh ghép gỗ');
  await page.fill('#f-what', 'Tranh gỗ ghép bến Ninh Kiều');
  await page.press('#f-what', 'Tab');
  await page.waitForFunction(() => document.querySelector('#memory')?.textContent.includes('đã nhận món như vậy'));
  await t.accessible(page, 'the form of a gift');
  await t.shot(page, 'gift-memory');
  await page.fill('#f-date', '10/03/2026');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('it is refused without a reason', await page.textContent('.sum-e'), 'Đã tặng');
  await page.fill('#f-what', 'Sách ảnh Cần Thơ');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=created/);
  t.contains('another gift is planned', await page.textContent('#gifts'), 'Sách ảnh Cần Thơ');

  await t.accessible(page, 'the record of the visit');
  await t.shot(page, 'visit');
  await t.looks(path, 'visit-record', {few: true});
  await t.looks(path + '/programme', 'visit-grid', {few: true});

  // ---- without scripts the grid works as well ----
  const plain = await t.open({scripts: false});
  await t.signIn(plain);
  await t.goto(plain, path + '/programme');
  await plain.fill('[name="r2.day"]', '11/03/2026');
  await plain.fill('[name="r2.from_time"]', '16:30');
  await plain.fill('[name="r2.what"]', 'Tiễn đoàn');
  await plain.click('form.gr button.btn-primary');
  t.contains('a line is added without scripts', await plain.textContent('#programme'), 'Tiễn đoàn');

  // ---- a visit that ended: its report has a day ----
  await record(t, page, '/delegations?is=late_report');
  t.contains('the list of late reports opens', await page.textContent('h1'), 'Đoàn');
  const result = await page.request.get(`${visit}/result.docx`);
  t.equal('the report of the result is drafted', result.status(), 200);
}

// A half-year conference like that of 29 June 2022: invited, answered, held, minuted, its requests and conclusions become work.
import {act, choose, officeDay as iso} from '../steps.mjs';

export const name = 'A conference goes from its invitation to the tasks that come of it';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  const day = iso(new Date());

  // ---- planned, with its agenda and its people ----
  await t.goto(page, '/meetings/new');
  await page.fill('#f-title', 'Hội nghị sơ kết 6 tháng đầu năm, thử từ giấy mời đến nhiệm vụ');
  await page.selectOption('#f-kind', 'half_year_review');
  await page.fill('#f-date', day);
  await page.fill('#f-from_time', '13h30');
  await page.fill('#f-place', 'Hội trường Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ');
  await page.selectOption('#f-status', 'planned');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/meetings\/\d+/);
  const meeting = page.url().split('?')[0];

  await page.click('#agenda a[href$="/agenda"]');
  await page.waitForSelector('form.gr');
  await t.accessible(page, 'the grid of the agenda');
  const points = [['13:30', 'opening', 'Khai mạc', ''], ['13:40', 'report', 'Báo cáo sơ kết', 'Phó Chủ tịch Liên hiệp'], ['14:10', 'speech', 'Ý kiến về cân đối đoàn', 'Chủ tịch Hội Việt Nam - Hàn Quốc'],
    ['15:00', 'direction', 'Phát biểu chỉ đạo', 'Phó Chủ tịch UBND thành phố']];
  for (const [row, [time, kind, title, speaker]] of points.entries()) {
    await page.fill(`[name="r${row}.from_time"]`, time);
    await page.selectOption(`[name="r${row}.kind"]`, kind);
    await page.fill(`[name="r${row}.title"]`, title);
    await page.fill(`[name="r${row}.speaker"]`, speaker);
  }
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the agenda stands on the page', await page.textContent('#agenda'), 'Báo cáo sơ kết');

  await page.click('form[action$="/list-associations"] button');
  await page.waitForSelector('#invitees table');
  t.equal('the chairs of all associations are on the list', await page.locator('#invitees tbody tr').count(), 21);
  await page.click('#invitees a[href$="/invitees"]');
  await page.waitForSelector('form.gr');
  const fresh = page.locator('fieldset.gr-l.new').first();
  await fresh.locator('[name$=".person"]').fill('Lê Văn Mẫu');
  await fresh.locator('[name$=".title"]').fill('Phó Chủ tịch UBND thành phố');
  await fresh.locator('[name$=".invited_as"]').selectOption('superior');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  await page.click('form[action$="/seats"] button');
  await page.waitForURL(/#invitees/);
  t.contains('who ranks first sits on the first chair', await page.locator('#invitees tbody tr').first().textContent(), 'Lê Văn Mẫu');

  // ---- the letter of invitation gets its number and goes out ----
  await page.click('#papers a[href$="/papers/invitation"]');
  await page.waitForURL(/papers\/invitation/);
  t.contains('the invitation is a paper of the Union', await page.textContent('.a4'), 'GIẤY MỜI');
  await t.accessible(page, 'the sheet of the invitation');
  await page.fill('#book [name=signer]', 'Trần Quốc Bảo');
  await page.click('#book button.btn-primary');
  await page.waitForSelector('#book a[href^="/outgoing/"]');
  t.check('the number book gave its number', /\d+\/GM-LHHN/.test(await page.textContent('#book')));
  t.contains('each addressee has a copy that is kept', await page.textContent('#copies'), 'giữ nguyên từ khi phát hành');
  const copy = await page.locator('#copies a:has-text("PDF")').first().getAttribute('href');
  t.check('it is a file', (await (await page.request.get(t.url + copy)).body()).subarray(0, 5).toString() === '%PDF-');
  await t.shot(page, 'meeting-invitation');
  await page.goto(meeting);
  await act(page, 'invite');
  t.contains('all are invited', await page.textContent('#invitees'), 'Đã mời');

  // ---- an association answers ----
  const officer = await t.open();
  await t.signIn(officer, 'anh');
  await t.goto(officer, '/notices');
  const notice = officer.locator('tr', {hasText: 'thử từ giấy mời đến nhiệm vụ'}).first();
  t.contains('the officer of the association is told', await notice.textContent(), 'Mời dự');
  await notice.locator('button').click();
  await officer.waitForURL(/\/invitations\/\d+/);
  t.contains('the invitation says when', await officer.textContent('#meeting'), '13:30');
  await t.accessible(officer, 'an invitation');
  await act(officer, 'send_other', {substitute: 'Nguyễn Kim Anh, Phó Chủ tịch Hội'});
  t.contains('somebody else will come', await officer.textContent('main'), 'Dự thay');

  // ---- held: attendance, what was said, what was asked ----
  await page.goto(meeting);
  t.contains('the Union sees the answer', await page.textContent('#invitees'), 'Nguyễn Kim Anh');
  await page.click('#invitees a[href$="/attendance"]');
  await page.waitForSelector('form.at');
  await t.accessible(page, 'the page of attendance');
  await t.fits(page, 'the page of attendance');
  await t.shot(page, 'meeting-attendance');
  const laos = page.locator('fieldset.at-l', {hasText: 'Lào'}).first();
  await laos.locator('input[value=absent]').check();
  const china = page.locator('fieldset.at-l', {hasText: 'Trung Quốc'}).first();
  await china.locator('input[value=substituted]').check();
  await page.click('form.at button.btn-primary');
  await page.waitForSelector('fieldset.at-l .err');
  t.contains('a substitute needs a name', await page.textContent('form.at .err'), 'Người dự thay');
  await page.locator('fieldset.at-l', {hasText: 'Trung Quốc'}).first().locator('[name$=".substitute"]').fill('Phó Chủ tịch Hội');
  await page.click('form.at button[name=rest]');
  await page.waitForURL(/done=saved/);
  t.contains('one is absent, all others came', await page.textContent('#invitees'), '19 có mặt, 2 dự thay, 1 vắng');

  await act(page, 'hold', {chair: 'Trần Quốc Bảo, Chủ tịch Liên hiệp', secretary: 'Phạm Minh Thư', to_time: '16h45'});
  await page.click('#agenda a[href$="/speeches"]');
  await page.waitForSelector('form.gr');
  await page.fill('[name="r2.summary"]', 'Đề nghị không để chênh lệch quá nhiều giữa đoàn đến và đoàn đi');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);

  await page.click('#raised summary');
  await choose(page, 'from_org', 'viet nam han quoc');
  await page.fill('#raised [name=person]', 'Nguyễn Kim Anh');
  await page.selectOption('#raised [name=kind]', 'delegation_balance');
  await page.fill('#raised [name=title]', 'Tăng chuyến thăm, cân đối đoàn đến và đoàn đi');
  await page.click('#raised form button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the request is a petition that waits', await page.textContent('#raised'), 'Tăng chuyến thăm');

  await page.click('#directives summary');
  await page.fill('#directives [name=text]', '- Ban Đối ngoại rà soát số đoàn vào, đoàn ra theo từng nước\n- Văn phòng chỉ định đầu mối cho từng hội');
  await page.locator('#directives form button.btn-primary').click();
  await page.waitForURL(/done=verb/);
  await page.locator('#directives a', {hasText: 'rà soát số đoàn vào'}).first().click();
  await page.waitForURL(/\/directives\/\d+/);
  await page.click('#tasks summary');
  await choose(page, 'lead', 'viet nam han quoc');
  await page.fill('#tasks [name=output]', 'Kế hoạch đoàn ra');
  await page.fill('#tasks [name=due]', iso(new Date(Date.now() + 30 * 86400000)));
  await page.locator('#tasks form button.btn-primary').click();
  await page.waitForURL(/done=verb/);

  // ---- minutes with two signatures, conclusions with the table of tasks ----
  await page.goto(meeting);
  await t.guide(page, 'meeting');
  await page.click('#papers a[href$="/papers/minutes"]');
  await page.waitForURL(/papers\/minutes/);
  const sheet = await page.textContent('.a4');
  t.contains('the minutes say who spoke', sheet, 'Đề nghị không để chênh lệch quá nhiều');
  t.contains('and who came in whose place', sheet, 'dự thay');
  t.contains('and what was asked', sheet, 'Tăng chuyến thăm, cân đối đoàn đến và đoàn đi');
  t.contains('two sign', sheet, 'THƯ KÝ');
  t.contains('and the form is right', await page.textContent('.pp-s'), 'hai chữ ký');
  t.equal('nothing is wrong with the form', await page.locator('.pp-s .bad').count(), 0);
  await t.shot(page, 'meeting-minutes');
  await t.guide(page, 'meeting-minutes');
  await page.click('#book button.btn-primary');
  await page.waitForSelector('#book a[href^="/outgoing/"]');
  await page.goto(meeting);
  await act(page, 'sign_minutes', {minutes_on: day});
  await page.click('#papers a[href$="/papers/conclusions"]');
  await page.waitForURL(/papers\/conclusions/);
  t.contains('the annex holds the task', (await page.locator('.a4').allTextContents()).join(' '), 'Kế hoạch đoàn ra');
  await page.fill('#book [name=signer]', 'Trần Quốc Bảo');
  await page.click('#book button.btn-primary');
  await page.waitForSelector('#book a[href^="/outgoing/"]');
  const pdf = await page.request.get(`${meeting}/papers/conclusions.pdf`);
  t.equal('the notice is a PDF', (await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  await page.goto(meeting);
  await act(page, 'conclude');
  t.contains('the meeting is closed by its notice', await page.textContent('#flow'), 'Đã ra thông báo kết luận');

  // ---- proof: the figure of meetings opens to this one ----
  await t.goto(page, `/figures/I84?org=ct-tp&period=${new Date().getFullYear()}`);
  t.contains('the figure opens to the conference', await page.textContent('main'), 'thử từ giấy mời đến nhiệm vụ');
  await t.looks(new URL(meeting).pathname, 'meeting', {few: true});
}

// Aid from a need offered to donors to what was carried out: need, opportunity, commitment, aid item, its figures.
import {save} from '../steps.mjs';

export const name = 'A need finds its donor, the commitment becomes an aid item and counts';

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // ---- a need goes into the catalogue ----
  await t.goto(page, '/aid-needs/new');
  await page.fill('#f-title', 'Phòng đọc cho trẻ ở phường thử');
  await page.selectOption('#f-sector', 'education');
  await page.fill('#f-asked_by', 'Ủy ban nhân dân phường thử');
  await page.fill('#f-amount', '400 triệu đồng');
  await page.click('[data-field=places] summary');
  await page.check('[data-field=places] input[value=p92]');
  await save(page);
  t.contains('nobody was asked yet', await page.textContent('#offered'), 'Chưa giới thiệu');

  // ---- it is offered to a donor ----
  await page.click('#offered a[href^="/aid-opportunities/new"]');
  await page.waitForSelector('#f-title');
  await page.fill('#f-title', 'Phòng đọc phường thử');
  await page.fill('#f-partner', 'DT-MH-059');
  await page.fill('#f-expected', '400 triệu đồng');
  await page.fill('#f-probability', '60');
  await page.fill('#f-next_step', 'Gửi thư giới thiệu');
  await page.fill('#f-next_date', '01/12/2025');
  await save(page);

  // ---- the board ----
  await page.click('.nav a[href="/aid-board"], nav a[href="/aid-board"]');
  await page.waitForSelector('[data-board]');
  const card = () => page.locator('[data-card]', {hasText: 'Phòng đọc phường thử'});
  const stage = async () => card().evaluate((node) => node.closest('[data-stage]').dataset.stage);
  t.equal('the card begins as a lead', await stage(), 'lead');
  t.contains('a late step is marked', await card().textContent(), 'quá hạn');
  await t.accessible(page, 'the board');
  await t.fits(page, 'the board');
  await t.guide(page, 'aid-board');
  await card().getByRole('button', {name: 'Bắt đầu trao đổi'}).press('Enter');
  await page.waitForURL(/moved=/);
  t.equal('a key moves it on', await stage(), 'in_discussion');
  // To the head of the column: a page that scrolls while the mouse is down would take another card along.
  await t.goto(page, '/aid-board');
  await card().dragTo(page.locator('[data-stage=survey] .pb-l'), {sourcePosition: {x: 60, y: 12}, targetPosition: {x: 30, y: 10}});
  await page.waitForURL(/done=survey/);
  t.equal('so does dragging', await stage(), 'survey');

  // ---- the commitment makes the item ----
  await card().locator('.menu summary').click();
  await card().getByRole('link', {name: 'Đã cam kết…'}).click();
  await page.waitForSelector('[name="commit.committed"]');
  await page.fill('[name="commit.committed"]', '');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('a commitment needs its value', await page.textContent('.sum-e'), 'Giá trị cam kết');
  await page.fill('[name="commit.committed"]', '420 triệu đồng');
  await page.fill('[name="commit.committed_on"]', '20/11/2025');
  await page.fill('[name="commit.commitment_doc"]', 'Thư cam kết ngày 20/11/2025');
  await t.accessible(page, 'the page of the commitment');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=commit/);
  t.equal('it stands among the committed', await stage(), 'committed');
  await card().locator('a[href^="/aid/"]').click();
  await page.waitForURL(/\/aid\/\d+/);
  const aid = new URL(page.url()).pathname;
  t.contains('the item has the recipient of the need', await page.textContent('main'), 'Ủy ban nhân dân phường thử');

  // ---- approved, carried out by a plan ----
  await page.click('a[href$="/edit"]');
  await page.waitForSelector('#f-title');
  await page.selectOption('#f-status', 'implementing');
  await page.fill('#f-from_date', '01/12/2025');
  await page.fill('#f-to_date', '30/11/2026');
  await page.fill('#f-decision_no', '2100/QĐ-UBND');
  await page.fill('#f-decision_date', '05/12/2025');
  await page.fill('#f-year_no', '7');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=/);
  await page.click('#budget a[href$="/plan"]');
  await page.waitForSelector('form.gr');
  for (const [row, day, item, amount] of [[0, '31/01/2026', 'Kệ sách', '150 triệu đồng'], [1, '31/03/2026', 'Sách', '270 triệu đồng']]) {
    await page.fill(`[name="r${row}.date"]`, day);
    await page.fill(`[name="r${row}.item"]`, item);
    await page.fill(`[name="r${row}.amount"]`, amount);
  }
  await t.accessible(page, 'the grid of the plan');
  await page.click('form.gr button.btn-primary');
  await page.waitForURL(/done=saved/);
  t.contains('the plan is overdue', await page.textContent('#budget'), 'chậm 420 triệu đồng so với kế hoạch');
  await page.click('#budget a[href^="/aid-values/new"]');
  await page.waitForSelector('#f-amount');
  await page.fill('#f-item', 'Kệ sách');
  await page.fill('#f-date', '20/01/2026');
  await page.fill('#f-amount', '150 triệu đồng');
  await save(page);
  await t.goto(page, aid);
  t.contains('what came is taken off', await page.textContent('#budget'), 'chậm 270 triệu đồng so với kế hoạch');
  await page.click('#reports form button');
  await page.waitForURL(/#reports/);
  t.contains('reports are due by the decree of the day of approval', await page.textContent('#reports'), '80/2020');
  t.contains('a day from memory says so', await page.textContent('#reports'), 'chưa kiểm chứng');
  await t.accessible(page, 'the aid record');
  await t.fits(page, 'the aid record');

  // ---- the eighth year ----
  await page.click('#chain a[href$="/renew"]');
  await page.waitForSelector('form.form');
  t.equal('the next year is proposed', await page.inputValue('[name=year]'), '8');
  await t.accessible(page, 'the renewal');
  await page.fill('[name=amount]', '450 triệu đồng');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=created/);
  t.contains('the chain shows both years', await page.textContent('#chain'), 'Năm thứ 7');
  t.contains('the title says the year', await page.textContent('h1'), 'năm thứ 8');
  await t.goto(page, '/figures/I46?org=ct&period=2026');
  t.contains('the renewal counts in its year', await page.textContent('main'), 'Phòng đọc phường thử, năm thứ 8');

  // ---- the figure opens to it ----
  await t.goto(page, '/figures/I39?org=ct&period=2025');
  t.contains('it counts as newly mobilised', await page.textContent('main'), 'Phòng đọc phường thử');
  t.equal('and the record opens from there', await page.locator(`main a[href^="${aid}"]`).count() > 0, true);

  await t.looks('/aid-board', 'aid-board', {few: true});
  await t.looks('/aid/7', 'aid-record', {few: true});
  await t.looks('/aid-places?period=2025', 'aid-places', {few: true});
  await t.looks('/aid-needs', 'aid-needs', {few: true});
}

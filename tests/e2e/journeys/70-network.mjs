// Two associations are merged by decision: both keep their records, figures are read as then and as now, and it is taken back.
import {choose} from '../steps.mjs';

export const name = 'Associations are renamed and merged, and it is taken back';

async function found(t, page, code, name, country) {
  await t.goto(page, `/organisations/new?code=${code}&name=${encodeURIComponent(name)}&kind=bilateral_association&parent=ct&country_focus=${country}`);
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/organisations\/\d+/);
  return page.url().split('?')[0].replace(t.url, '');
}

/** How many acts of succession the Union has in 2025. */
const acts = async (page, t) => (await (await page.request.get(`${t.url}/figures/I03?org=ct&period=2025&format=json`)).json()).value;

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);
  const lao = await found(t, page, 'qb-lao', 'Hội hữu nghị Việt Nam – Lào quận B', 'LA');
  await found(t, page, 'qb-trung', 'Hội hữu nghị Việt Nam – Trung Quốc quận B', 'CN');

  await t.goto(page, `/delegations/new?direction=in&title=Đoàn+quận+B&countries=LA&from_date=2023-05-02&members=7&org=${lao.split('/').pop()}&status=completed`);
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/delegations\/\d+/);

  await t.goto(page, lao);
  await page.click('a[href*="/act?kind=rename"]');
  await page.fill('#f-name', 'Hội hữu nghị Việt – Lào quận B');
  await page.fill('#f-decision_no', '15/QĐ-SNV');
  await page.fill('#f-date', '01/02/2024');
  await t.accessible(page, 'the form of a rename');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/organisations\/\d+$/);
  t.contains('one lands on the page and is told', await page.textContent('.note.ok'), 'Đã đổi tên.');
  t.contains('figures of the year the office opens on', await page.textContent('#org-figures h2'), '2025');
  await t.goto(page, '/set?period=2024&back=' + encodeURIComponent(lao));
  await page.locator('#org-figures h2', {hasText: '2024'}).waitFor();
  await t.goto(page, '/set?period=2025&back=' + encodeURIComponent(lao));
  await t.goto(page, '/organisations?q=lao+quan+b');
  t.contains('the new name is in the list', await page.textContent('main'), 'Hội hữu nghị Việt – Lào quận B');
  await t.goto(page, '/figures/I03?org=ct&period=2024');
  t.contains('the figure opens to the rename', await page.textContent('main'), 'Hội hữu nghị Việt – Lào quận B');
  await t.goto(page, lao);
  t.contains('the page tells of the rename', await page.textContent('main'), '15/QĐ-SNV');

  await page.click('a[href*="/act?kind=merge"]');
  t.contains('it says what it touches', await page.textContent('.form-aside'), 'Bản ghi ở lại với tổ chức cũ');
  await page.click('form.form button.btn-primary');
  await page.waitForSelector('.sum-e');
  t.contains('without a successor it says so', await page.textContent('.sum-e'), 'Chọn tổ chức tiếp nhận');
  await t.accessible(page, 'the form of a merger with mistakes');
  await choose(page, 'other1', 'trung quoc quan b');
  await page.fill('#f-name', 'Hội hữu nghị các nước quận B');
  await page.fill('#f-code', 'qb-moi');
  await page.fill('#f-decision_no', '77/QĐ-UBND');
  await page.fill('#f-date', '01/07/2025');
  await t.shot(page, 'network-merge');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/organisations\/\d+$/);
  t.contains('one lands on the new one', await page.textContent('h1'), 'Hội hữu nghị các nước quận B');
  t.contains('and is told', await page.textContent('.note.ok'), 'Đã hợp nhất.');
  const batch = await page.getAttribute('.note.ok a', 'href');

  // ---- what became of the network in that year ----
  const merged = await acts(page, t);
  await t.goto(page, '/network?period=2025');
  t.contains('the page of the network names what was merged', await page.textContent('#changes'), 'Hội hữu nghị Việt Nam – Trung Quốc quận B');
  t.contains('with its decision', await page.textContent('#changes'), '77/QĐ-UBND');
  await t.accessible(page, 'the changes of the network');
  await t.guide(page, 'network-changes');
  await t.goto(page, await page.locator('.kpi a[href*="/figures/I03"]').first().getAttribute('href'));
  t.contains('its figure opens to the merger', await page.textContent('main'), 'Hội hữu nghị Việt Nam – Trung Quốc quận B');

  await t.goto(page, '/organisations?q=trung+quoc+quan+b');
  await page.locator('a', {hasText: 'Hội hữu nghị các nước quận B'}).first().click();
  await page.waitForURL(/\/organisations\/\d+/);
  await t.guide(page, 'network');
  t.contains('the new one knows where it comes from', await page.textContent('.lineage'), 'Việt – Lào quận B');
  await t.accessible(page, 'the page of an organisation with forerunners');
  await t.shot(page, 'network-lineage');

  await t.goto(page, '/figures/I17?org=qb-moi&period=2023');
  t.contains('as then there was none', await page.textContent('h1'), '0');
  await page.click('a[href*="units=now"]');
  await page.waitForURL(/units=now/);
  t.contains('as now there is one', await page.textContent('h1'), '1 đoàn');
  await t.accessible(page, 'a figure as now');

  await t.goto(page, batch);
  await page.locator('main details summary', {hasText: 'Hoàn tác cả lần làm'}).click();
  await page.click('form[action="/changes/undo"] button[type=submit]');
  await page.waitForURL(/done=undone/);
  await t.goto(page, lao);
  t.check('the association lives again', !(await page.textContent('main')).includes('Hợp nhất vào'));

  t.equal('the figure forgets the merger of two', await acts(page, t), merged - 2);

  await t.looks('/network?period=2025', 'network-changes', {few: true});
  await t.looks(`${lao}/act?kind=split`, 'network-split', {few: true});
}

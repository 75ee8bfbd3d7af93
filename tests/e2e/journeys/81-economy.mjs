// Economic diplomacy: after a forum somebody enters who met whom, the lead goes on to a contract, the figure opens to it.
export const name = 'A business lead goes from a forum to a contract';

const move = async (page, what, fields = {}) => {
  await page.click(`#flow details:has(input[name=move][value=${what}]) > summary`);
  for (const [field, value] of Object.entries(fields)) await page.fill(`[name="${what}.${field}"]`, value);
  await Promise.all([page.waitForURL(/done=verb/), page.click(`#flow form:has(input[name=move][value=${what}]) button[type=submit]`)]);
};

export async function run(t) {
  t.expectTrouble(/422/);
  const page = await t.open();
  await t.signIn(page);

  // ---- a forum that was held ----
  await t.goto(page, '/activities/new?kind=business_forum&status=done');
  await page.fill('#f-title', 'Gặp gỡ doanh nghiệp Cần Thơ - Ấn Độ');
  await page.fill('#f-from_date', '14/10/2025');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/activities\/\d+/);

  // ---- who met whom ----
  await t.goto(page, '/business-leads/board');
  await page.locator('#forums li', {hasText: 'Cần Thơ - Ấn Độ'}).locator('a[href*="/business-leads/new?activity="]').click();
  await page.waitForSelector('#f-vn_company');
  await page.fill('#f-title', 'Chế biến sâu cá tra');
  await page.fill('#f-vn_company', 'Công ty thủy sản thử nghiệm');
  await page.fill('#f-foreign_company', 'Nhà chế biến Chennai');
  await page.fill('[data-field=country] input', 'Ấn Độ').catch(() => {});
  await page.locator('[data-field=country] [role=option]').first().click({timeout: 3000}).catch(() => page.selectOption('#f-country', 'IN'));
  await page.fill('#f-date', '14/10/2025');
  await page.fill('#f-next_step', 'Gửi báo giá');
  await page.fill('#f-next_due', '30/10/2025');
  await page.fill('#f-value', 'hơn 300.000 USD');
  await t.accessible(page, 'the form of a lead');
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/\/business-leads\/\d+/);
  const path = new URL(page.url()).pathname;

  // ---- the board tells the state and what is late ----
  await t.goto(page, '/business-leads/board');
  const row = page.locator('#leads tr', {hasText: 'Chế biến sâu cá tra'});
  t.contains('the qualifier of the value is kept', await row.textContent(), 'trên 300.000');
  t.contains('a late next step is said', await row.textContent(), 'quá hạn');
  t.contains('the forum tells its leads', await page.locator('#forums li', {hasText: 'Cần Thơ - Ấn Độ'}).textContent(), '1 kết nối');
  await t.accessible(page, 'the board of leads');
  await t.guide(page, 'economy-board');
  await t.shot(page, 'economy-board');

  // ---- on to the contract ----
  await t.goto(page, path);
  await move(page, 'contract', {concluded_on: '20/11/2025'});
  t.contains('it is a contract now', await page.textContent('main'), 'Đã ký hợp đồng');
  await t.shot(page, 'economy-lead');
  await t.goto(page, '/figures/I69?org=ct&period=2025');
  t.contains('the figure of results opens to it', await page.textContent('main'), 'Chế biến sâu cá tra');
  await t.goto(page, '/figures/I68?org=ct&period=2025');
  t.contains('the figure of forums opens to the forum', await page.textContent('main'), 'Cần Thơ - Ấn Độ');
  await t.looks('/business-leads/board', 'economy-board', {few: true});
}

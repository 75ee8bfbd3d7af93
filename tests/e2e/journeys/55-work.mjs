// What a vice chair said at the conference of 29 June 2022 becomes tasks, is done by an association and reported back.
import {act} from '../steps.mjs';

export const name = 'A directive becomes tasks and is reported back';

export async function run(t) {
  const page = await t.open();
  await t.signIn(page);
  await t.goto(page, '/meetings?q=so+ket+2022');
  await page.locator('a', {hasText: 'Hội nghị sơ kết 6 tháng đầu năm, triển khai'}).first().click();
  await page.waitForURL(/\/meetings\/\d+/);
  await page.click('#directives summary');
  await page.fill('#directives [name=text]', '- Hỗ trợ các hội kịp thời hơn\n- Cân đối đoàn vào và đoàn ra');
  await page.fill('#directives [name=issuer]', 'Phó Chủ tịch UBND thành phố');
  await page.fill('#directives [name=due]', '15/12/2022');
  await page.locator('#directives form button.btn-primary').click();
  await page.waitForURL(/done=verb/);
  t.contains('each line is a directive', await page.textContent('#directives'), 'Cân đối đoàn vào và đoàn ra');
  t.contains('the other one too', await page.textContent('#directives'), 'Hỗ trợ các hội kịp thời hơn');
  await page.goto(page.url().split(/[?#]/)[0]);
  await t.accessible(page, 'a meeting with its directives');
  await t.shot(page, 'work-meeting');

  await page.locator('#directives a', {hasText: 'Cân đối đoàn vào và đoàn ra'}).first().click();
  await page.waitForURL(/\/directives\/\d+/);
  const directive = page.url().split('?')[0];
  await page.click('#tasks summary');
  await page.fill('#tasks [name=title]', 'Đề xuất ba đoàn ra năm 2023');
  const lead = page.locator('#tasks [data-field=lead] input[role=combobox], #tasks [data-field=lead] input[type=text]').first();
  await lead.fill('viet nam han quoc');
  await page.locator('#tasks [data-field=lead] [role=option]').first().click();
  await page.fill('#tasks [name=owner]', 'Nguyễn Kim Anh');
  await page.fill('#tasks [name=due]', '30/09/2022');
  await page.locator('#tasks form button.btn-primary').click();
  await page.waitForURL(/done=verb/);
  t.contains('the task stands under the directive', await page.textContent('#tasks'), 'Đề xuất ba đoàn ra năm 2023');
  await page.goto(directive);
  await t.accessible(page, 'a directive with its tasks');
  await t.shot(page, 'work-directive');

  const officer = await t.open();
  await t.signIn(officer, 'anh');
  await t.goto(officer, '/my-day');
  t.contains('the officer sees it on the day page', await officer.textContent('main'), 'Đề xuất ba đoàn ra năm 2023');
  await officer.locator('a', {hasText: 'Đề xuất ba đoàn ra năm 2023'}).first().click();
  await officer.waitForURL(/\/tasks\/\d+/);
  await act(officer, 'submit', {result: 'Đã gửi đề xuất ba đoàn ra'});

  await page.goto(officer.url().split('?')[0]);
  await act(page, 'accept_result');
  await page.goto(directive);
  t.contains('all tasks are done', await page.textContent('#tasks'), 'Mọi việc đã xong');
  await act(page, 'report_back', {response: 'Ba đoàn ra đã vào kế hoạch năm 2023'});
  t.contains('it is reported back', await page.textContent('main'), 'đã báo cáo lại');
  await t.looks('/my-day', 'work-my-day', {few: true});
}

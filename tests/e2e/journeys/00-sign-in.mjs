// The sign-in page opens in every size, theme and language, refuses a wrong pass-phrase kindly and lets a person in.
export const name = 'A person signs in';

export async function run(t) {
  await t.looks('/sign-in', 'sign-in', {signedIn: false});

  const page = await t.open();
  const response = await t.goto(page, '/');
  t.check('without signing in the overview leads to the sign-in page', page.url().includes('/sign-in'), page.url());
  t.equal('the sign-in page answers', response.status(), 200);

  t.expectTrouble(/422|401|403/);
  await page.fill('input[name="login"]', 'thu');
  await page.fill('input[name="password"]', 'not the pass-phrase');
  await page.click('form[action="/sign-in"] button[type="submit"]');
  await page.waitForSelector('[role="alert"]');
  t.equal('the name typed is kept', await page.inputValue('input[name="login"]'), 'thu');
  t.equal('the pass-phrase is not sent back', await page.inputValue('input[name="password"]'), '');

  await t.signIn(page);
  t.check('the overview opens', (await page.locator('h1').count()) === 1);
}

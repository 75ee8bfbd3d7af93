// A person adds a passkey, signs in with it, proves with it who it is, and takes it away; with the browser's virtual authenticator.
export const name = 'A passkey';

export async function run(t) {
  t.expectTrouble(/40[34]|422/);
  t.url = t.url.replace('127.0.0.1', 'localhost');  // passkeys belong to a name, not to a number
  const page = await t.open();
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true},
  });
  const {passphrase} = t.office.account('anh');
  await t.goto(page, '/sign-in');
  await page.fill('input[name="login"]', 'anh');
  await page.fill('input[name="password"]', passphrase);
  await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.click('form[action="/sign-in"] button[type="submit"]')]);

  await t.goto(page, '/account');
  await page.click('a[href="/account/passkeys/new"]');
  await t.accessible(page, 'the page that makes a passkey');
  await page.fill('input[name="name"]', 'Máy tính của Anh');
  await Promise.all([page.waitForURL('**/account**'), page.click('form[data-passkey] button[type="submit"]')]);
  t.contains('the passkey is on the account page', await page.innerText('#passkeys'), 'Máy tính của Anh');
  await t.accessible(page, 'the account with a passkey');
  await t.goto(page, '/account/passkeys/new');
  await page.fill('input[name="name"]', 'Lần nữa');
  await page.click('form[data-passkey] button[type="submit"]');
  await page.waitForSelector('[data-passkey-trouble]:not([hidden])');
  t.check('a device holds one passkey of a person', true);

  await page.context().clearCookies();
  await t.goto(page, '/sign-in');
  await page.click('a[href^="/sign-in/passkey"]');
  await t.accessible(page, 'the page that uses a passkey');
  await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.click('form[data-passkey] button[type="submit"]')]);
  t.equal('the passkey lets in', (await t.goto(page, '/delegations')).status(), 200);

  await t.goto(page, '/prove/passkey?back=%2Faccount%2Fsecond-step');
  await Promise.all([page.waitForURL('**/account/second-step'), page.click('form[data-passkey] button[type="submit"]')]);
  t.equal('the passkey is a proof', await page.locator('.totp-key').count(), 1);

  await t.goto(page, '/account');
  await Promise.all([page.waitForNavigation(), page.click('form[action="/account/passkeys/end"] button')]);
  t.equal('the passkey is gone', await page.locator('form[action="/account/passkeys/end"]').count(), 0);
  await page.context().clearCookies();
  await t.goto(page, '/sign-in/passkey');
  await page.click('form[data-passkey] button[type="submit"]');
  await page.waitForSelector('.err[role="alert"]:not([hidden])');
  t.equal('a passkey that was taken away lets nobody in', new URL((await t.goto(page, '/delegations')).url()).pathname, '/sign-in');
}

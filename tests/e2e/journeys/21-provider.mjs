// An administrator of everything sets up a sign-in provider; a known person signs in with it; strangers, other browsers and
// forged returns are refused; an account is connected and disconnected on its page.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {startProvider} from '../provider.mjs';
import {binary} from '../server.mjs';

export const name = 'Signing in with a provider';

const phrase = 'mưa rơi trên mái ngói xanh';

async function signInByHand(t, page, login) {
  await t.goto(page, '/sign-in');
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', phrase);
  await Promise.all([page.waitForURL((url) => url.pathname === '/'), page.click('form[action="/sign-in"] button[type="submit"]')]);
}

/** Clicks through the pages of the provider. */
async function passProvider(page, login) {
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', 'any');
  await page.click('button[type="submit"]');
  await page.click('button[type="submit"]');  // consent
}

export async function run(t) {
  t.expectTrouble(/40[0349]|422|503|favicon|ERR_NAME_NOT_RESOLVED/);  // the provider's own pages ask for a font elsewhere
  const folder = path.dirname(t.server.database);
  const secret = 'mot-khoa-bi-mat-cho-may-thu';
  fs.writeFileSync(path.join(folder, 'oidc-secret'), secret + '\n', {mode: 0o600});
  const added = spawnSync(binary, ['user', 'add', 'moi.don.vi', '--name', 'Quản trị mọi đơn vị', '--org', 'ct', '--role', 'administrator', '--reach', 'all', '--database', t.server.database],
      {input: phrase + '\n', encoding: 'utf8', cwd: folder, env: {...process.env, NHIPCAU_DATA: folder}});
  t.equal('an administrator of everything is added', added.status, 0);
  const provider = await startProvider({client: 'nhipcau', secret, callback: t.url + '/sign-in/oidc/done', emails: {anh: 'kim.anh@example.org', quan: 'quan@example.org', unverified: 'bao@example.org'}});
  try {
    const admin = await t.open();
    await signInByHand(t, admin, 'moi.don.vi');
    await t.goto(admin, '/settings/mail');
    await t.accessible(admin, 'the page of mail');
    await admin.fill('input[name="base_url"]', t.url);
    await Promise.all([admin.waitForURL('**/settings/mail?done=saved'), admin.click('form[action="/settings/mail"] button[type="submit"]')]);

    await t.goto(admin, '/settings/sign-in');
    await t.accessible(admin, 'the page of the provider');
    await admin.fill('input[name="issuer"]', 'http://127.0.0.1:1');
    await admin.fill('input[name="client"]', 'nhipcau');
    await admin.fill('input[name="label"]', 'tài khoản thử');
    await admin.click('form[action="/settings/sign-in"] button[type="submit"]');
    t.contains('a provider that is not there is said in words', await admin.innerText('main'), 'Không hỏi được');
    await admin.fill('input[name="issuer"]', provider.issuer);
    await Promise.all([admin.waitForURL('**/settings/sign-in?done=saved'), admin.click('form[action="/settings/sign-in"] button[type="submit"]')]);
    t.check('the secret is on no page', !(await admin.content()).includes(secret));

    await t.goto(admin, '/people');
    await admin.click('text=Nguyễn Kim Anh');
    await admin.fill('input[name="email"]', 'kim.anh@example.org');
    await Promise.all([admin.waitForNavigation(), admin.click('form.stack-16 button[type="submit"]')]);

    const anh = await t.open();
    await t.goto(anh, '/sign-in');
    await t.accessible(anh, 'the sign-in page with a provider');
    await anh.click('a[href^="/sign-in/oidc"]');
    await passProvider(anh, 'anh');
    await anh.waitForURL((url) => url.href === t.url + '/');
    await t.goto(anh, '/account');
    t.contains('the person whose address it is', await anh.innerText('main'), 'Nguyễn Kim Anh');
    t.contains('is connected from now on', await anh.innerText('#provider'), 'Đang nối với');
    await t.goto(anh, '/account/second-step');
    t.contains('what is dangerous asks for a proof: the provider gave none just now', await anh.innerText('main'), 'Nhập lại cụm mật khẩu');
    await anh.click('a[href^="/prove/oidc"]');
    await passProvider(anh, 'anh').catch(() => {});
    await anh.waitForURL((url) => url.pathname === '/account/second-step');
    t.equal('the provider confirmed it', await anh.locator('.totp-key').count(), 1);

    for (const login of ['ai.do', 'unverified', 'quan']) {
      const stranger = await t.open();
      await t.goto(stranger, '/sign-in');
      await stranger.click('a[href^="/sign-in/oidc"]');
      await passProvider(stranger, login);
      await stranger.waitForURL('**/sign-in/oidc/done**');
      t.contains(`${login} is not let in`, await stranger.innerText('body'), 'Chưa đăng nhập được');
      t.equal(`${login} sees nothing`, new URL((await t.goto(stranger, '/delegations')).url()).pathname, '/sign-in');
      await stranger.context().close();
    }

    const forged = await t.open();
    await t.goto(forged, '/sign-in');
    await forged.click('a[href^="/sign-in/oidc"]');
    const sent = new URL(forged.url());
    t.check('the browser is at the provider', sent.href.startsWith(provider.issuer), sent.href);
    t.equal('a return with another state is refused', (await t.goto(forged, '/sign-in/oidc/done?code=abc&state=wrong')).status(), 403);

    // A return that was caught on the way is worth nothing in another browser.
    const victim = await t.open();
    await t.goto(victim, '/sign-in');
    await victim.click('a[href^="/sign-in/oidc"]');
    let caught = '';
    victim.on('request', (request) => {
      if (request.url().includes('/sign-in/oidc/done?')) caught = request.url();
    });
    await passProvider(victim, 'anh');
    for (let i = 0; i < 100 && caught === ''; ++i) await victim.waitForTimeout(50);
    t.check('the return was caught', caught.includes('code='), caught);
    const thief = await t.open();
    t.equal('in another browser it is refused', (await t.goto(thief, new URL(caught).pathname + new URL(caught).search)).status(), 403);

    await t.goto(admin, '/account');
    await admin.click('a[href="/account/provider"]');
    await passProvider(admin, 'quan');
    await admin.waitForURL('**/account**');
    t.contains('an administrator connects on the account page', await admin.innerText('#provider'), 'Đang nối với');
    await Promise.all([admin.waitForNavigation(), admin.click('form[action="/account/provider/off"] button')]);
    t.contains('and disconnects', await admin.innerText('#provider'), 'Nối với');
  } finally {
    await provider.stop();
  }
}

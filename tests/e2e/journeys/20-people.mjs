// An officer of an association sees its own work only; an administrator invites a person, who sets a pass-phrase and a second
// step; the administrator sees the site as an officer does.
import {createHmac} from 'node:crypto';

export const name = 'People and what they may do';

/** The six digits of an authenticator for a secret in base32. */
function totp(secret, step) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, '0');
}

export async function run(t) {
  t.expectTrouble(/40[34]|422/);

  const officer = await t.open();
  await t.signIn(officer, 'anh');
  await t.goto(officer, '/delegations?format=json');
  const orgs = await officer.evaluate(() => [...new Set(JSON.parse(document.body.innerText).map((one) => JSON.stringify(one.org)))]);
  t.equal('the officer of one association sees delegations of one organisation', orgs.length, 1);
  const people = await t.goto(officer, '/people');
  t.equal('people are not an officer\'s business', people.status(), 403);
  await officer.context().close();

  const admin = await t.open();
  await t.signIn(admin, 'quan');
  await t.goto(admin, '/people');
  t.contains('the list of people names the sample officer', await admin.innerText('main'), 'Nguyễn Kim Anh');
  await t.accessible(admin, 'the list of people');
  await t.goto(admin, '/people/new');
  await admin.fill('input[name="login"]', 'nguoi.moi');
  await admin.fill('input[name="name"]', 'Người Mới');
  await admin.selectOption('select[name="role"]', 'association_officer');
  await admin.selectOption('select[name="org"]', 'ct-kr');
  await t.accessible(admin, 'the invitation form');
  await admin.click('form[action="/people"] button[type="submit"]');
  const link = await admin.innerText('#invitation');

  const guest = await t.open();
  await t.goto(guest, new URL(link).pathname + new URL(link).search);
  await t.accessible(guest, 'the invitation');
  await guest.fill('input[name="password"]', 'mưa rơi trên mái ngói xanh');
  await guest.fill('input[name="password_again"]', 'mưa rơi trên mái ngói xanh');
  await Promise.all([guest.waitForURL('**/account'), guest.click('form[action="/invitation"] button[type="submit"]')]);
  await t.accessible(guest, 'the account');
  await t.goto(guest, '/account/second-step');
  await t.accessible(guest, 'the picture of the second step');
  const secret = await guest.innerText('.totp-key');
  await guest.fill('input[name="code"]', totp(secret, Math.floor(Date.now() / 30000) - 1));
  await guest.click('form[action="/account/second-step"] button[type="submit"]');
  await guest.waitForSelector('.codes li');
  const recovery = await guest.locator('.codes code').first().innerText();
  await guest.context().close();

  const back = await t.open();
  await t.goto(back, '/sign-in');
  await back.fill('input[name="login"]', 'nguoi.moi');
  await back.fill('input[name="password"]', 'mưa rơi trên mái ngói xanh');
  await Promise.all([back.waitForURL('**/sign-in/code**'), back.click('form[action="/sign-in"] button[type="submit"]')]);
  await t.accessible(back, 'the page of the code');
  await back.fill('input[name="code"]', recovery);
  await Promise.all([back.waitForURL((url) => url.pathname === '/'), back.click('form[action="/sign-in/code"] button[type="submit"]')]);
  t.equal('the new person is in', await back.locator('h1').count(), 1);
  await back.context().close();

  await t.goto(admin, '/see-as');
  await admin.selectOption('select[name="role"]', 'association_officer');
  await admin.selectOption('select[name="org"]', 'ct-kr');
  await Promise.all([admin.waitForURL((url) => url.pathname === '/'), admin.click('main form[action="/see-as"] button[type="submit"]')]);
  t.contains('the page says as whom it is seen', await admin.innerText('body'), 'Đang xem thử');
  await t.accessible(admin, 'the overview seen as an officer');
  await Promise.all([admin.waitForURL((url) => url.pathname === '/'), admin.click('form[action="/see-as/end"] button')]);
  t.equal('people open again', (await t.goto(admin, '/people')).status(), 200);
}

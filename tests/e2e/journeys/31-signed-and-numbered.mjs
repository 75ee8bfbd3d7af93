// From an association's visit to a signed, numbered report: entered and sent by the association's officer, returned and accepted by the specialist,
// approved and sealed by the chair, numbered by the clerk, read through by the auditor. Everybody else's buttons are missing, and their addresses refuse.
import {spawnSync} from 'node:child_process';
import path from 'node:path';

import {root} from '../server.mjs';
import {openMove as open, press} from '../steps.mjs';

export const name = 'A visit becomes a sealed and numbered report through five people';

const phrase = 'cau dai muoi hai nhip qua song hau';
const binary = path.resolve(root, process.env.NHIPCAU_BINARY ?? 'build/nhipcau');

function addPerson(t, login, fullName, role, org) {
  const made = spawnSync(binary, ['user', 'add', login, '--name', fullName, '--org', org, '--role', role, '--database', t.server.database],
      {encoding: 'utf8', input: phrase + '\n', env: {...process.env, NHIPCAU_DATA: path.dirname(t.server.database)}});
  if (made.status !== 0) throw new Error(`user add ${login}: ${made.stderr}`);
}

async function pageOf(t, login) {
  const page = await t.open();
  await t.goto(page, '/sign-in');
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', phrase);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/sign-in'), page.click('form[action="/sign-in"] button[type="submit"]')]);
  return page;
}

/** What the server answers to a form that the page does not offer. */
async function posts(page, address, form) {
  return page.evaluate(async ({address, form}) => {
    const csrf = document.querySelector('input[name=csrf]')?.value ?? '';
    const answer = await fetch(address, {method: 'POST', body: new URLSearchParams({...form, csrf}), redirect: 'manual'});
    return answer.type === 'opaqueredirect' ? 303 : answer.status;
  }, {address, form});
}

export async function run(t) {
  t.expectTrouble(/40[349]|422/);
  addPerson(t, 'hoi.hanquoc', 'Nguyễn Hội Hàn', 'association_officer', 'ct-kr');
  addPerson(t, 'chuyen.vien', 'Trần Chuyên Viên', 'union_specialist', 'ct');
  addPerson(t, 'chu.tich.ct', 'Lê Chủ Tịch', 'chair', 'ct');
  addPerson(t, 'van.thu.ct', 'Phạm Văn Thư', 'clerk', 'ct');
  addPerson(t, 'kiem.tra.ct', 'Võ Kiểm Tra', 'auditor', 'ct');
  const [officer, specialist, chair, clerk, auditor] =
      [await pageOf(t, 'hoi.hanquoc'), await pageOf(t, 'chuyen.vien'), await pageOf(t, 'chu.tich.ct'), await pageOf(t, 'van.thu.ct'), await pageOf(t, 'kiem.tra.ct')];

  // The association enters and sends its own work, and nothing of others.
  await t.goto(officer, '/delegations/new');
  await officer.fill('#f-title', 'Đoàn Hội hữu nghị Daegu');
  await officer.click('[data-field=countries] summary');
  await officer.check('[data-field=countries] input[value=KR]');
  await officer.fill('#f-from_date', '10/03/2031');
  await officer.selectOption('#f-status', 'proposed');
  await officer.click('form.form button.btn-primary');
  await officer.waitForURL(/\/delegations\/\d+/);
  const visit = new URL(officer.url()).pathname;
  await press(officer, 'submit');
  await officer.waitForURL(/done=verb/);
  await t.goto(chair, '/delegations?period=2022');
  const foreign = await chair.locator('main table tbody tr a[href^="/delegations/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  let hidden = 0;
  for (const address of [...new Set(foreign.map((href) => href.split('?')[0]))].slice(0, 8)) {
    const answer = await t.goto(officer, address);
    if (answer.status() === 404) ++hidden;
  }
  t.check('work of other organisations is not there for the association', hidden > 0, `${foreign.length} records, ${hidden} hidden`);
  await t.goto(officer, visit);
  t.equal('the association does not accept its own work', await officer.locator('#flow input[value=accept]').count(), 0);
  t.equal('nor by its address', await posts(officer, visit + '/move', {move: 'accept', version: '2'}), 403);

  // The specialist returns it, then accepts it.
  await t.goto(specialist, visit);
  await open(specialist, 'return');
  await specialist.fill('#flow textarea[name="return.reason"]', 'Thiếu trưởng đoàn');
  await press(specialist, 'return');
  await specialist.waitForURL(/done=verb/);
  await t.goto(officer, '/notices');
  t.contains('the association is told why', await officer.textContent('main'), 'Thiếu trưởng đoàn');
  await t.goto(officer, visit + '/edit');
  await officer.fill('#f-head', 'Ông Park Min-jun');
  await officer.click('form.form button.btn-primary');
  await officer.waitForURL(/done=saved/);
  await press(officer, 'submit');
  await officer.waitForURL(/done=verb/);
  await t.goto(specialist, visit);
  await press(specialist, 'accept');
  await specialist.waitForURL(/done=verb/);

  // The chair approves.
  await t.goto(chair, visit);
  await open(chair, 'approve');
  await chair.fill('#flow input[name="approve.decision_no"]', '31/QĐ-LHHN');
  await chair.fill('#flow input[name="approve.decision_date"]', '02/03/2025');
  await press(chair, 'approve');
  await chair.waitForURL(/done=verb/);

  // The specialist writes the report and submits it; sealing is not offered.
  await t.goto(specialist, '/reports/new?kind=half_year&org=ct&period=2022-H1');
  await specialist.click('form[action="/reports"] button.btn-primary');
  await specialist.waitForURL(/\/reports\/\d+/);
  const report = new URL(specialist.url()).pathname;
  await t.goto(specialist, report + '?e=evaluation.causes');
  await specialist.fill('textarea[id="x-evaluation.causes"]', 'Việc đi lại quốc tế mới nối lại.');
  await specialist.click('form:has(textarea[id="x-evaluation.causes"]) button[value=save]');
  await specialist.waitForURL(/done=block/);
  await specialist.click(`form[action="${report}/submit"] button`);
  await specialist.waitForURL(/done=submitted/);
  t.equal('who writes does not seal', await specialist.locator(`form[action="${report}/seal"]`).count(), 0);
  t.equal('nor by its address', await posts(specialist, report + '/seal', {version: '3'}), 403);
  await t.goto(clerk, report);
  t.equal('no number before the seal', await clerk.locator(`form[action="${report}/number"]`).count(), 0);

  // The chair seals, the clerk numbers.
  await t.goto(chair, '/work');
  t.contains('the report waits for the chair', await chair.textContent('main'), 'Báo cáo');
  await t.goto(chair, report);
  await chair.click(`form[action="${report}/seal"] button`);
  await chair.waitForURL(/done=sealed/);
  t.equal('the chair does not number', await chair.locator(`form[action="${report}/number"]`).count(), 0);
  await t.goto(clerk, '/work');
  t.contains('the sealed report waits for the clerk', await clerk.textContent('main'), 'Báo cáo');
  await t.goto(clerk, report);
  await clerk.click(`details:has(form[action="${report}/number"]) > summary`);
  t.contains('the next number is shown', await clerk.textContent('.wb-bar'), '01/BC-LHHN');
  await t.accessible(clerk, 'a sealed report with the clerk');
  await clerk.click(`form[action="${report}/number"] button[type=submit]`);
  await clerk.waitForURL(/done=numbered/);
  t.contains('the paper carries its number', await clerk.textContent('.wb-desk'), '01/BC-LHHN');
  await t.shot(clerk, 'numbered-report');
  await t.goto(clerk, '/outgoing');
  t.contains('it stands in the book', await clerk.textContent('main table'), '01/BC-LHHN');
  await t.accessible(clerk, 'the book of outgoing papers');
  await t.fits(clerk, 'the book of outgoing papers');
  await t.goto(clerk, '/outgoing/series');
  t.contains('the series is known', await clerk.textContent('main table'), '01');
  await t.accessible(clerk, 'the series of numbers');

  // The auditor reads the whole trail and can change nothing.
  await t.goto(auditor, visit + '/history');
  const trail = await auditor.textContent('main');
  for (const who of ['Nguyễn Hội Hàn', 'Trần Chuyên Viên', 'Lê Chủ Tịch']) t.contains(`${who} is in the trail of the visit`, trail, who);
  t.contains('with the reason of the return', trail, 'Thiếu trưởng đoàn');
  await t.goto(auditor, report + '/history');
  const signed = await auditor.textContent('main');
  for (const who of ['Trần Chuyên Viên', 'Lê Chủ Tịch', 'Phạm Văn Thư']) t.contains(`${who} is in the trail of the report`, signed, who);
  await t.goto(auditor, report);
  t.equal('the auditor changes nothing', await posts(auditor, report + '/number', {version: '5'}), 403);
  t.equal('nor the visit', await posts(auditor, visit + '/move', {move: 'approve', version: '6'}), 403);
  await t.goto(auditor, '/privacy');
  t.contains('the list of processing is open to the auditor', await auditor.textContent('main table'), 'Đối tác');
  await t.accessible(auditor, 'the list of processing');
  await t.fits(auditor, 'the list of processing');
}

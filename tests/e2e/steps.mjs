// Steps that many journeys take: forms saved, states moved on, choices made, days of the office.

/** Saves the form of a new record and waits for its page. */
export async function save(page) {
  await page.click('form.form button.btn-primary');
  await page.waitForURL(/done=created/);
}

// ---- the block of states on the page of a record ----

/** Presses the button that moves the record on; a button that asks for something is opened first (openMove). */
export const press = (page, move) => page.click(`#flow form:has(input[name=move][value=${move}]) button[type=submit]`);
export const openMove = (page, move) => page.click(`#flow details:has(input[name=move][value=${move}]) > summary`);

/** Moves the record on and waits until it was. */
export async function done(page, move) {
  await Promise.all([page.waitForURL(/done=verb/), press(page, move)]);
}

/** The same wherever the button stands, opened if it must be, with what it asks for: {owner: 'Phạm Minh Thư'}. */
export async function act(page, button, fields = {}) {
  const form = page.locator('form[action$="/move"]', {has: page.locator(`button[value="${button}"], input[value="${button}"]`)}).first();
  const opener = form.locator('xpath=ancestor::details[1]/summary');
  if (await opener.count()) await opener.click();
  for (const [name, value] of Object.entries(fields)) {
    const box = form.locator(`[name="${button}.${name}"]`);
    if (await box.evaluate((e) => e.tagName === 'SELECT')) await box.selectOption(value);
    else await box.fill(value);
  }
  await form.locator('button[type=submit], button:not([type])').last().click();
  await page.waitForURL(/done=verb/);
}

/** Types into a box that links to another record and takes the first that is offered. */
export async function choose(page, field, words) {
  const box = page.locator(`[data-field="${field}"] input[type=text], [data-field="${field}"] input[role=combobox]`).first();
  await box.fill(words);
  await page.locator(`[data-field="${field}"] [role=option]`).first().click();
}

// ---- days ----

/** dd/mm/yyyy where the office is: after 17:00 UTC it is tomorrow there. */
export const officeDay = (date) => new Intl.DateTimeFormat('en-GB', {timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric'}).format(date);

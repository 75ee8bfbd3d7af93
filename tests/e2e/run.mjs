// Runs the browser journeys of tests/e2e/journeys (all, or those named): each with its own server and sample office.
// Prints one line a journey, what failed, and "N passed, N failed" at the end.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

import {Journey} from './journey.mjs';
import {root, SampleOffice, startServer} from './server.mjs';

const executablePath = [process.env.NHIPCAU_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => file && fs.existsSync(file));

function launch() {
  if (!executablePath) throw new Error('Chromium is missing: scripts/setup.sh test installs it, or name one in NHIPCAU_CHROMIUM');
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({executablePath, args, headless: true});
}

async function journeys(wanted) {
  const folder = path.join(root, 'tests/e2e/journeys');
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort();
  const chosen = files.filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)));
  return Promise.all(chosen.map(async (file) => ({file, ...await import(pathToFileURL(path.join(folder, file)))})));
}

const running = new Set();  // servers of the journeys under way
// One after the other unless told otherwise: on two cores two at a time are faster, but tests of keys and times grow sensitive.
const atOnce = Number(process.env.NHIPCAU_JOURNEYS_AT_ONCE ?? 1);

async function runOne({name, file, run, today}, browser, office) {
  const started = Date.now();
  const server = await startServer(office.copy(), today);
  running.add(server);
  const t = new Journey(name, browser, server, office);
  try {
    await run(t);
  } catch (problem) {
    t.failures.push(`stopped: ${String(problem.stack ?? problem).replace(/\x1b\[[0-9;]*m/g, '')}`);
    for (const context of t.contexts) {
      for (const page of context.pages()) await t.shot(page, `failed-${path.basename(file, '.mjs')}`).catch(() => {});
    }
  }
  await t.finish();
  running.delete(server);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${t.failures.length ? 'not ok' : 'ok'} - ${name} (${t.passed} checks, ${seconds} s)`);
  for (const failure of t.failures) console.log(`    FAILED ${failure}`);
  return t;
}

async function main() {
  let passed = 0;
  let failed = 0;
  let office;
  let browser;
  // Interrupted, it leaves no folder and no server behind.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      for (const server of running) server.kill();
      office?.remove();
      process.exit(130);
    });
  }
  try {
    const all = await journeys(process.argv.slice(2));
    if (all.length === 0) throw new Error('no journey has that name');
    office = new SampleOffice();
    browser = await launch();
    const waiting = [...all];
    const walk = async () => {
      for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
        const t = await runOne(journey, browser, office);
        passed += t.passed;
        failed += t.failures.length;
      }
    };
    await Promise.all(Array.from({length: Math.max(1, atOnce)}, walk));
  } catch (problem) {
    ++failed;
    console.log(`    FAILED ${problem.message}`);
  } finally {
    await browser?.close().catch(() => {});
    office?.remove();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

await main();

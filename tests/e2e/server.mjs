// Starts the program on a free port with its own copy of the sample office, and stops it.
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const binary = path.resolve(root, process.env.NHIPCAU_BINARY ?? 'build/nhipcau');

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The sample office, made once; journeys work on copies. */
export class SampleOffice {
  constructor() {
    if (!fs.existsSync(binary)) throw new Error(`${binary} is missing: build it first (./test or ./run --prepare)`);
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nhipcau-e2e-'));
    this.database = path.join(this.folder, 'sample.db');
    const made = spawnSync(binary, ['init', '--sample', '--database', this.database],
        {encoding: 'utf8', cwd: this.folder, env: {...process.env, NHIPCAU_DATA: this.folder}});
    if (made.status !== 0) throw new Error(`nhipcau init --sample failed:\n${made.stdout}${made.stderr}`);
    this.accounts = made.stdout;
    this.copies = 0;
  }

  /** A fresh copy: {database, folder}. */
  copy() {
    const folder = path.join(this.folder, `office-${++this.copies}`);
    fs.mkdirSync(folder);
    const database = path.join(folder, 'nhipcau.db');
    fs.copyFileSync(this.database, database);
    const evidence = path.join(this.folder, 'evidence');
    if (fs.existsSync(evidence)) fs.cpSync(evidence, path.join(folder, 'evidence'), {recursive: true});
    return {database, folder};
  }

  /** Name and pass-phrase of a sample account, as init printed them. */
  account(name) {
    const passphrase = new RegExp(`\\b${name} / (\\S+)`).exec(this.accounts)?.[1];
    if (!passphrase) throw new Error(`init did not print the account ${name}:\n${this.accounts}`);
    return {name, passphrase};
  }

  remove() {
    fs.rmSync(this.folder, {recursive: true, force: true});
  }
}

/**
 * Starts `nhipcau serve` on a port that the system chooses, so that two started at once never meet; resolves when it listens.
 * `today` (yyyy-mm-dd) sets its clock to that day.
 */
export async function startServer({database, folder}, today) {
  const log = [];
  const child = spawn(binary, ['serve', '--listen', '127.0.0.1:0', '--workers', '2', '--database', database],
      {cwd: folder, env: {...process.env, NHIPCAU_DATA: folder, NHIPCAU_OIDC_LOOPBACK: '1', ...(today ? {NHIPCAU_TODAY: today} : {})}, stdio: ['ignore', 'pipe', 'pipe']});
  child.stdout.on('data', (chunk) => log.push(chunk));
  child.stderr.on('data', (chunk) => log.push(chunk));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({code, signal})));
  const text = () => Buffer.concat(log).toString('utf8');

  let url;
  for (let tries = 0; !url; ++tries) {
    if (child.exitCode !== null) throw new Error(`the server stopped at once:\n${text()}`);
    if (tries > 600) throw new Error(`the server does not listen:\n${text()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(text())?.[0];
  }
  return {
    url,
    database,
    folder,
    log: text,
    kill: () => child.kill('SIGKILL'),
    /** Asks it to stop; resolves with its exit code, 0 for a graceful end. */
    async stop() {
      child.kill('SIGTERM');
      const late = new Promise((resolve) => setTimeout(() => resolve(null), 20000).unref());
      const end = await Promise.race([ended, late]);
      if (end === null) child.kill('SIGKILL');
      return end?.code ?? -1;
    },
  };
}

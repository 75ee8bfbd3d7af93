// Bundles styles, scripts, fonts, flags and icons from node_modules and assets/ into assets/dist, ready to be embedded.
//
//   assets/dist/files/**      the files, with .gz and .br beside those that shrink
//   assets/dist/manifest.tsv  name, content type, hash: what scripts/embed.py reads
//   assets/dist/icons.tsv     name, markup of the icons that the program names
//
// Does nothing when no input changed. `--force` builds all the same.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import {purge} from './bundle/purge.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const modules = path.join(root, 'node_modules');
const dist = path.join(root, 'assets/dist');
const read = (...parts) => fs.readFileSync(path.join(...parts));
const readText = (...parts) => read(...parts).toString('utf8');
const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

function filesBelow(folder, pattern) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .sort();
}

// ---- what the program names ----

/** String literals of the C++ sources: classes, icons and flags of our pages are in there. */
function sourceLiterals() {
  const literals = [];
  for (const file of filesBelow(path.join(root, 'src'), /\.(cpp|h)$/)) {
    if (file.endsWith('_test.cpp')) continue;
    const code = readText(file).replace(/^\s*\/\/.*$/gm, '');
    for (const [, literal] of code.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) literals.push(literal);
  }
  return literals;
}

function wordsOf(texts) {
  const words = new Set();
  for (const text of texts) for (const [word] of text.matchAll(/[A-Za-z_][\w-]*/g)) words.add(word);
  return words;
}

// ---- parts ----

const fontFamilies = [
  {family: 'Be Vietnam Pro', module: 'be-vietnam-pro', name: 'be-vietnam', weights: [400, 500, 600, 700], styles: ['normal'],
    subsets: ['vietnamese', 'latin-ext', 'latin']},
  {family: 'Tinos', module: 'tinos', name: 'tinos', weights: [400, 700], styles: ['normal', 'italic'], subsets: ['vietnamese', 'latin']},
];

function fontFace(family, weight, style, url, range) {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;` +
      `src:url(${url}) format("woff2");unicode-range:${range}}\n`;
}

/** Adds the font files and returns the @font-face rules that name them by hash. */
async function addFonts(files) {
  const {default: subset} = await import('subset-font');
  let css = '';
  const add = (name, bytes) => {
    files.set(name, bytes);
    return name.replace(/\.woff2$/, `.${shortHash(bytes)}.woff2`);
  };
  for (const {family, module, name, weights, styles, subsets} of fontFamilies) {
    const folder = path.join(modules, '@fontsource', module);
    const ranges = JSON.parse(readText(folder, 'unicode.json'));
    for (const subset of subsets) {
      for (const weight of weights) {
        for (const style of styles) {
          const bytes = read(folder, 'files', `${module}-${subset}-${weight}-${style}.woff2`);
          const suffix = style === 'normal' ? '' : '-' + style;
          css += fontFace(family, weight, style, add(`fonts/${name}-${subset}-${weight}${suffix}.woff2`, bytes), ranges[subset]);
        }
      }
    }
  }
  // Be Vietnam Pro has no tabular figures, so digits come from Inter: 3 KB a weight instead of 24.
  for (const weight of [400, 500, 600, 700]) {
    const whole = read(modules, '@fontsource/inter/files', `inter-latin-${weight}-normal.woff2`);
    const bytes = await subset(whole, '0123456789', {targetFormat: 'woff2'});
    css += fontFace('NC So', weight, 'normal', add(`fonts/digits-${weight}.woff2`, bytes), 'U+30-39');
  }
  return css;
}

async function styles(esbuild, fontCss, literals) {
  const minify = (css) => esbuild.transform(css, {loader: 'css', minify: true, legalComments: 'none'}).then((r) => r.code.trim());
  const ours = await minify(filesBelow(path.join(root, 'assets/css'), /\.css$/).map((file) => readText(file)).join('\n'));
  const scripts = filesBelow(path.join(root, 'assets/js'), /\.js$/).map((file) => readText(file));
  const words = wordsOf([...literals, ...scripts, 'htmx-request htmx-added htmx-settling htmx-swapping']);
  const tabler = purge(await minify(readText(modules, '@tabler/core/dist/css/tabler.min.css')), words, '--tblr-', ours);
  const sheet = [await minify(tabler), await minify(fontCss), ours].join('\n').replace('@charset "UTF-8";', '');
  return '/* Tabler (MIT), Nhịp Cầu (GPL-3.0-or-later); texts: licences.txt */\n' + sheet;
}

async function script(esbuild, entry) {
  const result = await esbuild.build({
    entryPoints: [path.join(root, 'assets/js', entry)], bundle: true, minify: true, write: false, format: 'iife',
    target: 'es2020', charset: 'utf8', legalComments: 'none', logLevel: 'warning',
  });
  return Buffer.from(result.outputFiles[0].contents);
}

function addFlags(files) {
  const folder = path.join(modules, '@tabler/core/dist/img/flags');
  for (const name of fs.readdirSync(folder)) {
    if (/^[a-z]{2}\.svg$/.test(name)) files.set('flags/' + name, read(folder, name));
  }
}

/** Pictures of our own keep their names. */
function addImages(files) {
  for (const file of filesBelow(path.join(root, 'assets/img'), /\.svg$/)) files.set(path.basename(file), read(file));
}

/** Markup inside <svg> of each icon named in assets/icons.txt or by a literal of the sources. */
function icons(literals) {
  const folder = path.join(modules, '@tabler/icons/icons/outline');
  const listed = readText(root, 'assets/icons.txt').split('\n').filter((line) => line && !line.startsWith('#'));
  const missing = listed.filter((name) => !fs.existsSync(path.join(folder, name + '.svg')));
  if (missing.length) throw new Error(`assets/icons.txt names icons that Tabler does not have: ${missing.join(', ')}`);
  const named = literals.filter((text) => /^[a-z][a-z0-9-]*$/.test(text) && fs.existsSync(path.join(folder, text + '.svg')));
  const rows = [...new Set([...listed, ...named])].sort().map((name) => {
    const markup = readText(folder, name + '.svg').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
        .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" \/>/, '').replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim();
    return `${name}\t${markup}\n`;
  });
  return rows.join('');
}

/** Licence texts of what is shipped to browsers. */
function licences() {
  const parts = ['@tabler/icons', 'htmx.org', 'echarts', 'zrender', '@fontsource/be-vietnam-pro', '@fontsource/inter', '@fontsource/tinos'];
  const text = (part) => {
    const folder = path.join(modules, part);
    const files = fs.readdirSync(folder, {withFileTypes: true})
        .filter((entry) => entry.isFile() && /^(licen[cs]e|notice)/i.test(entry.name)).map((entry) => entry.name).sort();
    const info = JSON.parse(readText(folder, 'package.json'));
    return [`==== ${part} ${info.version} (${info.license}) ====`, ...files.map((name) => readText(folder, name))].join('\n');
  };
  const tabler = JSON.parse(readText(modules, '@tabler/core/package.json'));
  return [`==== @tabler/core ${tabler.version} (${tabler.license}), the same words as @tabler/icons ====`, ...parts.map(text)].join('\n\n');
}

// ---- checks ----

/** Most bytes of each bundle. A page that grows past one should be looked at, not waved through. */
const budgets = {'app.css': 160_000, 'app.js': 100_000, 'chart.js': 600_000};

function checkBundles(files) {
  for (const [name, most] of Object.entries(budgets)) {
    const size = files.get(name).length;
    if (size > most) throw new Error(`${name} has ${size} bytes, more than its budget of ${most} (scripts/bundle.mjs)`);
  }
  const foreign = /url\((?!["']?(?:data:|fonts\/|#))[^)]*\)|@import[^;]*/.exec(files.get('app.css').toString());
  if (foreign) throw new Error(`app.css loads something that is not built in: ${foreign[0].slice(0, 120)}`);
}

// ---- writing ----

function compressed(bytes) {
  const gzip = zlib.gzipSync(bytes, {level: 9});
  const brotli = zlib.brotliCompressSync(bytes, {
    params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
  });
  const worthIt = (packed) => packed.length < bytes.length * 0.9;
  return [['.gz', gzip], ['.br', brotli]].filter(([, packed]) => worthIt(packed));
}

function writeFiles(files) {
  const folder = path.join(dist, 'files');
  fs.rmSync(folder, {recursive: true, force: true});
  const rows = [];
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const target = path.join(folder, name);
    const end = path.extname(name);
    fs.mkdirSync(path.dirname(target), {recursive: true});
    fs.writeFileSync(target, bytes);
    if (end !== '.woff2') for (const [suffix, packed] of compressed(bytes)) fs.writeFileSync(target + suffix, packed);
    rows.push(`${name}\t${contentTypes[end]}\t${shortHash(bytes)}\n`);
  }
  return rows.join('');
}

function writeIfChanged(name, text) {
  const target = path.join(dist, name);
  if (!fs.existsSync(target) || readText(target) !== text) fs.writeFileSync(target, text);
}

function inputHash(literals) {
  const hash = createHash('sha256');
  const inputs = ['package-lock.json', 'scripts/bundle.mjs', 'assets/icons.txt', 'assets/favicon.svg'].map((name) => path.join(root, name));
  inputs.push(...filesBelow(path.join(root, 'scripts/bundle'), /\.mjs$/), ...filesBelow(path.join(root, 'assets/css'), /\.css$/),
      ...filesBelow(path.join(root, 'assets/js'), /\.js$/), ...filesBelow(path.join(root, 'assets/img'), /\.svg$/));
  for (const file of inputs) hash.update(file).update('\0').update(read(file));
  hash.update([...wordsOf(literals)].sort().join(' '));
  return hash.digest('hex');
}

async function main() {
  const literals = sourceLiterals();
  const inputs = inputHash(literals);
  const stamp = path.join(dist, 'inputs.sha256');
  if (!process.argv.includes('--force') && fs.existsSync(stamp) && readText(stamp) === inputs) return;

  const esbuild = await import('esbuild');
  const files = new Map();
  const fontCss = await addFonts(files);
  files.set('app.css', Buffer.from(await styles(esbuild, fontCss, literals)));
  files.set('app.js', await script(esbuild, 'main.js'));
  files.set('chart.js', await script(esbuild, 'chart.js'));
  files.set('licences.txt', Buffer.from(licences()));
  files.set('favicon.svg', read(root, 'assets/favicon.svg'));
  addFlags(files);
  addImages(files);
  checkBundles(files);
  fs.mkdirSync(dist, {recursive: true});
  writeIfChanged('icons.tsv', icons(literals));
  writeIfChanged('manifest.tsv', writeFiles(files));
  fs.writeFileSync(stamp, inputs);
  for (const name of ['app.css', 'app.js', 'chart.js']) {
    const brotli = path.join(dist, 'files', name + '.br');
    console.log(`${name}: ${files.get(name).length} bytes, ${fs.statSync(brotli).size} with brotli`);
  }
}

main().catch((problem) => {
  console.error(`The front end could not be bundled: ${problem.message}\nCheck the file named above; packages are installed by: npm ci`);
  process.exit(1);
});

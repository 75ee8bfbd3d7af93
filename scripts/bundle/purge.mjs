// Keeps of a style sheet only what our pages can use: rules whose classes we name somewhere, and the variables those rules read.

/** Splits minified CSS into nodes: {prelude, body} for blocks (body: text of declarations or nodes), {statement} for `@import ...;`. */
export function parse(css) {
  const nodes = [];
  let at = 0;
  while (at < css.length) {
    const end = next(css, at, '{;');
    if (end === css.length) break;
    const prelude = css.slice(at, end).trim();
    if (css[end] === ';') {
      if (prelude) nodes.push({statement: prelude});
      at = end + 1;
      continue;
    }
    const close = matching(css, end);
    const inner = css.slice(end + 1, close);
    const nested = /^@(media|supports|layer|container)\b/.test(prelude);
    nodes.push({prelude, body: nested ? parse(inner) : inner});
    at = close + 1;
  }
  return nodes;
}

/** Index of the first of `stops` outside strings, comments and parentheses; css.length if there is none. */
function next(css, from, stops) {
  let depth = 0;
  for (let i = from; i < css.length; ++i) {
    const c = css[i];
    if (c === '\\') ++i;
    else if (c === '"' || c === "'") i = css.indexOf(c, i + 1);
    else if (c === '/' && css[i + 1] === '*') i = css.indexOf('*/', i) + 1;
    else if (c === '(') ++depth;
    else if (c === ')') --depth;
    else if (depth === 0 && stops.includes(c)) return i;
  }
  return css.length;
}

function matching(css, open) {
  let depth = 1;
  let at = open + 1;
  while (depth > 0) {
    at = next(css, at, '{}');
    if (at === css.length) throw new Error('unclosed block: ' + css.slice(open - 60, open + 60));
    depth += css[at] === '{' ? 1 : -1;
    ++at;
  }
  return at - 1;
}

function split(text, separator) {
  const parts = [];
  let at = 0;
  while (at <= text.length) {
    const end = next(text, at, separator);
    parts.push(text.slice(at, end).trim());
    at = end + 1;
  }
  return parts.filter(Boolean);
}

/** Can a page of ours match this selector? Alternatives inside :is() and friends are taken on trust. */
function reachable(selector, words) {
  const bare = selector.replace(/:(not|is|where|has)\((?:[^()]|\([^()]*\))*\)/g, '');
  for (const [, name] of bare.matchAll(/[.#]((?:[\w-]|\\.)+)/g)) {
    if (!words.has(name.replace(/\\/g, ''))) return false;
  }
  for (const [, name] of bare.matchAll(/\[(data-[\w-]+)/g)) if (!words.has(name)) return false;
  return true;
}

function keepRules(nodes, words) {
  const kept = [];
  for (const node of nodes) {
    if (node.statement || /^@(font-face|property|keyframes|page)/.test(node.prelude)) {
      kept.push(node);
    } else if (Array.isArray(node.body)) {
      const body = keepRules(node.body, words);
      if (body.length) kept.push({...node, body});
    } else {
      const selectors = split(node.prelude, ',').filter((selector) => reachable(selector, words));
      if (selectors.length) kept.push({prelude: selectors.join(','), body: node.body});
    }
  }
  return kept;
}

function print(nodes) {
  const text = (node) =>
    node.statement ? node.statement + ';' : `${node.prelude}{${Array.isArray(node.body) ? print(node.body) : node.body}}`;
  return nodes.map(text).join('');
}

function eachRule(nodes, visit) {
  for (const node of nodes) {
    if (Array.isArray(node.body)) eachRule(node.body, visit);
    else if (node.body !== undefined) visit(node);
  }
}

/** Drops `--prefix...` definitions that nothing reads, again and again until none is left to drop. */
function dropUnreadVariables(nodes, prefix, otherCss) {
  for (;;) {
    const read = new Set();
    for (const [, name] of (print(nodes) + otherCss).matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name);
    let dropped = 0;
    eachRule(nodes, (node) => {
      const kept = split(node.body, ';').filter((declaration) => {
        const name = declaration.slice(0, declaration.indexOf(':')).trim();
        const drop = name.startsWith(prefix) && !read.has(name);
        if (drop) ++dropped;
        return !drop;
      });
      node.body = kept.join(';');
    });
    if (!dropped) return;
  }
}

function dropUnusedKeyframes(nodes, otherCss) {
  const rest = print(nodes.filter((node) => !/^@keyframes/.test(node.prelude ?? ''))) + otherCss;
  return nodes.filter((node) => {
    const name = /^@keyframes\s+([\w-]+)/.exec(node.prelude ?? '')?.[1];
    return !name || new RegExp(`animation(-name)?:[^;}]*\\b${name}\\b`).test(rest);
  });
}

/** The part of `css` (minified) that pages made of `words` need; `otherCss` is ours and may read its variables. */
export function purge(css, words, variablePrefix, otherCss) {
  let nodes = keepRules(parse(css), words);
  nodes = dropUnusedKeyframes(nodes, otherCss);
  dropUnreadVariables(nodes, variablePrefix, otherCss);
  return print(nodes.filter((node) => node.body !== ''));
}

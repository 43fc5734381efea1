// SPDX-License-Identifier: MIT
// Random Markdown documents: tame ones such as people write, hostile ones such as nobody does.

/** Numbers from a seed: mulberry32. */
export class Random {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  below(limit) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
  of(list) {
    return list[this.below(list.length)];
  }
  chance(percent) {
    return this.below(100) < percent;
  }
}

const WORDS = ['budget', 'ask Alice', '`code`', '[link](x)', 'due:2026-12-01', '**bold**', '@dana',
  'Ask: time', '📅 2026-11-30', 'naïve', '1. not a list', 'a - b', '#tag', '<b>tag</b>', '[ ]', '\\[x]',
  '&amp;', 'x > y', 'see https://example.org', '(alice)', '--', '日本', '| cell'];
const TAME_BOXES = ['[ ] ', '[ ] ', '[x] ', '[X] ', '[ ]  ', '', '[] ', '[ ]', '[x](y) ', '[y] '];

const words = (random) =>
  Array.from({ length: 1 + random.below(4) }, () => random.of(WORDS)).join(' ');

function tameItem(random, indent, lines, depth) {
  const marker = random.of(['-', '-', '*', '+', '1.', '1)']);
  const inner = indent + ' '.repeat(marker.length + 1);
  const id = random.chance(40) ? ' ^k7m2q' : '';
  lines.push(`${indent}${marker} ${random.of(TAME_BOXES)}@dana ${words(random)}${id}`);
  if (random.chance(20)) lines.push(`${inner}wrapped ${words(random)}`);
  if (random.chance(10)) lines.push('', `${inner}a paragraph`);
  if (random.chance(10)) lines.push(`${inner}\`\`\``, `${inner}- [ ] code`, `${inner}\`\`\``);
  if (depth < 3 && random.chance(30)) {
    for (let n = 1 + random.below(2); n > 0; --n) tameItem(random, inner, lines, depth + 1);
  }
}

const tameBlocks = [
  (random, lines) => lines.push(`${'#'.repeat(1 + random.below(3))} ${random.of(['Topics', 'Actions', 'Notes'])}`),
  (random, lines) => lines.push(`Some words about ${words(random)}`, 'and a second line.'),
  (random, lines) => {
    for (let n = 1 + random.below(4); n > 0; --n) tameItem(random, '', lines, 0);
  },
  (random, lines) => {
    const quoted = [];
    for (let n = 1 + random.below(2); n > 0; --n) tameItem(random, '', quoted, 1);
    for (const line of quoted) lines.push(`> ${line}`.trimEnd());
  },
  (random, lines) => lines.push('```md', '- [ ] in a fence', '```'),
  (random, lines) => lines.push('<!-- a prompt', '- [ ] in a comment', '-->'),
  (random, lines) => lines.push('    - [ ] indented code'),
  (random, lines) => lines.push('| a | b |', '|---|---|', '| [ ] | x |'),
  (random, lines) => lines.push('<details>', '- [ ] in HTML', '</details>'),
  (random, lines) => lines.push('Title', random.of(['=====', '-----'])),
  (random, lines) => lines.push('***'),
];

/** A note as people write them: blocks with blank lines between. */
export function tameDocument(random) {
  const lines = [];
  for (let n = 1 + random.below(6); n > 0; --n) {
    random.of(tameBlocks)(random, lines);
    lines.push('');
  }
  if (random.chance(20)) lines.pop();
  const ending = random.chance(20) ? '\r\n' : '\n';
  return lines.join(ending);
}

const PREFIXES = ['- ', '- ', '* ', '+ ', '-', '1. ', '1) ', '2. ', '0. ', '12) ', '> ', '> ', '>', ' ', '  ', '   ',
  '    ', '\t', '-\t', '>\t', '-   ', '-     '];
const BOXES = ['[ ] ', '[ ] ', '[ ] ', '[ ] ', '[x] ', '[X] ', '[ ]', '[x]', '[ ]\t', '[\t] ', '[-] ', '[>] ', '[/] ', '[é] ',
  '[y] ', '[1] ', '[ ]\u00a0', '[📅] ', '[[] ', '\\[ ] ', '[\n] '];
const TAILS = ['', 'a', 'a', 'b ', '@dana a', '```', '~~~', '````', '<!--', '-->', '<!-- a -->', '<div>', '</div>',
  '<pre>', '</pre>', '<?', '?>', '<b>', '---', '- - -', '***', '===', '=', '-', '# a', '#', '[a]: /b', '[a]:', '/b', "'t'",
  '"t', '`', '\\', '&', '|', '|-|', '>', '*', '  ', '\t', '\u0000', 'é', '^k7m2q', 'due:2026-12-01', '[ ]', '\u00a0', '\f'];
const ENDINGS = ['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r'];

/** A few lines in which everything can stand anywhere. */
export function hostileDocument(random) {
  let text = '';
  for (let n = 1 + random.below(6); n > 0; --n) {
    for (let m = random.below(4); m > 0; --m) text += random.of(PREFIXES);
    if (random.chance(50)) text += random.of(BOXES);
    text += random.of(TAILS);
    if (random.chance(15)) text += random.of(TAILS);
    if (n > 1 || random.chance(60)) text += random.of(ENDINGS);
  }
  return text;
}

// SPDX-License-Identifier: MIT
// Law: the task items that we find, and the byte of each mark, are those that the judges find.
//
//   node tests/laws/tasks.mjs FIND_TASKS_CASE NPM_FOLDER [--wrong glued|lines|empty]
//
// micromark judges the examples of the CommonMark specification (bare, and nested in items and
// quotes) and tame notes; commonmark.js with the box rule judges hostile documents. Where the two
// differ there, the difference must belong to a class of README.md. Each run also puts finders that
// are wrong on purpose before the judges, who must catch them; `--wrong` does that alone, and
// shows what they say.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Random, hostileDocument, tameDocument } from './documents.mjs';
import { judges } from './judges.mjs';

const TAME = { seed: 20261124, count: 10000 };
const HOSTILE = { seed: 20261125, count: 15000 };

const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** Marks that GFM knows; ours are more. */
const ofGfm = (found) => found.filter(([, mark]) => /^[ xX]$/.test(mark));

/** What makes micromark differ from the specification, each with a change that takes it away. */
const CLASSES = {
  'tab in the box': { example: '- [\t] a', cure: (text) => text.replaceAll('[\t]', '[y]') },
  'line ending in the box': {
    example: '- [\n] a',
    cure: (text) => text.replace(/\[(\r\n|\r|\n)/g, 'y$1'),
  },
  'number other than 1': {
    example: 'a\n- 2. [ ] b',
    cure: (text) => text.replace(/\d+([.)])/g, '1$1'),
  },
  'box after an empty item': {
    example: '*\n[ ] a',
    cure: (text) => text.replace(/((?:^|[ \t>])(?:[-*+]|\d+[.)]))[ \t]*$/gm, '$1 a'),
  },
  'box after a link definition': {
    example: '- [a]: /b\n  [ ] c',
    cure: (text) => text.replaceAll(']:', ';'),
  },
  'tag on a lazy line': {
    example: '- [ ]\n</pre>',
    cure: (text) => text.replace(/<\/?(?:pre|b)>/g, 'a'),
  },
};

/** The classes of a document on which the judges differ; nothing when no cure helps. */
function classesOf(text, judge) {
  const differ = (document) =>
    !equal(judge.byMicromark(document), ofGfm(judge.byCommonmark(document)));
  const names = Object.keys(CLASSES);
  const single = names.find((name) => !differ(CLASSES[name].cure(text)));
  if (single) return [single];
  const used = [];
  for (const name of names) {
    const cured = CLASSES[name].cure(text);
    if (cured === text) continue;
    used.push(name);
    text = cured;
    if (!differ(text)) return used;
  }
  return null;
}

/** Finders that are wrong on purpose. */
const wrongFinders = (judge) => ({
  glued: (text) => judge.byCommonmark(text, { box: /^\[([^\x00-\x1f\x7f[\]])\]/u }),
  lines: (text) => [...text.matchAll(/(?<=^[ \t>]*(?:[-*+]|\d+[.)]) \[)[ xX](?=\] )/gm)]
    .map((match) => [Buffer.byteLength(text.slice(0, match.index)), match[0]]),
  empty: (text) => judge.byCommonmark(text, { alone: true }),
});

function findAll(program, texts) {
  const input = texts.map((text) => `${JSON.stringify(text)}\n`).join('');
  const output = execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** A first line `---` would make it a note with front matter, which is no Markdown. */
const asBody = (text) => (text.startsWith('---') ? `\n${text}` : text);

const indented = (text, first) =>
  text.split('\n').map((line, n) => (n === 0 ? first : line && ' '.repeat(first.length)) + line).join('\n');
const NESTINGS = {
  bare: (text) => text,
  'in an item': (text) => indented(text, '- '),
  'in a numbered item': (text) => indented(text, '1. '),
  'in a task item': (text) => `- [ ] a\n\n  ${indented(text, '- ').slice(2)}`,
  'in a quote': (text) => text.split('\n').map((line) => `> ${line}`).join('\n'),
  'in a quote in an item': (text) => NESTINGS['in an item'](NESTINGS['in a quote'](text)),
  'boxed in an item': (text) => indented(text, '- ').replace(/^- /, '- [x] '),
};

const many = ({ seed, count }, make) => {
  const random = new Random(seed);
  return Array.from({ length: count }, () => asBody(make(random)));
};

/** The documents with what their judge finds. Our marks beyond GFM's are compared where the judge
 *  knows them. */
function cases(judge) {
  const byMicromark = (texts) =>
    texts.map((text) => ({ text, expected: judge.byMicromark(text), only: ofGfm }));
  const sets = {};
  for (const [name, nest] of Object.entries(NESTINGS)) {
    sets[`specification, ${name}`] = byMicromark(
      judge.examples.map((text) => asBody(nest(text))));
  }
  sets.tame = byMicromark(many(TAME, tameDocument));
  sets.hostile = many(HOSTILE, hostileDocument).map((text) => (
    { text, expected: judge.byCommonmark(text), only: (found) => found }));
  return sets;
}

const wrong = (set, found) =>
  set.map((test, n) => ({ ...test, found: test.only(found[n]) }))
    .filter((test) => !equal(test.found, test.expected));

const show = ({ text, expected, found }) =>
  `  ${JSON.stringify(text)}\n    judge ${JSON.stringify(expected)}\n    found ${JSON.stringify(found)}`;

function compare(sets, find) {
  let failures = 0;
  for (const [name, set] of Object.entries(sets)) {
    const bad = wrong(set, find(set.map(({ text }) => text)));
    const tasks = set.reduce((sum, { expected }) => sum + expected.length, 0);
    console.log(`${name}: ${set.length} documents, ${tasks} tasks, ${bad.length} differ`);
    for (const test of bad.slice(0, 10)) console.log(show(test));
    failures += bad.length;
  }
  return failures;
}

/** Sorts the hostile documents on which micromark differs; gives the number of failures. */
function classify(judge, set) {
  const counts = new Map();
  let unknown = 0;
  for (const { text, expected } of set) {
    if (equal(judge.byMicromark(text), ofGfm(expected))) continue;
    const classes = classesOf(text, judge);
    if (!classes && unknown++ < 10) console.log(`no class: ${JSON.stringify(text)}`);
    for (const name of classes ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const [name, { example }] of Object.entries(CLASSES)) {
    console.log(`micromark differs, ${name}: ${counts.get(name) ?? 0}`);
    const row = `| ${name} | \`${JSON.stringify(example)}\` |`;
    const differs = !equal(judge.byMicromark(example), ofGfm(judge.byCommonmark(example)));
    if (differs && classesOf(example, judge)?.includes(name) && readme.includes(row)) continue;
    console.log(`  its example is none, or README.md lacks the row '${row}'`);
    ++unknown;
  }
  return unknown;
}

/** Finders that are wrong must be caught; gives the number of those that were not. */
function control(judge, sets) {
  let missed = 0;
  for (const [name, find] of Object.entries(wrongFinders(judge))) {
    const caught = Object.values(sets)
      .reduce((sum, set) => sum + wrong(set, set.map(({ text }) => find(text))).length, 0);
    console.log(`control '${name}': caught ${caught} times`);
    if (caught === 0) ++missed;
  }
  return missed;
}

async function main(program, folder, wrongName) {
  const judge = await judges(join(folder, 'judges'));
  const sets = cases(judge);
  if (wrongName) {
    const find = wrongFinders(judge)[wrongName];
    return compare(sets, (texts) => texts.map(find));
  }
  return compare(sets, (texts) => findAll(program, texts)) + classify(judge, sets.hostile) +
    control(judge, sets);
}

const [program, folder, option, wrongName] = process.argv.slice(2);
if (!folder || (option && (option !== '--wrong' || !['glued', 'lines', 'empty'].includes(wrongName)))) {
  console.error('usage: node tasks.mjs FIND_TASKS_CASE NPM_FOLDER [--wrong glued|lines|empty]');
  process.exit(2);
}
process.exitCode = (await main(program, folder, wrongName)) === 0 ? 0 : 1;

// SPDX-License-Identifier: MIT
// The examples of the GFM and CommonMark specifications, and cmark-gfm's own, as bodies of notes.
//
//   node tests/suites/gfm.mjs ONEONONE FIND_TASKS_CASE ROUND_TRIP_CASE NPM_FOLDER DEBIAN_FOLDER
//
// The tasks found are those for which the suite shows a checkbox; an edit of one changes the lines
// that it names; on a page nothing of an example becomes active.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { brokenBodies } from '../laws/bodies.mjs';
import { judges } from '../laws/judges.mjs';
import { unpack } from './debian.mjs';
import { Book, Home } from './program.mjs';

const [program, findTasks, roundTrip, npm, debian] = process.argv.slice(2);
const source = unpack(debian, 'main/c/cmark-gfm/cmark-gfm_0.29.0.gfm.6.orig.tar.gz',
  'b17d86164c0822b5db3818780b44cb130ff30e9c6ec6a64f199b6d142684dba0');
const FILES = ['spec', 'extensions', 'extensions-full-info-string', 'extensions-table-prefer-style-attributes',
  'regression', 'smart_punct'];

/** The examples of a file: {text, html}. */
function examplesIn(name) {
  const text = readFileSync(join(source, `test/${name}.txt`), 'utf8').replaceAll('→', '\t');
  return [...text.matchAll(/^`{32} example[^\n]*\n([^]*?)^\.\n([^]*?)^`{32}$/gm)]
    .map(([, markdown, html]) => ({ text: markdown, html }));
}

/** The marks that the suite shows, in order. */
const shown = (html) => [...html.matchAll(/<input [^>]*>/g)]
  .filter(([tag]) => tag.includes('checkbox')).map(([tag]) => (tag.includes('checked') ? 'x' : ' '));
const marks = (found) => found.map(([, mark]) => mark.toLowerCase()).filter((mark) => mark === ' ' || mark === 'x');

const book = new Book();
const judge = await judges(join(npm, 'judges'));
const suite = FILES.flatMap(examplesIn);

// --- where the tasks are
const input = suite.map(({ text }) => `${JSON.stringify(text)}\n`).join('');
const found = execFileSync(findTasks, { input, encoding: 'utf8' }).trimEnd().split('\n').map((line) => JSON.parse(line));
let tasks = 0;
suite.forEach(({ text, html }, n) => {
  book.hold(isDeepStrictEqual(found[n], judge.byCommonmark(text)), 'tasks: as the judge', text, found[n]);
  if (shown(html).length === 0) return;
  tasks += found[n].length;
  book.hold(isDeepStrictEqual(marks(found[n]), shown(html)), 'tasks: as shown', text, found[n]);
});
book.hold(tasks > 10, 'there are tasks', tasks);

// --- edits
const texts = [...suite.map(({ text }) => text), ...judge.examples];
book.hold(brokenBodies(roundTrip, suite.map(({ text }) => text)) === 0, 'edits change what they name');

// --- pages: each example in a note, as lines and as an item
const home = new Home(program);
const DAY = 24 * 60 * 60 * 1000;
texts.forEach((text, n) => {
  const day = new Date(Date.parse('2026-11-23') - n * DAY).toISOString().slice(0, 10);
  const item = text.replace(/\n(?=[^\n])/g, '\n  ');
  writeFileSync(join(home.cwd, `people/alice/${day}.md`), `## Topics\n- ${item}\n- [ ] @dana x ${item}\n\n${text}\n`);
});
/** What a page must not hold below its head: scripts, handlers, what loads something, other links. */
const ACTIVE = /<(?:script|iframe|object|embed|form|link|meta|base|img)\b|<[^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+=|(?:href|src)="\s*(?!https?:|#|mailto:)/i;
const PAGES = [['page', '-o', '-'], ['share', 'alice', '--as', 'html'], ['page', 'alice', '-o', '-']];
for (const words of PAGES) {
  const { status, stdout, stderr } = home.run(...words);
  book.hold(status === 0 || status === 4, `${words.join(' ')}: works`, status, stderr.slice(0, 500));
  const [active] = stdout.replace(/^[^]*?<body/, '').match(ACTIVE) ?? [];
  book.hold(stdout.length > 5_000 && !active, `${words.join(' ')}: nothing active`, stdout.length, active);
}
// What the suite makes of its own examples must be noticed.
book.hold(suite.filter(({ html }) => ACTIVE.test(html)).length > 20, 'the look at pages sees what is active');
home.remove();
book.close(`${suite.length} examples of cmark-gfm, ${judge.examples.length} of CommonMark, ${tasks} tasks with a checkbox shown`);

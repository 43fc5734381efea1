// SPDX-License-Identifier: MIT
// The big list of naughty strings (npm) in every field of text, and through every output.
//
//   node tests/suites/naughty.mjs ONEONONE NPM_FOLDER
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { install } from '../support/npm.mjs';
import { Book, Home, STEERING } from './program.mjs';

const [program, folder] = process.argv.slice(2);
const find = install(`${folder}/naughty`, { 'big-list-of-naughty-strings': '1.0.0' });
const listed = JSON.parse(readFileSync(find('big-list-of-naughty-strings/blns.json'), 'utf8'));
// What the list lacks: tokens, marks and fences of ours, and what steers a terminal.
const OURS = ['---', '- [ ] @dana more', '^k7m2q', '#', '# Topics', '<!-- a', '-->', '> [ ] a', '~~~', '@dana', '@dana (alice)',
  'due:2026-02-30', '=1+1', '+1', "'", '"', '\\', '\\n', ';', ',', 'a\u009b31m', 'a\u202eb\u202c', 'a\u2028b', '\u0007',
  'a\nb', 'a\r', '\ufeff', '<<<<<<< ours', '=======', '{{names}}', '{{#topics}}', '[x]: /y', '| a |', '.', '..', '../../x',
  '/etc/passwd', 'CON', '.git', '-rf', '--help', 'me', 'all', '*', '?', '%s%n', '`touch /tmp/blns.fail`'];
const strings = [...listed, ...OURS];
/** Of the fields that cost a run of the program a string: every fourth, unless all are wanted. */
const step = process.env.ONEONONE_ALL ? 1 : 4;
const some = strings.filter((_, n) => n % step === 0 || n >= listed.length);
/** The list's own commands touch this file. */
const FAIL = '/tmp/blns.fail';
rmSync(FAIL, { force: true });

const book = new Book();
const one = (text) => text.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');
/** As it is shown: what steers a terminal by name. */
const visible = (text) => text.replace(new RegExp(STEERING, 'gu'), (c) => {
  const code = c.codePointAt(0);
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
});

/** Commands that were refused: all together they must leave the files of another home as they are. */
const refused = [];

/** A command that either works or is refused with a reason. */
function worksOrRefuses(home, what, words) {
  const { status, signal, stderr, stdout } = home.run(...words);
  book.hold(!signal && status !== null && status <= 3, `${what}: ends well`, words, status, signal);
  book.hold(!STEERING.test(stdout + stderr), `${what}: nothing steers`, words, stdout + stderr);
  if (status === 0) return true;
  book.hold(/^oneonone: ./m.test(stderr), `${what}: says why`, words, stderr);
  // A handle may be refused for the sake of the one before, a template because it is not there.
  if (what !== 'handle' && what !== 'template') refused.push(words);
  return false;
}

// --- as an item, through `add`
const home = new Home(program);
const added = some.filter((text) => worksOrRefuses(home, 'add', ['add', 'alice', '--', `@dana x ${text}`]));
const items = home.items('actions');
book.hold(items.length === added.length, 'add: each is an item', items.length, added.length);
console.log(`items: ${added.length} taken, ${some.length - added.length} refused`);
items.forEach((item, n) => {
  const expected = one(`x ${added[n]}`.replace(/ \^k7m2q$/, ''));
  book.hold(item.text === expected, 'add: reads back', item.text, expected);
});

// --- through every output
const OUTPUTS = ['actions', 'actions --json', 'actions --format {text}', 'actions --format vimgrep', 'actions -0', 'status',
  'prep alice', 'prep alice --json', 'search x', 'search x --json', 'log alice', 'log alice --json', 'show alice',
  'show alice --json', 'review alice --since 1jan', 'review alice --since 1jan --json', 'page -o -', 'share alice',
  'share alice --as html', 'share alice --as mail', 'export --to todo.txt', 'export --to taskwarrior', 'export --to ical',
  'export --to csv', 'check --hints', 'check --json', 'people', 'people --json', 'pulse', 'goals', 'config', 'config --json',
  'questions alice', 'handover alice --to alice -n'];
function throughOutputs(notebook, what) {
  const before = notebook.files();
  const outputs = {};
  for (const words of OUTPUTS) {
    const { status, signal, stdout, stderr } = notebook.run(...words.split(' '));
    book.hold(!signal && [0, 1, 2, 3].includes(status), `${what}, ${words}: ends well`, status, signal, stderr);
    const text = /ical|csv/.test(words) ? stdout.replaceAll('\r\n', '\n') : words === 'actions -0' ? stdout.replaceAll('\0', '\n') : stdout;
    const [steers] = (text + stderr).match(new RegExp(`.{0,20}${STEERING.source}.{0,20}`, 'u')) ?? [];
    book.hold(!steers, `${what}, ${words}: nothing steers`, steers);
    outputs[words] = stdout;
  }
  book.hold(JSON.stringify(notebook.files()) === JSON.stringify(before), `${what}: reading writes nothing`);
  return outputs;
}
home.run('new', 'alice', '--no-edit');
const outputs = throughOutputs(home, 'items');
const texts = items.map(({ text }) => text);

/** Each text stands in a list, as itself or changed in the way that the format asks for. */
function holdsAll(what, list, change = (text) => text) {
  const found = new Set(list);
  for (const text of texts) book.hold(found.has(change(text)), `${what}: holds`, change(text));
}
holdsAll('--json', JSON.parse(outputs['actions --json']).items.map(({ text }) => text));
holdsAll('--format', outputs['actions --format {text}'].split('\n'), visible);
holdsAll('taskwarrior', JSON.parse(outputs['export --to taskwarrior']).map(({ description }) => description), visible);

/** The cells of a CSV file (RFC 4180). */
const cells = (csv) => [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)]
  .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);
const csv = cells(outputs['export --to csv']);
holdsAll('csv', csv, (text) => (/^[=+\-@\t\r]/.test(text) ? `'${visible(text)}` : visible(text)));
for (const cell of csv) book.hold(!/^[=+@]/.test(cell), 'csv: no formula', cell);
const ical = outputs['export --to ical'].replace(/\r\n[ \t]/g, '').split('\r\n');
holdsAll('ical', ical.filter((line) => line.startsWith('SUMMARY')).map((line) =>
  line.replace(/^SUMMARY:dana: /, '').replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c))), visible);
for (const line of outputs['export --to ical'].split('\r\n')) book.hold(Buffer.byteLength(line) <= 75, 'ical: 75 bytes', line);

/** The tags of a page with their attributes' names: those of a harmless notebook, and no others. */
const tagsOf = (html) => new Set([...html.matchAll(/<([a-z!/][^\s>]*)((?:"[^"]*"|[^">])*)>/gi)].map(([, name, rest]) =>
  [name, ...[...rest.replace(/"[^"]*"/g, '""').matchAll(/([a-z-]+)=/gi)].map(([, attribute]) => attribute)].join(' ')));
const harmless = new Home(program);
for (const text of ['one', 'see https://example.org/ there']) harmless.run('add', 'alice', `@dana ${text} due:fri`);
harmless.run('add', 'alice', '@alice mine');
for (const text of ['a topic', 'Ask: this', 'Win: that']) harmless.run('add', 'alice', text);
harmless.run('new', 'alice', '--no-edit');
for (const words of ['page -o -', 'share alice --as html']) {
  const usual = tagsOf(harmless.run(...words.split(' ')).stdout);
  for (const tag of tagsOf(outputs[words])) book.hold(usual.has(tag) || /^(?:!--|\/?(?:code|em|strong)|section class aria-label tabindex)$/.test(tag), `${words}: no tag of the list's`, tag);
  for (const [, target] of outputs[words].matchAll(/href="([^"]*)"/g)) book.hold(/^(?:https?:|#|mailto:)/.test(target), 'harmless link', target);
}
harmless.remove();

// --- by hand: lines of a note, which an edit of their neighbours leaves alone
const note = join(home.cwd, 'people/alice/2026-11-17.md');
const byHand = strings.filter((text) => !text.includes('k7m2q') && !/[\n\r]/.test(text) && !/^(?:<<<<<<<|=======)/.test(text));
const lines = byHand.flatMap((text, n) => [`- [ ] @dana ${text}`, '', text, '', `## Part ${n}`, '']);
const whole = `---\nvenue: x\n---\n- [ ] @dana First ^h9r2c\n\n${lines.join('\n')}\n- [ ] @dana Last ^h9r2d\n`;
writeFileSync(note, whole);
throughOutputs(home, 'by hand');
book.hold(home.run('done', 'h9r2c').status === 0, 'by hand: done');
book.hold(readFileSync(note, 'utf8') === whole.replace('- [ ] @dana First ^', '- [x] @dana First done:2026-11-24 ^'), 'by hand: one line changed');

// --- a template with every string without tags; each string with some is refused at its line
const tagged = strings.filter((text) => text.includes('{{'));
const untagged = strings.filter((text) => !text.includes('{{') && !/[\r\n]/.test(text));
mkdirSync(join(home.cwd, 'templates'), { recursive: true });
const body = untagged.map((text) => `x ${text} y`).join('\n');
writeFileSync(join(home.cwd, 'templates/all.md'), `# T\n\n${body}\n`);
const made = home.run('new', 'alice', '2026-12-01', '--template', 'all', '--no-edit');
book.hold(made.status === 0, 'template: works', made.stderr);
if (made.status === 0) book.hold(readFileSync(join(home.cwd, made.stdout.trim()), 'utf8').includes(body), 'template: verbatim');
for (const text of tagged) {
  writeFileSync(join(home.cwd, 'templates/one.md'), `# T\n\n${text}\n`);
  worksOrRefuses(home, 'template', ['new', 'alice', '2026-12-08', '--template', 'one', '--no-edit']);
  rmSync(join(home.cwd, 'people/alice/2026-12-08.md'), { force: true });
}

// --- settings
const settings = some.filter((text) => {
  if (!worksOrRefuses(home, 'config', ['config', 'set', 'name', '--', text])) return false;
  const value = home.items('config').find(({ key }) => key === 'name')?.value;
  book.hold((value ?? '') === text, 'config: reads back', value, text);
  return true;
});
console.log(`settings: ${settings.length} taken, ${some.length - settings.length} refused`);
home.remove();

// --- names, and names to make a handle of
const office = new Home(program);
const names = some.filter((text, n) => {
  if (!worksOrRefuses(office, 'name', ['people', 'add', `p${n}`, `--name=${text}`])) return false;
  const about = readFileSync(join(office.cwd, `people/p${n}/about.md`), 'utf8');
  book.hold(/^---\n[^]*?\n---\n# [^\n]*\n$/.test(about), 'name: about.md is whole', about);
  return true;
});
const people = office.items('people');
book.hold(people.length === names.length + 1, 'name: each is somebody', people.length, names.length);
for (const text of names) book.hold(people.some(({ name }) => name === one(text) || name === text), 'name: reads back', text);
office.remove();

// --- names to make a handle of
const crowd = new Home(program);
const handles = some.filter((text) => worksOrRefuses(crowd, 'handle', ['people', 'add', '--', text]));
for (const { person } of crowd.items('people')) book.hold(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(person), 'a handle', person);
console.log(`names: ${names.length} taken; handles made of ${handles.length}`);
throughOutputs(crowd, 'handles');
const outside = Object.keys(crowd.files()).filter((path) => !path.startsWith(crowd.cwd));
book.hold(outside.length === 0, 'nothing outside the notebook', outside);

crowd.remove();

// --- other names, by hand in about.md: as YAML that a person would write, right or wrong
const village = new Home(program);
for (const [n, text] of strings.entries()) {
  mkdirSync(join(village.cwd, `people/q${n}`));
  const quoted = JSON.stringify(text.replace(/[\n\r]/g, ' '));
  writeFileSync(join(village.cwd, `people/q${n}/about.md`), `---\npeople: [q${n}, dana]\nnames: [${quoted}, Dana Lee]\naka: [${text.replace(/[\n\r]/g, ' ')}]\n---\n`);
}
const everybody = village.run('people', '--json');
book.hold([0, 4].includes(everybody.status), 'aka: ends well', everybody.status, everybody.stderr.slice(0, 300));
book.hold(!STEERING.test(everybody.stderr), 'aka: nothing steers');
book.hold(JSON.parse(everybody.stdout).items.length > strings.length, 'aka: everybody is listed', everybody.stdout.length);
village.remove();

// --- what was refused changes nothing
const quiet = new Home(program);
const still = JSON.stringify(quiet.files());
for (const words of refused) quiet.run(...words);
book.hold(JSON.stringify(quiet.files()) === still, 'what is refused changes nothing');
quiet.remove();

book.hold(!existsSync(FAIL), 'nothing was run');
book.close(`${listed.length} strings of the list, ${OURS.length} of ours`);

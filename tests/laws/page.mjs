// SPDX-License-Identifier: MIT
// Recounts every number on a page from the raw notes of the examples and of random notebooks. It reads notes line by line and shares no code with the program.
//
//   node tests/laws/page.mjs ONEONONE EXAMPLES
//
// Status 1 when a number differs, with both.
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TODAY, iso, number, writeNotebook } from '../support/notebook.mjs';

const [program, examples] = process.argv.slice(2);
const NOTEBOOKS = 40;

// --- days

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (day) => `${MONTHS[day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;
const fullDay = (day) => `${+day.slice(8)} ${monthOf(day)}`;

/** The months from that of the first day to this one. */
function monthsFrom(first) {
  const months = [];
  for (let day = first.slice(0, 7); day <= TODAY.slice(0, 7);) {
    months.push(monthOf(`${day}-01`));
    day = iso(number(`${day}-28`) + 5).slice(0, 7);
  }
  return months;
}

// --- what a page says

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' };
const plain = (html) =>
  html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name]).trim();
const parts = (html, pattern) => [...html.matchAll(pattern)].map((match) => match.slice(1));

function tablesOf(html) {
  return parts(html, /<table><caption>(.*?)<\/caption>(.*?)<\/table>/gs).map(([caption, rows]) => [
    plain(caption),
    parts(rows, /<tr>(.*?)<\/tr>/gs)
      .slice(1)
      .map(([row]) => parts(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(([cell]) => plain(cell))),
  ]);
}

/** A section of a person: its figures, tables, descriptions of plots and numbers beside bars. */
function readSection(html) {
  return {
    figures: parts(html, /<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs).map((pair) => pair.map(plain)),
    tables: Object.fromEntries(tablesOf(html)),
    plots: Object.fromEntries(
      parts(html, /<title[^>]*>([^<]*)<\/title><desc[^>]*>([^<]*)<\/desc>/g).map((p) => p.map(plain))),
    bars: parts(html, /class="end strong">([^<]*)</g).map(([text]) => plain(text)),
  };
}

function readPage(notebook, people) {
  const html = execFileSync(
    program,
    ['-C', notebook, '--today', TODAY, 'page', ...people, '-o', '-'],
    { encoding: 'utf8' },
  );
  const [head, ...sections] = html.split('<section class="person"');
  return { overview: tablesOf(head), sections: sections.map(readSection) };
}

// --- what the notes say

const HEAD = /^---\n(.*?)^---\n/ms;

function readNote(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const head = text.match(HEAD)?.[1] ?? '';
  const keys = Object.fromEntries(parts(head, /^(\w+): *(.*)$/gm));
  return { day: file.slice(0, 10), keys, body: text.replace(HEAD, '') };
}

const said = (keys, what) =>
  Object.entries(keys).filter(([key]) => key === what || key.startsWith(`${what}_`)).map(([, v]) => +v);
const mean = (all) => (all.length ? all.reduce((a, b) => a + b) / all.length : undefined);

/** Days on which a meeting was due and nobody wrote of any: counted a day at a time. */
function dueDays(meetings, { cadence, away }) {
  const last = number(TODAY);
  const patience = Math.min(cadence + Math.ceil(cadence / 2), Math.max(cadence + 1, 31));
  const met = new Set(meetings.filter(({ counts }) => counts).map(({ day }) => day));
  const due = [];
  let waited;
  let dueOn;
  for (let day = meetings.length ? number(meetings[0].day) : last + 1; cadence && day <= last; day += 1) {
    if (met.has(iso(day))) {
      waited = 0;
      continue;
    }
    if (waited === undefined || away.some(([a, b]) => a <= iso(day) && iso(day) <= b)) continue;
    waited += 1;
    if (waited === cadence) dueOn = iso(day);
    if (waited === patience) {
      due.push(dueOn);
      waited = patience - cadence;
    }
  }
  return due;
}

function readDays(notes, rhythm, first) {
  const meetings = notes.filter(({ day }) => day < TODAY).map(({ day, keys }) => {
    const counts = keys.counts !== 'false';
    const what = keys.status === 'missed' ? 'missed' : counts ? 'held' : 'informal';
    return { day, counts, what, mood: mean(said(keys, 'mood')), talk: mean(said(keys, 'talk')),
      worth: mean(said(keys, 'worth')) };
  });
  const due = dueDays(meetings, rhythm).map((day) => ({ day, what: 'due' }));
  const past = meetings.filter(({ what, counts }) => what !== 'missed' || counts);
  return [...past, ...due].filter(({ day }) => day >= first).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const BOX = /^\s*(?:[-*+]|\d+[.)]) \[(.)\] (.*)$/;
const TOKEN = / (since|due|done|dropped):(\d{4}-\d\d-\d\d)/g;

/** The boxes of all notes, one an item: its copies are joined by id. */
function readItems(notes) {
  const items = new Map();
  for (const { day, body } of notes) {
    let heading = '';
    for (const line of body.split('\n')) {
      heading = line.match(/^#+ (.*)/)?.[1] ?? heading;
      const [, mark, rest] = line.match(BOX) ?? [];
      if (!mark || line.startsWith(' ') && !rest.startsWith('@')) continue;
      const tokens = Object.fromEntries(parts(rest, TOKEN));
      const id = rest.match(/ \^(\w+)$/)?.[1] ?? `${day} ${items.size}`;
      const words = rest.replace(/ \^\w+$/, '').replace(TOKEN, '');
      const owner = words.match(/^@(\w+) /)?.[1] ?? '';
      const author = words.match(/ \((alice|bob|chen|maya|dana)\)$/)?.[1];
      const item = items.get(id) ?? { since: tokens.since ?? day, marks: [] };
      items.set(id, Object.assign(item, {
        owner, author, heading, due: tokens.due, marks: [...item.marks, mark], mark,
        closed: tokens.done ?? tokens.dropped ?? day, done: mark === 'x',
        text: words.replace(/^@\w+ /, '').replace(/ \(\w+\)$/, ''),
        topic: !owner && ['Topics', 'Agenda'].includes(heading),
      }));
    }
  }
  return [...items.values()];
}

function readMeasures(folder, notes, first) {
  const book = readdirSync(folder).includes('goals.md') ? readFileSync(join(folder, 'goals.md'), 'utf8') : '';
  const measures = [];
  let goal = '';
  for (const line of book.split('\n')) {
    goal = line.match(/^## (.*?)(?: \^\w+)?$/)?.[1].replace(TOKEN, '') ?? goal;
    const [, name, aim] = line.match(/^- (.*?): (.*)$/) ?? [];
    if (!name) continue;
    const readings = [];
    for (const { day, body } of notes) {
      if (day < first || day > TODAY) continue;
      const growth = body.split('## Growth\n')[1]?.split(/^#/m)[0] ?? '';
      const value = parts(growth, /^- (.*?): (-?[\d.]+)(?: .*)?$/gm).findLast(([one]) => one === name)?.[1];
      if (value !== undefined) readings.push([day, +value]);
    }
    measures.push({ goal, name, aim, readings });
  }
  return measures;
}

// --- the same numbers, in the words of the page

const count = (list, test) => list.filter(test).length;
const orBlank = (n) => (n ? String(n) : '');
const tenths = (n) => (n === undefined ? '' : String(+n.toFixed(1)));
const percent = (part, whole) => `${Math.round((100 * part) / whole)} %`;
const WHATS = ['held', 'missed', 'informal', 'due'];

function lineWords(numbers, unit = '') {
  const show = (n) => `${+n.toFixed(6)}${unit}`;
  if (numbers.length === 1) return `One number, ${show(numbers[0])}.`;
  return `${numbers.length} numbers: first ${show(numbers[0])}, last ${show(numbers.at(-1))}, ` +
    `lowest ${show(Math.min(...numbers))}, highest ${show(Math.max(...numbers))}.`;
}

function addMeetings(days, section) {
  if (!days.length) return;
  const of = (what) => count(days, (day) => day.what === what);
  section.tables['Meetings by month'] = monthsFrom(days[0].day).map((month) => [
    month, ...WHATS.map((what) => orBlank(count(days, (d) => d.what === what && monthOf(d.day) === month)))]);
  section.plots['Calendar of meetings'] =
    `${of('held')} held, ${of('missed')} missed, ${of('informal')} informal, ${of('due')} due with nothing written.`;
}

function addMoods(days, { names, aim }, section) {
  const known = (what) => days.map((day) => day[what]).filter((n) => n !== undefined);
  const [moods, talks, worths] = ['mood', 'talk', 'worth'].map(known);
  if (!moods.length && !talks.length) return;
  if (moods.length) section.plots[`Mood of ${names[0]}, 1 to 5`] = lineWords(moods);
  if (talks.length) {
    section.plots[`How much of the time ${names[0]} talks`] = `${lineWords(talks, ' %')} The aim is ${aim} %.`;
  }
  section.tables['Mood and talk by meeting'] = days
    .filter(({ mood, talk, worth }) => (mood ?? talk ?? worth) !== undefined)
    .map(({ day, mood, talk, worth }) => [fullDay(day), tenths(mood), talk === undefined ? '' : `${tenths(talk)} %`,
      ...(worths.length ? [tenths(worth)] : [])]);
}

const AGES = [['A week or less', 7], ['Up to two weeks', 14], ['Up to a month', 31],
  ['Up to a quarter', 91], ['Longer', Infinity]];

function addOpen(open, { nameOf }, section) {
  if (!open.length) return;
  let youngest = -Infinity;
  const ages = AGES.map(([label, oldest]) => {
    const found = count(open, ({ age }) => age > youngest && age <= oldest);
    youngest = oldest;
    return [label, found];
  });
  section.plots['Open commitments by age'] = ages.map(([label, n]) => `${label}: ${n}.`).join(' ');
  section.bars.push(...ages.map(([, n]) => String(n)));
  section.tables['Open commitments, the oldest first'] = open.map(({ text, owner, age, late }) => [
    text, owner ? nameOf(owner) : 'nobody yet', String(age), orBlank(late)]);
}

function fatesOf(items, owner, first) {
  const inTime = (day) => day >= first && day <= TODAY;
  const mine = items.filter((item) => item.owner === owner && !item.topic);
  const closed = (item) => item.done && inTime(item.closed);
  const fellDue = ({ due }) => due && inTime(due) && due < TODAY;
  const ended = mine.filter((item) => item.mark !== '-' && (closed(item) || fellDue(item)));
  const kept = count(ended, ({ done, due, closed: on }) => done && !(due && on > due));
  const late = count(ended, ({ done, due, closed: on }) => done && due && on > due);
  return { kept, late, overdue: ended.length - kept - late, ended: ended.length };
}

function addKept(fates, section) {
  const rows = fates.filter(({ ended }) => ended);
  if (!rows.length) return;
  section.plots['Promises kept in time'] = rows.map((f) => `${f.name} kept ${f.kept} of ${f.ended}.`).join(' ');
  section.bars.push(...rows.map((f) => `${f.kept} of ${f.ended}`));
  section.tables['Promises that came to their end'] = rows.map((f) => [
    f.name, String(f.kept), String(f.late), String(f.overdue), percent(f.kept, f.ended)]);
}

function addTopics(items, { handles, nameOf }, first, section) {
  const topics = items.filter((item) => item.topic && !item.text.startsWith('Win: ') && item.since >= first && item.since <= TODAY && item.author);
  if (!topics.length) return;
  const rows = handles.map((handle) => [nameOf(handle), count(topics, ({ author }) => author === handle)]);
  section.plots['Talking points by who brought them'] = rows.map(([name, n]) => `${name} brought ${n}.`).join(' ');
  section.bars.push(...rows.map(([, n]) => String(n)));
  section.tables['Talking points by who brought them'] = rows.map(([name, n]) => [
    name, String(n), percent(n, topics.length)]);
}

function addMeasures(measures, section) {
  for (const { goal, name, aim, readings } of measures) {
    if (!readings.length) continue;
    section.plots[name] = `${lineWords(readings.map(([, n]) => n))} Aim: ${aim}.`;
    section.tables[`${goal}: ${name}`] = readings.map(([day, n]) => [fullDay(day), String(+n.toFixed(6))]);
  }
}

/** The numbers of one person, as the page must have them. */
function recount(notebook, person, rhythm) {
  const first = '2025-11-24';
  const folder = join(notebook, 'people', person.folder);
  const files = readdirSync(folder).filter((file) => /^\d{4}-/.test(file)).sort();
  const notes = files.map((file) => readNote(folder, file));
  const days = readDays(notes, rhythm, first);
  const topics = readdirSync(folder).includes('topics.md') ? [{ ...readNote(folder, 'topics.md'), day: undefined }] : [];
  const items = readItems([...topics, ...notes]);
  const open = items
    .filter((item) => !item.topic && item.marks.includes(' '))
    .map((item) => ({ ...item, age: number(TODAY) - number(item.since), late: Math.max(0, number(TODAY) - number(item.due ?? TODAY)) }))
    .sort((a, b) => b.age - a.age);
  const fates = person.handles.map((handle) => ({ name: person.nameOf(handle), ...fatesOf(items, handle, first) }));
  const held = count(days, ({ what }) => what === 'held');
  const planned = days.length - count(days, ({ what }) => what === 'informal');
  const late = count(open, (one) => one.late);
  const section = { figures: [], tables: {}, plots: {}, bars: [] };
  section.figures.push(['Meetings held', `${held} of ${planned} planned`]);
  for (const { name, kept, ended } of fates) {
    if (ended) section.figures.push([`Kept by ${name}`, `${kept} of ${ended} promise${ended === 1 ? '' : 's'}`]);
  }
  section.figures.push(['Open commitments', late ? `${open.length} ${late} late` : `${open.length}`]);
  addMeetings(days, section);
  addMoods(days, person, section);
  addOpen(open, person, section);
  addKept(fates, section);
  addTopics(items, person, first, section);
  addMeasures(readMeasures(folder, notes, first), section);
  const row = [person.them, String(held), String(planned), String(open.length), orBlank(late)];
  return { section, row };
}

// --- the comparison

function compare(notebook, people, name) {
  const expected = people.map((person) => {
    const nameOf = (handle) => person.names[person.handles.indexOf(handle)] ?? handle;
    return recount(notebook, { ...person, nameOf }, person);
  });
  const page = readPage(notebook, people.map(({ folder }) => folder));
  deepStrictEqual(page.sections, expected.map(({ section }) => section), name);
  const rows = people.length > 1 ? [['Everyone at a glance', expected.map(({ row }) => row)]] : [];
  deepStrictEqual(page.overview, rows, name);
}

const known = (folder, handles, names, cadence) =>
  ({ folder, handles, names, them: names[handles.indexOf(folder)], cadence, aim: 80, away: [] });

compare(join(examples, 'manager'), [
  known('alice', ['alice', 'dana'], ['Alice Ng', 'Dana Lee'], 7),
  known('bob', ['bob', 'dana'], ['Bob Ito', 'Dana Lee'], 7),
  known('chen', ['chen', 'dana'], ['Chen Wei', 'Dana Lee'], 7),
  known('maya', ['dana', 'maya'], ['Dana Lee', 'Maya Roth'], 14),
], 'examples/manager');
compare(join(examples, 'report'), [
  known('dana', ['alice', 'dana'], ['Alice Ng', 'Dana Lee'], 7),
], 'examples/report');

const folder = mkdtempSync(join(tmpdir(), 'oneonone-page-'));
try {
  for (let seed = 1; seed <= NOTEBOOKS; seed += 1) {
    const root = join(folder, String(seed));
    compare(root, writeNotebook(root, seed), `seed ${seed}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${NOTEBOOKS} random notebooks and the examples: every number is the same`);

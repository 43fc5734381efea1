// SPDX-License-Identifier: MIT
// Writes random notebooks: a year or two of meetings with one to three people.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const TODAY = '2026-11-24';

/** Days since 1970 of a day, and back. */
export const number = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
export const iso = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** Mulberry32: the same numbers for the same seed. */
function dice(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, chance: (p) => next() < p, pick: (list) => list[below(list.length)] };
}

const LETTERS = 'bcdfghjkmnpqrstvwxz';
const idOf = (n) => 'k' + [0, 1, 2, 3].map((i) => LETTERS[Math.floor(n / 19 ** i) % 19]).join('');

/** What has a box: written into notes as `new`, a hand or a phone would. */
function itemsFor({ below, chance, pick }, handles, day, n) {
  const due = chance(0.6) ? ` due:${iso(number(day) + below(30))}` : '';
  const owner = pick([...handles, '']);
  const author = chance(0.3) ? ` (${pick(handles)})` : '';
  return { id: idOf(n), words: `${owner && `@${owner} `}Promise ${n}${author}`, tokens: due, since: day };
}

function headOf({ below, chance, pick }, [first, second]) {
  const lines = [];
  if (chance(0.15)) lines.push('status: missed', `by: ${pick([first, second])}`);
  else if (chance(0.3)) lines.push('status: held');
  if (chance(0.1)) lines.push('counts: false');
  if (chance(0.7)) lines.push(`mood: ${1 + below(5)}`);
  if (chance(0.5)) lines.push(`talk_${first}: ${below(101)}`);
  if (chance(0.4)) lines.push(`talk_${second}: ${below(101)}`);
  if (chance(0.3)) lines.push(`worth_${second}: ${1 + below(5)}`);
  return `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
}

/** Closes an item on a line of its note, or leaves it open; open ones go on to the next note. */
function lineOf({ below, chance }, item, day, last) {
  const since = item.since === day ? '' : ` since:${item.since}`;
  const line = (mark, token = '') => `- [${mark}] ${item.words}${since}${item.tokens}${token} ^${item.id}`;
  const closedOn = iso(Math.min(number(day) + below(6), number(TODAY) - 1));
  if (chance(0.25)) return { line: line('x', chance(0.7) ? ` done:${closedOn}` : '') };
  if (chance(0.08)) return { line: line('-', ` dropped:${closedOn}`) };
  return { line: line(last ? ' ' : '>'), open: item };
}

function growthOf({ below, chance }, measures) {
  const readings = measures.filter(() => chance(0.6)).map((name) =>
    `- ${name}: ${(below(4000) - 1000) / [1, 10, 100][below(3)]}`);
  return readings.length ? ['## Growth', ...readings] : [];
}

function writePerson(random, folder, handles, measures) {
  const { below, chance, pick } = random;
  const days = [];
  for (let day = number(TODAY) - 1 - below(500); day < number(TODAY); day += chance(0.05) ? 100 + below(150) : 3 + below(20)) {
    days.push(iso(day));
  }
  let open = [];
  let n = 0;
  for (const day of days) {
    const last = day === days.at(-1);
    const lines = [...open, ...Array.from({ length: below(4) }, () => itemsFor(random, handles, day, (n += 1)))]
      .map((item) => lineOf(random, item, day, last));
    open = lines.flatMap(({ open: item }) => item ?? []);
    const topics = Array.from({ length: below(3) }, () =>
      `- [${pick(['x', '>'])}] Topic ${(n += 1)} (${pick(handles)}) ^${idOf(n)}`);
    writeFileSync(join(folder, `${day}.md`), headOf(random, handles) + ['# A note', '', '## Topics', ...topics, '',
      ...growthOf(random, measures), '', '## Action items', ...lines.map(({ line }) => line), ''].join('\n'));
  }
}

/** Writes a notebook and tells who is in it: names, handles, cadence and what else a page rests on.
 *  The same seed writes the same notebook. */
export function writeNotebook(root, seed) {
  const random = dice(seed);
  const away = [['2026-08-03', '2026-08-21']];
  mkdirSync(root);
  writeFileSync(join(root, 'oneonone.yaml'),
    `format: 1\nme: dana\nname: Dana Lee\naway: [${away[0].join('..')}]\n`);
  return ['alice', 'bob', 'maya'].slice(0, 1 + random.below(3)).map((folder) => {
    const [cadence, days] = random.pick([['weekly', 7], ['2w', 14], ['10d', 10], ['monthly', 30], ['none', 0]]);
    const path = join(root, 'people', folder);
    const manager = random.chance(0.5) ? 'manager: dana\n' : '';
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'about.md'),
      `---\npeople: [${folder}, dana]\nnames: [${folder} one, Dana Lee]\n${manager}cadence: ${cadence}\n---\n`);
    const measures = ['calls', 'margin'].slice(random.below(3));
    if (measures.length) {
      writeFileSync(join(path, 'goals.md'),
        `# Goals\n\n## A goal ^b7r4k\n${measures.map((name) => `- ${name}: 3 a week\n`).join('')}`);
    }
    writePerson(random, path, [folder, 'dana'], measures);
    return { folder, names: [`${folder} one`, 'Dana Lee'], them: `${folder} one`, handles: [folder, 'dana'],
      aim: manager ? 80 : 50, cadence: days, away };
  });
}

// SPDX-License-Identifier: MIT
// Law: what --json prints, in the transcripts and over the examples, is what oneonone.schema.json says, and says no more than that.
//
//   node tests/laws/schema.mjs ONEONONE EXAMPLES NPM_FOLDER
//
// ajv judges. Each kind must be seen. Documents that were spoilt on purpose are put before the judge,
// too, who must refuse each.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { install } from '../support/npm.mjs';

const [program, examples, folder] = process.argv.slice(2);
const resolve = install(folder, { ajv: '8.17.1', 'ajv-formats': '3.0.1' });
const { default: Ajv } = await import(resolve('ajv/dist/2020.js'));
const { default: addFormats } = await import(resolve('ajv-formats'));

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const schema = JSON.parse(readFileSync(join(root, 'man/oneonone.schema.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
addFormats(ajv);
const valid = ajv.compile(schema);

/** Commands over the manager's example, in this order: some write. */
const COMMANDS = [
  'actions -p', 'actions --closed', 'status', 'status --mirror', 'status --team', 'people', 'goals -p',
  'log -p', 'search a -p', 'search a --copies', 'show alice -p', 'pulse', 'pulse alice -p',
  'review alice -p', 'review', 'questions alice', 'templates', 'config', 'check --hints', 'prep alice',
  'prep maya', 'handover bob --to frank', 'forget alice -n', 'goals add alice Lead', 'promote s6',
  'add alice hello', 'new alice --no-edit', 'measure alice calls 3', 'done k7', 'reopen k7',
  'due k7 2026-12-01', 'drop k7', 'close alice --mood 4 --next tue', 'missed chen --by me',
  'move bob 2026-12-02 --by them', 'people add Zoe', 'people pause zoe --until 1dec',
  'people archive chen --keep all', 'check', 'config set cadence 2w', 'edit alice -n',
  `import ${examples}/report/people/dana --person zoe -n`,
];

function* printed() {
  const home = mkdtempSync(join(tmpdir(), 'schema-'));
  const notebook = join(home, 'notebook');
  cpSync(join(examples, 'manager'), notebook, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: home, ONEONONE_TODAY: '2026-11-24', TZ: 'UTC' };
  for (const command of COMMANDS) {
    const words = [...command.split(' '), '--json'];
    const { stdout } = spawnSync(program, words, { cwd: notebook, env, encoding: 'utf8' });
    if (stdout) yield { place: command, text: stdout };
  }
  rmSync(home, { recursive: true });
}

/** Documents that stand whole in a transcript. */
function* shown() {
  const cli = join(root, 'tests/cli');
  for (const file of readdirSync(cli)) {
    const text = readFileSync(join(cli, file), 'utf8');
    for (const match of text.matchAll(/^\{"schema": 1, "kind": (?:.*\]\}|[^]*?^\]\})$/gm)) {
      const cut = match[0].includes('…');
      if (!cut) yield { place: `tests/cli/${file}`, text: match[0] };
    }
  }
}

let wrong = 0;
function complain(place, message) {
  console.log(`${place}: ${message}`);
  ++wrong;
}

/** Keys that the schema does not know. */
function unknownKeys(document) {
  const known = schema.$defs[document.kind]?.properties ?? {};
  return document.items.flatMap((item) => Object.keys(item)).filter((key) => !(key in known));
}

const seen = new Map();
for (const { place, text } of [...printed(), ...shown()]) {
  let document;
  try {
    document = JSON.parse(text);
  } catch (error) {
    complain(place, error.message);
    continue;
  }
  if (!valid(document)) complain(place, ajv.errorsText(valid.errors));
  for (const key of new Set(unknownKeys(document))) complain(place, `no word about the key '${key}'`);
  if (document.items.length > 0 && !seen.has(document.kind)) seen.set(document.kind, document);
}
for (const kind of Object.keys(schema.$defs)) {
  if (!seen.has(kind)) complain(kind, 'no document of this kind was seen');
}

let spoilt = 0;
for (const document of seen.values()) {
  for (const key of Object.keys(document.items[0])) {
    for (const change of [(item) => delete item[key], (item) => (item[key] = { no: ['such'] })]) {
      const copy = structuredClone(document);
      change(copy.items[0]);
      ++spoilt;
      const refused = !valid(copy);
      if (!refused) complain(document.kind, `a document with a spoilt '${key}' passes`);
    }
  }
}
console.log(`${seen.size} kinds, ${spoilt} spoilt documents refused but for ${wrong} complaints`);
process.exit(wrong === 0 ? 0 : 1);

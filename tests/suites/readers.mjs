// SPDX-License-Identifier: MIT
// What --json prints, read by five readers: node, jq, python3, perl's JSON::PP and yajl.
//
//   node tests/suites/readers.mjs ONEONONE EXAMPLES NASTY NPM_FOLDER
//
// The documents are those of every kind over the examples and in the transcripts, and what the program
// prints of the notes of tests/nasty and of the big list of naughty strings. All five must take each
// document and read the same from it; python3 also refuses keys that stand twice.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { printed, shown } from '../laws/printed.mjs';
import { install } from '../support/npm.mjs';
import { Book, Home } from './program.mjs';

const PYTHON = `
import json, sys
def once(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)): raise ValueError("a key stands twice")
    return dict(pairs)
def never(word): raise ValueError(word)
for path in sys.argv[1:]:
    try: print(json.dumps(json.loads(open(path, "rb").read().decode("utf-8", "strict"), object_pairs_hook=once, parse_constant=never)))
    except ValueError as error: print(json.dumps({"refused": str(error)}))
`;
const PERL = `
use JSON::PP; my $json = JSON::PP->new->utf8;
for my $path (@ARGV) {
  open(my $in, "<:raw", $path) or die; local $/; my $read = eval { $json->decode(<$in>) };
  print $json->encode(defined $read ? $read : {refused => "$@"}), "\\n";
}
`;
/** A reader gives the lines that it made of files, each a JSON text again. */
const oneByOne = (program, ...words) => (files) => files.map((file) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, input: readFileSync(file) });
  return status === 0 ? stdout : JSON.stringify({ refused: stderr });
});
const allAtOnce = (program, ...words) => (files) => {
  const { stdout, stderr } = spawnSync(program, [...words, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (stderr) console.log(stderr);
  return stdout.trimEnd().split('\n');
};
const READERS = {
  jq: oneByOne('jq', '-c', '.'),
  python3: allAtOnce('python3', '-c', PYTHON),
  'JSON::PP': allAtOnce('perl', '-e', PERL),
  yajl: oneByOne('json_reformat', '-m'),
};

const [program, examples, nasty, npm] = process.argv.slice(2);
const find = install(`${npm}/naughty`, { 'big-list-of-naughty-strings': '1.0.0' });
const strings = JSON.parse(readFileSync(find('big-list-of-naughty-strings/blns.json'), 'utf8'));

const READING = ['actions', 'actions --closed', 'status', 'people', 'log alice', 'show alice', 'prep alice', 'search a',
  'review alice --since 1jan', 'goals', 'pulse', 'check --hints'];

/** The reading commands over the nasty notes, with the naughty strings in one more. */
function* hostile() {
  const home = new Home(program);
  readdirSync(nasty).filter((name) => name.endsWith('.md')).forEach((name, n) => {
    cpSync(join(nasty, name), join(home.cwd, `people/alice/2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}.md`));
  });
  const lines = strings.flatMap((text) => [`- [ ] @dana ${text}`, `- Ask: ${text}`, '']);
  writeFileSync(join(home.cwd, 'people/alice/2026-11-17.md'), `## Topics\n${lines.join('\n')}`);
  for (const words of READING) {
    const { stdout } = home.run(...words.split(' '), '--json');
    if (stdout) yield { place: `hostile: ${words}`, text: stdout };
  }
  home.remove();
}

const folder = mkdtempSync(join(tmpdir(), 'readers-'));
const book = new Book();

/** What node and the readers make of texts, [[place, node's, {reader: value}], …]. */
function read(documents) {
  const files = documents.map(({ text }, n) => {
    const file = join(folder, `${n}.json`);
    writeFileSync(file, text);
    return file;
  });
  const answers = Object.entries(READERS).map(([name, reader]) => [name, reader(files)]);
  return documents.map(({ place }, n) => ({ place, file: files[n],
    values: Object.fromEntries(answers.map(([name, lines]) => [name, JSON.parse(lines[n])])) }));
}

/** Perl prints fifteen digits of a number that is none of its own. */
const rounded = (value) => JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'number' ? one.toPrecision(15) : one));

const documents = [...printed(program, examples), ...shown(), ...hostile()];
for (const { place, file, values } of read(documents)) {
  const node = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, value] of Object.entries(values)) {
    book.hold(isDeepStrictEqual(rounded(value), rounded(node)), `${place}: ${name} reads the same`, value.refused);
  }
}

// Texts that are no JSON: every reader must refuse each, or it would be no judge.
const BROKEN = ['{"a": 1,}', '{"a": "\u0001"}', "{'a': 1}", '{"a": 1'];
for (const { place, values } of read(BROKEN.map((text) => ({ place: text, text })))) {
  const takers = Object.entries(values).filter(([, value]) => value.refused === undefined).map(([name]) => name);
  book.hold(takers.length === 0, `${place}: is refused`, takers);
}
rmSync(folder, { recursive: true });
book.close(`${documents.length} documents, ${Object.keys(READERS).length + 1} readers`);

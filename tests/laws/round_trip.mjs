// SPDX-License-Identifier: MIT
// Law: every example of the CommonMark specification, as a note's body with and without front
// matter, prints back byte for byte, and an edit of an item changes only the lines it names.
//
//   node tests/laws/round_trip.mjs ROUND_TRIP_CASE NPM_FOLDER
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { judges } from './judges.mjs';

const FRONT_MATTER = '---\npeople: [alice, dana]\ndate: 2026-11-24\n---\n';
const indented = (text) => text.replace(/\n(?=[^\n])/g, '\n  ');
const BODIES = {
  bare: (text) => text,
  'with front matter': (text) => FRONT_MATTER + text,
  'as an item': (text) => `- [ ] ${indented(text)}`,
  'between items': (text) => `${FRONT_MATTER}- [ ] @dana before\n${text}\n- [ ] @dana after ^k7m2q\n`,
  'with CRLF': (text) => `${FRONT_MATTER}- [ ] ${indented(text)}`.replaceAll('\n', '\r\n'),
  'without a final newline': (text) => `- [ ] ${indented(text)}`.trimEnd(),
};

async function main(program, folder) {
  const { examples } = await judges(join(folder, 'judges'));
  let failures = 0;
  for (const [name, body] of Object.entries(BODIES)) {
    const documents = examples.map(body);
    const input = documents.map((document) => `${JSON.stringify(document)}\n`).join('');
    const output = execFileSync(program, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    const broken = output.trimEnd().split('\n').map((line) => JSON.parse(line));
    const bad = documents.filter((_, n) => broken[n].length > 0);
    console.log(`${name}: ${documents.length} documents, ${bad.length} broken`);
    documents.forEach((document, n) => {
      if (broken[n].length > 0) console.log(`  ${JSON.stringify(document)}\n    ${broken[n].join('\n    ')}`);
    });
    failures += bad.length + (broken.length === documents.length ? 0 : 1);
  }
  return failures === 0 ? 0 : 1;
}

if (process.argv.length !== 4) {
  console.error('usage: node round_trip.mjs ROUND_TRIP_CASE NPM_FOLDER');
  process.exit(2);
}
process.exitCode = await main(process.argv[2], process.argv[3]);

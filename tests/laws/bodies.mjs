// SPDX-License-Identifier: MIT
// Markdown examples as the bodies of notes, in every way that one can stand there.
import { execFileSync } from 'node:child_process';

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

/** Asks a program, round_trip_case, for the laws that examples break as bodies of each kind; prints
 *  what it says and gives the number of documents that break one. */
export function brokenBodies(program, examples) {
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
  return failures;
}

// SPDX-License-Identifier: MIT
// Law: every example of the CommonMark specification, as a note's body with and without front
// matter, prints back byte for byte, and an edit of an item changes only the lines it names.
//
//   node tests/laws/round_trip.mjs ROUND_TRIP_CASE NPM_FOLDER
import { join } from 'node:path';

import { brokenBodies } from './bodies.mjs';
import { judges } from './judges.mjs';

if (process.argv.length !== 4) {
  console.error('usage: node round_trip.mjs ROUND_TRIP_CASE NPM_FOLDER');
  process.exit(2);
}
const [program, folder] = process.argv.slice(2);
const { examples } = await judges(join(folder, 'judges'));
process.exitCode = brokenBodies(program, examples) === 0 ? 0 : 1;

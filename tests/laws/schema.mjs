// SPDX-License-Identifier: MIT
// Law: what --json prints, in the transcripts and over the examples, is what oneonone.schema.json says, and says no more than that.
//
//   node tests/laws/schema.mjs ONEONONE EXAMPLES NPM_FOLDER
//
// ajv judges. Each kind must be seen. Documents that were spoilt on purpose are put before the judge,
// too, who must refuse each.
import { readFileSync } from 'node:fs';

import { install } from '../support/npm.mjs';
import { printed, shown } from './printed.mjs';

const [program, examples, folder] = process.argv.slice(2);
const resolve = install(folder, { ajv: '8.17.1', 'ajv-formats': '3.0.1' });
const { default: Ajv } = await import(resolve('ajv/dist/2020.js'));
const { default: addFormats } = await import(resolve('ajv-formats'));

const schema = JSON.parse(readFileSync(new URL('../../man/oneonone.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
addFormats(ajv);
const valid = ajv.compile(schema);

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
for (const { place, text } of [...printed(program, examples), ...shown()]) {
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

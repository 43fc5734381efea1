// SPDX-License-Identifier: MIT
// A megabyte of the worst: what makes Markdown and YAML readers slow, after cmark's own list.
//
//   node tests/suites/pathological.mjs ONEONONE
//
// Every command must end in a way of its own: not by a signal, and not by a limit of processor time that
// only what grows with the square of the text comes near. The seconds are printed, not judged; the memory
// is, since it is the same each time.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Book, Home } from './program.mjs';

const SIZE = 1 << 20;
/** As much front matter as is looked at. */
const MATTER = 64 * 1024 - 100;
const LIMIT = 20;
/** The most memory that a command may take, in MiB. */
const MOST = 64;
/** Where it may take more: a hundred thousand things in a megabyte, each of which is shown, or is looked at
 *  in the tree of a block that holds them all. */
const MORE = {
  'items': { 'actions': 100, 'prep alice': 120 }, 'items of one': { 'prep alice': 72 },
  'items of an item': { check: 90 }, 'quoted items': { check: 90 },
  'headings': { 'search a': 104 }, 'underlined headings': { 'search a': 104 },
};

const repeat = (unit, size = SIZE) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const grow = (unitOf, count) => Array.from({ length: count }, (_, n) => unitOf(n)).join('').slice(0, SIZE);
const matter = (yaml) => `---\n${yaml}\n---\n- [ ] @dana a ^k7m2q\n`;

const NOTES = {
  'emphasis': repeat('*a_ '), 'stars': repeat('*'), 'strong and emphasis': repeat('a**a_ '),
  'boxes on one line': repeat('- [ ] '), 'boxes': repeat('- [ ] \n'), 'items': repeat('- [ ] a\n'),
  'items of one': repeat('- [ ] @dana a\n'), 'one id': repeat('- [ ] @dana a ^k7m2q\n'),
  'brackets': repeat('['), 'closing brackets': repeat(']'), 'images': repeat('![[]()'), 'links': repeat('[a](b'),
  'backticks': grow((n) => `e${'`'.repeat(n)}`, 1440), 'quotes': repeat('>'),
  'quotes in quotes': grow((n) => `${'> '.repeat(Math.min(n, 500))}a\n`, 1100),
  'lists in lists': grow((n) => `${'  '.repeat(Math.min(n, 700))}- a\n`, 1500),
  'items in items': grow((n) => `${'  '.repeat(Math.min(n, 700))}- [ ] a\n`, 1500),
  'items of an item': `- a\n${repeat('  - [ ] @dana a\n')}`, 'quoted items': repeat('> - [ ] @dana a\n'),
  'lists on one line': repeat('- '),
  'deep, and an item': `${'- '.repeat(SIZE / 8)}x\n\ntext\n\n- a\n  - [ ] @dana Below\n`,
  'deep': `${repeat(' ')}- [ ] a\n`, 'one line': repeat('word '),
  'comments': repeat('<!--'), 'comments on lines': repeat('<!--\n'), 'declarations': repeat('<!A '),
  'CDATA': repeat('<![CDATA['), 'instructions': repeat('<?'), 'tags': repeat('<a href="'),
  'definitions': grow((n) => `[${n}]: u\n`, 90_000), 'references': repeat('[a][b]'),
  'defined references': `[a]: u\n${repeat('[a] ')}`, 'tables': `${repeat('|a')}\n${repeat('|-')}`,
  'entities': repeat('&amp;&'), 'backslashes': repeat('\\'), 'headings': repeat('# a\n'),
  'headings and items': repeat('# Topics\n- [ ] a\n'), 'underlined headings': repeat('a\n=\n'), 'blank': repeat('\n'),
  'fences': repeat('```\n'), 'tabs': repeat('\t'), 'returns': repeat('\r'), 'autolinks': repeat('<http://a'),
  'tokens': `- [ ] ${repeat('due:2026-12-01 ')}`, 'ids': `- [ ] ${repeat('^k7m2q ')}`, 'owners': `- [ ] ${repeat('@dana ')}`,
  'long items': grow((n) => `- [ ] @dana thing ${n} of a long list of them\n`, 22_000),
  'ids that begin alike': grow((n) => `- [ ] @dana a ^deadline-${n}\n`, 40_000),
  'carets': `a${repeat('^')}`, 'a log': `- log:\n${repeat('  a line of it\n')}`,
  'themes': grow((n) => `#a${n} b\n`, 150_000),
  'a wrapped item': `- [ ] @dana a\n${repeat('  b due:2026-12-01\n')}`,
  'YAML: aliases': matter(`a: &a [x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((key, n) =>
    `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(', ')}]\n`).join('')}`),
  'YAML: braces': matter(`a: ${repeat('{', MATTER)}`), 'YAML: brackets': matter(`a: ${repeat('[', MATTER)}`),
  'YAML: dashes': matter(`a:\n  ${repeat('- ', MATTER)}`), 'YAML: questions': matter(`a: 1\n${repeat('? ', MATTER)}`),
  'YAML: keys': matter(grow((n) => `k${n}: "x"\n`, 5000).slice(0, MATTER)),
  'YAML: a list': matter(`a: [${repeat('x, ', MATTER)}x]`), 'YAML: escapes': matter(`a: "${repeat('\\n', MATTER)}"`),
  'YAML: anchors': matter(`a: ${repeat('&a ', MATTER)}`), 'YAML: colons': matter(`a: ${repeat(': ', MATTER)}`),
  'YAML: depth': matter(`a:\n${grow((n) => `${' '.repeat(n)}a:\n`, 350)}`),
};
/** What waits in topics.md. */
const TOPICS = { 'wins to come': repeat('- Win: a b\n'), 'items to come': repeat('- [ ] @alice a\n') };
const COMMANDS = ['actions', 'check', 'prep alice', 'show alice', 'search a', 'done k7m2q', 'share alice',
  'new alice --no-edit'];
/** These hold more of a note at once: only their time has a limit. */
const LARGE = ['close alice', 'review alice', 'page alice -o -', 'log alice', 'handover alice --to frank --include all'];

const program = process.argv[2];
const book = new Book();
console.log(`seconds of processor time / MiB of memory: ${[...COMMANDS, ...LARGE].join(', ')}`);
for (const [name, text] of Object.entries({ ...NOTES, ...TOPICS })) {
  const home = new Home(program);
  writeFileSync(join(home.cwd, 'people/alice', name in TOPICS ? 'topics.md' : '2026-11-17.md'), text);
  const cells = [...COMMANDS, ...LARGE].map((command) => {
    const script = `ulimit -t ${LIMIT}; command time -q -o ~/cost -f '%M %U %S' "$0" "$@" >/dev/null 2>&1; echo $? $(cat ~/cost)`;
    const { stdout } = spawnSync('sh', ['-c', script, home.program, ...command.split(' ')],
      { cwd: home.cwd, env: home.env, encoding: 'utf8', input: '' });
    const [status, peak, user, system] = stdout.split(' ').map(Number);
    const mebibytes = Math.ceil(peak / 1024);
    book.hold(status <= 5, `${name}: ${command} ends`, stdout);
    const is_large = name in TOPICS || LARGE.includes(command);
    book.hold(is_large || mebibytes <= (MORE[name]?.[command] ?? MOST), `${name}: ${command} takes little memory`, mebibytes);
    return `${(user + system).toFixed(2)}/${String(mebibytes).padStart(3)}`;
  });
  console.log(`${name.padEnd(22)} ${cells.join('  ')}`);
  home.remove();
}
book.close(`${Object.keys({ ...NOTES, ...TOPICS }).length} notes, ${COMMANDS.length + LARGE.length} commands`);

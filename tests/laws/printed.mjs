// SPDX-License-Identifier: MIT
// Documents of every kind that --json prints: over the examples, and in the transcripts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Commands over the manager's example, in this order: some write. */
const COMMANDS = (examples) => [
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

/** What the program prints over the manager's example: {place, text}. */
export function* printed(program, examples) {
  const home = mkdtempSync(join(tmpdir(), 'schema-'));
  const notebook = join(home, 'notebook');
  cpSync(join(examples, 'manager'), notebook, { recursive: true });
  const env = { PATH: process.env.PATH, HOME: home, ONEONONE_TODAY: '2026-11-24', TZ: 'UTC' };
  for (const command of COMMANDS(examples)) {
    const words = [...command.split(' '), '--json'];
    const { stdout } = spawnSync(program, words, { cwd: notebook, env, encoding: 'utf8' });
    if (stdout) yield { place: command, text: stdout };
  }
  rmSync(home, { recursive: true });
}

/** Documents that stand whole in a transcript: {place, text}. */
export function* shown() {
  const cli = fileURLToPath(new URL('../cli', import.meta.url));
  for (const file of readdirSync(cli)) {
    const text = readFileSync(join(cli, file), 'utf8');
    for (const match of text.matchAll(/^\{"schema": 1, "kind": (?:.*\]\}|[^]*?^\]\})$/gm)) {
      const cut = match[0].includes('…');
      if (!cut) yield { place: `tests/cli/${file}`, text: match[0] };
    }
  }
}

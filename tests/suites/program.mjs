// SPDX-License-Identifier: MIT
// Runs oneonone in a home of its own, and looks at what it left and printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Bytes that steer a terminal, in text: controls but tab and newline, C1, directions of writing. */
export const STEERING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A home with the notebook `nb` of Dana and Alice. */
export class Home {
  constructor(program) {
    this.program = resolve(program);
    this.folder = mkdtempSync(join(tmpdir(), 'suite-'));
    this.env = { PATH: process.env.PATH, HOME: this.folder, TZ: 'UTC', ONEONONE_TODAY: '2026-11-24', EDITOR: 'true' };
    this.cwd = this.folder;
    this.run('init', '-q', '--no-git', '--me', 'dana', '--name', 'Dana Lee', 'nb');
    this.cwd = join(this.folder, 'nb');
    this.run('people', 'add', '-q', 'alice', '--name', 'Alice Ng');
  }

  /** Runs a command; gives {status, signal, stdout, stderr}. */
  run(...words) {
    return spawnSync(this.program, words, { cwd: this.cwd, env: this.env, encoding: 'utf8', timeout: 60_000,
      maxBuffer: 1 << 28, input: '' });
  }

  items(...words) {
    const { stdout, stderr } = this.run(...words, '--json');
    try {
      return JSON.parse(stdout).items;
    } catch (error) {
      throw new Error(`${words.join(' ')}: ${error.message}\n${stderr}`);
    }
  }

  /** All files below the home as {path: bytes}, with what is no file as null. */
  files(below = this.folder) {
    const found = {};
    for (const entry of readdirSync(below, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isDirectory()) found[path] = entry.isFile() ? readFileSync(path, 'latin1') : null;
    }
    return found;
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}

/** Counts what does not hold, and shows the first few. */
export class Book {
  wrong = 0;
  held = 0;

  hold(condition, what, ...details) {
    if (condition) return void ++this.held;
    if (++this.wrong <= 40) console.log('WRONG', what, ...details.map((one) => JSON.stringify(one)));
  }

  /** Ends the program. */
  close(line) {
    console.log(`${line}; ${this.held} checks held, ${this.wrong} did not`);
    process.exitCode = this.wrong === 0 && this.held > 0 ? 0 : 1;
  }
}

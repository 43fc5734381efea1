// SPDX-License-Identifier: MIT
// Packages from npm that tests compare us with, in a folder of the build.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Installs packages, {name: version}, into a folder unless they are there, and gives the function
 *  that finds the files of their modules. */
export function install(folder, packages) {
  const names = Object.keys(packages);
  if (!names.every((name) => existsSync(join(folder, 'node_modules', name)))) {
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--silent', '--no-audit', '--no-fund', '--ignore-scripts',
        ...names.map((name) => `${name}@${packages[name]}`)],
      { stdio: ['ignore', 2, 2] },
    );
  }
  return createRequire(join(folder, 'package.json')).resolve;
}

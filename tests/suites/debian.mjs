// SPDX-License-Identifier: MIT
// Sources of Debian's packages, for the suites that stand in them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Fetches a tarball below Debian's pool through apt, which knows this machine's proxy and compares the
 *  hash, unpacks it into `folder` unless it is there, and gives the folder's path. */
export function unpack(folder, pool, hash) {
  if (existsSync(join(folder, 'complete'))) return folder;
  mkdirSync(folder, { recursive: true });
  const tarball = join(folder, 'source.tar.gz');
  execFileSync('/usr/lib/apt/apt-helper', ['download-file', `http://deb.debian.org/debian/pool/${pool}`, tarball,
    `SHA256:${hash}`], { stdio: ['ignore', 2, 2] });
  execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1']);
  mkdirSync(join(folder, 'complete'));
  return folder;
}

// SPDX-License-Identifier: MIT
// Opens pages in Chromium as people do: on a phone and on a desk, light and dark. A page that logs
// a word, asks for anything but itself, or that html-validate or axe-core finds a fault in, fails.
//
//   node tests/browser/page.mjs ONEONONE EXAMPLES NPM_FOLDER PICTURES_FOLDER
//
// Needs `chromium` (or CHROMIUM, a program); the packages are installed into NPM_FOLDER unless they
// are there. A picture of each look is left in PICTURES_FOLDER.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TODAY, writeNotebook } from '../support/notebook.mjs';
import { install } from '../support/npm.mjs';

const [program, examples, npm, pictures] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const find = install(npm, { 'axe-core': '4.10.3', 'html-validate': '9.0.0', 'puppeteer-core': '24.8.2' });
const load = async (name) => {
  const module = await import(pathToFileURL(find(name)).href);
  return module.default ?? module;
};

/** Folders of notebooks, and the words behind `page`. */
const PAGES = {
  manager: [join(examples, 'manager')],
  years: [join(pictures, 'years'), '--since', '2025-06-01'],
  hostile: [join(here, 'hostile'), '--private', 'mallory'],
};
const RICH = 2; // the seed of a notebook with long tables and measures
const SCREENS = {
  phone: { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desk: { width: 1280, height: 900 },
};

/** The faults that a reader of the source finds. */
async function validate(html) {
  const { HtmlValidate } = await load('html-validate');
  const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `html-validate: ${ruleId}, line ${line}: ${message}`));
}

/** What somebody with a screen reader, a keyboard or weak eyes meets. */
async function audit(tab, axe) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe: ${id}: ${target}: ${failureSummary}`));
}

/** Is anything wider than the screen? */
const overflows = (tab) =>
  tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function look(browser, file, { screen, scheme, picture }) {
  const faults = [];
  const tab = await browser.newPage();
  tab.on('console', (message) => faults.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  tab.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const url = pathToFileURL(file).href;
  tab.on('request', (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  await tab.setViewport(screen);
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto(url, { waitUntil: 'networkidle0' });
  await tab.screenshot({ path: picture, fullPage: true });
  if (await overflows(tab)) faults.push('something is wider than the screen');
  faults.push(...(await audit(tab, readFileSync(find('axe-core'), 'utf8'))));
  await tab.close();
  return faults;
}

async function print(browser, file, pdf) {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(file).href);
  await tab.pdf({ path: pdf, format: 'A4', printBackground: true });
  await tab.close();
}

async function main() {
  mkdirSync(pictures, { recursive: true });
  rmSync(join(pictures, 'years'), { recursive: true, force: true });
  writeNotebook(join(pictures, 'years'), RICH);
  const puppeteer = await load('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  });
  let failed = false;
  const tell = (where, faults) => {
    for (const fault of faults) console.error(`${where}: ${fault}`);
    failed ||= faults.length > 0;
  };
  try {
    for (const [name, [notebook, ...words]] of Object.entries(PAGES)) {
      const file = join(pictures, `${name}.html`);
      execFileSync(program, ['-C', notebook, '--today', TODAY, 'page', ...words, '-o', file]);
      tell(name, await validate(readFileSync(file, 'utf8')));
      for (const [size, screen] of Object.entries(SCREENS)) {
        for (const scheme of ['light', 'dark']) {
          const title = `${name}-${size}-${scheme}`;
          const picture = join(pictures, `${title}.png`);
          tell(title, await look(browser, file, { screen, scheme, picture }));
        }
      }
      await print(browser, file, join(pictures, `${name}.pdf`));
    }
  } finally {
    await browser.close();
  }
  process.exitCode = failed ? 1 : 0;
  if (!failed) console.log(`no fault; the pictures are in ${pictures}`);
}

await main();

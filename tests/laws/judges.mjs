// SPDX-License-Identifier: MIT
// Two judges of where the task items of a Markdown document are: micromark, which mirrors
// github.com, and commonmark.js with the box rule of GFM 5.3. Each gives [[byte, mark], …].
import { pathToFileURL } from 'node:url';
import { install } from '../support/npm.mjs';

const PACKAGES = {
  micromark: '4.0.3',
  'micromark-extension-gfm-task-list-item': '2.1.0',
  commonmark: '0.31.2',
  'commonmark-spec': '0.31.2',
};

/** Loads the packages, installed into `folder` unless they are there. */
function load(folder) {
  const find = install(folder, PACKAGES);
  return Promise.all(Object.keys(PACKAGES).map((name) => import(pathToFileURL(find(name)).href)));
}

/** Turns [[character, mark], …] into [[byte, mark], …]. */
function inBytes(text, found) {
  let bytes = 0;
  let at = 0;
  return found.map(([character, mark]) => {
    bytes += Buffer.byteLength(text.slice(at, character));
    at = character;
    return [bytes, mark];
  });
}

/** The lines of a document with the character each starts at. */
function linesOf(text) {
  const lines = [];
  let start = 0;
  for (const ending of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, text: text.slice(start, ending.index) });
    start = ending.index + ending[0].length;
  }
  lines.push({ start, text: text.slice(start) });
  return lines;
}

/** The box rule: one character in brackets, then a blank or the line's end. Letters and digits but
 *  x and X are no mark of a task. */
const BOX = /^\[([^\x00-\x1f\x7f[\]])\](?=[ \t]|$)/u;
const NO_MARK = /^[0-9A-WYZa-wyz]$/;

/** True when link definitions stand in the item before its paragraph: then GFM's item does not
 *  begin with the box. */
function hasDefinition(lines, [[itemLine, itemColumn]], [[line]]) {
  return lines.slice(itemLine - 1, line - 1).some(({ text }, n) =>
    !/^(?:[-*+]|\d+[.)])?[ \t>]*$/.test(n === 0 ? text.slice(itemColumn - 1) : text));
}

function boxIn(lines, item, paragraph, { box = BOX, alone = false }) {
  const [[line, column], [lastLine]] = paragraph;
  if (hasDefinition(lines, item, paragraph)) return null;
  const first = lines[line - 1];
  const match = first.text.slice(column - 1).match(box);
  if (!match || NO_MARK.test(match[1])) return null;
  const rest = first.text.slice(column - 1 + match[0].length);
  if (!alone && lastLine === line && !/[^ \t]/.test(rest)) return null;
  return [first.start + column, match[1]];
}

/** Loads the judges and the examples of the CommonMark specification. */
export async function judges(folder) {
  const [micromark, taskList, commonmark, specification] = await load(folder);
  const extensions = [taskList.gfmTaskListItem()];
  const reader = new commonmark.default.Parser();

  const byMicromark = (text) => {
    const chunks = micromark.preprocess()(text, undefined, true);
    const events = micromark.postprocess(
      micromark.parse({ extensions }).document().write(chunks),
    );
    const found = events
      .filter(([kind, token]) => kind === 'enter' && token.type === 'taskListCheck')
      .map(([, token]) => [token.start.offset + 1, text[token.start.offset + 1]]);
    return inBytes(text, found.sort((a, b) => a[0] - b[0]));
  };

  // `rule` makes it wrong on purpose: another box, or one that may stand alone.
  const byCommonmark = (text, rule = {}) => {
    const lines = linesOf(text);
    const found = [];
    const walker = reader.parse(text).walker();
    for (let event = walker.next(); event; event = walker.next()) {
      const { node, entering } = event;
      if (!entering || node.type !== 'item' || node.firstChild?.type !== 'paragraph') continue;
      const task = boxIn(lines, node.sourcepos, node.firstChild.sourcepos, rule);
      if (task) found.push(task);
    }
    return inBytes(text, found);
  };

  const examples = specification.default.tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));
  return { byMicromark, byCommonmark, examples };
}

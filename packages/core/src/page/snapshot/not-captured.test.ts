import type { ElementData } from 'hast';
import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';
import { parseSnapshot } from './parse-snapshot.js';
import type { Box, PageSnapshot } from './snapshot.js';

const CODES = ['area-painted', 'area-embedded', 'part-closed', 'part-covered', 'list-continues'];

const issuesOf = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).issues.filter(({ code }) =>
    CODES.includes(code),
  );
const codesOf = (html: string) => issuesOf(html).map(({ code }) => code);
const listWords = (html: string) => issuesOf(html).map(({ message }) => message.split('. ')[0]);

test.each([
  ['a canvas', '<canvas></canvas>', 'area-painted'],
  ['an embedded PDF', '<embed type="application/pdf">', 'area-embedded'],
  ['a plug-in', '<object type="application/x-shockwave-flash"></object>', 'area-embedded'],
  ['an object that names a PDF', '<object data="/letter.pdf#page=2"></object>', 'area-embedded'],
  ['a frame that names a PDF', '<iframe src="/letter.PDF?v=2"></iframe>', 'area-embedded'],
  [
    'a tab whose panel is empty',
    '<div role="tablist"><button role="tab" aria-selected="true" aria-controls="a">A</button><button role="tab" aria-selected="false" aria-controls="b">B</button></div><div role="tabpanel" id="a">Text</div><div role="tabpanel" id="b"> </div>',
    'part-closed',
  ],
  [
    'a tab whose panel is not there',
    '<a role="tab" aria-selected="false" aria-controls="b">B</a>',
    'part-closed',
  ],
  [
    'a section that fills when it opens',
    '<h2><button aria-expanded="false" aria-controls="b">Notes</button></h2><div id="b"></div>',
    'part-closed',
  ],
  ['details with nothing in them', '<details><summary>Notes</summary></details>', 'part-closed'],
])('%s is told of, with what to do', (_, html, code) => {
  const issues = issuesOf(html);
  expect(issues).toEqual([{ code, severity: 'warning', message: expect.any(String) }]);
  expect(issues[0]?.message).toMatch(/capture again|paste it|type what you need/);
});

test.each([
  ['a canvas that is hidden', '<div hidden><canvas></canvas></div>'],
  ['a canvas of the size of an icon', '<canvas width="16" height="16"></canvas>'],
  ['a picture that is embedded', '<object type="image/png" data="a.png"></object>'],
  ['a frame that is a page', '<iframe src="/record"></iframe>'],
  [
    'a tab whose panel holds text out of sight',
    '<a role="tab" aria-selected="false" aria-controls="b">B</a><div id="b" hidden>Text</div>',
  ],
  [
    'a tab whose panel holds a frame',
    '<a role="tab" aria-selected="false" aria-controls="b">B</a><div id="b"><iframe></iframe></div>',
  ],
  ['a menu', '<button aria-expanded="false" aria-haspopup="menu" aria-controls="m">More</button>'],
  ['a way to go on', '<nav><button aria-expanded="false" aria-controls="m">Menu</button></nav>'],
  ['a choice', '<input role="combobox" aria-expanded="false" aria-controls="m">'],
  ['closed details that hold text', '<details><summary>Notes</summary>Text</details>'],
  ['open details that are empty', '<details open><summary>Notes</summary></details>'],
])('%s is nothing to tell of', (_, html) => {
  expect(codesOf(html)).toEqual([]);
});

test('how large an area was painted counts, not what its markup says', () => {
  const painted = (box: Box): PageSnapshot => ({
    version: 1,
    unread: [],
    frames: [
      {
        path: [],
        url: 'https://rms.example.org/1',
        title: '',
        tree: {
          type: 'root',
          children: [
            {
              type: 'element',
              tagName: 'canvas',
              properties: { width: 900, height: 900 },
              children: [],
              data: { box } as ElementData,
            },
          ],
        },
      },
    ],
  });
  const told = (box: Box) =>
    readPage(painted(box)).issues.some(({ code }) => code === 'area-painted');
  expect(told([0, 0, 100, 40])).toBe(true);
  expect(told([0, 0, 99, 40])).toBe(false);
  expect(told([0, 0, 100, 39])).toBe(false);
});

test.each([
  ['Showing 1 to 20 of 57 entries', 'This list has 57 entries and 20 are on this page'],
  ['Showing 1-20 of 57', 'This list has 57 entries and 20 are on this page'],
  ['21 – 40 of 1,057', 'This list has 1057 entries and 20 are on this page'],
  ['Results 41 to 57 of 57 cases.', 'This list has 57 entries and 17 are on this page'],
  ['Displaying items 57 - 57 of 57', 'This list has 57 entries and 1 is on this page'],
  ['Showing 20 of 57 results', 'This list has 57 entries and 20 are on this page'],
  ['Page 1 of 3', 'This is page 1 of 3'],
])('“%s” says that the list goes on', (text, words) => {
  expect(listWords(`<p>${text}</p>`)).toEqual([words]);
});

test('a pager in pieces is one line, and one above and one below are one list', () => {
  const pager = '<div>Showing <b>1</b> to <b>20</b>\n of <strong>57</strong> results</div>';
  expect(listWords(`${pager}<p>Text</p>${pager}`)).toEqual([
    'This list has 57 entries and 20 are on this page',
  ]);
});

test.each([
  'Showing 1 to 57 of 57 entries',
  'Showing 57 of 57 results',
  'Page 1 of 1',
  'Page 4 of 3',
  'Showing 0 to 0 of 0 entries',
  'He was shown 1 to 20 of 57 pictures on a forum',
  'Page 1 of 3 of his statement was torn',
  'Age 12-15 of 57 pupils and their teachers and others',
  '1 of 3',
])('“%s” says nothing of the kind', (text) => {
  expect(listWords(`<p>${text}</p>`)).toEqual([]);
});

test('a pager that is not displayed says nothing, and no more than three lists are told of', () => {
  expect(codesOf('<p hidden>Page 1 of 3</p>')).toEqual([]);
  const many = Array.from({ length: 9 }, (_, at) => `<p>Page 1 of ${at + 2}</p>`).join('');
  expect(codesOf(many)).toEqual(['list-continues', 'list-continues', 'list-continues']);
});

test('what a page says of itself never stands in the words', () => {
  const html =
    '<a role="tab" aria-selected="false" aria-controls="<b>x">Ring this number</a><p>Showing 1 to 20 of 57 scripts</p>';
  for (const { message } of issuesOf(html)) expect(message).not.toMatch(/Ring|script|<b>/);
  expect(issuesOf(html)).toHaveLength(2);
});

/** A record whose last row is under a menu, as the reader in the browser writes it. */
const covered = (numbers: unknown, tree?: unknown) =>
  JSON.stringify({
    version: 1,
    unread: [],
    frames: [
      {
        path: [],
        url: 'https://rms.example.org/1',
        title: '',
        tree: tree ?? [
          '',
          0,
          0,
          ['dl', 0, 0, ['dt', 0, 0, 'Name'], ['dd', 0, 0, 'Taz Vael']],
          ['dl', 0, 0, ['dt', 0, 0, 'Phone'], ['dd', 0, 0, '07700 900123']],
          ['p', 0, { value: 'x' }, 'Notes'],
        ],
        covered: numbers,
      },
    ],
  });

test('what something is laid over is not on screen, and the officer is told', () => {
  const parsed = parseSnapshot(covered([3, 6]));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const { values, issues } = readPage(parsed.value);
  expect(values.map(({ label, visible }) => [label, visible])).toEqual([
    ['Name', true],
    ['Phone', false],
  ]);
  expect(issues.filter(({ code }) => code === 'part-covered')).toHaveLength(1);
  const notes = parsed.value.frames[0]?.tree.children[2];
  expect(notes).toMatchObject({ data: { hidden: true, covered: true, value: 'x' } });
  // Written out as a tree, it gives the same.
  expect(parseSnapshot(JSON.stringify(parsed.value))).toEqual(parsed);
});

test('nothing is told of a page on which nothing is covered, or only what is empty', () => {
  for (const numbers of [undefined, [], [99]]) {
    const parsed = parseSnapshot(covered(numbers));
    if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
    const { values, issues } = readPage(parsed.value);
    expect(values.every(({ visible }) => visible)).toBe(true);
    expect(issues.some(({ code }) => code === 'part-covered')).toBe(false);
  }
  const empty = parseSnapshot(covered([0], ['', 0, 0, ['div', 0, 0]]));
  if (!empty.ok) throw new Error(empty.issues[0]?.message);
  expect(readPage(empty.value).issues.some(({ code }) => code === 'part-covered')).toBe(false);
});

test.each([['text'], [[-1]], [[0.5]], [[2, 1]], [[1, 1]], [['1']], [{}]])(
  'numbers that are %j are refused',
  (numbers) => {
    expect(parseSnapshot(covered(numbers)).ok).toBe(false);
  },
);

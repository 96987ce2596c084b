import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';
import { LARGEST_SNAPSHOT, parseSnapshot } from './parse-snapshot.js';

const page = snapshotOfHtml(
  '<dl><dt>Name<dd>Taz</dl><iframe src="https://other.example.net/"></iframe>',
  { url: 'https://rms.example.org/' },
);
const changed = (change: (data: Record<string, never>) => void) => {
  const data = JSON.parse(JSON.stringify(page));
  change(data);
  return JSON.stringify(data);
};
const told = (json: string) => {
  const result = parseSnapshot(json);
  return result.ok ? 'ok' : result.issues[0]?.message;
};

test('a snapshot comes back from its JSON as it was', () => {
  const result = parseSnapshot(JSON.stringify(page));
  expect(result).toMatchObject({ ok: true });
  if (result.ok) expect(readPage(result.value)).toEqual(readPage(page));
});

test('what is no snapshot is refused in words that say what to do', () => {
  for (const json of [
    '',
    'null',
    '[]',
    '{"version":1}',
    '{"version":1,"frames":[],"unread":[]}',
    '{"version":1,"frames":[{"path":[]}],"unread":[]}',
  ])
    expect(told(json)).toMatch(/Capture the page again|capture the page again/);
});

test('another version is refused', () => {
  expect(told(changed((data) => Object.assign(data, { version: 2 })))).toMatch(/another version/);
});

test('a snapshot beyond the bound is refused before it is parsed', () => {
  expect(told(' '.repeat(LARGEST_SNAPSHOT + 1))).toMatch(/too large/);
});

test.each([
  ['a tag that is a number', '"tagName":"dl"', '"tagName":7'],
  ['a text that is a list', '"value":"Taz"', '"value":["Taz"]'],
  ['properties that are a list', '"properties":{}', '"properties":[1]'],
  ['a property that is an object', '"properties":{}', '"properties":{"id":{}}'],
  ['a root inside the tree', '"tagName":"dl"', '"type":"root","tagName":"dl"'],
  ['a reason that is not one', '"no-answer"', '"because"'],
])('%s is refused', (_what, from, to) => {
  const json = JSON.stringify(page);
  expect(json).toContain(from);
  expect(parseSnapshot(json.replace(from, to)).ok).toBe(false);
});

test('__proto__ at any depth pollutes nothing and does not stay', () => {
  const poison = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
  const json = JSON.stringify(page)
    .replace('{"version"', `{${poison},"version"`)
    .replaceAll('{"type":"element"', `{${poison},"type":"element"`)
    .replace('"properties":{"src"', '"properties":{"__proto__":"x","src"');
  const result = parseSnapshot(json);
  expect(result.ok).toBe(true);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(JSON.stringify(result)).not.toMatch(/polluted|__proto__/);
  if (result.ok) expect(readPage(result.value).values).toHaveLength(1);
});

test('nesting beyond the bound is refused, and costs no stack', () => {
  const deep = (depth: number) =>
    `${'{"type":"element","tagName":"div","properties":{},"children":['.repeat(depth)}${']}'.repeat(depth)}`;
  const json = (depth: number) =>
    `{"version":1,"unread":[],"frames":[{"path":[],"url":"","title":"","tree":{"type":"root","children":[${deep(depth)}]}}]}`;
  expect(parseSnapshot(json(10_000)).ok).toBe(true);
  expect(told(json(30_000))).toMatch(/too deep/);
});

/** Tests of a taught adapter on its own page as a next release may change it, and on another record. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { Adapter } from '../adapter/adapter.js';
import type { FieldPath } from '../field/field-path.js';
import { knowsLabel } from '../name/knows-label.js';
import type { TaughtValue } from '../teach/taught.js';
import { teachAdapter } from '../teach/teach-adapter.js';
import { proveChanges, proveOnAnother } from './proof-change.js';
import { RELEASES, type ReleaseChange } from './release.js';

const ABOUT = { id: 'register/person', title: 'Register', owner: 'Test desk', version: '1.0.0' };

const record = (name: string, born: string, phone: string, contact = 'Telephone') =>
  pageOf(`<title>Enquiry</title><body><h1>Enquiry register</h1><h2>Young person</h2><table>
    <tr><th>Known as</th><td>${name}</td></tr><tr><th>Born</th><td>${born}</td></tr>
    <tr><th>${contact}</th><td>${phone}</td></tr></table>
    <h2>Parent</h2><table><tr><th>Telephone</th><td>07700 900322</td></tr></table></body>`);

function pageOf(html: string) {
  const snapshot = snapshotOfHtml(html, { url: 'https://register.example.org/enquiries/42' });
  return { snapshot, reading: readPage(snapshot, { knows: knowsLabel }) };
}

type Page = ReturnType<typeof pageOf>;

function pointing(page: Page, said: Readonly<Partial<Record<FieldPath, string>>>): TaughtValue[] {
  return Object.entries(said).map(([path, text]) => {
    const value = page.reading.values.find((each) => each.value === text);
    if (!value) throw new Error(`No value “${text}” on the page.`);
    return { path: path as FieldPath, valueId: value.id };
  });
}

const FIRST = record('Kit Wraxhollow', '14/03/2009', '07700 900321');
const SAID = pointing(FIRST, {
  'subject.name': 'Kit Wraxhollow',
  'subject.bornOn': '14/03/2009',
  'subject.phones[]': '07700 900321',
});
const TAUGHT = teachAdapter({ ...FIRST, taught: SAID, about: ABOUT });
const adapter = (): Adapter => {
  if (!TAUGHT.ok) throw new Error(JSON.stringify(TAUGHT.issues));
  return TAUGHT.value;
};

const readAfter = (change: ReleaseChange) => {
  const release = RELEASES.find(({ id }) => id === change);
  const values = FIRST.reading.values;
  if (!release) throw new Error(change);
  return readPage(release.change(FIRST, values), { knows: knowsLabel });
};

describe('a change that a release may bring', () => {
  it.each(RELEASES)(
    'changes the page, and leaves the one that was read as it was: $id',
    (release) => {
      const before = structuredClone(FIRST.snapshot);
      expect(release.change(FIRST, FIRST.reading.values)).not.toEqual(before);
      expect(FIRST.snapshot).toEqual(before);
    },
  );

  it('puts one more field above each, under another label', () => {
    const { values } = readAfter('one-more-field');
    expect(values.map(({ label }) => label)).toEqual(
      ['Known as', 'Born', 'Telephone', 'Telephone'].flatMap((label) => ['Locality band', label]),
    );
  });

  it('puts it under its own name where a box is named for screen readers alone', () => {
    const page = pageOf(`<body><h1>Enquiry register</h1><div><span>Known as</span>
      <input aria-label="Known as" value="Kit Wraxhollow"></div></body>`);
    const [first] = RELEASES;
    const changed = first ? first.change(page, page.reading.values) : page.snapshot;
    const { values } = readPage(changed, { knows: knowsLabel });
    expect(values.map(({ label, value }) => [label, value])).toEqual([
      ['Locality band', 'Qx7 review pending'],
      ['Known as', 'Kit Wraxhollow'],
    ]);
  });

  it('leaves none of the labels as it was in another language', () => {
    const labels = readAfter('other-labels').values.map(({ label }) => label);
    expect(labels).toHaveLength(4);
    expect(labels).not.toContain('Known as');
    expect(labels).not.toContain('Born');
  });

  it('hides the record behind another tab, and shows the record beside a hidden copy', () => {
    expect(readAfter('another-tab').values.filter(({ visible }) => visible)).toEqual([]);
    const { values } = readAfter('hidden-copy');
    expect(values.filter(({ visible }) => visible)).toHaveLength(4);
    expect(values.filter(({ visible }) => !visible)).toHaveLength(4);
  });
});

describe('proveChanges', () => {
  it('finds no other value under a taught name where labels are the ground', () => {
    expect(proveChanges(adapter(), FIRST, SAID)).toEqual({ tried: RELEASES.length, misread: [] });
  });

  it('names what a place alone would read once the screen has one more field', () => {
    const byPlace: Adapter = {
      ...adapter(),
      screens: [{ fields: { 'subject.name': [{ selector: 'table tr:nth-of-type(1) > td' }] } }],
    };
    const [name] = SAID;
    const { misread } = proveChanges(byPlace, FIRST, name ? [name] : []);
    expect(misread).toContainEqual({
      path: 'subject.name',
      change: 'one-more-field',
      text: 'Qx7 review pending',
      isTaken: false,
    });
  });
});

describe('proveOnAnother', () => {
  it('reads another record of the screen, each field with what it holds there', () => {
    const second = record('Ulla Thornquill', '2 May 2010', '07700 900377');
    expect(proveOnAnother(adapter(), second)).toMatchObject({
      title: 'Enquiry',
      fields: [
        { path: 'subject.name', reads: [{ value: 'Ulla Thornquill' }], saidToBe: [] },
        { path: 'subject.bornOn', reads: [{ value: '2010-05-02' }] },
        { path: 'subject.phones[]', reads: [{ value: '+447700900377' }] },
      ],
    });
  });

  it('reads nothing for a field that the other record lacks, and not a parent’s', () => {
    const fields = proveOnAnother(adapter(), record('Ulla Thornquill', '', '', 'Office'))?.fields;
    expect(fields?.map(({ path, reads }) => [path, reads.length])).toEqual([
      ['subject.name', 1],
      ['subject.bornOn', 0],
      ['subject.phones[]', 0],
    ]);
  });

  it('is silent on another screen', () => {
    const other = pageOf('<title>Stock</title><h1>Stock</h1><p>Item: a chair</p>');
    expect(proveOnAnother(adapter(), other)).toBeUndefined();
  });
});

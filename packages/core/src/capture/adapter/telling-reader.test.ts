/** Tests of a taught label over several values: a field’s reader chooses those of its own kind. */
import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import type { FieldPath } from '../field/field-path.js';
import { applyAdapter } from './apply-adapter.js';

const snapshot = snapshotOfHtml(
  `<h1>Referral</h1><dl><dt>Referred by</dt><dd>DC Marlow Voss</dd><dd>Fakeham CID</dd>
    <dd>01632 960144</dd></dl>`,
  { url: 'https://rms.example.org/1' },
);
const page = { snapshot, reading: readPage(snapshot) };

function readAs(path: FieldPath): readonly (string | undefined)[] {
  const { names } = applyAdapter([{ fields: { [path]: [{ label: 'Referred by' }] } }], page);
  return [...names.keys()].map((id) => page.reading.values.find((value) => value.id === id)?.value);
}

test('a telephone is only what reads as one', () => {
  expect(readAs('referrer.phone')).toEqual(['01632 960144']);
});

test('all of them stay for a field whose values can be any words', () => {
  expect(readAs('referrer.organisation')).toHaveLength(3);
});

test('all of them are offered where none reads as one', () => {
  expect(readAs('referrer.email')).toHaveLength(3);
});

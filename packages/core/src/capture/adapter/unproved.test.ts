/** Tests of taught labels whose place no longer proves itself: another field's value is offered, and never taken. */
import { expect, test } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import type { FieldPath } from '../field/field-path.js';
import type { Adapter, Locator } from './adapter.js';
import { isUnproved } from './unproved.js';

type Field = readonly [label: string, value: string];

function taken(path: FieldPath, locator: Locator, fields: readonly Field[]): readonly string[] {
  const lines = fields.map(
    ([label, value]) => `<dt>${label}</dt><dd>${value.replaceAll('\n', '<br>')}</dd>`,
  );
  return takenOn(path, locator, `<dl>${lines.join('')}</dl>`);
}

function takenOn(path: FieldPath, locator: Locator, record: string): readonly string[] {
  const snapshot = snapshotOfHtml(`<h1>Person record</h1>${record}`, {
    url: 'https://rms.example.org/1',
  });
  const adapter: Adapter = {
    id: 'test/record',
    title: 'Test',
    version: '1.0.0',
    owner: 'Test',
    engine: '>=0.0.1',
    match: { anchors: [{ heading: 'Person record' }] },
    screens: [{ fields: { [path]: [locator] } }],
    fixtures: [],
  };
  const page = { snapshot, reading: readPage(snapshot) };
  const { rows } = openDraft({ ...page, adapters: [adapter], way: 'page', host: testHost() });
  return rows.flatMap((row) =>
    row.path === path && row.decision.kind === 'take' ? [row.raw] : [],
  );
}

test.each<readonly [string, FieldPath, readonly Field[]]>([
  [
    'a reference with the words of another field over it',
    'referral.reference',
    [['Case ID', 'Review pending\nREF-26-112918']],
  ],
  ['a name with another line', 'subject.name', [['Child', 'Allocated\nImogen Vael']]],
  [
    'a label without a value, and its role below it',
    'referrer.name',
    [['Taken by', 'Pos.\nYouth Worker']],
  ],
  [
    'the label of another value',
    'subject.school',
    [
      ['Setting', 'Locality band'],
      ['Locality band', 'North'],
    ],
  ],
  [
    'one of two different values',
    'subject.school',
    [
      ['Setting', 'Testford Academy'],
      ['Notes', 'None yet'],
      ['Setting', 'Northmoor School'],
    ],
  ],
])('takes nothing from %s', (_, path, fields) => {
  expect(taken(path, { label: fields[0]?.[0] ?? '' }, fields)).toEqual([]);
});

test.each<readonly [string, FieldPath, readonly Field[]]>([
  ['an address over several lines', 'subject.address', [['Home', '1 Fen Row\nTestford\nZZ99 3VZ']]],
  [
    'the same value twice',
    'subject.school',
    [
      ['Setting', 'Testford Academy'],
      ['Notes', 'None yet'],
      ['Setting', 'Testford Academy'],
    ],
  ],
])('takes %s', (_, path, fields) => {
  expect(taken(path, { label: fields[0]?.[0] ?? '' }, fields)).not.toEqual([]);
});

test('takes each of several numbers of one person', () => {
  const fields: readonly Field[] = [['Call on', '07700 900321\n01632 960321']];
  expect(taken('subject.phones[]', { label: 'Call on' }, fields)).toHaveLength(2);
});

test('takes nothing from a place that has a label in it now', () => {
  const at: Locator = { selector: 'dd:nth-of-type(1)', beside: 'Setting' };
  const band: Field = ['Locality band', 'North'];
  expect(taken('subject.school', at, [['Setting', 'Testford Academy'], band])).toHaveLength(1);
  expect(taken('subject.school', at, [['Setting', 'Locality band'], band])).toEqual([]);
});

test('takes nothing from the next label and value, printed as its own label is', () => {
  const record = (name: string) =>
    `<main><p><b>Setting</b> <i>${name}</i></p><p><b>Band</b> <i>North</i></p></main>`;
  expect(takenOn('subject.school', { label: 'Setting' }, record('Testford Academy'))).toEqual([
    'Testford Academy',
  ]);
  expect(takenOn('subject.school', { label: 'Setting' }, record(''))).toEqual([]);
});

test('a value that only repeats its label proves nothing', () => {
  const { values, ...page } = readPage(
    snapshotOfHtml('<dl><dt>Taken by</dt><dd>Mared Vael</dd></dl>', {
      url: 'https://rms.example.org/1',
    }),
  );
  const [value] = values;
  if (!value) throw new Error('Nothing was read');
  const reading = { ...page, values };
  expect(isUnproved('referrer.name', value, { reading })).toBe(false);
  expect(isUnproved('referrer.name', { ...value, value: 'Taken by' }, { reading })).toBe(true);
});

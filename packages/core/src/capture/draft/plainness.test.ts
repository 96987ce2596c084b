import { expect, test } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from './open-draft.js';

const bornOn = (...cells: readonly ReadingCell[]) =>
  openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, value, decision }) =>
    path === 'subject.bornOn' ? [`${decision.kind} ${value}`] : [],
  );

test('of two birth dates, the one that is said to be the subject’s is taken', () => {
  const plain = { label: 'DOB', value: '21/06/2008' };
  const said = { label: 'Young person’s date of birth', value: '14/03/2009' };
  expect(bornOn(plain, said)).toEqual(['leave 2008-06-21', 'take 2009-03-14']);
  expect(bornOn(said, plain)).toEqual(['take 2009-03-14', 'leave 2008-06-21']);
});

test('of two that are said alike, the first is taken', () => {
  const first = { label: 'DOB', value: '21/06/2008' };
  const second = { label: 'Date of birth', value: '14/03/2009' };
  expect(bornOn(first, second)).toEqual(['take 2008-06-21', 'leave 2009-03-14']);
});

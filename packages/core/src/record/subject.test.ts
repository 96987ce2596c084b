import { expect, it } from 'vitest';
import { buildSubject } from '../testing/fiction/builder.js';
import { inUse, latestInUse } from './subject.js';

const subject = buildSubject({
  aliases: ['Ro', 'Wren'],
  phones: ['07700 900123', '07700 900124'],
  addresses: [
    { lines: '7 Sample Row', notedOn: '2026-11-01' },
    { lines: '9 Sample Row', notedOn: '2026-11-20', until: '2026-11-22' },
  ],
  ended: [
    { what: 'phones', value: '07700 900123', until: '2026-11-20' },
    { what: 'aliases', value: '07700 900124', until: '2026-11-20' },
  ],
});

it('gives what has ended to nobody as though it were so', () => {
  expect(inUse(subject, 'phones')).toEqual(['07700 900124']);
  expect(inUse(subject, 'aliases')).toEqual(['Ro', 'Wren']);
  expect(latestInUse(subject.addresses)?.lines).toBe('7 Sample Row');
  expect(latestInUse([])).toBeUndefined();
});

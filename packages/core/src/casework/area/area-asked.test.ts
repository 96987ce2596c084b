import { expect, it } from 'vitest';
import type { PlainDate } from '../../shared/primitives.js';
import { asksArea } from './area-asked.js';

const day = (date: string) => date as PlainDate;
const HOME = { lines: '1 New Row', postcode: 'GU99 1AA', notedOn: day('2026-11-02') };
const AREA = { forceArea: '45', notedOn: day('2026-11-02') };
const LOOKED = { ...AREA, fromPostcode: 'GU99 1AA', fromTable: 'A table' };

it.each([
  ['an address of the same day', [HOME], [AREA], false],
  ['an address that was noted later', [{ ...HOME, notedOn: day('2026-11-03') }], [AREA], true],
  ['its own postcode on a later day', [{ ...HOME, notedOn: day('2026-12-01') }], [LOOKED], false],
  ['its own postcode in other letters', [{ ...HOME, postcode: 'gu991aa' }], [LOOKED], false],
  ['another postcode', [{ ...HOME, postcode: 'GU99 1AB' }], [LOOKED], true],
  [
    'an address that has ended',
    [{ ...HOME, notedOn: day('2026-12-01'), until: day('2026-12-01') }],
    [AREA],
    false,
  ],
  ['no address', [], [AREA], false],
  ['no area', [HOME], [], false],
])('asks for the area again with %s: %s', (_what, addresses, areas, asked) => {
  expect(asksArea({ addresses, areas })).toBe(asked);
});

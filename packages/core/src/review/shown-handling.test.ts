import { expect, it } from 'vitest';
import { buildId } from '../testing/fiction/builder.js';
import { shownHandling } from './shown-handling.js';

const origin = buildId();
const rows = (...pairs: readonly (readonly [string, string])[]) =>
  ({ rows: pairs.map(([label, raw]) => ({ origin, label, raw })) }) as never;
const shown = (...pairs: readonly (readonly [string, string])[]) =>
  shownHandling(rows(...pairs), origin);

it('reads a grade with its conditions, and the codes next to their labels', () => {
  expect(shown(['Grade', '[1CP]'])).toEqual({ handlingCode: 'P' });
  expect(shown(['Text', 'He was seen [2BC A1 S2].'])).toEqual({
    handlingCode: 'C',
    handlingAction: 'A1',
    handlingSanitisation: 'S2',
  });
  expect(shown(['Handling code', 'C'], ['Handling conditions', 'A2 and S1'])).toMatchObject({
    handlingCode: 'C',
    handlingAction: 'A2',
    handlingSanitisation: 'S1',
  });
});

it('reads the reference of a package, and conditions in words', () => {
  expect(
    shown(['Package reference', ' NP/26/0042 '], ['Dissemination caveat', 'Not to the school']),
  ).toEqual({ packageReference: 'NP/26/0042', conditions: 'Not to the school' });
});

it('takes no road, crossing or unit for a code', () => {
  expect(shown(['Address', '12 A1 Court'], ['Notes', 'Seen on the A2, unit S1'])).toEqual({});
  expect(shownHandling(rows(['Grade', '[1CP]']), buildId())).toEqual({});
});

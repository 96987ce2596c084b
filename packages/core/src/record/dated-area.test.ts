import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import { areaOn, DatedArea } from './dated-area.js';

it.each([
  [{ forceArea: '43' }, true],
  [{ localAuthority: 'E07000178' }, true],
  [{ outside: 'scotland' }, true],
  [{}, false],
  [{ outside: 'scotland', forceArea: '43' }, false],
  [{ outside: 'scotland', localAuthority: 'E07000178' }, false],
])('is a force, a local authority or somewhere outside, and never both: %j', (area, isOne) => {
  expect(v.is(DatedArea, { ...area, notedOn: '2026-11-24' })).toBe(isOne);
});

it('is that of the day: noted by then, not ended before, and of several the last', () => {
  const area = (notedOn: string, until?: string) =>
    ({ notedOn, ...(until ? { until } : {}) }) as Pick<DatedArea, 'notedOn' | 'until'>;
  const [first, second] = [area('2026-01-10', '2026-03-31'), area('2026-03-01')];
  const on = (day: string) => areaOn([first, second], day as PlainDate);
  expect(on('2026-01-09')).toBeUndefined();
  expect(on('2026-01-10')).toBe(first);
  expect(on('2026-03-01')).toBe(second);
  expect(areaOn([second, first], '2026-03-31' as PlainDate)).toBe(second);
  expect(areaOn([first], '2026-03-31' as PlainDate)).toBe(first);
  expect(areaOn([first], '2026-04-01' as PlainDate)).toBeUndefined();
});

/** Concerns are listed by what must be looked at first, wherever they are listed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { LIST_FIELDS } from '../../desk/lists/fields/list-fields.js';
import { inOrder } from '../../desk/lists/find-rows.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import {
  CONCERN_STATES,
  concernOrder,
  isInDangerNow,
  mayBeInDanger,
  type OrderedConcern,
} from './concern-state.js';

const at = (day: string): Instant => `2026-11-${day}T09:00:00.000Z` as Instant;
const said = (concerns: readonly OrderedConcern[]) =>
  concerns
    .toSorted((a, b) => (concernOrder(a) < concernOrder(b) ? -1 : 1))
    .map(({ state, riskNow, raisedAt }) => `${riskNow ?? '-'} ${state} ${raisedAt.slice(8, 10)}`);

it('rules out danger only where the risk is known to be lesser', () => {
  const risks = ['immediate', 'serious', 'concern', 'not-known', 'a-code-of-before', undefined];
  expect(risks.filter((risk) => !mayBeInDanger(risk))).toEqual(['concern']);
});

describe('the order of concerns', () => {
  it('is danger, then nobody told, then the open ones by day, and the closed ones last', () => {
    const concerns: readonly OrderedConcern[] = [
      { state: 'closed', riskNow: 'immediate', raisedAt: at('24') },
      { state: 'open', raisedAt: at('03') },
      { state: 'open', raisedAt: at('20') },
      { state: 'untold', raisedAt: at('01') },
      { state: 'open', riskNow: 'immediate', raisedAt: at('02') },
      { state: 'closed', raisedAt: at('05') },
    ];
    expect(said(concerns)).toEqual([
      'immediate open 02',
      '- untold 01',
      '- open 20',
      '- open 03',
      'immediate closed 24',
      '- closed 05',
    ]);
  });

  it('is by risk among those of one state, and an unknown risk is no small one', () => {
    const untold = { state: 'untold' } as const;
    const concerns: readonly OrderedConcern[] = [
      { ...untold, riskNow: 'concern', raisedAt: at('24') },
      { ...untold, riskNow: 'not-known', raisedAt: at('10') },
      { ...untold, raisedAt: at('12') },
      { ...untold, riskNow: 'serious', raisedAt: at('02') },
      { ...untold, riskNow: 'serious', raisedAt: at('03') },
      { state: 'closed', riskNow: 'concern', raisedAt: at('09') },
      { state: 'closed', riskNow: 'serious', raisedAt: at('08') },
    ];
    expect(said(concerns)).toEqual([
      'serious untold 03',
      'serious untold 02',
      '- untold 12',
      'not-known untold 10',
      'concern untold 24',
      'concern closed 09',
      'serious closed 08',
    ]);
  });

  it('never has one behind another of which somebody may wait longer', () => {
    const concern = fc.record({
      state: fc.constantFrom(...CONCERN_STATES),
      riskNow: fc.constantFrom('immediate', 'none', undefined),
      raisedAt: fc
        .integer({ min: 0, max: 4e12 })
        .map((ms) => new Date(ms).toISOString() as Instant),
    });
    fc.assert(
      fc.property(concern, concern, (one, other) => {
        const isFirst = concernOrder(one) < concernOrder(other);
        if (isInDangerNow(one) && !isInDangerNow(other)) expect(isFirst).toBe(true);
        if (one.state !== 'closed' && other.state === 'closed') expect(isFirst).toBe(true);
      }),
    );
  });

  it('is the order of the list by its state', () => {
    const known = {
      today: '2026-11-24' as PlainDate,
      lists: gatherCodeLists(),
      dueOf: () => [],
      dueAbout: () => [],
      referralOf: () => undefined,
      levelsOf: () => undefined,
      levels: [],
    };
    const row = (nth: number, over: Omit<OrderedConcern, 'raisedAt'>) => ({
      id: `11111111-1111-4111-8111-11111111111${nth}` as RecordId,
      otherNames: [],
      raisedAt: at(`1${nth}`),
      ...over,
      riskNow: over.riskNow ?? 'none',
    });
    const rows = [
      row(1, { state: 'closed' }),
      row(2, { state: 'open' }),
      row(3, { state: 'untold' }),
    ];
    const order = inOrder(
      rows,
      { sort: 'state', isDescending: false },
      LIST_FIELDS.concerns(known),
    );
    expect(order.map(({ state }) => state)).toEqual(['untold', 'open', 'closed']);
  });
});

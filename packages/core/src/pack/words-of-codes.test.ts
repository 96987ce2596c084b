/** The words of a code on the day of a record, whatever was taken in, in whatever order, before or since. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLabel, codesInForce } from '../codes/code-list.js';
import type { PlainDate } from '../shared/primitives.js';
import {
  anyDay,
  anyHeld,
  anyPack,
  anyPolicyRecall,
  DAYS,
  IDS,
} from '../testing/pack/any-packs-under-test.js';
import {
  codeListDefinition,
  day,
  instant,
  packOf,
  testIssuer,
} from '../testing/pack-under-test.js';
import { codeListsInForce } from './code-lists-in-force.js';
import { keepIssuers } from './issuer.js';
import { takeIn } from './judge-pack.js';
import type { HeldPack } from './pack.js';
import { compareText, type PacksHeld } from './packs-held.js';

const force = testIssuer('force');
const held = (packs: readonly HeldPack[]): PacksHeld => ({
  shipped: [codeListDefinition({ shipped: 'Shipped' })],
  packs,
  issuers: [force.pinned],
});
const version = (
  nth: number,
  words: Readonly<Record<string, string>>,
  { from, takenInOn = from, ...more }: { from: string; takenInOn?: string; isHistory?: true },
) =>
  packOf(force, {
    version: nth,
    from: day(from),
    takenInOn: day(takenInOn),
    definitions: [codeListDefinition(words, { version: `${nth}.0.0` })],
    ...more,
  });
const EVENING = { club: 'Evening' };
const WORKSHOP = { club: 'Workshop', hall: 'A hall' };
const shown = (packs: readonly HeldPack[], on: string, code = 'club') =>
  codeLabel(codeListsInForce(held(packs), day('2026-12-20')), 'necessity', code, day(on));

describe('the words of a code on the day on which they change', () => {
  const first = version(1, EVENING, { from: '2026-12-02' });
  const second = version(2, WORKSHOP, { from: '2026-12-09' });

  it('are those that were there first, and the new ones from the next day', () => {
    expect(
      ['2026-12-02', '2026-12-08', '2026-12-09', '2026-12-10'].map((on) =>
        shown([first, second], on),
      ),
    ).toEqual(['Evening', 'Evening', 'Evening', 'Workshop']);
  });

  it('are those that were there first though both came in on one day', () => {
    const both = [first, version(2, WORKSHOP, { from: '2026-12-02' })];
    expect(['2026-12-02', '2026-12-03'].map((on) => shown(both, on))).toEqual([
      'Evening',
      'Workshop',
    ]);
  });

  it('are those of a pack of a stronger issuer only from the next day, though it came in on the same', () => {
    const national = testIssuer('national');
    const theirs = packOf(national, {
      from: day('2026-12-02'),
      takenInOn: day('2026-12-02'),
      definitions: [codeListDefinition(WORKSHOP)],
    });
    const words = (packs: readonly HeldPack[], on: string) => {
      const of = { ...held(packs), issuers: [force.pinned, national.pinned] };
      return codeLabel(codeListsInForce(of, day('2026-12-20')), 'necessity', 'club', day(on));
    };
    expect(words([first, theirs], '2026-12-02')).toBe('Evening');
    expect(words([first, theirs], '2026-12-03')).toBe('Workshop');
    expect(words([theirs, first], '2026-12-02')).toBe('Workshop');
  });

  it('are its own for a code that came and went on one day, whatever history is taken in later', () => {
    const national = testIssuer('national');
    const theirs = packOf(national, {
      from: day('2026-11-01'),
      isHistory: true,
      definitions: [codeListDefinition(WORKSHOP)],
    });
    const gone = version(2, { hall: 'A hall' }, { from: '2026-12-02' });
    const of = { ...held([first, gone, theirs]), issuers: [force.pinned, national.pinned] };
    const lists = codeListsInForce(of, day('2026-12-20'));
    expect(codeLabel(lists, 'necessity', 'club', day('2026-12-02'))).toBe('Evening');
    expect(codeLabel(lists, 'necessity', 'club', day('2026-12-03'))).toBe('Workshop');
  });

  it('are the new ones where the new version was known the day before', () => {
    const later = version(2, WORKSHOP, { from: '2026-12-09', takenInOn: '2026-12-03' });
    expect(shown([first, later], '2026-12-08')).toBe('Evening');
    expect(shown([first, later], '2026-12-09')).toBe('Workshop');
  });

  it('leave what can be chosen on that day as it is: new codes at once, codes that went no more', () => {
    const lists = codeListsInForce(
      held([version(1, { ...EVENING, park: 'A park' }, { from: '2026-12-02' }), second]),
      day('2026-12-09'),
    );
    const offered = codesInForce(lists, 'necessity', day('2026-12-09'));
    expect(offered.map(({ code, label }) => `${code}: ${label}`)).toEqual([
      'club: Evening',
      'hall: A hall',
    ]);
    expect(codeLabel(lists, 'necessity', 'park', day('2026-12-09'))).toBe('A park');
    expect(codeLabel(lists, 'necessity', 'club')).toBe('Evening');
  });

  it('are those that were chosen that morning though all is recalled on the day on which a weaker list began', () => {
    const national = testIssuer('national');
    const theirs = packOf(national, {
      from: day('2026-11-01'),
      takenInOn: day('2026-11-01'),
      definitions: [codeListDefinition(WORKSHOP)],
    });
    const expected = version(1, EVENING, { from: '2026-12-09', takenInOn: '2026-12-03' });
    const recall = {
      kind: 'code-list',
      id: 'necessity',
      versions: '*',
      reason: 'Two rows were swapped.',
      recalledOn: day('2026-12-09'),
    } as const;
    const of = {
      ...held([theirs, expected]),
      issuers: [force.pinned, national.pinned],
      recalls: [recall],
    };
    const lists = codeListsInForce(of, day('2026-12-20'));
    expect(codeLabel(lists, 'necessity', 'club', day('2026-12-08'))).toBe('Workshop');
    expect(codeLabel(lists, 'necessity', 'club', day('2026-12-09'))).toBe('Workshop');
  });
});

describe('the words of a code on a day on which it was not in force here', () => {
  const later = { takenInOn: '2026-12-15' };
  const first = version(1, EVENING, { from: '2026-12-02', ...later });
  const second = version(2, WORKSHOP, { from: '2026-12-09', ...later });
  const history = version(1, EVENING, { from: '2026-12-02', ...later, isHistory: true });

  it.each([
    ['both came later', [first, second]],
    ['the later came first, and the earlier is history', [second, history]],
  ])('are those of the version that was for that day, where %s', (_where, packs) => {
    const words = ['2026-12-01', '2026-12-02', '2026-12-08', '2026-12-09', '2026-12-14'];
    expect(words.map((on) => shown(packs, on))).toEqual([
      'Evening',
      'Evening',
      'Evening',
      'Workshop',
      'Workshop',
    ]);
  });

  it('are those of the version that has the code, where the later has dropped it', () => {
    const without = version(2, { hall: 'A hall' }, { from: '2026-12-09', ...later });
    expect(shown([first, without], '2026-12-16')).toBe('Evening');
  });

  it('are those of the first version on a day before all of them, though they are of one day', () => {
    const sameDay = version(2, WORKSHOP, { from: '2026-12-02', ...later });
    expect(shown([first, sameDay], '2026-12-01')).toBe('Evening');
    expect(shown([first, sameDay], '2026-12-02')).toBe('Workshop');
  });

  it('are for no day before the one on which their version was made', () => {
    const backdated = {
      ...version(2, WORKSHOP, { from: '2026-12-01', ...later }),
      madeAt: instant('2026-12-09T10:00:00.000Z'),
    };
    expect(shown([first, backdated], '2026-12-08')).toBe('Evening');
    expect(shown([first, backdated], '2026-12-09')).toBe('Workshop');
  });
});

const codesOf = (of: PacksHeld) => [
  ...new Set(
    [...of.shipped, ...of.packs.flatMap(({ definitions }) => definitions)].flatMap((each) =>
      each.kind === 'code-list' ? each.value.codes.map(({ code }) => code) : [],
    ),
  ),
];

it('does not change with the order of taking in for a day before all of it', () => {
  fc.assert(
    fc.property(anyHeld, fc.infiniteStream(anyDay), (of, days) => {
      const taken = (packs: readonly HeldPack[]) => ({
        ...of,
        packs: packs.map((pack) => ({ ...pack, takenInOn: day('2027-01-01') })),
      });
      const one = codeListsInForce(taken(of.packs), day('2027-01-01'));
      const other = codeListsInForce(taken(of.packs.toReversed()), day('2027-01-01'));
      for (const id of IDS)
        for (const code of codesOf(of))
          for (const on of [...days.take(3)].filter((each) => each < day('2027-01-01')))
            expect(codeLabel(other, id, code, on)).toBe(codeLabel(one, id, code, on));
    }),
    { numRuns: 300 },
  );
});

it('never changes for a record of a day on which the code could be chosen, by anything later', () => {
  type Event = (of: PacksHeld, today: PlainDate) => PacksHeld;
  const anyEvent: fc.Arbitrary<Event> = fc.oneof(
    anyPack.map(
      ({ isHistory: _, ...pack }): Event =>
        (of, today) => {
          const taken = takeIn(of, pack, { today });
          return taken.ok ? { ...of, packs: [...of.packs, taken.value] } : of;
        },
    ),
    anyPolicyRecall.map(
      (recall): Event =>
        (of, recalledOn) => ({
          ...of,
          recalls: [...(of.recalls ?? []), { ...recall, recalledOn }],
        }),
    ),
    fc.nat().map(
      (nth): Event =>
        (of, today) => {
          const left = of.issuers.filter((_, at) => at !== nth % of.issuers.length);
          return { ...of, issuers: keepIssuers(of.issuers, left, today) };
        },
    ),
  );
  let seen = 0;
  fc.assert(
    fc.property(
      anyHeld,
      fc.array(fc.tuple(anyEvent, anyDay), { minLength: 1, maxLength: 6 }),
      ({ packs: _, recalls: __, ...bare }, given) => {
        const events = given.toSorted(([, one], [, other]) => compareText(one, other));
        let of: PacksHeld = {
          ...bare,
          packs: [],
          issuers: bare.issuers.map(({ recalledOn: ___, ...issuer }) => issuer),
        };
        const remembered = new Map<string, string>();
        for (const [event, today] of events) {
          of = event(of, today);
          const lists = codeListsInForce(of, today);
          for (const [key, label] of remembered) {
            const [id = '', code = '', on = ''] = key.split(' ');
            seen += 1;
            expect([key, codeLabel(lists, id, code, day(on))]).toEqual([key, label]);
          }
          for (const id of IDS)
            for (const on of DAYS.filter((each) => each <= today))
              for (const { code, label } of codesInForce(lists, id, on))
                remembered.set(`${id} ${code} ${on}`, label);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(100);
});

/** Instruments and answers made at random, and one small enough to be worked out by hand. */
import fc from 'fast-check';
import { answersTo, offeredBy } from '../risk/answer.js';
import { checkInstrument } from '../risk/check-instrument.js';
import type { Answers, Band, Clause, Instrument, Item, Rule } from '../risk/instrument.js';

const ground = { kind: 'judgement', text: 'Test' } as const;
const LEVELS = ['low', 'medium', 'high', 'grave'];

/** Any answers to the instrument, with some missing. */
export function anyAnswers(instrument: Instrument): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      instrument.items.map((each) => [
        each.id,
        fc.constantFrom(...answersTo(each).map(({ answer }) => answer)),
      ]),
    ),
    { requiredKeys: [] },
  );
}

const anyItem = fc
  .record({
    bears: fc.constantFrom('concern', 'strength', 'context' as const),
    weight: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    points: fc.option(
      fc.dictionary(
        fc.constantFrom('present', 'partly', 'absent', 'often', 'twice'),
        fc.integer({ min: 0, max: 6 }),
        { minKeys: 2, maxKeys: 5 },
      ),
      { nil: undefined },
    ),
  })
  .map(({ bears, weight, points }, index = 0): Omit<Item, 'id'> => {
    const base = { prompt: `Item ${index}`, bears, source: 'Test' } as const;
    if (bears === 'context') return base;
    const sign = bears === 'strength' ? -1 : 1;
    const signed = points
      ? Object.fromEntries(Object.entries(points).map(([key, each]) => [key, sign * each || 0]))
      : undefined;
    return {
      ...base,
      ...(weight === undefined ? {} : { weight }),
      ...(signed === undefined ? {} : { points: signed }),
    };
  });

/** Any instrument with weights, points, rules that limit levels from above and below, and context, as from a file. */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
  .tuple(
    fc.array(anyItem, { minLength: 1, maxLength: 8 }),
    fc.uniqueArray(fc.integer({ min: -12, max: 24 }), { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.record({
        picks: fc.array(
          fc.record({
            items: fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }),
            answers: fc.uniqueArray(fc.constantFrom('present', 'partly', 'absent', 'often'), {
              minLength: 1,
              maxLength: 3,
            }),
            count: fc.integer({ min: 1, max: 4 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
        band: fc.nat(3),
        isFloor: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
  )
  .map(([bare, thresholds, wished]): Instrument => {
    const items = bare.map((item, i): Item => ({ id: `item-${i}`, ...item }));
    const usesScale = items.some(({ weight, points }) => weight !== undefined && !points);
    const isScored = items.some(
      ({ bears, weight, points }) => bears !== 'context' && (points ?? weight) !== undefined,
    );
    const bands = thresholds
      .toSorted((a, b) => a - b)
      .map(
        (from, i): Band => ({
          id: LEVELS[i] ?? '',
          label: LEVELS[i] ?? '',
          ...(isScored ? { from } : {}),
        }),
      );
    const clause = (pick: (typeof wished)[number]['picks'][number]): Clause | undefined => {
      const named = items.filter(
        (item, i) =>
          pick.items.includes(i) &&
          item.bears !== 'context' &&
          pick.answers.some((answer) => offeredBy(item).includes(answer)),
      );
      if (named.length === 0) return undefined;
      const count = Math.min(pick.count, named.length);
      return { items: named.map(({ id }) => id), answers: pick.answers, count };
    };
    const rules = wished.flatMap(({ picks, band, isFloor }, i): readonly Rule[] => {
      const when = picks.flatMap((pick) => clause(pick) ?? []);
      const id = bands[band % bands.length]?.id ?? '';
      if (when.length === 0) return [];
      const held = isFloor ? { atLeast: id } : { atMost: id };
      return [{ id: `rule-${i}`, when, ...held, reason: ground }];
    });
    return {
      id: 'random',
      title: 'Random',
      version: '1.0.0',
      status: 'illustrative',
      source: 'Test',
      ...(usesScale ? { scale: { present: 2, partly: 1, absent: 0 } } : {}),
      items,
      bands,
      rules,
    };
  })
  // A refused instrument is not an instrument: a law about it would say nothing.
  .filter((instrument) => checkInstrument(instrument).ok);

/** An instrument with answers to it. */
export const anyAnswered = anyInstrument.chain((instrument) =>
  fc.tuple(fc.constant(instrument), anyAnswers(instrument)),
);

/** An instrument with points, a weight, rules both ways, minimum answers and an age, few enough to work out by hand. */
export const HANDMADE: Instrument = {
  id: 'handmade',
  title: 'Handmade',
  version: '2.1.0',
  status: 'illustrative',
  source: 'Test',
  applies: [
    { fact: 'age', atLeast: 10, atMost: 17, reason: { kind: 'law', text: 'Only 10 to 17' } },
  ],
  minimum: [{ answered: 2, reason: ground }],
  scale: { present: 2, partly: 1, absent: 0 },
  items: [
    { id: 'access', prompt: 'Access', bears: 'concern', source: 'Test', weight: 2 },
    {
      id: 'forums',
      prompt: 'Forums',
      bears: 'concern',
      source: 'Test',
      points: { daily: 4, weekly: 2, never: 0 },
      answers: { daily: 'Every day', weekly: 'Every week', never: 'Never' },
    },
    { id: 'adult', prompt: 'An adult', bears: 'strength', source: 'Test', weight: 1 },
    { id: 'hurt', prompt: 'Somebody was hurt', bears: 'concern', source: 'Test' },
    { id: 'notes', prompt: 'Needs', bears: 'context', source: 'Test' },
  ],
  bands: [
    { id: 'low', label: 'Low', from: -2 },
    { id: 'medium', label: 'Medium', from: 3 },
    { id: 'high', label: 'High', from: 6, reason: { kind: 'guidance', text: 'Much of it' } },
  ],
  rules: [
    {
      id: 'hurt',
      when: [{ items: ['hurt'], answers: ['present'] }],
      atLeast: 'high',
      reason: { kind: 'law', text: 'Somebody was hurt' },
    },
    {
      id: 'nothing-done',
      when: [{ items: ['access'], answers: ['absent'] }],
      atMost: 'medium',
      reason: ground,
    },
  ],
};

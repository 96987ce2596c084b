import {
  type DraftRow,
  FIELD_PATHS,
  LABEL_METHODS,
  NAMING_RULES,
  type PlainDate,
  type RecordId,
} from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toSpareRow, wholeRow } from './spare-row.js';

const origin = '3f2b1c9a-1111-4222-8333-444455556661' as RecordId;

/** Few, so that neighbouring texts are often the same. */
const text = fc.constantFrom('', 'Vael', 'vael', '2011-02-28');
const place = fc.record({
  frame: fc.array(fc.nat(3), { maxLength: 2 }),
  selector: text,
  verbatim: text,
});
const method = fc.constantFrom(...LABEL_METHODS);
const issue = fc.record(
  {
    code: fc.constant('date-unreadable'),
    message: text,
    at: text,
    severity: fc.constantFrom('error' as const, 'warning' as const),
  },
  { requiredKeys: ['code', 'message', 'severity'] },
);

/** Fields that only an officer’s answer sets, after the row has travelled. */
type Answered = 'settled' | 'decidedBy' | 'started';
type Travelling = Record<Exclude<keyof DraftRow, Answered>, unknown>;

const always = {
  id: text,
  origin: fc.constant(origin),
  path: fc.option(fc.constantFrom(...FIELD_PATHS), { nil: undefined }),
  label: text,
  owner: fc.array(text, { maxLength: 2 }),
  raw: text,
  value: text,
  issues: fc.array(issue, { maxLength: 2 }),
  sensitivity: fc.constantFrom<DraftRow['sensitivity']>(
    'none',
    'personal',
    'special',
    'criminal',
    'source',
  ),
  place,
  visible: fc.boolean(),
  method: fc.oneof(method, fc.constant('selector' as const)),
  namedBy: fc.constantFrom<DraftRow['namedBy']>('adapter', 'generic', 'officer'),
  runnersUp: fc.array(fc.record({ label: text, method, score: fc.integer() }), { maxLength: 2 }),
  freeText: fc.boolean(),
  decision: fc.constantFrom<DraftRow['decision']>(
    { kind: 'take' },
    { kind: 'leave' },
    { kind: 'mask' },
  ),
};
const sometimes = {
  either: fc.record({
    dayFirst: fc.constant('2008-09-05' as PlainDate),
    monthFirst: fc.constant('2008-05-09' as PlainDate),
    starts: fc.constantFrom('take' as const, 'leave' as const),
  }),
  index: fc.nat(),
  listed: fc.record({
    list: text,
    row: text,
    starts: fc.constantFrom('take' as const, 'leave' as const),
  }),
  notKnown: fc.constant(true as const),
  rule: fc.constantFrom(...NAMING_RULES),
  platform: text,
  madeOf: fc.array(place, { maxLength: 2 }),
  alsoAt: fc.array(fc.record({ origin: fc.constant(origin), label: text, raw: text, place }), {
    maxLength: 2,
  }),
};
const row: fc.Arbitrary<DraftRow> = fc.record(
  // A field that is new to a row does not compile before it travels.
  { ...always, ...sometimes } satisfies Travelling,
  { requiredKeys: Object.keys(always) as (keyof typeof always)[] },
);

it('is the same row again once it has travelled, whatever of it is usual', () => {
  fc.assert(
    fc.property(row, (made) => {
      const travelled = JSON.parse(JSON.stringify(toSpareRow(made)));
      const whole = wholeRow(travelled, origin);
      expect(whole).toStrictEqual(plain(made));
      expect(Object.hasOwn(whole, 'path')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('says nothing of what most rows have', () => {
  const [usual] = fc.sample(row, 1);
  if (!usual) throw new Error('No row');
  const travelled = toSpareRow({
    ...usual,
    path: undefined,
    raw: 'Vael',
    value: 'Vael',
    issues: [],
    sensitivity: 'personal',
    place: { frame: [], selector: 'p', verbatim: 'Vael' },
    visible: true,
    namedBy: 'generic',
    runnersUp: [],
    freeText: false,
    decision: { kind: 'leave' },
  });
  const told = ['id', 'label', 'owner', 'raw', 'place', 'method', ...Object.keys(sometimes)];
  expect(told).toEqual(expect.arrayContaining(Object.keys(travelled)));
  expect(travelled.place).toEqual({ selector: 'p' });
});

it('has no decision of the officer’s', () => {
  const [made] = fc.sample(row, 1);
  if (!made) throw new Error('No row');
  const corrected = { ...made, decision: { kind: 'take-corrected', value: 'Vael' } } as const;
  expect(() => toSpareRow(corrected)).toThrow(TypeError);
});

/** Gives fast-check's records a prototype, as parsed values have. */
function plain(made: DraftRow): DraftRow {
  return { ...structuredClone(made) };
}

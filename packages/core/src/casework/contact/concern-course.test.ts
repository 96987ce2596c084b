import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { ConcernAddition } from '../../record/concern-addition.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import { buildSafeguardingConcern } from '../../testing/fiction/builder.js';
import { concernCourse } from './concern-course.js';
import { concernTellings } from './concern-tellings.js';

const lists = gatherCodeLists();
const moment = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;
const createdAt = moment('09:30');

it('gives every step by when it happened, with what was said at it', () => {
  const value = buildSafeguardingConcern({
    what: 'Said he would not go home.',
    told: ['mash'],
    toldAt: moment('09:00'),
    toldWhat: 'All but the name of the friend.',
    additions: [
      {
        addedAt: moment('12:00'),
        acknowledgedBy: 'The front door',
        acknowledgedAt: moment('11:00'),
      },
      { addedAt: moment('11:30'), escalatedTo: 'Duty manager', escalatedAt: moment('10:00') },
      { addedAt: moment('13:00'), what: 'He is home.', reviewOn: '2026-12-01' },
    ],
    closedOn: '2026-11-24',
    closedWhy: 'A plan is in place.',
  });
  const course = concernCourse({ value, createdAt });
  expect(course.map(({ name, at }) => `${name} ${at.slice(11, 16)}`)).toEqual([
    'told 09:00',
    'raised 09:30',
    'escalated 10:00',
    'acknowledged 11:00',
    'reviewed 13:00',
    'closed ',
  ]);
  expect(course[2]).toMatchObject({ recordedAt: moment('11:30'), of: 'addition' });
  expect(course[0]?.said).toMatchObject({ toldWhat: 'All but the name of the friend.' });
});

const anyMoment = fc.integer({ min: 0, max: 23 }).map((hour) => moment(`${10 + (hour % 14)}:00`));
const anyAddition: fc.Arbitrary<ConcernAddition> = fc
  .record(
    {
      what: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
      told: fc.constant<string[]>(['supervisor']),
      toldAt: anyMoment,
      acknowledgedBy: fc.constant('The front door'),
      acknowledgedAt: anyMoment,
      crimeReference: fc.constant('43TEST/1'),
    },
    { requiredKeys: [] },
  )
  .chain((said) => anyMoment.map((addedAt) => ({ addedAt, ...said })));

it('loses nothing, and says nothing twice: each answer is in one step', () => {
  fc.assert(
    fc.property(
      fc.array(anyAddition, { maxLength: 6 }),
      fc.constantFrom<string[][]>(['mash'], ['nobody-yet'], ['supervisor']),
      fc.option(fc.constant('2026-11-25' as PlainDate), { nil: undefined }),
      (additions, told, closedOn) => {
        const value = {
          ...buildSafeguardingConcern({
            toldWhom: 'The front door',
            toldHow: 'By telephone',
            toldWhat: 'All of it',
            reference: 'MASH-1',
            parentTold: 'no',
            whyParentNotTold: 'It would not be safe',
            crimeDisclosed: 'yes',
            crimeRecorded: 'recorded',
            crimeReference: '43TEST/1',
          }),
          told,
          additions,
          ...(closedOn ? { closedOn, closedWhy: 'Done.' } : {}),
        };
        const { id: _, additions: __, ...first } = value;
        const course = concernCourse({ value, createdAt });
        const said = course.flatMap((step) =>
          Object.entries(step.said).map(([name, held]) => [
            step.of === 'concern' ? 'concern' : step.id,
            name,
            held,
          ]),
        );
        const expected = [
          ...Object.entries(first).map(([name, held]) => ['concern', name, held]),
          ...additions.flatMap(({ addedAt, ...each }, nth) =>
            Object.entries(each).map(([name, held]) => [`additions[${nth}]`, name, held]),
          ),
        ];
        const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(sorted(said)).toEqual(sorted(expected));
        expect(new Set(course.map(({ id }) => id)).size).toBe(course.length);
        const days = course.map(({ at }) => (at.length === 10 ? `${at}T24` : at));
        expect(days).toEqual([...days].sort());
      },
    ),
  );
});

it('says what was told to whom, and who has acknowledged it', () => {
  const value = buildSafeguardingConcern({
    told: ['mash'],
    toldWhom: 'The front door',
    additions: [
      { addedAt: moment('10:00'), acknowledgedBy: 'Ottilie Brandt' },
      { addedAt: moment('11:00'), what: 'He is home.' },
      { addedAt: moment('12:00'), told: ['supervisor'], toldWhat: 'That he is home.' },
      { addedAt: moment('13:00'), told: ['mash'], toldAt: moment('12:30') },
    ],
  });
  expect(concernTellings({ value, createdAt }, lists)).toMatchObject([
    {
      told: ['mash'],
      toldAt: createdAt,
      acknowledgement: { by: 'Ottilie Brandt', at: moment('10:00') },
    },
    { told: ['supervisor'], toldWhat: 'That he is home.', acknowledgement: 'not-expected' },
    { told: ['mash'], toldAt: moment('12:30'), acknowledgement: 'awaited' },
  ]);
});

it('expects of each telling what the list said on its day', () => {
  const list = lists.get('safeguarding-told');
  const row = list?.codes.find(({ code }) => code === 'mash');
  if (!list || !row) throw new Error('no list');
  const { acknowledges: _, ...not } = row;
  const codes = [
    { ...row, to: '2026-11-23' as PlainDate },
    { ...not, from: '2026-11-24' as PlainDate, to: '2026-11-24' as PlainDate },
    { ...row, from: '2026-11-25' as PlainDate },
  ];
  const dated = new Map(lists).set(list.id, { ...list, codes });
  const on = (day: string) => {
    const at = `${day}T09:30:00.000Z` as Instant;
    const value = buildSafeguardingConcern({ told: ['mash'] });
    return concernTellings({ value, createdAt: at }, dated)[0]?.acknowledgement;
  };
  expect(['2026-11-23', '2026-11-24', '2026-11-25'].map(on)).toEqual([
    'awaited',
    'not-expected',
    'awaited',
  ]);
});

/** Laws of every picture of a case: each mark, level and noting of its days once, and nothing that no record says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { addDays } from '../../shared/dates.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { timeline } from '../case/timeline.js';
import { caseCourse } from './case-course.js';
import { type CasePicture, casePicture } from './case-picture.js';
import { ownRecords } from './own-records.js';

const TODAY = '2026-11-24' as PlainDate;
const subject = heldRecord('subject');
const about = { subjectId: subject.id };
const lists = gatherCodeLists();

/** Also days to come: the clock of another computer may run ahead of this one. */
const anyDay = fc.integer({ min: -1500, max: 40 }).map((days) => addDays(TODAY, days));
const fewDays = fc.integer({ min: -3, max: 1 }).map((days) => addDays(TODAY, days));

type Made = (on: PlainDate) => StoredRecord;
const MAKERS: readonly Made[] = [
  (heldOn) => heldRecord('intervention', { ...about, heldOn }),
  (heldOn) => heldRecord('intervention', { ...about, heldOn, outcome: 'not-present' }),
  (arrangedFor) => heldRecord('session', { ...about, arrangedFor, attendance: 'attended' }),
  (decidedOn) => heldRecord('decision', { ...about, decidedOn }),
  (servedOn) => heldRecord('ceaseAndDesist', { ...about, servedOn }),
  (on) => heldRecord('sourceCapture', { capturedAt: `${on}T10:00:00.000Z` }),
  (on) => assessed(on, 'Medium'),
  (on) => assessed(on, 'High'),
];

function assessed(assessedOn: PlainDate, label: string): StoredRecord<'assessment'> {
  return heldRecord('assessment', {
    ...about,
    assessedOn,
    signedAt: `${assessedOn}T12:00:00.000Z` as Instant,
    levels: [{ id: label.toLowerCase(), label }],
    noLevel: undefined,
  });
}

const recordsOn = (day: fc.Arbitrary<PlainDate>, maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...MAKERS), day), { maxLength })
    .map((made) => made.map(([make, on]) => make(on)));

interface Drawn {
  readonly records: readonly StoredRecord[];
  readonly picture: CasePicture | undefined;
}

function drawn(
  own: readonly StoredRecord[],
  days: { from?: PlainDate; to?: PlainDate } = {},
): Drawn {
  const records = [subject, ...own];
  const course = caseCourse(ownRecords(records, subject.id), TODAY);
  const picture = casePicture(course, timeline(own, lists), {
    today: TODAY,
    mostFolds: 40,
    ...days,
  });
  return { records, picture };
}

function holds({ records, picture }: Drawn): void {
  const captures = records.filter(
    ({ kind, value }) =>
      kind === 'sourceCapture' && 'capturedAt' in value && value.capturedAt.slice(0, 10) <= TODAY,
  );
  const course = caseCourse(ownRecords(records, subject.id), TODAY);
  if (!picture) {
    expect([...course.course, ...course.levels, ...captures]).toEqual([]);
    return;
  }
  const { from, to, marks, levels = [], folded } = picture;
  expect(to).toBe(TODAY);
  // Every mark of the course, each of its records once.
  expect(marks.flatMap(({ records: ids }) => ids).toSorted()).toEqual(
    course.course.map(({ record }) => record).toSorted(),
  );
  expect(new Set(marks.map(({ on, mark }) => `${on} ${mark}`)).size).toBe(marks.length);
  expect(folded.reduce((sum, { count }) => sum + count, 0)).toBe(captures.length);
  for (const day of [
    ...marks.map(({ on }) => on),
    ...folded.flatMap((part) => [part.from, part.to]),
  ])
    expect(day >= from && day <= to, day).toBe(true);
  // The spans leave no gap, and each starts on the day of the assessment that it shows.
  expect(levels[0]?.from).toBe(from);
  expect(levels.at(-1)?.to).toBe(to);
  levels.forEach((span, nth) => {
    if (nth > 0) expect(span.from).toBe(levels[nth - 1]?.to);
    if (span.step) expect(span.from).toBe(span.step.on);
    else expect(nth).toBe(0);
  });
  // Any day shows the level of the last assessment up to it, and no other.
  for (const { from: day, step } of levels) {
    const last = course.levels.findLast(({ on }) => on <= day);
    expect(step?.assessment.id).toBe(last?.assessment.id);
  }
}

describe('a picture of a case', () => {
  it('has everything of its days once and nothing else, over years and with days to come', () => {
    fc.assert(
      fc.property(recordsOn(anyDay, 40), (own) => holds(drawn(own))),
      { numRuns: 150 },
    );
  });

  it('holds as well with many on one day', () => {
    fc.assert(
      fc.property(recordsOn(fewDays, 40), (own) => holds(drawn(own))),
      { numRuns: 100 },
    );
  });

  it('holds with 400 records', () => {
    const own = Array.from({ length: 400 }, (_, nth) =>
      (MAKERS[nth % MAKERS.length] as Made)(addDays(TODAY, 10 - nth * 3)),
    );
    holds(drawn(own));
  });

  it('folds into no more parts than there is room for', () => {
    const own = Array.from({ length: 300 }, (_, nth) =>
      (MAKERS[5] as Made)(addDays(TODAY, -5 * nth)),
    );
    expect(drawn(own).picture?.folded.length).toBeLessThanOrEqual(41);
  });

  it('is the same in whatever order the records come', () => {
    fc.assert(
      fc.property(recordsOn(fewDays, 20), (own) => {
        expect(drawn(own.toReversed()).picture?.levels).toEqual(drawn(own).picture?.levels);
      }),
    );
  });

  it('shows in any days asked for what the whole picture shows in them', () => {
    fc.assert(
      fc.property(recordsOn(anyDay, 25), anyDay, anyDay, (own, from, to) => {
        const whole = drawn(own).picture;
        const part = drawn(own, { from, to }).picture;
        const within = (on: PlainDate): boolean => on >= from && on <= to;
        expect(part?.marks ?? []).toEqual((whole?.marks ?? []).filter(({ on }) => within(on)));
        for (const { from: day, step } of part?.levels ?? []) {
          const then = whole?.levels?.findLast((span) => span.from <= day);
          expect(step?.assessment.id).toBe(then?.step?.assessment.id);
          expect(within(day)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what a picture leaves out', () => {
  it('is nothing where there are no records', () => {
    expect(drawn([]).picture).toBeUndefined();
  });

  it('is counted by its reason: a day to come, no day, no attendance, an assessment that is not signed', () => {
    const own = [
      ...MAKERS.filter((_, nth) => nth < 5).map((make) => make(addDays(TODAY, 2))),
      assessed(addDays(TODAY, 1), 'High'),
      heldRecord('order', { ...about, answer: 'given', givenOn: undefined }),
      heldRecord('order', { ...about, answer: 'not-given', givenOn: undefined }),
      heldRecord('session', { ...about, arrangedFor: addDays(TODAY, -1), attendance: undefined }),
      heldRecord('session', { ...about, arrangedFor: addDays(TODAY, 1), attendance: undefined }),
      heldRecord('assessment', { ...about, signedAt: undefined }),
    ];
    const { undrawn, course, levels } = caseCourse(
      ownRecords([subject, ...own], subject.id),
      TODAY,
    );
    expect([course, levels]).toEqual([[], []]);
    expect(undrawn).toEqual({ 'to-come': 6, 'no-date': 1, 'no-attendance': 1, 'not-signed': 1 });
  });

  it('is the level while kinds without assessments are asked for, rather than that there was none', () => {
    const own = [...MAKERS.map((make) => make(addDays(TODAY, -5)))];
    const course = caseCourse(ownRecords([subject, ...own], subject.id), TODAY);
    const asked = casePicture(course, [], { today: TODAY, mostFolds: 9, kinds: ['decision'] });
    expect(asked?.levels).toBeUndefined();
    expect(asked?.marks.map(({ mark }) => mark)).toEqual(['decision']);
  });

  it('is never a second officer’s level: it is said to be one', () => {
    const by = heldRecord('assessment', {
      ...about,
      assessedOn: addDays(TODAY, -9),
      signedAt: '2026-11-15T12:00:00.000Z' as Instant,
      levels: [{ id: 'low', label: 'Low' }],
      override: {
        level: 'high',
        levelLabel: 'High',
        reason: 'Of what a teacher said.',
        proposedBy: subject.id,
        proposedAt: '2026-11-15T10:00:00.000Z' as Instant,
        confirmedBy: about.subjectId,
        confirmedAt: '2026-11-15T11:00:00.000Z' as Instant,
      },
    });
    const step = drawn([by]).picture?.levels?.at(-1)?.step;
    expect([step?.labels, step?.isOverridden]).toEqual([['High'], true]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, type PlainDate } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildAssessment,
  buildContactCheck,
  buildContactPlan,
  buildDecision,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { LINE_KINDS, personLine } from './person-line.js';

const TODAY = '2026-11-24' as PlainDate;
type Subject = Parameters<typeof buildSubject>[0];

async function lineOf(subject: Subject, more: (about: { subjectId: never }) => readonly Change[]) {
  const value = buildSubject(subject);
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const about = { subjectId: value.id as never };
  await store.commit({
    changes: [newRecord('subject', value), ...more(about)],
    reason: 'referral',
  });
  const held = await store.get('subject', value.id);
  if (!held) throw new Error('not held');
  const records = (
    await Promise.all(LINE_KINDS.map((kind) => store.query(kind, about as object)))
  ).flat();
  return personLine(held, records, { today: TODAY, entries: [] });
}

describe('the line', () => {
  it('says who it is, where the case is, and whom to check with', async () => {
    const line = await lineOf({ name: 'Ada Vael', bornOn: '2010-05-02' }, (about) => [
      newRecord('referral', buildReferral({ ...about, status: 'accepted' })),
      newRecord('contactPlan', buildContactPlan({ ...about, preferredName: 'Taz' })),
      newRecord('contactCheck', buildContactCheck(about)),
    ]);
    expect(line).toMatchObject({
      name: 'Ada Vael',
      preferredName: 'Taz',
      ages: [16],
      under: 18,
      stage: { name: 'referral', status: 'accepted' },
      level: [],
      isAssessed: false,
      isCheckFirst: true,
    });
  });

  it('says that a concern is open until it is closed, and nothing of what it says', async () => {
    const concern = (over: object) => (about: { subjectId: never }) => [
      newRecord(
        'safeguardingConcern',
        buildSafeguardingConcern({ ...about, what: 'Afraid of a man', ...over }),
      ),
    ];
    const open = await lineOf({}, concern({}));
    expect(open.isConcernOpen).toBe(true);
    expect(JSON.stringify(open)).not.toContain('Afraid');
    const closed = { closedOn: '2026-11-23', closedWhy: 'Agreed with social care.' };
    expect((await lineOf({}, concern(closed))).isConcernOpen).toBe(false);
    expect((await lineOf({}, () => [])).isConcernOpen).toBe(false);
  });

  it('is closed after a closing decision, and shows a level only once it is signed', async () => {
    const levels = [{ id: 'medium', label: 'Medium' }];
    const line = await lineOf({}, (about) => [
      newRecord('decision', buildDecision({ ...about, outcome: 'close' })),
      newRecord(
        'assessment',
        buildAssessment({ ...about, levels: [{ id: 'high', label: 'High' }] }),
      ),
      newRecord(
        'assessment',
        buildAssessment({
          ...about,
          levels,
          noLevel: undefined,
          signedAt: '2026-11-20T09:00:00.000Z',
        }),
      ),
    ]);
    expect(line).toMatchObject({ stage: { name: 'closed' }, level: ['Medium'] });
  });

  it('says that somebody was assessed if a signed assessment gives no level', async () => {
    const line = await lineOf({}, (about) => [
      newRecord(
        'assessment',
        buildAssessment({
          ...about,
          levels: [],
          noLevel: 'gives-no-level',
          signedAt: '2026-11-20T09:00:00.000Z',
        }),
      ),
    ]);
    expect(line).toMatchObject({ level: [], isAssessed: true });
  });

  it('names every date of birth on record', async () => {
    const line = await lineOf(
      {
        bornOn: '2010-05-02',
        alsoRecorded: [
          { what: 'bornOn', date: '2009-05-02', notedOn: TODAY },
          { what: 'bornOn', date: '2007-05-02', notedOn: TODAY },
          { what: 'name', value: 'Ada Quill', notedOn: TODAY },
        ],
      } as Subject,
      () => [],
    );
    expect(line.births).toEqual(['2010-05-02', '2009-05-02', '2007-05-02']);
    expect(line.ages).toEqual([16, 17, 19]);
    expect(line.under).toBeUndefined();
  });
});

it('gives the mark of a child if every date of birth does, and every age in any case', async () => {
  const days = fc.array(fc.integer({ min: 0, max: 40 * 365 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(days, async (agesInDays) => {
      const dates = agesInDays.map((count) => addDays(TODAY, -count));
      const [bornOn, ...others] = dates;
      const line = await lineOf(
        {
          bornOn,
          alsoRecorded: others.map((date) => ({ what: 'bornOn', date, notedOn: TODAY })),
        } as Subject,
        () => [],
      );
      const ages = dates.map((date) => ageOn(date, TODAY));
      const oldest = Math.max(...ages);
      expect(line.under).toBe(oldest < 10 ? 10 : oldest < 18 ? 18 : undefined);
      expect(new Set(line.ages)).toEqual(new Set(ages));
    }),
    { numRuns: 40 },
  );
});

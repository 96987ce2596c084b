/** Law of Today and the diary: whatever is due, no two rows read alike. */
import {
  createMemoryStore,
  foldText,
  followDiary,
  gatherCodeLists,
  type PlainDate,
  workingCalendar,
} from '@cyber-prevent/core';
import {
  buildPromise,
  buildRecord,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDiary } from '../../../keeper/desk/read-diary.js';
import { beginsWords, whoIs } from './who-is.js';

const TODAY = '2026-11-24' as PlainDate;
const LATER = '2026-12-31' as PlainDate;
const lists = gatherCodeLists();

const day = fc.constantFrom('2026-11-02', '2026-11-03');
/** A few people, so that several are named alike and born on one day, or on a day that nobody knows. */
const people = fc.array(
  fc.record({
    name: fc.constantFrom('Tobias Wren', ' tobias  WREN', 'Ivo Vael', 'Name not known'),
    bornOn: fc.constantFrom('2011-09-02', '2009-01-07', undefined),
  }),
  { minLength: 1, maxLength: 4 },
);
const work = fc.array(
  fc.record({
    kind: fc.constantFrom('referral', 'promise', 'safeguardingConcern', 'enquiry'),
    of: fc.nat({ max: 3 }),
    on: day,
    reference: fc.constantFrom('CC/2026/222', 'cc 2026  222', 'CC/2026/333', undefined),
    isOfNobody: fc.boolean(),
  }),
  { minLength: 2, maxLength: 8 },
);

it('no two rows read alike', async () => {
  await fc.assert(
    fc.asyncProperty(people, work, async (who, due) => {
      const subjects = who.map((each) => buildSubject(each));
      const asked = ['Would you?', 'would  you?', 'Could you?'].map((each) =>
        buildRecord('enquiry', { asked: each, receivedOn: '2026-11-02', referrerId: undefined }),
      );
      const about = (of: number) => subjects[of % subjects.length]?.id;
      const changes = due.map(({ kind, of, on, reference, isOfNobody }) => {
        const subjectId = about(of);
        if (kind === 'referral')
          return newRecord(
            kind,
            buildReferral({
              subjectId,
              reference,
              otherReferences: [],
              receivedOn: on,
              status: 'received',
              referrerId: undefined,
            }),
          );
        if (kind === 'promise') {
          const to = isOfNobody
            ? { subjectId: undefined, enquiryId: asked[of % asked.length]?.id }
            : { subjectId };
          return newRecord(kind, buildPromise({ ...to, madeOn: on, dueOn: '2026-11-20' }));
        }
        if (kind === 'enquiry')
          return newRecord(
            kind,
            buildRecord(kind, { asked: 'Would you?', receivedOn: on, referrerId: undefined }),
          );
        return newRecord(
          'safeguardingConcern',
          buildSafeguardingConcern({
            subjectId: isOfNobody ? undefined : subjectId,
            told: ['nobody-yet'],
          }),
        );
      });
      const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
      await store.commit({
        changes: [
          ...subjects.map((each) => newRecord('subject', each)),
          ...asked.map((each) => newRecord('enquiry', each)),
          ...changes,
        ],
        reason: 'case-work',
      });
      const diary = followDiary(store, { calendar: workingCalendar(), lists });
      const given = { diary, store, closed: { ids: async () => new Set<never>() } };
      const read = await readDiary(given, TODAY, LATER);
      diary.stop();
      const rows = read.entries.map((entry) =>
        foldText(
          [
            whoIs(entry, read) ?? beginsWords(entry, read, lists),
            entry.what,
            entry.why,
            entry.by,
          ].join(' | '),
        ),
      );
      expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

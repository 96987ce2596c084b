/** The check before the last step of a refusal: it promises nothing that the act then refuses, and hides nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codesInForce, fitsWith } from '../../codes/code-list.js';
import { gatherCodeLists } from '../../codes/index.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import { type Issue, isError } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { checkRefusal, refuseReferral } from './refuse-referral.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const host = testHost({ at: '2026-11-24T09:30:00.000Z' });

function held<K extends 'subject' | 'referral' | 'hold' | 'promise' | 'safeguardingConcern'>(
  kind: K,
  overrides: Overrides<K>,
): StoredRecord<K> {
  const at = '2026-11-20T09:00:00.000Z' as Instant;
  const value = buildRecord(kind, overrides);
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', {});
const about = { subjectId: subject.id };
const referralWith = (suspectedOffences: readonly string[]) =>
  held('referral', {
    ...about,
    receivedOn: '2026-11-20',
    suspectedOffences: [...suspectedOffences],
  });

const OBSTACLES = [
  held('hold', { ...about, liftedOn: undefined }),
  held('promise', { ...about, settled: undefined, settledOn: undefined }),
  held('safeguardingConcern', about),
];

const HELD_ELSEWHERE: Issue = {
  code: 'hold-elsewhere',
  severity: 'error',
  message: 'A hold on the record of Corin Vael keeps part of this case: Intervention: 1.',
};

const REASONS = codesInForce(lists, 'decision-reason', TODAY);
const FITTING = REASONS.filter((row) => fitsWith(row, 'decision-outcome', 'decline'));
const codes = (rows: typeof REASONS, minLength: number) =>
  fc.uniqueArray(fc.constantFrom(...rows.map(({ code }) => code)), { minLength, maxLength: 2 });

/** Mostly a refusal that can be made; now and then one that contradicts itself or says too little. */
const input = fc
  .record({
    outcome: fc.oneof(
      { arbitrary: fc.constant('decline'), weight: 8 },
      fc.constantFrom('signpost', 'accept'),
    ),
    reasonCodes: fc.oneof({ arbitrary: codes(FITTING, 1), weight: 6 }, codes(REASONS, 0)),
    reason: fc.constant('In words.'),
    handedOver: fc.constantFrom(
      {},
      { passedTo: 'Eastshire Channel panel' },
      {
        passedTo: 'Eastshire Channel panel',
        acknowledgedBy: 'DS Ines Marlow',
        acknowledgedOn: TODAY,
      },
    ),
    crime: fc.constantFrom({}, { crimeRecorded: 'no-crime' }, { crimeRecorded: 'recorded' }),
  })
  .map(({ handedOver, crime, ...words }) => ({ ...words, ...handedOver, ...crime }));

it('agrees with the act: what it lets through can be kept, and destroyed exactly without an obstacle', () => {
  fc.assert(
    fc.property(
      input,
      fc.subarray(OBSTACLES),
      fc.constantFrom([], ['Unauthorised access to computer material']),
      fc.constantFrom([], [HELD_ELSEWHERE]),
      (words, obstacles, offences, heldElsewhere) => {
        const referral = referralWith(offences);
        const records = [subject, referral, ...obstacles];
        const context = { host, lists, referral, records, heldElsewhere };
        const step = checkRefusal(words, context);
        const kept = refuseReferral(
          {
            ...words,
            handling: 'keep',
            keepUntil: '2027-06-01' as PlainDate,
            keptBecause: 'Force rule 4.',
          },
          context,
        );
        expect(kept.ok).toBe(step.ok);
        if (!step.ok) return;
        const { reference, stops, going } = step.value;
        const gone = refuseReferral(
          { ...words, handling: 'dispose', confirmed: reference },
          context,
        );
        expect(gone.ok).toBe(stops.length === 0);
        if (gone.ok) expect(gone.value.dispose).toEqual([...going, expect.any(String)]);
        else
          expect(gone.issues.filter(isError).map(({ message }) => message)).toEqual(
            expect.arrayContaining(stops.map(({ message }) => message)),
          );
      },
    ),
    { numRuns: 300 },
  );
});

it('counts what would go, and no record of a referral that is no longer held', () => {
  const referral = referralWith([]);
  const context = { host, lists, referral, records: [subject, referral] };
  const words = { outcome: 'decline', reasonCodes: ['unwilling'] };
  const step = checkRefusal(words, context);
  expect(step.ok && step.value.going.toSorted()).toEqual([referral.id, subject.id].toSorted());
  expect(checkRefusal(words, { ...context, referral: undefined }).issues).toMatchObject([
    { code: 'referral-unknown' },
  ]);
});

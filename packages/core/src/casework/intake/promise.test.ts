import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { PlainDate, Result } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildEnquiry, buildPromise, buildReferral } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { makePromise, settlePromise } from './promise.js';

const day = (text: string) => text as PlainDate;
const context = { host: testHost(), lists: gatherCodeLists() };
const held = <K extends RecordKind>(kind: K, value: RecordOf<K>) =>
  ({ kind, id: value.id, value, heads: [], sources: {} }) as unknown as StoredRecord<K>;
const referral = held('referral', buildReferral());
const enquiry = held('enquiry', buildEnquiry());
const FEEDBACK = { kind: 'feedback', to: 'referrer', dueOn: day('2026-12-08') };
const at = (result: Result<unknown>) => result.issues.map((issue) => `${issue.code} ${issue.at}`);

describe('makePromise', () => {
  it('makes feedback to a referrer a promise with a date, on the referral and its subject', () => {
    expect(makePromise(FEEDBACK, { ...context, on: referral })).toMatchObject({
      ok: true,
      value: {
        commit: {
          changes: [
            {
              set: {
                ...FEEDBACK,
                madeOn: '2026-11-24',
                referralId: referral.id,
                subjectId: referral.value.subjectId,
              },
            },
          ],
        },
      },
    });
  });

  it('names nobody on an enquiry, and falls due after it was made', () => {
    const words = 'Tell them how Rowan Vael is.';
    expect(at(makePromise({ ...FEEDBACK, words }, { ...context, on: enquiry }))).toEqual([
      'identity-in-text words',
    ]);
    expect(makePromise({ ...FEEDBACK, words }, { ...context, on: referral }).ok).toBe(true);
    const early = { ...FEEDBACK, dueOn: day('2026-11-23') };
    expect(at(makePromise(early, { ...context, on: enquiry }))).toEqual([
      'date-out-of-order dueOn',
    ]);
    expect(at(makePromise(FEEDBACK, { ...context, on: undefined }))).toEqual([
      'promise-on-unknown subjectId',
    ]);
  });
});

describe('settlePromise', () => {
  const promise = held('promise', buildPromise());

  it('says that it was kept, on which day', () => {
    expect(settlePromise(promise, { settled: 'kept' }, context)).toMatchObject({
      ok: true,
      value: { commit: { changes: [{ set: { settled: 'kept', settledOn: '2026-11-24' } }] } },
    });
  });

  it.each([
    [{}, 'missing settled'],
    [{ settled: 'not-kept' }, 'missing whyNotKept'],
    [{ settled: 'not-kept', whyNotKept: ' ' }, 'missing whyNotKept'],
    [{ settled: 'kept', settledOn: '2026-11-23' }, 'date-out-of-order settledOn'],
    [{ settled: 'kept', settledOn: '2027-11-24' }, 'date-in-future settledOn'],
  ])('says of %j: %s', (input, expected) => {
    expect(at(settlePromise(promise, input as object, context))).toEqual([expected]);
  });
});

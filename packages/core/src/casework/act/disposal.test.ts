import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import {
  buildCorrectionNotice,
  buildDecision,
  buildEnquiry,
  buildHold,
  buildId,
  buildIntervention,
  buildPromise,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildSafeguardingConcern,
  buildSource,
  buildSourceCapture,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { standingDecision } from './decision-of.js';
import { goesWith, inTheWay, tellsWhatGoes } from './disposal.js';

function held<K extends RecordKind>(
  kind: K,
  value: RecordOf<K>,
  more: Partial<StoredRecord<K>> = {},
): StoredRecord<K> {
  const at = '2026-11-24T09:00:00.000Z' as Instant;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [], sources: {}, ...when, ...more };
}

const subject = buildSubject();
const about = { subjectId: subject.id };
const [shared, own] = [buildSourceCapture(), buildSourceCapture()];
const referrer = buildReferrer();
const referral = held('referral', buildReferral({ ...about, referrerId: referrer.id }), {
  sources: {
    reference: [buildSource({ capture: own.id })],
    narrative: [buildSource({ capture: shared.id })],
  },
});
const decision = held('decision', buildDecision({ ...about, referralId: referral.id }));
const contact = held('intervention', buildIntervention(about));
const person = held('subject', subject, {
  sources: { name: [buildSource({ capture: shared.id })] },
});
const refusal = held('refusal', buildRefusal({ referralId: referral.id }));
const rests = [
  held('referrer', referrer),
  held('sourceCapture', shared),
  held('sourceCapture', own),
];
const all: readonly StoredRecord[] = [person, referral, decision, contact, refusal, ...rests];
const ids = (records: readonly StoredRecord[]) => records.map(({ id }) => id).sort();

describe('goesWith', () => {
  it('is everything of the subject and who referred them; the refusal stays, and the store knows of pages', () => {
    expect([...goesWith(referral, all)].sort()).toEqual(
      ids(all.filter(({ kind }) => kind !== 'refusal' && kind !== 'sourceCapture')),
    );
  });

  it('is the referral and its decisions alone where the subject has another, with what only they rest on', () => {
    const other = held('referral', buildReferral({ ...about, referrerId: undefined }));
    expect([...goesWith(referral, [...all, other])].sort()).toEqual(
      ids([referral, decision, ...rests.filter(({ kind }) => kind === 'referrer')]),
    );
  });

  it('leaves a referrer whom somebody else’s referral or enquiry names', () => {
    const elsewhere = held('enquiry', buildEnquiry({ referrerId: referrer.id }));
    expect(goesWith(referral, all, [elsewhere])).not.toContain(referrer.id);
    expect(goesWith(referral, all, [elsewhere])).toContain(subject.id);
  });
});

it('says of which kinds how many go, and nothing else', () => {
  const pages = [shared.id, own.id];
  const [issue] = tellsWhatGoes([...goesWith(referral, all), ...pages], all);
  expect(issue?.message).toBe(
    'This will be destroyed and cannot be brought back. Subject: 1; Referral: 1; Decision: 1; Intervention: 1; Referrer: 1; Captures: 2.',
  );
});

it('counts once a capture that is among the case and among what goes with it', () => {
  const page = { kind: 'sourceCapture', id: own.id } as const;
  const [issue] = tellsWhatGoes([referral.id, own.id], [...all, page]);
  expect(issue?.message).toMatch(/Referral: 1; Capture: 1\.$/);
});

it('is stopped by a hold, a concern, an open promise and an untold correction of that subject alone', () => {
  const stops = (record: StoredRecord) =>
    inTheWay([...all, record], subject.id, gatherCodeLists()).map(({ code }) => code);
  expect(stops(held('hold', buildHold(about)))).toEqual(['hold-stands']);
  expect(stops(held('hold', buildHold({ ...about, liftedOn: '2026-11-24' })))).toEqual([]);
  expect(stops(held('hold', buildHold()))).toEqual([]);
  expect(stops(held('safeguardingConcern', buildSafeguardingConcern(about)))).toEqual([
    'concern-stands',
  ]);
  expect(stops(held('promise', buildPromise(about)))).toEqual(['promise-open']);
  expect(stops(held('promise', buildPromise({ ...about, settled: 'kept' })))).toEqual([]);
  expect(stops(held('correctionNotice', buildCorrectionNotice(about)))).toEqual(['notice-open']);
  const told = buildCorrectionNotice({ ...about, toldOn: '2026-11-24' });
  expect(stops(held('correctionNotice', told))).toEqual([]);
  expect(stops(held('correctionNotice', buildCorrectionNotice()))).toEqual([]);
});

describe('standingDecision', () => {
  it('is the one that no other changed, whichever was recorded first', () => {
    const first = held('decision', buildDecision(), {
      createdAt: '2026-11-24T12:00:00.000Z' as Instant,
    });
    const changed = held('decision', buildDecision({ replaces: first.id }));
    expect(standingDecision([first, changed])).toBe(changed);
    expect(standingDecision([changed, first])).toBe(changed);
  });

  it('is the latest by day, then by when it was recorded; none of none', () => {
    const early = held('decision', buildDecision({ decidedOn: '2026-11-01' }), {
      createdAt: '2026-11-25T12:00:00.000Z' as Instant,
    });
    const late = held('decision', buildDecision({ decidedOn: '2026-11-02' }));
    expect(standingDecision([late, early])).toBe(late);
    expect(standingDecision([])).toBeUndefined();
  });
});

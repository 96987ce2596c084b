/** The facts beside a decision: of this person and no other, with nothing missing taken for a no. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordKind } from '../../record/kind.js';
import type { Instant, PlainDate } from '../../shared/index.js';
import type { StoredRecord } from '../../store/log/port.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { referralFacts, UNKNOWN_FACTS } from './referral-facts.js';

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const at = '2026-11-20T09:00:00.000Z' as Instant;
  const value = buildRecord(kind, overrides);
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}

const subject = held('subject', { bornOn: '2012-05-09' });
const about = { subjectId: subject.id };
const EMPTY = { suspectedOffences: [], lawMentioned: [], narrative: undefined } as const;

it('draws on the latest note, answer and other referral of the person', () => {
  const referrer = held('referrer', {});
  const referral = held('referral', { ...about, referrerId: referrer.id, lawMentioned: ['s.1'] });
  const earlier = held('referral', { ...about, receivedOn: '2025-02-03' });
  const later = held('referral', { ...about, receivedOn: '2026-03-04' });
  const told = ['2026-11-18', '2026-11-21', '2026-11-19'].map((on) =>
    held('telling', { ...about, on }),
  );
  const willing = held('participation', { ...about, saidOn: '2026-11-21' });
  const before = held('participation', { ...about, saidOn: '2026-11-19' });
  const facts = referralFacts(referral, [
    ...[subject, referrer, referral, earlier, later],
    ...[...told, willing, before],
  ]);
  expect(facts.referrer?.id).toBe(referrer.id);
  expect(facts.others.map(({ id }) => id)).toEqual([later.id, earlier.id]);
  expect(facts.tellings.map(({ value }) => value.on)).toEqual([
    '2026-11-21',
    '2026-11-19',
    '2026-11-18',
  ]);
  expect(facts.participation?.id).toBe(willing.id);
  expect(facts.unknown).toEqual([]);
});

it('names everything that is missing as not known', () => {
  const referral = held('referral', { ...about, ...EMPTY, referrerId: undefined });
  const nobody = held('subject', { id: subject.id, bornOn: undefined });
  expect(referralFacts(referral, [nobody, referral]).unknown).toEqual([...UNKNOWN_FACTS]);
});

it('names an account that was read and left out, although an offence is named', () => {
  const named = { ...about, ...EMPTY, suspectedOffences: ['Unauthorised access'] };
  const given = held('referral', named);
  expect(referralFacts(given, [subject, given]).unknown).not.toContain('account');
  const left = held('referral', { ...named, narrativeOmission: 'left-by-choice' });
  expect(referralFacts(left, [subject, left]).unknown).toContain('account');
});

it('takes the date of birth for not known while several are on record', () => {
  const referral = held('referral', { ...about });
  const elsewhere = {
    what: 'bornOn',
    date: '2017-05-09' as PlainDate,
    notedOn: '2026-11-20' as PlainDate,
  } as const;
  const disputed = held('subject', { ...subject.value, alsoRecorded: [elsewhere] });
  expect(referralFacts(referral, [subject, referral]).unknown).not.toContain('born');
  expect(referralFacts(referral, [disputed, referral]).unknown).toContain('born');
});

it('counts a concern until it is closed', () => {
  const referral = held('referral', about);
  const concern = held('safeguardingConcern', about);
  expect(referralFacts(referral, [subject, referral, concern]).hasOpenConcern).toBe(true);
  const closed = { ...concern, value: { ...concern.value, closedOn: '2026-11-20' as PlainDate } };
  expect(referralFacts(referral, [subject, referral, closed]).hasOpenConcern).toBe(false);
});

it('says nothing of anybody else, whatever stands among the records', () => {
  const referral = held('referral', { ...about, ...EMPTY, referrerId: undefined });
  const alone = referralFacts(referral, [subject, referral]);
  const KINDS = ['referral', 'telling', 'participation', 'safeguardingConcern'] as const;
  const other = { subjectId: buildId() };
  const stranger = fc.oneof(
    fc.constantFrom(...KINDS).map((kind) => held(kind, other)),
    fc.constant(undefined).map(() => held('referrer', {})),
    fc.constant(undefined).map(() => held('subject', {})),
  );
  fc.assert(
    fc.property(fc.array(stranger, { maxLength: 6 }), fc.boolean(), (strangers, isFirst) => {
      const own: readonly StoredRecord[] = [subject, referral];
      const all = isFirst ? [...strangers, ...own] : [...own, ...strangers];
      expect(referralFacts(referral, all)).toEqual(alone);
    }),
  );
});

import {
  ageOn,
  checkRecord,
  createMemoryStore,
  gatherCodeLists,
  type Instant,
  keepingLaw,
  type PlainDate,
  RECORD_KINDS,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type Regime,
  type StoredRecord,
} from '@cyber-prevent/core';
import { testHost, testSigner } from '@cyber-prevent/core/testing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseloadOptions, CaseloadStep } from './case-desk.js';
import { CASELOAD_PARTS, caseloadPart, commitOver } from './caseload.js';
import { PRACTICE_PEOPLE } from './person.js';

const DAY = '2026-11-30' as PlainDate;
const lists = gatherCodeLists();
const OFFICER = {
  id: '0ff1ce00-0000-4000-8000-000000000001' as RecordId,
  name: 'DC Rowan Thackeray',
  regime: 'part3',
} as const;

function optionsOf(seed: string, day: PlainDate, regime: Regime = 'part3'): CaseloadOptions {
  const at = `${day}T09:30:00.000Z` as Instant;
  const officer = { ...OFFICER, regime };
  return { seed, day, at, officer, lists, digest: testHost().digest };
}

async function stepsOf(options: CaseloadOptions): Promise<readonly CaseloadStep[]> {
  const steps: CaseloadStep[] = [];
  for (const part of CASELOAD_PARTS) steps.push(...(await caseloadPart(part, options)));
  return steps;
}

/** A vault under the law of the keeper, in which the officer sits down a little later on that day. */
async function vaultOn({ day, officer }: CaseloadOptions): Promise<RecordStore> {
  const host = testHost({ at: `${day}T16:00:00.000Z` });
  const gate = keepingLaw({ host, lists, officer: () => ({ ...officer, practice: true }) });
  return createMemoryStore({ host, signer: testSigner({ officer: officer.id }), gate });
}

async function entered(options: CaseloadOptions): Promise<RecordStore> {
  const store = await vaultOn(options);
  for (const step of await stepsOf(options)) {
    if ('commit' in step) await store.commit(await commitOver(step.commit, store));
    else await store.dispose(step.dispose, step.reason);
  }
  return store;
}

async function recordsOf(store: RecordStore): Promise<readonly StoredRecord[]> {
  return (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
}

/** Every text in a value, with the name of the field that it is in. */
function textsIn(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, key));
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ofcom’s numbers for drama. */
const DRAMA = /^(07700900|01632960|02079460)\d{3}$/;

let records: readonly StoredRecord[];
beforeAll(async () => {
  records = await recordsOf(await entered(optionsOf('a seed', DAY)));
});
const ofKind = <K extends RecordKind>(kind: K) =>
  records.filter((record): record is StoredRecord<K> => record.kind === kind);
const valuesOf = <K extends RecordKind>(kind: K) => ofKind(kind).map(({ value }) => value);
const called = (key: string): RecordId => {
  const name = PRACTICE_PEOPLE.find((each) => each.key === key)?.name;
  return ofKind('subject').find(({ value }) => value.name === name)?.id ?? ('' as RecordId);
};
const about = <K extends RecordKind>(kind: K, key: string) =>
  valuesOf(kind).filter((value) => 'subjectId' in value && value.subjectId === called(key));

describe('the practice caseload', () => {
  it('is the same for the same seed, day and officer, and shares no id with another seed', async () => {
    const one = await stepsOf(optionsOf('one', DAY));
    expect(await stepsOf(optionsOf('one', DAY))).toEqual(one);
    const ids = (steps: readonly CaseloadStep[]) =>
      steps.flatMap((step) => ('commit' in step ? step.commit.changes.map((c) => c.record) : []));
    const other = new Set(ids(await stepsOf(optionsOf('other', DAY))));
    expect(ids(one).filter((id) => other.has(id))).toEqual([]);
  });

  it('passes the law of the keeper, and every check of a record, on any day and under either law', async () => {
    const day = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as PlainDate);
    await fc.assert(
      fc.asyncProperty(
        fc.uuid(),
        day,
        fc.constantFrom('part3', 'uk-gdpr'),
        async (seed, on, law) => {
          const all = await recordsOf(await entered(optionsOf(seed, on, law as Regime)));
          expect(all.filter(({ kind }) => kind === 'subject')).toHaveLength(40);
          for (const { kind, value } of all)
            expect(checkRecord(kind, value)).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('has a record of every kind that an officer makes', () => {
    const held = new Set(records.map(({ kind }) => kind));
    expect(RECORD_KINDS.filter((kind) => !held.has(kind))).toEqual([]);
  });

  it('has forty people: two of one name, one under ten, one looked after, one without a name', () => {
    const people = valuesOf('subject');
    expect(people).toHaveLength(40);
    const names = people.map(({ name }) => name);
    expect(names.filter((name, nth) => names.indexOf(name) !== nth)).toEqual(['Owen Marlowe']);
    expect(valuesOf('comparison').map(({ answer }) => answer)).toEqual(['not-same']);
    const ages = people.flatMap(({ bornOn }) => (bornOn ? [ageOn(bornOn, DAY)] : []));
    expect(ages.filter((age) => age < 10)).toEqual([9]);
    expect(about('participation', 'looked-after')).toMatchObject([{ saidBy: 'local-authority' }]);
    expect(names).toContain('Name not known');
    expect(names).not.toContain('Corin Ashdown');
  });

  it('has a case in every state, up to the referral of which only the refusal is left', () => {
    const statuses = valuesOf('referral').map(({ status }) => status);
    const listed = lists.get('referral-status')?.codes.map(({ code }) => code) ?? [];
    expect(listed.filter((code) => !statuses.includes(code))).toEqual([]);
    const outcomes = valuesOf('decision').map(({ outcome }) => outcome);
    for (const outcome of ['accept', 'decline', 'signpost', 'more-information', 'refer', 'close'])
      expect(outcomes).toContain(outcome);
    const levels = valuesOf('assessment').map((value) => value.levels.map(({ id }) => id).join());
    expect(levels.toSorted()).toEqual(['high', 'low', 'low,medium,high', 'medium', 'medium']);
    const came = about('session', 'missed').map(({ attendance }) => attendance);
    expect(came).toEqual(['absent-unacceptable', undefined]);
    const concerns = valuesOf('safeguardingConcern').map(({ closedOn }) => closedOn);
    expect(concerns.filter((on) => on === undefined)).toHaveLength(2);
    expect(concerns.filter((on) => on !== undefined)).toHaveLength(1);
    expect(about('condition', 'condition-due')).toMatchObject([{ dueOn: '2026-12-03' }]);
    expect(about('conditionEvidence', 'breached')).toMatchObject([{ shows: 'not-kept' }]);
    expect(about('hold', 'held')).toMatchObject([{ reason: 'complaint' }]);
    expect(about('retentionReview', 'to-dispose')).toMatchObject([{ outcome: 'dispose' }]);
    const handled = valuesOf('refusal').map(({ handling }) => handling);
    expect(handled.toSorted()).toEqual(['dispose', 'keep']);
  });

  it('has telephone numbers of Ofcom’s drama ranges and addresses of example.org alone', () => {
    const texts = textsIn(records.map(({ value }) => value));
    const written = texts.filter(([, text]) => !ID.test(text));
    const numbers = written.flatMap(([, text]) => text.match(/(?:\+44|\b0)\d[\d ]{7,}\d/g) ?? []);
    const isDrama = (text: string) => DRAMA.test(text.replaceAll(' ', '').replace('+44', '0'));
    expect(numbers.length).toBeGreaterThan(80);
    expect(numbers.filter((text) => !isDrama(text))).toEqual([]);
    const mails = texts.flatMap(([, text]) => text.match(/\S+@\S+/g) ?? []);
    expect(mails.filter((mail) => !/@example\.org$/.test(mail))).toEqual([]);
  });

  it('meets nobody at a weekend', () => {
    const met = [
      ...valuesOf('session').map(({ arrangedFor }) => arrangedFor),
      ...valuesOf('intervention').map(({ heldOn }) => heldOn),
    ];
    expect(met.length).toBeGreaterThan(25);
    expect(met.filter((on) => [0, 6].includes(new Date(`${on}T00:00Z`).getUTCDay()))).toEqual([]);
  });

  it('has no day more than fourteen months away, but for births', () => {
    const days = textsIn(records.map(({ value }) => value)).filter(
      ([name, text]) => name !== 'bornOn' && /^\d{4}-\d\d-\d\d/.test(text),
    );
    expect(days.length).toBeGreaterThan(200);
    const far = days.filter(([, text]) => {
      const away = (Date.parse(text.slice(0, 10)) - Date.parse(DAY)) / 86_400_000;
      return Math.abs(away) > 425;
    });
    expect(far).toEqual([]);
  });
});

/**
 * A decision that contradicts itself, and a refusal that would destroy matters others must still be informed of:
 * neither is stored.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesInForce } from '../../codes/code-list.js';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate, RecordId, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import {
  buildColleagueRequest,
  buildDecision,
  buildId,
  buildIdentification,
  buildReferral,
  buildRefusal,
  buildStopCard,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { decideEnquiry } from '../intake/decide-enquiry.js';
import { decideReferral } from '../intake/decide-referral.js';
import { decideIdentification } from '../intake/identify-person.js';
import { refuseReferral, settleRefusal } from '../intake/refuse-referral.js';
import { confirmIssues, disposalReference } from './confirm-disposal.js';
import { addMatters } from './refused-matters.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const REASONS = codesInForce(lists, 'decision-reason', TODAY);
const OUTCOMES = codesInForce(lists, 'decision-outcome', TODAY).map(({ code }) => code);
const at = (result: Result<unknown>) =>
  result.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at: field }) => `${code} ${field}`);

/** A referral of one person, with any other records about them. */
async function refusing(offences: readonly string[] = [], also: readonly StoredOf[] = []) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const subject = buildSubject({ name: 'Rowan Vael' });
  const value = buildReferral({
    subjectId: subject.id,
    reference: 'CP-0042',
    receivedOn: '2026-11-20',
    suspectedOffences: [...offences],
  });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('referral', value),
      ...also.map((make) => make(subject.id, value.id)),
    ],
    reason: 'case-work',
  });
  const referral = (await store.get('referral', value.id)) as StoredRecord<'referral'>;
  const records = await gatherCase(store, subject.id, 'case-work');
  return { store, subject, context: { host, lists, referral, records } };
}
type StoredOf = (subject: RecordId, referral: RecordId) => ReturnType<typeof newRecord>;

const DESTROY = {
  reasonCodes: ['unwilling'],
  handling: 'dispose' as const,
  confirmed: 'CP-0042',
};

describe('the reasons that ship', () => {
  it('each name decisions that there are, and leave none without a reason', () => {
    for (const { code, onlyWith } of REASONS)
      if (code !== 'other')
        expect(OUTCOMES).toEqual(expect.arrayContaining(onlyWith?.['decision-outcome'] ?? ['?']));
    for (const outcome of [
      'accept',
      'decline',
      'signpost',
      'more-information',
      'close',
      'refer',
      'pass',
      'dispose',
    ])
      expect(
        REASONS.filter(({ onlyWith }) => onlyWith?.['decision-outcome']?.includes(outcome)),
      ).not.toEqual([]);
  });
});

describe('a decision', () => {
  it('is not to accept what is outside the remit', async () => {
    const { context } = await refusing();
    const decided = decideReferral({ outcome: 'accept', reasonCodes: ['terrorism'] }, context);
    expect(decided.ok).toBe(false);
    expect(decided.issues.map(({ message }) => message)).toContain(
      '“Outside the remit: terrorism” is a reason to refuse, signpost elsewhere or close. Choose a reason to accept',
    );
  });

  it('is not to refuse and destroy what is suitable', async () => {
    const { context } = await refusing();
    const refused = refuseReferral({ ...DESTROY, reasonCodes: ['suitable'] }, context);
    expect(at(refused)).toContain('reason-contradicts reasonCodes');
  });

  it('is kept exactly with reasons that go with it, on whatever it is', async () => {
    const { context, subject } = await refusing();
    const { host } = context;
    const enquiry = {
      id: host.random.id(),
      value: { receivedOn: TODAY },
    } as StoredRecord<'enquiry'>;
    const identification = {
      id: host.random.id(),
      kind: 'identification',
      value: buildIdentification({ subjectId: subject.id, identifiedOn: TODAY }),
      sources: {},
    } as unknown as StoredRecord<'identification'>;
    const acts = {
      enquiry: (input: object) => decideEnquiry(input, { ...context, enquiry, decisions: [] }),
      referral: (input: object) => decideReferral(input, context),
      identification: (input: object) =>
        decideIdentification(input, { ...context, identification }),
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(acts)),
        fc.constantFrom(...OUTCOMES),
        fc.uniqueArray(fc.constantFrom(...REASONS), { maxLength: 4 }),
        (act, outcome, reasons) => {
          const input = {
            outcome,
            reason: 'In words.',
            reasonCodes: reasons.map(({ code }) => code),
          };
          const contradicting = reasons.filter(
            ({ code, onlyWith }) =>
              code !== 'other' && !onlyWith?.['decision-outcome']?.includes(outcome),
          );
          const said = at(act(input)).filter((issue) => issue.startsWith('reason-contradicts'));
          expect(said).toHaveLength(contradicting.length);
        },
      ),
    );
  });
});

describe('a refused referral', () => {
  it('is not destroyed while nobody has acknowledged that it was handed over', async () => {
    const { context } = await refusing();
    const refuse = (more: object) =>
      refuseReferral({ ...DESTROY, reasonCodes: ['terrorism'], ...more }, context);
    expect(at(refuse({}))).toEqual(['missing passedTo']);
    const passedTo = 'Eastshire Channel panel';
    expect(at(refuse({ passedTo }))).toEqual(['handover-open acknowledgedBy']);
    expect(at(refuse({ passedTo, acknowledgedBy: 'DS Ines Marlow' }))).toEqual([
      'missing acknowledgedOn',
    ]);
    const acknowledged = { passedTo, acknowledgedBy: 'DS Ines Marlow', acknowledgedOn: TODAY };
    expect(at(refuse({ ...acknowledged, acknowledgedOn: '2026-11-25' }))).toEqual([
      'date-in-future acknowledgedOn',
    ]);
    expect(refuse(acknowledged).ok).toBe(true);
    const kept = {
      handling: 'keep',
      keepUntil: '2027-05-24',
      keptBecause: 'Not acknowledged yet.',
    };
    expect(refuse({ ...kept, passedTo }).ok).toBe(true);
  });

  it('is not destroyed while a crime that it discloses has no reference', async () => {
    const { context } = await refusing(['Unauthorised access to computer material']);
    const refuse = (more: object) => refuseReferral({ ...DESTROY, ...more }, context);
    expect(at(refuse({}))).toEqual(['crime-open crimeRecorded']);
    expect(at(refuse({ crimeRecorded: 'recorded' }))).toEqual(['missing crimeReference']);
    expect(refuse({ crimeRecorded: 'recorded', crimeReference: '42/0001/26' }).ok).toBe(true);
    expect(refuse({ crimeRecorded: 'no-crime' }).ok).toBe(true);
  });

  it.each<readonly [string, StoredOf, string]>([
    [
      'an admission has no crime reference',
      (subjectId) =>
        newRecord(
          'stopCard',
          buildStopCard({ subjectId, crimeRecorded: undefined, crimeReference: undefined }),
        ),
      'crime-open undefined',
    ],
    [
      'the case is offered to a colleague who has not answered',
      (subjectId) =>
        newRecord(
          'colleagueRequest',
          buildColleagueRequest({ subjectId, kind: 'handover', answer: undefined }),
        ),
      'handover-open undefined',
    ],
  ])('is not destroyed while %s', async (_, make, issue) => {
    const { context } = await refusing([], [make]);
    expect(at(refuseReferral(DESTROY, context))).toEqual([issue]);
  });

  it('that was kept is asked again, and says what was acknowledged before it goes', async () => {
    const { store, context, subject } = await refusing(
      ['Unauthorised access'],
      [
        (subjectId, referralId) =>
          newRecord(
            'decision',
            buildDecision({
              subjectId,
              referralId,
              outcome: 'decline',
              passedTo: 'CEOP',
              decidedOn: '2026-11-21',
            }),
          ),
        (_, referralId) =>
          newRecord(
            'refusal',
            buildRefusal({
              referralId,
              reasonCodes: ['child-sexual-abuse'],
              refusedOn: '2026-11-21',
            }),
          ),
      ],
    );
    const [refusal] = await store.query('refusal');
    if (!refusal) throw new Error('not held');
    const settle = (more: object) =>
      settleRefusal(
        { handling: 'dispose', confirmed: 'CP-0042', ...more },
        { ...context, refusal },
      );
    expect(at(settle({}))).toEqual(['handover-open acknowledgedBy', 'crime-open crimeRecorded']);
    const settled = settle({
      acknowledgedBy: 'CEOP desk',
      acknowledgedOn: TODAY,
      crimeRecorded: 'recorded-before',
      crimeReference: '42/0001/26',
    });
    if (!settled.ok) throw new Error(JSON.stringify(settled.issues));
    await store.commit(settled.value.commit);
    expect((await store.query('decision', { subjectId: subject.id }))[0]?.value).toMatchObject({
      passedTo: 'CEOP',
      acknowledgedBy: 'CEOP desk',
      crimeReference: '42/0001/26',
    });
  });

  it('that is passed to somebody else is acknowledged by them, and not by those before', () => {
    const acknowledged = { acknowledgedBy: 'CEOP desk', acknowledgedOn: TODAY };
    const before = { passedTo: 'CEOP', ...acknowledged, crimeRecorded: 'no-crime' } as const;
    const passedTo = 'Eastshire Channel panel';
    expect(addMatters(before, { passedTo })).toEqual({ passedTo, crimeRecorded: 'no-crime' });
    expect(addMatters(before, { passedTo: 'CEOP' })).toEqual(before);
    const said = { acknowledgedBy: 'DS Ines Marlow' };
    expect(addMatters(before, said)).toEqual({ ...before, ...said });
  });

  it('is destroyed for its own reference alone, and without one for the name of the person', async () => {
    const { context } = await refusing();
    const { reference: own, ...value } = context.referral.value;
    expect(own).toBe('CP-0042');
    const short = { ...context.referral, value } as StoredRecord<'referral'>;
    const person = buildSubject({ id: value.subjectId, name: 'Ada  Vael' });
    const all = (subject: typeof person) =>
      [{ kind: 'subject', value: subject, id: subject.id }] as never;
    expect(disposalReference(short, all(person))).toBe('Ada  Vael');
    expect(disposalReference(short, all({ ...person, id: buildId() }))).toBe(
      value.subjectId.slice(0, 8),
    );
    expect(confirmIssues('Ada  Vael', 'ada vael')).toEqual([]);
    expect(confirmIssues('Ada  Vael', 'Ivo Vael')).toMatchObject([{ code: 'not-confirmed' }]);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom('CP-0042', ' cp-0042', 'CP - 0042', 'CP-0043', 'CP-004', '', 'CP-00422'),
          fc.string(),
        ),
        (confirmed) => {
          const isSame = confirmed.replace(/\s/gu, '').toLowerCase() === 'cp-0042';
          expect(refuseReferral({ ...DESTROY, confirmed }, context).ok).toBe(isSame);
        },
      ),
    );
    const { confirmed: _, ...unconfirmed } = DESTROY;
    expect(at(refuseReferral(unconfirmed, context))).toEqual(['not-confirmed confirmed']);
  });
});

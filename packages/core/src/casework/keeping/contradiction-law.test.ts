/**
 * Contradictions and unfinished hand-overs, requested past every act and screen: the law of the records refuses them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesInForce } from '../../codes/code-list.js';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildDecision,
  buildIdentification,
  buildReferral,
  buildRefusal,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { disposalReference } from '../act/confirm-disposal.js';
import { decideIdentification } from '../intake/identify-person.js';
import { refuseReferral, settleRefusal } from '../intake/refuse-referral.js';
import { keepingLaw } from './keeping-law.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const REASONS = codesInForce(lists, 'decision-reason', TODAY);
const OUTCOMES = codesInForce(lists, 'decision-outcome', TODAY).map(({ code }) => code);

const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });

async function underLaw() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  return { store, keep, context: { host, lists } };
}

/** A person with a referral or an identification, on which decisions are then recorded. */
async function cameIn(kind: 'referral' | 'identification', offences: readonly string[] = []) {
  const world = await underLaw();
  const subject = buildSubject({ name: 'Rowan Vael' });
  const about = { subjectId: subject.id };
  const root =
    kind === 'referral'
      ? newRecord(
          kind,
          buildReferral({ ...about, receivedOn: '2026-11-20', suspectedOffences: [...offences] }),
        )
      : newRecord(kind, buildIdentification({ ...about, identifiedOn: '2026-11-20' }));
  await world.keep(newRecord('subject', subject), root);
  const on = { ...about, [`${kind}Id`]: root.record };
  return { ...world, subject: subject.id, root: root.record, on };
}

describe('a decision', () => {
  it('that accepts what is outside the remit is refused whoever asks', async () => {
    const { store, keep, on } = await cameIn('referral');
    const accepts = buildDecision({ ...on, outcome: 'accept', reasonCodes: ['terrorism'] });
    await expect(keep(newRecord('decision', accepts))).rejects.toMatchObject(
      refused('reason-contradicts'),
    );
    expect(await store.query('decision')).toEqual([]);
  });

  it('is not turned into a contradiction afterwards, and may be changed in any other way', async () => {
    const { store, keep, on } = await cameIn('referral');
    const accepts = buildDecision({ ...on, outcome: 'accept', reasonCodes: ['suitable'] });
    await keep(newRecord('decision', accepts));
    const [held] = await store.query('decision');
    const change = { kind: 'decision', record: accepts.id, parents: held?.heads ?? [] } as const;
    await expect(keep({ ...change, set: { outcome: 'decline' } } as Change)).rejects.toMatchObject(
      refused('reason-contradicts'),
    );
    await keep({ ...change, set: { ethics: 'Proportionate.' } } as Change);
  });

  it('and a refusal are kept exactly where every reason belongs to them', async () => {
    const { keep, on, root, subject: subjectId } = await cameIn('referral');
    const fits = (outcome: string) => (code: string) =>
      REASONS.find((row) => row.code === code)?.onlyWith?.['decision-outcome']?.includes(outcome) ??
      true;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...OUTCOMES, 'refusal'),
        fc.uniqueArray(fc.constantFrom(...REASONS.map(({ code }) => code)), { maxLength: 4 }),
        async (outcome, reasonCodes) => {
          const isRefusal = outcome === 'refusal';
          const change = isRefusal
            ? newRecord(
                'refusal',
                buildRefusal({ referralId: root, handling: 'dispose', reasonCodes }),
              )
            : newRecord(
                'decision',
                buildDecision({
                  ...(outcome === 'review-set' ? { subjectId, reviewOn: '2026-12-08' } : on),
                  outcome,
                  reasonCodes,
                }),
              );
          const belongs = isRefusal
            ? reasonCodes.length > 0 &&
              reasonCodes.every((code) => ['decline', 'signpost'].some((each) => fits(each)(code)))
            : reasonCodes.every(fits(outcome));
          const isKept = await keep(change).then(
            () => true,
            () => false,
          );
          expect(isKept).toBe(belongs);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const PASSED = { passedTo: 'Eastshire Channel panel', gateway: 'part3-task' };
const ACKNOWLEDGED = { ...PASSED, acknowledgedBy: 'DS Ines Marlow', acknowledgedOn: TODAY };
const RECORDED = { crimeRecorded: 'recorded', crimeReference: '42/0001/26' };
const OFFENCE = ['Unauthorised access to computer material'];

describe('what is held of somebody', () => {
  it.each<readonly [string, readonly string[], object, string]>([
    [
      'a reason asks for a hand-over that nobody recorded',
      [],
      { reasonCodes: ['terrorism'] },
      'missing',
    ],
    ['its hand-over is not acknowledged', [], PASSED, 'handover-open'],
    ['it says nothing of a crime that it discloses', OFFENCE, {}, 'crime-open'],
    ['the crime has no reference', OFFENCE, { crimeRecorded: 'recorded' }, 'missing'],
  ])('is not destroyed with a refused referral while %s', async (_, offences, said, code) => {
    const { store, keep, on, root, subject } = await cameIn('referral', offences);
    const declines = buildDecision({ ...on, outcome: 'decline', ...said });
    const refusal = buildRefusal({ referralId: root, handling: 'dispose' });
    const parents = (await store.get('referral', root))?.heads ?? [];
    const declined = { kind: 'referral', record: root, parents, set: { status: 'declined' } };
    await keep(newRecord('decision', declines), newRecord('refusal', refusal), declined as Change);
    const ids = [subject, root, declines.id];
    const stops = { code: 'CP_STORE_NOT_DISPOSABLE', ...refused(code) };
    await expect(store.dispose(ids, 'retention')).rejects.toMatchObject(stops);
    // Closing the case and disposing of it as a whole is refused too.
    const ended = await endCase(store, subject, TODAY);
    await expect(store.dispose([...ids, ...ended], 'retention')).rejects.toMatchObject({
      code: 'CP_STORE_NOT_DISPOSABLE',
      cause: expect.arrayContaining([expect.objectContaining({ code })]),
    });
  });

  it('is not destroyed because somebody identified was passed on, until that is acknowledged', async () => {
    const { store, keep, on, root, subject } = await cameIn('identification');
    const passes = buildDecision({ ...on, outcome: 'pass', ...PASSED });
    await keep(newRecord('decision', passes));
    const ids = [subject, root, passes.id];
    await expect(store.dispose(ids, 'retention')).rejects.toMatchObject(refused('handover-open'));
    // An acknowledgement by one recipient does not count for the next.
    const again = buildDecision({
      ...on,
      outcome: 'pass',
      ...ACKNOWLEDGED,
      passedTo: 'CEOP',
      replaces: passes.id,
    });
    const other = buildDecision({ ...on, outcome: 'pass', ...PASSED, replaces: again.id });
    await keep(newRecord('decision', again));
    await keep(newRecord('decision', other));
    const all = [...ids, again.id, other.id];
    await expect(store.dispose(all, 'retention')).rejects.toMatchObject(refused('handover-open'));
    const last = buildDecision({
      ...on,
      outcome: 'pass',
      ...ACKNOWLEDGED,
      replaces: other.id,
    });
    await keep(newRecord('decision', last));
    await store.dispose([...all, last.id], 'retention');
    expect(await store.query('subject')).toEqual([]);
  });

  it('goes by what the acts allow, and stays where they do not', async () => {
    const matters = fc.record({
      reasonCodes: fc.constantFrom(
        ['terrorism'],
        ['unwilling'],
        ['child-sexual-abuse', 'unwilling'],
      ),
      handover: fc.constantFrom(
        {},
        PASSED,
        ACKNOWLEDGED,
        {
          ...ACKNOWLEDGED,
          acknowledgedOn: '2026-11-25' as PlainDate,
        },
        { passedTo: PASSED.passedTo, acknowledgedOn: TODAY },
      ),
      crime: fc.constantFrom({}, { crimeRecorded: 'recorded' }, RECORDED, {
        crimeRecorded: 'no-crime',
      }),
      offences: fc.constantFrom([], OFFENCE),
    });
    await fc.assert(
      fc.asyncProperty(matters, async ({ reasonCodes, handover, crime, offences }) => {
        const { store, keep, on, root, subject, context } = await cameIn('referral', offences);
        const said = { reasonCodes: [...reasonCodes], ...handover, ...crime };
        const referral = (await store.get('referral', root)) as StoredRecord<'referral'>;
        const records = await gatherCase(store, subject, 'case-work');
        const act = refuseReferral(
          { ...said, handling: 'dispose', confirmed: disposalReference(referral, records) },
          { ...context, referral, records },
        );
        const declines = buildDecision({ ...on, outcome: 'decline', ...said });
        const refusal = buildRefusal({ referralId: root, handling: 'dispose', reasonCodes });
        await keep(newRecord('decision', declines), newRecord('refusal', refusal));
        const goes = await store.dispose([subject, root, declines.id], 'retention').then(
          () => true,
          () => false,
        );
        expect(goes).toBe(act.ok);
      }),
      { numRuns: 100 },
    );
  });

  it('goes after a refused referral was kept on to a later day', async () => {
    const { store, root, subject, context } = await cameIn('referral');
    const referral = (await store.get('referral', root)) as StoredRecord<'referral'>;
    const confirmed = disposalReference(referral, await gatherCase(store, subject, 'retention'));
    const held = async () => ({
      ...context,
      referral,
      records: await gatherCase(store, subject, 'retention'),
    });
    const value = <T>(result: { ok: boolean; value?: T; issues: unknown }): T => {
      if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result.issues));
      return result.value;
    };
    const keeps = {
      reasonCodes: ['unwilling'],
      handling: 'keep',
      keepUntil: '2027-11-24' as PlainDate,
      keptBecause: 'A claim is expected.',
    } as const;
    const first = value(
      refuseReferral({ ...keeps, reasonCodes: [...keeps.reasonCodes] }, await held()),
    );
    await store.commit(first.commit);
    const [refusal] = await store.query('refusal');
    if (!refusal) throw new Error('not held');
    const on = { ...keeps, keepUntil: '2028-11-24' as PlainDate, reason: 'The claim is open.' };
    const { reasonCodes: _, keptBecause: __, ...later } = on;
    const kept = value(settleRefusal(later, { ...(await held()), refusal }));
    await store.commit(kept.commit);
    const [standing] = await store.query('refusal');
    if (!standing) throw new Error('not held');
    const input = { handling: 'dispose', confirmed } as const;
    const settled = value(settleRefusal(input, { ...(await held()), refusal: standing }));
    await store.commit(settled.commit);
    await store.dispose(settled.dispose, 'retention');
    expect(await store.query('subject')).toEqual([]);
  });
});

describe('a person identified who is passed on', () => {
  const passing = async () => {
    const world = await cameIn('identification');
    const { store, context, root, subject } = world;
    const pass = async (more: object) => {
      const identification = (await store.get('identification', root)) as
        | StoredRecord<'identification'>
        | undefined;
      const records = await gatherCase(store, subject as RecordId, 'identification');
      const confirmed = identification && disposalReference(identification, records);
      const input = { outcome: 'pass', reasonCodes: ['out-of-area'], confirmed, ...more };
      return decideIdentification(input, { ...context, identification, records });
    };
    return { ...world, pass };
  };

  it('stays on record until it is acknowledged, and is disclosed once', async () => {
    const { store, pass } = await passing();
    const passed = await pass(PASSED);
    if (!passed.ok) throw new Error(JSON.stringify(passed.issues));
    expect(passed.value.dispose).toEqual([]);
    expect(passed.issues).toMatchObject([{ code: 'handover-open', severity: 'warning' }]);
    await store.commit(passed.value.commit);
    const acknowledged = await pass({ ...ACKNOWLEDGED, replaces: passed.value.id });
    if (!acknowledged.ok) throw new Error(JSON.stringify(acknowledged.issues));
    await store.commit(acknowledged.value.commit);
    await store.dispose(acknowledged.value.dispose, 'retention');
    expect(await store.query('subject')).toEqual([]);
    const disclosed = (await store.audit()).filter(({ action }) => action === 'disclosure');
    expect(disclosed).toHaveLength(1);
  });

  it('is not disposed of instead while a reason leaves the matter to others', async () => {
    const { pass } = await passing();
    const dispose = { outcome: 'dispose', reasonCodes: ['terrorism'] };
    expect((await pass(dispose)).issues).toMatchObject([{ code: 'missing', at: 'passedTo' }]);
    const open = await pass({ ...dispose, ...PASSED });
    expect(open.ok).toBe(false);
    expect((await pass({ ...dispose, ...ACKNOWLEDGED })).ok).toBe(true);
  });
});

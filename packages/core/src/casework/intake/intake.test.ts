/** The two steps of intake in a real store: an enquiry without a name, then a referral with one, or without one. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase, gatherEnquiry } from '../../desk/case/gather.js';
import { fieldsOf, type RecordKind } from '../../record/kind.js';
import { defaultGates, draftOfFields } from '../../review/index.js';
import type { Host, PlainDate, RecordId, Result } from '../../shared/index.js';
import { createMemoryStore, type StoredRecord, undoSave } from '../../store/index.js';
import { testHost, testSigner } from '../../testing/host.js';
import type { CaseCommit } from '../act/context.js';
import { placeHold } from '../keeping/hold.js';
import { attachIdentity } from './attach-identity.js';
import { decideEnquiry } from './decide-enquiry.js';
import { enquiryState } from './enquiry-state.js';
import { makePromise } from './promise.js';
import { refuseReferral, settleRefusal } from './refuse-referral.js';
import { noteReply, takeEnquiry } from './take-enquiry.js';

const day = (text: string) => text as PlainDate;
const lists = gatherCodeLists();
const ASKED = 'A pupil in Year 9 has bought time on a stresser. Would you take this on?';
const ENQUIRY = {
  riskNow: 'concern',
  receivedOn: day('2026-11-20'),
  route: 'school',
  tier: 'cusp',
  asked: ASKED,
} as const;
const at = (result: Result<unknown>) => result.issues.map((issue) => `${issue.code} ${issue.at}`);

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

async function opened() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const context = { host, lists };
  const keep = async (result: Result<CaseCommit>): Promise<RecordId> => {
    await store.commit(value(result).commit);
    return value(result).id;
  };
  const get = async <K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K>> => {
    const held = await store.get(kind, id);
    if (!held) throw new Error('not held');
    return held;
  };
  return { host, store, context, keep, get };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** An enquiry found suitable, and the referral made from it. */
async function referred({ host, store, context, keep, get }: Opened) {
  const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
  const decision = { outcome: 'accept', reasonCodes: ['suitable'] };
  await keep(decideEnquiry(decision, { ...context, enquiry, decisions: [] }));
  const filed = value(attachIdentity(draft(host), await attaching({ store, context }, enquiry)));
  await store.commit(filed.commit);
  const referral = await get('referral', filed.ids.referral);
  return { enquiry, referral, subjectId: filed.ids.subject };
}

async function attaching(
  { store, context }: Pick<Opened, 'store' | 'context'>,
  enquiry: StoredRecord<'enquiry'>,
) {
  const gates = value(defaultGates('force', 'part3'));
  return {
    ...context,
    gates,
    officer: { regime: 'part3', practice: false } as const,
    enquiry,
    decisions: await store.query('decision', { enquiryId: enquiry.id }),
    referrals: await store.query('referral', { enquiryId: enquiry.id }),
  };
}

function draft(host: Host, receivedOn = '24/11/2026') {
  return draftOfFields(
    {
      'subject.name': ['Rowan Vael'],
      'referral.receivedOn': [receivedOn],
      'referrer.name': ['Ottilie Brandt'],
    },
    { way: 'typed', system: 'Practice', title: 'Form' },
    host,
  );
}

describe('decideEnquiry', () => {
  it('is known by its latest decision, and keeps the first when a later one changes it', async () => {
    const { store, context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const decisions = () => store.query('decision', { enquiryId: enquiry.id });
    const decide = async (more: object) =>
      decideEnquiry(more, { ...context, enquiry, decisions: await decisions() });
    expect(enquiryState(enquiry, [])).toBe('open');

    await keep(await decide({ outcome: 'more-information', reasonCodes: ['too-little-known'] }));
    expect(enquiryState(enquiry, await decisions())).toBe('awaiting-information');
    const first = await keep(await decide({ outcome: 'decline', reasonCodes: ['bullying'] }));
    expect((await get('decision', first)).value.reason).toBe('Outside the remit: bullying.');
    expect(enquiryState(enquiry, await decisions())).toBe('declined');

    const accept = { outcome: 'accept', reason: 'A booter was bought after all.' };
    expect(at(await decide(accept))).toEqual(['decision-stands replaces']);
    await keep(await decide({ ...accept, replaces: first }));
    expect(enquiryState(enquiry, await decisions())).toBe('form-sent');
    expect((await get('decision', first)).value.outcome).toBe('decline');
    expect(at(await decide({ outcome: 'decline', reason: 'No.', replaces: first }))).toContain(
      'replaces-unknown replaces',
    );
    await keep(await decide({ outcome: 'close', reasonCodes: ['no-reply'] }));
    expect(enquiryState(enquiry, await decisions())).toBe('closed');
  });

  it('names nobody, and needs a reason, a day that can be, and an outcome of this step', async () => {
    const { context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const decide = (more: object) =>
      at(decideEnquiry({ outcome: 'decline', ...more }, { ...context, enquiry, decisions: [] }));
    expect(decide({})).toEqual(['missing reason']);
    expect(decide({ reasonCodes: ['other'] })).toEqual(['missing reason']);
    expect(decide({ reason: 'No.', decidedOn: '2026-11-19' })).toEqual([
      'date-out-of-order decidedOn',
    ]);
    expect(decide({ reason: 'No.', decidedOn: '2027-11-24' })).toEqual([
      'date-in-future decidedOn',
    ]);
    expect(decide({ reason: 'We know Rowan Vael.' })).toEqual(['identity-in-text reason']);
    expect(decide({ reason: 'No.', outcome: 'dispose' })).toEqual(['outcome-elsewhere outcome']);
    const gone = { ...context, enquiry: undefined, decisions: [] };
    expect(at(decideEnquiry({ outcome: 'decline', reason: 'No.' }, gone))).toEqual([
      'enquiry-unknown enquiryId',
    ]);
  });

  it('offers a reason to select only where there is one for the outcome', async () => {
    const { context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const asks = (outcome: string | undefined, of = lists) =>
      decideEnquiry({ outcome }, { ...context, lists: of, enquiry, decisions: [] }).issues.find(
        (issue) => issue.at === 'reason',
      )?.message;
    expect(asks('decline')).toBe('Select a reason, or enter it in a few words');
    expect(asks(undefined)).toBe('Enter the reason');
    const list = lists.get('decision-reason');
    if (!list) throw new Error('no list');
    const none = new Map(lists).set('decision-reason', { ...list, codes: [] });
    expect(asks('decline', none)).toBe('Enter the reason');
  });

  it('takes no id for a telephone number, whatever its digits are', async () => {
    const { context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const id = '07700900-1234-4000-8000-077009001234' as RecordId;
    const random = { ...context.host.random, id: () => id };
    const digits = { ...context, host: { ...context.host, random } };
    const decision = { outcome: 'decline', reason: 'Outside the area.' };
    expect(at(decideEnquiry(decision, { ...digits, enquiry, decisions: [] }))).toEqual([]);
  });

  it('is told in a reply, which says which decision it told', async () => {
    const { context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    expect(at(noteReply({}, { ...context, enquiry, decision: undefined }))).toEqual([
      'decide-first repliedWith',
    ]);
    const reason = { outcome: 'decline', reasonCodes: ['bullying'] };
    const id = await keep(decideEnquiry(reason, { ...context, enquiry, decisions: [] }));
    const decision = await get('decision', id);
    const early = { repliedOn: day('2026-11-23') };
    expect(at(noteReply(early, { ...context, enquiry, decision }))).toEqual([
      'date-out-of-order repliedOn',
    ]);
    await keep(noteReply({}, { ...context, enquiry, decision }));
    expect((await get('enquiry', enquiry.id)).value).toMatchObject({
      repliedOn: '2026-11-24',
      repliedWith: id,
      asked: ASKED,
    });
  });

  it('is not undone away: an enquiry that was decided cannot be taken back first', async () => {
    const { store, context, keep, get } = await opened();
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const reason = { outcome: 'decline', reasonCodes: ['bullying'] };
    await keep(decideEnquiry(reason, { ...context, enquiry, decisions: [] }));
    const undo = await undoSave(store, 1);
    expect(undo.issues[0]?.message).toMatch('a later save added it on');
  });
});

describe('attachIdentity', () => {
  it('makes a referral of the enquiry, whose anonymous text stays as it was', async () => {
    const all = await opened();
    const { enquiry, referral, subjectId } = await referred(all);
    expect(referral.value).toMatchObject({ subjectId, enquiryId: enquiry.id, route: 'school' });
    expect(await all.get('enquiry', enquiry.id)).toEqual(enquiry);
    const decisions = await all.store.query('decision');
    expect(enquiryState(enquiry, decisions, [referral])).toBe('referred');
    const kinds = (await gatherCase(all.store, subjectId, 'case-work')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['subject', 'referral', 'enquiry', 'decision']));
  });

  it('names nobody before the first check let the form go out, nor twice, nor before it was asked', async () => {
    const all = await opened();
    const { host, context, keep, get } = all;
    const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
    const attach = async (receivedOn?: string) =>
      at(attachIdentity(draft(host, receivedOn), await attaching(all, enquiry)));
    expect(await attach()).toEqual(['enquiry-not-accepted enquiryId']);
    const accept = { outcome: 'accept', reasonCodes: ['suitable'] };
    await keep(decideEnquiry(accept, { ...context, enquiry, decisions: [] }));
    expect(await attach('19/11/2026')).toEqual(['date-out-of-order receivedOn']);
    const filed = value(attachIdentity(draft(host), await attaching(all, enquiry)));
    await all.store.commit(filed.commit);
    expect(await attach()).toEqual(['enquiry-referred enquiryId']);
  });
});

describe('gatherEnquiry', () => {
  it('gives the enquiry with what hangs on it and logs that, and does not look at the person', async () => {
    const all = await opened();
    const { store, context, get } = all;
    const { enquiry, referral, subjectId } = await referred(all);
    const promised = makePromise(
      { kind: 'feedback', to: 'referrer', dueOn: day('2026-12-01') },
      { ...context, on: await get('enquiry', enquiry.id) },
    );
    await store.commit(value(promised).commit);
    const records = await gatherEnquiry(store, enquiry.id, 'enquiry');
    expect(records.map(({ kind }) => kind).toSorted()).toEqual([
      'decision',
      'enquiry',
      'promise',
      'referral',
    ]);
    const looked = (await store.audit()).findLast(({ action }) => action === 'consultation');
    expect(looked?.records).toContain(referral.id);
    expect(looked?.records).not.toContain(subjectId);
    expect(await gatherEnquiry(store, subjectId, 'enquiry')).toEqual([]);
  });
});

it('makes a new referral of an enquiry, and lays it over none that is held', async () => {
  const all = await opened();
  const { host, store, context, keep, get } = all;
  const { referral, subjectId } = await referred(all);
  const enquiry = await get('enquiry', await keep(takeEnquiry(ENQUIRY, context)));
  await keep(
    decideEnquiry({ outcome: 'accept', reason: 'Yes.' }, { ...context, enquiry, decisions: [] }),
  );
  const result = attachIdentity(draft(host), {
    ...(await attaching({ store, context }, enquiry)),
    addTo: await get('subject', subjectId),
    addToReferral: referral,
  });
  expect(at(result)).toEqual(['enquiry-new-referral enquiryId']);
});

describe('refuseReferral', () => {
  const refusing = async ({ store, context }: Opened, referral: StoredRecord<'referral'>) => ({
    ...context,
    referral,
    records: await gatherCase(store, referral.value.subjectId, 'case-work'),
  });
  // The referral has no reference of the force's.
  const destroying = () => ({ ...REFUSE, handling: 'dispose', confirmed: 'Rowan Vael' }) as const;
  const REFUSE = { reasonCodes: ['not-cyber-dependent'], reason: 'Rowan Vael did nothing online.' };

  it('disposes at once, and what remains says nothing of the person', async () => {
    const all = await opened();
    const { enquiry, referral } = await referred(all);
    expect(await all.store.query('referrer')).toHaveLength(1);
    const refused = value(refuseReferral(destroying(), await refusing(all, referral)));
    await all.store.commit(refused.commit);
    await all.store.dispose(refused.dispose, 'retention');
    const log = JSON.stringify(await all.store.batchesSince(0));
    for (const word of ['Rowan', 'Vael', 'Brandt']) expect(log).not.toMatch(word);
    expect((await all.get('refusal', refused.id)).value).toEqual({
      id: refused.id,
      referralId: referral.id,
      enquiryId: enquiry.id,
      route: 'school',
      refusedOn: '2026-11-24',
      reasonCodes: ['not-cyber-dependent'],
      handling: 'dispose',
    });
    expect((await all.get('enquiry', enquiry.id)).value.asked).toBe(ASKED);
    expect(await all.store.query('subject')).toEqual([]);
    const left = await gatherEnquiry(all.store, enquiry.id, 'enquiry');
    expect(left.map(({ kind }) => kind).toSorted()).toEqual(['decision', 'enquiry', 'refusal']);
  });

  it('leaves a refusal that has no field for words', () => {
    const inputs = fieldsOf('refusal').map(({ input }) => input);
    for (const input of ['line', 'lines', 'narrative']) {
      const words = fieldsOf('refusal').filter((field) => field.input === input);
      expect(words.map(({ name }) => name)).toEqual(input === 'line' ? ['id'] : []);
    }
    expect(inputs).not.toContain('group');
  });

  it('is stopped by a hold, in words, and keeps instead until a day and with a reason', async () => {
    const all = await opened();
    const { referral, subjectId } = await referred(all);
    const subject = await all.get('subject', subjectId);
    const hold = { subjectId, reason: 'complaint', reviewDueOn: day('2027-05-24') };
    await all.keep(placeHold(hold, { ...all.context, subject }));
    const stopped = refuseReferral(destroying(), await refusing(all, referral));
    expect(stopped).toMatchObject({ ok: false });
    expect(stopped.issues.find(({ code }) => code === 'hold-stands')?.message).toBe(
      'A hold has been in place since 24 November 2026: Complaint or claim. Its review is due by 24 May 2027. Keep what is held, or have the hold lifted first.',
    );
    const context = await refusing(all, referral);
    const keepUntil = day('2027-11-24');
    expect(at(refuseReferral({ ...REFUSE, handling: 'keep' }, context))).toEqual(
      expect.arrayContaining(['missing keepUntil', 'missing keptBecause']),
    );
    const kept = value(
      refuseReferral(
        { ...REFUSE, handling: 'keep', keepUntil, keptBecause: 'A claim is expected.' },
        context,
      ),
    );
    expect(kept.dispose).toEqual([]);
    await all.store.commit(kept.commit);
    expect((await all.get('refusal', kept.id)).value).toMatchObject({
      handling: 'keep',
      keepUntil,
    });
    expect((await all.get('referral', referral.id)).value.status).toBe('declined');
    const forced = all.store.dispose(
      [referral.id, referral.value.enquiryId as RecordId],
      'retention',
    );
    await expect(forced).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
    const ofEnquiry = await all.store.query('decision', { enquiryId: referral.value.enquiryId });
    for (const { id } of ofEnquiry)
      await expect(all.store.dispose([id], 'retention')).rejects.toMatchObject({
        code: 'CP_STORE_HELD',
      });
  });

  it('is asked again on the day: kept on with a reason, or disposed of', async () => {
    const all = await opened();
    const { referral } = await referred(all);
    const kept = value(
      refuseReferral(
        {
          ...REFUSE,
          handling: 'keep',
          keepUntil: day('2027-11-24'),
          keptBecause: 'A claim is expected.',
        },
        await refusing(all, referral),
      ),
    );
    await all.store.commit(kept.commit);
    const settling = async () => ({
      ...(await refusing(all, await all.get('referral', referral.id))),
      refusal: await all.get('refusal', kept.id),
    });
    expect(at(settleRefusal({}, await settling()))).toEqual(['missing handling']);
    const on = {
      handling: 'keep',
      keepUntil: day('2028-11-24'),
      reason: 'The claim is open.',
    } as const;
    await all.keep(settleRefusal(on, await settling()));
    expect((await all.get('refusal', kept.id)).value.keepUntil).toBe('2028-11-24');
    const confirmed = { handling: 'dispose', confirmed: 'Rowan Vael' } as const;
    const settled = value(settleRefusal(confirmed, await settling()));
    await all.store.commit(settled.commit);
    await all.store.dispose(settled.dispose, 'retention');
    expect((await all.get('refusal', kept.id)).value).not.toHaveProperty('keepUntil');
    expect(JSON.stringify(await all.store.batchesSince(0))).not.toMatch('claim is');
  });

  it('leaves the subject who has another referral, and stops while a promise is open', async () => {
    const all = await opened();
    const { referral, subjectId } = await referred(all);
    const promise = { kind: 'feedback', to: 'referrer', dueOn: day('2026-12-01') };
    await all.keep(makePromise(promise, { ...all.context, on: referral }));
    const open = refuseReferral(destroying(), await refusing(all, referral));
    expect(open.issues.map(({ code }) => code)).toContain('promise-open');

    const other = await opened();
    const again = await referred(other);
    const records = await gatherCase(other.store, again.subjectId, 'case-work');
    const second = { ...again.referral, id: subjectId } as StoredRecord<'referral'>;
    const partly = value(
      refuseReferral(destroying(), {
        ...other.context,
        referral: again.referral,
        records: [...records, second],
      }),
    );
    expect(partly.dispose).toContain(again.referral.id);
    expect(partly.dispose).not.toContain(again.subjectId);
    expect(partly.dispose).not.toContain(second.id);
  });
});

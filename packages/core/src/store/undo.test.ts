import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '../shared/primitives.js';
import {
  buildDecision,
  buildId,
  buildIntervention,
  buildReferral,
  buildSession,
  buildSource,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { RecordStore } from './log/port.js';
import type { Change } from './log/revision.js';
import type { Verify } from './log/signer.js';
import { createMemoryStore } from './memory-log.js';
import { recordInWay } from './record-in-way.js';
import { undoOf, undoSave } from './undo.js';

let store: RecordStore;
const signer = testSigner();
const subject = buildSubject();
const source = buildSource();

beforeEach(async () => {
  store = await createMemoryStore({ signer, host: testHost() });
});

const save = (...changes: Change[]) => store.commit({ changes, reason: 'case-work' });
const amend = async (set: Change['set'], extra: Partial<Change> = {}) => {
  const parents = (await store.history(subject.id)).slice(-1).map(({ id }) => id);
  return save({ kind: 'subject', record: subject.id, parents, set, ...extra });
};
const takeBack = async (seq: number) => {
  const undo = await undoSave(store, seq);
  if (!undo.ok) return undo.issues.map(({ code }) => code);
  return (await store.commit(undo.value)).seq;
};
const stands = async (id: RecordId = subject.id) => store.get('subject', id);

describe('undo of one save', () => {
  it('withdraws what the save made, all of it', async () => {
    const referral = buildReferral({ subjectId: subject.id });
    const { seq } = await save(newRecord('subject', subject), newRecord('referral', referral));
    await takeBack(seq);
    expect(await stands()).toBeUndefined();
    expect(await store.get('referral', referral.id)).toBeUndefined();
    expect(await store.history(subject.id)).toHaveLength(2);
  });

  it('sets changed fields back to what they were, with where they came from, and leaves others', async () => {
    await save({ ...newRecord('subject', subject), sources: { name: [source] } });
    const before = await stands();
    const { bornOn = null, ...typed } = { name: 'Wrong', familyName: 'Wrong', bornOn: null };
    const { seq } = await amend({ ...typed, bornOn });
    expect((await stands())?.sources).toEqual({});
    await takeBack(seq);
    const after = await stands();
    expect(after?.value).toEqual(before?.value);
    expect(after?.sources).toEqual(before?.sources);
  });

  it('refuses to take back a withdrawal where another officer withdrew the record too', async () => {
    const other = testSigner({ device: buildId(), officer: buildId() });
    const behind = testHost({ at: '2026-11-23T09:30:00.000Z' });
    const theirs = await createMemoryStore({ signer: other, host: behind });
    const verify: Verify = async (...signed) =>
      (await signer.verify(...signed)) || other.verify(...signed);
    await save(newRecord('subject', subject));
    await theirs.receive(await store.batchesSince(0), verify, 'restore');
    const { heads: parents = [] } = (await stands()) ?? {};
    const withdrawn: Change = {
      kind: 'subject',
      record: subject.id,
      parents,
      set: {},
      withdraw: true,
    };
    await theirs.commit({ changes: [withdrawn], reason: 'case-work' });
    const { seq } = await save(withdrawn);
    await store.receive(await theirs.batchesSince(0), verify, 'restore');
    expect(await takeBack(seq)).toEqual(['undo-changed-since']);
  });

  it('can itself be undone', async () => {
    const { seq } = await save(newRecord('subject', subject));
    const undone = (await takeBack(seq)) as number;
    const again = (await takeBack(undone)) as number;
    expect((await stands())?.value).toEqual(subject);
    await takeBack(again);
    expect(await stands()).toBeUndefined();
  });

  it('takes away a source that the save added to an unchanged value', async () => {
    await save({ ...newRecord('subject', subject), sources: { name: [source] } });
    const { seq } = await amend({}, { sources: { name: [buildSource({ label: 'Nominal' })] } });
    await takeBack(seq);
    expect((await stands())?.sources).toEqual({ name: [source] });
  });

  it('refuses when a later save touched the same record', async () => {
    const { seq } = await save(newRecord('subject', subject));
    await amend({ name: 'Later' });
    expect(await takeBack(seq)).toEqual(['undo-changed-since']);
    expect((await stands())?.value.name).toBe('Later');
  });

  it('refuses when a later save withdrew the record', async () => {
    const { seq } = await save(newRecord('subject', subject));
    await amend({}, { withdraw: true });
    expect(await takeBack(seq)).toEqual(['undo-changed-since']);
  });

  it('refuses when a later save kept something on the subject it made', async () => {
    const { seq } = await save(newRecord('subject', subject));
    await save(newRecord('intervention', buildIntervention({ subjectId: subject.id })));
    expect(await takeBack(seq)).toEqual(['undo-in-use']);
  });

  it('refuses when a later save names anything that it made, of whatever kind', async () => {
    await save(newRecord('subject', subject));
    const referral = buildReferral({ subjectId: subject.id });
    const { seq } = await save(newRecord('referral', referral));
    const decision = buildDecision({ subjectId: subject.id, referralId: referral.id });
    const { seq: later } = await save(newRecord('decision', decision));
    expect(await takeBack(seq)).toEqual(['undo-in-use']);
    await takeBack(later);
    expect(await takeBack(seq)).toBeTypeOf('number');
  });

  it('names every record that rests on it, the earliest first, and what was changed, each with its place', async () => {
    await save(newRecord('subject', subject));
    const referral = buildReferral({ subjectId: subject.id });
    const { seq } = await save(newRecord('referral', referral));
    const of = { subjectId: subject.id, referralId: referral.id };
    const [first, second] = [buildDecision(of), buildDecision(of)];
    const held = await store.get('referral', referral.id);
    await save(newRecord('decision', first), {
      kind: 'referral',
      record: referral.id,
      parents: held?.heads ?? [],
      set: { status: 'accepted' },
    });
    await save(newRecord('decision', second));
    const undo = await undoSave(store, seq);
    expect(undo.ok).toBe(false);
    expect(undo.issues.map((issue) => [issue.code, recordInWay(issue)])).toEqual([
      ['undo-in-use', { kind: 'decision', id: first.id }],
      ['undo-in-use', { kind: 'decision', id: second.id }],
      ['undo-changed-since', { kind: 'referral', id: referral.id }],
    ]);
    expect(undo.issues[0]?.message).toContain('a later save added it on 24 November 2026');
  });

  it('takes back a save that made one record and named it in another', async () => {
    const session = buildSession({ subjectId: subject.id });
    await save(newRecord('subject', subject), newRecord('session', session));
    const contact = buildIntervention({ subjectId: subject.id });
    const held = await store.get('session', session.id);
    const { seq } = await save(newRecord('intervention', contact), {
      kind: 'session',
      record: session.id,
      parents: held?.heads ?? [],
      set: { attendance: 'attended', interventionId: contact.id },
    });
    await takeBack(seq);
    expect((await store.get('session', session.id))?.value).toEqual(session);
    expect(await store.get('intervention', contact.id)).toBeUndefined();
  });

  it('refuses, too, when what was brought back is named by a later save', async () => {
    const { seq } = await save(newRecord('subject', subject));
    const undone = (await takeBack(seq)) as number;
    const again = (await takeBack(undone)) as number;
    await save(newRecord('intervention', buildIntervention({ subjectId: subject.id })));
    expect(await takeBack(again)).toEqual(['undo-in-use']);
  });

  it('says of a disposal that it cannot be taken back', async () => {
    await save(newRecord('subject', subject));
    const { seq } = await store.dispose([subject.id], 'retention');
    expect(await takeBack(seq)).toEqual(['undo-disposed']);
  });

  it('refuses what was disposed of, what changed nothing, and what never was', async () => {
    const { seq } = await save(newRecord('subject', subject));
    await store.consult([subject.id], 'report');
    expect(await takeBack(seq + 1)).toEqual(['undo-nothing']);
    expect(await takeBack(seq - 1)).toEqual(['undo-gone']);
    await store.dispose([subject.id], 'retention');
    expect(await takeBack(seq)).toEqual(['undo-gone']);
    expect(await takeBack(99)).toEqual(['undo-gone']);
  });

  it('needs nothing but the batch, what stands and the history', async () => {
    const { revisions } = await save(newRecord('subject', subject));
    const [batch] = await store.batchesSince(0);
    const [current, history] = [await stands(), await store.history(subject.id)];
    if (!batch) throw new Error('A batch was kept');
    expect(
      undoOf(
        batch,
        () => current,
        () => history,
      ),
    ).toMatchObject({
      value: {
        reason: 'undo',
        changes: [{ record: subject.id, parents: revisions, set: {}, withdraw: true }],
      },
    });
  });
});

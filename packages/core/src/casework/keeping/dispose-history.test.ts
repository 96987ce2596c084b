import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { gatherCase } from '../../desk/case/gather.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import { createMemoryStore, type RecordStore, undoSave } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { endCase } from '../../testing/case-ending.js';
import {
  buildDecision,
  buildIdentification,
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildRefusal,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { disposalReference } from '../act/confirm-disposal.js';
import { decideIdentification } from '../intake/identify-person.js';
import { refuseReferral } from '../intake/refuse-referral.js';
import { planDisposal } from './dispose-case.js';
import { keepingLaw } from './keeping-law.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();

/** A store under the law, in which names and notes come from captures and are corrected. */
async function world(captureCount: number, peopleCount = 2) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  const captures = Array.from({ length: captureCount }, () => buildSourceCapture().id);
  const people = Array.from({ length: peopleCount }, () => buildSubject().id);
  await keep(
    ...captures.map((id) => newRecord('sourceCapture', buildSourceCapture({ id }))),
    ...people.map((id) => newRecord('subject', buildSubject({ id }))),
  );
  /** Names a person; without a capture it is a correction by hand. */
  const names = async (person: RecordId | undefined, name: string, capture?: RecordId) => {
    const held = person && (await store.get('subject', person));
    if (!held) throw new Error('not held');
    return keep({
      kind: 'subject',
      record: held.id,
      parents: held.heads,
      set: { name },
      ...(capture ? { sources: from(capture, 'name') } : {}),
    });
  };
  /** Notes something from a page, and undoes it. */
  const notesAndUndoes = async (subjectId: RecordId, capture: RecordId) => {
    const noted = newRecord(
      'intervention',
      buildIntervention({ subjectId, place: 'Testford library' }),
    );
    const { seq } = await keep({ ...noted, sources: from(capture, 'place') });
    const undone = await undoSave(store, seq);
    if (!undone.ok) throw new Error('not undone');
    await store.commit(undone.value);
    return noted.record;
  };
  return { host, store, keep, captures, people, names, notesAndUndoes };
}

const from = (capture: RecordId, path: string) => ({ [path]: [buildSource({ capture })] });

async function plannedFor(store: RecordStore, subject: RecordId | undefined) {
  const plan = subject && (await planDisposal(store, subject, { today: TODAY, lists }));
  if (!plan) throw new Error('no plan');
  return plan;
}

const isHeld = async (store: RecordStore, id: RecordId | undefined) =>
  id !== undefined && (await store.history(id)).length > 0;
const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });

describe('a page of which everything was corrected since', () => {
  it('goes with the case that it was evidence of, is counted, and is not left out', async () => {
    const { store, captures, people, names } = await world(1);
    const [capture] = captures as [RecordId];
    await names(people[0], 'R. Vael', capture);
    await names(people[0], 'Rowan Vael-Marsh');
    await endCase(store, people[0] as RecordId, TODAY);
    const plan = await plannedFor(store, people[0]);
    expect(plan.ids).toContain(capture);
    expect(plan.going.filter(({ kind }) => kind === 'sourceCapture')).toHaveLength(1);
    expect(plan.issues.at(-1)?.message).toContain('Capture: 1');
    const others = plan.ids.filter((id) => id !== capture);
    await expect(store.dispose(others, 'retention')).rejects.toMatchObject(
      refused('disposal-of-part'),
    );
    await store.dispose(plan.ids, 'retention');
    expect(await isHeld(store, capture)).toBe(false);
  });

  it('stays while the history of somebody else names it, and goes with the last of them', async () => {
    const { store, captures, people, names } = await world(1);
    const [capture] = captures as [RecordId];
    await names(people[1], 'Quillon A.', capture);
    await names(people[1], 'Quillon Ashgrove');
    // The first one disposed of depends on it to the end.
    await names(people[0], 'R. Vael', capture);
    for (const [index, person] of people.entries()) {
      await endCase(store, person, TODAY);
      const plan = await plannedFor(store, person);
      expect(plan.ids.includes(capture)).toBe(index === 1);
      if (index === 0)
        await expect(store.dispose([...plan.ids, capture], 'retention')).rejects.toMatchObject(
          refused('disposal-undecided'),
        );
      await store.dispose(plan.ids, 'retention');
      expect(await isHeld(store, capture)).toBe(index === 0);
    }
  });

  it('is looked at with an entry in the log, as all that goes', async () => {
    const { store, captures, people, names } = await world(1);
    await names(people[0], 'R. Vael', captures[0]);
    await names(people[0], 'Rowan Vael-Marsh');
    await plannedFor(store, people[0]);
    expect((await store.audit()).at(-1)).toMatchObject({
      action: 'consultation',
      reason: 'retention',
      records: expect.arrayContaining([captures[0]]),
    });
  });

  it('goes with what was taken back, page and note', async () => {
    const { store, captures, people, notesAndUndoes } = await world(1);
    const note = await notesAndUndoes(people[0] as RecordId, captures[0] as RecordId);
    await endCase(store, people[0] as RecordId, TODAY);
    const plan = await plannedFor(store, people[0]);
    expect(plan.ids).toEqual(expect.arrayContaining([note, captures[0]]));
    await expect(
      store.dispose(
        plan.ids.filter((id) => id !== note && id !== captures[0]),
        'retention',
      ),
    ).rejects.toMatchObject(refused('disposal-of-part'));
    await store.dispose(plan.ids, 'retention');
    for (const id of [note, captures[0]]) expect(await isHeld(store, id)).toBe(false);
  });
});

it('no page stays that only what went had ever named, and none goes that another’s record ever named', async () => {
  const step = fc.record({
    person: fc.nat(2),
    capture: fc.option(fc.nat(4), { nil: undefined }),
    kind: fc.constantFrom('name', 'name', 'undone'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 9 }), fc.nat(2), async (steps, first) => {
      const { store, captures, people, names, notesAndUndoes } = await world(5, 3);
      const naming = captures.map(() => new Set<RecordId>());
      for (const [index, { person, capture, kind }] of steps.entries()) {
        const [who, page] = [people[person] as RecordId, captures[capture ?? -1]];
        if (kind === 'undone' && page) await notesAndUndoes(who, page);
        else await names(who, `Name ${index}`, page);
        if (capture !== undefined) naming[capture]?.add(who);
      }
      const gone = new Set<RecordId>();
      // One after the other: the last one takes the capture that several depended on.
      for (const turn of [0, 1, 2]) {
        const person = people[(first + turn) % 3] as RecordId;
        await endCase(store, person, TODAY);
        const { ids } = await plannedFor(store, person);
        await store.dispose(ids, 'retention');
        gone.add(person);
        for (const [index, capture] of captures.entries()) {
          const named = [...(naming[index] ?? [])];
          const isKept = named.length === 0 || named.some((who) => !gone.has(who));
          expect(await isHeld(store, capture)).toBe(isKept);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('a referral that is refused and a person who is let go', () => {
  it('take along the page of which everything was corrected since', async () => {
    const { host, store, keep, captures, people, names } = await world(2);
    const [referred, found] = people as [RecordId, RecordId];
    const referral = buildReferral({ subjectId: referred, receivedOn: '2026-11-20' });
    const identification = buildIdentification({ subjectId: found });
    await keep(newRecord('referral', referral), newRecord('identification', identification));
    for (const [index, person] of people.entries()) {
      await names(person, 'R. Vael', captures[index]);
      await names(person, 'Rowan Vael-Marsh');
    }
    const refusing = await gatherCase(store, referred, 'case-work');
    const root = await store.get('referral', referral.id);
    if (!root) throw new Error('not held');
    const result = refuseReferral(
      {
        outcome: 'decline',
        reason: 'They do not want it.',
        reasonCodes: ['unwilling'],
        crimeRecorded: 'no-crime',
        handling: 'dispose',
        confirmed: disposalReference(root, refusing),
      },
      {
        host,
        lists,
        referral: root,
        records: refusing,
        heldOnly: await store.heldOnlyWith([referral.id, referred]),
      },
    );
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    expect(result.issues.at(-1)?.message).toContain('Capture: 1');
    await store.commit(result.value.commit);
    const { dispose } = result.value;
    await expect(
      store.dispose(
        dispose.filter((id) => id !== captures[0]),
        'retention',
      ),
    ).rejects.toMatchObject(refused('disposal-of-part'));
    await store.dispose(dispose, 'retention');
    expect(await isHeld(store, captures[0])).toBe(false);
    expect(await isHeld(store, captures[1])).toBe(true);

    const held = await store.get('identification', identification.id);
    if (!held) throw new Error('not held');
    const records = await gatherCase(store, found, 'identification');
    const confirmed = disposalReference(held, records);
    const letGo = decideIdentification(
      { outcome: 'dispose', reason: 'No risk was found.', confirmed },
      {
        host,
        lists,
        identification: held,
        records,
        heldOnly: await store.heldOnlyWith([identification.id, found]),
      },
    );
    if (!letGo.ok) throw new Error(JSON.stringify(letGo.issues));
    await store.commit(letGo.value.commit);
    await store.dispose(letGo.value.dispose, 'retention');
    expect(await isHeld(store, captures[1])).toBe(false);
  });

  it('leave the page on which the person rests where the person stays', async () => {
    const { store, keep, captures, people, names } = await world(2);
    const [subjectId, own, shared] = [people[0], ...captures] as [RecordId, RecordId, RecordId];
    const referral = buildReferral({ subjectId, receivedOn: '2026-11-20' });
    const decision = buildDecision({
      subjectId,
      referralId: referral.id,
      outcome: 'decline',
      crimeRecorded: 'no-crime',
    });
    const refusal = buildRefusal({ referralId: referral.id, handling: 'dispose' });
    await names(subjectId, 'R. Vael', shared);
    await names(subjectId, 'Rowan Vael-Marsh');
    const sources = { ...from(own, 'reference'), ...from(shared, 'narrative') };
    await keep(
      { ...newRecord('referral', referral), sources },
      newRecord('referral', buildReferral({ subjectId })),
      newRecord('decision', decision),
      newRecord('refusal', refusal),
    );
    const ids = [referral.id, decision.id];
    expect((await store.heldOnlyWith(ids)).map(({ id }) => id)).toEqual([own]);
    await expect(store.dispose([...ids, own, shared], 'retention')).rejects.toMatchObject(
      refused('disposal-undecided'),
    );
    await store.dispose([...ids, own], 'retention');
    expect(await isHeld(store, shared)).toBe(true);
  });

  it('leave a referrer on whom another’s referral rests, whoever asks', async () => {
    const { store, keep, people } = await world(0);
    const referrer = buildReferrer();
    const [own, other] = people.map((subjectId) =>
      buildReferral({ subjectId, referrerId: referrer.id, receivedOn: '2026-11-20' }),
    );
    if (!own || !other) throw new Error('not made');
    const decision = buildDecision({
      subjectId: own.subjectId,
      referralId: own.id,
      outcome: 'decline',
      crimeRecorded: 'no-crime',
    });
    await keep(
      newRecord('referrer', referrer),
      newRecord('referral', own),
      newRecord('referral', other),
      newRecord('decision', decision),
      newRecord('refusal', buildRefusal({ referralId: own.id, handling: 'dispose' })),
    );
    const ids = [own.subjectId, own.id, decision.id];
    await expect(store.dispose([...ids, referrer.id], 'retention')).rejects.toMatchObject(
      refused('disposal-undecided'),
    );
    await store.dispose(ids, 'retention');
    expect(await isHeld(store, referrer.id)).toBe(true);
  });
});

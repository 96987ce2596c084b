/** Attached files that are moved to another person or withdrawn: by the acts alone, with a reason, and gone with whose they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../../codes/index.js';
import type { PlainDate, RecordId } from '../../../shared/index.js';
import { createMemoryStore, undoSave } from '../../../store/index.js';
import { endCase } from '../../../testing/case-ending.js';
import { buildAttachment, buildSubject, newRecord } from '../../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../../testing/host.js';
import { planDisposal } from '../dispose-case.js';
import { keepingLaw } from '../keeping-law.js';
import { moveAttachment } from './move-attachment.js';
import { withdrawAttachment } from './withdraw-attachment.js';

const lists = gatherCodeLists();
const TODAY = '2026-11-24' as PlainDate;
const reason = 'correction';
const WHY = 'wrong-choice';

async function start() {
  const host = testHost({ at: `${TODAY}T09:30:00.000Z` });
  const officer = { regime: 'part3', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const people = ['Tamsin Vael', 'Quillon Ashgrove', 'Ivo Quill'].map((name) =>
    buildSubject({ name }),
  );
  await store.commit({
    changes: people.map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  const [tamsin, quillon, ivo] = people.map(({ id }) => id) as [RecordId, RecordId, RecordId];
  const attach = async (subjectId: RecordId, letter = 'A') => {
    const pieces = [{ blob: letter.repeat(43), salt: '0'.repeat(32), digest: '0'.repeat(64) }];
    const value = buildAttachment({ subjectId, size: 92_000, pieces, receivedOn: TODAY } as never);
    await store.commit({ changes: [newRecord('attachment', value)], reason: 'case-work' });
    return value.id;
  };
  const held = async (id: RecordId) => {
    const found = await store.get('attachment', id);
    if (!found) throw new Error('Not held');
    return found;
  };
  const moved = async (id: RecordId, to: RecordId, why: string | undefined = WHY) =>
    moveAttachment(await held(id), why, {
      host,
      lists,
      to: await store.get('subject', to),
      records: await store.query('attachment'),
    });
  const move = async (id: RecordId, to: RecordId) => {
    const made = await moved(id, to);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    return store.commit(made.value.commit);
  };
  const withdraw = async (id: RecordId, why = 'wrong-file') => {
    const made = withdrawAttachment(await held(id), why, { host, lists });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    return store.commit(made.value.commit);
  };
  const whose = async (id: RecordId) => (await store.get('attachment', id))?.value.subjectId;
  const change = async (id: RecordId, set: object, more: object = {}, why = reason) => {
    const { heads: parents } = await held(id);
    const changed = { kind: 'attachment', record: id, parents, set, ...more } as never;
    return store.commit({ changes: [changed], reason: why });
  };
  const dispose = async (subject: RecordId) => {
    await endCase(store, subject, TODAY);
    const plan = await planDisposal(store, subject, { today: TODAY, lists });
    await store.dispose(plan?.ids ?? [], 'retention');
    return plan?.ids ?? [];
  };
  return {
    ...{ host, store, tamsin, quillon, ivo, attach, held, moved, move },
    ...{ withdraw, whose, change, dispose },
  };
}

const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });

describe('a file that is moved', () => {
  it('is the other person’s from then on, and its history says whose it was, who moved it and why', async () => {
    const { store, tamsin, quillon, attach, move, held } = await start();
    const id = await attach(tamsin);
    await move(id, quillon);
    expect((await held(id)).value).toMatchObject({
      subjectId: quillon,
      movedFrom: tamsin,
      movedWhy: WHY,
    });
    expect(await store.query('attachment', { subjectId: tamsin })).toEqual([]);
    const history = await store.history(id);
    expect(history.map(({ set, by }) => [Reflect.get(set, 'subjectId'), by])).toEqual([
      [tamsin, testSigner().officer],
      [quillon, testSigner().officer],
    ]);
    expect((await store.audit()).at(-1)).toMatchObject({
      action: 'combination',
      records: [quillon, id],
      reason,
    });
    expect(await store.everAbout(tamsin)).toContain(id);
  });

  it('needs a reason that is in force, and another person who is on record', async () => {
    const { tamsin, quillon, attach, moved } = await start();
    const id = await attach(tamsin);
    const codes = async (...of: Parameters<typeof moved>) =>
      (await moved(...of)).issues.map(({ code }) => code);
    expect(await codes(id, quillon, '')).toEqual(['attachment-move-why']);
    expect(await codes(id, quillon, 'because')).toEqual(['attachment-move-why']);
    expect(await codes(id, tamsin)).toEqual(['nothing-moves']);
    expect(await codes(id, buildSubject().id)).toEqual(['subject-unknown']);
  });

  it('does not go to somebody who has the same file, by the act or by the store', async () => {
    const { tamsin, quillon, attach, moved, whose, store, held } = await start();
    const id = await attach(tamsin);
    await attach(quillon);
    expect((await moved(id, quillon)).issues).toMatchObject([
      {
        code: 'attachment-held',
        message: expect.stringContaining('Withdraw this one instead of moving it.'),
      },
    ]);
    const { heads: parents } = await held(id);
    const set = { subjectId: quillon, movedFrom: tamsin, movedWhy: WHY };
    const entry = {
      action: 'combination',
      records: [quillon, id],
      fields: [],
      reason,
    } as const;
    await expect(
      store.commit({
        changes: [{ kind: 'attachment', record: id, parents, set }],
        reason,
        audit: [entry],
      }),
    ).rejects.toMatchObject(refused('attachment-held'));
    expect(await whose(id)).toBe(tamsin);
  });

  it('goes to nobody by a change that is not the act, whoever asks the store', async () => {
    const { tamsin, quillon, ivo, attach, change, whose, move } = await start();
    const id = await attach(tamsin);
    const whole = { subjectId: quillon, movedFrom: tamsin, movedWhy: WHY };
    for (const set of [
      { subjectId: quillon },
      { ...whole, movedFrom: ivo },
      { ...whole, name: 'another.pdf' },
      { movedFrom: ivo, movedWhy: WHY },
      whole,
    ])
      await expect(change(id, set)).rejects.toMatchObject(refused('attachment-not-moved'));
    for (const set of [{ subjectId: quillon }, whole])
      await expect(change(id, set, {}, 'undo')).rejects.toMatchObject(
        refused('attachment-not-moved'),
      );
    expect(await whose(id)).toBe(tamsin);
    await move(id, quillon);
    const on = { subjectId: ivo, movedFrom: null, movedWhy: null };
    await expect(change(id, on, {}, 'undo')).rejects.toMatchObject(refused('attachment-not-moved'));
    expect(await whose(id)).toBe(quillon);
  });

  it('is not made as one that was moved', async () => {
    const { store, tamsin, quillon } = await start();
    const made = buildAttachment({ subjectId: tamsin, movedFrom: quillon, movedWhy: WHY } as never);
    await expect(
      store.commit({ changes: [newRecord('attachment', made)], reason: 'case-work' }),
    ).rejects.toMatchObject(refused('attachment-not-moved'));
  });

  it('goes back by undoing, one move at a time', async () => {
    const { store, tamsin, quillon, ivo, attach, move, held } = await start();
    const id = await attach(tamsin);
    await move(id, quillon);
    const { seq } = await move(id, ivo);
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error(JSON.stringify(undo.issues));
    await store.commit(undo.value);
    expect((await held(id)).value).toMatchObject({ subjectId: quillon, movedFrom: tamsin });
  });
});

describe('a file that is withdrawn', () => {
  it('says why in its history, and is not current any longer', async () => {
    const { store, tamsin, attach, withdraw } = await start();
    const id = await attach(tamsin);
    await withdraw(id, 'sent-by-mistake');
    expect(await store.get('attachment', id)).toBeUndefined();
    expect((await store.history(id)).at(-1)).toMatchObject({
      withdraw: true,
      set: { withdrawnWhy: 'sent-by-mistake' },
    });
    expect(await store.blobs()).toEqual(new Set(['A'.repeat(43)]));
  });

  it('is not withdrawn without a reason, by the act or by the store', async () => {
    const { host, tamsin, attach, held, change } = await start();
    const id = await attach(tamsin);
    for (const why of [undefined, '', 'because'])
      expect(withdrawAttachment(await held(id), why, { host, lists }).issues).toMatchObject([
        { code: 'attachment-withdrawal-why' },
      ]);
    for (const set of [{}, { withdrawnWhy: 'because' }, { withdrawnWhy: 'replaced', name: 'x' }])
      await expect(change(id, set, { withdraw: true })).rejects.toMatchObject(
        refused('attachment-withdrawal-why'),
      );
    await change(id, { name: 'later.pdf' });
    await expect(change(id, {}, { withdraw: true }, 'undo')).rejects.toMatchObject(
      refused('attachment-withdrawal-why'),
    );
  });

  it('comes back by undoing as it was, on the person whose it was, and on nobody else', async () => {
    const { store, tamsin, quillon, attach, withdraw, held, whose } = await start();
    const id = await attach(tamsin);
    const before = (await held(id)).value;
    const { seq } = await withdraw(id);
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error(JSON.stringify(undo.issues));
    const [change] = undo.value.changes;
    const elsewhere = { ...change, set: { ...change?.set, subjectId: quillon } } as never;
    await expect(store.commit({ changes: [elsewhere], reason: 'undo' })).rejects.toMatchObject(
      refused('attachment-not-moved'),
    );
    await store.commit(undo.value);
    expect((await held(id)).value).toEqual(before);
    expect(await whose(id)).toBe(tamsin);
  });

  it('does not come back where the same file was attached since', async () => {
    const { store, tamsin, attach, withdraw } = await start();
    const { seq } = await withdraw(await attach(tamsin));
    await attach(tamsin);
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error(JSON.stringify(undo.issues));
    await expect(store.commit(undo.value)).rejects.toMatchObject(refused('attachment-held'));
  });

  it('goes without a reason if the save that attached it is undone at once', async () => {
    const { store, tamsin } = await start();
    const value = buildAttachment({ subjectId: tamsin, receivedOn: TODAY });
    const { seq } = await store.commit({
      changes: [newRecord('attachment', value)],
      reason: 'case-work',
    });
    const undo = await undoSave(store, seq);
    if (!undo.ok) throw new Error(JSON.stringify(undo.issues));
    await store.commit(undo.value);
    expect(await store.query('attachment')).toEqual([]);
  });
});

describe('a file that was moved, then withdrawn', () => {
  const both = async () => {
    const begun = await start();
    const id = await begun.attach(begun.tamsin);
    await begun.move(id, begun.quillon);
    await begun.withdraw(id);
    return { ...begun, id };
  };
  const stays = async ({ store }: Awaited<ReturnType<typeof start>>, id: RecordId) =>
    (await store.history(id)).length > 0 && (await store.blobs()).size > 0;

  it('stays when the person is disposed of whose it was before, and goes with whose it is', async () => {
    const begun = await both();
    expect(await begun.dispose(begun.tamsin)).not.toContain(begun.id);
    expect(await stays(begun, begun.id)).toBe(true);
    expect(await begun.dispose(begun.quillon)).toContain(begun.id);
    expect(await stays(begun, begun.id)).toBe(false);
    expect(await begun.store.blobs()).toEqual(new Set());
  });

  it('goes with whose it is, though the other person stays', async () => {
    const begun = await both();
    expect(await begun.dispose(begun.quillon)).toContain(begun.id);
    expect(await stays(begun, begun.id)).toBe(false);
    expect(await begun.dispose(begun.tamsin)).not.toContain(begun.id);
  });

  it('cannot be left behind, or be taken along early, by whoever asks the store', async () => {
    const begun = await both();
    const { store, tamsin, quillon, id } = begun;
    const ended = await endCase(store, tamsin, TODAY);
    await expect(store.dispose([...ended, id], 'retention')).rejects.toMatchObject({
      code: 'CP_STORE_NOT_DISPOSABLE',
    });
    await expect(
      store.dispose(await endCase(store, quillon, TODAY), 'retention'),
    ).rejects.toMatchObject({ code: 'CP_STORE_NOT_DISPOSABLE' });
    expect(await stays(begun, id)).toBe(true);
  });

  it('never outlives its person nor goes before them, however files are moved and withdrawn', async () => {
    const step = fc.record({
      act: fc.constantFrom('move', 'withdraw'),
      file: fc.nat(1),
      to: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
        async (steps, order) => {
          const begun = await start();
          const { store, tamsin, quillon, ivo, attach, move, withdraw, dispose } = begun;
          const people = [tamsin, quillon, ivo];
          const files = [await attach(tamsin, 'A'), await attach(quillon, 'B')];
          const owners = new Map(files.map((id, nth) => [id, people[nth]]));
          for (const { act, file, to } of steps) {
            const [id, person] = [files[file], people[to]];
            if (!id || !person || !(await store.get('attachment', id))) continue;
            if (act === 'withdraw') await withdraw(id);
            else if (owners.get(id) !== person) {
              await move(id, person);
              owners.set(id, person);
            }
          }
          for (const nth of order) {
            const person = people[nth];
            if (person) await dispose(person);
            for (const [id, owner] of owners) {
              const isGone = order
                .slice(0, order.indexOf(nth) + 1)
                .some((n) => people[n] === owner);
              expect((await store.history(id)).length > 0).toBe(!isGone);
            }
          }
          expect(await store.blobs()).toEqual(new Set());
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
  });
});

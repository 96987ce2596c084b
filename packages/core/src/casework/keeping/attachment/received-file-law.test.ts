/** Files that come from another device, where a release that asks no law may have changed them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../../codes/index.js';
import type { PlainDate, RecordId, Result } from '../../../shared/index.js';
import { createMemoryStore, undoSave } from '../../../store/index.js';
import type { Change, Commit, Revision } from '../../../store/log/revision.js';
import { buildAttachment, buildSubject, newRecord } from '../../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../../testing/host.js';
import type { CaseCommit } from '../../act/context.js';
import { keepingLaw } from '../keeping-law.js';
import { correctAttachment } from './attach-file.js';
import { moveAttachment } from './move-attachment.js';
import { receivedFileIssues } from './received-file-law.js';
import { withdrawAttachment } from './withdraw-attachment.js';

const TODAY = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const [tamsin, quillon, ivo] = [buildSubject(), buildSubject(), buildSubject()];
const WHY = 'wrong-choice';

/** A device with a file on the first person’s record. */
async function device(isLawful: boolean) {
  const host = testHost({ at: `${TODAY}T09:30:00.000Z` });
  const officer = { regime: 'part3', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({
    host,
    signer: testSigner(),
    ...(isLawful ? { gate } : {}),
  });
  const people = [tamsin, quillon, ivo].map((each) => newRecord('subject', each));
  await store.commit({ changes: people, reason: 'case-work' });
  const file = buildAttachment({ subjectId: tamsin.id, receivedOn: TODAY } as never);
  const attached = await store.commit({
    changes: [newRecord('attachment', file)],
    reason: 'case-work',
  });
  const change = async (set: object, reason = 'correction', more: object = {}) => {
    const [head] = (await store.history(file.id)).slice(-1);
    const parents = (await store.get('attachment', file.id))?.heads ?? [head?.id];
    const changed = { kind: 'attachment', record: file.id, parents, set, ...more } as Change;
    return store.commit({ changes: [changed], reason });
  };
  const history = () => store.history(file.id);
  const codes = async (held: readonly Revision[] = []) =>
    receivedFileIssues(await history(), held).map(({ code }) => code);
  return { host, store, id: file.id, attached, change, history, codes };
}
const valueIn = <T>(made: Result<T>): T | undefined => (made.ok ? made.value : undefined);
const commitIn = (made: Result<CaseCommit>): Commit | undefined => valueIn(made)?.commit;
const movedTo = (subjectId: RecordId, movedFrom: RecordId) => ({
  subjectId,
  movedFrom,
  movedWhy: WHY,
});

describe('a file from another device', () => {
  it('is taken as it was attached, but not as one that was moved before', async () => {
    const { codes, history } = await device(false);
    expect(await codes()).toEqual([]);
    const [made] = await history();
    const moved = { ...made, set: { ...made?.set, movedFrom: quillon.id } } as Revision;
    expect(receivedFileIssues([moved], []).map(({ code }) => code)).toEqual([
      'attachment-not-moved',
    ]);
  });

  it.each<readonly [string, object, readonly string[]]>([
    ['with other bytes', { size: 12 }, ['attachment-stands']],
    ['with another name', { name: 'another.pdf' }, []],
    ['on somebody else', { subjectId: quillon.id }, ['attachment-not-moved']],
    ['moved from whose it never was', movedTo(quillon.id, ivo.id), ['attachment-not-moved']],
    ['moved to whose it is', movedTo(tamsin.id, tamsin.id), ['attachment-not-moved']],
    [
      'moved without a reason',
      { ...movedTo(quillon.id, tamsin.id), movedWhy: null },
      ['attachment-move-why'],
    ],
    [
      'moved with another name',
      { ...movedTo(quillon.id, tamsin.id), name: 'another.pdf' },
      ['attachment-not-moved'],
    ],
    ['moved by the act', movedTo(quillon.id, tamsin.id), []],
  ])('changed there, %s, is judged by what it was', async (_, set, issues) => {
    const { codes, change } = await device(false);
    await change(set);
    expect(await codes()).toEqual(issues);
  });

  it('goes back by undoing to whom it was moved from, and to nobody else', async () => {
    for (const [to, issues] of [
      [ivo.id, ['attachment-not-moved']],
      [tamsin.id, []],
    ] as const) {
      const { codes, change } = await device(false);
      await change(movedTo(quillon.id, tamsin.id));
      await change({ subjectId: to, movedFrom: null, movedWhy: null }, 'undo');
      expect(await codes()).toEqual(issues);
    }
  });

  it('is withdrawn with a reason, or by undoing the save that attached it', async () => {
    const gone = { withdraw: true };
    for (const [set, reason, issues] of [
      [{}, 'correction', ['attachment-withdrawal-why']],
      [{ withdrawnWhy: 'wrong-file', name: 'x' }, 'correction', ['attachment-withdrawal-why']],
      [{ withdrawnWhy: 'wrong-file' }, 'correction', []],
      [{}, 'undo', []],
    ] as const) {
      const { codes, change } = await device(false);
      await change(set, reason, gone);
      expect(await codes()).toEqual(issues);
    }
    const { codes, change } = await device(false);
    await change({ name: 'another.pdf' });
    await change({}, 'undo', gone);
    expect(await codes()).toEqual(['attachment-withdrawal-why']);
  });

  it('does not come back from a withdrawal on somebody else', async () => {
    const { codes, change } = await device(false);
    await change({ withdrawnWhy: 'wrong-file' }, 'correction', { withdraw: true });
    await change(movedTo(quillon.id, tamsin.id));
    expect(await codes()).toEqual(['attachment-not-moved']);
  });

  it('is judged once its past has come, if that was held back', async () => {
    const { codes, change, history } = await device(false);
    await change({ name: 'another.pdf' });
    await change(movedTo(quillon.id, ivo.id));
    const [made, named, moved] = await history();
    if (!made || !named || !moved) throw new Error('There are three');
    expect(receivedFileIssues([moved], [])).toEqual([]);
    expect(receivedFileIssues([moved], [made])).toEqual([]);
    expect(receivedFileIssues([named], [made, moved]).map(({ code }) => code)).toEqual([
      'attachment-not-moved',
    ]);
    // Nothing that was judged with all its past is judged again.
    expect(await codes([made, named, moved])).toEqual([]);
  });
});

it('takes every file that the acts and their undoing made, in any order', async () => {
  const step = fc.record({
    act: fc.constantFrom('move', 'withdraw', 'undo', 'name'),
    to: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { host, store, id, attached, codes } = await device(true);
      let last = attached.seq;
      for (const { act, to } of steps) {
        const held = await store.get('attachment', id);
        const person = [tamsin, quillon, ivo][to];
        const of = { host, lists, records: [] };
        const made = await (async () => {
          if (act === 'undo') return valueIn(await undoSave(store, last));
          if (!held || !person) return undefined;
          const subject = await store.get('subject', person.id);
          if (act === 'name')
            return commitIn(correctAttachment(held, { ...held.value, name: `${to}.pdf` }, of));
          return act === 'move'
            ? commitIn(moveAttachment(held, WHY, { ...of, to: subject }))
            : commitIn(withdrawAttachment(held, 'wrong-file', of));
        })();
        // The law lets nobody undo the undoing of a move: then nothing was saved.
        const kept = made && (await store.commit(made).catch(() => undefined));
        last = kept?.seq ?? last;
      }
      expect(await codes()).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

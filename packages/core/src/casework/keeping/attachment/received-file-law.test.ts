/** Files that come from another device, where a release that asks no law may have changed them. */
import { describe, expect, it } from 'vitest';
import type { PlainDate, RecordId } from '../../../shared/index.js';
import { createMemoryStore } from '../../../store/index.js';
import type { Change, Revision } from '../../../store/log/revision.js';
import {
  buildAttachment,
  buildId,
  buildSubject,
  newRecord,
} from '../../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../../testing/host.js';
import { receivedFileIssues } from './received-file-law.js';

const TODAY = '2026-11-24' as PlainDate;
const [tamsin, quillon, ivo] = [buildSubject(), buildSubject(), buildSubject()];
const WHY = 'wrong-choice';

/** A device, whose store asks no law, with a file on the first person’s record. */
async function device() {
  const host = testHost({ at: `${TODAY}T09:30:00.000Z` });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const people = [tamsin, quillon, ivo].map((each) => newRecord('subject', each));
  await store.commit({ changes: people, reason: 'case-work' });
  const file = buildAttachment({ subjectId: tamsin.id, receivedOn: TODAY } as never);
  await store.commit({ changes: [newRecord('attachment', file)], reason: 'case-work' });
  const change = async (set: object, reason = 'correction', more: object = {}) => {
    const [head] = (await store.history(file.id)).slice(-1);
    const parents = (await store.get('attachment', file.id))?.heads ?? [head?.id];
    const changed = { kind: 'attachment', record: file.id, parents, set, ...more } as Change;
    return store.commit({ changes: [changed], reason });
  };
  const history = () => store.history(file.id);
  const codes = async (held: readonly Revision[] = []) =>
    receivedFileIssues(await history(), held).map(({ code }) => code);
  return { change, history, codes };
}
const movedTo = (subjectId: RecordId, movedFrom: RecordId) => ({
  subjectId,
  movedFrom,
  movedWhy: WHY,
});

describe('a file from another device', () => {
  it('is taken as it was attached, but not as one that was moved before', async () => {
    const { codes, history } = await device();
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
    const { codes, change } = await device();
    await change(set);
    expect(await codes()).toEqual(issues);
  });

  it('goes back by undoing to whom it was moved from, and to nobody else', async () => {
    for (const [to, issues] of [
      [ivo.id, ['attachment-not-moved']],
      [tamsin.id, []],
    ] as const) {
      const { codes, change } = await device();
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
      const { codes, change } = await device();
      await change(set, reason, gone);
      expect(await codes()).toEqual(issues);
    }
    const { codes, change } = await device();
    await change({ name: 'another.pdf' });
    await change({}, 'undo', gone);
    expect(await codes()).toEqual(['attachment-withdrawal-why']);
  });

  it('does not come back from a withdrawal on somebody else', async () => {
    const { codes, change } = await device();
    await change({ withdrawnWhy: 'wrong-file' }, 'correction', { withdraw: true });
    await change(movedTo(quillon.id, tamsin.id));
    expect(await codes()).toEqual(['attachment-not-moved']);
  });

  it('moves again, or is withdrawn, after only one of two devices had withdrawn it', async () => {
    const [made] = await (await device()).history();
    if (!made) throw new Error('It was attached');
    let minute = 10;
    const after = (on: readonly Revision[], set: object, withdraw?: true): Revision => {
      minute += 1;
      const more = { id: buildId(), at: `${TODAY}T10:${minute}:00.000Z`, reason: 'correction' };
      const parents = on.map(({ id }) => id);
      const gone = withdraw ? { withdraw } : {};
      return { ...made, ...more, parents, set, ...gone } as unknown as Revision;
    };
    const withdrawal = { withdrawnWhy: 'wrong-file' };
    const moved = after([made], movedTo(quillon.id, tamsin.id));
    const both = [after([made], withdrawal, true), after([made], withdrawal, true)];
    const [first] = both;
    if (!first) throw new Error('It was withdrawn');
    for (const [last, issues] of [
      [after([moved, first], movedTo(quillon.id, tamsin.id)), []],
      [after(both, movedTo(quillon.id, tamsin.id)), ['attachment-not-moved']],
      [after([moved, first], withdrawal, true), []],
      [after([moved, first], {}, true), ['attachment-withdrawal-why']],
    ] as const) {
      const found = receivedFileIssues([made, moved, ...both, last], []);
      expect(found.map(({ code }) => code)).toEqual(issues);
    }
  });

  it('is judged once its past has come, if that was held back', async () => {
    const { codes, change, history } = await device();
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

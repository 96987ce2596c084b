/** A form about one person never changes a record that is another's by now, whatever its kind. */
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../record/kind.js';
import type { RecordId } from '../shared/primitives.js';
import { buildRecord, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { Change } from './log/revision.js';
import { createMemoryStore } from './memory-log.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Vael' });
const OF_PERSON = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);
const MAY_BE_OF_NOBODY = OF_PERSON.filter((kind) => {
  const entries: Readonly<Record<string, { readonly type: string }>> = RECORD_SCHEMAS[kind].entries;
  return entries.subjectId?.type === 'optional';
});
const refusedAs = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const MOVED = refusedAs('record-moved');

async function held(kind: RecordKind, subjectId: RecordId | undefined) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const record = buildRecord(kind, { subjectId } as never);
  await store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', IVO),
      newRecord(kind, record as never),
    ],
    reason: 'case-work',
  });
  /** Saves a change of the record on its present heads, from a form about the person. */
  const change = async (about?: RecordId | null) => {
    const heads = (await store.get(kind, record.id))?.heads ?? [];
    const changes = [{ kind, record: record.id, parents: heads, set: {} } as Change];
    return store.commit({
      changes,
      reason: 'correction',
      ...(about === undefined ? {} : { about }),
    });
  };
  return { store, change, id: record.id };
}

describe('a save that names the person whom its form was about', () => {
  it.each(OF_PERSON)(
    'is refused for a record of anybody else, and kept for theirs: %s',
    async (kind) => {
      const { store, change, id } = await held(kind, IVO.id);
      const before = await store.history(id);
      await expect(change(ADA.id)).rejects.toMatchObject(MOVED);
      await expect(change(null)).rejects.toMatchObject(MOVED);
      expect(await store.history(id)).toEqual(before);
      await change(IVO.id);
      expect(await store.history(id)).toHaveLength(before.length + 1);
    },
  );

  it('is refused once a record of nobody is somebody’s, and kept while it is nobody’s', async () => {
    for (const kind of MAY_BE_OF_NOBODY) {
      const { change } = await held(kind, undefined);
      await expect(change(ADA.id)).rejects.toMatchObject(MOVED);
      await change(null);
    }
  });

  it('is refused after the record was moved, though it is made on the record as it is now', async () => {
    const { store, change, id } = await held('intelligenceNote', ADA.id);
    const heads = (await store.get('intelligenceNote', id))?.heads ?? [];
    await store.commit({
      changes: [
        { kind: 'intelligenceNote', record: id, parents: heads, set: { subjectId: IVO.id } },
      ],
      reason: 'correction',
    });
    await expect(change(ADA.id)).rejects.toMatchObject(MOVED);
  });

  it('is refused with a new record about somebody else, and kept with one about them or about nobody', async () => {
    const { store } = await held('hold', ADA.id);
    const make = (subjectId: RecordId | undefined, about: RecordId) => {
      const made = newRecord('promise', buildRecord('promise', { subjectId } as never));
      return store.commit({ changes: [made], reason: 'case-work', about });
    };
    await expect(make(IVO.id, ADA.id)).rejects.toMatchObject({
      ...refusedAs('record-of-another'),
      message: expect.not.stringContaining('moved'),
    });
    await make(ADA.id, ADA.id);
    await make(undefined, ADA.id);
    expect(await store.query('promise')).toHaveLength(2);
  });

  it.each(['decision', 'promise'] as const)(
    'is refused with a %s on an enquiry once a referral made from it names somebody else',
    async (kind) => {
      const { store } = await held('hold', ADA.id);
      const enquiry = buildRecord('enquiry');
      const enquiryId = enquiry.id;
      const makes = (about: RecordId | null) => {
        const record = buildRecord(kind, { subjectId: undefined, enquiryId } as never);
        const made = newRecord(kind, record as never);
        return store.commit({ changes: [made], reason: 'enquiry', about });
      };
      await store.commit({ changes: [newRecord('enquiry', enquiry)], reason: 'enquiry' });
      await makes(null);
      const referral = buildRecord('referral', { subjectId: IVO.id, enquiryId });
      await store.commit({ changes: [newRecord('referral', referral)], reason: 'case-work' });
      await expect(makes(null)).rejects.toMatchObject({
        ...refusedAs('record-of-another'),
        message: expect.stringContaining('nobody was named when this form was opened'),
      });
      await expect(makes(ADA.id)).rejects.toMatchObject(refusedAs('record-of-another'));
      await makes(IVO.id);
      expect(await store.query(kind, { enquiryId })).toHaveLength(2);
    },
  );

  it('keeps nothing of the name in the log', async () => {
    const { store, change } = await held('intelligenceNote', ADA.id);
    const { seq } = await change(ADA.id);
    expect(JSON.stringify(await store.batchesSince(seq - 1))).not.toContain('about');
  });

  it('of a person’s own record is refused for another', async () => {
    const { store } = await held('hold', ADA.id);
    const ivo = await store.get('subject', IVO.id);
    const changes = [
      { kind: 'subject', record: IVO.id, parents: ivo?.heads ?? [], set: { name: 'Ivo Quill' } },
    ] as const;
    await expect(
      store.commit({ changes, reason: 'correction', about: ADA.id }),
    ).rejects.toMatchObject(MOVED);
  });
});

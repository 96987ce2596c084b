/** Duties of a store with a commit: keep all of it or nothing, and remember. */
import { describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '../../casework/keeping/attachment/file-pieces.js';
import type { NamedBlob } from '../../record/named-blob.js';
import { base64Of } from '../../shared/base64.js';
import {
  buildAttachment,
  buildId,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../fiction/builder.js';
import { keepSubject, type StoreSuite, saving } from './store-suite.js';

export function testKeeping(suite: StoreSuite): void {
  describe('keeping', () => {
    it('gives back a record as it was kept', async () => {
      const subject = buildSubject();
      const receipt = await suite.store.commit(saving(newRecord('subject', subject)));
      expect(await suite.store.get('subject', subject.id)).toMatchObject({
        kind: 'subject',
        id: subject.id,
        value: subject,
        heads: receipt.revisions,
      });
      expect(receipt).toMatchObject({ seq: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    });

    it('keeps the records of one commit together, or none of them', async () => {
      const subject = buildSubject();
      const wrong = { ...buildReferral(), receivedOn: '2026-02-31' };
      const changes = [newRecord('subject', subject), newRecord('referral', wrong as never)];
      await expect(suite.store.commit(saving(...changes))).rejects.toMatchObject({
        code: 'CP_RECORD_INVALID',
      });
      expect(await suite.store.get('subject', subject.id)).toBeUndefined();
      expect(await suite.store.batchesSince(0)).toEqual([]);
    });

    it('changes nothing when the write fails, and can be tried again', async (context) => {
      const change = newRecord('subject', buildSubject());
      suite.failWrite(context);
      await expect(suite.store.commit(saving(change))).rejects.toMatchObject({
        code: expect.stringMatching(/^CP_STORE_/),
      });
      expect(await suite.store.query('subject')).toEqual([]);
      expect(await suite.store.batchesSince(0)).toEqual([]);
      expect(await suite.store.commit(saving(change))).toMatchObject({ seq: 1 });
      await suite.expectWholeChain();
    });

    it('says what is wrong with a record, at which field, and never what the field says', async () => {
      const subject = { ...buildSubject(), bornOn: 'Marrowgate' };
      const refusal = await suite.store
        .commit(saving(newRecord('subject', subject as never)))
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'CP_RECORD_INVALID', cause: [{ at: 'bornOn' }] });
      expect(String(refusal)).toContain('bornOn');
      expect(String(refusal)).not.toContain('Marrowgate');
    });

    it('refuses a change that was made on an older state than the one that stands', async () => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.commit(saving(change({ name: 'Rowan A. Vael' })));
      await expect(suite.store.commit(saving(change({ name: 'R. Vael' })))).rejects.toMatchObject({
        code: 'CP_STORE_CONFLICT',
      });
      expect((await suite.store.get('subject', id))?.value.name).toBe('Rowan A. Vael');
    });

    it('refuses a new record under an id that is taken', async () => {
      const { id } = await keepSubject(suite.store);
      await expect(
        suite.store.commit(saving(newRecord('subject', buildSubject({ id })))),
      ).rejects.toMatchObject({ code: 'CP_STORE_CONFLICT' });
    });

    it('takes a field away when it is set to null', async () => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.commit(saving(change({ bornOn: null })));
      expect((await suite.store.get('subject', id))?.value).not.toHaveProperty('bornOn');
    });

    it('keeps each commit of many at once, without a gap in the chain', async () => {
      const subjects = Array.from({ length: 25 }, () => buildSubject());
      const receipts = await Promise.all(
        subjects.map((subject) => suite.store.commit(saving(newRecord('subject', subject)))),
      );
      expect(receipts.map(({ seq }) => seq)).toEqual(subjects.map((_, index) => index + 1));
      expect((await suite.store.query('subject')).map(({ id }) => id)).toEqual(
        subjects.map(({ id }) => id),
      );
      await suite.expectWholeChain();
    });

    it('lets one of two changes to the same state through', async () => {
      const { change } = await keepSubject(suite.store);
      const both = await Promise.allSettled([
        suite.store.commit(saving(change({ name: 'First' }))),
        suite.store.commit(saving(change({ name: 'Second' }))),
      ]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    });

    it('cannot be changed through what was handed in or out', async () => {
      const subject = buildSubject();
      const handedIn = { ...subject, aliases: ['Rook'] };
      const kept = suite.store.commit(saving(newRecord('subject', handedIn)));
      handedIn.name = 'Somebody else';
      handedIn.aliases.push('Pawn');
      await kept;
      const out = await suite.store.get('subject', subject.id);
      expect(() => out?.value.aliases.push('King')).toThrow(TypeError);
      for (const part of [out, out?.value, out?.heads, out?.sources])
        expect(Object.isFrozen(part)).toBe(true);
      expect((await suite.store.get('subject', subject.id))?.value).toMatchObject({
        name: subject.name,
        aliases: ['Rook'],
      });
    });
  });

  describe('remembering', () => {
    it('knows everything again after it was closed and opened', async (context) => {
      const { id, change } = await keepSubject(suite.store);
      const { heads } = {
        heads: (await suite.store.commit(saving(change({ name: 'Later' })))).revisions,
      };
      const before = [
        await suite.store.get('subject', id),
        await suite.store.audit(),
        await suite.store.history(id),
      ];
      const again = await suite.reopen(context);
      expect([
        await again.get('subject', id),
        await again.audit(),
        await again.history(id),
      ]).toEqual(before);
      await again.commit(
        saving({ kind: 'subject', record: id, parents: heads, set: { name: 'Latest' } }),
      );
      await suite.expectWholeChain();
    });

    it('gives the history oldest first, with who, when and why', async () => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.commit({ changes: [change({ name: 'Later' })], reason: 'correction' });
      const history = await suite.store.history(id);
      expect(history.map(({ set, reason }) => [set, reason])).toEqual([
        [expect.objectContaining({ id, name: 'Rowan Vael' }), 'case-work'],
        [{ name: 'Later' }, 'correction'],
      ]);
      expect(history[1]?.parents).toEqual([history[0]?.id]);
      expect(await suite.store.history(buildId())).toEqual([]);
    });

    it('keeps where each present value came from', async () => {
      const { id, change } = await keepSubject(suite.store);
      const [first, second] = [buildSource(), buildSource({ label: 'Date of birth' })];
      await suite.store.commit({
        ...saving({ ...change({ name: 'Vael' }), sources: { name: [first], bornOn: [second] } }),
        read: [{ subject: id, values: [] }],
        meant: [{ subject: id, names: ['Vael'], born: [], others: [] }],
      });
      expect((await suite.store.get('subject', id))?.sources).toEqual({
        name: [first],
        bornOn: [second],
      });
      const heads = (await suite.store.get('subject', id))?.heads ?? [];
      await suite.store.commit(saving({ ...change({ name: 'Typed' }), parents: heads }));
      expect((await suite.store.get('subject', id))?.sources).toEqual({ bornOn: [second] });
    });

    it('tells which blobs its records name, those of withdrawn records too, until they are disposed of', async (context) => {
      const [first, second] = [await suite.snapshot('A'), await suite.snapshot('B')];
      const third = await suite.snapshot('C');
      const capture = buildSourceCapture({ snapshots: [first] });
      const { revisions } = await suite.store.commit(saving(newRecord('sourceCapture', capture)));
      const withdrawn = buildSourceCapture({ snapshots: [second] });
      const kept = await suite.store.commit(saving(newRecord('sourceCapture', withdrawn)));
      const change = { kind: 'sourceCapture' as const, record: withdrawn.id, set: {} };
      await suite.store.commit(saving({ ...change, parents: kept.revisions, withdraw: true }));
      expect(await suite.store.blobs()).toEqual(new Set([first.blob, second.blob]));
      await suite.store.commit(
        saving({
          kind: 'sourceCapture',
          record: capture.id,
          parents: revisions,
          set: { snapshots: [first, third] },
        }),
      );
      await suite.store.dispose([withdrawn.id], 'retention');
      const left = new Set([first.blob, third.blob]);
      expect(await suite.store.blobs()).toEqual(left);
      expect(await (await suite.reopen(context)).blobs()).toEqual(left);
    });

    it('tells which blobs its attached files name, every piece of them, until they are disposed of', async (context) => {
      // A keeper reads a file before it is named: its pieces have to be what its record says.
      const words = new TextEncoder().encode('A'.repeat(PIECE_BYTES + 1));
      const pieces: NamedBlob[] = [];
      for (const [letter, from, to] of [
        ['D', 0, PIECE_BYTES],
        ['E', PIECE_BYTES, words.length],
      ] as const) {
        const letters = new TextDecoder().decode(base64Of(words.subarray(from, to)));
        const { blob, salt, digest } = await suite.snapshot(letter, letters);
        pieces.push({ blob, salt, digest });
      }
      const names = pieces.map(({ blob }) => blob);
      const subject = buildSubject();
      const file = buildAttachment({
        subjectId: subject.id,
        name: 'letter.txt',
        mediaType: 'text/plain',
        size: words.length,
        pieces,
      });
      await suite.store.commit(
        saving(newRecord('subject', subject), newRecord('attachment', file)),
      );
      expect(await suite.store.blobs()).toEqual(new Set(names));
      await suite.store.dispose([subject.id, file.id], 'retention');
      expect(await suite.store.blobs()).toEqual(new Set());
      expect(await (await suite.reopen(context)).blobs()).toEqual(new Set());
    });

    it('hides a withdrawn record but not its history', async () => {
      const { id, change } = await keepSubject(suite.store);
      await suite.store.commit({ changes: [{ ...change({}), withdraw: true }], reason: 'undo' });
      expect(await suite.store.get('subject', id)).toBeUndefined();
      expect(await suite.store.query('subject')).toEqual([]);
      expect(await suite.store.history(id)).toHaveLength(2);
      await expect(suite.store.consult([id], 'case-work')).rejects.toMatchObject({
        code: 'CP_STORE_UNKNOWN_RECORD',
      });
    });

    it('gives the batches after a sequence, oldest first', async () => {
      for (let count = 0; count < 3; count += 1) await keepSubject(suite.store);
      expect((await suite.store.batchesSince(1)).map(({ header }) => header.seq)).toEqual([2, 3]);
      expect(await suite.store.batchesSince(3)).toEqual([]);
    });
  });
}

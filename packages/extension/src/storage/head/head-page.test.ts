import type { HeadRecord, RecordKind } from '@cyber-prevent/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyHead, plainHead } from '../../testing/head-under-test.js';
import { randomBytes } from '../../vault/bytes.js';
import { open, type SealedPlace, sealTexts } from '../../vault/seal.js';
import { HeadPage, pageTexts } from './head-page.js';

const place: SealedPlace = {
  vault: 'a',
  table: 'pages/1',
  device: 'd',
  seq: 1,
  schema: 3,
  key: 'k',
};
const KIND: RecordKind = 'referral';
const heads = fc
  .array(fc.oneof(anyHead, plainHead), { maxLength: 12 })
  .map((made) => made.map((head): HeadRecord => ({ ...head, kind: KIND })));

/** A page after its way to the disk and back. */
async function opened(records: readonly HeadRecord[]): Promise<Uint8Array<ArrayBuffer>> {
  const algorithms: KeyUsage[] = ['encrypt', 'decrypt'];
  const key = await crypto.subtle.importKey('raw', randomBytes(32), 'AES-GCM', false, algorithms);
  const { texts, lastLine } = pageTexts(records);
  const parts = await sealTexts(key, place, texts, lastLine);
  return open(key, place, Uint8Array.from(parts.flatMap((part) => [...part])));
}

/** Reads each member of a record, in any order. */
const whole = ({
  kind,
  id,
  ordinal,
  createdAt,
  revisions,
  batches,
  subjects,
  branches,
}: HeadRecord) =>
  JSON.parse(
    JSON.stringify({ kind, id, ordinal, createdAt, revisions, batches, subjects, branches }),
  );

it('gives back every record, in whatever order they are asked for, and keeps no byte of it then', async () => {
  await fc.assert(
    fc.asyncProperty(heads, fc.infiniteStream(fc.nat()), async (made, order) => {
      const plain = await opened(made);
      const page = new HeadPage(KIND, plain);
      const left = page.records.map((head, nth) => ({ head, nth }));
      while (left.length > 0) {
        expect(page.isUnread).toBe(true);
        const at = (order.next().value ?? 0) % left.length;
        for (const { head, nth } of left.splice(at, 1))
          expect(whole(head)).toEqual(whole(made[nth] as HeadRecord));
      }
      expect(page.isUnread).toBe(false);
      expect(plain.every((byte) => byte === 0)).toBe(true);
      expect(page.records.map(whole)).toEqual(made.map(whole));
    }),
    { numRuns: 50 },
  );
});

it('takes over into another page what was read of it and what was not', async () => {
  await fc.assert(
    fc.asyncProperty(heads, fc.array(fc.nat()), async (made, some) => {
      const page = new HeadPage(KIND, await opened(made));
      for (const nth of some) page.records[nth % Math.max(1, made.length)]?.branches;
      const again = new HeadPage(KIND, await opened(page.records));
      again.readAll();
      expect(again.isUnread).toBe(false);
      expect(again.records.map(whole)).toEqual(made.map(whole));
    }),
    { numRuns: 50 },
  );
});

it('says which records it has, whom they are about and where they come from, before one is read', async () => {
  const [made] = fc.sample(fc.array(anyHead, { minLength: 3, maxLength: 3 }), 1);
  const page = new HeadPage(KIND, await opened(made ?? []));
  const known = ({ id, ordinal, batches, subjects }: HeadRecord) => ({
    id,
    ordinal,
    batches,
    subjects,
  });
  expect(page.records.map(known)).toEqual(made?.map(known));
  page.wipe();
  // Wiped bytes are not taken for a record.
  expect(() => page.records[0]?.branches).toThrow(RangeError);
});

it('is refused when it is not such a page', async () => {
  for (const text of [
    '',
    '[]',
    '[]\n',
    '[]\n[]',
    '[]\n[[],[1]]',
    '[][]\n[[["a",0,0,0,[],[]]],[2]]',
  ])
    expect(() => new HeadPage(KIND, new TextEncoder().encode(text)), text).toThrow();
});

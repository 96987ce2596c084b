/** Copies of pages and attached files in a file from somebody else: none spoils what is kept here, or what leaves later. */
import { BlobName, type BlobText, type NamedBlob, type RecordId } from '@cyber-prevent/core';
import {
  buildSnapshot,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import {
  backupByHand,
  batchOf,
  endOf,
  exchangeByHand,
  heldBy,
  type OfficerUnderTest,
  officersUnderTest,
  sends,
  watched,
} from '../../testing/hostile-file-under-test.js';
import { textDigest } from '../../vault/bytes.js';

const { officer, clear } = officersUnderTest();
afterEach(clear);

const two = async () => [await officer('Ines Marlow'), await officer('Wren Halloway')] as const;
const PAGE = 'a page of Petra Lindqvist';
const BLOB = v.parse(BlobName, 'A'.repeat(43));
const OTHERS = 'not what was kept under that name';

async function namingOf(blob: BlobName, text: string): Promise<NamedBlob> {
  const { salt } = buildSnapshot();
  return { blob, salt, digest: await textDigest(`${salt}\n${text}`) };
}

/** A new person whose name was read from a page, and the capture that names its copy. */
async function personRead(blob: BlobName, text: string) {
  const capture = buildSourceCapture({
    snapshots: [{ ...buildSnapshot(), ...(await namingOf(blob, text)) }],
  });
  const subject = buildSubject();
  const sources = { name: [buildSource({ capture: capture.id })] };
  const changes = [
    newRecord('sourceCapture', capture),
    { ...newRecord('subject', subject), sources },
  ];
  return { subject: subject.id, capture: capture.id, changes };
}

const textHeld = async ({ page }: OfficerUnderTest, capture: RecordId) =>
  new TextDecoder().decode(await page.blobs.consult(capture, BLOB, 'case-work'));

/** True if a record can still come to name the blob: it waits in the vault. */
async function isWaiting({ page }: OfficerUnderTest, text: string): Promise<boolean> {
  const { changes } = await personRead(BLOB, text);
  return page.store.commit({ changes, reason: 'case-work' }).then(
    () => true,
    () => false,
  );
}

describe('a copy that a record names with the digest of another', () => {
  const blobText: BlobText = async () => PAGE;

  it('is refused in an exchange file, which leaves nothing here, and comes with an honest one', async () => {
    const [ines, wren] = await two();
    const [wrong, right] = [await personRead(BLOB, 'another page'), await personRead(BLOB, PAGE)];
    const first = await batchOf(wren, wrong.changes);
    const second = await batchOf(wren, right.changes, { after: await endOf(first) });
    const subjects = { subject: right.subject, others: [wrong.subject] };
    const before = await heldBy(ines);
    for (const batches of [
      [first, second],
      [second, first],
    ]) {
      const file = await exchangeByHand(wren, ines, batches, subjects, { blobText });
      await expect(ines.page.exchange.takeIn(file, watched())).rejects.toThrow(OTHERS);
      expect(await heldBy(ines)).toEqual(before);
      expect(await isWaiting(ines, PAGE)).toBe(false);
    }
    const { subject } = right;
    const fair = await exchangeByHand(wren, ines, [second], { subject }, { blobText });
    await ines.page.exchange.takeIn(fair, watched());
    expect(await textHeld(ines, right.capture)).toBe(PAGE);
    // The copy is here now, and a file without it names it wrongly.
    const later = await exchangeByHand(wren, ines, [first], { subject: wrong.subject });
    await expect(ines.page.exchange.takeIn(later, watched())).rejects.toThrow(OTHERS);
  });

  it('does not spoil a file of a vault that has such a record already', async () => {
    const [ines, wren] = await two();
    const omar = await officer('Omar Fenn');
    const [wrong, right] = [await personRead(BLOB, 'another page'), await personRead(BLOB, PAGE)];
    const first = await batchOf(wren, wrong.changes);
    const second = await batchOf(wren, right.changes, { after: await endOf(first) });
    // The record came before the bytes did, so nobody could tell.
    const { subject } = wrong;
    await ines.page.exchange.takeIn(
      await exchangeByHand(wren, ines, [first], { subject }),
      watched(),
    );
    const fair = { subject: right.subject };
    await ines.page.exchange.takeIn(
      await exchangeByHand(wren, ines, [second], fair, { blobText }),
      watched(),
    );
    const { content } = await ines.page.backup.make(watched());
    const file = new Blob([new Uint8Array(content)]);
    const { recoveryKey } = ines;
    expect(await ines.page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
      copies: 1,
      left: 0,
    });
    await omar.page.backup.restore(file, { recoveryKey }, '', watched());
    expect(await textHeld(omar, right.capture)).toBe(PAGE);
    const rhea = await officer('Rhea Solenne');
    await rhea.page.exchange.takeIn(
      await exchangeByHand(wren, rhea, [first], { subject }),
      watched(),
    );
    const others = [wrong.subject];
    await rhea.page.exchange.takeIn(await sends(ines, rhea, right.subject, { others }), watched());
    expect(await textHeld(rhea, right.capture)).toBe(PAGE);
  });
});

describe('a backup of another vault', () => {
  it('leaves no copy waiting here if it is refused', async () => {
    const [ines, wren] = await two();
    const { changes } = await personRead(BLOB, PAGE);
    const nameless = newRecord('subject', { ...buildSubject(), name: '' } as never);
    const batch = await batchOf(wren, [...changes, nameless]);
    const file = await backupByHand(wren, [batch], {}, async () => PAGE);
    const secret = { recoveryKey: wren.recoveryKey };
    await expect(ines.page.backup.restore(file, secret, '', watched())).rejects.toThrow(
      'not filled in',
    );
    expect(await isWaiting(ines, PAGE)).toBe(false);
  });
});

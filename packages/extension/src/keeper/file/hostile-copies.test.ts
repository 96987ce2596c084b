/** Copies of pages and attached files in a file from somebody else: none spoils what is kept here, or what leaves later. */
import {
  type Attachment,
  BlobName,
  type BlobText,
  type NamedBlob,
  type RecordId,
} from '@cyber-prevent/core';
import {
  buildAttachment,
  buildPdf,
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

const { officer, two, clear } = officersUnderTest();
afterEach(clear);

const PAGE = 'a page of Petra Lindqvist';
const BLOB = v.parse(BlobName, 'A'.repeat(43));
const OTHERS = 'not what was kept under that name';
const LAW = 'only when it is moved';

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
  /** A text file of one piece. */
  async function fileOf(bytes: Uint8Array, mediaType: Attachment['mediaType']) {
    const subject = buildSubject();
    const letters = Buffer.from(bytes).toString('base64');
    const pieces = [await namingOf(BLOB, letters)];
    const said = { name: 'letter.txt', mediaType, size: bytes.length, pieces };
    const attachment = buildAttachment({ subjectId: subject.id, ...said });
    const changes = [newRecord('subject', subject), newRecord('attachment', attachment)];
    return { attachment, changes, blobText: async () => letters };
  }
  const LETTER = new TextEncoder().encode('Dear Marisol');

  it('brings a file that is what its record says, and no other', async () => {
    const [ines, wren] = await two();
    const restores = (file: Blob) =>
      ines.page.backup.restore(file, { recoveryKey: wren.recoveryKey }, '', watched());
    const before = await heldBy(ines);
    const wrong = await fileOf(buildPdf(), 'text/plain');
    const bad = await backupByHand(wren, [await batchOf(wren, wrong.changes)], {}, wrong.blobText);
    await expect(restores(bad)).rejects.toThrow('not what its record says');
    expect(await heldBy(ines)).toEqual(before);
    expect(await isWaiting(ines, await wrong.blobText())).toBe(false);
    const right = await fileOf(LETTER, 'text/plain');
    await restores(
      await backupByHand(wren, [await batchOf(wren, right.changes)], {}, right.blobText),
    );
    const opened = await ines.page.blobs.openFile(right.attachment.id, 'case-work');
    expect(new TextDecoder().decode(opened)).toBe('Dear Marisol');
  });

  it('moves no file to another person other than by a move: neither the drill nor the restore accepts it', async () => {
    const [ines, wren] = await two();
    const { attachment, changes, blobText } = await fileOf(LETTER, 'text/plain');
    const other = buildSubject();
    const first = await batchOf(wren, [...changes, newRecord('subject', other)]);
    const parents = first.revisions.flatMap((entry) =>
      entry?.content.record === attachment.id ? entry.content.id : [],
    );
    const set = { subjectId: other.id };
    const moved = { kind: 'attachment' as const, record: attachment.id, parents, set };
    const second = await batchOf(wren, [moved], { after: await endOf(first) });
    const file = await backupByHand(wren, [first, second], {}, blobText);
    const secret = { recoveryKey: wren.recoveryKey };
    const before = await heldBy(ines);
    await expect(ines.page.backup.drill(file, secret, watched())).rejects.toThrow(LAW);
    await expect(ines.page.backup.restore(file, secret, '', watched())).rejects.toThrow(LAW);
    expect(await heldBy(ines)).toEqual(before);
  });

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

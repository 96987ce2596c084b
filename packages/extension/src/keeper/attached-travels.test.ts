/** Attached files on their way: in a backup to another computer, and to a colleague, who believes nothing of them. */
import {
  type AttachedType,
  BlobName,
  type Change,
  createMemoryStore,
  keepFile,
  memoryBlobs,
  type RecordId,
} from '@cyber-prevent/core';
import {
  buildAttachment,
  buildId,
  buildOffice,
  buildPdf,
  buildSubject,
  newRecord,
  testSigner,
} from '@cyber-prevent/core/testing';
import * as v from 'valibot';
import { afterEach, expect, it } from 'vitest';
import { placeNewVault } from '../storage/new-vault.js';
import { attach, attachedFile } from '../testing/attached-under-test.js';
import { type Bench, newBench, until } from '../testing/keeper-under-test.js';
import { newComputer, testOfficer } from '../testing/storage-under-test.js';
import { textDigest } from '../vault/bytes.js';
import { deriveHere } from '../vault/derive.js';
import { makeVault } from '../vault/open-vault.js';
import type { KeeperConnection } from './client/client.js';
import { openFile } from './desk/named-blobs.js';
import { refuseReceivedFiles } from './file/received-files.js';
import { browserHost } from './host.js';

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

const WORD: AttachedType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Of two pieces. */
const LONG = new TextEncoder().encode('Dear Marisol, thank you. '.repeat(150_000));
const watched = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

async function officer(name: string) {
  const id = browserHost().random.id();
  const vault = await makeVault(
    'practice',
    { ...testOfficer, id, name },
    'copper kettle mossy lantern',
    deriveHere,
  );
  const computer = newComputer();
  await placeNewVault(vault, computer);
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey: vault.recoveryKey });
  await until(page, 'open');
  return { page, recoveryKey: vault.recoveryKey };
}

async function keep(page: KeeperConnection, name: string): Promise<RecordId> {
  const subject = buildSubject({ name });
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return subject.id;
}

async function sends(from: KeeperConnection, to: KeeperConnection, subject: RecordId) {
  const { card } = await to.vault.colleagueCard();
  const asked = {
    card,
    purpose: 'share' as const,
    subject,
    note: '',
    reason: 'case-work',
    recipients: ['rocu', card.name],
  };
  const { content } = await from.exchange.make(asked, watched());
  return new Blob([new Uint8Array(content)]);
}

it('moves to another computer in a backup, every piece, and shows nothing on the way', async () => {
  const { page, recoveryKey } = await officer('Ines Marlow');
  const subject = await keep(page, 'Petra Lindqvist');
  const id = await attach(page, subject, { name: 'letter.txt', bytes: LONG });
  const { content } = await page.backup.make(watched());
  const file = new Blob([new Uint8Array(content)]);
  expect(await file.text()).not.toContain(Buffer.from('Dear Marisol').toString('base64'));
  expect(await page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({ copies: 2 });
  const bench = newBench();
  benches.push(bench);
  await bench.keeper();
  const other = bench.page();
  await until(other, 'none');
  await other.backup.moveHere(file, { recoveryKey }, '', watched());
  await until(other, 'open');
  const moved = await other.blobs.openFile(id, 'case-work');
  expect(moved && Buffer.compare(moved, LONG)).toBe(0);
});

it('goes to a colleague with its person, and no file of anybody else', async () => {
  const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
  const subject = await keep(ines.page, 'Petra Lindqvist');
  const id = await attach(ines.page, subject, { name: 'letter.txt', bytes: LONG });
  const other = await keep(ines.page, 'Quillon Ashgrove');
  await attach(ines.page, other, { name: 'notice.pdf', bytes: buildPdf() });
  const file = await sends(ines.page, omar.page, subject);
  const cut = file.slice(0, file.size - 40);
  await expect(omar.page.exchange.takeIn(cut, watched())).rejects.toThrow();
  expect(await omar.page.store.blobs()).toEqual(new Set());
  await omar.page.exchange.takeIn(file, watched());
  expect((await omar.page.store.query('attachment')).map((each) => each.id)).toEqual([id]);
  expect((await omar.page.store.blobs()).size).toBe(2);
  const given = await omar.page.blobs.openFile(id, 'case-work');
  expect(given && Buffer.compare(given, LONG)).toBe(0);
});

it('is in the backup that the colleague makes, though the case has more files than wait for one batch', async () => {
  const [ines, omar] = [await officer('Ines Marlow'), await officer('Omar Fenn')];
  const subject = await keep(ines.page, 'Petra Lindqvist');
  for (let nth = 0; nth < 15; nth += 1) {
    const changes: Change[] = [];
    for (let each = 0; each < 18; each += 1) {
      const bytes = new TextEncoder().encode(`Letter ${each} of ${nth}`);
      const { commit } = await attachedFile(ines.page, subject, { name: `${each}.txt`, bytes });
      changes.push(...commit.changes);
    }
    await ines.page.store.commit({ changes, reason: 'case-work' });
  }
  await omar.page.exchange.takeIn(await sends(ines.page, omar.page, subject), watched());
  expect((await omar.page.store.blobs()).size).toBe(270);
  const { content } = await omar.page.backup.make(watched());
  const file = new Blob([new Uint8Array(content)]);
  const { recoveryKey } = omar;
  expect(await omar.page.backup.drill(file, { recoveryKey }, watched())).toMatchObject({
    copies: 270,
  });
});

it('is logged and not opened if it is not what its record says, as from an altered release', async () => {
  const host = browserHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const blobs = memoryBlobs(async (bytes) =>
    v.parse(BlobName, (await textDigest(new TextDecoder().decode(bytes))).slice(0, 43)),
  );
  const session = {
    blobs,
    write: <T>(_: undefined, act: (to: typeof store) => Promise<T>) => act(store),
  };
  const keepAs = async (bytes: Uint8Array, mediaType: AttachedType) => {
    const pieces = [...(await keepFile(bytes, { blobs, host }))];
    const record = buildAttachment({ name: 'plan', mediaType, size: bytes.length, pieces });
    await store.commit({ changes: [newRecord('attachment', record)], reason: 'case-work' });
    return openFile(session as never, record.id, 'case-work');
  };
  expect(await keepAs(buildPdf(), 'application/pdf')).toEqual(buildPdf());
  for (const wrong of [
    keepAs(buildPdf(), 'text/plain'),
    keepAs(buildOffice('word', ['word/vbaProject.bin']), WORD),
  ])
    await expect(wrong).rejects.toMatchObject({ code: 'CP_VAULT_UNREADABLE' });
});

it('is not taken in from a colleague if it could run or is not what its record says', async () => {
  const host = browserHost();
  const blobs = memoryBlobs(async (bytes) =>
    v.parse(BlobName, (await textDigest(new TextDecoder().decode(bytes))).slice(0, 43)),
  );
  const sent = async (bytes: Uint8Array, mediaType: AttachedType) => {
    // An altered release: its store asks no law.
    const theirs = await createMemoryStore({ host, signer: testSigner() });
    const pieces = [...(await keepFile(bytes, { blobs, host }))];
    const record = buildAttachment({ name: 'plan', mediaType, size: bytes.length, pieces });
    await theirs.commit({ changes: [newRecord('attachment', record)], reason: 'case-work' });
    const ours = await createMemoryStore({ host, signer: testSigner() });
    return refuseReceivedFiles(await theirs.batchesSince(0), { store: ours, blobs });
  };
  await sent(buildPdf(), 'application/pdf');
  for (const [bytes, type, words] of [
    [buildPdf(), 'text/plain', 'not what its record says'],
    [buildOffice('word', ['word/vbaProject.bin']), WORD, 'It carries a macro'],
  ] as const)
    await expect(sent(bytes, type)).rejects.toMatchObject({
      code: 'CP_STORE_NOT_RECEIVED',
      message: expect.stringContaining(words),
    });
});

it('is not judged by what a colleague’s store did to it, once it was disposed of here', async () => {
  const host = browserHost();
  const blobs = { get: async () => undefined };
  const [theirs, ours] = await Promise.all(
    [buildId(), buildId()].map((device) =>
      createMemoryStore({ host, signer: testSigner({ device, officer: device }) }),
    ),
  );
  if (!theirs || !ours) throw new Error('There are two');
  const [person, other] = [buildSubject(), buildSubject()];
  const file = buildAttachment({ subjectId: person.id });
  const made = [newRecord('subject', person), newRecord('attachment', file)];
  await theirs.commit({ changes: [...made, newRecord('subject', other)], reason: 'case-work' });
  const { heads = [] } = (await theirs.get('attachment', file.id)) ?? {};
  const set = { subjectId: other.id };
  const moved = { kind: 'attachment' as const, record: file.id, parents: heads, set };
  await theirs.commit({ changes: [moved], reason: 'correction' });
  const sent = await theirs.batchesSince(0);
  const judged = () => refuseReceivedFiles(sent, { store: ours, blobs });
  await expect(judged()).rejects.toMatchObject({ code: 'CP_STORE_NOT_RECEIVED' });
  await ours.receive(sent, async () => true, 'restore');
  await ours.dispose([file.id], 'retention');
  await judged();
});

it('takes no memory for a record that says more bytes than a file may have', async () => {
  const pieces = Array.from({ length: 64 }, () => buildAttachment().pieces)
    .flat()
    .slice(0, 64);
  const record = buildAttachment({ size: 192_000_000, pieces });
  const asked: string[] = [];
  const session = {
    blobs: { get: async (name: string) => void asked.push(name) },
    write: async () => record,
  };
  await expect(openFile(session as never, record.id, 'case-work')).rejects.toMatchObject({
    code: 'CP_VAULT_UNREADABLE',
  });
  expect(asked).toEqual([]);
});

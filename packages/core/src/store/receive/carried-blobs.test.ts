import { expect, it } from 'vitest';
import type { NamedBlob } from '../../record/named-blob.js';
import { buildSnapshot, buildSourceCapture, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { composeBatch } from '../log/compose.js';
import { CarriedBlobs } from './carried-blobs.js';

const { digest } = testHost();
const ALTERED = { code: 'CP_ENVELOPE_UNREADABLE' };
const line = (letter: string, text: string) => ({ blob: letter.repeat(43), text });

/** A line that proves its own text. */
async function provedLine(letter: string, text: string): Promise<NamedBlob & { text: string }> {
  const { blob, salt } = buildSnapshot(letter);
  return { blob, salt, digest: await digest(`${salt}\n${text}`), text };
}

/** A batch with a capture whose pages are these. */
function batchOf(pages: readonly NamedBlob[]) {
  const snapshots = pages.map(({ blob, salt, digest: sum }) => ({
    ...buildSnapshot(),
    blob,
    salt,
    digest: sum,
  }));
  const capture = buildSourceCapture({ snapshots });
  const host = testHost();
  return composeBatch(
    { changes: [newRecord('sourceCapture', capture)], reason: 'case-work' },
    { signer: testSigner(), host, at: host.clock.now(), seq: 1, prev: '0'.repeat(64) },
  );
}

function taker() {
  const taken: string[] = [];
  return { taken, digest, take: async (name: string, text: string) => void taken.push(name, text) };
}

it('holds no more of a file from elsewhere than the files of a save may have', async () => {
  const carried = new CarriedBlobs(taker(), 10);
  expect(await carried.hold(line('A', 'x'.repeat(6)))).toBe(true);
  await expect(carried.hold(line('B', 'x'.repeat(5)))).rejects.toMatchObject(ALTERED);
});

it('leaves out what is too much of an earlier release’s backup, says so, and passes on the rest', async () => {
  const [blobs, left] = [taker(), [] as string[]];
  const carried = new CarriedBlobs({ ...blobs, leave: (name) => void left.push(name) }, 10);
  const lines = await Promise.all(
    ['A', 'B', 'C'].map((letter) => provedLine(letter, letter.repeat(4))),
  );
  for (const { blob, text } of lines) expect(await carried.hold({ blob, text })).toBe(true);
  await carried.release(await batchOf(lines));
  expect(blobs.taken).toEqual(lines.slice(0, 2).flatMap(({ blob, text }) => [blob, text]));
  expect(left).toEqual(['C'.repeat(43)]);
});

it('holds nothing where the blobs are skipped, however many there are', async () => {
  const carried = new CarriedBlobs(undefined, 10);
  for (const letter of ['A', 'B', 'C'])
    expect(await carried.hold(line(letter, 'x'.repeat(9)))).toBe(true);
});

it('passes on at once what proves itself, however much one batch names of it', async () => {
  const blobs = taker();
  const carried = new CarriedBlobs(blobs, 10);
  const lines = await Promise.all(
    ['A', 'B', 'C'].map((letter) => provedLine(letter, letter.repeat(9))),
  );
  for (const each of lines) expect(await carried.hold(each)).toBe(true);
  expect(blobs.taken).toEqual(lines.flatMap(({ blob, text }) => [blob, text]));
  await carried.release(await batchOf(lines));
  expect(blobs.taken).toHaveLength(6);
});

it('refuses a line whose text is another than it says, and keeps nothing of it', async () => {
  const blobs = taker();
  const carried = new CarriedBlobs(blobs);
  const said = await provedLine('A', 'a page');
  await expect(carried.hold({ ...said, text: 'another page' })).rejects.toMatchObject(ALTERED);
  await expect(carried.hold({ ...said, salt: '1'.repeat(32) })).rejects.toMatchObject(ALTERED);
  const { salt: _, ...half } = said;
  await expect(carried.hold(half)).rejects.toMatchObject(ALTERED);
  expect(blobs.taken).toEqual([]);
});

it('refuses a batch that names a proved blob otherwise than its line, or not at all', async () => {
  const [said, other] = await Promise.all([provedLine('A', 'a page'), provedLine('A', 'another')]);
  for (const pages of [[other], [], [await provedLine('B', 'a page')]]) {
    const carried = new CarriedBlobs(taker());
    await carried.hold(said);
    await expect(carried.release(await batchOf(pages))).rejects.toMatchObject(ALTERED);
  }
  const carried = new CarriedBlobs(taker());
  await carried.hold(said);
  await carried.release(await batchOf([other, said]));
});

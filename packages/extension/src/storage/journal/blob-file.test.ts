import { beforeEach, expect, it } from 'vitest';
import { type MemoryDisk, memoryDisk } from '../../testing/memory-files.js';
import { type BlobFile, openBlobFile } from './blob-file.js';

let disk: MemoryDisk;
let file: BlobFile;
beforeEach(async () => {
  disk = memoryDisk();
  file = await openBlobFile(disk.open());
});

const bytes = (value: number): Uint8Array => new Uint8Array(500).fill(value);

it('cuts off what is dead behind the last live frame', async () => {
  const first = await file.append(1, bytes(1));
  const { bytes: before } = file;
  await file.append(2, bytes(2));
  await file.cut(new Set([first]));
  expect(file.bytes).toBe(before);
  expect(await file.read(first)).toEqual(bytes(1));
});

it('cuts nothing if a live frame is not in the file in use: it is not known what is dead', async () => {
  const first = await file.append(1, bytes(1));
  const second = await file.append(2, bytes(2));
  const { bytes: before } = file;
  const moved = await file.rewrite([first, second]);
  for (const stale of [new Set([first]), new Set([first, second])]) await file.cut(stale);
  expect(file.bytes).toBe(before);
  const frames = [...moved.values()];
  expect(await Promise.all(frames.map((frame) => file.read(frame)))).toEqual([bytes(1), bytes(2)]);
});

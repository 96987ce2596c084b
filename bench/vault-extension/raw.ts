/** Bytes written without a vault: to the database and to a file. */
import type { RawTimes } from './measured.ts';
import { openRawAppend, openRawPut } from './peers.ts';
import { timed } from './timed.ts';

/** One raw put and then one raw append, each of so many bytes. */
export async function openRaw() {
  const [rawPut, rawAppend] = [await openRawPut(), await openRawAppend()];
  return {
    async write(seq: number, bytes: number): Promise<RawTimes> {
      const put = await timed(() => rawPut.put(seq, new Uint8Array(bytes)));
      const append = await timed(() => rawAppend.append(new Uint8Array(bytes)));
      return { putMs: put.ms, appendMs: append.ms };
    },
    async close(): Promise<void> {
      rawPut.close();
      await rawAppend.close();
    },
  };
}

/**
 * Rows of files that were opened or filed, remembered over a lock: sealed with the unfinished work, by the digest of the
 * file. It holds places and ids, and nothing that was read.
 */
import { RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { BROUGHT_IN_KEY } from '../../../app/work-keys.js';
import type { Services } from '../../../ports/services.js';
import type { BroughtIn } from './brought-in.js';

const Remembered = v.object({
  files: v.array(
    v.object({
      print: v.string(),
      opened: v.array(v.string()),
      filed: v.array(v.tuple([v.string(), RecordId])),
    }),
  ),
});
type Remembered = v.InferOutput<typeof Remembered>;

/** Files remembered, the latest first. */
const MOST_FILES = 5;

type Parts = Pick<Services, 'work' | 'host'>;

/** Digests of the files of this window, since one of 64 MB takes a while. */
const prints = new WeakMap<Uint8Array, Promise<string>>();

function printOf({ bytes, importer }: BroughtIn, { host }: Parts): Promise<string> {
  const known = prints.get(bytes);
  if (known) return known;
  const print = host.digest(`${importer.id} ${new TextDecoder('windows-1252').decode(bytes)}`);
  prints.set(bytes, print);
  return print;
}

async function load({ work }: Parts): Promise<Remembered & { readonly version: number }> {
  const held = await work.load(BROUGHT_IN_KEY);
  const read = v.safeParse(Remembered, held?.value);
  return { files: read.success ? read.output.files : [], version: held?.version ?? 0 };
}

/** Remembers the rows that are done. Never rejects: the list on screen has them in any case. */
export async function rememberRows(file: BroughtIn, parts: Parts): Promise<void> {
  if (file.opened.size === 0 && file.filed.size === 0) return;
  try {
    const print = await printOf(file, parts);
    const { files, version } = await load(parts);
    const own = { print, opened: [...file.opened], filed: [...file.filed] };
    const others = files.filter((each) => each.print !== print);
    const next = { files: [own, ...others].slice(0, MOST_FILES) };
    await parts.work.save(BROUGHT_IN_KEY, next, version);
  } catch {
    // A lock came first: the rows that are on record are found there.
  }
}

/** The file, with the rows that were opened or filed when it was chosen before. */
export async function withRemembered(file: BroughtIn, parts: Parts): Promise<BroughtIn> {
  try {
    const print = await printOf(file, parts);
    const own = (await load(parts)).files.find((each) => each.print === print);
    if (!own) return file;
    const isIn = new Set(file.rows.map(({ at }) => at));
    return {
      ...file,
      opened: new Set(own.opened.filter((at) => isIn.has(at))),
      filed: new Map(own.filed.filter(([at]) => isIn.has(at))),
    };
  } catch {
    return file;
  }
}

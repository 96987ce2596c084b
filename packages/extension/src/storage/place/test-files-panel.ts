/** The operations that the page of the test extension offers on the vault's files; the end-to-end tests call them. */
import { purposeKeys } from '../../vault/keys.js';
import { type Frame, type Journal, openJournal } from '../journal/journal.js';
import { openKeyring } from '../keyring/keyring.js';
import type { OpenFilesOptions, VaultFile, VaultFiles } from './files.js';
import { openFiles } from './opfs-files.js';

/** The same root each time, so that a keyring can be opened again after a restart. */
const ROOT = new Uint8Array(32).fill(7);
const VAULT = '7a017a01-0000-4000-8000-000000000001';

let files: VaultFiles | undefined;
let journal: Journal | undefined;

/** Content determined by its sequence. */
function frameOf(seq: number, length: number): Frame {
  const sealed = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) sealed[at] = (seq * 31 + at * 7) & 255;
  return { type: 'batch', seq, slot: seq, sealed };
}

async function inWords<T>(work: Promise<T>): Promise<T | string> {
  return work.catch((error: Error & { code?: string; cause?: Error }) =>
    [error.code, error.message, error.cause?.name, error.cause?.message].join(' | '),
  );
}

const theFiles = (): VaultFiles => {
  if (!files) throw new TypeError('No files are open');
  return files;
};
const theJournal = (): Journal => {
  if (!journal) throw new TypeError('No journal is open');
  return journal;
};

export const vault = {
  /** The names of the missing files, or the reason it could not be opened. */
  open: (options: OpenFilesOptions) =>
    inWords(
      openFiles('practice', options).then((opened) => {
        files = opened;
        return opened.missing;
      }),
    ),
  close: () => theFiles().close(),
  write: (name: VaultFile, at: number, text: string) =>
    inWords(theFiles().write([{ name, at, bytes: new TextEncoder().encode(text) }])),
  read: async (name: VaultFile, at: number, length: number) =>
    new TextDecoder().decode(await theFiles().read(name, at, length)),
  truncate: (name: VaultFile, size: number) => theFiles().truncate(name, size),
  size: (name: VaultFile) => theFiles().size(name),

  async openJournal() {
    const start = performance.now();
    journal = await openJournal(theFiles());
    const { header, damage, count, lastSeq, bytes } = journal;
    return { ms: performance.now() - start, header, damage, count, lastSeq, bytes };
  },
  setHeader: (json: unknown) => theJournal().setHeader(json),
  append: (seq: number, length: number) => inWords(theJournal().append([frameOf(seq, length)])),
  /** @returns milliseconds of each, sorted */
  async appendMany(count: number, length: number) {
    const times: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const frame = frameOf(theJournal().lastSeq + 1, length);
      const start = performance.now();
      await theJournal().append([frame]);
      times.push(performance.now() - start);
    }
    return times.sort((one, two) => one - two);
  },
  async fill(count: number, length: number) {
    for (let from = 1; from <= count; from += 1000) {
      const frames: Frame[] = [];
      for (let seq = from; seq < from + 1000 && seq <= count; seq += 1)
        frames.push(frameOf(seq, length));
      await theJournal().append(frames);
    }
  },
  /** The sequences that are there, and those of them whose content is not theirs. */
  async stands() {
    const seqs: number[] = [];
    const wrong: number[] = [];
    for await (const { seq, sealed } of theJournal().frames()) {
      seqs.push(seq);
      const { sealed: own } = frameOf(seq, sealed.length);
      if (sealed.some((byte, at) => byte !== own[at])) wrong.push(seq);
    }
    return { seqs, wrong };
  },
  async rewrite() {
    const start = performance.now();
    await theJournal().rewrite(theJournal().frames());
    return performance.now() - start;
  },

  /** Opens the keyring, makes and destroys; the times of each in milliseconds. */
  async keys(make: number, destroy: number) {
    const { slots: key } = await purposeKeys(ROOT.slice(), VAULT);
    const start = performance.now();
    const keyring = await openKeyring(theFiles(), VAULT, key);
    const openMs = performance.now() - start;
    const before = keyring.slots().length;
    const made = await keyring.make('batches', make);
    const madeAt = performance.now();
    await keyring.make('batches');
    const makeMs = performance.now() - madeAt;
    const destroyedAt = performance.now();
    await keyring.destroy(made.slice(0, destroy));
    const destroyMs = performance.now() - destroyedAt;
    const last = keyring.slots().at(-1)?.slot ?? 0;
    await keyring.get(last);
    return {
      openMs,
      makeMs,
      destroyMs,
      before,
      after: keyring.slots().length,
      damage: keyring.damage.length,
    };
  },
};

Object.assign(globalThis, { vault });

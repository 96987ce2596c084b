/** The kinds of damage to the files of one store, each done to a profile whose browser is closed. */
import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { amidFrames, flipByte, HEADER_COPIES, liveFrames, zeroFrom } from './journal-frames.ts';
import {
  cutTail,
  databaseFiles,
  databaseFolder,
  empty,
  FRONT_BYTES,
  flipAt,
  flipEach,
  privateFiles,
  remove,
  zeroAt,
} from './profile-files.ts';

export interface Damage {
  readonly what: string;
  readonly isQuick?: true;
  readonly done: (profile: string) => void;
}

const newest = (profile: string, ending: string): string => {
  const [file] = databaseFiles(profile, ending);
  if (file === undefined) throw new Error(`IndexedDB has no file ${ending}`);
  return file;
};
/** The file of compacted heads. */
const pages = (profile: string): string => {
  const [file] = privateFiles(profile, 'pages');
  if (file === undefined) throw new Error('There is no file of pages');
  return file;
};
/** The journal in use is the larger of its two files. */
const journal = (profile: string, which: 0 | 1 = 0): string => {
  const file = privateFiles(profile, 'journal-')[which];
  if (file === undefined) throw new Error('There is no journal');
  return file;
};
const inJournal = (place: (file: string) => number) => (profile: string) => {
  const file = journal(profile);
  flipByte(file, place(file));
};

export const missingPages: Damage = {
  what: 'pages: missing',
  isQuick: true,
  done: (p) => remove(pages(p)),
};

export const missingDatabase: Damage = {
  what: 'IndexedDB: folder missing',
  done: (p) => rmSync(databaseFolder(p), { recursive: true }),
};

export const missingJournal: Damage = {
  what: 'journal: missing',
  isQuick: true,
  done: (p) => remove(journal(p)),
};

export const DAMAGES: readonly Damage[] = [
  { what: 'IndexedDB: log cut by 8 KiB', done: (p) => cutTail(newest(p, '.log'), 8192) },
  { what: 'IndexedDB: log cut by 256 KiB', done: (p) => cutTail(newest(p, '.log'), 262_144) },
  {
    what: 'IndexedDB: one bit of the log flipped',
    isQuick: true,
    done: (p) => flipAt(newest(p, '.log'), 0.5),
  },
  { what: 'IndexedDB: one bit of a table flipped', done: (p) => flipAt(newest(p, '.ldb'), 0.4) },
  { what: 'IndexedDB: 4 KiB of a table zeroed', done: (p) => zeroAt(newest(p, '.ldb'), 0.4) },
  { what: 'IndexedDB: one table missing', done: (p) => remove(newest(p, '.ldb')) },
  { what: 'IndexedDB: manifest flipped', done: (p) => flipAt(newest(p, 'MANIFEST'), 0.5) },
  { what: 'IndexedDB: CURRENT emptied', done: (p) => empty(join(databaseFolder(p), 'CURRENT')) },
  missingDatabase,
  missingPages,
  { what: 'pages: emptied', done: (p) => truncateSync(pages(p), 0) },
  {
    what: 'pages: nothing left of their content',
    done: (p) => truncateSync(pages(p), FRONT_BYTES),
  },
  // Part of the file is replaced pages, so no single place in it is sure to matter.
  { what: 'pages: one bit in each 4 KiB flipped', done: (p) => flipEach(pages(p), FRONT_BYTES) },
  { what: 'pages: first byte of the file flipped', done: (p) => flipByte(pages(p), 0) },
  { what: 'journal: cut by 8 KiB', isQuick: true, done: (p) => cutTail(journal(p), 8192) },
  { what: 'journal: cut by half', done: (p) => cutTail(journal(p), 2_000_000) },
  { what: 'journal: emptied', done: (p) => truncateSync(journal(p), 0) },
  {
    what: 'journal: one bit in the middle of a frame flipped',
    isQuick: true,
    done: inJournal(amidFrames),
  },
  {
    what: 'journal: first byte of the first frame flipped',
    done: inJournal((file) => liveFrames(file)[0]?.at ?? 0),
  },
  {
    what: 'journal: first byte of the last frame flipped',
    done: inJournal((file) => liveFrames(file).at(-1)?.at ?? 0),
  },
  {
    what: 'journal: first byte of its header flipped',
    isQuick: true,
    done: inJournal(() => HEADER_COPIES[0]),
  },
  {
    what: 'journal: first byte of the second copy of its header flipped',
    done: inJournal(() => HEADER_COPIES[1]),
  },
  { what: 'journal: first byte of the file flipped', done: inJournal(() => 0) },
  {
    what: 'journal: 4 KiB zeroed',
    done: (p) => zeroFrom(journal(p), amidFrames(journal(p))),
  },
  missingJournal,
  { what: 'journal: the file that waits for its turn missing', done: (p) => remove(journal(p, 1)) },
];

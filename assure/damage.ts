/** Every kind of damage to one of the two stores, done while the browser is closed: told, nothing lost, never taken for new. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pagesHeld } from '../packages/extension/e2e/compacted-pages.ts';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { until } from '../packages/extension/e2e/officer.ts';
import { exactly, type Finding, type Measure, told } from './measure.ts';
import {
  cutTail,
  databaseFiles,
  databaseFolder,
  empty,
  flipAt,
  privateFiles,
  remove,
  zeroAt,
} from './profile-files.ts';
import { type Ground, newGround, openVault } from './vault-browser.ts';

/** Enough that LevelDB has written tables beside its log; a larger value would stand in a file of its own. */
const SAVES = { many: 150, subjects: 8, letters: 1500 };
const LATER = 40;

interface Damage {
  readonly what: string;
  readonly isQuick?: true;
  readonly done: (profile: string) => void;
}

const newest = (profile: string, ending: string): string => {
  const [file] = databaseFiles(profile, ending);
  if (file === undefined) throw new Error(`IndexedDB has no file ${ending}`);
  return file;
};
/** Pages of compacted heads stand in them. */
const blobFiles = (profile: string): readonly string[] => {
  const folder = databaseFolder(profile).replace(/leveldb$/, 'blob');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
  if (files.length === 0) throw new Error('IndexedDB has no files of blobs');
  return files;
};
/** The journal in use: the larger of its two files. */
const journal = (profile: string): string => {
  const [file] = privateFiles(profile, 'journal-');
  if (file === undefined) throw new Error('There is no journal');
  return file;
};

const DAMAGES: readonly Damage[] = [
  { what: 'none', isQuick: true, done: () => undefined },
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
  {
    what: 'IndexedDB: files of its blobs missing',
    isQuick: true,
    done(p) {
      for (const file of blobFiles(p)) remove(file);
    },
  },
  {
    what: 'IndexedDB: one bit of each of its blobs flipped',
    done(p) {
      for (const file of blobFiles(p)) flipAt(file, 0.5);
    },
  },
  {
    what: 'IndexedDB: folder missing',
    done: (p) => rmSync(databaseFolder(p), { recursive: true }),
  },
  { what: 'journal: cut by 8 KiB', isQuick: true, done: (p) => cutTail(journal(p), 8192) },
  {
    what: 'journal: cut by half',
    done: (p) => cutTail(journal(p), 2_000_000),
  },
  { what: 'journal: emptied', done: (p) => truncateSync(journal(p), 0) },
  { what: 'journal: one bit flipped', done: (p) => flipAt(journal(p), 0.5) },
  { what: 'journal: first byte flipped', done: (p) => flipAt(journal(p), 0) },
  { what: 'journal: 4 KiB zeroed', done: (p) => zeroAt(journal(p), 0.5) },
  { what: 'journal: missing', isQuick: true, done: (p) => remove(journal(p)) },
];

export const damage: Measure = {
  name: 'damage',
  what: 'files of one store damaged while the browser was closed',
  async run({ extension, isQuick, say }) {
    const sound = await filled(extension);
    const findings: Finding[] = [];
    try {
      for (const { what, done } of DAMAGES.filter((each) => !isQuick || each.isQuick)) {
        const profile = mkdtempSync(join(tmpdir(), 'damage-'));
        cpSync(sound.ground.profile, profile, { recursive: true });
        try {
          done(profile);
          const found = await lookedAt({ ...sound.ground, profile }, extension);
          const said = found.told.length === 0 ? 'nothing told' : found.told.join(', ');
          say(`${what}: ${found.held} of ${sound.held} records, ${said}`);
          findings.push(exactly(`${what}: records there`, found.held, sound.held));
          // Damage to bytes that a store no longer needs may go unseen; a loss may not.
          findings.push(
            what === 'none'
              ? exactly(`${what}: told`, said, 'nothing told')
              : told(`${what}: told`, said),
          );
        } finally {
          rmSync(profile, { recursive: true, force: true });
        }
      }
    } finally {
      sound.ground.remove();
    }
    return findings;
  },
};

/** Opens, compares every batch in both copies, counts; then once more, since some damage comes out at the second start. */
async function lookedAt(
  ground: Ground,
  extension: string,
): Promise<{ held: number | string; told: readonly string[] }> {
  const told = new Set<string>();
  let held: number | string = 0;
  for (let start = 1; start <= 2; start += 1) {
    try {
      const { officer, page, notices } = await openVault(ground, extension);
      // That no backup was made yet says nothing of damage.
      for (const { code } of notices) if (code !== 'backup-due') told.add(code);
      held = ((await askKeeper(page, 'query', 'subject', {})) as readonly unknown[]).length;
      await askKeeper(page, 'audit');
      await officer.close();
    } catch (error) {
      return { held: `did not open: ${String(error).slice(0, 160)}`, told: [...told] };
    }
  }
  return { held, told: [...told] };
}

async function filled(extension: string): Promise<{ ground: Ground; held: number }> {
  const ground = await newGround(extension);
  for (let start = 0; start < 2; start += 1) {
    const { officer, page } = await openVault(ground, extension);
    for (let save = 0; save < SAVES.many; save += 1)
      await askKeeper(page, 'commit', crypto.randomUUID(), saved(SAVES.subjects));
    for (let save = 0; save < LATER; save += 1)
      await askKeeper(page, 'commit', crypto.randomUUID(), saved(1));
    // Upkeep waits for a pause after many saves, and what is to be damaged is not there before it.
    await until('the heads are compacted', async () => (await pagesHeld(page)) > 0);
    await officer.close();
  }
  return { ground, held: 2 * (SAVES.many * SAVES.subjects + LATER) };
}

function saved(many: number): unknown {
  const changes = Array.from({ length: many }, () => {
    const record = crypto.randomUUID();
    const letters = Buffer.from(crypto.getRandomValues(new Uint8Array(SAVES.letters / 2)));
    return {
      kind: 'subject',
      record,
      parents: [],
      set: {
        id: record,
        name: `Subject ${basename(record)}`,
        communicationNeeds: letters.toString('hex'),
        aliases: [],
        addresses: [],
        schools: [],
        phones: [],
        emails: [],
        categories: [],
      },
    };
  });
  return { changes, reason: 'case-work' };
}

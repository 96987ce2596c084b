/**
 * Yesterday's contents of a real profile are restored while the browser is closed: one store, both, and the mark
 * outside too.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { exactly, type Finding } from './measure.ts';
import { databaseFolder, privateFiles, privateFolder, storageFolder } from './profile-files.ts';
import { type Ground, newGround, openVault } from './vault-browser.ts';

const YESTERDAY = 20;
const TODAY = 15;
const MISSING = `There were ${YESTERDAY + TODAY} entries, and the first ${YESTERDAY} can be read.`;

/** Restores into the profile the contents of the other. */
const PLACES = {
  database: (profile: string, from: string) =>
    replace(databaseFolder(profile), databaseFolder(from)),
  journals(profile: string, from: string): void {
    const olds = privateFiles(from, 'journal-');
    for (const file of privateFiles(profile, 'journal-')) {
      const old = olds.find((one) => one.slice(from.length) === file.slice(profile.length));
      if (old === undefined) throw new Error(`There was no ${file}`);
      cpSync(old, file);
    }
  },
  files: (profile: string, from: string) => replace(privateFolder(profile), privateFolder(from)),
  outside: (profile: string, from: string) => replace(storageFolder(profile), storageFolder(from)),
};
type Place = keyof typeof PLACES;

export async function putBackInProfile(extension: string): Promise<readonly Finding[]> {
  const ground = await newGround(extension);
  const yesterday = mkdtempSync(join(tmpdir(), 'yesterday-'));
  const today = mkdtempSync(join(tmpdir(), 'today-'));
  try {
    await keeps(ground, extension, YESTERDAY);
    cpSync(ground.profile, yesterday, { recursive: true });
    await keeps(ground, extension, TODAY);
    cpSync(ground.profile, today, { recursive: true });
    const found = async (...places: readonly Place[]): Promise<string> => {
      const profile = mkdtempSync(join(tmpdir(), 'put-back-'));
      try {
        cpSync(today, profile, { recursive: true });
        for (const place of places) PLACES[place](profile, yesterday);
        return await held({ ...ground, profile }, extension);
      } finally {
        rmSync(profile, { recursive: true, force: true });
      }
    };
    const both = await found('database', 'files');
    const all = inWords(YESTERDAY + TODAY);
    return [
      exactly('profile: IndexedDB put back', await found('database'), all),
      exactly('profile: journal put back', await found('journals'), all),
      exactly('profile: all files beside IndexedDB put back', await found('files'), all),
      {
        what: 'profile: both put back, today’s mark outside',
        figure: both,
        bar: 'refused, and what is missing is said',
        holds: both.includes(MISSING),
      },
      exactly(
        'control, profile: the mark put back too',
        await found('database', 'files', 'outside'),
        inWords(YESTERDAY),
      ),
    ];
  } finally {
    await ground.remove();
    for (const folder of [yesterday, today]) rmSync(folder, { recursive: true, force: true });
  }
}

function replace(folder: string, by: string): void {
  rmSync(folder, { recursive: true });
  cpSync(by, folder, { recursive: true });
}

async function held(ground: Ground, extension: string): Promise<string> {
  const vault = await openVault(ground, extension).catch((error: unknown) => String(error));
  if (typeof vault === 'string') return vault;
  const subjects = (await askKeeper(vault.page, 'query', 'subject', {})) as readonly unknown[];
  await vault.officer.close();
  return inWords(subjects.length);
}

async function keeps(ground: Ground, extension: string, many: number): Promise<void> {
  const { officer, page } = await openVault(ground, extension);
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  for (let made = 0; made < many; made += 1) {
    const record = crypto.randomUUID();
    const set = { id: record, name: `Subject ${made}`, ...lists };
    const changes = [{ kind: 'subject', record, parents: [], set }];
    await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
  }
  await officer.close();
}

function inWords(records: number): string {
  return `${records} records`;
}

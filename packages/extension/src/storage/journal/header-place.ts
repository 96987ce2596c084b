/**
 * The places of a vault's header: its database, its journal and `storage.local`. While one of them has it there is a
 * vault: a database without its header was emptied, and must never be taken for a computer without a vault.
 */
import { PreventError } from '@cyber-prevent/core';
import * as v from 'valibot';
import type { VaultKind } from '../../ports/services.js';
import type { StorageArea } from '../../vault/area.js';
import { VaultHeader } from '../../vault/header.js';
import {
  hasDatabase,
  type IndexedDbPort,
  openDatabase,
  type VaultDatabase,
} from '../place/database.js';
import type { FilesPlace, Places } from '../place/places.js';
import { storageError } from '../place/trouble.js';
import { type Journal, openJournal } from './journal.js';

const HEADER_ROW = 'header';
const outsideKey = (kind: VaultKind): string => `cp-vault-${kind}`;

export type FoundVault =
  | { readonly name: 'none' }
  /** Copies to try, the database's first; more than one only if they differ. */
  | { readonly name: 'sound'; readonly headers: readonly VaultHeader[] }
  | {
      readonly name: 'damaged';
      readonly what: 'emptied' | 'altered';
      readonly message: string;
      /** Copies that may still open the vault, to see what is left; none when all are gone. */
      readonly headers: readonly VaultHeader[];
    }
  /** The browser gave no storage, or a newer release has worked here: the vault is not known to be damaged. */
  | { readonly name: 'unavailable'; readonly message: string };

/** Looks for a vault of the kind. Never makes a database or a file. */
export async function findVault(
  kind: VaultKind,
  { port, area, files }: Places,
): Promise<FoundVault> {
  let copies: unknown[];
  /** Neither copy of the batches has any of the vault: its remains are elsewhere. */
  let isEmptied = false;
  try {
    const outside = await area.get(outsideKey(kind));
    const inside = (await hasDatabase(kind, port)) ? await lookInside(kind, port) : NOTHING;
    copies = [inside.header, outside];
    // The journal takes longer to read, and is needed only if one of the others is missing or unreadable.
    if (copies.some((copy) => !v.is(VaultHeader, copy))) {
      const hasFiles = await files.has(kind);
      const isNothingInside = inside.header === undefined && inside.isEmpty;
      if (isNothingInside && outside === undefined && !hasFiles) return { name: 'none' };
      const journal = hasFiles ? await lookInJournal(kind, files) : NOTHING;
      if (hasFiles) copies.push(journal.header);
      isEmptied = isNothingInside && journal.header === undefined && journal.isEmpty;
    }
  } catch (error) {
    return error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE'
      ? { name: 'unavailable', message: error.message }
      : unavailable(kind);
  }
  const sound = copies.flatMap((stored) => {
    const read = v.safeParse(VaultHeader, stored);
    return read.success && read.output.kind === kind ? [read.output] : [];
  });
  const [first] = sound;
  if (first === undefined)
    return damaged(kind, copies.every((copy) => copy === undefined) ? 'emptied' : 'altered');
  if (sound.some(({ vault }) => vault !== first.vault)) return damaged(kind, 'altered');
  if (isEmptied) return damaged(kind, 'emptied', different(sound));
  return { name: 'sound', headers: different(sound) };
}

/** Stores the header in every place, `storage.local` last: a header there alone would be reported as a loss. */
export async function placeHeader(
  header: VaultHeader,
  database: VaultDatabase,
  journal: Journal,
  area: StorageArea,
): Promise<void> {
  try {
    await journal.setHeader(header);
    await database.meta.put({ key: HEADER_ROW, version: 0, value: header });
    await area.set(outsideKey(header.kind), header);
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * Gives the header to each place that has none. A place with another header is left: an unlock shows which one is
 * right.
 *
 * @returns whether the database had lost it
 */
export async function healHeader(
  kind: VaultKind,
  database: VaultDatabase,
  journal: Journal,
  area: StorageArea,
): Promise<boolean> {
  const inside = (await database.meta.get(HEADER_ROW))?.value;
  const outside = await area.get(outsideKey(kind));
  const copies = [inside, journal.header, outside];
  const sound = copies.find((copy) => v.is(VaultHeader, copy));
  if (sound === undefined) return false;
  if (!v.is(VaultHeader, inside))
    await database.meta.put({ key: HEADER_ROW, version: 0, value: sound });
  if (!v.is(VaultHeader, journal.header)) await journal.setHeader(sound);
  // Best effort: a failure to write `storage.local` is reported to the officer elsewhere.
  if (!v.is(VaultHeader, outside)) await area.set(outsideKey(kind), sound).catch(() => undefined);
  return inside === undefined;
}

/** The parts of a vault in one place. */
interface Inside {
  readonly header: unknown;
  readonly isEmpty: boolean;
}

const NOTHING: Inside = { header: undefined, isEmpty: true };

async function lookInside(kind: VaultKind, port: IndexedDbPort): Promise<Inside> {
  const database = await openDatabase(kind, port);
  try {
    const header = (await database.meta.get(HEADER_ROW))?.value;
    return { header, isEmpty: (await database.batches.count()) === 0 };
  } finally {
    database.close();
  }
}

async function lookInJournal(kind: VaultKind, files: FilesPlace): Promise<Inside> {
  const opened = await files.open(kind, { make: false });
  try {
    const { header, count } = await openJournal(opened);
    return { header, isEmpty: count === 0 };
  } finally {
    await opened.close();
  }
}

function different(headers: readonly VaultHeader[]): VaultHeader[] {
  return [...new Map(headers.map((header) => [JSON.stringify(header), header])).values()];
}

const WHY = {
  emptied: 'are missing: the browser has emptied its storage. Leave this computer as it is.',
  altered:
    'cannot be opened, because the settings that protect them were altered or damaged. Nothing was changed.',
} as const;

function damaged(
  kind: VaultKind,
  what: keyof typeof WHY,
  headers: readonly VaultHeader[] = [],
): FoundVault {
  const message = `The ${kind} records on this computer ${WHY[what]}`;
  return { name: 'damaged', what, message, headers };
}

export function unavailable(kind: VaultKind): FoundVault {
  return {
    name: 'unavailable',
    message: `The ${kind} records on this computer could not be read, because the browser gave no storage. Close every browser window, start the browser again and open this page. If it happens again, tell your administrator.`,
  };
}

/**
 * Where a vault's header stands: in its database and outside it. One without the other is told: a database that lost
 * its header was emptied, and must never be taken for a computer without a vault.
 */
import * as v from 'valibot';
import type { VaultKind } from '../app/services.js';
import { VaultHeader } from '../vault/header.js';
import type { StorageArea } from './area.js';
import { hasDatabase, type IndexedDbPort, openDatabase, type VaultDatabase } from './database.js';
import { storageError } from './trouble.js';

const HEADER_ROW = 'header';
const outsideKey = (kind: VaultKind): string => `cp-vault-${kind}`;

export interface Places {
  readonly port: IndexedDbPort;
  readonly area: StorageArea;
}

export type FoundVault =
  | { readonly name: 'none' }
  /** Copies that can be tried, the database's first; two only when they differ. */
  | { readonly name: 'sound'; readonly headers: readonly VaultHeader[] }
  | { readonly name: 'damaged'; readonly message: string };

/** Looks for a vault of the kind. Never makes a database. */
export async function findVault(kind: VaultKind, { port, area }: Places): Promise<FoundVault> {
  let outside: unknown;
  let inside: Inside = { header: undefined, isEmpty: true };
  try {
    outside = await area.get(outsideKey(kind));
    if (await hasDatabase(kind, port)) inside = await lookInside(kind, port);
  } catch {
    return damaged(kind, NO_STORAGE);
  }
  if (inside.header === undefined && inside.isEmpty && outside === undefined)
    return { name: 'none' };
  if (inside.header === undefined) return damaged(kind, EMPTIED);
  const headers = [inside.header, outside].flatMap((stored) => {
    const read = v.safeParse(VaultHeader, stored);
    return read.success && read.output.kind === kind ? [read.output] : [];
  });
  const [first, second] = headers;
  if (first === undefined) return damaged(kind, ALTERED);
  if (second !== undefined && second.vault !== first.vault) return damaged(kind, ALTERED);
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return { name: 'sound', headers: isSame ? [first] : headers };
}

/** Keeps the header in both places, the database's first: what stands outside alone would be told as a loss. */
export async function placeHeader(
  header: VaultHeader,
  database: VaultDatabase,
  area: StorageArea,
): Promise<void> {
  try {
    await database.meta.put({ key: HEADER_ROW, version: 0, value: header });
    await area.set(outsideKey(header.kind), header);
  } catch (error) {
    throw storageError(error);
  }
}

interface Inside {
  readonly header: unknown;
  readonly isEmpty: boolean;
}

async function lookInside(kind: VaultKind, port: IndexedDbPort): Promise<Inside> {
  const database = await openDatabase(kind, port);
  try {
    const header = (await database.meta.get(HEADER_ROW))?.value;
    return { header, isEmpty: (await database.batches.count()) === 0 };
  } finally {
    database.close();
  }
}

const NO_STORAGE =
  'could not be read, because the browser gave no storage. Close every browser window, start the browser again and open this page. If this comes back, tell whoever looks after the toolkit.';
const EMPTIED =
  'are missing: the browser has emptied its storage. Do not set up a new vault. Leave this computer as it is and tell whoever looks after the toolkit.';
const ALTERED =
  'cannot be opened, because the settings that protect them were altered or damaged. Nothing was tried. Tell whoever looks after the toolkit.';

function damaged(kind: VaultKind, what: string): FoundVault {
  return { name: 'damaged', message: `The ${kind} records on this computer ${what}` };
}

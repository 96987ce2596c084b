/**
 * Changes and repairs of an open vault's header. The number of its changes is also stored sealed in the database: it
 * exposes a header that was restored from yesterday in every place.
 */
import { failed, type Issue, PreventError, passed, type Result } from '@cyber-prevent/core';
import type { ChangedSecret, VaultSecret } from '../../ports/services.js';
import { placeHeader } from '../../storage/journal/header-place.js';
import type { VaultDatabase } from '../../storage/place/database.js';
import { storageError } from '../../storage/place/trouble.js';
import type { Shelf } from '../../storage/shelf.js';
import type { StorageArea } from '../../vault/area.js';
import { changePolicy } from '../../vault/change-policy.js';
import { changeSecret, type NextSecret } from '../../vault/change-secret.js';
import type { Derive } from '../../vault/derivation.js';
import type { VaultHeader } from '../../vault/header.js';
import type { Identity } from '../../vault/identity.js';
import type { OpenedVault, VaultKeys } from '../../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson } from '../../vault/seal.js';
import { COPY_PUT_RIGHT, damagedIssue, HEADER_GONE, PUT_BACK, WRONG } from './desk-issue.js';

const ROW = 'changed';

/** The places of the open vault. */
export interface HeaderPlaces {
  readonly shelf: Shelf;
  readonly area: StorageArea;
}

export interface ChangeParts extends HeaderPlaces {
  readonly derive: Derive;
}

/** Changes a secret of the vault in every place, or in none: a half-written change is undone. */
export async function changeHeader(
  { keys, header }: OpenedVault,
  secret: VaultSecret,
  next: NextSecret,
  { derive, ...places }: ChangeParts,
): Promise<Result<ChangedSecret>> {
  try {
    const changed = await changeSecret(header, secret, next, derive);
    if (changed === undefined) return failed(WRONG);
    const { recoveryKey } = changed;
    await placeNext(keys, header, changed.header, places);
    return passed(recoveryKey === undefined ? {} : { recoveryKey });
  } catch (error) {
    return failed(damagedIssue(storageError(error).message));
  }
}

/**
 * Changes the policy document's reference of the open vault, in every place or in none.
 *
 * @param copies - the copies of the header found; the newest that these keys open is changed
 * @returns the officer's identity from now on
 */
export async function changePolicyReference(
  keys: VaultKeys,
  copies: readonly VaultHeader[],
  reference: string,
  places: HeaderPlaces,
): Promise<Result<Identity>> {
  try {
    for (const header of copies.toSorted((one, other) => other.changed - one.changed)) {
      const changed = await changePolicy(header, keys, reference).catch((error: unknown) => {
        if (error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE') return undefined;
        throw error;
      });
      if (changed === undefined) continue;
      await placeNext(keys, header, changed.header, places);
      return passed(changed.identity);
    }
    return failed(HEADER_GONE);
  } catch (error) {
    return failed(damagedIssue(storageError(error).message));
  }
}

async function placeNext(
  keys: VaultKeys,
  before: VaultHeader,
  next: VaultHeader,
  { shelf: { database, journal }, area }: HeaderPlaces,
): Promise<void> {
  try {
    await placeHeader(next, database, journal, area);
  } catch (error) {
    await placeHeader(before, database, journal, area).catch(() => undefined);
    throw error;
  }
  // An outdated witness is harmless: the next unlock updates it.
  await keepWitness(keys, next.changed, database).catch(() => undefined);
}

/** After an unlock: writes the newest header over the others, and returns the issues for the officer. */
export async function putRight(
  { keys, header, others }: OpenedVault,
  { shelf: { database, journal }, area }: HeaderPlaces,
): Promise<readonly Issue[]> {
  const told: Issue[] = [];
  try {
    const witness = await readWitness(keys, database);
    if (witness !== undefined && header.changed < witness) told.push(PUT_BACK);
    else if (witness !== header.changed) await keepWitness(keys, header.changed, database);
    if (others.length > 0) {
      told.push(COPY_PUT_RIGHT);
      await placeHeader(header, database, journal, area);
    }
  } catch {
    // A failure is harmless: the vault is open, and the next unlock tries again.
  }
  return told;
}

async function keepWitness(
  keys: VaultKeys,
  changed: number,
  database: VaultDatabase,
): Promise<void> {
  const value = await sealJson(keys.purposes.mark, placeOf(keys), changed);
  await database.meta.put({ key: ROW, version: 0, value });
}

/** @returns undefined when there is none, or no readable one */
async function readWitness(keys: VaultKeys, database: VaultDatabase): Promise<number | undefined> {
  const sealed = (await database.meta.get(ROW))?.value;
  if (!(sealed instanceof Uint8Array)) return undefined;
  const read = await openJson(keys.purposes.mark, placeOf(keys), sealed).catch(() => undefined);
  return typeof read === 'number' ? read : undefined;
}

function placeOf({ vault, identity }: VaultKeys): SealedPlace {
  return { vault, table: 'meta', device: identity.device, seq: 0, schema: 1, key: 'mark/1' };
}

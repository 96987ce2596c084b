/** The places of a vault that is being made: all of them, or none. */
import type { VaultHeader } from '../vault/header.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { placeHeader } from './journal/header-place.js';
import { openJournal } from './journal/journal.js';
import { placeFirstMark } from './mark.js';
import { openDatabase } from './place/database.js';
import type { Places } from './place/places.js';
import { storageError } from './place/trouble.js';

/**
 * Makes the database and the files, and puts the header and the first mark into them.
 *
 * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED`: then nothing of it is left, since nobody has seen the
 * recovery key and half a vault must not block the next one
 */
export async function placeNewVault(
  { header, keys }: { readonly header: VaultHeader; readonly keys: VaultKeys },
  places: Places,
): Promise<void> {
  const { kind } = header;
  try {
    const files = await places.files.open(kind, { make: true });
    try {
      const database = await openDatabase(kind, places.port);
      try {
        await placeFirstMark(keys, database, places.area);
        await placeHeader(header, database, await openJournal(files), places.area);
      } catch (error) {
        await database.delete().catch(() => undefined);
        throw error;
      } finally {
        database.close();
      }
    } finally {
      await files.close();
    }
  } catch (error) {
    await places.files.remove(kind).catch(() => undefined);
    throw storageError(error);
  }
}

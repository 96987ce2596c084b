/** A vault's places, opened together for one session and compared: the database, the journal and the keyring. */
import { type Issue, PreventError } from '@cyber-prevent/core';
import type { VaultKeys } from '../vault/open-vault.js';
import { healHeader } from './journal/header-place.js';
import { type Journal, openJournalEarly } from './journal/journal.js';
import { type Keyring, openKeyring } from './keyring/keyring.js';
import { openDatabase, type VaultDatabase } from './place/database.js';
import type { VaultFiles } from './place/files.js';
import type { Places } from './place/places.js';
import { noRoom, storageError } from './place/trouble.js';
import { reconcile } from './reconcile.js';

/** Bytes. With less room a browser's database cannot tidy itself, and begins to fail. */
const NO_ROOM_BYTES = 16_000_000;

export interface Shelf {
  readonly database: VaultDatabase;
  readonly journal: Journal;
  readonly keyring: Keyring;
  readonly files: VaultFiles;
  /**
   * Opens the database again if the browser has closed it, as it does when the disk is full or its store is in trouble;
   * restores anything it lost in the meantime.
   *
   * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED` while it cannot be opened
   */
  ready(): Promise<void>;
  /**
   * Reads the journal through, which opening did not wait for, gives each place the entries it turns out to lack, and
   * repairs the other parts of the journal. A write to the journal waits for this.
   */
  prove(): Promise<void>;
  /** A storage failure as an error for the officer: a browser on a full disk often says only that something failed. */
  explained(error: unknown): Promise<PreventError>;
  /** Releases everything, so that another page can open it. */
  close(): Promise<void>;
}

/**
 * Opens the places and gives each the data that it lost and another has. Repairs are reported as a notice.
 *
 * @throws {PreventError} `CP_STORE_CLOSED` when the browser gives no storage; `CP_VAULT_UNREADABLE` when the keyring is
 * gone, or a newer release has worked here
 */
export async function openShelf(...asked: Parameters<typeof openShelfEarly>): Promise<Shelf> {
  const shelf = await openShelfEarly(...asked);
  try {
    await shelf.prove();
    return shelf;
  } catch (error) {
    await shelf.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Like `openShelf`, but if the copies report the same batches the journal is read through later, by `prove`.
 *
 * @throws {PreventError} as `openShelf` does
 */
export async function openShelfEarly(
  keys: Pick<VaultKeys, 'vault' | 'kind' | 'purposes'>,
  places: Places,
  onNotice: (issue: Issue) => void,
): Promise<Shelf> {
  const { kind, vault, purposes } = keys;
  const losses: string[] = [];
  const database = await openDatabase(kind, places.port, (message) => losses.push(message)).catch(
    noStorage,
  );
  const files = await places.files.open(kind, { make: true }).catch((cause: unknown) => {
    database.close();
    return noStorage(cause);
  });
  let isClosed = false;
  const close = async (): Promise<void> => {
    isClosed = true;
    database.close();
    await files.close();
  };
  try {
    const journal = await openJournalEarly(files);
    const keyring = await openKeyring(files, vault, purposes.slots);
    let isJournalTold = false;
    const compare = async (): Promise<void> => {
      const { toDatabase, toJournal } = await reconcile(database, journal);
      const wasEmptied = await healHeader(kind, database, journal, places.area);
      // One save that only the journal has was in progress at a power cut: it was never acknowledged.
      if (losses.length > 0 || wasEmptied || toDatabase > 1) onNotice(recovered(toDatabase));
      if (toJournal > 0) onNotice(journalMended(toJournal));
      isJournalTold ||= toJournal > 0;
      losses.length = 0;
    };
    /** A stop can leave a key in one file with nothing sealed under it yet: that is not reported. */
    const hasLostKeys = async (): Promise<boolean> => {
      if (files.missing.includes('keys-a') !== files.missing.includes('keys-b')) return true;
      const restored = keyring.damage.filter(({ outcome }) => outcome === 'restored');
      const slots = restored.map(({ slot }) => slot);
      return (await database.batches.where('slot').anyOf(slots).count()) > 0;
    };
    await compare();
    if (await hasLostKeys()) onNotice(KEYS_MENDED);
    if (files.unnamed.length > 0) onNotice(FILE_MENDED);
    let opening: Promise<void> | undefined;
    const again = async (): Promise<void> => {
      try {
        await database.open();
        await compare();
      } catch (error) {
        throw storageError(error);
      } finally {
        opening = undefined;
      }
    };
    const ready = async (): Promise<void> => {
      if (isClosed) throw locked();
      if (database.isOpen()) return;
      opening ??= again();
      await opening;
    };
    return {
      database,
      journal,
      keyring,
      files,
      close,
      async explained(error) {
        const said = storageError(error);
        if (said.code !== 'CP_STORE_CLOSED') return said;
        const room = await places.room().catch(() => undefined);
        return room !== undefined && room < NO_ROOM_BYTES ? noRoom(error) : said;
      },
      ready,
      async prove() {
        if (!(await journal.prove())) {
          await ready();
          await compare();
        }
        if (isJournalTold || !hasLostPart(files, journal)) return;
        await journal.mend();
        isJournalTold = true;
        onNotice(JOURNAL_PART_MENDED);
      },
    };
  } catch (error) {
    await close().catch(() => undefined);
    throw storageError(error);
  }
}

/** True if the journal lost a part other than an entry: a part of its header, or the file that is not in use. */
function hasLostPart(files: VaultFiles, journal: Journal): boolean {
  if (files.missing.includes('journal-a') !== files.missing.includes('journal-b')) return true;
  return journal.damage.some(({ kind }) => kind === 'header');
}

function noStorage(cause: unknown): never {
  if (cause instanceof PreventError) throw cause;
  throw new PreventError(
    'CP_STORE_CLOSED',
    'The browser gave no storage. Close every browser window, start the browser again and unlock.',
    { cause },
  );
}

/** The error of pending work, which must not open the database again. */
function locked(): PreventError {
  return new PreventError('CP_STORE_CLOSED', 'The vault was locked in the meantime.');
}

function recovered(saves: number): Issue {
  return {
    code: 'records-recovered',
    message:
      saves === 0
        ? 'The browser emptied its storage of records. There was nothing in it yet, so nothing is lost.'
        : `The browser lost its storage of records. ${count(saves)} put back from the journal, and nothing is lost. Make a backup today, and tell your administrator if it happens again.`,
    severity: 'warning',
  };
}

function journalMended(saves: number): Issue {
  return {
    code: 'journal-mended',
    message: `The journal, which keeps a second copy of your records, was damaged. ${count(saves)} written to it again, and nothing is lost. Tell your administrator if it happens again.`,
    severity: 'warning',
  };
}

const JOURNAL_PART_MENDED: Issue = {
  code: 'journal-mended',
  message:
    'The journal, which keeps a second copy of your records, was damaged or left half written in a part that holds no record. That part was written again, and nothing is lost. Tell your administrator if it happens again.',
  severity: 'warning',
};

const FILE_MENDED: Issue = {
  code: 'file-mended',
  message:
    'The first page of a file that holds your records was damaged. That page says only which file it is. It was written again, and nothing is lost. Tell your administrator if it happens again.',
  severity: 'warning',
};

const KEYS_MENDED: Issue = {
  code: 'keys-mended',
  message:
    'One of the two copies of the keys that your records are sealed under was damaged. It was put right from the other, and nothing is lost. Make a backup today, and tell your administrator if it happens again.',
  severity: 'warning',
};

function count(saves: number): string {
  return saves === 1 ? '1 save was' : `${saves} saves were`;
}

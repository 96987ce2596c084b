/** Bytes of damaged rows, set aside when they were repaired from the other copy. */
import type { VaultKeys } from '../vault/open-vault.js';
import type { Keyring } from './keyring/keyring.js';
import type { VaultDatabase } from './place/database.js';
import { entrySeal } from './sealed-entry.js';

/** One row that was set aside. */
export interface SetAsideRow {
  /** Sequence of the entry with the damaged copy. */
  readonly seq: number;
  /** Instant of the repair, if it was noted. */
  readonly at?: string;
  /** True if its replacement can be read. */
  readonly isRight: boolean;
}

export interface Quarantine {
  /** Oldest first. */
  list(): Promise<readonly SetAsideRow[]>;
  /** Deletes the bytes. Their replacements stay. */
  forget(): Promise<void>;
}

export function quarantine(
  database: VaultDatabase,
  keyring: Keyring,
  keys: Pick<VaultKeys, 'vault' | 'identity'>,
): Quarantine {
  const entries = entrySeal(keys, keyring);
  const isReadable = async (seq: number): Promise<boolean> => {
    const row = await database.batches.get(seq);
    if (row === undefined) return false;
    return entries.open(row).then(
      () => true,
      () => false,
    );
  };
  return {
    async list() {
      const rows = await database.aside.toArray();
      return Promise.all(
        rows.map(async ({ seq, at }) => ({
          seq,
          ...(at === undefined ? {} : { at }),
          isRight: await isReadable(seq),
        })),
      );
    },
    forget: () => database.aside.clear(),
  };
}

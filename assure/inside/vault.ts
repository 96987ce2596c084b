/** A vault without a browser: real sessions over a database and files in memory, and the contents of their disks. */
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { browserHost } from '../../packages/extension/src/keeper/host.js';
import { openSession, type Session } from '../../packages/extension/src/keeper/session.js';
import {
  openDatabase,
  type VaultDatabase,
} from '../../packages/extension/src/storage/place/database.js';
import { VAULT_FILES, type VaultFile } from '../../packages/extension/src/storage/place/files.js';
import { type SealedLog, sealedLog } from '../../packages/extension/src/storage/sealed-log.js';
import { openShelf, type Shelf } from '../../packages/extension/src/storage/shelf.js';
import {
  type Computer,
  markAsNew,
  newComputer,
  newKeys,
} from '../../packages/extension/src/testing/storage-under-test.js';
import type { Bytes } from '../../packages/extension/src/vault/bytes.js';
import type { VaultKeys } from '../../packages/extension/src/vault/open-vault.js';

export interface Vault {
  readonly computer: Computer;
  readonly keys: VaultKeys;
  /**
   * @param now - the moment according to the computer's clock
   * @param onNotice - receives the code of each notice to the officer
   */
  open(now?: () => Date, onNotice?: (code: string) => void): Promise<Session>;
  /** The log alone, below the store, with the sequences it repaired. */
  openLog(): Promise<{ readonly log: SealedLog; readonly shelf: Shelf; readonly mended: number[] }>;
}

export async function newVault(): Promise<Vault> {
  const computer = newComputer();
  const keys = await newKeys();
  await markAsNew(keys, computer);
  return {
    computer,
    keys,
    open: (now, onNotice) =>
      openSession(keys, {
        places: computer,
        host: browserHost(now),
        onNotice: ({ code }) => onNotice?.(code),
      }),
    async openLog() {
      const shelf = await openShelf(keys, computer, () => undefined);
      const mended: number[] = [];
      const log = sealedLog({
        shelf,
        keys,
        area: computer.area,
        onTrouble: () => undefined,
        onRepair: (seq) => mended.push(seq),
      });
      return { log, shelf, mended };
    },
  };
}

/** Commits subjects, one at a time. @returns their ids */
export async function commitSubjects(session: Session, names: readonly string[]) {
  const ids = [];
  for (const name of names) {
    const id = crypto.randomUUID();
    const subject = buildRecord('subject', { id, name });
    await session.write(crypto.randomUUID(), (store) =>
      store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' }),
    );
    ids.push(subject.id);
  }
  return ids;
}

/** Everything on the computer, by place. */
export interface Stood {
  readonly tables: ReadonlyMap<string, readonly unknown[]>;
  readonly files: ReadonlyMap<VaultFile, Bytes>;
  readonly outside: ReadonlyMap<string, string>;
}

export async function whatStands({ computer, keys }: Vault): Promise<Stood> {
  const tables = new Map<string, readonly unknown[]>();
  await inDatabase(computer, keys, async (database) => {
    for (const table of database.tables) tables.set(table.name, await table.toArray());
  });
  const disk = computer.disks.get(keys.kind);
  const files = new Map<VaultFile, Bytes>();
  for (const name of VAULT_FILES) files.set(name, disk?.bytes(name) ?? new Uint8Array());
  return { tables, files, outside: new Map(computer.area.held) };
}

/** Restores earlier contents: like an attacker who copied the places of a profile and has the computer again. */
export const putBack = {
  async database({ computer, keys }: Vault, { tables }: Stood): Promise<void> {
    await inDatabase(computer, keys, async (database) => {
      for (const table of database.tables) {
        await table.clear();
        await table.bulkPut([...(tables.get(table.name) ?? [])]);
      }
    });
  },
  files({ computer, keys }: Vault, { files }: Stood, names: readonly VaultFile[]): void {
    for (const name of names) computer.disks.get(keys.kind)?.damage(name, () => files.get(name));
  },
  outside({ computer }: Vault, { outside }: Stood): void {
    computer.area.held.clear();
    for (const [key, value] of outside) computer.area.held.set(key, value);
  },
};

export async function inDatabase(
  { port }: Computer,
  { kind }: Pick<VaultKeys, 'kind'>,
  use: (database: VaultDatabase) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(kind, port);
  try {
    await use(database);
  } finally {
    database.close();
  }
}

/** The code of the refusal, or the result without one. */
export function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'opened',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? String(error.code) : String(error),
  );
}

/** A copy with one bit of one byte flipped. */
export function flipped(bytes: Uint8Array, at: number): Bytes {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

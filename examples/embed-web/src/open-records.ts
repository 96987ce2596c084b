/** Opens the records of this browser: its own log, its own key, every rule of the store from the core. */
import { openStore, type RecordStore } from '@cyber-prevent/core';
import { openDatabase } from './database.ts';
import { host, signerOf } from './host.ts';
import { indexedLog } from './indexed-log.ts';

export async function openRecords(name: string): Promise<RecordStore> {
  const database = await openDatabase(name);
  const { signer, verify } = await signerOf(database);
  return openStore({ log: indexedLog(database), signer, host, verify });
}

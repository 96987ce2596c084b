/** Damage by a browser, a disk or a person at the computer to a locked vault: done from one of our own pages. */
import type { Page } from 'puppeteer-core';
import { FRONT_BYTES } from '../../../assure/profile-files.ts';
import type { VaultFile } from '../src/storage/place/files.ts';
import { until } from './officer.ts';

export const VAULT = 'cp-practice';

/** The browser empties its database. */
export async function losesDatabase(page: Page): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(name);
        asked.onsuccess = () => resolve();
        asked.onerror = () => reject(asked.error);
      }),
    VAULT,
  );
}

/** Both journals lose their content. */
export function losesJournals(page: Page): Promise<void> {
  return emptied(page, ['journal-a', 'journal-b']);
}

/** The compacted pages, which the upkeep makes some seconds after an unlock, lose their content. */
export function losesPages(page: Page): Promise<void> {
  return emptied(page, ['pages']);
}

async function emptied(page: Page, names: readonly VaultFile[]): Promise<void> {
  // A vault that was locked a moment ago may still have its files open.
  await until(`${names.join(' and ')} are empty`, () =>
    page.evaluate(
      async (name, files, kept) => {
        try {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle(name);
          for (const file of files) {
            const handle = await folder.getFileHandle(file);
            const writer = await handle.createWritable({ keepExistingData: true });
            await writer.truncate(kept);
            await writer.close();
          }
          return true;
        } catch (error) {
          if ((error as Error).name === 'NoModificationAllowedError') return false;
          throw error;
        }
      },
      VAULT,
      names,
      FRONT_BYTES,
    ),
  );
}

/** Turns one bit of an entry in the database. */
export async function spoilsEntry(page: Page, seq: number): Promise<void> {
  await page.evaluate(
    (name, wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction('batches', 'readwrite');
          work.oncomplete = () => {
            database.close();
            resolve();
          };
          work.onerror = () => reject(work.error);
          const batches = work.objectStore('batches');
          const asked = batches.get(wanted);
          asked.onsuccess = () => {
            const row = asked.result as { readonly sealed: Uint8Array };
            row.sealed[40] = (row.sealed[40] ?? 0) ^ 1;
            batches.put(row);
          };
        };
      }),
    VAULT,
    seq,
  );
}

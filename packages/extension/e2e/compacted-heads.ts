/** Compacted heads of a vault on the disk: their manifest in the database, their pages in a file. */
import type { Page } from 'puppeteer-core';

/** True if there is a manifest: then its pages are on the disk. */
export function hasHeads(page: Page, database = 'cp-practice'): Promise<boolean> {
  return page.evaluate(
    (name) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('meta').objectStore('meta').get('heads');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result !== undefined);
          };
        };
      }),
    database,
  );
}

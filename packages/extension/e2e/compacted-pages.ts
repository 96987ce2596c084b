/** Sealed pages of compacted heads in the database of a vault. */
import type { Page } from 'puppeteer-core';

/** @returns how many there are now */
export function pagesHeld(page: Page, database = 'cp-practice'): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('pages').objectStore('pages').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    database,
  );
}

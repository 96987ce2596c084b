/** Waiting for a page to show something, told by its own changes instead of by asking it again and again. */
import type { JSHandle, Page } from 'puppeteer-core';

/** Whether an action failed because its page was loaded again underneath it, as a lock does. */
export function hasBegunAnew(error: unknown): boolean {
  return /Execution context was destroyed|detached|Cannot find context/i.test(String(error));
}

/**
 * Looks at the page now, and after each of its changes, until there is something to find. A page that is loaded again
 * meanwhile is asked again.
 *
 * @param look - runs in the page, so it may use nothing from outside itself
 * @param words - handed to it
 * @returns what it found; undefined when the time is up
 */
export async function foundInPage<T>(
  page: Page,
  look: (words: string) => T | null | false,
  words: string,
  timeout: number,
): Promise<JSHandle<T> | undefined> {
  const end = performance.now() + timeout;
  // The words are handed over and not written into the script, of which a page may keep the text.
  const asked = new Function('words', 'left', `return (${finds})(${look}, words, left);`);
  let late: NodeJS.Timeout | undefined;
  // A page that hangs does not answer even when its own time is up.
  const isLate = new Promise<undefined>((done) => {
    late = setTimeout(done, timeout + 1000, undefined);
  });
  try {
    for (let left = timeout; left > 0; left = end - performance.now()) {
      const answer = page
        .evaluateHandle(asked as (words: string, left: number) => T, words, left)
        .catch(async (error: unknown) => {
          if (!hasBegunAnew(error) || page.isClosed()) throw error;
          await new Promise((done) => setTimeout(done, 20));
          return 'again' as const;
        });
      const found = await Promise.race([answer, isLate]);
      if (found === 'again') continue;
      // The one way of telling that both browsers' protocols have, without asking the page again.
      return String(found) === 'JSHandle:null' ? undefined : (found as JSHandle<T> | undefined);
    }
    return undefined;
  } finally {
    clearTimeout(late);
  }
}

/** Runs in the page. @returns null when the time is up */
function finds<T>(
  look: (words: string) => T | null | false,
  words: string,
  timeout: number,
): T | null | Promise<T | null> {
  const first = look(words);
  if (first) return first;
  return new Promise((done) => {
    let next: ReturnType<typeof setTimeout> | undefined;
    let pause = 0;
    const looks = (): void => {
      next = undefined;
      const begun = performance.now();
      const found = look(words);
      // A page that is drawn bit by bit is not kept from it: most of the time stays its own.
      pause = Math.max(10, 5 * (performance.now() - begun));
      if (found) ends(found);
    };
    const soon = (): void => {
      next ??= setTimeout(looks, pause);
    };
    const watch = new MutationObserver(soon);
    watch.observe(document, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    // Style and scrolling change what is shown without a change of the document.
    const slowly = setInterval(soon, 250);
    const late = setTimeout(() => ends(null), timeout);
    const ends = (found: T | null): void => {
      watch.disconnect();
      clearInterval(slowly);
      clearTimeout(late);
      clearTimeout(next);
      done(found);
    };
  });
}

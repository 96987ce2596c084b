/** Waits for a page to show something, on its own changes instead of polling. */
import type { JSHandle, Page } from 'puppeteer-core';

/** True if an action failed because its page was reloaded underneath it, as by a lock. */
export function hasBegunAnew(error: unknown): boolean {
  return /Execution context was destroyed|detached|Cannot find context/i.test(String(error));
}

/**
 * Looks at the page now, and after each of its changes, until there is something to find. A page that is reloaded
 * meanwhile is looked at again.
 *
 * @param look - runs in the page, so it may use nothing from outside itself
 * @param words - passed to it
 * @returns the element found; undefined when the time is up
 */
export async function foundInPage<T>(
  page: Page,
  look: (words: string) => T | null | false,
  words: string,
  timeout: number,
): Promise<JSHandle<T> | undefined> {
  const end = performance.now() + timeout;
  // The words are passed as arguments and not written into the script, since a page may keep its text.
  const asked = new Function('words', 'left', `return (${finds})(${look}, words, left);`);
  let late: NodeJS.Timeout | undefined;
  // A page that hangs does not answer even at its own timeout.
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
      // The one test for null that both browsers' protocols have, without asking the page again.
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
      // A page that is drawn in many steps is not slowed down: most of the time stays its own.
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
    // Style and scrolling change the visible part without a change of the document.
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

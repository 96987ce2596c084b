/**
 * Chromium tells a page's own process of the officer's press a moment after it tells us: what is refused in that moment is
 * asked again. Seen about once in thirty first presses on a tab, and over within 15 milliseconds.
 */
export const FRESH_MS = 1000;
const AGAIN_MS = 25;

/** The browser lets nobody in who was not pressed for. */
export function isRefused(answer: object): boolean {
  return 'why' in answer && answer.why === 'grant-gone';
}

/** What comes of asking in that moment: a refusal, or nothing at all, at once, from a page that has only just come. */
export function isTooSoon(answer: object): boolean {
  return isRefused(answer) || ('why' in answer && answer.why === 'nothing');
}

/**
 * @param press - when the officer pressed, milliseconds since 1970
 * @returns the first answer for which there is no need to ask again; it all the same once the press is a second old
 */
export async function askPressed<T>(
  press: number,
  ask: () => Promise<T>,
  isAskedAgain: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (!isAskedAgain(answer) || Date.now() - press > FRESH_MS) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/**
 * Chromium informs a page's own process of the officer's press a moment after it informs us: a request refused in that
 * moment is repeated. Seen about once in thirty first presses on a tab, and over within 15 milliseconds.
 */
export const FRESH_MS = 1000;
const AGAIN_MS = 25;
/** An answer that took longer was waited for: it is not the empty one of that moment, however slow the machine. */
const SLOWEST_MS = 5_000;

/** True if the browser refused, as it does for a page that was not pressed. */
export function isRefused(answer: object): boolean {
  return 'why' in answer && answer.why === 'grant-gone';
}

/**
 * True for the possible results of asking in that moment: a refusal, or an instant empty answer from a page that has
 * only just loaded.
 */
export function isTooSoon(answer: object): boolean {
  return isRefused(answer) || ('why' in answer && answer.why === 'nothing');
}

/**
 * @param press - time of the officer's press, milliseconds since 1970
 * @returns the first answer that need not be asked for again; any answer to a request made a second after the press
 */
export async function askPressed<T>(
  press: number,
  ask: () => Promise<T>,
  isAskedAgain: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const asked = Date.now();
    const answer = await ask();
    const isFinal = asked - press > FRESH_MS || Date.now() - asked > SLOWEST_MS;
    if (isFinal || !isAskedAgain(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

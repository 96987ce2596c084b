/**
 * Chromium tells a page's own process of the officer's press a moment after it tells us: what is refused in that moment is
 * asked again. Seen about once in thirty first presses on a tab, and over within 15 milliseconds.
 */
export const FRESH_MS = 1000;
const AGAIN_MS = 25;

/**
 * @param press - when the officer pressed, milliseconds since 1970
 * @returns the first answer that is no refusal; a refusal once the press is a second old
 */
export async function askPressed<T>(
  press: number,
  ask: () => Promise<T>,
  isRefused: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (!isRefused(answer) || Date.now() - press > FRESH_MS) return answer;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

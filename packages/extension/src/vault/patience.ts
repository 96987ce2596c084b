/**
 * Slows down guessing: the wait doubles after each wrong try. The count is stored before the try is made, so that
 * neither a restart nor ending the browser half-way resets it.
 */
import * as v from 'valibot';
import type { StorageArea } from './area.js';

const KEY = 'cp-tries';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;

const Tries = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Milliseconds since the epoch at the last try. */
  at: v.number(),
});
type Tries = v.InferOutput<typeof Tries>;
const NONE: Tries = { count: 0, at: 0 };

export interface Patience {
  /** Milliseconds until another try is allowed; 0 if it is now. */
  waitMs(): Promise<number>;
  /** Counts a try as wrong until `forgive` is called. */
  countTry(): Promise<void>;
  forgive(): Promise<void>;
}

/** @param now - milliseconds since the epoch */
export function makePatience(area: StorageArea, now: () => number): Patience {
  // A copy in memory: tries must not be free when storage cannot be written.
  let held = NONE;
  const read = async (): Promise<Tries> => {
    const stored = v.safeParse(Tries, await area.get(KEY).catch(() => undefined));
    return stored.success && stored.output.count >= held.count ? stored.output : held;
  };
  const write = async (tries: Tries): Promise<void> => {
    held = tries;
    await area.set(KEY, tries).catch(() => undefined);
  };
  return {
    async waitMs() {
      const { count, at } = await read();
      if (count === 0) return 0;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (count - 1), LONGEST_WAIT_MS);
      const passed = now() - at;
      // A clock set back must not lengthen the wait beyond its full length.
      return passed < 0 ? wait : Math.max(0, wait - passed);
    },
    async countTry() {
      const { count } = await read();
      await write({ count: count + 1, at: now() });
    },
    async forgive() {
      await write(NONE);
    },
  };
}

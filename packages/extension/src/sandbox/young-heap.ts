/**
 * A browser keeps new objects apart until there is no more room for them, and then copies out what still lives. In the middle
 * of a page that is most of the page: milliseconds that the officer waits. What was copied twice is held with what is old,
 * until so much has come together there that all is collected, and compiled code goes with it. So the room for what is new is
 * made large and, between pages, filled with litter: nothing lives in it then, and a page finds it empty.
 */

/** Bytes of litter in one step, which takes a few milliseconds. */
const STEP = 8_000_000;
/** In a browser that has more room than this, or is not seen to collect, it is left at that. */
const MOST_STEPS = 8;
/** A browser makes the room larger by as much as it had to copy out of it, and has 32 MB at the most. */
const LARGEST = 40_000_000;
/** Collections after which what is held no longer counts as new. */
const AGE = 2;

export interface YoungHeap {
  /** Makes it as large as the browser lets it become; takes some tens of milliseconds. */
  grow(): void;
  /** Fills it by a step. @returns true once it was emptied, or when nothing was seen of that in all its steps */
  fill(): boolean;
  /** Whether all has been collected, old and new, since this was true last; told once it was emptied twice since. */
  wasSwept(): boolean;
}

export function youngHeap(): YoungHeap {
  /** Goes when new objects are collected; made in a step before, since it is held until the end of that. */
  let young: WeakRef<object> | undefined;
  let steps = 0;
  let old = oldMark();
  return {
    grow() {
      litter(LARGEST, []);
    },
    fill() {
      if (!young) {
        young = new WeakRef({});
        steps = 0;
        return false;
      }
      litter(STEP);
      steps += 1;
      if (young.deref() && steps < MOST_STEPS) return false;
      if (!young.deref()) old.outlive();
      young = undefined;
      return true;
    },
    wasSwept() {
      if (!old.isGone()) return false;
      old = oldMark();
      return true;
    },
  };
}

/** What is let go of once it is held with what is old, and so is gone when that has been collected. */
function oldMark() {
  let held: object | undefined = {};
  const mark = new WeakRef(held);
  let age = 0;
  return {
    /** What is new has been collected, and the mark was still held. */
    outlive(): void {
      age += 1;
      if (age === AGE) held = undefined;
    },
    isGone: (): boolean => !held && mark.deref() === undefined,
  };
}

const NUMBERS = 1000;
/** Four bytes for each while nothing is in its place, and then eight: both have been new. */
const PIECE = 12 * NUMBERS;

/** @param held - keeps what is made until it is let go of itself; nobody does otherwise */
function litter(bytes: number, held?: unknown[]): void {
  for (let made = 0; made < bytes; made += PIECE) {
    const piece = new Array<number>(NUMBERS).fill(0.5);
    held?.push(piece);
  }
}

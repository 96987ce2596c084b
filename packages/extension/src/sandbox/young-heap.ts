/**
 * A browser keeps new objects apart until their space is full, then copies out those still alive. In the middle of a
 * page that is most of the page: milliseconds that the officer waits. Objects copied twice join the old ones, until
 * there are so many that everything is collected, and compiled code with them. So the young space is made large and,
 * between pages, filled with litter: nothing in it is alive then, and the next page finds it empty.
 */

/** Bytes of litter in one step, which takes a few milliseconds. */
const STEP = 8_000_000;
/** Most steps, in a browser with more room than this, or one that is not seen to collect. */
const MOST_STEPS = 8;
/** A browser enlarges the space by as much as it had to copy out of it, to 32 MB at most. */
const LARGEST = 40_000_000;
/** Number of collections after which a surviving object counts as old. */
const AGE = 2;

export interface YoungHeap {
  /** Makes it as large as the browser allows; takes some tens of milliseconds. */
  grow(): void;
  /** Fills it by one step. @returns true once it was emptied, or if no emptying was seen in all its steps */
  fill(): boolean;
  /** True if everything was collected, old and new, since it last returned true; known only after two emptyings. */
  wasSwept(): boolean;
}

export function youngHeap(): YoungHeap {
  /** Cleared when new objects are collected; made one step earlier, since it is kept until the end of that step. */
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

/** A mark that is released once it counts as old, and so is gone when the old objects have been collected. */
function oldMark() {
  let held: object | undefined = {};
  const mark = new WeakRef(held);
  let age = 0;
  return {
    /** Notes that new objects were collected while the mark was still kept. */
    outlive(): void {
      age += 1;
      if (age === AGE) held = undefined;
    },
    isGone: (): boolean => !held && mark.deref() === undefined,
  };
}

const NUMBERS = 1000;
/** Four bytes each while the array is empty, then eight: both were allocated as new. */
const PIECE = 12 * NUMBERS;

/** @param held - keeps the pieces until it is itself released; otherwise nothing keeps them */
function litter(bytes: number, held?: unknown[]): void {
  for (let made = 0; made < bytes; made += PIECE) {
    const piece = new Array<number>(NUMBERS).fill(0.5);
    held?.push(piece);
  }
}

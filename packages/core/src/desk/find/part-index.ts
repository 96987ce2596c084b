/**
 * Finds owners by a part of a mark, from anywhere within it. Every three letters of a mark in a row are a key; of the
 * keys of a part, the rarest one says whom to look at.
 */

export interface PartIndex<Owner> {
  /** Adds the owner’s marks, or replaces the earlier ones. */
  put(owner: Owner, marks: readonly string[]): void;
  drop(owner: Owner): void;
  /** Owners with the part in one of their marks; none for a part of fewer than three letters. */
  withPart(part: string): readonly Owner[];
  /** At most so many owners have the part. */
  mostWith(part: string): number;
  has(owner: Owner, part: string): boolean;
  /** True if anybody has the part. */
  isHeld(part: string): boolean;
  /** Owners with a mark that shares at least half of the part’s keys with it: it may be a typing error. */
  withAlike(part: string): readonly Owner[];
  /** Leaves no key of anybody who was dropped. */
  clear(): void;
}

const KEY = 3;
/** Owners looked at for a typing error. A key that more of them share says too little, and is passed over. */
const MOST_ALIKE = 3000;

export function partIndex<Owner>(): PartIndex<Owner> {
  const places = new Map<Owner, number>();
  let held: ({ readonly owner: Owner; readonly marks: readonly string[] } | undefined)[] = [];
  let keys = new Map<string, number[]>();

  const add = (owner: Owner, marks: readonly string[]): void => {
    const place = held.length;
    held.push({ owner, marks });
    places.set(owner, place);
    for (const mark of marks)
      for (let at = 0; at + KEY <= mark.length; at += 1) {
        const key = mark.slice(at, at + KEY);
        const own = keys.get(key);
        if (!own) keys.set(key, [place]);
        else if (own.at(-1) !== place) own.push(place);
      }
  };
  /** Places that were left are cleared out once they are half of all, and nothing of a mark stays behind. */
  const clear = (): void => {
    const left = held.filter((each) => each !== undefined);
    held = [];
    keys = new Map();
    places.clear();
    for (const { owner, marks } of left) add(owner, marks);
  };
  const drop = (owner: Owner): void => {
    const place = places.get(owner);
    if (place === undefined) return;
    places.delete(owner);
    held[place] = undefined;
    if (held.length > 2 * places.size + 100) clear();
  };

  /** Places of the rarest key of the part. */
  const rarestOf = (part: string): readonly number[] => {
    let rarest: readonly number[] | undefined;
    for (const key of keysOf(part)) {
      const own = keys.get(key) ?? [];
      if (!rarest || own.length < rarest.length) rarest = own;
    }
    return rarest ?? [];
  };

  return {
    put(owner, marks) {
      drop(owner);
      if (marks.length > 0) add(owner, marks);
    },
    drop,
    clear,
    withPart: (part) =>
      rarestOf(part).flatMap((place) => {
        const each = held[place];
        return each && isIn(each.marks, part) ? [each.owner] : [];
      }),
    mostWith: (part) => rarestOf(part).length,
    has(owner, part) {
      const place = places.get(owner);
      return place !== undefined && isIn(held[place]?.marks ?? [], part);
    },
    isHeld: (part) => rarestOf(part).some((place) => isIn(held[place]?.marks ?? [], part)),
    withAlike(part) {
      const sought = [...new Set(keysOf(part))];
      const counts = new Map<number, number>();
      for (const key of sought) {
        const own = keys.get(key) ?? [];
        if (own.length > MOST_ALIKE) continue;
        for (const place of own) counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      return [...counts].flatMap(([place, count]) => {
        const each = held[place];
        return each && count * 2 >= sought.length ? [each.owner] : [];
      });
    },
  };
}

function isIn(marks: readonly string[], part: string): boolean {
  return marks.some((mark) => mark.includes(part));
}

function keysOf(part: string): readonly string[] {
  const count = Math.max(0, part.length - KEY + 1);
  return Array.from({ length: count }, (_, at) => part.slice(at, at + KEY));
}

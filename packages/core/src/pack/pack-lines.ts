/** The versions of each pack in their order: the days of each, and what it leaves to an earlier one. */

import { grouped } from '../capture/field/grouped.js';
import type { PlainDate } from '../shared/primitives.js';
import type { Definition, HeldPack } from './pack.js';
import { commonDays, type Days, daysWritten, firstDayOf, sooner } from './pack-days.js';
import { compareText } from './packs-held.js';
import type { Succession } from './succession.js';

interface BegunPack {
  readonly pack: HeldPack;
  readonly from: PlainDate;
}

export interface DatedPack {
  readonly pack: HeldPack;
  /** Undefined if it is in force on no day: replaced or ended before it began. */
  readonly days: Days | undefined;
  /** Definitions of earlier versions in place of those of this one that could not be read. */
  readonly earlier: readonly EarlierDefinition[];
}

interface EarlierDefinition extends Days {
  readonly definition: Definition;
  readonly pack: HeldPack;
}

/**
 * A later version replaces an earlier one from its first day, and goes on doing so after its last. Any version under a
 * key that succeeds another is later than all of the other.
 */
export function datedPacks(
  packs: readonly HeldPack[],
  succession: Succession,
): readonly DatedPack[] {
  const begun = packs
    .filter(({ isHistory }) => isHistory !== true)
    .map((pack) => ({ pack, from: firstDayOf(pack) }))
    .sort(compareVersions);
  const lines = grouped(begun, ({ pack }) => lineOf(pack.issuer.signingKey, pack.id));
  return [...lines.values()].flatMap((line) => {
    const [first] = line;
    if (first === undefined) return [];
    const { id, issuer } = first.pack;
    const linesOf = (keys: readonly string[]) =>
      keys.flatMap((key) => lines.get(lineOf(key, id)) ?? []);
    const replaced = replacedOn(line, linesOf(succession.successorsOf(issuer.signingKey)));
    const earlier = earlierByPack(linesOf(succession.predecessorsOf(issuer.signingKey)), line);
    return line.map(({ pack, from }) => {
      const days = commonDays(
        { from, until: replaced.get(pack) },
        { until: daysWritten(pack).until },
      );
      const inPlace = days === undefined ? [] : (earlier.get(pack) ?? []);
      return {
        pack,
        days,
        earlier: inPlace.flatMap((each) => {
          const both = days && commonDays(days, each);
          return both ? [{ ...each, ...both }] : [];
        }),
      };
    });
  });
}

function lineOf(signingKey: string, id: string): string {
  return `${signingKey} ${id}`;
}

/** Oldest first; two of one version by their content. */
function compareVersions({ pack: one }: BegunPack, { pack: other }: BegunPack): number {
  return one.version - other.version || compareText(one.digest, other.digest);
}

/** The first day of anything that is later, for each pack of a line. */
function replacedOn(
  line: readonly BegunPack[],
  successors: readonly BegunPack[],
): ReadonlyMap<HeldPack, PlainDate | undefined> {
  const replaced = new Map<HeldPack, PlainDate | undefined>();
  let next = firstOf(successors);
  for (const version of byVersion(line).toReversed()) {
    for (const { pack } of version) replaced.set(pack, next);
    next = sooner(next, firstOf(version));
  }
  return replaced;
}

function firstOf(packs: readonly BegunPack[]): PlainDate | undefined {
  return packs.reduce<PlainDate | undefined>((day, { from }) => sooner(day, from), undefined);
}

function byVersion(packs: readonly BegunPack[]): readonly (readonly BegunPack[])[] {
  return [...grouped(packs, ({ pack }) => `${pack.issuer.signingKey} ${pack.version}`).values()];
}

/** A pack that decides on a definition of a name: it has one, or it has it no longer. */
interface Deciding extends BegunPack {
  readonly definition: Definition | undefined;
}

/**
 * The definitions in place of those that could not be read. Of the versions before, the latest that has begun decides,
 * unless it could not be read there either; one that has ended or has left it out puts nothing in its place.
 */
function earlierByPack(
  before: readonly BegunPack[],
  line: readonly BegunPack[],
): ReadonlyMap<HeldPack, readonly EarlierDefinition[]> {
  const found = new Map<HeldPack, readonly EarlierDefinition[]>();
  if (line.every(({ pack }) => pack.refused.length === 0)) return found;
  const decided = new DecidedNames();
  for (const version of byVersion([...before, ...line])) {
    for (const { pack, from } of version)
      found.set(
        pack,
        pack.refused.flatMap((each) => decided.inPlaceOf(nameOf(each), from)),
      );
    for (const each of version) decided.add(each);
  }
  return found;
}

function nameOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}/${id}`;
}

/** The packs that decide on each name, the latest last. */
class DecidedNames {
  readonly #byName = new Map<string, Deciding[]>();
  /** Names that some pack has and no later one has left out. */
  readonly #open = new Set<string>();

  add({ pack, from }: BegunPack): void {
    const own = new Map(pack.definitions.map((each) => [nameOf(each), each]));
    const unread = new Set(pack.refused.map(nameOf));
    const isLeftOut = (name: string) => !own.has(name) && !unread.has(name);
    for (const name of [...this.#open].filter(isLeftOut)) {
      this.#push(name, { pack, from, definition: undefined });
      this.#open.delete(name);
    }
    for (const [name, definition] of own) {
      this.#push(name, { pack, from, definition });
      this.#open.add(name);
    }
  }

  inPlaceOf(name: string, from: PlainDate): readonly EarlierDefinition[] {
    const deciding = this.#byName.get(name) ?? [];
    const inPlace: EarlierDefinition[] = [];
    let until: PlainDate | undefined;
    for (let nth = deciding.length - 1; nth >= 0; nth -= 1) {
      const each = deciding[nth];
      if (each === undefined) break;
      const days = commonDays({ from: each.from, until }, daysWritten({ to: each.pack.to }));
      if (each.definition && days)
        inPlace.push({ ...days, definition: each.definition, pack: each.pack });
      until = each.from;
      if (each.from <= from) break;
    }
    return inPlace;
  }

  /** One that begins no earlier than a later version never decides. */
  #push(name: string, each: Deciding): void {
    const deciding = this.#byName.get(name) ?? [];
    while ((deciding.at(-1)?.from ?? '') >= each.from) deciding.pop();
    deciding.push(each);
    this.#byName.set(name, deciding);
  }
}

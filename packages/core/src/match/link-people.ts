/**
 * Linkage: finds the rows of a table that are one person. It is for a table that names the same people several times
 * and contains no twins, such as an import to be checked; it joins nothing.
 */
import type { RecordId } from '../shared/primitives.js';
import { oddsAmong, weighedIndex } from './match-index.js';
import type { HeldPerson } from './person.js';

/** Bits beyond even odds: four times as likely as not. */
const LIKELY = 2;

/** Groups of two or more, in the order of the table; anyone similar to one of a group belongs to it. */
export function linkPeople(people: readonly HeldPerson[]): readonly (readonly RecordId[])[] {
  const index = weighedIndex();
  for (const person of people) index.put(person);
  const needed = oddsAmong(index.size) + LIKELY;
  const parents = new Map<RecordId, RecordId>();
  const rootOf = (id: RecordId): RecordId => {
    let root = id;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  for (const one of people)
    for (const { person, weight } of index.weighed(one, one.id)) {
      if (weight.tableBits < needed) continue;
      const [a, b] = [rootOf(one.id), rootOf(person)];
      if (a !== b) parents.set(b, a);
    }
  const groups = new Map<RecordId, RecordId[]>();
  for (const { id } of people) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

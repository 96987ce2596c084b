/** Gives each person and each identifier a number, so that a name and a telephone of one person stay together. */
import type { DraftRow } from '../draft.js';
import { ownerOf } from '../field/field-path.js';
import { grouped } from '../field/grouped.js';
import { valueKey } from './same-value.js';

/** A row with the key of its person; undefined for facts about a single person. */
export interface KeyedRow {
  readonly row: DraftRow;
  readonly person: string | undefined;
}

/**
 * Replaces working groups by keys that identify the person: the name, or the first fact if there is no name. So the
 * same person found twice, on one page or on two, is one.
 */
export function keyPersons(
  rows: readonly { readonly row: DraftRow; readonly group: string }[],
): readonly KeyedRow[] {
  const people = new Map<string, string>();
  const related = rows.filter(({ row }) => isRelated(row));
  for (const [group, members] of grouped(related, ({ group }) => group)) {
    const known = members.filter(({ row }) => !row.notKnown);
    const key = known.find(({ row }) => row.path === 'relatedPersons[].name') ?? known[0];
    // Two people of whom nothing is known are two.
    people.set(group, key ? JSON.stringify([key.row.path, valueKey(key.row)]) : group);
  }
  return rows.map(({ row, group }) => ({
    row,
    person: isRelated(row) ? people.get(group) : undefined,
  }));
}

/** Numbers persons and identifiers from 0 in the order of the rows. */
export function numberRows(rows: readonly KeyedRow[]): readonly DraftRow[] {
  const persons = new Map<string, number>();
  // A person of whom nothing is known comes after all others, so that the numbers of those stay.
  for (const { row, person } of rows)
    if (person !== undefined && !row.notKnown && !persons.has(person))
      persons.set(person, persons.size);
  let identifiers = 0;
  let unknown = rows.filter(({ row }) => isIdentifier(row) && !row.notKnown).length;
  return rows.map(({ row, person }) => {
    if (isIdentifier(row)) return { ...row, index: row.notKnown ? unknown++ : identifiers++ };
    if (person === undefined) return unnumbered(row);
    const index = persons.get(person) ?? persons.size;
    persons.set(person, index);
    return { ...row, index };
  });
}

function isIdentifier({ path }: DraftRow): boolean {
  return path === 'subject.onlineIdentifiers[].asSeen';
}

function unnumbered(row: DraftRow): DraftRow {
  if (!('index' in row)) return row;
  const { index: _, ...bare } = row;
  return bare;
}

export function isRelated({ path }: Pick<DraftRow, 'path'>): boolean {
  return path !== undefined && ownerOf(path) === 'relatedPersons';
}

/** Splits sections: a second name in a section means a second person, and the facts after it are theirs. */
export function partSections<T extends { readonly row: DraftRow; readonly group: string }>(
  rows: readonly T[],
): readonly T[] {
  const names = new Map<string, { name: string; count: number }>();
  return rows.map((each) => {
    if (!isRelated(each.row)) return each;
    const known = names.get(each.group) ?? { name: '', count: 0 };
    if (each.row.path === 'relatedPersons[].name') {
      const name = valueKey(each.row);
      // Nobody is the same as somebody whose name is not known.
      if (known.name !== '' && (known.name !== name || each.row.notKnown)) known.count += 1;
      known.name = name;
      names.set(each.group, known);
    }
    return known.count === 0 ? each : { ...each, group: `${each.group}\n${known.count}` };
  });
}

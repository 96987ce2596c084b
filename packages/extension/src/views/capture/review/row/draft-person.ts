/** The person that a draft is about, as its page names them; and a check if two drafts name the same one. */
import {
  type Draft,
  type DraftRow,
  decidedValue,
  type FieldPath,
  type PlainDate,
  writtenDate,
} from '@cyber-prevent/core';
import { isCivilDate } from '../../../../components/civil-date.js';

type Rows = Pick<Draft, 'rows'>;

export interface NamedPerson {
  readonly name: string | undefined;
  /** Date of birth in words. */
  readonly born: string | undefined;
}

/** The person that a save would put on record: by what is taken, as the core makes the name. */
export function takenPerson(rows: readonly DraftRow[]): NamedPerson {
  const taken = (path: FieldPath): string | undefined => {
    const [value] = rows.flatMap((row) => (row.path === path ? (decidedValue(row) ?? []) : []));
    return value?.trim() || undefined;
  };
  const parts = [taken('subject.givenNames'), taken('subject.familyName')].filter(Boolean);
  const born = taken('subject.bornOn');
  return {
    name: taken('subject.name') ?? (parts.join(' ') || undefined),
    born: born && isCivilDate(born) ? writtenDate(born as PlainDate) : undefined,
  };
}

/** Row of the draft that gives a name, or a part of one, to its subject. */
export function nameRow(rows: readonly DraftRow[]): DraftRow | undefined {
  return ['subject.name', 'subject.familyName', 'subject.givenNames']
    .map((wanted) => rows.find(({ path }) => path === wanted))
    .find((row) => row !== undefined);
}

/** First name in the draft for its subject; undefined if it names nobody. */
export function nameInDraft({ rows }: Rows): string | undefined {
  return rows.find(({ path }) => path === 'subject.name')?.value;
}

/** True if both name the same person and their dates of birth do not contradict it. False if either names nobody. */
export function isSamePerson(one: Rows, other: Rows): boolean {
  const [born, bornOther] = [values(one, 'subject.bornOn'), values(other, 'subject.bornOn')];
  const isBornAlike = born.size === 0 || bornOther.size === 0 || meet(born, bornOther);
  return isBornAlike && meet(values(one, 'subject.name'), values(other, 'subject.name'));
}

function values({ rows }: Rows, wanted: string): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ path }) => path === wanted)
      .map(({ value }) => value.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase())
      .filter((value) => value !== ''),
  );
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => other.has(value));
}

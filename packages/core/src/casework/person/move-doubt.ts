/** Doubt that a save is about the person whom it is moved to, from the names and dates of birth that it gave. */
import { mayName } from '../../match/may-name.js';
import { birthsOf } from '../../record/births.js';
import type { Subject } from '../../record/subject.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { FieldValue } from './given-by-save.js';

export interface MoveDoubt {
  /** Names that the save gave, if none of them may be the person’s. */
  readonly names: readonly string[];
  /** Dates of birth that the save gave, if none of them is the person’s. */
  readonly born: readonly PlainDate[];
}

/** @returns undefined if nothing that the save gave speaks against the person */
export function moveDoubt(given: readonly FieldValue[], to: Subject): MoveDoubt | undefined {
  const textsOf = (wanted: string): readonly string[] =>
    given.flatMap(({ field, value }) =>
      field === wanted && typeof value === 'string' ? value : [],
    );
  const [names, days] = [textsOf('name'), textsOf('bornOn') as readonly PlainDate[]];
  const births = birthsOf(to);
  const isNamed = names.some((name) => mayName(name, to) || mayName(to.name, namedAs(name)));
  const isBorn = births.length === 0 || days.some((day) => births.includes(day));
  const doubt = { names: isNamed ? [] : names, born: isBorn ? [] : days };
  return doubt.names.length + doubt.born.length === 0 ? undefined : doubt;
}

function namedAs(name: string): Parameters<typeof mayName>[1] {
  return { name, aliases: [], phones: [], emails: [] };
}

export const MOVE_IN_DOUBT: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message:
    'This save may be about somebody else. Choose another person, or say that you mean this one.',
  at: 'about',
};

/** Doubt that a draft is about the person chosen for it, from everything read of the subject, taken or left. */

import { type Draft, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { draftPerson } from './draft-person.js';
import { packed } from './fold.js';
import { heldPerson } from './held-person.js';
import type { MatchKind } from './person.js';
import type { ReasonKind } from './reason.js';
import type { SeenPerson } from './seen-before.js';

/** Somebody on record who was found for the draft. */
export type FoundPerson = Pick<SeenPerson, 'person' | 'name' | 'bornOn' | 'reasons'>;

interface Named {
  readonly name: string;
  readonly bornOn?: PlainDate | undefined;
}

/** Evidence in what was read against the person chosen. */
export interface PersonDoubt {
  /** Dates of birth that were read, if the person chosen was born on none of them. Empty: no contradiction. */
  readonly born: readonly PlainDate[];
  /** Somebody else of the very name and date of birth that were read. */
  readonly exact?: FoundPerson;
  /** Somebody else of the same name, or of the reference that was read; and the value that only they have. */
  readonly own?: { readonly person: FoundPerson; readonly value: string };
}

const OWN: readonly ReasonKind[] = ['reference', 'handle', 'email', 'phone'];

/**
 * The doubt that what was read is about a person on record.
 *
 * @param settled - paths whose difference the officer has already decided, with both values on screen: a date of birth
 * that is taken is then no longer a doubt
 * @returns undefined if there is none
 */
export function personDoubt(
  draft: Draft,
  chosen: StoredRecord<'subject'>,
  found: readonly FoundPerson[],
  settled: readonly FieldPath[] = [],
): PersonDoubt | undefined {
  const { values } = draftPerson(draft);
  const held = heldPerson(chosen).values;
  const isRead = (kind: MatchKind, text: string | undefined): boolean =>
    text !== undefined &&
    values.some((value) => value.kind === kind && packed(value.text) === packed(text));
  const has = (kind: MatchKind, text: string): boolean =>
    held.some((value) => value.kind === kind && packed(value.text) === packed(text));
  const isExact = ({ name, bornOn }: Named): boolean =>
    isRead('name', name) && isRead('bornOn', bornOn);

  const dates = values.flatMap(({ kind, text }) => (kind === 'bornOn' ? text : []));
  const isBorn = held.some(({ kind }) => kind === 'bornOn');
  const said = settled.includes('subject.bornOn') ? takenDates(draft) : [];
  const apart = isBorn && !dates.some((date) => has('bornOn', date));
  const born = apart ? dates.filter((date) => !said.includes(date)).filter(isDate) : [];

  const others = found.filter(({ person }) => person !== chosen.id);
  const exact = isExact(chosen.value) ? undefined : others.find(isExact);
  const own = others
    .flatMap((person) =>
      person.reasons
        .filter(
          ({ kind, how }) =>
            OWN.includes(kind) &&
            how.includes('same') &&
            (kind === 'reference' || packed(person.name) === packed(chosen.value.name)),
        )
        .flatMap(({ said: [sides] }) => (sides ? [{ person, value: sides.held.text }] : [])),
    )
    // A value that both have, such as the telephone of a shared home, tells them apart in nothing.
    .find(({ value }) => !held.some(({ text }) => packed(text) === packed(value)));
  if (born.length === 0 && !exact && !own) return undefined;
  return { born, ...(exact ? { exact } : {}), ...(own ? { own } : {}) };
}

function takenDates({ rows }: Draft): readonly string[] {
  return rows.flatMap((row) => (row.path === 'subject.bornOn' ? (decidedValue(row) ?? []) : []));
}

function isDate(text: string): text is PlainDate {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** The people found for a draft, and the officer's word that the person chosen is meant all the same. */
export interface PersonCheck {
  /** Absent: only the date of birth of the person chosen is compared. */
  readonly found?: readonly FoundPerson[];
  /** Id of the person. */
  readonly meant?: RecordId;
}

/** The issue that stops a save on a person while there is a doubt that nobody has answered. */
export function doubtIssues(
  draft: Draft,
  chosen: StoredRecord<'subject'> | undefined,
  { found = [], meant }: PersonCheck,
  settled: readonly FieldPath[] = [],
): readonly Issue[] {
  if (!chosen || chosen.id === meant || !personDoubt(draft, chosen, found, settled)) return [];
  return [PERSON_IN_DOUBT];
}

const PERSON_IN_DOUBT: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message: 'This may be about somebody else. Choose another person, or say that you mean this one.',
  at: 'about',
};

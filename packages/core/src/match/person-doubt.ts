/** Doubt that a draft is about the person chosen for it, from everything read of the subject, taken or left. */

import { type Draft, decidedValue } from '../capture/draft.js';
import type { FieldPath } from '../capture/field/field-path.js';
import type { Issue } from '../shared/issue.js';
import type { RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import type { Commit } from '../store/log/revision.js';
import {
  doubtAbout,
  type FoundPerson,
  meantInSpite,
  PERSON_IN_DOUBT,
  type PersonDoubt,
  unlessNone,
} from './doubt-about.js';
import { draftPerson, rejectedValues } from './draft-person.js';

/**
 * The doubt that what was read is about a person on record.
 *
 * @param settled - paths whose difference the officer has already decided, with both values on screen: a name or a date
 * of birth that is taken is then no longer a doubt
 * @returns undefined if there is none
 */
export function personDoubt(
  draft: Draft,
  chosen: StoredRecord<'subject'>,
  found: readonly FoundPerson[],
  settled: readonly FieldPath[] = [],
): PersonDoubt | undefined {
  const doubt = doubtAbout([...draftPerson(draft).values, ...rejectedValues(draft)], chosen, found);
  const said = settled.includes('subject.bornOn') ? takenDates(draft) : [];
  return (
    doubt &&
    unlessNone({
      ...doubt,
      names: settled.includes('subject.name') ? [] : doubt.names,
      born: doubt.born.filter((date) => !said.includes(date)),
    })
  );
}

function takenDates({ rows }: Draft): readonly string[] {
  return rows.flatMap((row) => (row.path === 'subject.bornOn' ? (decidedValue(row) ?? []) : []));
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

/**
 * Words of a commit of the draft to the keeper of the records: everything read, and the doubts that the officer has
 * answered, by their word or by a choice between two values on screen.
 */
export function answerOf(
  draft: Draft,
  chosen: StoredRecord<'subject'>,
  found: readonly FoundPerson[] = [],
): Required<Pick<Commit, 'read' | 'meant'>> {
  const doubt = personDoubt(draft, chosen, found);
  return {
    read: [
      {
        subject: chosen.id,
        values: [...draftPerson(draft).values],
        rejected: [...rejectedValues(draft)],
      },
    ],
    meant: doubt ? [meantInSpite(chosen.id, doubt)] : [],
  };
}

/** Dates of birth on record. A person may have several until it is settled which is right. */
import type { PlainDate } from '../shared/primitives.js';
import type { Subject } from './subject.js';

type Born = Pick<Subject, 'bornOn' | 'alsoRecorded'>;

/** Every date of birth on record: the recorded one first, then those recorded elsewhere. */
export function birthsOf({ bornOn, alsoRecorded = [] }: Born): readonly PlainDate[] {
  const others = alsoRecorded.flatMap(({ what, date }) =>
    what === 'bornOn' && date ? [date] : [],
  );
  return [...new Set([...(bornOn ? [bornOn] : []), ...others])];
}

/** The latest date of birth on record: what protects a child holds until it is settled that they are older. */
export function latestBirth(subject: Born): PlainDate | undefined {
  return birthsOf(subject).toSorted().at(-1);
}

export function earliestBirth(subject: Born): PlainDate | undefined {
  return birthsOf(subject).toSorted()[0];
}

/** The age of a person as a fact that decides whether an instrument applies, by every date of birth on record. */
import { birthsOf } from '../../record/births.js';
import type { Subject } from '../../record/subject.js';
import type { Instrument } from '../../risk/instrument.js';
import { applicability, type Facts } from '../../risk/level.js';
import { ageOn } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';

/**
 * Gives the age if there is one, or if every age that is on record comes to the same; nothing without a date of birth.
 * Otherwise it is disputed: nobody is asked for it, and no condition on it is known to hold.
 */
export function ageFact(
  { applies = [] }: Pick<Instrument, 'applies'>,
  subject: Pick<Subject, 'bornOn' | 'alsoRecorded'>,
  on: PlainDate,
): Facts {
  const [age, ...others] = birthsOf(subject).map((born) => ageOn(born, on));
  if (age === undefined) return {};
  const ofAge = { applies: applies.filter(({ fact }) => fact === 'age') };
  const whether = (each: number) => applicability(ofAge, { age: each }).applies;
  return { age: others.every((each) => whether(each) === whether(age)) ? age : Number.NaN };
}

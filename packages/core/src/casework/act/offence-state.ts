/**
 * The state of a suspected offence, worked out from its record each time: whether it is behaviour only, and the status
 * that counts now. Never the gravest one: what was said last replaces what was said before.
 */
import { birthsOf, latestBirth } from '../../record/births.js';
import type { Offence, OffenceStanding } from '../../record/offence.js';
import type { Referral } from '../../record/referral.js';
import type { Subject } from '../../record/subject.js';
import { BEHAVIOUR_ONLY, isUnderTen, saysOffence, TEN_OR_OVER } from '../../record/under-ten.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

type Behaviour = Pick<Offence, 'incidentOn' | 'knownOn' | 'standings'>;
type Born = Pick<Subject, 'bornOn' | 'alsoRecorded'>;

/** Reasons why a record is behaviour only, whatever it says. */
export type BehaviourWhy = 'recorded' | 'under-ten' | 'age-not-known';

/** Codes of `offence-status` after which nobody is under suspicion. */
const ENDS: readonly string[] = ['no-further-action', 'acquitted'];

/** Code of `offence-status` of a source that says nothing: it replaces no other. */
const NOT_STATED = 'not-stated';

/**
 * The day by which it had happened: the first on which it is said to have happened, and never after the day on which it
 * was known, since a wrong year would make a child older at the time; else the earliest day on which anything shows that
 * it was known.
 */
export function dayOfBehaviour({ incidentOn = [], knownOn, standings }: Behaviour): PlainDate {
  const [first] = incidentOn.toSorted();
  if (first !== undefined) return first < knownOn ? first : knownOn;
  const shown = standings.filter(({ wrongSince }) => wrongSince === undefined);
  const [earliest = knownOn] = [knownOn, ...shown.flatMap(({ on }) => on ?? [])].toSorted();
  return earliest;
}

/** True if a date of birth on record makes the person under ten on that day. Of several, the latest counts. */
export function wasUnderTen(subject: Born, offence: Behaviour): boolean {
  const born = latestBirth(subject);
  return born !== undefined && isUnderTen(born, dayOfBehaviour(offence));
}

/**
 * True if a section and a status are asked about what happened then: of a child who was under ten there is neither.
 *
 * @param behaviour - as far as it is typed: days that cannot be read are left out
 */
export function isOffenceAsked(
  subject: Born,
  behaviour: Pick<Behaviour, 'incidentOn' | 'knownOn'>,
) {
  return !wasUnderTen(subject, { ...behaviour, standings: [] });
}

/** True unless a date of birth and the day on which it happened are on record, and make the person ten or over. */
export function canBeBehaviour(subject: Born, offence: Behaviour): boolean {
  const isKnown = latestBirth(subject) !== undefined && (offence.incidentOn ?? []).length > 0;
  return !isKnown || wasUnderTen(subject, offence);
}

/**
 * Returns why nothing may be shown of it as an offence; undefined if it may. A record that says nothing of an offence,
 * and is not recorded as behaviour, is no behaviour for that.
 */
export function behaviourOnly(
  offence: Offence,
  subject: Born | undefined,
): BehaviourWhy | undefined {
  if (offence.withoutSection === BEHAVIOUR_ONLY) return 'recorded';
  if (subject && wasUnderTen(subject, offence)) return 'under-ten';
  const isAgeKnown = subject !== undefined && birthsOf(subject).length > 0;
  if (isAgeKnown || offence.ageThen === TEN_OR_OVER || !saysOffence(offence)) return undefined;
  return 'age-not-known';
}

/**
 * The record as anything but its own section may show it: of a child under ten, or of somebody whose age nobody said,
 * neither a section nor a status.
 */
export function shownOffence(offence: Offence, subject: Born | undefined): Offence {
  if (behaviourOnly(offence, subject) === undefined) return offence;
  const { section: _, ...rest } = offence;
  return { ...rest, withoutSection: BEHAVIOUR_ONLY, standings: [] };
}

/**
 * A referral without the words of matters that ended, and of what is behaviour only: words by themselves would say more
 * than is known now. Their own records say how they ended.
 *
 * @param offences - the suspected offences of its person
 */
export function referralAsKnown(
  referral: Pick<StoredRecord<'referral'>, 'id' | 'value'>,
  offences: readonly Pick<StoredRecord<'offence'>, 'value'>[],
  subject: Born | undefined,
): Referral {
  const own = offences.filter(({ value }) => value.referralId === referral.id);
  const isOver = (words: string): boolean => {
    const made = own.filter(({ value }) => value.asRead === words);
    return made.length > 0 && made.every(({ value }) => isMatterOver(value, subject));
  };
  const { suspectedOffences, lawMentioned, ...rest } = referral.value;
  return {
    ...rest,
    suspectedOffences: suspectedOffences.filter((words) => !isOver(words)),
    lawMentioned: lawMentioned.filter((words) => !isOver(words)),
  };
}

/** True if nobody is under suspicion of it any longer, or never could be. */
export function isMatterOver(offence: Offence, subject: Born | undefined): boolean {
  if (behaviourOnly(offence, subject) !== undefined) return true;
  const present = presentStanding(offence);
  return present !== undefined && endsMatter(present);
}

/** The statuses that count, in the order of their days; those of one day in the order of their recording. */
export function standingsInOrder({
  standings,
}: Pick<Offence, 'standings'>): readonly OffenceStanding[] {
  return standings
    .filter(({ wrongSince }) => wrongSince === undefined)
    .toSorted((one, other) => compareDays(dayOf(one), dayOf(other)));
}

/**
 * The status that counts now: the last by day. One whose day is not known counts from its recording, but never after
 * the end of the matter: it may have been said before.
 */
export function presentStanding(offence: Pick<Offence, 'standings'>): OffenceStanding | undefined {
  const all = standingsInOrder(offence);
  const said = all.filter(({ status }) => status !== NOT_STATED);
  const last = said.at(-1) ?? all.at(-1);
  if (last === undefined || last.on !== undefined || endsMatter(last)) return last;
  return said.findLast(endsMatter) ?? last;
}

/** Names under which a paper has the status that counts now: they are values of one of the statuses of the record. */
export const PRESENT_STANDING: readonly string[] = ['status', 'statusOn'];

/** The place of the status that counts now among those of the record; undefined if there is none that may be shown. */
export function presentPlace(offence: Offence, subject: Born | undefined): number | undefined {
  const present = presentStanding(shownOffence(offence, subject));
  return present && offence.standings.indexOf(present);
}

/** True if nobody is under suspicion after it. */
export function endsMatter({ status }: Pick<OffenceStanding, 'status'>): boolean {
  return ENDS.includes(status);
}

const dayOf = ({ on, notedOn }: OffenceStanding): PlainDate => on ?? notedOn;

function compareDays(one: PlainDate, other: PlainDate): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

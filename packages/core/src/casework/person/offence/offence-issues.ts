/** Sentences about suspected offences that their acts and the law of the records share. */
import { type CodeLists, codeInForce, codeLabel } from '../../../codes/code-list.js';
import { birthsOf } from '../../../record/births.js';
import { dayIssues } from '../../../record/day-rule.js';
import type { Offence, OffenceStanding } from '../../../record/offence.js';
import type { Subject } from '../../../record/subject.js';
import { BEHAVIOUR_ONLY, saysOffence, TEN_OR_OVER } from '../../../record/under-ten.js';
import { writtenDate } from '../../../shared/dates.js';
import type { Issue } from '../../../shared/issue.js';
import type { PlainDate } from '../../../shared/primitives.js';
import { issueOf } from '../../act/issue-of.js';
import { canBeBehaviour, wasUnderTen } from '../../act/offence-state.js';

/** The rules of one record by itself and by its person: its section, its words and the age at the time. */
export function offenceFaults(offence: Offence, subject: Subject): readonly Issue[] {
  const { section, withoutSection } = offence;
  const hasBirth = birthsOf(subject).length > 0;
  const isSaid = saysOffence(offence);
  return [
    ...(section === undefined && withoutSection === undefined ? [SECTION_MISSING] : []),
    ...(section !== undefined && withoutSection !== undefined ? [SECTION_TWICE] : []),
    ...(isSaid && wasUnderTen(subject, offence) ? [UNDER_TEN_THEN] : []),
    ...(isSaid && !hasBirth && offence.ageThen !== TEN_OR_OVER ? [AGE_UNKNOWN] : []),
  ];
}

/** An issue for each day on which it happened that is still to come. */
export function incidentDayIssues(
  { incidentOn = [] }: Pick<Offence, 'incidentOn'>,
  today: PlainDate,
): readonly Issue[] {
  return incidentOn.flatMap((day) =>
    dayIssues('The date on which it happened', day, 'incidentOn', today),
  );
}

/** An issue if the day of a status is still to come. */
export function standingDayIssues(
  { on }: Pick<OffenceStanding, 'on'>,
  at: string,
  today: PlainDate,
): readonly Issue[] {
  return on === undefined ? [] : dayIssues('The date of the status', on, at, today);
}

/** An issue if a record becomes behaviour only of somebody who was ten or over. */
export function behaviourIssues(
  was: Pick<Offence, 'withoutSection'> | undefined,
  offence: Offence,
  subject: Subject,
): readonly Issue[] {
  const becomes =
    offence.withoutSection === BEHAVIOUR_ONLY && was?.withoutSection !== BEHAVIOUR_ONLY;
  return becomes && !canBeBehaviour(subject, offence) ? [NOT_UNDER_TEN] : [];
}

/** A warning for each day on which the section was not in force, as far as the list says. */
export function sectionDayIssues(
  { section, incidentOn = [] }: Pick<Offence, 'section' | 'incidentOn'>,
  lists: CodeLists,
): readonly Issue[] {
  if (section === undefined) return [];
  return incidentOn
    .filter((day) => !codeInForce(lists, 'cma-section', section, day))
    .map((day) =>
      issueOf(
        'section-not-in-force',
        'section',
        `${codeLabel(lists, 'cma-section', section, day)}: our list says that this was not in force on ${writtenDate(day)}. Check the section and the date with the officer in the case. The words stay as they were read.`,
        'warning',
      ),
    );
}

const SECTION_MISSING = issueOf('missing', 'section', 'Select a section, or say why there is none');
const SECTION_TWICE = issueOf(
  'offence-section-twice',
  'withoutSection',
  'Select a section or say why there is none, not both',
);
export const UNDER_TEN_THEN = issueOf(
  'offence-under-ten',
  'section',
  'This child was under 10 at the time, and a child under 10 cannot commit an offence. Record it as behaviour only, or correct the date that is wrong.',
);
const AGE_UNKNOWN = issueOf(
  'offence-age-unknown',
  'ageThen',
  'No date of birth is on record. Say whether they were 10 or over at the time, or add the date of birth first: a child under 10 has no offence.',
);
export const NOT_UNDER_TEN = issueOf(
  'offence-not-under-ten',
  'withoutSection',
  'They were 10 or over on the date on which it happened, so this is not behaviour only. Give another reason, or correct the date that is wrong. Where the matter ended, record the status.',
);
export const STATUS_STANDS = issueOf(
  'offence-status-stands',
  'standings',
  'A status that was recorded is never changed or removed. Record the new one, or correct the wrong one with a reason.',
);
export const STATUS_SOURCE = issueOf(
  'offence-status-source',
  'standings',
  'A status needs its source: who said it, how and when.',
);
export const WITHDRAWAL_WHY = issueOf(
  'offence-withdrawal-why',
  'withdrawnWhy',
  'Enter why the suspected offence is withdrawn',
);
export const WORDS_STAND = issueOf(
  'offence-words-stand',
  'asRead',
  'The words that were read stay as they were. If they were misread, withdraw the record with a reason, and record it again.',
);
export const KNOWN_LATER = issueOf(
  'offence-known-later',
  'knownOn',
  'The date on which it was known cannot be after its recording or after its referral was received.',
);

/** A suspected offence in the chronology: each status on its day, with what was said since. */
import type { Offence } from '../../../record/offence.js';
import { BEHAVIOUR_ONLY } from '../../../record/under-ten.js';
import { writtenDate } from '../../../shared/dates.js';
import type { HappenedOf, LabelOf, TimelineEvent } from '../../act/happened.js';
import { happened, noted } from '../../act/happened.js';
import { endsMatter, presentStanding, standingsInOrder } from '../../act/offence-state.js';

/** The section in words, or that there is none; the words that were read are left to the record. */
export function offenceWords({ section, withoutSection }: Offence, label: LabelOf): string {
  if (section !== undefined) return label('cma-section', section);
  if (withoutSection === BEHAVIOUR_ONLY) return 'Behaviour only, under 10 at the time';
  return withoutSection === undefined ? '' : label('offence-without-section', withoutSection);
}

/**
 * The day of the behaviour, and each status. One that was said before the matter ended says so, wherever it is read by
 * itself. What the person's age makes of it is for those who have their record.
 */
export const offenceHappened: HappenedOf<'offence'> = ({ value }, label) => {
  const words = offenceWords(value, label);
  const present = presentStanding(value);
  const ended = present && endsMatter(present) ? present : undefined;
  const since =
    ended === undefined
      ? ''
      : ` (later ${label('offence-status', ended.status).toLowerCase()}${ended.on ? ` on ${writtenDate(ended.on)}` : ''})`;
  const all = [...standingsInOrder(value)];
  const [first] = (value.incidentOn ?? []).toSorted();
  // The source of a later status did not say the words.
  const path = value.asRead === undefined ? 'section' : 'asRead';
  const known = value.referralId === undefined ? 'recorded' : 'named in a referral';
  const begun: readonly TimelineEvent[] =
    first === undefined
      ? [{ ...noted(happened(value.knownOn, `${words}, ${known}${since}`)), path }]
      : [{ ...happened(first, `${words}${since}`), path }];
  return [
    ...begun,
    ...all.map((each): TimelineEvent => {
      const nth = value.standings.indexOf(each);
      const path = `standings[${nth}]`;
      const isEnd = each === ended;
      const said = `${words}, ${label('offence-status', each.status).toLowerCase()}${isEnd ? '' : since}`;
      const event = { ...happened(each.on ?? each.notedOn, said, path), path };
      return each.on === undefined ? noted(event) : event;
    }),
  ];
};

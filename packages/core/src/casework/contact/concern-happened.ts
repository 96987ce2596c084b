/** A safeguarding concern in the chronology of a person: each step in a line. Its text is left out: it is read there. */
import { civilDay } from '../../shared/civil-day.js';
import { type HappenedOf, happened, type LabelOf } from '../act/happened.js';
import { type ConcernStep, type ConcernStepName, concernCourse } from './concern-course.js';

export const concernHappened: HappenedOf<'safeguardingConcern'> = (concern, label) =>
  concernCourse(concern).map((step) =>
    happened(civilDay(step.at), wordsOf(step, label), step.id === 'raised' ? '' : step.id),
  );

const WORDS: Readonly<Record<ConcernStepName, string>> = {
  raised: '',
  told: '',
  acknowledged: 'acknowledged',
  escalated: 'escalated',
  crime: 'recording of the crime noted',
  reviewed: 'reviewed',
  added: 'added to',
  closed: 'closed',
};

function wordsOf({ name, said }: ConcernStep, label: LabelOf): string {
  const { riskNow } = said;
  const told = Array.isArray(said.told) ? said.told : [];
  const whom = told
    .filter((code): code is string => typeof code === 'string' && code !== 'nobody-yet')
    .map((code) => label('safeguarding-told', code))
    .join('; ');
  return [
    WORDS[name],
    typeof riskNow === 'string' ? label('risk-now', riskNow) : '',
    whom && `told: ${whom}`,
  ]
    .filter(Boolean)
    .join(', ');
}

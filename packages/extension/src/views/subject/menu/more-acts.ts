/** Acts whose screens are opened with more than the person: offered beside those that the tables of screens name. */
import type { RecordId } from '@cyber-prevent/core';
import type { Route, RouteName } from '../../../app/route.js';
import type { OfferedAct } from './offered-act.js';

interface MoreAct extends OfferedAct {
  /** The screen that it opens: offered only on a page that has it. */
  readonly screen: RouteName;
}

const at =
  (section: string) =>
  (subject: RecordId): Route => ({ name: 'subject', subject, section });

/** Places after those of the tables, so that the four most used stay first. */
export const MORE_ACTS: readonly MoreAct[] = [
  {
    id: 'serve-notice',
    screen: 'notice',
    label: 'notice.serve',
    place: 300,
    to: (subject) => ({ name: 'notice', subject, form: 'serve' }),
  },
  {
    id: 'advise-on-conditions',
    screen: 'caution-advice',
    label: 'conditions.advise',
    place: 310,
    to: (subject) => ({ name: 'caution-advice', subject }),
  },
  {
    id: 'start-assessment',
    screen: 'assess',
    label: 'assessment.start',
    place: 320,
    to: (subject) => ({ name: 'assess', subject }),
  },
  { id: 'see-plan', screen: 'plan', label: 'acts.plan', place: 330, to: at('work-plan') },
  {
    id: 'arrange-session',
    screen: 'session',
    label: 'plan.session.arrange',
    place: 340,
    to: (subject) => ({ name: 'session', subject }),
  },
  {
    id: 'page-for-visit',
    screen: 'contact-plan',
    label: 'person.plan.page',
    place: 350,
    to: (subject) => ({ name: 'contact-plan', subject }),
  },
  {
    id: 'hand-chronology-on',
    screen: 'summary',
    label: 'acts.chronology',
    place: 360,
    to: at('timeline'),
  },
  {
    id: 'place-hold',
    screen: 'hold',
    label: 'ending.hold.place',
    place: 370,
    to: (subject) => ({ name: 'hold', subject }),
  },
  {
    id: 'choose-retention',
    screen: 'retention',
    label: 'ending.retention.go',
    place: 380,
    to: (subject) => ({ name: 'retention', subject }),
  },
  {
    id: 'dispose-of-case',
    screen: 'dispose',
    label: 'ending.dispose.look',
    place: 390,
    to: (subject) => ({ name: 'dispose', subject }),
  },
];

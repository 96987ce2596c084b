/** Why an act cannot be done now, and the way to what has to be done first. */
import {
  type ActObstacle,
  type DiaryEntry,
  type GuardedAct,
  obstacleTo,
  type RecordId,
} from '@cyber-prevent/core';
import type { Route } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';

export interface WhyNot {
  readonly words: string;
  /** Absent if it is done on this very page. */
  readonly first?: { readonly words: string; readonly to: Route };
}

/** Acts of the menu that may meet an obstacle, by their id. */
export const GUARDED: Readonly<Record<string, GuardedAct>> = {
  'close-case': 'close',
  'dispose-of-case': 'dispose',
  'ask-check': 'ask-check',
  summary: 'summarise',
  'page-for-visit': 'page-for-visit',
};

/** Undefined for an act that can be done. */
export function whyNot(
  id: string,
  { subject, records }: SubjectPage,
  due: readonly DiaryEntry[],
): WhyNot | undefined {
  const act = Object.hasOwn(GUARDED, id) ? GUARDED[id] : undefined;
  const obstacle = act && obstacleTo(act, records, subject.id, due);
  return obstacle && obstacleWords(obstacle, subject.id);
}

/** @param subject - whom the act is about */
export function obstacleWords(obstacle: ActObstacle, subject: RecordId): WhyNot {
  switch (obstacle.name) {
    case 'concern-open':
      return {
        words: t('acts.why-not.concern'),
        first: {
          words: t('acts.why-not.concern.go'),
          to: { name: 'concern', concern: obstacle.concern },
        },
      };
    case 'referral-undecided':
      return {
        words: t('acts.why-not.undecided'),
        first: {
          words: t('acts.why-not.undecided.go'),
          to: { name: 'decide', on: 'referral', record: obstacle.referral },
        },
      };
    case 'hold-in-place':
      return {
        words: t('acts.why-not.hold'),
        first: {
          words: t('acts.why-not.hold.go'),
          to: { name: 'hold', subject, hold: obstacle.hold },
        },
      };
    case 'not-closed':
      return {
        words: t('acts.why-not.open'),
        first: { words: t('ending.close.go'), to: { name: 'close-case', subject } },
      };
    case 'no-referral':
      return {
        words: t('acts.why-not.no-referral'),
        first: { words: t('acts.why-not.no-referral.go'), to: { name: 'review' } },
      };
    case 'no-contact-plan':
      return {
        words: t('acts.why-not.no-contact-plan'),
        first: {
          words: t('person.plan.write'),
          to: { name: 'act', act: 'write-contact-plan', subject },
        },
      };
    case 'check-in-place':
      return { words: t('acts.why-not.checked') };
  }
}

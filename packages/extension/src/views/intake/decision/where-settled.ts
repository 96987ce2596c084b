/** Leads from an obstacle, to a disposal or to a closing, to the screen that settles it. */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import type { Route } from '../../../app/route.js';
import { t } from '../../../locales/late.js';

export interface WhereSettled {
  readonly words: string;
  readonly to: Route;
}

/**
 * @param holds - holds in place on the subject
 * @param at - the place of the obstacle: of a hold on somebody else, the id of that person
 */
export function whereSettled(
  code: string,
  subject: RecordId,
  holds: readonly Pick<StoredRecord<'hold'>, 'id'>[],
  at?: string,
): WhereSettled | undefined {
  switch (code) {
    case 'hold-stands': {
      const [only, ...others] = holds;
      const to: Route =
        only && others.length === 0
          ? { name: 'hold', subject, hold: only.id }
          : { name: 'subject', subject, section: 'keeping' };
      return { words: t('ending.holds.review'), to };
    }
    case 'hold-elsewhere':
      if (at === undefined) return undefined;
      return {
        words: t('ending.holds.review'),
        to: { name: 'subject', subject: at as RecordId, section: 'keeping' },
      };
    case 'retention-undecided':
    case 'retention-review-again':
      return { words: t('ending.retention.go'), to: { name: 'retention', subject } };
    case 'case-open':
      return { words: t('ending.close.go'), to: { name: 'close-case', subject } };
    case 'concern-stands':
      return {
        words: t('ending.where.concern'),
        to: { name: 'subject', subject, section: 'concerns' },
      };
    case 'promise-open':
      return {
        words: t('ending.where.promise'),
        to: { name: 'subject', subject, section: 'referrals' },
      };
    case 'case-undecided':
    case 'handover-open':
    case 'crime-open':
    case 'missing':
      return {
        words: t('subject.referrals'),
        to: { name: 'subject', subject, section: 'referrals' },
      };
    case 'notice-open':
      return { words: t('ending.act.correction'), to: { name: 'correction', subject } };
    case 'request-open':
      return { words: t('ending.asked.title'), to: { name: 'asked-of-me' } };
    default:
      return undefined;
  }
}

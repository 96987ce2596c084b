/** Words of the button that saves a decision: its act, and the person it is about. */
import type { DecidedOn } from '../../../app/route.js';
import { t } from '../../../locales/late.js';

/** @param name - of the person; an enquiry names nobody */
export function submitWords(on: DecidedOn, outcome: string, name: string | undefined): string {
  if (on === 'enquiry' || name === undefined) return t('decide.save');
  switch (outcome) {
    case 'accept':
      return t('decide.go.accept', { name });
    case 'decline':
      return t('decide.go.decline');
    case 'signpost':
      return t('decide.go.signpost');
    case 'more-information':
      return t('decide.go.more-information', { name });
    case 'close':
      return t('decide.go.close', { name });
    case 'refer':
      return t('decide.go.refer', { name });
    case 'pass':
      return t('decide.go.pass', { name });
    case 'dispose':
      return t('decide.go.dispose');
    default:
      return t('decide.save');
  }
}
